#include "TestHub.h"

#include "app/hub/http/Gzip.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_hub.reset(); }
    void get_value_reachesHandlerDecoded();
    void get_unknownPath_is404Problem();
    void post_wrongMethod_is405WithAllow();
    void unknownMethod_is501();
    void options_knownPath_listsMethods();
    void head_getRoute_hasLengthAndNoBody();
    void problem_acceptLanguage_isFollowed();
    void keepAlive_manyRequests_oneConnection();
    void pipelined_requests_answeredInOrder();
    void http10_withoutKeepAlive_closes();
    void http10_withKeepAlive_stays();
    void connectionClose_isObeyed();
    void absoluteForm_isServed();
    void chunkedBody_isJoined();
    void trailer_isNoHeader();
    void expectContinue_isAnswered();
    void gzip_request_isUnpacked();
    void gzip_bomb_is413();
    void gzip_response_isPacked();
    void otherEncoding_is415();
    void concurrent_64connections_allAnswered();

private:
    std::unique_ptr<TestHub> m_hub;
};

void TestHttpServer::init()
{
    m_hub = std::make_unique<TestHub>();
}

void TestHttpServer::get_value_reachesHandlerDecoded()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto reply = client.ask("GET", "/things/a%2Fb%20%E5%BC%A0?q=1%2b2+3&x=y", {}, "uSER-agent: tester\r\n");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.headers["content-type"], "application/json"_ba);
    const auto json = reply.json();
    QCOMPARE(json.value("id"_L1).toString(), u"a/b 张"_s);
    QCOMPARE(json.value("q"_L1).toString(), u"1+2+3"_s);
    QCOMPARE(json.value("agent"_L1).toString(), u"tester"_s);
    QCOMPARE(json.value("remote"_L1).toString(), u"127.0.0.1"_s);
    QCOMPARE(json.value("secure"_L1).toBool(true), false);
    QVERIFY(isUuid7(json.value("request"_L1).toString()));
    QCOMPARE(QString::fromLatin1(reply.headers["x-request-id"]), json.value("request"_L1).toString());
    QVERIFY(reply.headers["date"].endsWith("GMT"));
}

void TestHttpServer::get_unknownPath_is404Problem()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto reply = client.ask("GET", "/nothing/here");
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.headers["content-type"], "application/problem+json"_ba);
    QCOMPARE(reply.code(), u"http.not-found"_s);
    QCOMPARE(reply.json().value("title"_L1).toString(), u"服务器上没有这个地址"_s);
    QCOMPARE(reply.json().value("instance"_L1).toString(),
        u"urn:uuid:"_s + QString::fromLatin1(reply.headers["x-request-id"]));
    QCOMPARE(client.ask("GET", "/").status, 404);
    QCOMPARE(client.ask("GET", "/things/").status, 404);
}

void TestHttpServer::post_wrongMethod_is405WithAllow()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto reply = client.ask("POST", "/things/1", "body");
    QCOMPARE(reply.status, 405);
    QCOMPARE(reply.headers["allow"], "GET, HEAD, OPTIONS"_ba);
    QCOMPARE(reply.code(), u"http.method-not-allowed"_s);
    QCOMPARE(client.ask("GET", "/things/1").status, 200); // the body was read, the connection goes on
}

void TestHttpServer::unknownMethod_is501()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto reply = client.ask("BREW", "/things/1");
    QCOMPARE(reply.status, 501);
    QCOMPARE(reply.code(), u"http.method-unknown"_s);
    QCOMPARE(client.ask("TRACE", "/things/1").status, 405);
    QCOMPARE(m_hub->records(2).first().method, u"other"_s); // free text of clients makes no metric series
}

void TestHttpServer::options_knownPath_listsMethods()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto reply = client.ask("OPTIONS", "/echo");
    QCOMPARE(reply.status, 204);
    QCOMPARE(reply.headers["allow"], "OPTIONS, POST"_ba);
    QCOMPARE(client.ask("OPTIONS", "/none").status, 404);
}

void TestHttpServer::head_getRoute_hasLengthAndNoBody()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto head = client.ask("HEAD", "/healthz");
    QCOMPARE(head.status, 200);
    const auto get = client.ask("GET", "/healthz");
    QCOMPARE(get.status, 200); // nothing of a body stood in between
    QCOMPARE(head.headers["content-length"], QByteArray::number(get.body.size()));
    QCOMPARE(client.ask("HEAD", "/none").status, 404);
    QCOMPARE(client.ask("HEAD", "/echo").status, 405);
    QCOMPARE(client.ask("GET", "/healthz").json().value("status"_L1).toString(), u"ok"_s);
}

void TestHttpServer::problem_acceptLanguage_isFollowed()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto reply = client.ask("GET", "/none", {}, "Accept-Language: en-US, zh;q=0.5\r\n");
    QCOMPARE(reply.json().value("title"_L1).toString(), u"The hub has no such address"_s);
    QCOMPARE(reply.headers["content-language"], "en"_ba);
}

void TestHttpServer::keepAlive_manyRequests_oneConnection()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    for (int i = 0; i < 200; ++i) {
        const auto body = QByteArray::number(i);
        QCOMPARE(client.ask("POST", "/echo", body).body, body);
    }
    QCOMPARE(m_hub->metrics.openConnections(), 1);
}

void TestHttpServer::pipelined_requests_answeredInOrder()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QByteArray all;
    for (int i = 0; i < 100; ++i)
        all += i % 3 == 0 ? requestBytes("GET", "/things/" + QByteArray::number(i))
                          : requestBytes("POST", "/echo", QByteArray::number(i));
    QVERIFY(client.send(all));
    for (int i = 0; i < 100; ++i) {
        const auto reply = client.receive();
        QVERIFY(reply);
        const auto got = i % 3 == 0 ? reply->json().value("id"_L1).toString().toLatin1() : reply->body;
        QCOMPARE(got, QByteArray::number(i));
    }
}

void TestHttpServer::http10_withoutKeepAlive_closes()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QVERIFY(client.send("GET /healthz HTTP/1.0\r\n\r\n")); // HTTP/1.0 knows no Host
    const auto reply = client.receive();
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->headers["connection"], "close"_ba);
    QVERIFY(client.closedWithin(3000));
}

void TestHttpServer::http10_withKeepAlive_stays()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    for (int i = 0; i < 2; ++i) {
        QVERIFY(client.send("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
        const auto reply = client.receive();
        QVERIFY(reply);
        QCOMPARE(reply->headers["connection"], "keep-alive"_ba);
    }
}

void TestHttpServer::connectionClose_isObeyed()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QCOMPARE(client.ask("GET", "/healthz", {}, "Connection: close\r\n").headers["connection"], "close"_ba);
    QVERIFY(client.closedWithin(3000));
}

void TestHttpServer::absoluteForm_isServed()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QCOMPARE(client.ask("GET", "http://hub.test/things/9?q=z").json().value("id"_L1).toString(), u"9"_s);
}

void TestHttpServer::chunkedBody_isJoined()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n"));
    QVERIFY(client.send("6\r\n world\r\n0\r\n\r\n"));
    const auto reply = client.receive();
    QVERIFY(reply);
    QCOMPARE(reply->body, "hello world"_ba);
    QCOMPARE(client.ask("POST", "/echo", "next").body, "next"_ba);
}

void TestHttpServer::trailer_isNoHeader()
{
    m_hub->add(u"POST"_s, u"/headers"_s, [](HttpRequest& request, WorkerContext&) -> Result<HttpReply> {
        return HttpResponse::text(request.headers.value(u"Authorization").toUtf8());
    });
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QVERIFY(client.send("POST /headers HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                        "1\r\nx\r\n0\r\nAuthorization: Bearer smuggled\r\n\r\n"));
    const auto reply = client.receive();
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->body, ""_ba);
}

void TestHttpServer::expectContinue_isAnswered()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n"));
    const auto interim = client.receive();
    QVERIFY(interim);
    QCOMPARE(interim->status, 100);
    QVERIFY(client.send("body"));
    QCOMPARE(client.receive()->body, "body"_ba);
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9999999\r\nExpect: 100-continue\r\n\r\n"));
    QCOMPARE(client.receive()->status, 413); // told before the body is sent
}

void TestHttpServer::gzip_request_isUnpacked()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const QByteArray plain(50'000, 'x');
    QCOMPARE(client.ask("POST", "/echo", gzipped(plain), "Content-Encoding: gzip\r\n").body, plain);
    QCOMPARE(client.ask("POST", "/echo", "not packed", "Content-Encoding: gzip\r\n").code(), u"http.malformed"_s);
}

void TestHttpServer::gzip_bomb_is413()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto reply = client.ask("POST", "/echo", gzipped(QByteArray(50'000'000, 'x')), "Content-Encoding: gzip\r\n");
    QCOMPARE(reply.status, 413);
    QCOMPARE(reply.code(), u"http.body-too-large"_s);
}

void TestHttpServer::gzip_response_isPacked()
{
    m_hub->add(u"GET"_s, u"/long"_s, [](HttpRequest&, WorkerContext&) -> Result<HttpReply> {
        return HttpResponse::json(QJsonObject{{u"text"_s, QString(5000, u'x')}});
    });
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto packed = client.ask("GET", "/long", {}, "Accept-Encoding: deflate, gzip\r\n");
    QCOMPARE(packed.headers["content-encoding"], "gzip"_ba);
    const auto plain = client.ask("GET", "/long");
    QVERIFY(!plain.headers.contains("content-encoding"));
    QVERIFY(packed.body.size() < plain.body.size() / 10);
    QCOMPARE(*gunzipped(packed.body, 100'000), plain.body);
    QVERIFY(!client.ask("GET", "/things/1", {}, "Accept-Encoding: gzip\r\n").headers.contains("content-encoding"));
}

void TestHttpServer::otherEncoding_is415()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto reply = client.ask("POST", "/echo", "x", "Content-Encoding: br\r\n");
    QCOMPARE(reply.status, 415);
    QCOMPARE(reply.code(), u"http.encoding"_s);
}

void TestHttpServer::concurrent_64connections_allAnswered()
{
    QVERIFY(m_hub->start());
    constexpr int Clients = 64;
    constexpr int Requests = 20;
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < Clients; ++i) {
        threads.emplace_back([this, &right, i] {
            auto client = m_hub->client();
            for (int k = 0; k < Requests; ++k) {
                const auto body = QByteArray::number(i * 1000 + k) + QByteArray(k * 100, 'x');
                const auto reply = client.ask("POST", "/echo", body);
                right += reply.status == 200 && reply.body == body ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(right.load(), Clients * Requests);
    QTRY_COMPARE(m_hub->metrics.openConnections(), 0);
    QCOMPARE(m_hub->metrics.inFlight(), 0);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "test_HttpServer.moc"
