#include "EvaluationRun.h"

#include "FieldRules.h"
#include "FormErrors.h"
#include "modules/expr/JsonValue.h"

#include <algorithm>

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

EvaluationRun::EvaluationRun(const FormDefinition& definition, const FormContext& context)
    : m_definition(definition)
    , m_context(context)
{
    scope.set(u"today"_s, context.today);
    const auto provide = [&](const QString& root, const QJsonObject& json, const expr::Type& type) {
        if (!definition.reads(root)) // a register may be large
            return;
        const auto value = expr::valueFromJson(json, type);
        if (value)
            scope.set(root, *value);
        else
            report(computationFailed(root, value.error()), Severity::Block, {{}, {root, root}, 0});
    };
    provide(u"card"_s, context.card, definition.environment().card);
    provide(u"register"_s, context.registered, definition.environment().registered);
    provide(u"params"_s, context.params, definition.environment().params);
}

bool EvaluationRun::asked(
    const std::optional<expr::Expression>& condition, bool otherwise, const Spot& spot, const QString& rule)
{
    const auto holds = condition->holds(scope);
    if (holds)
        return *holds;
    if (holds.error().is("expr.missing"_L1))
        return false;
    report(computationFailed(rule, holds.error()), Severity::Block, spot);
    return otherwise;
}

bool EvaluationRun::asked(const Condition& condition, const Spot& spot, const QString& rule)
{
    return condition.expression ? asked(condition.expression, false, spot, rule) : condition.constant;
}

std::optional<std::pair<QJsonValue, expr::Value>> EvaluationRun::derived(const Field& field, const Spot& spot)
{
    const auto value = field.derived->evaluate(scope);
    if (!value) {
        if (!value.error().is("expr.missing"_L1))
            report(computationFailed(u"derived"_s, value.error()), Severity::Block, spot);
        return {};
    }
    const auto json = expr::jsonFromValue(*value, field.type());
    if (!json) {
        report(computationFailed(u"derived"_s, json.error()), Severity::Block, spot);
        return {};
    }
    if (isBlank(*json))
        return {};
    // Back from JSON, so that others compute with exactly what is stored: a month has no day, an int may be a decimal.
    const auto stored = fieldValue(field, *json);
    if (!stored) {
        report(computationFailed(u"derived"_s, stored.error()), Severity::Block, spot);
        return {};
    }
    return std::pair(*json, *stored);
}

void EvaluationRun::check(const Field& field, const QJsonValue& json, const std::optional<expr::Value>& value,
    bool isRequired, const Spot& spot)
{
    if (isBlank(json)) {
        if (isRequired)
            report(valueRequired(), Severity::Block, spot);
        return;
    }
    if (!value) {
        report(fieldValue(field, json).error(), Severity::Block, spot);
        return;
    }
    if (field.kind == FieldKind::Flag && isRequired && !value->boolean())
        report(valueRequired(), Severity::Block, spot);
    else if (const auto broken = brokenRule(field, *value, m_definition.environment(), m_context)) {
        const auto& isDoubt = m_definition.environment().isDoubt;
        report(*broken, isDoubt && isDoubt(*broken) ? Severity::Warn : Severity::Block, spot);
    }
}

void EvaluationRun::report(const Error& error, Severity severity, const Spot& spot)
{
    report(Problem{spot.path.isEmpty() ? QStringList() : QStringList{spot.path}, severity, labelled(error, spot.label),
               {}},
        spot.rank);
}

FormState EvaluationRun::finished()
{
    std::stable_sort(
        m_problems.begin(), m_problems.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& problem : m_problems)
        state.problems.append(problem.second);
    return std::move(state);
}

} // namespace kuaiban::forms
