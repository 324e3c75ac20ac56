#pragma once

#include "Router.h"

#include <QJsonObject>
#include <QMap>

namespace kuaiban::hub {

// JSON schemas (draft 2020-12, as OpenAPI 3.1 wants them) by name. References between them read
// "#/components/schemas/<name>". "Problem" is known from the start.
class SchemaRegistry
{
public:
    SchemaRegistry();

    void add(const QString& name, const QJsonObject& schema) { m_schemas.insert(name, schema); }
    [[nodiscard]] bool has(const QString& name) const { return m_schemas.contains(name); }
    [[nodiscard]] const QMap<QString, QJsonObject>& all() const { return m_schemas; }

private:
    QMap<QString, QJsonObject> m_schemas;
};

struct ApiInfo
{
    QString title;
    QString version;
    QString description;
};

// The OpenAPI 3.1 document of all routes.
QJsonObject openApi(const Router& router, const SchemaRegistry& schemas, const ApiInfo& info);

// Names that routes or schemas refer to and nobody added, and operation ids that two routes share.
QStringList openApiMistakes(const Router& router, const SchemaRegistry& schemas);

} // namespace kuaiban::hub
