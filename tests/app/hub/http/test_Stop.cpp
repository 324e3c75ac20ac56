#include "TestHub.h"

#include <QtTest>

#include <future>
#include <thread>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace kuaiban::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

bool endsWithin(const std::future<void>& future, int timeoutMs)
{
    const FairTimer time;
    while (future.wait_for(10ms) != std::future_status::ready) {
        if (time.elapsed() > timeoutMs)
            return false;
    }
    return true;
}

} // namespace

class TestStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_hub = std::make_unique<TestHub>(); }
    void cleanup() { m_hub.reset(); }
    void stop_runningRequest_finishes();
    void stop_queuedRequests_finish();
    void stop_idleConnections_closeAtOnce();
    void stop_longPoll_isAnswered();
    void stop_handlerHangs_isInterruptedAfterDrain();
    void stop_halfRequest_isCutAfterDrain();
    void stop_underLoad_everyAnswerIsWhole();
    void start_again_servesAgain();
    void stop_twice_isHarmless();

private:
    std::unique_ptr<TestHub> m_hub;
};

void TestStop::stop_runningRequest_finishes()
{
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QVERIFY(client.send(requestBytes("GET", "/slow")));
    QVERIFY(m_hub->gate.waitForArrivals(1));
    const auto port = m_hub->server->port();
    auto stopped = std::async(std::launch::async, [this] { m_hub->server->stop(); });
    QTRY_VERIFY(!HttpTestClient(port).isOpen()); // nobody new
    QCOMPARE(stopped.wait_for(0ms), std::future_status::timeout);
    m_hub->gate.open();
    const auto reply = client.receive();
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->headers["connection"], "close"_ba);
    client.hangUp();
    QVERIFY(endsWithin(stopped, 5000));
}

void TestStop::stop_queuedRequests_finish()
{
    m_hub->settings.workers = 1;
    QVERIFY(m_hub->start());
    std::vector<HttpTestClient> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(m_hub->client());
        QVERIFY(clients.back().send(requestBytes("GET", "/slow")));
    }
    QTRY_VERIFY(m_hub->metrics.text().contains("\nkuaiban_http_queue 4\n"));
    auto stopped = std::async(std::launch::async, [this] { m_hub->server->stop(); });
    m_hub->gate.open();
    for (auto& client : clients) {
        QCOMPARE(client.receive().value_or(HttpTestReply{}).status, 200);
        client.hangUp();
    }
    QVERIFY(endsWithin(stopped, 5000));
}

void TestStop::stop_idleConnections_closeAtOnce()
{
    QVERIFY(m_hub->start());
    std::vector<HttpTestClient> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(m_hub->client());
        if (i % 2)
            QCOMPARE(clients.back().ask("GET", "/healthz").status, 200);
    }
    QTRY_COMPARE(m_hub->metrics.openConnections(), 20);
    test::FairTimer timer;
    timer.start();
    m_hub->server->stop();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    for (auto& client : clients)
        QVERIFY(client.closedWithin(1000));
}

void TestStop::stop_longPoll_isAnswered()
{
    m_hub->add(u"GET"_s, u"/feed"_s, [](HttpRequest&, WorkerContext&) -> Result<HttpReply> {
        return LaterReply(25s, HttpResponse::json(QJsonObject{{u"rows"_s, 0}}));
    });
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QVERIFY(client.send(requestBytes("GET", "/feed")));
    QTRY_COMPARE(m_hub->metrics.inFlight(), 1);
    auto stopped = std::async(std::launch::async, [this] { m_hub->server->stop(); });
    const auto reply = client.receive();
    QVERIFY(reply);
    QCOMPARE(reply->json().value("rows"_L1).toInt(-1), 0);
    QCOMPARE(reply->headers["connection"], "close"_ba);
    client.hangUp();
    QVERIFY(endsWithin(stopped, 3000));
}

void TestStop::stop_handlerHangs_isInterruptedAfterDrain()
{
    class Interruptible final : public WorkerContext
    {
    public:
        explicit Interruptible(Gate& gate)
            : m_gate(gate)
        {}
        void interrupt() override { m_gate.open(); }

    private:
        Gate& m_gate;
    };
    m_hub->settings.drainTimeout = 300ms;
    m_hub->makeContext = [this]() -> Result<std::unique_ptr<WorkerContext>> {
        return std::make_unique<Interruptible>(m_hub->gate);
    };
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QVERIFY(client.send(requestBytes("GET", "/slow")));
    QVERIFY(m_hub->gate.waitForArrivals(1));
    QElapsedTimer timer;
    timer.start();
    const test::FairTimer fair;
    m_hub->server->stop();
    QVERIFY(timer.elapsed() >= 290);
    QVERIFY(fair.elapsed() < 3000);
    QVERIFY(client.closedWithin(1000));
    QCOMPARE(m_hub->metrics.inFlight(), 0);
    QCOMPARE(m_hub->metrics.openConnections(), 0);
}

void TestStop::stop_halfRequest_isCutAfterDrain()
{
    m_hub->settings.drainTimeout = 300ms;
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QVERIFY(client.send(requestBytes("POST", "/echo", "0123456789").chopped(5)));
    QTRY_COMPARE(m_hub->metrics.inFlight(), 1);
    test::FairTimer timer;
    timer.start();
    m_hub->server->stop();
    QVERIFY(timer.elapsed() < 3000);
    QVERIFY(client.closedWithin(1000));
}

void TestStop::stop_underLoad_everyAnswerIsWhole()
{
    QVERIFY(m_hub->start());
    std::atomic<int> broken = 0;
    std::atomic<int> whole = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            auto client = m_hub->client();
            for (;;) {
                const QByteArray body(20'000, 'x');
                const auto reply = client.ask("POST", "/echo", body);
                if (reply.status == 0)
                    return; // closed between two requests
                ++(reply.body == body ? whole : broken);
                if (reply.headers.value("connection") == "close")
                    return;
            }
        });
    }
    QTRY_VERIFY(whole > 50);
    m_hub->server->stop();
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(broken.load(), 0);
}

void TestStop::start_again_servesAgain()
{
    QVERIFY(m_hub->start());
    m_hub->server->stop();
    QVERIFY(!m_hub->server->running());
    QVERIFY(m_hub->server->start());
    auto client = m_hub->client();
    QCOMPARE(client.ask("GET", "/healthz").status, 200);
}

void TestStop::stop_twice_isHarmless()
{
    QVERIFY(m_hub->start());
    m_hub->server->stop();
    m_hub->server->stop();
    QCOMPARE(m_hub->server->port(), quint16(0));
}

QTEST_GUILESS_MAIN(TestStop)
#include "test_Stop.moc"
