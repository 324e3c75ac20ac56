#include "devices/scanner/HostedScanner.h"
#include "devices/scanner/ScannerDrivers.h"
#include "devices/scanner/ScanStation.h"
#include "Pages.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/places/Places.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QtTest>

#include <thread>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

const QString Host = test::inBuild(u"app/device/kuaiban-device");
constexpr ScanJob Feeder{ScanSource::Adf, ScanMode::Gray, 75, 0};

} // namespace

// The driver in a process of its own, as the counter uses it: what a mad driver does must cost one job and no more.
class TestHostedScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scan_healthyDriver_deliversPages();
    void scan_driverCrashes_isToldAndTheNextJobWorks();
    void scan_driverHangs_isStoppedAndTheNextJobWorks();
    void scan_driverKeepsTheDevice_outcomeComesAndTheNextJobWorks();
    void scan_faultOfTheDriver_comesThrough();
    void scan_cancelledWhileHanging_endsSoon();
    void scan_hostMissing_isToldSo();
    void scan_hostOfAnotherKind_isToldSo_data();
    void scan_hostOfAnotherKind_isToldSo();
    void scan_hostTalksNonsense_isProtocol();
    void find_withoutASoundHost_findsNothing();
    void find_stopped_endsSoon();
    void state_host_answers();
    void station_destroyedWhileDriverHangs_isQuick();
    void host_parentGoes_endsToo();

private:
    std::unique_ptr<Scanner> make(const QJsonArray& steps, int patience = 60, int pageMs = 0);
    QString program(const QByteArray& script);

    QTemporaryDir m_folder;
    int m_files = 0;
};

std::unique_ptr<Scanner> TestHostedScanner::make(const QJsonArray& steps, int patience, int pageMs)
{
    const auto path = m_folder.filePath("script-%1.json"_L1.arg(QString::number(++m_files)));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(QJsonObject{{"steps"_L1, steps}, {"pageMs"_L1, pageMs}}).toJson());
    file.close();
    return scannerDrivers(Host)
        .make("sim:scanner?hosted=1&patience=%1&script=%2"_L1.arg(QString::number(patience), path))
        .value();
}

QString TestHostedScanner::program(const QByteArray& script)
{
    const auto path = m_folder.filePath("host-%1"_L1.arg(QString::number(++m_files)));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(script);
    file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    return path;
}

namespace {
const QJsonObject Form{{"feed"_L1, "form"_L1}};
const QJsonObject End{{"end"_L1, true}};
} // namespace

void TestHostedScanner::scan_healthyDriver_deliversPages()
{
    const auto scanner = make({Form, QJsonObject{{"feed"_L1, "blank"_L1}}, End});
    test::Pages pages;
    QCOMPARE(scanner->scan(Feeder, pages.listener(), {}).value(), 2);
    QCOMPARE(pages.list.size(), 2);
    QVERIFY(pages.list.at(0).bytes.startsWith("\xff\xd8"));
    QVERIFY(pages.list.at(1).blank);
    QCOMPARE(pages.list.at(1).dpi, 75);
    QVERIFY(!pages.percents.isEmpty());
    QCOMPARE(scanner->scan(Feeder, pages.listener(), {}).value(), 2);
}

void TestHostedScanner::scan_driverCrashes_isToldAndTheNextJobWorks()
{
    const auto scanner = make({Form, QJsonObject{{"fault"_L1, "crash"_L1}}});
    test::Pages pages;
    const auto done = scanner->scan(Feeder, pages.listener(), {});
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"scanner.driver-crashed"_s);
    QVERIFY2(done.error().detail.contains(u"signal 6"_s), qPrintable(done.error().detail));
    QCOMPARE(pages.list.size(), 1); // what came before is good
    QCOMPARE(scanner->scan({ScanSource::Flatbed, ScanMode::Gray, 75, 0}, pages.listener(), {}).value(), 1);
}

void TestHostedScanner::scan_driverHangs_isStoppedAndTheNextJobWorks()
{
    const auto scanner = make({Form, QJsonObject{{"fault"_L1, "hang"_L1}}}, 1);
    test::Pages pages;
    test::FairTimer timer;
    timer.start();
    const auto done = scanner->scan(Feeder, pages.listener(), {});
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"scanner.driver-hung"_s);
    QCOMPARE(done.error().fields.value("seconds"_L1).toInt(), 1);
    QVERIFY(timer.elapsed() < 4000);
    QCOMPARE(scanner->scan({ScanSource::Flatbed, ScanMode::Gray, 75, 0}, pages.listener(), {}).value(), 1);
}

void TestHostedScanner::scan_driverKeepsTheDevice_outcomeComesAndTheNextJobWorks()
{
    const auto path = m_folder.filePath(u"keeps.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"keeps":true,"pageMs":0,"steps":[{"feed":"form"},{"end":true}]})");
    file.close();
    HostedScanner scanner({Host, "sim:scanner?script="_L1 + path, std::chrono::seconds(60), std::chrono::seconds(1)});
    test::Pages pages;
    test::FairTimer timer;
    timer.start();
    QCOMPARE(scanner.scan(Feeder, pages.listener(), {}).value(), 1);
    QCOMPARE(pages.list.size(), 1);
    QCOMPARE(scanner.state({}).health, DeviceHealth::Ready); // a new host answers
    QCOMPARE(scanner.scan(Feeder, pages.listener(), {}).value(), 1);
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed()))); // far from the patience of a job
}

void TestHostedScanner::scan_faultOfTheDriver_comesThrough()
{
    const auto scanner = make({Form, QJsonObject{{"fault"_L1, "jam"_L1}}});
    test::Pages pages;
    const auto done = scanner->scan(Feeder, pages.listener(), {});
    QCOMPARE(done.error().code, u"scanner.jam"_s);
    QCOMPARE(done.error().origin, Origin::Device);
}

void TestHostedScanner::scan_cancelledWhileHanging_endsSoon()
{
    const auto scanner = make({QJsonObject{{"fault"_L1, "hang"_L1}}});
    std::stop_source source;
    const std::jthread later([&source] {
        QThread::msleep(300);
        source.request_stop();
    });
    test::Pages pages;
    test::FairTimer elapsed;
    elapsed.start();
    QCOMPARE(scanner->scan(Feeder, pages.listener(), source.get_token()).error().code, u"scanner.cancelled"_s);
    QVERIFY2(elapsed.elapsed() < 3000, qPrintable(QString::number(elapsed.elapsed())));
}

void TestHostedScanner::scan_hostMissing_isToldSo()
{
    HostedScanner scanner({u"/none/kuaiban-device"_s, u"sim:scanner"_s, std::chrono::seconds(5)});
    test::Pages pages;
    QCOMPARE(scanner.scan(Feeder, pages.listener(), {}).error().code, u"scanner.driver-missing"_s);
    QCOMPARE(scanner.state({}).health, DeviceHealth::Fault);
}

void TestHostedScanner::scan_hostOfAnotherKind_isToldSo_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addRow("no scanner") << u"escpos:file:/dev/null"_s;
    QTest::addRow("no address at all") << u"nonsense"_s;
}

void TestHostedScanner::scan_hostOfAnotherKind_isToldSo()
{
    QFETCH(QString, uri);
    HostedScanner scanner({Host, uri, std::chrono::seconds(5)});
    test::Pages pages;
    const auto done = scanner.scan(Feeder, pages.listener(), {});
    QCOMPARE(done.error().code, u"scanner.driver-missing"_s);
    QCOMPARE(done.error().detail, u"exit 2"_s);
}

void TestHostedScanner::scan_hostTalksNonsense_isProtocol()
{
    const QByteArray head = "#!/usr/bin/python3\nimport socket\nline = socket.socket(fileno=0)\n";
    test::Pages pages;
    HostedScanner rude(
        {program(head + "line.send(b'{}')\nline.recv(99)\n"), u"sim:scanner"_s, std::chrono::seconds(5)});
    QCOMPARE(rude.scan(Feeder, pages.listener(), {}).error().code, u"scanner.protocol"_s);
    for (const auto* answer : {"b'hello'", "b'{\"is\":\"page\",\"page\":{}}'", "b'{\"is\":\"dance\"}'",
             "b'{\"is\":\"failed\",\"error\":{\"code\":\"store.open\",\"origin\":\"data\"}}'"}) {
        const auto script =
            head + "line.send(b'{\"is\":\"hello\"}')\nline.recv(9999)\nline.send(" + answer + ")\nline.recv(9999)\n";
        HostedScanner mad({program(script), u"sim:scanner"_s, std::chrono::seconds(5)});
        QCOMPARE(mad.scan(Feeder, pages.listener(), {}).error().code, u"scanner.protocol"_s);
    }
    QVERIFY(pages.list.isEmpty());
}

void TestHostedScanner::find_withoutASoundHost_findsNothing()
{
    QVERIFY(findScanners(u"/none/kuaiban-device"_s, {}).isEmpty());
    QVERIFY(findScanners(program("#!/bin/sh\necho nonsense\n"), {}).isEmpty());
    QVERIFY(findScanners(program("#!/bin/sh\nkill -9 $$\n"), {}).isEmpty());
}

void TestHostedScanner::find_stopped_endsSoon()
{
    std::stop_source stop;
    stop.request_stop();
    test::FairTimer timer;
    timer.start();
    QVERIFY(findScanners(program("#!/bin/sh\nexec sleep 60\n"), stop.get_token()).isEmpty());
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestHostedScanner::state_host_answers()
{
    const auto scanner = make({Form});
    QCOMPARE(scanner->state({}).health, DeviceHealth::Ready);
}

void TestHostedScanner::station_destroyedWhileDriverHangs_isQuick()
{
    test::FairTimer timer;
    {
        ScanStation station(make({Form, QJsonObject{{"fault"_L1, "hang"_L1}}}));
        QSignalSpy pages(&station, &ScanStation::pageScanned);
        station.scan(Feeder);
        QTRY_COMPARE(pages.size(), 1);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
}

void TestHostedScanner::host_parentGoes_endsToo()
{
    auto process = HostProcess::start(Host, {u"--driver-host"_s, u"sim:scanner"_s}).value();
    HostMessage message;
    QCOMPARE(process->channel().receive(message, std::chrono::seconds(5)), HostChannel::Arrival::Message);
    QCOMPARE(process->end(std::chrono::seconds(3)), u"exit 0"_s);
}

QTEST_GUILESS_MAIN(TestHostedScanner)
#include "test_hosted_scanner.moc"
