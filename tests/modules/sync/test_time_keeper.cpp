#include "modules/store/SqliteConnection.h"
#include "modules/sync/KeptTime.h"
#include "modules/sync/LocalSchema.h"
#include "tests/support/base/FakeClock.h"

#include <QtTest>

using namespace kuaiban;
using sync::TimeKeeper;

namespace {
constexpr qint64 Minute = 60'000;
}

class TestTimeKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void now_offsetNeverLearnt_isUncertain();
    void now_offsetLearnt_isCorrectedByIt_data();
    void now_offsetLearnt_isCorrectedByIt();
    void learn_slowAnswer_countsHalfTheRoundTrip();
    void now_clockWasSet_keepsTimeByTheMonotonicClock_data();
    void now_clockWasSet_keepsTimeByTheMonotonicClock();
    void learn_afterAJump_isCertainAgain();
    void restore_afterAPause_isCertainOrNot_data();
    void restore_afterAPause_isCertainOrNot();
    void restore_nonsense_isAsIfNothingWasLearnt();
    void kept_inTheMachineStore_isThereAfterAStart();
    void now_longAfterLearning_isStillCertain();
};

void TestTimeKeeper::now_offsetNeverLearnt_isUncertain()
{
    const test::FakeClock clock;
    const TimeKeeper time(clock);
    QVERIFY(!time.offset());
    QVERIFY(time.now().uncertain);
    QCOMPARE(time.now().device, clock.nowMs());
    QCOMPARE(time.now().corrected, clock.nowMs());
}

void TestTimeKeeper::now_offsetLearnt_isCorrectedByIt_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<bool>("uncertain");
    QTest::newRow("clocks agree") << qint64(0) << false;
    QTest::newRow("device two seconds slow") << qint64(2000) << false;
    QTest::newRow("device four minutes fast") << -4 * Minute << false;
    QTest::newRow("exactly five minutes") << 5 * Minute << false;
    QTest::newRow("a little over five minutes slow") << 5 * Minute + 1 << true;
    QTest::newRow("a day fast") << -24 * 60 * Minute << true;
}

void TestTimeKeeper::now_offsetLearnt_isCorrectedByIt()
{
    QFETCH(const qint64, offset);
    QFETCH(const bool, uncertain);
    test::FakeClock clock;
    TimeKeeper time(clock);
    time.learn(clock.nowMs() + offset, 0);
    clock.advance(10 * Minute);
    const auto now = time.now();
    QCOMPARE(now.device, clock.nowMs());
    QCOMPARE(now.corrected, clock.nowMs() + offset);
    QCOMPARE(now.uncertain, uncertain);
}

void TestTimeKeeper::learn_slowAnswer_countsHalfTheRoundTrip()
{
    const test::FakeClock clock;
    TimeKeeper time(clock);
    time.learn(clock.nowMs() - 300, 600); // said in the middle of the way there and back
    QCOMPARE(time.offset(), std::optional<qint64>(0));
}

void TestTimeKeeper::now_clockWasSet_keepsTimeByTheMonotonicClock_data()
{
    QTest::addColumn<qint64>("jump");
    QTest::addColumn<bool>("uncertain");
    QTest::newRow("an hour ahead") << 60 * Minute << true;
    QTest::newRow("an hour back") << -60 * Minute << true;
    QTest::newRow("a year back") << -365 * 24 * 60 * Minute << true;
    QTest::newRow("a minute ahead, within the tolerance") << Minute << false;
}

void TestTimeKeeper::now_clockWasSet_keepsTimeByTheMonotonicClock()
{
    QFETCH(const qint64, jump);
    QFETCH(const bool, uncertain);
    test::FakeClock clock;
    TimeKeeper time(clock);
    time.learn(clock.nowMs() + 1000, 0);
    clock.advance(10 * Minute);
    const qint64 right = clock.nowMs() + 1000;
    clock.setWall(clock.nowMs() + jump);
    const auto now = time.now();
    QCOMPARE(now.device, clock.nowMs());
    QCOMPARE(now.uncertain, uncertain);
    if (uncertain)
        QCOMPARE(now.corrected, right);
    else
        QCOMPARE(now.corrected, right + jump);
}

void TestTimeKeeper::learn_afterAJump_isCertainAgain()
{
    test::FakeClock clock;
    TimeKeeper time(clock);
    time.learn(clock.nowMs(), 0);
    clock.setWall(clock.nowMs() + 60 * Minute);
    QVERIFY(time.now().uncertain);
    clock.setWall(clock.nowMs() - 60 * Minute);
    time.learn(clock.nowMs() + 500, 0);
    QVERIFY(!time.now().uncertain);
    QCOMPARE(time.now().corrected, clock.nowMs() + 500);
}

void TestTimeKeeper::restore_afterAPause_isCertainOrNot_data()
{
    QTest::addColumn<qint64>("passed");
    QTest::addColumn<qint64>("jump");
    QTest::addColumn<bool>("rebooted");
    QTest::addColumn<bool>("uncertain");
    const qint64 day = 24 * 60 * Minute;
    QTest::newRow("the program was started again") << Minute << qint64(0) << false << false;
    QTest::newRow("the next day") << day << qint64(0) << true << false;
    QTest::newRow("the clock was set ahead meanwhile") << Minute << 60 * Minute << false << true;
    QTest::newRow("the clock was set back meanwhile") << day << -60 * Minute << false << true;
    QTest::newRow("it forgot the time while it was off") << Minute << -365 * day << true << true;
    QTest::newRow("after the holidays") << 12 * day << qint64(0) << true << false;
    QTest::newRow("after a month and more") << 31 * day << qint64(0) << true << true;
}

void TestTimeKeeper::restore_afterAPause_isCertainOrNot()
{
    QFETCH(qint64, passed);
    QFETCH(qint64, jump);
    QFETCH(bool, rebooted);
    QFETCH(bool, uncertain);
    test::FakeClock clock;
    TimeKeeper before(clock, "boot 1");
    QVERIFY(before.learnt().isEmpty());
    before.learn(clock.nowMs() + 1500, 0);
    const auto learnt = before.learnt();
    clock.advance(passed);
    const qint64 right = clock.nowMs() + 1500;
    clock.setWall(clock.nowMs() + jump);
    TimeKeeper after(clock, rebooted ? "boot 2" : "boot 1");
    after.restore(learnt);
    QCOMPARE(after.now().uncertain, uncertain);
    if (!uncertain || !rebooted) // in the same run the monotonic clock knows better
        QCOMPARE(after.now().corrected, right);
}

void TestTimeKeeper::restore_nonsense_isAsIfNothingWasLearnt()
{
    test::FakeClock clock;
    TimeKeeper time(clock);
    for (const auto& nonsense : {QJsonObject{}, QJsonObject{{QStringLiteral("offset"), QStringLiteral("x")}},
             QJsonObject{{QStringLiteral("offset"), 5}}}) {
        time.restore(nonsense);
        QVERIFY(!time.offset());
    }
}

void TestTimeKeeper::kept_inTheMachineStore_isThereAfterAStart()
{
    test::FakeClock clock;
    const auto store = *store::SqliteConnection::open(QStringLiteral(":memory:"), {.durable = false});
    QVERIFY(store::migrate(*store, sync::machineSchemas()));
    TimeKeeper first(clock, "boot");
    sync::KeptTime kept(*store, clock, first);
    QVERIFY(kept.keep()); // nothing is known yet
    QCOMPARE(store->integer("SELECT COUNT(*) FROM machine_note"), 0);
    first.learn(clock.nowMs() + 700, 0);
    QVERIFY(kept.keep());
    const auto writes = store->statementCount();
    QVERIFY(kept.keep()); // nothing new: a contact costs no write
    QCOMPARE(store->statementCount(), writes);
    clock.advance(11 * Minute);
    QVERIFY(kept.keep());
    QVERIFY(store->statementCount() > writes);
    TimeKeeper second(clock, "boot");
    QVERIFY(sync::KeptTime(*store, clock, second).restore());
    QCOMPARE(second.offset(), std::optional<qint64>(700));
    QVERIFY(!second.now().uncertain);
}

void TestTimeKeeper::now_longAfterLearning_isStillCertain()
{
    test::FakeClock clock;
    TimeKeeper time(clock);
    time.learn(clock.nowMs() + 40, 0);
    clock.advance(7 * 24 * 60 * Minute);
    QVERIFY(!time.now().uncertain);
}

QTEST_GUILESS_MAIN(TestTimeKeeper)
#include "test_time_keeper.moc"
