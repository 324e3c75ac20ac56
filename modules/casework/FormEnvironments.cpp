#include "FormEnvironments.h"

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

} // namespace kuaiban::casework
