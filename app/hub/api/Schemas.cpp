#include "Schemas.h"

namespace kuaiban::hub::schema {

using namespace Qt::StringLiterals;

namespace {

QJsonObject typed(const QString& type, const QString& description)
{
    QJsonObject schema{{u"type"_s, type}};
    if (!description.isEmpty())
        schema.insert(u"description"_s, description);
    return schema;
}

} // namespace

QJsonObject text(const QString& description)
{
    return typed(u"string"_s, description);
}

QJsonObject integer(const QString& description)
{
    return typed(u"integer"_s, description);
}

QJsonObject flag(const QString& description)
{
    return typed(u"boolean"_s, description);
}

QJsonObject anyObject(const QString& description)
{
    return typed(u"object"_s, description);
}

QJsonObject reference(const QString& name)
{
    return {{u"$ref"_s, u"#/components/schemas/"_s + name}};
}

QJsonObject listOf(const QJsonObject& items)
{
    return {{u"type"_s, u"array"_s}, {u"items"_s, items}};
}

QJsonObject object(const QList<Property>& properties, const QString& description)
{
    auto schema = typed(u"object"_s, description);
    QJsonObject types;
    QJsonArray required;
    for (const auto& [name, type] : properties) {
        const bool optional = name.endsWith(u'?');
        const QString plain = optional ? name.chopped(1) : name;
        types.insert(plain, type);
        if (!optional)
            required.append(plain);
    }
    schema.insert(u"properties"_s, types);
    if (!required.isEmpty())
        schema.insert(u"required"_s, required);
    return schema;
}

} // namespace kuaiban::hub::schema
