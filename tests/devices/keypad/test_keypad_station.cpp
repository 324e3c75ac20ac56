#include "devices/keypad/KeypadDrivers.h"
#include "devices/keypad/KeypadStation.h"
#include "tests/devices/keypad/KeypadDouble.h"
#include "tests/support/base/FairTimer.h"

#include <QSignalSpy>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::KeypadDouble;

namespace {

using Line = KeypadDouble::Line;

// A station and everything it said: "1 pressed 5", "2 timed out", "3 device.cancelled".
class Desk
{
public:
    explicit Desk(const QString& uri)
        : station(keypadDrivers(m_clock).make(uri))
    {
        QObject::connect(&station, &KeypadStation::pressed, &station,
            [this](int ticket, int grade) { told.append(u"%1 pressed %2"_s.arg(ticket).arg(grade)); });
        QObject::connect(&station, &KeypadStation::timedOut, &station,
            [this](int ticket) { told.append(u"%1 timed out"_s.arg(ticket)); });
        QObject::connect(&station, &KeypadStation::failed, &station,
            [this](int ticket, const Error& error) { told.append(u"%1 %2"_s.arg(ticket).arg(error.code)); });
    }

    DeviceHealth health() const { return station.state().health; }
    QString reason() const { return station.state().reason ? station.state().reason->code : QString(); }

private:
    SystemClock m_clock;

public:
    QStringList told;
    KeypadStation station;
};

QJsonObject turns(const QJsonArray& grades, int afterMs = 0)
{
    return {{"turns"_L1, grades}, {"after"_L1, afterMs}};
}

} // namespace

class TestKeypadStation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ask_pressed_answersItsTicket();
    void ask_twoInARow_areAskedOneAfterAnother();
    void cancel_running_freesTheKeypadForTheNext();
    void cancel_waiting_isNeverAsked();
    void cancel_answered_changesNothing();
    void ask_lateAnswerOfTheFirst_neverCountsForTheSecond();
    void idle_unpluggedAndPlugged_turnsRedAndGreen_data();
    void idle_unpluggedAndPlugged_turnsRedAndGreen();
    void idle_deadAndAlive_turnsRedAndGreen();
    void ask_unpluggedMeanwhile_failsAndComesBack();
    void ask_deadKeypad_failsLongBeforeTheLimit();
    void ask_keypadBackSinceTheLastLook_works();
    void station_modelWithoutPoll_isGreenWithARemark();
    void station_notConfigured_saysSo();
    void station_wrongProfile_showsFault();
    void destroy_whileAsking_isQuick_data();
    void destroy_whileAsking_isQuick();
};

void TestKeypadStation::ask_pressed_answersItsTicket()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    QVERIFY(emulator.obey(turns({5, QJsonValue::Null, 1}, 50)));
    Desk desk(emulator.uri());
    QCOMPARE(desk.station.ask(), 1);
    QVERIFY(desk.told.isEmpty()); // the answer comes by the event loop
    QTRY_COMPARE(desk.told, (QStringList{u"1 pressed 5"_s}));
    QCOMPARE(desk.station.ask(100ms), 2);
    QTRY_COMPARE(desk.told.size(), 2);
    QCOMPARE(desk.station.ask(), 3);
    QTRY_COMPARE(desk.told, (QStringList{u"1 pressed 5"_s, u"2 timed out"_s, u"3 pressed 1"_s}));
    QCOMPARE(desk.health(), DeviceHealth::Ready);
}

void TestKeypadStation::ask_twoInARow_areAskedOneAfterAnother()
{
    KeypadDouble emulator(u"five-keys"_s);
    QVERIFY(emulator.obey(turns({4, 2}, 100)));
    Desk desk(emulator.uri());
    desk.station.ask();
    desk.station.ask();
    QTRY_COMPARE(desk.told, (QStringList{u"1 pressed 4"_s, u"2 pressed 2"_s}));
    QVERIFY(emulator.obey({{"heard"_L1, QJsonArray{u"greet"_s, u"ask"_s, u"thank"_s, u"ask"_s, u"thank"_s}}}));
}

void TestKeypadStation::cancel_running_freesTheKeypadForTheNext()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    QVERIFY(emulator.obey(turns({QJsonValue::Null, 3})));
    Desk desk(emulator.uri());
    const int first = desk.station.ask();
    QTRY_VERIFY(emulator.obey({{"heard"_L1, QJsonArray{u"greet"_s, u"ask"_s}}}));
    desk.station.cancel(first);
    QTRY_COMPARE(desk.told, (QStringList{u"1 device.cancelled"_s}));
    QCOMPARE(desk.health(), DeviceHealth::Ready);
    desk.station.ask();
    QTRY_COMPARE(desk.told.last(), u"2 pressed 3"_s);
}

void TestKeypadStation::cancel_waiting_isNeverAsked()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    QVERIFY(emulator.obey(turns({5, 1}, 100)));
    Desk desk(emulator.uri());
    desk.station.ask();
    desk.station.cancel(desk.station.ask());
    desk.station.ask();
    QTRY_COMPARE(desk.told, (QStringList{u"1 pressed 5"_s, u"2 device.cancelled"_s, u"3 pressed 1"_s}));
}

void TestKeypadStation::cancel_answered_changesNothing()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    QVERIFY(emulator.obey(turns({5, 4})));
    Desk desk(emulator.uri());
    desk.station.ask();
    QTRY_COMPARE(desk.told.size(), 1);
    desk.station.cancel(1);
    desk.station.cancel(17);
    desk.station.ask();
    QTRY_COMPARE(desk.told, (QStringList{u"1 pressed 5"_s, u"2 pressed 4"_s}));
}

void TestKeypadStation::ask_lateAnswerOfTheFirst_neverCountsForTheSecond()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    Desk desk(emulator.uri());
    const int first = desk.station.ask();
    QTRY_VERIFY(emulator.obey({{"heard"_L1, QJsonArray{u"greet"_s, u"ask"_s}}}));
    desk.station.cancel(first);
    desk.station.ask(700ms);
    QTRY_VERIFY(emulator.obey({{"heard"_L1, QJsonArray{u"greet"_s, u"ask"_s, u"ask"_s}}}));
    QVERIFY(emulator.obey({{"press"_L1, 1}, {"question"_L1, first}}));
    QTRY_COMPARE(desk.told, (QStringList{u"1 device.cancelled"_s, u"2 timed out"_s}));
}

void TestKeypadStation::idle_unpluggedAndPlugged_turnsRedAndGreen_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<Line>("line");
    QTest::newRow("short texts on a serial line") << u"five-keys"_s << Line::Serial;
    QTest::newRow("frames on a serial line") << u"framed-ff68"_s << Line::Serial;
    QTest::newRow("frames behind a serial server") << u"framed-ff68"_s << Line::Tcp;
}

void TestKeypadStation::idle_unpluggedAndPlugged_turnsRedAndGreen()
{
    QFETCH(QString, model);
    QFETCH(Line, line);
    KeypadDouble emulator(model, line);
    Desk desk(emulator.uri());
    QTRY_COMPARE(desk.health(), DeviceHealth::Ready);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(emulator.obey({{"unplug"_L1, true}}));
    QTRY_COMPARE(desk.health(), DeviceHealth::Fault);
    qInfo("red after %lld ms", timer.restart());
    QVERIFY2(desk.reason().startsWith("device."_L1), qPrintable(desk.reason()));
    QVERIFY(emulator.obey({{"plug"_L1, true}}));
    QTRY_COMPARE(desk.health(), DeviceHealth::Ready);
    qInfo("green after %lld ms", timer.elapsed());
    QVERIFY(emulator.obey(turns({4})));
    desk.station.ask();
    QTRY_COMPARE(desk.told, (QStringList{u"1 pressed 4"_s}));
}

void TestKeypadStation::idle_deadAndAlive_turnsRedAndGreen()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    Desk desk(emulator.uri());
    QTRY_COMPARE(desk.health(), DeviceHealth::Ready);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(emulator.obey({{"dead"_L1, true}}));
    QTRY_COMPARE(desk.health(), DeviceHealth::Fault);
    qInfo("red after %lld ms", timer.restart());
    QCOMPARE(desk.reason(), u"keypad.no-answer"_s);
    QVERIFY(emulator.obey({{"dead"_L1, false}}));
    QTRY_COMPARE(desk.station.state(), DeviceState::ready());
    qInfo("green after %lld ms", timer.elapsed());
}

void TestKeypadStation::ask_unpluggedMeanwhile_failsAndComesBack()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    Desk desk(emulator.uri());
    desk.station.ask();
    QTRY_VERIFY(emulator.obey({{"heard"_L1, QJsonArray{u"greet"_s, u"ask"_s}}}));
    QVERIFY(emulator.obey({{"unplug"_L1, true}}));
    QTRY_COMPARE(desk.told, (QStringList{u"1 device.unplugged"_s}));
    QCOMPARE(desk.health(), DeviceHealth::Fault);
    QVERIFY(emulator.obey({{"plug"_L1, true}, {"turns"_L1, QJsonArray{3}}}));
    QTRY_COMPARE(desk.health(), DeviceHealth::Ready);
    desk.station.ask();
    QTRY_COMPARE(desk.told.last(), u"2 pressed 3"_s);
}

void TestKeypadStation::ask_deadKeypad_failsLongBeforeTheLimit()
{
    KeypadDouble emulator(u"framed-ff68"_s);
    QVERIFY(emulator.obey({{"dead"_L1, true}}));
    Desk desk(emulator.uri());
    QTRY_COMPARE(desk.health(), DeviceHealth::Fault);
    desk.station.ask(10min);
    QTRY_COMPARE(desk.told, (QStringList{u"1 keypad.no-answer"_s}));
}

void TestKeypadStation::ask_keypadBackSinceTheLastLook_works()
{
    KeypadDouble emulator(u"five-keys"_s);
    QVERIFY(emulator.obey({{"unplug"_L1, true}}));
    Desk desk(emulator.uri());
    QTRY_COMPARE(desk.reason(), u"device.port-missing"_s);
    QVERIFY(emulator.obey({{"plug"_L1, true}, {"turns"_L1, QJsonArray{5}}}));
    desk.station.ask(); // at once, not when it is looked for the next time
    QTRY_COMPARE(desk.told, (QStringList{u"1 pressed 5"_s}));
    QCOMPARE(desk.health(), DeviceHealth::Ready);
}

void TestKeypadStation::station_modelWithoutPoll_isGreenWithARemark()
{
    KeypadDouble emulator(u"five-keys"_s);
    Desk desk(emulator.uri());
    QTRY_COMPARE(desk.health(), DeviceHealth::Ready);
    QCOMPARE(desk.reason(), u"keypad.state-unknown"_s);
}

void TestKeypadStation::station_notConfigured_saysSo()
{
    Desk desk({});
    QCOMPARE(desk.health(), DeviceHealth::NotConfigured);
    QCOMPARE(desk.station.ask(), 1);
    desk.station.cancel(1);
    QTRY_COMPARE(desk.told, (QStringList{u"1 device.not-configured"_s}));
}

void TestKeypadStation::station_wrongProfile_showsFault()
{
    Desk desk(u"keypad:seven-keys:serial:/dev/ttyS0"_s);
    QCOMPARE(desk.health(), DeviceHealth::Fault);
    QCOMPARE(desk.station.ask(), 1);
    QTRY_COMPARE(desk.told, (QStringList{u"1 keypad.profile-read"_s}));
}

void TestKeypadStation::destroy_whileAsking_isQuick_data()
{
    QTest::addColumn<bool>("flood");
    QTest::newRow("silence") << false;
    QTest::newRow("endless noise") << true;
}

void TestKeypadStation::destroy_whileAsking_isQuick()
{
    QFETCH(bool, flood);
    KeypadDouble emulator(u"framed-ff68"_s);
    test::FairTimer timer;
    {
        Desk desk(emulator.uri());
        desk.station.ask(10min);
        desk.station.ask(10min);
        QTRY_VERIFY(emulator.obey({{"heard"_L1, QJsonArray{u"greet"_s, u"ask"_s}}}));
        QVERIFY(emulator.obey({{"flood"_L1, flood}}));
        QTest::qWait(50);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestKeypadStation)
#include "test_keypad_station.moc"
