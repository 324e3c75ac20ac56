#include "app/counter/equipment/DeviceSet.h"
#include "tests/support/base/FakeClock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

// What the profile says becomes stations and lights.
class TestDeviceSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void state_emptyProfile_isNotConfigured_data();
    void state_emptyProfile_isNotConfigured();
    void state_wrongUri_isAFaultWithItsReason_data();
    void state_wrongUri_isAFaultWithItsReason();
    void state_simulators_turnReady();
    void statesChanged_anyFamily_isTold();
    void usual_families_areThoseOfEveryWindow();
    void find_cameras_alsoServeAsScanner();
    void receiptColumns_width_fitsALayout_data();
    void receiptColumns_width_fitsALayout();

private:
    static void families();

    test::FakeClock m_clock;
};

void TestDeviceSet::families()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<DeviceFamily>("family");
    QTest::addRow("ID card reader") << u"idcard"_s << DeviceFamily::IdCard;
    QTest::addRow("security card reader") << u"smartcard"_s << DeviceFamily::SmartCard;
    QTest::addRow("scanner") << u"scanner"_s << DeviceFamily::Scanner;
    QTest::addRow("document camera") << u"camera"_s << DeviceFamily::Camera;
    QTest::addRow("receipt printer") << u"receipt"_s << DeviceFamily::Receipt;
    QTest::addRow("page printer") << u"printer"_s << DeviceFamily::Printer;
    QTest::addRow("evaluation keypad") << u"keypad"_s << DeviceFamily::Keypad;
    QTest::addRow("citizen screen") << u"screen"_s << DeviceFamily::Screen;
    QTest::addRow("queue") << u"caller"_s << DeviceFamily::Caller;
}

void TestDeviceSet::state_emptyProfile_isNotConfigured_data()
{
    families();
}

void TestDeviceSet::state_emptyProfile_isNotConfigured()
{
    QFETCH(DeviceFamily, family);
    const DeviceSet devices({}, m_clock, {});
    QCOMPARE(devices.state(family).health, DeviceHealth::NotConfigured);
    QVERIFY(!devices.has(family));
}

void TestDeviceSet::state_wrongUri_isAFaultWithItsReason_data()
{
    families();
}

void TestDeviceSet::state_wrongUri_isAFaultWithItsReason()
{
    QFETCH(QString, key);
    QFETCH(DeviceFamily, family);
    Profile profile;
    profile.devices.insert(key, u"steam:engine"_s);
    const DeviceSet devices(profile, m_clock, {});
    QCOMPARE(devices.state(family).health, DeviceHealth::Fault);
    QCOMPARE(devices.state(family).reason->code, u"device.driver-unknown"_s);
    QVERIFY(devices.has(family)); // somebody wanted it: its failures are worth telling
    for (const auto other : AllDeviceFamilies)
        QCOMPARE(devices.has(other), other == family);
}

void TestDeviceSet::state_simulators_turnReady()
{
    const QTemporaryDir folder;
    Profile profile;
    profile.devices = {{u"idcard"_s, u"sim:idcard"_s}, {u"smartcard"_s, u"sim:smartcard"_s},
        {u"scanner"_s, u"sim:scanner"_s}, {u"camera"_s, u"sim:scanner"_s}, {u"receipt"_s, u"sim:receipt"_s},
        {u"printer"_s, u"pdf:"_s + folder.path()}, {u"keypad"_s, u"sim:keypad"_s}, {u"screen"_s, u"screen:1"_s},
        {u"caller"_s, u"sim:caller"_s}};
    const DeviceSet devices(profile, m_clock, {});
    for (const auto family : AllDeviceFamilies)
        QTRY_COMPARE(devices.state(family).health, DeviceHealth::Ready);
}

void TestDeviceSet::statesChanged_anyFamily_isTold()
{
    Profile profile;
    profile.devices = {{u"receipt"_s, u"sim:receipt"_s}};
    const DeviceSet devices(profile, m_clock, {});
    QSignalSpy told(&devices, &DeviceSet::statesChanged);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(devices.state(DeviceFamily::Receipt).health, DeviceHealth::Ready);
}

void TestDeviceSet::usual_families_areThoseOfEveryWindow()
{
    QStringList usual;
    for (const auto family : AllDeviceFamilies) {
        if (isUsual(family))
            usual.append(profileKey(family));
    }
    QCOMPARE(usual, (QStringList{u"idcard"_s, u"smartcard"_s, u"scanner"_s, u"receipt"_s, u"printer"_s}));
}

void TestDeviceSet::find_cameras_alsoServeAsScanner()
{
    const auto found = findDevices({}, {});
    QVERIFY(found.contains(DeviceFamily::Camera));
    qInfo("%d cameras here", static_cast<int>(found.value(DeviceFamily::Camera).size()));
    for (const auto& camera : found.value(DeviceFamily::Camera)) {
        const auto scanners = found.value(DeviceFamily::Scanner);
        QVERIFY2(std::any_of(scanners.begin(), scanners.end(),
                     [&](const FoundDevice& scanner) { return scanner.uri == camera.uri; }),
            qPrintable(camera.uri));
    }
}

void TestDeviceSet::receiptColumns_width_fitsALayout_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<int>("columns");
    QTest::addRow("none") << QString() << 48;
    QTest::addRow("not said") << u"sim:receipt"_s << 48;
    QTest::addRow("80 mm") << u"sim:receipt?width=48"_s << 48;
    QTest::addRow("58 mm") << u"sim:receipt?width=32"_s << 32;
    QTest::addRow("between") << u"sim:receipt?width=42"_s << 32;
    QTest::addRow("wider") << u"sim:receipt?width=64"_s << 48;
    QTest::addRow("impossible") << u"sim:receipt?width=1000"_s << 48;
}

void TestDeviceSet::receiptColumns_width_fitsALayout()
{
    QFETCH(QString, uri);
    Profile profile;
    profile.devices.insert(u"receipt"_s, uri);
    const DeviceSet devices(profile, m_clock, {});
    QTEST(devices.receiptColumns(), "columns");
}

QTEST_MAIN(TestDeviceSet)
#include "test_device_set.moc"
