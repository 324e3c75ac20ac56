#include "devices/scanner/ScannerDrivers.h"
#include "devices/scanner/SimulatedScanner.h"
#include "Pages.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/places/Places.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

SimulatedScanner scanner(const QJsonArray& steps, bool repeat = true, int pageMs = 0)
{
    return SimulatedScanner(
        readScannerScript({{"steps"_L1, steps}, {"repeat"_L1, repeat}, {"pageMs"_L1, pageMs}}, u"test"_s).value(),
        SimulatedScanner::Mishaps::Told);
}

QJsonObject feed(const QString& page)
{
    return {{"feed"_L1, page}};
}

constexpr ScanJob Feeder{ScanSource::Adf, ScanMode::Gray, 75, 0};
constexpr ScanJob Glass{ScanSource::Flatbed, ScanMode::Gray, 75, 0};

} // namespace

class TestSimulatedScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scan_feeder_takesAllUpToTheEnd();
    void scan_glass_takesOnePageAJob();
    void scan_mostPages_leavesTheRest();
    void scan_emptyFeeder_isFeederEmpty();
    void scan_fault_keepsThePagesBeforeIt_data();
    void scan_fault_keepsThePagesBeforeIt();
    void scan_stopRequested_isCancelled();
    void scan_progress_rises();
    void script_mistakes_areRefused_data();
    void script_mistakes_areRefused();
    void script_everyPage_isFed_data();
    void script_everyPage_isFed();
    void scripts_ofTheProject_areRead();
    void drivers_demoScript_works();
};

void TestSimulatedScanner::scan_feeder_takesAllUpToTheEnd()
{
    auto device = scanner({feed(u"form"_s), feed(u"blank"_s), QJsonObject{{"end"_L1, true}}, feed(u"dark"_s)});
    test::Pages pages;
    QCOMPARE(device.scan(Feeder, pages.listener(), {}).value(), 2);
    QCOMPARE(pages.list.size(), 2);
    QCOMPARE(pages.list.at(1).number, 2);
    QVERIFY(pages.list.at(1).blank);
    QCOMPARE(device.scan(Feeder, pages.listener(), {}).value(), 1); // the next pile
    QCOMPARE(device.scan(Feeder, pages.listener(), {}).value(), 2); // and from the beginning
    QCOMPARE(device.state({}).health, DeviceHealth::Ready);
}

void TestSimulatedScanner::scan_glass_takesOnePageAJob()
{
    auto device = scanner({feed(u"form"_s), feed(u"dark"_s), QJsonObject{{"end"_L1, true}}});
    for (const auto& warnings : {QStringList(), QStringList{u"dark"_s}, QStringList()}) {
        test::Pages pages;
        QCOMPARE(device.scan(Glass, pages.listener(), {}).value(), 1);
        QCOMPARE(pages.list.first().quality.warnings, warnings);
    }
}

void TestSimulatedScanner::scan_mostPages_leavesTheRest()
{
    auto device = scanner({feed(u"form"_s), feed(u"form"_s), feed(u"form"_s)}, false);
    test::Pages pages;
    auto job = Feeder;
    job.mostPages = 2;
    QCOMPARE(device.scan(job, pages.listener(), {}).value(), 2);
    QCOMPARE(device.scan(job, pages.listener(), {}).value(), 1);
}

void TestSimulatedScanner::scan_emptyFeeder_isFeederEmpty()
{
    auto device = scanner({}, false);
    test::Pages pages;
    QCOMPARE(device.scan(Feeder, pages.listener(), {}).error().code, u"scanner.feeder-empty"_s);
    QCOMPARE(device.state({}).health, DeviceHealth::Ready); // nothing is broken
    QCOMPARE(device.scan(Glass, pages.listener(), {}).value(), 1);
    QVERIFY(pages.list.first().blank);
}

void TestSimulatedScanner::scan_fault_keepsThePagesBeforeIt_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("code");
    QTest::addColumn<DeviceHealth>("health");
    QTest::addRow("jam") << u"jam"_s << u"scanner.jam"_s << DeviceHealth::Fault;
    QTest::addRow("empty") << u"empty"_s << u"scanner.feeder-empty"_s << DeviceHealth::Ready;
    QTest::addRow("cover open") << u"cover-open"_s << u"scanner.cover-open"_s << DeviceHealth::Fault;
    QTest::addRow("busy") << u"busy"_s << u"scanner.busy"_s << DeviceHealth::Fault;
    QTest::addRow("input and output") << u"io"_s << u"scanner.io"_s << DeviceHealth::Fault;
    QTest::addRow("access") << u"access"_s << u"scanner.access"_s << DeviceHealth::Fault;
    QTest::addRow("unplugged") << u"unplug"_s << u"scanner.unplugged"_s << DeviceHealth::Fault;
    QTest::addRow("crash, told only") << u"crash"_s << u"scanner.driver-crashed"_s << DeviceHealth::Fault;
}

void TestSimulatedScanner::scan_fault_keepsThePagesBeforeIt()
{
    QFETCH(QString, fault);
    auto device = scanner({feed(u"form"_s), QJsonObject{{"fault"_L1, fault}}, feed(u"form"_s)}, false);
    test::Pages pages;
    const auto done = device.scan(Feeder, pages.listener(), {});
    QVERIFY(!done);
    QTEST(done.error().code, "code");
    QCOMPARE(pages.list.size(), 1);
    QTEST(device.state({}).health, "health");
    QCOMPARE(device.scan(Feeder, pages.listener(), {}).value(), 1);
    QCOMPARE(device.state({}).health, DeviceHealth::Ready);
}

void TestSimulatedScanner::scan_stopRequested_isCancelled()
{
    auto device = scanner({feed(u"form"_s)}, true, 60'000);
    std::stop_source source;
    source.request_stop();
    test::Pages pages;
    test::FairTimer timer;
    timer.start();
    QCOMPARE(device.scan(Feeder, pages.listener(), source.get_token()).error().code, u"scanner.cancelled"_s);
    QVERIFY(timer.elapsed() < 500);
}

void TestSimulatedScanner::scan_progress_rises()
{
    auto device = scanner({feed(u"form"_s)});
    test::Pages pages;
    QVERIFY(device.scan(Glass, pages.listener(), {}));
    QVERIFY(std::is_sorted(pages.percents.begin(), pages.percents.end()));
    QCOMPARE(pages.percents.last(), 100);
}

void TestSimulatedScanner::script_mistakes_areRefused_data()
{
    QTest::addColumn<QJsonObject>("script");
    QTest::addRow("page nobody draws") << QJsonObject{{"steps"_L1, QJsonArray{feed(u"poem"_s)}}};
    QTest::addRow("separator of an endless id")
        << QJsonObject{{"steps"_L1, QJsonArray{feed(u"separator:"_s + QString(200, u'x'))}}};
    QTest::addRow("fault nobody knows") << QJsonObject{{"steps"_L1, QJsonArray{QJsonObject{{"fault"_L1, "fire"_L1}}}}};
    QTest::addRow("step without a word") << QJsonObject{{"steps"_L1, QJsonArray{QJsonObject{}}}};
    QTest::addRow("repeat is no flag") << QJsonObject{{"repeat"_L1, 1}};
}

void TestSimulatedScanner::script_mistakes_areRefused()
{
    QFETCH(QJsonObject, script);
    QCOMPARE(readScannerScript(script, u"x"_s).error().code, u"device.script"_s);
}

void TestSimulatedScanner::script_everyPage_isFed_data()
{
    QTest::addColumn<QString>("page");
    for (const auto& page :
        {u"form"_s, u"household"_s, u"certificate"_s, u"photo"_s, u"blank"_s, u"blurred"_s, u"dark"_s, u"skewed"_s,
            u"cut"_s, u"small"_s, u"card-front"_s, u"card-back"_s, u"separator"_s, u"separator:claim"_s})
        QTest::addRow("%s", qPrintable(page)) << page;
}

void TestSimulatedScanner::script_everyPage_isFed()
{
    QFETCH(QString, page);
    auto device = scanner({feed(page)});
    test::Pages pages;
    QCOMPARE(device.scan(Glass, pages.listener(), {}).value(), 1);
    const auto image = QImage::fromData(pages.list.constFirst().bytes);
    QCOMPARE(image.size(), QSize(620, 877)); // A4
    QCOMPARE(pages.list.constFirst().blank, page == "blank"_L1);
}

void TestSimulatedScanner::scripts_ofTheProject_areRead()
{
    const QDir folder(test::inSource(u"resources/simulator"));
    const auto names = folder.entryList({u"scanner-*.json"_s});
    QVERIFY(names.size() >= 2);
    for (const auto& name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto script = readScannerScript(QJsonDocument::fromJson(file.readAll()).object(), name);
        QVERIFY2(script, script ? "" : qPrintable(logLine(script.error())));
    }
}

void TestSimulatedScanner::drivers_demoScript_works()
{
    const auto device = scannerDrivers(u"/none"_s).make(u"sim:scanner"_s).value();
    test::Pages pages;
    QCOMPARE(device->scan(Feeder, pages.listener(), {}).value(), 3);
}

QTEST_GUILESS_MAIN(TestSimulatedScanner)
#include "test_simulated_scanner.moc"
