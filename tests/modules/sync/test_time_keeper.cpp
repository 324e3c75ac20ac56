#include "modules/sync/TimeKeeper.h"
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
    void restore_ofAnEarlierDay_countsUntilTheClockJumps();
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

void TestTimeKeeper::restore_ofAnEarlierDay_countsUntilTheClockJumps()
{
    test::FakeClock clock;
    TimeKeeper time(clock);
    time.restore(1500);
    QVERIFY(!time.now().uncertain);
    QCOMPARE(time.now().corrected, clock.nowMs() + 1500);
    clock.setWall(clock.nowMs() - 6 * Minute);
    QVERIFY(time.now().uncertain);
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
