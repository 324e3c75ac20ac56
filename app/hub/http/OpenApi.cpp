#include "OpenApi.h"

#include "ResponseHead.h"

#include <QJsonArray>
#include <QSet>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr auto SchemaPrefix = "#/components/schemas/"_L1;

QJsonObject typed(const QString& type)
{
    return {{u"type"_s, type}};
}

QJsonObject reference(const QString& name)
{
    return {{u"$ref"_s, SchemaPrefix + name}};
}

QJsonObject problemSchema()
{
    const QJsonObject text = typed(u"string"_s);
    return {
        {u"type"_s, u"object"_s},
        {u"description"_s, u"A failure after RFC 9457, with its code, its remedy and safe values."_s},
        {u"required"_s, QJsonArray{u"type"_s, u"title"_s, u"status"_s, u"instance"_s, u"code"_s}},
        {u"properties"_s, QJsonObject{{u"type"_s, text}, {u"title"_s, text}, {u"status"_s, typed(u"integer"_s)},
                              {u"detail"_s, text}, {u"instance"_s, text}, {u"code"_s, text}, {u"origin"_s, text},
                              {u"cause"_s, text}, {u"remedy"_s, text}, {u"fields"_s, typed(u"object"_s)}}},
    };
}

QJsonObject problemAnswer(const QString& description)
{
    return {
        {u"description"_s, description},
        {u"content"_s,
            QJsonObject{{u"application/problem+json"_s, QJsonObject{{u"schema"_s, reference(u"Problem"_s)}}}}},
    };
}

QString placeName(RouteParameter::In in)
{
    switch (in) {
    case RouteParameter::In::Header:
        return u"header"_s;
    case RouteParameter::In::Path:
        return u"path"_s;
    case RouteParameter::In::Query:
        break;
    }
    return u"query"_s;
}

QJsonObject parameterObject(const RouteParameter& parameter)
{
    QJsonObject object{
        {u"name"_s, parameter.name}, {u"in"_s, placeName(parameter.in)}, {u"schema"_s, parameter.schema}};
    if (parameter.required || parameter.in == RouteParameter::In::Path)
        object.insert(u"required"_s, true);
    if (!parameter.description.isEmpty())
        object.insert(u"description"_s, parameter.description);
    return object;
}

QJsonArray parameters(const Route& route)
{
    QJsonArray array;
    QSet<QString> documented;
    for (const auto& parameter : route.doc.parameters) {
        array.append(parameterObject(parameter));
        if (parameter.in == RouteParameter::In::Path)
            documented.insert(parameter.name);
    }
    const auto names = valueNames(route.path);
    for (const auto& name : names) {
        if (documented.contains(name))
            continue;
        RouteParameter plain;
        plain.name = name;
        plain.in = RouteParameter::In::Path;
        array.append(parameterObject(plain));
    }
    return array;
}

QJsonObject content(const QString& type, const QString& schema)
{
    return {{type, QJsonObject{{u"schema"_s, schema.isEmpty() ? typed(u"string"_s) : reference(schema)}}}};
}

QJsonObject responses(const Route& route)
{
    const auto& doc = route.doc;
    QJsonObject success{{u"description"_s, doc.summary}};
    if (!hasNoBody(doc.responseStatus))
        success.insert(u"content"_s, content(doc.responseType, doc.responseSchema));
    QJsonObject all{{QString::number(doc.responseStatus), success}};
    auto statuses = doc.problems;
    if (route.access == Access::Bearer)
        statuses += {401, 403};
    for (const int status : std::as_const(statuses))
        all.insert(QString::number(status), problemAnswer(QString::fromLatin1(reasonPhrase(status))));
    all.insert(u"default"_s, problemAnswer(u"Any other failure"_s));
    return all;
}

QString capitalised(const QString& word)
{
    return word.isEmpty() ? word : word.first(1).toUpper() + word.sliced(1);
}

// GET /api/v1/cases/{id}/files becomes getCasesByIdFiles.
QString operationId(const Route& route)
{
    if (!route.doc.operationId.isEmpty())
        return route.doc.operationId;
    QString id = route.method.toLower();
    auto segments = route.path.split(u'/', Qt::SkipEmptyParts);
    if (segments.size() > 2 && segments.first() == "api"_L1)
        segments.remove(0, 2);
    for (auto& segment : segments) {
        const bool value = segment.startsWith(u'{');
        segment.remove(u'{').remove(u'}');
        if (value)
            id += "By"_L1;
        const auto words = segment.split(u'-').join(u'.').split(u'.').join(u'_').split(u'_', Qt::SkipEmptyParts);
        for (const auto& word : words)
            id += capitalised(word);
    }
    return id;
}

QJsonObject operation(const Route& route)
{
    const auto& doc = route.doc;
    QJsonObject object{
        {u"operationId"_s, operationId(route)},
        {u"summary"_s, doc.summary},
        {u"tags"_s, QJsonArray{doc.tag}},
        {u"responses"_s, responses(route)},
    };
    if (!doc.description.isEmpty())
        object.insert(u"description"_s, doc.description);
    if (const auto list = parameters(route); !list.isEmpty())
        object.insert(u"parameters"_s, list);
    if (!doc.requestSchema.isEmpty() || doc.requestType != "application/json"_L1)
        object.insert(u"requestBody"_s,
            QJsonObject{{u"required"_s, true}, {u"content"_s, content(doc.requestType, doc.requestSchema)}});
    if (!doc.permission.isEmpty())
        object.insert(u"x-permission"_s, doc.permission);
    if (route.bodyLimit > 0)
        object.insert(u"x-body-limit"_s, route.bodyLimit);
    object.insert(u"security"_s,
        route.access == Access::Bearer ? QJsonArray{QJsonObject{{u"bearer"_s, QJsonArray{}}}} : QJsonArray{});
    return object;
}

void collectReferences(const QJsonValue& value, QSet<QString>& names)
{
    if (value.isArray()) {
        const auto array = value.toArray();
        for (const auto& item : array)
            collectReferences(item, names);
    }
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "$ref"_L1 && it.value().toString().startsWith(SchemaPrefix))
            names.insert(it.value().toString().sliced(SchemaPrefix.size()));
        collectReferences(it.value(), names);
    }
}

} // namespace

SchemaRegistry::SchemaRegistry()
{
    add(u"Problem"_s, problemSchema());
}

QJsonObject openApi(const Router& router, const SchemaRegistry& schemas, const ApiInfo& info)
{
    QJsonObject paths;
    QSet<QString> tags;
    for (const auto& route : router.routes()) {
        auto path = paths.value(route.path).toObject();
        path.insert(route.method.toLower(), operation(route));
        paths.insert(route.path, path);
        tags.insert(route.doc.tag);
    }
    QJsonObject definitions;
    for (auto it = schemas.all().begin(); it != schemas.all().end(); ++it)
        definitions.insert(it.key(), it.value());
    QStringList sortedTags(tags.begin(), tags.end());
    sortedTags.sort();
    QJsonArray tagList;
    for (const auto& tag : std::as_const(sortedTags))
        tagList.append(QJsonObject{{u"name"_s, tag}});
    QJsonObject about{{u"title"_s, info.title}, {u"version"_s, info.version}};
    if (!info.description.isEmpty())
        about.insert(u"description"_s, info.description);
    const QJsonObject bearer{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}};
    return {
        {u"openapi"_s, u"3.1.0"_s},
        {u"info"_s, about},
        {u"tags"_s, tagList},
        {u"paths"_s, paths},
        {u"components"_s,
            QJsonObject{{u"schemas"_s, definitions}, {u"securitySchemes"_s, QJsonObject{{u"bearer"_s, bearer}}}}},
    };
}

QStringList openApiMistakes(const Router& router, const SchemaRegistry& schemas)
{
    QStringList mistakes;
    QSet<QString> wanted;
    QSet<QString> operations;
    for (const auto& route : router.routes()) {
        collectReferences(operation(route), wanted);
        const auto id = operationId(route);
        if (operations.contains(id))
            mistakes += u"operation id %1 stands twice"_s.arg(id);
        operations.insert(id);
    }
    for (const auto& schema : schemas.all())
        collectReferences(schema, wanted);
    for (const auto& name : std::as_const(wanted)) {
        if (!schemas.has(name))
            mistakes += u"schema %1 is missing"_s.arg(name);
    }
    mistakes.sort();
    return mistakes;
}

} // namespace kuaiban::hub
