#include "devices/base/DeviceErrors.h"
#include "devices/scanner/ScanStation.h"
#include "devices/scanner/SimulatedScanner.h"
#include "tests/support/base/FairTimer.h"

#include <QSignalSpy>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Scanner> scanner(const QJsonArray& steps, int pageMs = 0)
{
    return std::make_unique<SimulatedScanner>(
        readScannerScript({{"steps"_L1, steps}, {"pageMs"_L1, pageMs}}, u"test"_s).value(),
        SimulatedScanner::Mishaps::Told);
}

const QJsonObject Form{{"feed"_L1, "form"_L1}};
const QJsonObject Jam{{"fault"_L1, "jam"_L1}};
constexpr ScanJob Feeder{ScanSource::Adf, ScanMode::Gray, 60, 0};

} // namespace

class TestScanStation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scan_twoJobs_answerWithTheirTickets();
    void scan_jam_turnsTheLightAndASuccessTurnsItBack();
    void cancel_runningAndWaitingJobs_allEnd();
    void scan_notConfigured_fails();
    void destroy_whileScanning_isQuick();
};

void TestScanStation::scan_twoJobs_answerWithTheirTickets()
{
    ScanStation station(scanner({Form, QJsonObject{{"end"_L1, true}}}));
    QSignalSpy pages(&station, &ScanStation::pageScanned);
    QSignalSpy finished(&station, &ScanStation::finished);
    const int first = station.scan(Feeder);
    const int second = station.scan(Feeder);
    QVERIFY(first != second);
    QVERIFY(station.isBusy());
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(finished.at(0).at(0).toInt(), first);
    QCOMPARE(finished.at(1).at(0).toInt(), second);
    QCOMPARE(pages.at(1).at(0).toInt(), second);
    QVERIFY(!pages.at(0).at(1).value<ScannedPage>().bytes.isEmpty());
    QVERIFY(!station.isBusy());
    QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
}

void TestScanStation::scan_jam_turnsTheLightAndASuccessTurnsItBack()
{
    ScanStation station(scanner({Form, Jam, Form}));
    QSignalSpy failed(&station, &ScanStation::failed);
    QSignalSpy finished(&station, &ScanStation::finished);
    QSignalSpy pages(&station, &ScanStation::pageScanned);
    station.scan(Feeder);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"scanner.jam"_s);
    QCOMPARE(pages.size(), 1);
    QTRY_COMPARE(station.state().health, DeviceHealth::Fault);
    station.scan(Feeder);
    QTRY_COMPARE(finished.size(), 1);
    QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
}

void TestScanStation::cancel_runningAndWaitingJobs_allEnd()
{
    ScanStation station(scanner({Form}, 60'000));
    QSignalSpy failed(&station, &ScanStation::failed);
    QSignalSpy progressed(&station, &ScanStation::progressed);
    station.scan(Feeder);
    station.scan(Feeder);
    QTRY_VERIFY(!progressed.isEmpty());
    station.cancel();
    QTRY_COMPARE(failed.size(), 2);
    QCOMPARE(failed.last().at(1).value<Error>().code, u"scanner.cancelled"_s);
    QVERIFY(!station.isBusy());
    QVERIFY(station.state().health != DeviceHealth::Fault);
}

void TestScanStation::scan_notConfigured_fails()
{
    ScanStation station(std::unique_ptr<Scanner>{});
    QCOMPARE(station.state().health, DeviceHealth::NotConfigured);
    QSignalSpy failed(&station, &ScanStation::failed);
    const int ticket = station.scan(Feeder);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(0).toInt(), ticket);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"device.not-configured"_s);
}

void TestScanStation::destroy_whileScanning_isQuick()
{
    test::FairTimer timer;
    {
        ScanStation station(scanner({Form}, 60'000));
        QSignalSpy progressed(&station, &ScanStation::progressed);
        station.scan(Feeder);
        station.scan(Feeder);
        QTRY_VERIFY(!progressed.isEmpty());
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestScanStation)
#include "test_scan_station.moc"
