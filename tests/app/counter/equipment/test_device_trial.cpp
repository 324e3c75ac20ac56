#include "app/counter/equipment/DeviceTrial.h"
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

QTEST_GUILESS_MAIN(TestDeviceTrial)
#include "test_device_trial.moc"
