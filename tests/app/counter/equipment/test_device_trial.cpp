#include "app/counter/equipment/DeviceTrial.h"
#include "devices/scanner/DrawnPage.h"
#include "modules/base/Json.h"
#include "tests/support/base/FakeClock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

// Trying devices: one trial at a time, and an end to each. What the verdicts say is tried on the devices page.
class TestDeviceTrial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void run_deviceThatNeverEnds_isGivenUp();
    void run_twice_isOneTrial();
    void run_twoFamilies_doNotMix();
    void run_scannerAndCamera_eachTryTheirOwn();
    void run_readerThatIsAway_saysWhatItsLightSays();
    void run_pageThatIsHeld_saysSo();

private:
    test::FakeClock m_clock;
    QTemporaryDir m_folder;
};

void TestDeviceTrial::run_deviceThatNeverEnds_isGivenUp()
{
    QFile script(m_folder.filePath(u"slow.json"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(canonicalBytes(
        QJsonObject{{"steps"_L1, QJsonArray{QJsonObject{{"feed"_L1, "form"_L1}}}}, {"pageMs"_L1, 20'000}}));
    script.close();
    Profile profile;
    profile.devices = {{u"scanner"_s, u"sim:scanner?script="_s + script.fileName()}};
    DeviceSet devices(profile, m_clock, {});
    DeviceTrial trial(devices, std::chrono::milliseconds(200));
    QSignalSpy finished(&trial, &DeviceTrial::finished);
    trial.run(DeviceFamily::Scanner);
    QTRY_COMPARE(finished.count(), 1);
    const auto verdict = finished.at(0).at(1).value<TrialVerdict>();
    QCOMPARE(verdict.result, TrialVerdict::Result::Failed);
    QCOMPARE(verdict.why->code, u"device.silent"_s);
    QVERIFY(!trial.isRunning(DeviceFamily::Scanner));
    devices.scanner().cancel();
}

void TestDeviceTrial::run_twice_isOneTrial()
{
    Profile profile;
    profile.devices = {{u"receipt"_s, u"sim:receipt"_s}};
    DeviceSet devices(profile, m_clock, {});
    DeviceTrial trial(devices);
    QSignalSpy finished(&trial, &DeviceTrial::finished);
    QSignalSpy printed(&devices.receipt(), &devices::ReceiptStation::printed);
    trial.run(DeviceFamily::Receipt);
    trial.run(DeviceFamily::Receipt);
    QTRY_COMPARE(finished.count(), 1);
    QTest::qWait(300);
    QCOMPARE(printed.count(), 1);
}

void TestDeviceTrial::run_twoFamilies_doNotMix()
{
    Profile profile;
    profile.devices = {{u"idcard"_s, u"sim:idcard"_s}, {u"receipt"_s, u"escpos:tcp:127.0.0.1:1"_s}};
    DeviceSet devices(profile, m_clock, {});
    DeviceTrial trial(devices);
    QHash<DeviceFamily, TrialVerdict::Result> results;
    connect(&trial, &DeviceTrial::finished, this,
        [&results](DeviceFamily family, const TrialVerdict& verdict) { results.insert(family, verdict.result); });
    trial.run(DeviceFamily::Receipt);
    trial.run(DeviceFamily::IdCard);
    QTRY_COMPARE(results.size(), 2);
    QCOMPARE(results.value(DeviceFamily::IdCard), TrialVerdict::Result::Passed);
    QCOMPARE(results.value(DeviceFamily::Receipt), TrialVerdict::Result::Failed);
}

// Both stations give the same tickets.
void TestDeviceTrial::run_scannerAndCamera_eachTryTheirOwn()
{
    const QString view = m_folder.filePath(u"view.png"_s);
    QVERIFY(devices::drawPage(u"card-front"_s, 50).save(view));
    Profile profile;
    profile.devices = {{u"scanner"_s, u"sim:scanner"_s}, {u"camera"_s, "camera:file:"_L1 + view}};
    DeviceSet devices(profile, m_clock, {});
    DeviceTrial trial(devices);
    QHash<DeviceFamily, QString> sizes;
    connect(&trial, &DeviceTrial::finished, this,
        [&sizes](DeviceFamily family, const TrialVerdict& verdict) { sizes.insert(family, verdict.detail); });
    QSignalSpy scanned(&devices.scanner(), &devices::ScanStation::pageScanned);
    QSignalSpy photographed(&devices.camera(), &devices::ScanStation::pageScanned);
    trial.run(DeviceFamily::Scanner);
    trial.run(DeviceFamily::Camera);
    QTRY_COMPARE(sizes.size(), 2);
    const auto sizeOf = [](const QSignalSpy& pages) {
        const auto page = pages.at(0).at(1).value<devices::ScannedPage>();
        return u"%1 × %2"_s.arg(page.width).arg(page.height);
    };
    QCOMPARE(sizes.value(DeviceFamily::Scanner), sizeOf(scanned));
    QCOMPARE(sizes.value(DeviceFamily::Camera), sizeOf(photographed));
    QVERIFY(sizes.value(DeviceFamily::Scanner) != sizes.value(DeviceFamily::Camera));
}

void TestDeviceTrial::run_readerThatIsAway_saysWhatItsLightSays()
{
    Profile profile;
    profile.devices = {{u"idcard"_s, u"ga450:serial:"_s + m_folder.filePath(u"ttyNone"_s)}};
    DeviceSet devices(profile, m_clock, {});
    DeviceTrial trial(devices);
    QSignalSpy finished(&trial, &DeviceTrial::finished);
    trial.run(DeviceFamily::IdCard);
    QTRY_COMPARE(finished.count(), 1);
    const auto verdict = finished.at(0).at(1).value<TrialVerdict>();
    QCOMPARE(verdict.result, TrialVerdict::Result::Failed);
    QCOMPARE(verdict.why->code, devices.state(DeviceFamily::IdCard).reason->code);
}

void TestDeviceTrial::run_pageThatIsHeld_saysSo()
{
    QFile script(m_folder.filePath(u"held.json"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(canonicalBytes(QJsonObject{{"jobs"_L1, QJsonArray{u"held"_s}}}));
    script.close();
    Profile profile;
    profile.devices = {{u"printer"_s, u"sim:printer?script="_s + script.fileName()}};
    DeviceSet devices(profile, m_clock, {});
    DeviceTrial trial(devices);
    QSignalSpy finished(&trial, &DeviceTrial::finished);
    trial.run(DeviceFamily::Printer);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.at(0).at(1).value<TrialVerdict>().why->code, u"printer.job-held"_s);
}

QTEST_GUILESS_MAIN(TestDeviceTrial)
#include "test_device_trial.moc"
