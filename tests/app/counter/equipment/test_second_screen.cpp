#include "app/counter/equipment/SecondScreen.h"

#include <QGuiApplication>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::devices;

// The monitor that faces the citizen, as the profile names it.
class TestSecondScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void state_ofEachAddress_data();
    void state_ofEachAddress();
    void screen_ofEachNumber_isThatMonitor();
    void screen_thatIsMissing_namesItsNumber();
};

void TestSecondScreen::state_ofEachAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("health");
    QTest::addColumn<QString>("code");
    const QString fault = u"fault"_s;
    QTest::newRow("none") << QString() << u"not-configured"_s << u"device.not-configured"_s;
    QTest::newRow("the first") << u"screen:1"_s << u"ready"_s << QString();
    QTest::newRow("the first as a window") << u"screen:1?window=1"_s << u"ready"_s << QString();
    QTest::newRow("one that is not there") << u"screen:9"_s << fault << u"screen.missing"_s;
    QTest::newRow("number 0") << u"screen:0"_s << fault << u"device.uri"_s;
    QTest::newRow("number 17") << u"screen:17"_s << fault << u"device.uri"_s;
    QTest::newRow("a name") << u"screen:left"_s << fault << u"device.uri"_s;
    QTest::newRow("no number") << u"screen:"_s << fault << u"device.uri"_s;
    QTest::newRow("half a window") << u"screen:1?window=2"_s << fault << u"device.uri"_s;
    QTest::newRow("another device") << u"sim:keypad"_s << fault << u"device.driver-unknown"_s;
}

void TestSecondScreen::state_ofEachAddress()
{
    QFETCH(QString, address);
    const SecondScreen screen(address);
    QTEST(healthName(screen.state().health), "health");
    QTEST(screen.state().reason ? screen.state().reason->code : QString(), "code");
    QCOMPARE(screen.screen() != nullptr, screen.isReady());
    QCOMPARE(screen.isWindow(), address.contains(u"window=1"_s));
}

void TestSecondScreen::screen_ofEachNumber_isThatMonitor()
{
    const auto monitors = QGuiApplication::screens();
    for (int i = 0; i < monitors.size(); ++i)
        QCOMPARE(SecondScreen(u"screen:%1"_s.arg(i + 1)).screen(), monitors.at(i));
    const SecondScreen next(u"screen:%1"_s.arg(monitors.size() + 1));
    QCOMPARE(next.state().reason->code, u"screen.missing"_s);
}

void TestSecondScreen::screen_thatIsMissing_namesItsNumber()
{
    const SecondScreen screen(u"screen:9"_s);
    QCOMPARE(screen.state().reason->fields.value("number"_L1).toInteger(), 9);
    QCOMPARE(screen.state().reason->fields.value("count"_L1).toInteger(), QGuiApplication::screens().size());
}

QTEST_MAIN(TestSecondScreen)
#include "test_second_screen.moc"
