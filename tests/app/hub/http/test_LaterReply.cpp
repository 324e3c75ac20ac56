#include "app/hub/http/HttpHandler.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace Qt::StringLiterals;

class TestLaterReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_afterAttach_reachesSinkOnce();
    void complete_beforeAttach_isKept();
    void expire_waiting_givesTheOtherAnswer();
    void abandon_thenComplete_isRefused();
    void complete_fromManyThreads_oneWins();

private:
    static int statusOf(const LaterReply::Outcome& outcome) { return std::get<HttpResponse>(outcome).status; }
};

void TestLaterReply::complete_afterAttach_reachesSinkOnce()
{
    const LaterReply later(std::chrono::seconds(1), HttpResponse::empty(204));
    QList<int> got;
    later.attach([&](LaterReply::Outcome outcome) { got += statusOf(outcome); });
    QVERIFY(!later.settled());
    QVERIFY(later.complete(HttpResponse::empty(200)));
    QVERIFY(!later.complete(HttpResponse::empty(201)));
    QVERIFY(!later.resume([](HttpRequest&, WorkerContext&) -> Result<HttpReply> { return HttpResponse::empty(); }));
    later.expire();
    QCOMPARE(got, QList<int>{200});
    QVERIFY(later.settled());
}

void TestLaterReply::complete_beforeAttach_isKept()
{
    const LaterReply later(std::chrono::seconds(1), HttpResponse::empty(204));
    QVERIFY(later.complete(HttpResponse::empty(200)));
    QList<int> got;
    later.attach([&](LaterReply::Outcome outcome) { got += statusOf(outcome); });
    later.attach([&](LaterReply::Outcome outcome) { got += statusOf(outcome); });
    QCOMPARE(got, QList<int>{200});
}

void TestLaterReply::expire_waiting_givesTheOtherAnswer()
{
    const LaterReply later(std::chrono::seconds(1), HttpResponse::empty(204));
    QList<int> got;
    later.attach([&](LaterReply::Outcome outcome) { got += statusOf(outcome); });
    later.expire();
    QCOMPARE(got, QList<int>{204});
    QVERIFY(!later.complete(HttpResponse::empty(200)));
}

void TestLaterReply::abandon_thenComplete_isRefused()
{
    const LaterReply later(std::chrono::seconds(1), HttpResponse::empty(204));
    auto held = std::make_shared<int>(1);
    later.attach([held](LaterReply::Outcome) { *held = 2; });
    later.abandon();
    QVERIFY(!later.complete(HttpResponse::empty(200)));
    QCOMPARE(*held, 1);
    QCOMPARE(held.use_count(), 1); // the sink is gone with everything it held
}

void TestLaterReply::complete_fromManyThreads_oneWins()
{
    for (int round = 0; round < 100; ++round) {
        const LaterReply later(std::chrono::seconds(1), HttpResponse::empty(204));
        std::atomic<int> sunk = 0;
        std::atomic<int> won = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] { won += later.complete(HttpResponse::empty(200)) ? 1 : 0; });
        later.attach([&](LaterReply::Outcome) { ++sunk; });
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(won.load(), 1);
        QCOMPARE(sunk.load(), 1);
    }
}

QTEST_GUILESS_MAIN(TestLaterReply)
#include "test_LaterReply.moc"
