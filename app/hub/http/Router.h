#pragma once

#include "HttpHandler.h"

#include <QStringList>

#include <deque>

namespace kuaiban::hub {

// Whether a request must name an account; the filter of the hub enforces it, the document shows it.
enum class Access { Bearer, Public };

struct RouteParameter
{
    enum class In { Query, Header, Path };

    QString name = {};
    QString description = {};
    QJsonObject schema = {{QStringLiteral("type"), QStringLiteral("string")}};
    In in = In::Query;
    bool required = false; // path parameters always are
};

// What the OpenAPI document says about a route. Schemas are names in the SchemaRegistry.
struct RouteDoc
{
    QString summary = {}; // required
    QString description = {};
    QString tag = {};         // required; groups the routes of one resource
    QString operationId = {}; // made from method and path when empty
    QString permission = {};  // the right that the filter asks for, shown as x-permission
    QString requestSchema = {};
    QString requestType = QStringLiteral("application/json");
    QString responseSchema = {}; // none for 204 and for other types than JSON
    QString responseType = QStringLiteral("application/json");
    int responseStatus = 200;
    QList<int> problems = {};              // statuses of expected problem pages, 404 for example
    QList<RouteParameter> parameters = {}; // those in the path may be left out when a text is enough
};

struct Route
{
    QString method = {}; // GET answers HEAD too
    QString path = {};   // "/api/v1/cases/{id}"
    Access access = Access::Bearer;
    RouteDoc doc = {};
    HttpHandler handler = {};
    InstantHandler instant = {}; // in place of `handler`
    qint64 bodyLimit = 0;        // bytes; 0 is the server's limit, and a larger number changes nothing
};

// Method and path template to handler. Filled before the server starts and constant afterwards: any thread may match.
class Router
{
public:
    struct Match
    {
        const Route* route = nullptr;
        QHash<QString, QString> pathValues;
        QStringList allowed; // the methods of that path, HEAD and OPTIONS included; empty if there is no such path
    };

    void add(Route route);
    // Literal segments win over {values}, from the left; a value is never empty.
    [[nodiscard]] Match match(const QString& method, const QStringList& segments) const;
    [[nodiscard]] const std::deque<Route>& routes() const { return m_routes; }

    // What is wrong with the routes themselves: doubles, malformed templates, missing documentation.
    // The server does not start with mistakes, so that every route that answers is documented.
    [[nodiscard]] QStringList mistakes() const;

private:
    std::deque<Route> m_routes;
    QList<QStringList> m_segments; // of each route
};

QStringList valueNames(const QString& pathTemplate); // "id" for "/cases/{id}"

} // namespace kuaiban::hub
