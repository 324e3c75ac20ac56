#include "TestHub.h"

#include "tests/support/base/FairTimer.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace kuaiban::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestHttpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_hub = std::make_unique<TestHub>(); }
    void cleanup() { m_hub.reset(); }
    void body_sizes_data();
    void body_sizes();
    void body_tooLargeWhileSending_stillGetsAnswer();
    void headers_sizes_data();
    void headers_sizes();
    void queue_full_is503WithRetryAfter();
    void queue_waitedTooLong_is503();
    void instantRoute_workersTaken_stillAnswers();
    void connections_overLimit_politelyRefused();
    void connections_farOverLimit_closedAtOnce();
    void connections_thousandIdle_serverStillAnswers();
    void slowLoris_headers_isClosed();
    void slowBody_isClosed();
    void idle_afterRequest_isClosed();
    void slowHandler_is504AndLateAnswerIsDropped();
    void client_cutMidRequest_leavesNothing();
    void client_cutWhileHandlerRuns_leavesNothing();

private:
    std::unique_ptr<TestHub> m_hub;
};

void TestHttpLimits::body_sizes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<int>("status");
    constexpr qsizetype Limit = 1024 * 1024;
    for (const bool chunked : {false, true}) {
        const char* how = chunked ? "chunked" : "with length";
        QTest::addRow("one below the limit, %s", how) << "/echo"_ba << Limit - 1 << chunked << 200;
        QTest::addRow("at the limit, %s", how) << "/echo"_ba << Limit << chunked << 200;
        QTest::addRow("one above the limit, %s", how) << "/echo"_ba << Limit + 1 << chunked << 413;
        QTest::addRow("at the route's limit, %s", how) << "/small"_ba << qsizetype(100) << chunked << 200;
        QTest::addRow("above the route's limit, %s", how) << "/small"_ba << qsizetype(101) << chunked << 413;
        QTest::addRow("one byte, %s", how) << "/small"_ba << qsizetype(1) << chunked << 200;
    }
}

void TestHttpLimits::body_sizes()
{
    QFETCH(QByteArray, path);
    QFETCH(qsizetype, size);
    QFETCH(bool, chunked);
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    if (chunked) {
        client.send("POST " + path + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (qsizetype sent = 0; sent < size;) {
            const auto part = std::min<qsizetype>(60'000, size - sent);
            client.send(QByteArray::number(part, 16) + "\r\n" + QByteArray(part, 'x') + "\r\n");
            sent += part;
        }
        client.send("0\r\n\r\n");
    } else {
        client.send(requestBytes("POST", path, QByteArray(size, 'x')));
    }
    const auto reply = client.receive();
    QVERIFY(reply);
    QTEST(reply->status, "status");
    if (reply->status == 413) {
        QCOMPARE(reply->code(), u"http.body-too-large"_s);
        QCOMPARE(reply->headers["connection"], "close"_ba);
        client.stopSending();
        QVERIFY(client.closedWithin(5000));
    } else {
        QCOMPARE(client.ask("GET", "/healthz").status, 200);
    }
}

void TestHttpLimits::body_tooLargeWhileSending_stillGetsAnswer()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    // The server answers after the head; the client sends on before it looks. No reset may eat the answer.
    QVERIFY(client.send(requestBytes("POST", "/echo", QByteArray(4'000'000, 'x'))));
    const auto reply = client.receive();
    QVERIFY(reply);
    QCOMPARE(reply->status, 413);
}

void TestHttpLimits::headers_sizes_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("inTarget");
    QTest::addColumn<int>("status");
    QTest::addRow("fits") << 15'000 << false << 200;
    QTest::addRow("one field too long") << 17'000 << false << 431;
    QTest::addRow("far too long") << 300'000 << false << 431;
    QTest::addRow("target fits") << 15'000 << true << 200;
    QTest::addRow("target too long") << 17'000 << true << 431;
}

void TestHttpLimits::headers_sizes()
{
    QFETCH(int, size);
    QFETCH(bool, inTarget);
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const QByteArray filler(size, 'x');
    const auto reply = inTarget ? client.ask("GET", "/things/1?q=" + filler)
                                : client.ask("GET", "/things/1", {}, "X-Long: " + filler + "\r\n");
    QTEST(reply.status, "status");
    if (reply.status == 431)
        QCOMPARE(reply.code(), u"http.headers-too-large"_s);
}

void TestHttpLimits::queue_full_is503WithRetryAfter()
{
    m_hub->settings.workers = 2;
    m_hub->settings.queueLimit = 3;
    QVERIFY(m_hub->start());
    std::vector<HttpTestClient> running;
    for (int i = 0; i < 2; ++i) {
        running.push_back(m_hub->client());
        QVERIFY(running.back().send(requestBytes("GET", "/slow")));
    }
    QVERIFY(m_hub->gate.waitForArrivals(2));
    for (int i = 0; i < 3; ++i) {
        running.push_back(m_hub->client());
        QVERIFY(running.back().send(requestBytes("GET", "/slow")));
    }
    QTRY_VERIFY(m_hub->metrics.text().contains("\nkuaiban_http_queue 3\n"));
    auto late = m_hub->client();
    const auto refused = late.ask("GET", "/slow");
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.code(), u"http.busy"_s);
    QVERIFY(refused.headers["retry-after"].toInt() > 0);
    m_hub->gate.open();
    for (auto& client : running)
        QCOMPARE(client.receive().value_or(HttpTestReply{}).status, 200);
    QCOMPARE(late.ask("GET", "/slow").status, 200); // on the same connection
}

void TestHttpLimits::queue_waitedTooLong_is503()
{
    m_hub->settings.workers = 1;
    m_hub->settings.queueTimeout = 50ms;
    QVERIFY(m_hub->start());
    auto first = m_hub->client();
    QVERIFY(first.send(requestBytes("GET", "/slow")));
    QVERIFY(m_hub->gate.waitForArrivals(1));
    auto second = m_hub->client();
    QVERIFY(second.send(requestBytes("GET", "/things/1")));
    QTest::qWait(200);
    m_hub->gate.open();
    QCOMPARE(first.receive()->status, 200);
    QCOMPARE(second.receive()->code(), u"http.busy"_s);
}

void TestHttpLimits::instantRoute_workersTaken_stillAnswers()
{
    m_hub->settings.workers = 1;
    QVERIFY(m_hub->start());
    auto busy = m_hub->client();
    QVERIFY(busy.send(requestBytes("GET", "/slow")));
    QVERIFY(m_hub->gate.waitForArrivals(1));
    auto client = m_hub->client();
    QCOMPARE(client.ask("GET", "/healthz").status, 200);
    QCOMPARE(client.ask("GET", "/none").status, 404);
}

void TestHttpLimits::connections_overLimit_politelyRefused()
{
    m_hub->settings.maxConnections = 3;
    QVERIFY(m_hub->start());
    std::vector<HttpTestClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(m_hub->client());
        QCOMPARE(clients.back().ask("GET", "/healthz").status, 200);
    }
    auto extra = m_hub->client();
    const auto reply = extra.ask("POST", "/echo", "x");
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.code(), u"http.too-many-connections"_s);
    QCOMPARE(reply.headers["retry-after"], "5"_ba);
    QCOMPARE(reply.headers["connection"], "close"_ba);
    extra.hangUp();
    clients.pop_back();
    QTRY_COMPARE(m_hub->metrics.openConnections(), 2);
    auto next = m_hub->client();
    QCOMPARE(next.ask("GET", "/healthz").status, 200);
}

void TestHttpLimits::connections_farOverLimit_closedAtOnce()
{
    m_hub->settings.maxConnections = 1;
    QVERIFY(m_hub->start());
    std::vector<HttpTestClient> clients;
    for (int i = 0; i < 17; ++i) // one, and sixteen who may be told why
        clients.push_back(m_hub->client());
    QTRY_COMPARE(m_hub->metrics.openConnections(), 17);
    auto extra = m_hub->client();
    QVERIFY(extra.closedWithin(3000));
    QVERIFY(m_hub->metrics.text().contains("\nkuaiban_http_connections_refused_total 1\n"));
}

void TestHttpLimits::connections_thousandIdle_serverStillAnswers()
{
    QVERIFY(m_hub->start());
    std::vector<HttpTestClient> clients;
    for (int i = 0; i < 1000; ++i)
        clients.push_back(m_hub->client());
    QTRY_COMPARE_WITH_TIMEOUT(m_hub->metrics.openConnections(), 1000, 10'000);
    for (size_t i = 0; i < clients.size(); i += 97)
        QCOMPARE(clients[i].ask("GET", "/things/1").status, 200);
    auto late = m_hub->client();
    QCOMPARE(late.ask("GET", "/things/1").status, 200);
}

void TestHttpLimits::slowLoris_headers_isClosed()
{
    m_hub->settings.headTimeout = 300ms;
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    client.send("GET /healthz HTTP/1.1\r\nHost: h\r\n");
    test::FairTimer timer;
    timer.start();
    bool closed = false;
    while (!closed && timer.elapsed() < 5000) { // every field buys no further time
        client.send("X-Drip: 1\r\n");
        closed = client.closedWithin(50);
    }
    QVERIFY(closed);
    QVERIFY(timer.elapsed() < 2000);
    auto silent = m_hub->client();
    QVERIFY(silent.closedWithin(2000));
    QTRY_COMPARE(m_hub->metrics.openConnections(), 0);
}

void TestHttpLimits::slowBody_isClosed()
{
    m_hub->settings.transferTimeout = 300ms;
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n");
    test::FairTimer timer;
    timer.start();
    bool closed = false;
    while (!closed && timer.elapsed() < 5000) {
        client.send("x");
        closed = client.closedWithin(50);
    }
    QVERIFY(closed);
    QVERIFY(timer.elapsed() < 2000);
    QCOMPARE(m_hub->records(1).first().status, 499);
    QCOMPARE(m_hub->metrics.inFlight(), 0);
}

void TestHttpLimits::idle_afterRequest_isClosed()
{
    m_hub->settings.idleTimeout = 300ms;
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QCOMPARE(client.ask("GET", "/healthz").status, 200);
    QVERIFY(!client.closedWithin(100));
    QVERIFY(client.closedWithin(3000));
}

void TestHttpLimits::slowHandler_is504AndLateAnswerIsDropped()
{
    m_hub->settings.answerTimeout = 200ms;
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    const auto reply = client.ask("GET", "/slow");
    QCOMPARE(reply.status, 504);
    QCOMPARE(reply.code(), u"http.timeout"_s);
    QVERIFY(client.send(requestBytes("POST", "/echo", "next")));
    m_hub->gate.open(); // the late answer comes now, perhaps while the next request is under way
    QCOMPARE(client.receive()->body, "next"_ba);
    QVERIFY(!client.receive(200));
    QVERIFY(client.isOpen());
}

void TestHttpLimits::client_cutMidRequest_leavesNothing()
{
    QVERIFY(m_hub->start());
    const auto whole = requestBytes("POST", "/echo", QByteArray(300, 'x'));
    for (qsizetype length = 0; length < whole.size(); length += 3) {
        auto client = m_hub->client();
        QVERIFY(client.send(whole.first(length)));
        if (length % 2)
            client.cut();
        else
            client.hangUp();
    }
    QTRY_COMPARE(m_hub->metrics.openConnections(), 0);
    QCOMPARE(m_hub->metrics.inFlight(), 0);
    auto client = m_hub->client();
    QCOMPARE(client.ask("GET", "/healthz").status, 200);
}

void TestHttpLimits::client_cutWhileHandlerRuns_leavesNothing()
{
    QVERIFY(m_hub->start());
    {
        auto client = m_hub->client();
        QVERIFY(client.send(requestBytes("GET", "/slow")));
        QVERIFY(m_hub->gate.waitForArrivals(1));
        client.cut();
    }
    m_hub->gate.open();
    QTRY_COMPARE(m_hub->metrics.openConnections(), 0);
    QTRY_COMPARE(m_hub->metrics.inFlight(), 0);
    QCOMPARE(m_hub->records(1).size(), 1);
}

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "test_HttpLimits.moc"
