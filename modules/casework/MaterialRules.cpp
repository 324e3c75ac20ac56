#include "MaterialRules.h"

#include "FormScope.h"
#include "modules/base/BaseErrors.h"

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using catalogue::Material;

namespace {

bool holdsFor(const QHash<QString, expr::Expression>& conditions, const QString& id, const expr::Scope& scope)
{
    const auto condition = conditions.constFind(id);
    return condition != conditions.cend() && condition->holds(scope).value_or(false);
}

Result<QHash<QString, expr::Expression>> compiled(
    const catalogue::Item& item, const expr::Environment& names, const QString& key, QString Material::*source)
{
    QHash<QString, expr::Expression> conditions;
    for (qsizetype i = 0; i < item.materials.size(); ++i) {
        const auto& material = item.materials.at(i);
        const QString& text = material.*source;
        if (text.isEmpty() || text == "true"_L1 || text == "false"_L1)
            continue;
        const auto condition = expr::Expression::compile(text, names);
        if (!condition)
            return fail(jsonField(u"materials[%1].%2"_s.arg(i).arg(key), logLine(condition.error())));
        conditions.insert(material.id, *condition);
    }
    return conditions;
}

} // namespace

Result<MaterialRules> MaterialRules::compile(const catalogue::Item& item, const forms::FormDefinition& form)
{
    const auto names = formNames(form, expr::Type::boolean());
    MaterialRules rules;
    KB_TRY(rules.m_required, compiled(item, names, u"required"_s, &Material::requiredWhen));
    KB_TRY(rules.m_shared, compiled(item, names, u"sharedWhen"_s, &Material::sharedWhen));
    return rules;
}

QList<MaterialNeed> MaterialRules::needs(const catalogue::Item& item, const forms::FormDefinition& form,
    const QJsonObject& values, const forms::FormContext& context, const QList<CaseMaterial>& present) const
{
    const auto scope = formScope(form, values, context);
    QList<MaterialNeed> needs;
    for (const auto& material : item.materials) {
        MaterialNeed need{&material};
        need.isAsked = material.requiredWhen == "true"_L1 || holdsFor(m_required, material.id, scope);
        need.canShare = material.sharedWhen == "true"_L1 || holdsFor(m_shared, material.id, scope);
        need.isThere =
            std::any_of(present.begin(), present.end(), [&](const CaseMaterial& given) { return counts(given, need); });
        needs.append(need);
    }
    for (auto& need : needs) {
        need.isCovered =
            !need.material->oneOf.isEmpty() && std::any_of(needs.begin(), needs.end(), [&](const MaterialNeed& other) {
                return other.material != need.material && other.isThere &&
                       other.material->oneOf == need.material->oneOf;
            });
    }
    return needs;
}

bool MaterialRules::counts(const CaseMaterial& given, const MaterialNeed& need)
{
    const auto& asked = *need.material;
    if (given.id != asked.id)
        return false;
    if (given.state == "deferred"_L1)
        return asked.deferDays > 0;
    if (given.state == "committed"_L1)
        return asked.commitment;
    if (given.state == "shared"_L1)
        return need.canShare;
    if (given.state == "reused"_L1)
        return asked.reusable;
    return given.state == "supplied"_L1;
}

const Material* MaterialRules::missing(const catalogue::Item& item, const forms::FormDefinition& form,
    const QJsonObject& values, const forms::FormContext& context, const QList<CaseMaterial>& present) const
{
    for (const auto& need : needs(item, form, values, context, present)) {
        if (need.isMissing())
            return need.material;
    }
    return nullptr;
}

} // namespace kuaiban::casework
