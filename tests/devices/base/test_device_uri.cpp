#include "devices/base/DeviceUri.h"
#include "devices/base/DriverCatalogue.h"
#include "devices/base/SimulatorScript.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

struct Thing
{
    int baud = 0;
};

DriverCatalogue<Thing> things()
{
    DriverCatalogue<Thing> catalogue(u"thing"_s);
    catalogue.add(u"ga450"_s, [](const DeviceUri& uri) -> DriverCatalogue<Thing>::Made {
        KB_TRY(const int baud, integerOption(uri, u"baud"_s, 9600, 1200, 115'200));
        return std::make_unique<Thing>(Thing{baud});
    });
    catalogue.add(u"sim"_s, [](const DeviceUri&) -> DriverCatalogue<Thing>::Made { return std::make_unique<Thing>(); });
    return catalogue;
}

} // namespace

class TestDeviceUri : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_validUri_takesItApart_data();
    void parse_validUri_takesItApart();
    void parse_brokenUri_namesTheMistake_data();
    void parse_brokenUri_namesTheMistake();
    void parse_anyText_neverCrashesAndRoundTrips();
    void hostAndPort_ipv6_losesItsBrackets();
    void make_emptyText_isNoDriver();
    void make_option_reachesTheDriver();
    void make_unknownDriver_isRefused_data();
    void make_unknownDriver_isRefused();
    void simulatorScript_missingOrBroken_namesTheFile_data();
    void simulatorScript_missingOrBroken_namesTheFile();
    void simulatorScript_withoutOption_isTheDemo();
};

void TestDeviceUri::parse_validUri_takesItApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("driver");
    QTest::addColumn<QString>("transport");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("option");
    QTest::addRow("serial with baud") << u"ga450:serial:/dev/ttyUSB0?baud=115200"_s << u"ga450"_s << u"serial"_s
                                      << u"/dev/ttyUSB0"_s << u"baud=115200"_s;
    QTest::addRow("tcp") << u"escpos:tcp:10.0.0.9:9100?width=48"_s << u"escpos"_s << u"tcp"_s << u"10.0.0.9:9100"_s
                         << u"width=48"_s;
    QTest::addRow("file") << u"escpos:file:/dev/usb/lp0"_s << u"escpos"_s << u"file"_s << u"/dev/usb/lp0"_s << u""_s;
    QTest::addRow("colons in a SANE device") << u"sane:test:0"_s << u"sane"_s << u""_s << u"test:0"_s << u""_s;
    QTest::addRow("address of a network scanner")
        << u"sane:airscan:e0:Hall (left)"_s << u"sane"_s << u""_s << u"airscan:e0:Hall (left)"_s << u""_s;
    QTest::addRow("queue") << u"cups:hall"_s << u"cups"_s << u""_s << u"hall"_s << u""_s;
    QTest::addRow("folder") << u"pdf:/var/out"_s << u"pdf"_s << u""_s << u"/var/out"_s << u""_s;
    QTest::addRow("simulator") << u"sim:idcard?script=a/b.json"_s << u"sim"_s << u""_s << u"idcard"_s
                               << u"script=a/b.json"_s;
    QTest::addRow("per cent escapes") << u"pdf:/a%3Fb%20c"_s << u"pdf"_s << u""_s << u"/a?b c"_s << u""_s;
    QTest::addRow("stray per cent sign") << u"sane:x%zz"_s << u"sane"_s << u""_s << u"x%zz"_s << u""_s;
    QTest::addRow("Chinese folder") << u"pdf:/打印"_s << u"pdf"_s << u""_s << u"/打印"_s << u""_s;
    QTest::addRow("keypad with its profile") << u"keypad:five-keys.json:serial:/dev/ttyS0?baud=9600"_s << u"keypad"_s
                                             << u"serial"_s << u"/dev/ttyS0"_s << u"baud=9600"_s;
    QTest::addRow("profile with a colon in its path")
        << u"keypad:/a%3Ab.json:tcp:10.0.0.9:4001"_s << u"keypad"_s << u"tcp"_s << u"10.0.0.9:4001"_s << u""_s;
    QTest::addRow("queue caller") << u"caller:hall.json:http://10.0.0.9:8080/queue?window=3"_s << u"caller"_s
                                  << u"http"_s << u"//10.0.0.9:8080/queue"_s << u"window=3"_s;
    QTest::addRow("any card reader") << u"pcsc:"_s << u"pcsc"_s << u""_s << u""_s << u""_s;
}

void TestDeviceUri::parse_validUri_takesItApart()
{
    QFETCH(QString, text);
    QFETCH(QString, option);
    const auto uri = parseDeviceUri(text);
    QVERIFY(uri);
    QTEST(uri->driver, "driver");
    QTEST(uri->transport, "transport");
    QTEST(uri->address, "address");
    QCOMPARE(uri->options.isEmpty(), option.isEmpty());
    if (!option.isEmpty())
        QCOMPARE(uri->option(option.section(u'=', 0, 0)), option.section(u'=', 1));
    QCOMPARE(parseDeviceUri(deviceUriText(*uri)).value(), *uri);
}

void TestDeviceUri::parse_brokenUri_namesTheMistake_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("empty") << u""_s;
    QTest::addRow("no colon") << u"ga450"_s;
    QTest::addRow("driver in capitals") << u"GA450:serial:/dev/x"_s;
    QTest::addRow("no transport") << u"ga450:/dev/ttyUSB0"_s;
    QTest::addRow("unknown transport") << u"escpos:usb:1"_s;
    QTest::addRow("keypad without a profile") << u"keypad::serial:/dev/ttyS0"_s;
    QTest::addRow("keypad without a line") << u"keypad:five-keys.json"_s;
    QTest::addRow("caller on a serial line") << u"caller:hall.json:serial:/dev/ttyS0"_s;
    QTest::addRow("no address") << u"escpos:serial:"_s;
    QTest::addRow("port is no number") << u"escpos:tcp:host:print"_s;
    QTest::addRow("port zero") << u"escpos:tcp:host:0"_s;
    QTest::addRow("port too large") << u"escpos:tcp:host:70000"_s;
    QTest::addRow("no host") << u"escpos:tcp::9100"_s;
    QTest::addRow("queue with a space") << u"cups:hall one"_s;
    QTest::addRow("queue with a slash") << u"cups:a/b"_s;
    QTest::addRow("simulator without kind") << u"sim:"_s;
    QTest::addRow("simulator with a path") << u"sim:../x"_s;
    QTest::addRow("option without value") << u"pdf:/x?y"_s;
    QTest::addRow("option twice") << u"pdf:/x?y=1&y=2"_s;
    QTest::addRow("control character") << u"pdf:/x%0Ay"_s;
    QTest::addRow("control character in an option") << u"pdf:/x?y=%00"_s;
    QTest::addRow("endless") << QString(2000, u'a');
}

void TestDeviceUri::parse_brokenUri_namesTheMistake()
{
    QFETCH(QString, text);
    const auto uri = parseDeviceUri(text);
    QVERIFY(!uri);
    QCOMPARE(uri.error().code, u"device.uri"_s);
    QVERIFY(!uri.error().fields.value("reason"_L1).toString().isEmpty());
}

void TestDeviceUri::parse_anyText_neverCrashesAndRoundTrips()
{
    test::SeededRandom random(20);
    const QStringList pieces{u"ga450"_s, u"escpos"_s, u"sim"_s, u"pdf"_s, u"sane"_s, u":"_s, u"serial"_s, u"tcp"_s,
        u"file"_s, u"?"_s, u"="_s, u"&"_s, u"%"_s, u"%41"_s, u"%0"_s, u"/dev/x"_s, u"a"_s, u"[::1]"_s, u"9100"_s,
        u"卜"_s, QString(QChar(0xd800)), QString(QChar(0))};
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int n = random.below(12); n >= 0; --n)
            text += pieces.at(random.below(static_cast<int>(pieces.size())));
        const auto uri = parseDeviceUri(text);
        if (uri && uri->address.isValidUtf16())
            QCOMPARE(parseDeviceUri(deviceUriText(*uri)).value_or(DeviceUri{}), *uri);
        else if (!uri)
            QCOMPARE(uri.error().code, u"device.uri"_s);
    }
}

void TestDeviceUri::hostAndPort_ipv6_losesItsBrackets()
{
    const auto uri = parseDeviceUri(u"escpos:tcp:[fe80::1]:9100"_s);
    QVERIFY(uri);
    const auto target = hostAndPort(*uri);
    QVERIFY(target);
    QCOMPARE(target->host, u"fe80::1"_s);
    QCOMPARE(target->port, quint16(9100));
}

void TestDeviceUri::make_emptyText_isNoDriver()
{
    const auto thing = things().make(u"  "_s);
    QVERIFY(thing);
    QVERIFY(!*thing);
}

void TestDeviceUri::make_option_reachesTheDriver()
{
    const auto thing = things().make(u"ga450:serial:/dev/x?baud=57600"_s);
    QVERIFY(thing);
    QCOMPARE((*thing)->baud, 57'600);
    const auto refused = things().make(u"ga450:serial:/dev/x?baud=fast"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"device.uri"_s);
}

void TestDeviceUri::make_unknownDriver_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::addRow("nobody knows it") << u"twain:0"_s << u"twain"_s;
    QTest::addRow("simulator of another kind") << u"sim:scanner"_s << u"sim:scanner"_s;
}

void TestDeviceUri::make_unknownDriver_isRefused()
{
    QFETCH(QString, text);
    const auto thing = things().make(text);
    QVERIFY(!thing);
    QCOMPARE(thing.error().code, u"device.driver-unknown"_s);
    QTEST(thing.error().fields.value("driver"_L1).toString(), "named");
}

void TestDeviceUri::simulatorScript_missingOrBroken_namesTheFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("missing") << QByteArray();
    QTest::addRow("not JSON") << "steps: none"_ba;
    QTest::addRow("a list") << "[]"_ba;
}

void TestDeviceUri::simulatorScript_missingOrBroken_namesTheFile()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"script.json"_s);
    if (!content.isNull()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto script = simulatorScript({u"sim"_s, {}, u"idcard"_s, {{u"script"_s, path}}});
    QVERIFY(!script);
    QCOMPARE(script.error().code, u"device.script"_s);
    QCOMPARE(script.error().fields.value("file"_L1).toString(), path);
}

void TestDeviceUri::simulatorScript_withoutOption_isTheDemo()
{
    const auto script = simulatorScript({u"sim"_s, {}, u"idcard"_s, {}});
    QVERIFY(script);
    QVERIFY(script->contains("persons"_L1));
}

QTEST_GUILESS_MAIN(TestDeviceUri)
#include "test_device_uri.moc"
