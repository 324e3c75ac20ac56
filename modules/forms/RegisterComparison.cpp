#include "RegisterComparison.h"

#include "FieldRules.h"
#include "SourceValues.h"

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Register = "register."_L1;

bool namesRegister(const Field& field)
{
    return std::any_of(
        field.sources.begin(), field.sources.end(), [](const QString& source) { return source.startsWith(Register); });
}

QJsonValue knownValue(const Field& field, const QJsonObject& world)
{
    for (const auto& source : field.sources) {
        if (!source.startsWith(Register))
            continue;
        const auto value = sourceValue(field, world, source);
        if (!value.isUndefined())
            return value;
    }
    return QJsonValue(QJsonValue::Undefined);
}

} // namespace

QList<RegisterDifference> registerDifferences(
    const FormDefinition& definition, const QJsonObject& values, const QJsonObject& registered)
{
    const QJsonObject world{{u"register"_s, registered}};
    QList<RegisterDifference> list;
    for (const auto& section : definition.sections()) {
        for (const auto& field : section.fields) {
            if (field.kind == FieldKind::Table || !namesRegister(field))
                continue;
            const auto known = knownValue(field, world);
            const auto given = values.value(field.id);
            const auto reported = isBlank(given) ? QJsonValue(QJsonValue::Undefined) : given;
            if (known.isUndefined() && reported.isUndefined())
                continue;
            list.append({field.id, field.label, reported, known, !known.isUndefined() && known != reported});
        }
    }
    return list;
}

} // namespace kuaiban::forms
