#include "devices/base/DeviceErrors.h"
#include "devices/keypad/KeypadDrivers.h"
#include "devices/keypad/LineKeypad.h"
#include "tests/devices/keypad/KeypadDouble.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/places/Places.h"

#include <QtTest>

#include <thread>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::KeypadDouble;

namespace {

using Line = KeypadDouble::Line;

constexpr int Nobody = 0;

std::unique_ptr<Keypad> opened(const KeypadDouble& emulator)
{
    static const SystemClock clock;
    auto keypad = keypadDrivers(clock).make(emulator.uri()).value();
    if (!keypad->open({}))
        return {};
    return keypad;
}

// The grade in the answer, or 0 when nobody pressed, or -1 for an error.
int gradeOf(const Result<KeypadAnswer>& answer)
{
    return answer ? answer->grade.value_or(Nobody) : -1;
}

QString codeOf(const Result<KeypadAnswer>& answer)
{
    return answer ? u"no error"_s : answer.error().code;
}

QJsonObject turns(const QJsonArray& grades, int afterMs = 0)
{
    return {{"turns"_L1, grades}, {"after"_L1, afterMs}};
}

// Takes the question, hands over a key and is gone: no real line can be made to break just there.
class BreakingLine final : public ByteStream
{
public:
    Done open(const std::stop_token&) override { return {}; }
    void close() override {}
    bool isOpen() const override { return m_writes == 0; }
    Done write(QByteArrayView, std::chrono::milliseconds, const std::stop_token&) override
    {
        if (m_writes++ > 0)
            return fail(deviceUnplugged(u"test"_s));
        return {};
    }
    Result<QByteArray> read(std::chrono::milliseconds, const std::stop_token&) override { return "K5\r"_ba; }
    void discardInput() override {}

private:
    int m_writes = 0;
};

void addModels()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<Line>("line");
    QTest::newRow("short texts on a serial line") << u"five-keys"_s << Line::Serial;
    QTest::newRow("frames on a serial line") << u"framed-ff68"_s << Line::Serial;
    QTest::newRow("frames behind a serial server") << u"framed-ff68"_s << Line::Tcp;
}

} // namespace

class TestLineKeypad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ask_everyKey_isItsGrade_data();
    void ask_everyKey_isItsGrade();
    void ask_framesSent_areThoseOfTheProfile_data();
    void ask_framesSent_areThoseOfTheProfile();
    void ask_faultOnTheLine_neverInventsAGrade_data();
    void ask_faultOnTheLine_neverInventsAGrade();
    void ask_lateAnswerOfTheFirst_neverCountsForTheSecond_data();
    void ask_lateAnswerOfTheFirst_neverCountsForTheSecond();
    void ask_keypadDiesMeanwhile_isNoAnswer();
    void ask_lineBreaksBehindTheKey_stillCounts();
    void ask_flood_findsTheKeyInIt();
    void ask_floodWithoutAKey_endsAtTheLimit();
    void ask_flood_isCancelledQuickly();
    void ask_silence_isCancelledQuickly();
    void state_oneReplyLost_staysReady();
    void state_repliesLost_isFault();
    void state_flood_isReady();
    void state_modelWithoutPoll_saysThatItIsUnknown();
    void state_lineGone_isFault_data();
    void state_lineGone_isFault();
    void make_wrongUri_isRefused_data();
    void make_wrongUri_isRefused();
    void open_nobodyThere_saysSo();
    void find_everyProfile_onEveryPort();
};

void TestLineKeypad::ask_everyKey_isItsGrade_data()
{
    addModels();
}

void TestLineKeypad::ask_everyKey_isItsGrade()
{
    QFETCH(QString, model);
    QFETCH(Line, line);
    KeypadDouble emulator(model, line);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    QVERIFY(emulator.obey(turns({5, 4, 3, 2, 1})));
    for (int grade = 5; grade >= 1; --grade)
        QCOMPARE(gradeOf(keypad->ask(6 - grade, {}, {})), grade);
    QCOMPARE(gradeOf(keypad->ask(6, 50ms, {})), Nobody);
}

void TestLineKeypad::ask_framesSent_areThoseOfTheProfile_data()
{
    addModels();
}

void TestLineKeypad::ask_framesSent_areThoseOfTheProfile()
{
    QFETCH(QString, model);
    QFETCH(Line, line);
    KeypadDouble emulator(model, line);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    QCOMPARE(keypad->state({}).health, DeviceHealth::Ready);
    QVERIFY(emulator.obey(turns({4, QJsonValue::Null})));
    QCOMPARE(gradeOf(keypad->ask(255, {}, {})), 4);
    QCOMPARE(gradeOf(keypad->ask(256, 50ms, {})), Nobody);
    QTRY_VERIFY(emulator.obey({{"heard"_L1, QJsonArray{u"greet"_s, u"ask"_s, u"thank"_s, u"ask"_s}}}));
    QCOMPARE(emulator.obey({{"polled"_L1, true}}), model == "framed-ff68"_L1);
}

void TestLineKeypad::ask_faultOnTheLine_neverInventsAGrade_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("grade");
    for (const auto model : {"five-keys", "framed-ff68"}) {
        const auto row = [model](const char* fault, int grade) {
            QTest::addRow("%s, %s", fault, model) << QString::fromLatin1(model) << QString::fromLatin1(fault) << grade;
        };
        row("split", 4);
        row("noise", 4);
        row("twice", 4);
        row("checksum", Nobody);
        row("tail", Nobody);
        row("key", Nobody);
    }
}

void TestLineKeypad::ask_faultOnTheLine_neverInventsAGrade()
{
    QFETCH(QString, model);
    QFETCH(QString, fault);
    KeypadDouble emulator(model);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    QVERIFY(emulator.obey({{"turns"_L1, QJsonArray{4, 2}}, {"fault"_L1, fault}}));
    QFETCH(int, grade);
    QCOMPARE(gradeOf(keypad->ask(1, grade == Nobody ? 150ms : 5s, {})), grade);
    QCOMPARE(gradeOf(keypad->ask(2, {}, {})), 2); // what is left of the first does no harm
}

void TestLineKeypad::ask_lateAnswerOfTheFirst_neverCountsForTheSecond_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("pauseMs"); // between the two
    QTest::newRow("short texts, between the two questions") << u"five-keys"_s << 400;
    QTest::newRow("frames, between the two questions") << u"framed-ff68"_s << 400;
    QTest::newRow("frames, while the second is asked") << u"framed-ff68"_s << 0;
}

void TestLineKeypad::ask_lateAnswerOfTheFirst_neverCountsForTheSecond()
{
    QFETCH(QString, model);
    QFETCH(int, pauseMs);
    KeypadDouble emulator(model);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    QVERIFY(emulator.obey(turns({1, QJsonValue::Null}, 200)));
    QCOMPARE(gradeOf(keypad->ask(1, 50ms, {})), Nobody);
    QTest::qWait(pauseMs);
    QCOMPARE(gradeOf(keypad->ask(2, 400ms, {})), Nobody);
}

void TestLineKeypad::ask_keypadDiesMeanwhile_isNoAnswer()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    QVERIFY(emulator.obey({{"dead"_L1, true}}));
    QCOMPARE(codeOf(keypad->ask(1, 50ms, {})), u"keypad.no-answer"_s);
    QVERIFY(emulator.obey({{"dead"_L1, false}, {"turns"_L1, QJsonArray{3}}}));
    QCOMPARE(gradeOf(keypad->ask(2, {}, {})), 3);
}

void TestLineKeypad::ask_lineBreaksBehindTheKey_stillCounts()
{
    LineKeypad keypad(loadKeypadProfile(u"five-keys"_s).value(), std::make_unique<BreakingLine>());
    QCOMPARE(gradeOf(keypad.ask(1, {}, {})), 5);
    QCOMPARE(codeOf(keypad.ask(2, {}, {})), u"device.unplugged"_s);
}

void TestLineKeypad::ask_flood_findsTheKeyInIt()
{
    for (const auto& model : {u"five-keys"_s, u"framed-ff68"_s}) {
        KeypadDouble emulator(model);
        const auto keypad = opened(emulator);
        QVERIFY(keypad);
        auto order = turns({4}, 100);
        order.insert("flood"_L1, true);
        QVERIFY(emulator.obey(order));
        QCOMPARE(gradeOf(keypad->ask(1, {}, {})), 4);
    }
}

void TestLineKeypad::ask_floodWithoutAKey_endsAtTheLimit()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    QVERIFY(emulator.obey({{"flood"_L1, true}}));
    QElapsedTimer timer;
    timer.start();
    const test::FairTimer fair;
    QCOMPARE(gradeOf(keypad->ask(1, 200ms, {})), Nobody);
    QVERIFY(timer.elapsed() >= 200);
    QVERIFY2(fair.elapsed() < 3000, qPrintable(QString::number(fair.elapsed())));
}

void TestLineKeypad::ask_flood_isCancelledQuickly()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    QVERIFY(emulator.obey({{"flood"_L1, true}}));
    std::stop_source stop;
    const std::jthread canceller([&stop] {
        std::this_thread::sleep_for(100ms);
        stop.request_stop();
    });
    test::FairTimer timer;
    timer.start();
    QCOMPARE(codeOf(keypad->ask(1, {}, stop.get_token())), u"device.cancelled"_s);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void TestLineKeypad::ask_silence_isCancelledQuickly()
{
    KeypadDouble emulator(u"five-keys"_s);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    std::stop_source stop;
    const std::jthread canceller([&stop] {
        std::this_thread::sleep_for(100ms);
        stop.request_stop();
    });
    test::FairTimer timer;
    timer.start();
    QCOMPARE(codeOf(keypad->ask(1, {}, stop.get_token())), u"device.cancelled"_s);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(emulator.obey(turns({2})));
    QCOMPARE(gradeOf(keypad->ask(2, {}, {})), 2);
}

void TestLineKeypad::state_oneReplyLost_staysReady()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    QVERIFY(emulator.obey({{"lose"_L1, 1}}));
    QCOMPARE(keypad->state({}), DeviceState::ready());
}

void TestLineKeypad::state_repliesLost_isFault()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    QVERIFY(emulator.obey({{"lose"_L1, 2}}));
    const auto state = keypad->state({});
    QCOMPARE(state.health, DeviceHealth::Fault);
    QCOMPARE(state.reason->code, u"keypad.no-answer"_s);
    QCOMPARE(keypad->state({}), DeviceState::ready());
}

void TestLineKeypad::state_flood_isReady()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    QVERIFY(emulator.obey({{"flood"_L1, true}}));
    QCOMPARE(keypad->state({}), DeviceState::ready());
}

void TestLineKeypad::state_modelWithoutPoll_saysThatItIsUnknown()
{
    KeypadDouble emulator(u"five-keys"_s);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    const auto state = keypad->state({});
    QCOMPARE(state.health, DeviceHealth::Ready);
    QCOMPARE(state.reason->code, u"keypad.state-unknown"_s);
}

void TestLineKeypad::state_lineGone_isFault_data()
{
    addModels();
}

void TestLineKeypad::state_lineGone_isFault()
{
    QFETCH(QString, model);
    QFETCH(Line, line);
    KeypadDouble emulator(model, line);
    const auto keypad = opened(emulator);
    QVERIFY(keypad);
    QVERIFY(emulator.obey({{"unplug"_L1, true}}));
    const auto state = keypad->state({});
    QCOMPARE(state.health, DeviceHealth::Fault);
    QCOMPARE(state.reason->code, u"device.unplugged"_s);
}

void TestLineKeypad::make_wrongUri_isRefused_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such profile") << u"keypad:seven-keys.json:serial:/dev/ttyS0"_s << u"keypad.profile-read"_s;
    QTest::newRow("profile that is no profile")
        << u"keypad:%1:serial:/dev/ttyS0"_s.arg(test::inSource(u"resources/simulator/keypad-demo.json"))
        << u"keypad.profile"_s;
    QTest::newRow("impossible speed") << u"keypad:five-keys:serial:/dev/ttyS0?baud=1"_s << u"device.uri"_s;
    QTest::newRow("no profile") << u"keypad:serial:/dev/ttyS0"_s << u"device.uri"_s;
    QTest::newRow("another driver") << u"escpos:serial:/dev/ttyS0"_s << u"device.driver-unknown"_s;
    QTest::newRow("simulator of another kind") << u"sim:idcard"_s << u"device.driver-unknown"_s;
}

void TestLineKeypad::make_wrongUri_isRefused()
{
    QFETCH(QString, uri);
    const SystemClock clock;
    const auto keypad = keypadDrivers(clock).make(uri);
    QVERIFY(!keypad);
    QTEST(keypad.error().code, "code");
}

void TestLineKeypad::open_nobodyThere_saysSo()
{
    const SystemClock clock;
    const auto keypad = keypadDrivers(clock).make(u"keypad:five-keys:serial:/dev/ttyNone"_s).value();
    QCOMPARE(keypad->open({}).error().code, u"device.port-missing"_s);
    QCOMPARE(keypad->state({}).reason->code, u"device.unplugged"_s);
    QCOMPARE(codeOf(keypad->ask(1, 1s, {})), u"device.unplugged"_s);
}

void TestLineKeypad::find_everyProfile_onEveryPort()
{
    const SystemClock clock;
    const auto found = findKeypads();
    QCOMPARE(found.size(), serialPorts().size() * 2);
    for (const auto& device : found)
        QVERIFY2(keypadDrivers(clock).make(device.uri), qPrintable(device.uri));
}

QTEST_GUILESS_MAIN(TestLineKeypad)
#include "test_line_keypad.moc"
