#include "devices/base/ScriptTimeline.h"
#include "tests/support/base/FakeClock.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

class TestScriptTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void next_beforeTheWaitIsOver_isNothing();
    void next_afterALongTime_handsOutEverythingInOrder();
    void next_repeated_beginsAgain();
    void next_repeatedWithoutWait_endsAfterOneRound();
};

namespace {

const QJsonArray Steps{QJsonObject{{"place"_L1, "a"_L1}}, QJsonObject{{"wait"_L1, 500}},
    QJsonObject{{"remove"_L1, true}}, QJsonObject{{"wait"_L1, 500}}};

} // namespace

void TestScriptTimeline::next_beforeTheWaitIsOver_isNothing()
{
    test::FakeClock clock;
    ScriptTimeline timeline(Steps, false, clock);
    QVERIFY(timeline.next().value().contains("place"_L1));
    QVERIFY(!timeline.next());
    clock.advance(499);
    QVERIFY(!timeline.next());
    clock.advance(1);
    QVERIFY(timeline.next().value().contains("remove"_L1));
}

void TestScriptTimeline::next_afterALongTime_handsOutEverythingInOrder()
{
    test::FakeClock clock;
    ScriptTimeline timeline(Steps, false, clock);
    QVERIFY(timeline.next().value().contains("place"_L1));
    clock.advance(60'000);
    QVERIFY(timeline.next().value().contains("remove"_L1));
    QVERIFY(!timeline.next());
}

void TestScriptTimeline::next_repeated_beginsAgain()
{
    test::FakeClock clock;
    ScriptTimeline timeline(Steps, true, clock);
    QVERIFY(timeline.next().value().contains("place"_L1));
    clock.advance(1000);
    QVERIFY(timeline.next().value().contains("remove"_L1));
    QVERIFY(timeline.next().value().contains("place"_L1));
}

void TestScriptTimeline::next_repeatedWithoutWait_endsAfterOneRound()
{
    const test::FakeClock clock;
    ScriptTimeline timeline({QJsonObject{{"remove"_L1, true}}}, true, clock);
    QVERIFY(timeline.next());
    QVERIFY(!timeline.next());
}

QTEST_GUILESS_MAIN(TestScriptTimeline)
#include "test_script_timeline.moc"
