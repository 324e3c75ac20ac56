#include "TestHub.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace kuaiban::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// A feed in small: requests wait here until the test has news for them.
class Waiters
{
public:
    void add(const LaterReply& later)
    {
        const std::lock_guard lock(m_mutex);
        m_list.push_back(later);
        m_changed.notify_all();
    }

    std::vector<LaterReply> takeWhenThereAre(size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 10s, [&] { return m_list.size() >= count; });
        return std::exchange(m_list, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<LaterReply> m_list;
};

class TestLongPoll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_hub.reset(); }
    void wait_news_completes();
    void wait_noNews_timesOutWithOtherAnswer();
    void wait_resumed_runsOnWorkerWithRequest();
    void wait_resumedTwice_waitsAgain();
    void wait_completedBeforeHandlerReturns_answers();
    void wait_manyClients_takeNoWorker();
    void wait_clientLeaves_isNoticed();
    void wait_clientPipelinesAhead_keepsOrder();
    void wait_promiseKeptAfterServerEnds_isHarmless();
    void wait_completionRacesTimeOut_oneAnswerEach();

private:
    std::unique_ptr<TestHub> m_hub;
    Waiters m_waiters;
    std::chrono::milliseconds m_wait = 10s;
};

void TestLongPoll::init()
{
    m_waiters.takeWhenThereAre(0);
    m_wait = 10s;
    m_hub = std::make_unique<TestHub>();
    m_hub->settings.workers = 1;
    m_hub->add(u"GET"_s, u"/feed"_s, [this](HttpRequest&, WorkerContext&) -> Result<HttpReply> {
        const LaterReply later(m_wait, HttpResponse::empty(204));
        m_waiters.add(later);
        return later;
    });
    QVERIFY(m_hub->start());
}

void TestLongPoll::wait_news_completes()
{
    auto client = m_hub->client();
    QVERIFY(client.send(requestBytes("GET", "/feed")));
    const auto waiting = m_waiters.takeWhenThereAre(1);
    QCOMPARE(waiting.size(), size_t(1));
    QVERIFY(!client.receive(150));
    QVERIFY(waiting[0].complete(HttpResponse::json(QJsonObject{{u"news"_s, 1}})));
    const auto reply = client.receive();
    QVERIFY(reply);
    QCOMPARE(reply->json().value("news"_L1).toInt(), 1);
    QVERIFY(waiting[0].settled());
    QCOMPARE(client.ask("GET", "/healthz").status, 200);
}

void TestLongPoll::wait_noNews_timesOutWithOtherAnswer()
{
    m_wait = 200ms;
    auto client = m_hub->client();
    const FairTimer fair;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(client.ask("GET", "/feed").status, 204);
    QVERIFY(timer.elapsed() >= 190);
    QVERIFY(fair.elapsed() < 3000);
    QVERIFY(!m_waiters.takeWhenThereAre(1).at(0).complete(HttpResponse::empty(200)));
    QCOMPARE(client.ask("GET", "/feed").status, 204); // keep-alive goes on
}

void TestLongPoll::wait_resumed_runsOnWorkerWithRequest()
{
    auto client = m_hub->client();
    QVERIFY(client.send(requestBytes("GET", "/feed?from=7")));
    const auto waiting = m_waiters.takeWhenThereAre(1);
    std::atomic<bool> otherThread = false;
    QVERIFY(waiting.at(0).resume(
        [&, here = std::this_thread::get_id()](HttpRequest& request, WorkerContext&) -> Result<HttpReply> {
            otherThread = std::this_thread::get_id() != here;
            return HttpResponse::text(request.query.value(u"from").toUtf8());
        }));
    QCOMPARE(client.receive()->body, "7"_ba);
    QVERIFY(otherThread.load());
    QVERIFY(client.send(requestBytes("GET", "/feed")));
    m_waiters.takeWhenThereAre(1).at(0).resume(
        [](HttpRequest&, WorkerContext&) -> Result<HttpReply> { return fail(tooManyRequests(1)); });
    QCOMPARE(client.receive()->status, 429);
}

void TestLongPoll::wait_resumedTwice_waitsAgain()
{
    auto client = m_hub->client();
    QVERIFY(client.send(requestBytes("GET", "/feed")));
    const auto again = [this](HttpRequest&, WorkerContext&) -> Result<HttpReply> {
        const LaterReply later(10s, HttpResponse::empty(204));
        m_waiters.add(later);
        return later;
    };
    QVERIFY(m_waiters.takeWhenThereAre(1).at(0).resume(again)); // woken for nothing
    QVERIFY(m_waiters.takeWhenThereAre(1).at(0).resume(again));
    QVERIFY(m_waiters.takeWhenThereAre(1).at(0).complete(HttpResponse::text("at last")));
    QCOMPARE(client.receive()->body, "at last"_ba);
}

void TestLongPoll::wait_completedBeforeHandlerReturns_answers()
{
    m_hub->server->stop();
    m_hub->add(u"GET"_s, u"/early"_s, [](HttpRequest&, WorkerContext&) -> Result<HttpReply> {
        const LaterReply later(10s, HttpResponse::empty(204));
        later.complete(HttpResponse::text("early"));
        return later;
    });
    QVERIFY(m_hub->start());
    auto client = m_hub->client();
    QCOMPARE(client.ask("GET", "/early").body, "early"_ba);
}

void TestLongPoll::wait_manyClients_takeNoWorker()
{
    std::vector<HttpTestClient> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(m_hub->client());
        QVERIFY(clients.back().send(requestBytes("GET", "/feed")));
    }
    QTRY_COMPARE(m_hub->metrics.inFlight(), 200);
    auto other = m_hub->client();
    QCOMPARE(other.ask("GET", "/things/1").status, 200); // the one worker is free
    for (size_t answered = 0; answered < clients.size();) {
        const auto waiting = m_waiters.takeWhenThereAre(1);
        QVERIFY(!waiting.empty());
        for (const auto& later : waiting)
            answered += later.complete(HttpResponse::empty(200)) ? 1 : 0;
    }
    for (auto& client : clients)
        QCOMPARE(client.receive().value_or(HttpTestReply{}).status, 200);
}

void TestLongPoll::wait_clientLeaves_isNoticed()
{
    for (const bool orderly : {true, false}) {
        auto client = m_hub->client();
        QVERIFY(client.send(requestBytes("GET", "/feed")));
        const auto waiting = m_waiters.takeWhenThereAre(1);
        QTest::qWait(50); // the promise must have reached the connection
        if (orderly)
            client.hangUp();
        else
            client.cut();
        QTRY_VERIFY_WITH_TIMEOUT(waiting.at(0).settled(), 3000);
        QTRY_COMPARE(m_hub->metrics.openConnections(), 0);
    }
    QCOMPARE(m_hub->records(2).last().status, 499);
    QCOMPARE(m_hub->metrics.inFlight(), 0);
}

void TestLongPoll::wait_clientPipelinesAhead_keepsOrder()
{
    auto client = m_hub->client();
    QVERIFY(client.send(requestBytes("GET", "/feed")));
    const auto waiting = m_waiters.takeWhenThereAre(1);
    QTest::qWait(50);
    QVERIFY(client.send(requestBytes("GET", "/healthz"))); // readable, but nobody left
    QVERIFY(!client.receive(150));
    QVERIFY(waiting.at(0).complete(HttpResponse::text("news")));
    QCOMPARE(client.receive()->body, "news"_ba);
    QCOMPARE(client.receive()->json().value("status"_L1).toString(), u"ok"_s);
}

void TestLongPoll::wait_promiseKeptAfterServerEnds_isHarmless()
{
    auto client = m_hub->client();
    QVERIFY(client.send(requestBytes("GET", "/feed")));
    const auto waiting = m_waiters.takeWhenThereAre(1);
    m_hub.reset();
    QCOMPARE(client.receive()->status, 204); // stop answered it
    QVERIFY(!waiting.at(0).complete(HttpResponse::empty(200)));
}

void TestLongPoll::wait_completionRacesTimeOut_oneAnswerEach()
{
    m_wait = 2ms;
    auto client = m_hub->client();
    std::atomic<bool> enough = false;
    std::thread completer([&] {
        while (!enough) {
            for (const auto& later : m_waiters.takeWhenThereAre(0))
                later.complete(HttpResponse::text("x"));
            std::this_thread::yield();
        }
    });
    int answered = 0;
    for (int i = 0; i < 300; ++i) {
        const int status = client.ask("GET", "/feed").status;
        answered += status == 200 || status == 204 ? 1 : 0;
    }
    enough = true;
    completer.join();
    QCOMPARE(answered, 300);
    QVERIFY(!client.receive(50));
}

QTEST_GUILESS_MAIN(TestLongPoll)
#include "test_LongPoll.moc"
