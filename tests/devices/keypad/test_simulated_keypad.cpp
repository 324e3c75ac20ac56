#include "devices/keypad/KeypadDrivers.h"
#include "devices/keypad/SimulatedKeypadLine.h"
#include "modules/base/Json.h"
#include "tests/support/base/FakeClock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A clock that stands still, and once it is let go takes a step each time somebody looks at it: what it times does not
// hang on how busy a machine is.
class SteppingClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_ms; }
    qint64 monotonicMs() const override { return m_ms += m_step; }
    void step(int ms) { m_step = ms; }

private:
    mutable qint64 m_ms = 1'000;
    int m_step = 0;
};

// A keypad made through the catalogue, as the counter makes it, from a script in a file.
class ScriptedKeypad
{
public:
    explicit ScriptedKeypad(const QJsonObject& script, const Clock& clock = LiveClock)
    {
        const auto path = m_folder.filePath(u"script.json"_s);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(canonicalBytes(script));
        file.close();
        m_keypad = keypadDrivers(clock).make("sim:keypad?script="_L1 + path).value();
    }
    Keypad* operator->() { return m_keypad.get(); }

    // The grade, "-" when nobody pressed in time, or the failure code.
    QString ask(std::optional<std::chrono::milliseconds> limit = {})
    {
        const auto answer = m_keypad->ask(++m_question, limit, {});
        if (!answer)
            return answer.error().code;
        return answer->grade ? QString::number(*answer->grade) : u"-"_s;
    }

private:
    static inline const SystemClock LiveClock;
    QTemporaryDir m_folder;
    std::unique_ptr<Keypad> m_keypad;
    int m_question = 0;
};

QJsonObject turn(int grade, int afterMs)
{
    return {{"press"_L1, grade}, {"after"_L1, afterMs}};
}

} // namespace

class TestSimulatedKeypad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ask_turnsOfTheScript_comeInTurn();
    void ask_pressAfterTheLimit_countsForNobody();
    void ask_delay_makesEveryKeyLate();
    void ask_withoutTurns_nobodyPresses();
    void steps_inTime_unplugAndComeBack();
    void steps_silent_isNoAnswer();
    void demo_opened_isReady();
    void make_scriptMissing_saysSo();
    void script_mistakes_areRefused_data();
    void script_mistakes_areRefused();
};

void TestSimulatedKeypad::ask_turnsOfTheScript_comeInTurn()
{
    const QJsonArray turns{turn(5, 60), QJsonObject{{"silence"_L1, true}}, QJsonObject{{"press"_L1, 2}}};
    ScriptedKeypad keypad({{"onAsk"_L1, turns}});
    QVERIFY(keypad->open({}));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(keypad.ask(), u"5"_s);
    QVERIFY(timer.elapsed() >= 59);
    QCOMPARE(keypad.ask(50ms), u"-"_s);
    QCOMPARE(keypad.ask(), u"2"_s);
    QCOMPARE(keypad.ask(), u"5"_s); // from the beginning
}

void TestSimulatedKeypad::ask_pressAfterTheLimit_countsForNobody()
{
    SteppingClock clock;
    ScriptedKeypad keypad({{"onAsk"_L1, QJsonArray{turn(1, 150), QJsonObject{{"silence"_L1, true}}}}}, clock);
    QVERIFY(keypad->open({}));
    QCOMPARE(keypad.ask(50ms), u"-"_s);
    clock.step(10); // the key comes while the next one is asked
    QCOMPARE(keypad.ask(300ms), u"-"_s);
    QVERIFY(clock.nowMs() > 1'150);
}

void TestSimulatedKeypad::ask_delay_makesEveryKeyLate()
{
    const QJsonObject delayed{
        {"onAsk"_L1, QJsonArray{turn(4, 0)}}, {"steps"_L1, QJsonArray{QJsonObject{{"delay"_L1, 120}}}}};
    const auto profile = loadKeypadProfile(u"framed-ff68"_s).value();
    test::FakeClock clock;
    SimulatedKeypadLine line(profile, readKeypadScript(delayed, u"x.json"_s).value(), clock);
    QVERIFY(line.open({}));
    QVERIFY(line.write(profile.ask.frame(1), 0ms, {}));
    clock.advance(119);
    QCOMPARE(line.read(0ms, {}).value(), QByteArray());
    clock.advance(1);
    QVERIFY(!line.read(0ms, {})->isEmpty());

    ScriptedKeypad keypad(delayed);
    QVERIFY(keypad->open({}));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(keypad.ask(), u"4"_s);
    QVERIFY(timer.elapsed() >= 119);
}

void TestSimulatedKeypad::ask_withoutTurns_nobodyPresses()
{
    ScriptedKeypad keypad({});
    QVERIFY(keypad->open({}));
    QCOMPARE(keypad.ask(50ms), u"-"_s);
}

void TestSimulatedKeypad::steps_inTime_unplugAndComeBack()
{
    const QJsonObject half{{"wait"_L1, 300}};
    ScriptedKeypad keypad({{"onAsk"_L1, QJsonArray{turn(3, 0)}},
        {"steps"_L1, QJsonArray{half, QJsonObject{{"unplug"_L1, true}}, half, QJsonObject{{"plug"_L1, true}}}},
        {"repeat"_L1, true}});
    QVERIFY(keypad->open({}));
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(keypad.ask(), u"3"_s);
        QTRY_COMPARE(keypad->state({}).health, DeviceHealth::Fault);
        QCOMPARE(keypad->state({}).reason->code, u"device.unplugged"_s);
        QTRY_VERIFY(keypad->open({}));
    }
}

void TestSimulatedKeypad::steps_silent_isNoAnswer()
{
    const QJsonObject silent{{"fault"_L1, "silent"_L1}, {"times"_L1, 2}};
    ScriptedKeypad keypad({{"steps"_L1, QJsonArray{silent}}});
    QVERIFY(keypad->open({}));
    QCOMPARE(keypad->state({}).reason->code, u"keypad.no-answer"_s);
    QCOMPARE(keypad->state({}), DeviceState::ready());
}

void TestSimulatedKeypad::demo_opened_isReady()
{
    const SystemClock clock;
    const auto keypad = keypadDrivers(clock).make(u"sim:keypad"_s).value();
    QVERIFY(keypad->open({}));
    QCOMPARE(keypad->state({}), DeviceState::ready());
    QCOMPARE(keypad->ask(1, 50ms, {}).value(), KeypadAnswer{}); // its citizens take their time
}

void TestSimulatedKeypad::make_scriptMissing_saysSo()
{
    const SystemClock clock;
    const auto keypad = keypadDrivers(clock).make(u"sim:keypad?script=/none.json"_s);
    QVERIFY(!keypad);
    QCOMPARE(keypad.error().code, u"device.script"_s);
}

void TestSimulatedKeypad::script_mistakes_areRefused_data()
{
    QTest::addColumn<QJsonObject>("script");
    const auto step = [](const char* name, const QJsonObject& object) {
        QTest::newRow(name) << QJsonObject{{"steps"_L1, QJsonArray{object}}};
    };
    const auto turnRow = [](const char* name, const QJsonValue& value) {
        QTest::newRow(name) << QJsonObject{{"onAsk"_L1, QJsonArray{value}}};
    };
    QTest::newRow("unknown word") << QJsonObject{{"answers"_L1, QJsonArray{}}};
    QTest::newRow("steps are no list") << QJsonObject{{"steps"_L1, 1}};
    QTest::newRow("repeat is no flag") << QJsonObject{{"repeat"_L1, 1}};
    step("unknown step", {{"jump"_L1, true}});
    step("empty step", {});
    step("two words in a step", {{"wait"_L1, 1}, {"press"_L1, 1}});
    step("wait backwards", {{"wait"_L1, -1}});
    step("delay as a text", {{"delay"_L1, "1"_L1}});
    step("grade nobody gives", {{"press"_L1, 6}});
    step("garbage without a number", {{"garbage"_L1, true}});
    step("garbage without end", {{"garbage"_L1, 1e9}});
    step("unknown fault", {{"fault"_L1, "fire"_L1}});
    step("fault not once", {{"fault"_L1, "silent"_L1}, {"times"_L1, 0}});
    step("fault with another word", {{"fault"_L1, "silent"_L1}, {"wait"_L1, 1}});
    turnRow("a number in onAsk", 5);
    turnRow("nothing in onAsk", QJsonObject{});
    turnRow("grade zero in onAsk", QJsonObject{{"press"_L1, 0}});
    turnRow("press with another word", QJsonObject{{"press"_L1, 1}, {"wait"_L1, 1}});
    turnRow("silence after a time", QJsonObject{{"silence"_L1, true}, {"after"_L1, 1}});
}

void TestSimulatedKeypad::script_mistakes_areRefused()
{
    QFETCH(QJsonObject, script);
    const auto read = readKeypadScript(script, u"x.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"device.script"_s);
    QCOMPARE(read.error().fields.value("file"_L1).toString(), u"x.json"_s);
}

QTEST_GUILESS_MAIN(TestSimulatedKeypad)
#include "test_simulated_keypad.moc"
