#include "TestHub.h"

#include <QtTest>

#include <atomic>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;

// What handlers, filters and the callers of the server see; test_HttpServer looks at the protocol.
class TestHttpHandlers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_hub = std::make_unique<TestHub>(); }
    void cleanup() { m_hub.reset(); }
    void handlerError_isProblemByCode();
    void handlerThrows_is500WithoutItsText();
    void filter_refusal_stopsHandler();
    void filter_attribute_reachesHandler();
    void workerContext_isHandedToHandler();
    void accessLog_hasTemplateAndNoPath();
    void metrics_page_countsRequests();
    void openApi_page_listsEveryRoute();
    void start_portTaken_fails();
    void start_foreignAddress_fails_data();
    void start_foreignAddress_fails();
    void start_undocumentedRoute_fails();
    void start_workerFactoryFails_passesItOn();

private:
    std::unique_ptr<TestHub> m_hub;
};

void TestHttpHandlers::handlerError_isProblemByCode()
{
    m_hub->add(u"POST"_s, u"/json"_s, [](HttpRequest& request, WorkerContext&) -> Result<HttpReply> {
        KB_TRY(const auto object, jsonBody(request));
        return HttpResponse::json(object, 201);
    });
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QCOMPARE(client.ask("POST", "/json", "{}", "Content-Type: application/json\r\n").status, 201);
    QCOMPARE(client.ask("POST", "/json", "{", "Content-Type: application/json\r\n").code(), u"base.json"_s);
    const auto reply = client.ask("POST", "/json", "{}");
    QCOMPARE(reply.status, 415);
    QCOMPARE(reply.code(), u"http.media-type"_s);
    QCOMPARE(m_hub->records(3).last().failureCode, u"http.media-type"_s);
}

void TestHttpHandlers::handlerThrows_is500WithoutItsText()
{
    m_hub->add(u"GET"_s, u"/throw"_s,
        [](HttpRequest&, WorkerContext&) -> Result<HttpReply> { throw std::runtime_error("secret 110101"); });
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    for (int i = 0; i < 10; ++i) { // more often than there are workers: they live on
        const auto reply = client.ask("GET", "/throw");
        QCOMPARE(reply.status, 500);
        QCOMPARE(reply.code(), u"http.internal"_s);
        QVERIFY(!reply.body.contains("secret"));
    }
}

void TestHttpHandlers::filter_refusal_stopsHandler()
{
    std::atomic<int> handled = 0;
    m_hub->add(u"GET"_s, u"/guarded"_s, [&handled](HttpRequest&, WorkerContext&) -> Result<HttpReply> {
        ++handled;
        return HttpResponse::empty();
    });
    m_hub->filter = [](HttpRequest& request, const Route& route, WorkerContext&) -> Done {
        if (route.path == "/guarded"_L1 && !request.headers.has(u"Authorization"))
            return fail(tooManyRequests(30));
        return {};
    };
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto refused = client.ask("GET", "/guarded");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.code(), u"http.too-many-requests"_s);
    QCOMPARE(refused.headers["retry-after"], "30"_ba);
    QCOMPARE(handled.load(), 0);
    QCOMPARE(client.ask("GET", "/guarded", {}, "Authorization: Bearer x\r\n").status, 204);
    QCOMPARE(client.ask("GET", "/healthz").status, 200);
}

void TestHttpHandlers::filter_attribute_reachesHandler()
{
    struct Account
    {
        QString name;
    };
    m_hub->filter = [](HttpRequest& request, const Route&, WorkerContext&) -> Done {
        request.attributes.set(Account{u"clerk-7"_s});
        return {};
    };
    m_hub->add(u"GET"_s, u"/me"_s, [](HttpRequest& request, WorkerContext&) -> Result<HttpReply> {
        const auto* account = request.attributes.find<Account>();
        return HttpResponse::text(account ? account->name.toUtf8() : QByteArray());
    });
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QCOMPARE(client.ask("GET", "/me").body, "clerk-7"_ba);
}

void TestHttpHandlers::workerContext_isHandedToHandler()
{
    class Numbered final : public WorkerContext
    {
    public:
        int m_served = 0;
    };
    m_hub->settings.workers = 1;
    m_hub->makeContext = []() -> Result<std::unique_ptr<WorkerContext>> { return std::make_unique<Numbered>(); };
    m_hub->add(u"GET"_s, u"/count"_s, [](HttpRequest&, WorkerContext& context) -> Result<HttpReply> {
        return HttpResponse::text(QByteArray::number(++static_cast<Numbered&>(context).m_served));
    });
    QVERIFY(m_hub->start());
    auto one = m_hub->client();
    auto other = m_hub->client();
    QCOMPARE(one.ask("GET", "/count").body, "1"_ba);
    QCOMPARE(other.ask("GET", "/count").body, "2"_ba);
}

void TestHttpHandlers::accessLog_hasTemplateAndNoPath()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto reply = client.ask("GET", "/things/110101199003070011?q=1");
    client.ask("GET", "/none/110101199003070011");
    const auto records = m_hub->records(2);
    QCOMPARE(records.size(), 2);
    QCOMPARE(records[0].route, u"/things/{id}"_s);
    QCOMPARE(records[0].method, u"GET"_s);
    QCOMPARE(records[0].status, 200);
    QCOMPARE(records[0].bytesOut, reply.body.size());
    QCOMPARE(records[0].requestId, QString::fromLatin1(reply.headers["x-request-id"]));
    QVERIFY(records[0].durationMs >= 0);
    QCOMPARE(records[1].route, u"unmatched"_s);
    QCOMPARE(records[1].failureCode, u"http.not-found"_s);
}

void TestHttpHandlers::metrics_page_countsRequests()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    client.ask("GET", "/things/1");
    client.ask("GET", "/things/2");
    const auto page = client.ask("GET", "/metrics");
    QCOMPARE(page.headers["content-type"], "text/plain; version=0.0.4; charset=utf-8"_ba);
    QVERIFY(page.body.contains(R"(kuaiban_http_requests_total{method="GET",route="/things/{id}",status="200"} 2)"));
    QVERIFY(page.body.contains("\nkuaiban_http_requests_in_flight 1\n")); // this one
    QVERIFY(page.body.contains("\nkuaiban_http_connections 1\n"));
    QVERIFY(page.body.contains("\nkuaiban_http_queue 0\n"));
}

void TestHttpHandlers::openApi_page_listsEveryRoute()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto paths = client.ask("GET", "/api/v1/openapi.json").json().value("paths"_L1).toObject();
    for (const auto& route : m_hub->router.routes())
        QVERIFY2(paths.value(route.path).toObject().contains(route.method.toLower()), qPrintable(route.path));
}

void TestHttpHandlers::start_portTaken_fails()
{
    QVERIFY(m_hub->start());
    TestHub second;
    second.settings.port = m_hub->server->port();
    const auto started = second.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, u"http.port-in-use"_s);
    QCOMPARE(started.error().fields.value("port"_L1).toInt(), int(m_hub->server->port()));
    QVERIFY(!second.server->running());
    QCOMPARE(second.server->port(), quint16(0));
}

void TestHttpHandlers::start_foreignAddress_fails_data()
{
    QTest::addColumn<QString>("address");
    QTest::addRow("of another machine") << u"192.0.2.1"_s;
    QTest::addRow("no address") << u"hub.example"_s;
}

void TestHttpHandlers::start_foreignAddress_fails()
{
    QFETCH(QString, address);
    m_hub->settings.address = address;
    const auto started = m_hub->start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, u"http.listen"_s);
}

void TestHttpHandlers::start_undocumentedRoute_fails()
{
    m_hub->router.add({.method = u"GET"_s,
        .path = u"/secret"_s,
        .handler = [](HttpRequest&, WorkerContext&) -> Result<HttpReply> { return HttpResponse::empty(); }});
    const auto started = m_hub->start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, u"http.routes"_s);
    QVERIFY(started.error().detail.contains("/secret"_L1));
}

void TestHttpHandlers::start_workerFactoryFails_passesItOn()
{
    m_hub->makeContext = []() -> Result<std::unique_ptr<WorkerContext>> {
        return fail(Error{u"store.unreachable"_s, Origin::Machine, {}, {}});
    };
    const auto started = m_hub->start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, u"store.unreachable"_s);
}

QTEST_GUILESS_MAIN(TestHttpHandlers)
#include "test_HttpHandlers.moc"
