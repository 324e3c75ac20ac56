#include "devices/caller/CallerDrivers.h"
#include "devices/caller/SimulatedCaller.h"
#include "Hall.h"
#include "tests/support/base/FakeClock.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;
using test::answerOf;

namespace {

QJsonObject scriptOf(const QJsonArray& steps)
{
    return {{"queues"_L1, QJsonObject{{"A"_L1, u"社会保险"_s}, {"B"_L1, u"就业服务"_s}}}, {"steps"_L1, steps},
        {"limit"_L1, 150}};
}

} // namespace

class TestSimulatedCaller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demo_asTimeGoesBy_fillsTheHall();
    void tickets_ofTwoQueues_areCountedEach();
    void delay_beyondTheLimit_isNoAnswer();
    void faults_questionForTheState_isSpared();
    void refusal_times_endsByItself();
    void script_mistakes_areRefused_data();
    void script_mistakes_areRefused();
};

void TestSimulatedCaller::demo_asTimeGoesBy_fillsTheHall()
{
    test::FakeClock clock;
    const auto terminal = callerDrivers(clock).make(u"sim:caller"_s).value();
    QCOMPARE(answerOf(*terminal, {})->waiting, std::optional(4));
    const auto called = answerOf(*terminal, {CallOperation::Next, {}, {}});
    QCOMPARE(called->ticket, (CallTicket{u"A001"_s, u"社会保险"_s, clock.nowMs()}));
    clock.advance(20'000);
    QCOMPARE(answerOf(*terminal, {})->waiting, std::optional(4));
    clock.advance(55'000); // the script begins again: further numbers, not the same
    QCOMPARE(answerOf(*terminal, {})->waiting, std::optional(9));
    QStringList numbers;
    while (answerOf(*terminal, {})->waiting > 0)
        numbers.append(answerOf(*terminal, {CallOperation::Next, {}, {}})->ticketNumber());
    QCOMPARE(numbers, (QStringList{u"C001"_s, u"A002"_s, u"B001"_s, u"C002"_s, u"A003"_s, u"A004"_s, u"C003"_s,
                          u"A005"_s, u"B002"_s}));
}

void TestSimulatedCaller::tickets_ofTwoQueues_areCountedEach()
{
    const test::FakeClock clock;
    const QJsonObject a{{"arrive"_L1, "A"_L1}};
    SimulatedCaller terminal(
        readCallerScript(scriptOf({a, QJsonObject{{"arrive"_L1, "B"_L1}}, a}), u"x"_s).value(), clock);
    QStringList told;
    for (int i = 0; i < 3; ++i) {
        const auto called = answerOf(terminal, {CallOperation::Next, {}, {}});
        told.append(called->ticketNumber() + called->ticket->queue);
    }
    QCOMPARE(told, (QStringList{u"A001社会保险"_s, u"B001就业服务"_s, u"A002社会保险"_s}));
}

void TestSimulatedCaller::delay_beyondTheLimit_isNoAnswer()
{
    const test::FakeClock clock;
    SimulatedCaller terminal(readCallerScript(scriptOf({QJsonObject{{"delay"_L1, 60'000}}}), u"x"_s).value(), clock);
    const auto told = answerOf(terminal, {});
    QCOMPARE(told.error().code, u"caller.no-answer"_s);
}

void TestSimulatedCaller::faults_questionForTheState_isSpared()
{
    const test::FakeClock clock;
    for (const auto& fault : {QJsonObject{{"silent"_L1, 1}}, QJsonObject{{"mute"_L1, 1}},
             QJsonObject{{"refuse"_L1, u"维护"_s}, {"times"_L1, 1}}}) {
        SimulatedCaller terminal(readCallerScript(scriptOf({fault}), u"x"_s).value(), clock);
        QVERIFY(answerOf(terminal, {}));
        QVERIFY(!answerOf(terminal, {CallOperation::Next, {}, {}}));
        QVERIFY(answerOf(terminal, {CallOperation::Next, {}, {}}));
    }
}

void TestSimulatedCaller::refusal_times_endsByItself()
{
    const test::FakeClock clock;
    SimulatedCaller terminal(
        readCallerScript(scriptOf({QJsonObject{{"refuse"_L1, u"维护"_s}, {"times"_L1, 2}}}), u"x"_s).value(), clock);
    QCOMPARE(answerOf(terminal, {CallOperation::Pause, {}, {}}).error().code, u"caller.refused"_s);
    QCOMPARE(answerOf(terminal, {CallOperation::Next, {}, {}}).error().code, u"caller.refused"_s);
    QVERIFY(answerOf(terminal, {CallOperation::Next, {}, {}}));
}

void TestSimulatedCaller::script_mistakes_areRefused_data()
{
    QTest::addColumn<QJsonObject>("script");
    QTest::addRow("unknown word") << QJsonObject{{"speed"_L1, 2}};
    QTest::addRow("unknown step") << scriptOf({QJsonObject{{"jump"_L1, true}}});
    QTest::addRow("empty step") << scriptOf({QJsonObject()});
    QTest::addRow("step is no object") << scriptOf({3});
    QTest::addRow("two words in a step") << scriptOf({QJsonObject{{"wait"_L1, 1}, {"plug"_L1, true}}});
    QTest::addRow("times of a step without any") << scriptOf({QJsonObject{{"wait"_L1, 1}, {"times"_L1, 2}}});
    QTest::addRow("a queue nobody knows") << scriptOf({QJsonObject{{"arrive"_L1, "C"_L1}}});
    QTest::addRow("queue without a name") << QJsonObject{{"queues"_L1, QJsonObject{{"A"_L1, 1}}}};
    QTest::addRow("queues are no object") << QJsonObject{{"queues"_L1, QJsonArray{u"A"_s}}};
    QTest::addRow("steps are no list") << QJsonObject{{"steps"_L1, 1}};
    QTest::addRow("repeat is no flag") << QJsonObject{{"repeat"_L1, 1}};
    QTest::addRow("limit is no number") << QJsonObject{{"limit"_L1, "long"_L1}};
}

void TestSimulatedCaller::script_mistakes_areRefused()
{
    QFETCH(QJsonObject, script);
    const auto read = readCallerScript(script, u"x.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"device.script"_s);
}

QTEST_GUILESS_MAIN(TestSimulatedCaller)
#include "test_simulated_caller.moc"
