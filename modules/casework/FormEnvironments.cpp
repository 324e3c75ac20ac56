#include "FormEnvironments.h"

#include "modules/base/Clock.h"
#include "modules/calc/CalcFunctions.h"
#include "modules/codes/Identifiers.h"
#include "Parties.h"

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

forms::FormEnvironment standardFormEnvironment()
{
    forms::FormEnvironment environment;
    for (const auto& name : codes::identifierChecks()) {
        environment.identifierChecks.insert(
            name, [name](const QString& text, QDate today) { return codes::checkIdentifier(name, text, today); });
    }
    environment.isDoubt = codes::isDoubt;
    return environment;
}

forms::FormEnvironment withCalculators(forms::FormEnvironment environment, const calc::ParameterSet& parameters)
{
    calc::addCalcFunctions(environment.functions, parameters);
    return environment;
}

QJsonObject formParams(const QString& area, const QString& scenario, const QJsonObject& parties)
{
    return {{u"area"_s, area}, {u"scenario"_s, scenario}, {u"subject"_s, subjectOf(parties)}};
}

forms::FormContext formContext(const Case& state, const QString& atStep)
{
    QSet<QString> steps; // what a step was sent back with does not count
    for (const auto& task : state.tasks) {
        if (task.outcome == "handled"_L1)
            steps.insert(task.step);
    }
    if (!atStep.isEmpty())
        steps.insert(atStep);
    return {legalDate(state.openedAt), state.card, state.registered,
        formParams(state.area, state.scenario, state.parties), steps, {}};
}

} // namespace kuaiban::casework
