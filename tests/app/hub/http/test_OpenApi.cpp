#include "app/hub/http/OpenApi.h"
#include "app/hub/http/SystemRoutes.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace Qt::StringLiterals;

class TestOpenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void document_everyRoute_isDescribed();
    void document_routeWithEverything_isComplete();
    void document_publicRoute_needsNoBearer();
    void document_references_resolve();
    void mistakes_missingSchema_isNamed();
    void mistakes_sameOperationId_isNamed();

private:
    QJsonObject document() const { return openApi(m_router, m_schemas, {u"Kuaiban"_s, u"1.2"_s, u"about"_s}); }
    void add(const QString& method, const QString& path, RouteDoc doc, Access access = Access::Bearer);

    Router m_router;
    SchemaRegistry m_schemas;
    HttpMetrics m_metrics;
};

void TestOpenApi::add(const QString& method, const QString& path, RouteDoc doc, Access access)
{
    m_router.add({.method = method,
        .path = path,
        .access = access,
        .doc = std::move(doc),
        .handler = [](HttpRequest&, WorkerContext&) -> Result<HttpReply> { return HttpResponse::empty(); }});
}

void TestOpenApi::init()
{
    m_router = {};
    m_schemas = {};
    addSystemRoutes(m_router, m_schemas, m_metrics, {u"Kuaiban"_s, u"1.2"_s, {}});
    m_schemas.add(u"Case"_s, {{u"type"_s, u"object"_s}});
    add(u"GET"_s, u"/api/v1/cases/{id}"_s, {.summary = u"One case"_s, .tag = u"cases"_s, .responseSchema = u"Case"_s});
    add(u"PUT"_s, u"/api/v1/cases/{id}/blob-parts/{no}"_s,
        {.summary = u"One part"_s,
            .description = u"Of a file"_s,
            .tag = u"files"_s,
            .permission = u"files.write"_s,
            .requestType = u"application/octet-stream"_s,
            .responseSchema = u"Case"_s,
            .responseStatus = 201,
            .problems = {409},
            .parameters = {{.name = u"no"_s,
                               .description = u"part"_s,
                               .schema = {{u"type"_s, u"integer"_s}},
                               .in = RouteParameter::In::Path},
                {.name = u"Idempotency-Key"_s, .in = RouteParameter::In::Header, .required = true},
                {.name = u"last"_s}}});
}

void TestOpenApi::document_everyRoute_isDescribed()
{
    const auto paths = document().value("paths"_L1).toObject();
    int operations = 0;
    for (const auto& route : m_router.routes()) {
        const auto operation = paths.value(route.path).toObject().value(route.method.toLower()).toObject();
        QCOMPARE(operation.value("summary"_L1).toString(), route.doc.summary);
        QVERIFY(!operation.value("responses"_L1).toObject().isEmpty());
        ++operations;
    }
    QCOMPARE(operations, 5);
    QCOMPARE(document().value("openapi"_L1).toString(), u"3.1.0"_s);
    QCOMPARE(document().value("info"_L1).toObject().value("version"_L1).toString(), u"1.2"_s);
}

void TestOpenApi::document_routeWithEverything_isComplete()
{
    const auto operation = document()
                               .value("paths"_L1)
                               .toObject()
                               .value("/api/v1/cases/{id}/blob-parts/{no}"_L1)
                               .toObject()
                               .value("put"_L1)
                               .toObject();
    QCOMPARE(operation.value("operationId"_L1).toString(), u"putCasesByIdBlobPartsByNo"_s);
    QCOMPARE(operation.value("description"_L1).toString(), u"Of a file"_s);
    QCOMPARE(operation.value("x-permission"_L1).toString(), u"files.write"_s);
    QCOMPARE(operation.value("security"_L1).toArray().size(), 1);
    QHash<QString, QJsonObject> parameters;
    const auto array = operation.value("parameters"_L1).toArray();
    for (const auto& item : array)
        parameters.insert(item.toObject().value("name"_L1).toString(), item.toObject());
    QCOMPARE(parameters.size(), 4); // {id} is described although nobody did
    QVERIFY(parameters[u"id"_s].value("required"_L1).toBool());
    QCOMPARE(parameters[u"no"_s].value("schema"_L1).toObject().value("type"_L1).toString(), u"integer"_s);
    QCOMPARE(parameters[u"Idempotency-Key"_s].value("in"_L1).toString(), u"header"_s);
    QVERIFY(!parameters[u"last"_s].contains("required"_L1));
    const auto responses = operation.value("responses"_L1).toObject();
    QCOMPARE(responses.keys(), (QStringList{u"201"_s, u"401"_s, u"403"_s, u"409"_s, u"default"_s}));
    QVERIFY(operation.value("requestBody"_L1)
                .toObject()
                .value("content"_L1)
                .toObject()
                .contains("application/octet-stream"_L1));
}

void TestOpenApi::document_publicRoute_needsNoBearer()
{
    const auto operation =
        document().value("paths"_L1).toObject().value("/healthz"_L1).toObject().value("get"_L1).toObject();
    QVERIFY(operation.contains("security"_L1));
    QVERIFY(operation.value("security"_L1).toArray().isEmpty());
    QVERIFY(!operation.value("responses"_L1).toObject().contains("401"_L1));
}

void TestOpenApi::document_references_resolve()
{
    QCOMPARE(openApiMistakes(m_router, m_schemas), QStringList());
    QCOMPARE(m_router.mistakes(), QStringList());
    QVERIFY(document().value("components"_L1).toObject().value("schemas"_L1).toObject().contains("Problem"_L1));
}

void TestOpenApi::mistakes_missingSchema_isNamed()
{
    add(u"GET"_s, u"/api/v1/persons"_s, {.summary = u"s"_s, .tag = u"t"_s, .responseSchema = u"Persons"_s});
    m_schemas.add(
        u"Case"_s, {{u"type"_s, u"array"_s}, {u"items"_s, QJsonObject{{u"$ref"_s, u"#/components/schemas/Deep"_s}}}});
    QCOMPARE(openApiMistakes(m_router, m_schemas),
        (QStringList{u"schema Deep is missing"_s, u"schema Persons is missing"_s}));
}

void TestOpenApi::mistakes_sameOperationId_isNamed()
{
    add(u"POST"_s, u"/api/v1/x"_s,
        {.summary = u"s"_s, .tag = u"t"_s, .operationId = u"getCasesById"_s, .responseSchema = u"Case"_s});
    QCOMPARE(openApiMistakes(m_router, m_schemas), QStringList{u"operation id getCasesById stands twice"_s});
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "test_OpenApi.moc"
