#include "MaterialRules.h"

#include "modules/base/BaseErrors.h"
#include "modules/forms/FieldRules.h"

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using catalogue::Material;

namespace {

template<class Visit>
void eachPlainField(const forms::FormDefinition& form, Visit visit)
{
    for (const auto& section : form.sections()) {
        for (const auto& field : section.fields) {
            if (field.kind != forms::FieldKind::Table)
                visit(field);
        }
    }
}

expr::Scope scopeOf(const forms::FormDefinition& form, const QJsonObject& values, QDate today)
{
    expr::Scope scope;
    scope.set(u"today"_s, today);
    eachPlainField(form, [&](const forms::Field& field) {
        const auto json = values.value(field.id);
        if (forms::isBlank(json)) {
            if (field.kind == forms::FieldKind::Flag)
                scope.set(field.id, false);
        } else if (const auto value = forms::fieldValue(field, json)) {
            scope.set(field.id, *value);
        }
    });
    return scope;
}

// Whether what was handed in counts for what is asked: each substitute only where the item allows it.
bool counts(const CaseMaterial& given, const Material& asked)
{
    if (given.id != asked.id)
        return false;
    if (given.state == "deferred"_L1)
        return asked.deferDays > 0;
    if (given.state == "committed"_L1)
        return asked.commitment;
    if (given.state == "shared"_L1)
        return !asked.sharedWhen.isEmpty();
    if (given.state == "reused"_L1)
        return asked.reusable;
    return given.state == "supplied"_L1;
}

} // namespace

Result<MaterialRules> MaterialRules::compile(const catalogue::Item& item, const forms::FormDefinition& form)
{
    expr::Environment environment;
    environment.functions = form.environment().functions;
    environment.expected = expr::Type::boolean();
    environment.declarations.emplace();
    environment.declarations->declare(u"today"_s, expr::Type::date());
    eachPlainField(form, [&](const forms::Field& field) { environment.declarations->declare(field.id, field.type()); });

    MaterialRules rules;
    for (qsizetype i = 0; i < item.materials.size(); ++i) {
        const auto& material = item.materials.at(i);
        if (material.requiredWhen == "true"_L1 || material.requiredWhen == "false"_L1)
            continue;
        const auto condition = expr::Expression::compile(material.requiredWhen, environment);
        if (!condition)
            return fail(jsonField(u"materials[%1].required"_s.arg(i), logLine(condition.error())));
        rules.m_conditions.insert(material.id, *condition);
    }
    return rules;
}

const Material* MaterialRules::missing(const catalogue::Item& item, const forms::FormDefinition& form,
    const QJsonObject& values, QDate today, const QList<CaseMaterial>& present) const
{
    const auto scope = scopeOf(form, values, today);
    const auto isAsked = [&](const Material& material) {
        const auto condition = m_conditions.constFind(material.id);
        return condition == m_conditions.cend() ? material.requiredWhen == "true"_L1
                                                : condition->holds(scope).value_or(false);
    };
    const auto isThere = [&](const Material& asked) {
        return std::any_of(
            present.begin(), present.end(), [&](const CaseMaterial& given) { return counts(given, asked); });
    };
    for (const auto& material : item.materials) {
        if (!isAsked(material) || isThere(material))
            continue;
        const bool replaced = !material.oneOf.isEmpty() &&
                              std::any_of(item.materials.begin(), item.materials.end(), [&](const Material& other) {
                                  return other.oneOf == material.oneOf && isThere(other);
                              });
        if (!replaced)
            return &material;
    }
    return nullptr;
}

} // namespace kuaiban::casework
