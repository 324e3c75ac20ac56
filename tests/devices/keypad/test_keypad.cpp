#include "devices/keypad/KeypadDrivers.h"
#include "devices/keypad/LineKeypad.h"
#include "devices/keypad/SimulatedKeypadLine.h"
#include "tests/devices/keypad/KeypadDouble.h"
#include "tests/support/base/FakeClock.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What happens at the keypad, one stage after another: the same for every driver.
enum Stage { PressFive, PressOne, WalkAway, PressUnasked, MakeNoise, DamageKey, Die, Revive, Unplug, Plug };

class Rig
{
public:
    virtual ~Rig() = default;
    virtual bool enter(Stage stage) = 0; // stages come in their order
    Keypad& keypad() { return *m_keypad; }

protected:
    std::unique_ptr<Keypad> m_keypad;
};

class LineRig final : public Rig
{
public:
    LineRig(const QString& model, test::KeypadDouble::Line line)
        : m_emulator(model, line)
    {
        m_keypad = keypadDrivers(m_clock).make(m_emulator.uri()).value();
    }
    bool enter(Stage stage) override
    {
        const auto turn = [](const QJsonValue& grade) { return std::pair{"turns"_L1, QJsonValue(QJsonArray{grade})}; };
        const QList<QJsonObject> orders{
            {turn(5)},
            {turn(1)},
            {turn(QJsonValue::Null)},
            {{"press"_L1, 4}},
            {{"raw"_L1, "ff6804046801910149004b4b0dff68"_L1}, turn(3)},
            {{"fault"_L1, "checksum"_L1}, turn(2)},
            {{"dead"_L1, true}},
            {{"dead"_L1, false}, turn(4)},
            {{"unplug"_L1, true}},
            {{"plug"_L1, true}, turn(2)},
        };
        return m_emulator.obey(orders.at(stage));
    }

private:
    SystemClock m_clock;
    test::KeypadDouble m_emulator;
};

class SimulatedRig final : public Rig
{
public:
    SimulatedRig()
    {
        const auto press = [](int grade) { return QJsonObject{{"press"_L1, grade}}; };
        const QJsonObject silence{{"silence"_L1, true}};
        const QJsonArray turns{press(5), press(1), silence, silence, press(3), press(2), press(4), press(2)};
        const QJsonObject nothing{{"wait"_L1, 0}};
        QJsonArray steps;
        for (const auto& step : {nothing, nothing, nothing, press(4), QJsonObject{{"garbage"_L1, 40}},
                 QJsonObject{{"fault"_L1, "checksum"_L1}},
                 QJsonObject{{"fault"_L1, "silent"_L1}, {"times"_L1, 3}}, // to the question and two polls
                 nothing, QJsonObject{{"unplug"_L1, true}}, QJsonObject{{"plug"_L1, true}}}) {
            steps.append(QJsonObject{{"wait"_L1, 1000}});
            steps.append(step);
        }
        const auto script = readKeypadScript({{"onAsk"_L1, turns}, {"steps"_L1, steps}}, u"test"_s).value();
        const auto profile = loadKeypadProfile(u"framed-ff68"_s).value();
        m_keypad =
            std::make_unique<LineKeypad>(profile, std::make_unique<SimulatedKeypadLine>(profile, script, m_clock));
    }
    bool enter(Stage) override
    {
        m_clock.advance(1000);
        return true;
    }

private:
    test::FakeClock m_clock;
};

std::unique_ptr<Rig> makeRig(const QString& name)
{
    using Line = test::KeypadDouble::Line;
    if (name == "simulator"_L1)
        return std::make_unique<SimulatedRig>();
    return std::make_unique<LineRig>(name.section(u' ', 0, 0), name.endsWith("tcp"_L1) ? Line::Tcp : Line::Serial);
}

QString told(const Result<KeypadAnswer>& answer)
{
    if (!answer)
        return answer.error().code;
    return answer->grade ? QString::number(*answer->grade) : u"timed out"_s;
}

} // namespace

// The contract of Keypad, kept by the simulator and by the driver of real lines alike.
class TestKeypad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keypad_aDayAtTheWindow_keepsTheContract_data();
    void keypad_aDayAtTheWindow_keepsTheContract();
};

void TestKeypad::keypad_aDayAtTheWindow_keepsTheContract_data()
{
    QTest::addColumn<QString>("rig");
    QTest::addColumn<QString>("whenDead");
    QTest::newRow("simulator") << u"simulator"_s << u"keypad.no-answer"_s;
    QTest::newRow("frames on a serial line") << u"framed-ff68 serial"_s << u"keypad.no-answer"_s;
    QTest::newRow("frames behind a serial server") << u"framed-ff68 tcp"_s << u"keypad.no-answer"_s;
    QTest::newRow("short texts, which nobody can poll") << u"five-keys serial"_s << u"timed out"_s;
}

void TestKeypad::keypad_aDayAtTheWindow_keepsTheContract()
{
    QFETCH(QString, rig);
    const auto bench = makeRig(rig);
    auto& keypad = bench->keypad();
    QVERIFY(keypad.open({}));
    QCOMPARE(keypad.state({}).health, DeviceHealth::Ready);
    QVERIFY(keypad.pollInterval() >= 100ms && keypad.pollInterval() <= 2s);

    QVERIFY(bench->enter(PressFive));
    QCOMPARE(told(keypad.ask(1, {}, {})), u"5"_s);
    QVERIFY(bench->enter(PressOne));
    QCOMPARE(told(keypad.ask(2, {}, {})), u"1"_s);
    QVERIFY(bench->enter(WalkAway));
    QCOMPARE(told(keypad.ask(3, 100ms, {})), u"timed out"_s);
    QVERIFY(bench->enter(PressUnasked));
    QTest::qWait(50); // the key travels
    QCOMPARE(told(keypad.ask(4, 100ms, {})), u"timed out"_s);
    QVERIFY(bench->enter(MakeNoise));
    QCOMPARE(told(keypad.ask(5, {}, {})), u"3"_s);
    QVERIFY(bench->enter(DamageKey));
    QCOMPARE(told(keypad.ask(6, 100ms, {})), u"timed out"_s);
    QCOMPARE(keypad.state({}).health, DeviceHealth::Ready);

    QVERIFY(bench->enter(Die));
    QTEST(told(keypad.ask(7, 100ms, {})), "whenDead");
    QVERIFY(bench->enter(Revive));
    keypad.close();
    QVERIFY(keypad.open({}));
    QCOMPARE(told(keypad.ask(8, {}, {})), u"4"_s);

    QVERIFY(bench->enter(Unplug));
    QCOMPARE(told(keypad.ask(9, {}, {})), u"device.unplugged"_s);
    QCOMPARE(keypad.state({}).health, DeviceHealth::Fault);
    keypad.close();
    QVERIFY(!keypad.open({}));
    QVERIFY(bench->enter(Plug));
    QVERIFY(keypad.open({}));
    QCOMPARE(told(keypad.ask(10, {}, {})), u"2"_s);

    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(told(keypad.ask(11, {}, stop.get_token())), u"device.cancelled"_s);
    keypad.close();
}

QTEST_GUILESS_MAIN(TestKeypad)
#include "test_keypad.moc"
