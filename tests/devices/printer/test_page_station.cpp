#include "devices/printer/PageStation.h"
#include "devices/printer/PrinterDrivers.h"
#include "devices/printer/SimulatedPrinter.h"
#include "tests/support/base/FairTimer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<PagePrinter> simulator(const QJsonObject& script)
{
    return std::make_unique<SimulatedPrinter>(readPrinterScript(script, u"test"_s).value(), QString());
}

const PrintRequest Page{"%PDF-1.4\n", u"SY2026-0001"_s, 1};

} // namespace

class TestPageStation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void print_jobs_endAsTheScriptSays();
    void follow_job_isToldWhatItWaitsFor_data();
    void follow_job_isToldWhatItWaitsFor();
    void light_jobHeld_asksForSomebody();
    void takeBack_waitingJob_isCancelledAndTheOtherIsNot();
    void takeBack_jobOnItsWay_isCancelled();
    void print_tray_isNotedAndMustExist();
    void sides_names_areReadBack();
    void state_script_turnsTheLight_data();
    void state_script_turnsTheLight();
    void print_notAPdf_fails();
    void print_notConfigured_fails();
    void print_demoWithTray_keepsThePages();
    void destroy_whilePrinting_isQuick();
    void script_mistakes_areRefused_data();
    void script_mistakes_areRefused();
};

void TestPageStation::print_jobs_endAsTheScriptSays()
{
    const QStringList ends{u"printed"_s, u"queued queued printed"_s, u"jam"_s, u"toner-out"_s, u"offline"_s};
    PageStation station(simulator({{"jobs"_L1, QJsonArray::fromStringList(ends)}}));
    QStringList told;
    connect(&station, &PageStation::printed, this,
        [&](int ticket, const PrintJob& job) { told.append(QString::number(ticket) + printJobStateName(job.state)); });
    connect(&station, &PageStation::failed, this,
        [&](int ticket, const Error& error) { told.append(QString::number(ticket) + error.code); });
    for (int i = 0; i < 6; ++i)
        QCOMPARE(station.print(Page), i + 1);
    // The one that waits in the queue keeps none that comes after it waiting.
    QTRY_COMPARE(told, (QStringList{u"1printed"_s, u"3printer.jam"_s, u"4printer.toner-out"_s, u"5printer.offline"_s,
                           u"6printer.offline"_s, u"2printed"_s}));
}

void TestPageStation::follow_job_isToldWhatItWaitsFor_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("patience");
    QTest::addColumn<QStringList>("told");
    const QString ready = u"ready"_s;
    QTest::addRow("held, then let go") << u"queued held held printed"_s << ready << 60'000
                                       << QStringList{u"waits printer.job-held"_s, u"printed"_s};
    QTest::addRow("let go after the patience") << u"held held held held queued printed"_s << ready << 600
                                               << QStringList{u"waits printer.job-held"_s, u"printed"_s};
    QTest::addRow("held a second time") << u"queued held queued held printed"_s << ready << 60'000
                                        << QStringList{
                                               u"waits printer.job-held"_s, u"waits printer.job-held"_s, u"printed"_s};
    QTest::addRow("too long, then out") << u"queued queued queued printed"_s << ready << 1
                                        << QStringList{u"waits printer.job-waiting"_s, u"printed"_s};
    QTest::addRow("the printer says why") << u"queued queued queued printed"_s << u"paper-out"_s << 1
                                          << QStringList{u"waits printer.paper-out"_s, u"printed"_s};
    QTest::addRow("held, then thrown away") << u"held held job-cancelled"_s << ready << 60'000
                                            << QStringList{u"waits printer.job-held"_s, u"printer.job-cancelled"_s};
    QTest::addRow("given up") << u"queued job-aborted"_s << ready << 60'000 << QStringList{u"printer.job-aborted"_s};
}

void TestPageStation::follow_job_isToldWhatItWaitsFor()
{
    QFETCH(QString, way);
    QFETCH(QString, state);
    QFETCH(int, patience);
    PageStation station(simulator({{"jobs"_L1, QJsonArray{way}}, {"state"_L1, state}, {"patience"_L1, patience}}));
    QStringList told;
    connect(&station, &PageStation::printed, this, [&] { told.append(u"printed"_s); });
    connect(&station, &PageStation::waits, this, [&](int, const Error& why) { told.append(u"waits "_s + why.code); });
    connect(&station, &PageStation::failed, this, [&](int, const Error& error) { told.append(error.code); });
    QTRY_VERIFY(station.state() != DeviceState());
    station.print(Page);
    QTRY_VERIFY(!told.isEmpty() && !told.constLast().startsWith("waits"_L1));
    QTEST(told, "told");
}

void TestPageStation::light_jobHeld_asksForSomebody()
{
    PageStation station(simulator({{"jobs"_L1, QJsonArray{u"held held held held printed"_s}}}));
    station.print(Page);
    QTRY_COMPARE(station.state().health, DeviceHealth::Attention);
    QCOMPARE(station.state().reason->code, u"printer.job-held"_s);
    QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
}

void TestPageStation::takeBack_waitingJob_isCancelledAndTheOtherIsNot()
{
    PageStation station(simulator({{"jobs"_L1, QJsonArray{u"queued"_s, u"queued queued queued printed"_s}}}));
    QSignalSpy failed(&station, &PageStation::failed);
    QSignalSpy printed(&station, &PageStation::printed);
    const int first = station.print(Page);
    const int second = station.print(Page);
    QTest::qWait(300);
    station.takeBack(first);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    QCOMPARE(failed.first().at(0).toInt(), first);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"printer.job-cancelled"_s);
    QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, 20'000);
    QCOMPARE(printed.first().at(0).toInt(), second);
    station.takeBack(second); // too late: nothing more is heard
    QTest::qWait(300);
    QCOMPARE(failed.size(), 1);
}

void TestPageStation::takeBack_jobOnItsWay_isCancelled()
{
    PageStation station(simulator({{"jobs"_L1, QJsonArray{u"queued"_s}}, {"delay"_L1, 200}}));
    QSignalSpy failed(&station, &PageStation::failed);
    station.takeBack(station.print(Page));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"printer.job-cancelled"_s);
}

void TestPageStation::print_tray_isNotedAndMustExist()
{
    const QTemporaryDir folder;
    const auto abilities = readPrinterScript({{"trays"_L1, QJsonArray{u"tray-1"_s, u"tray-2"_s}}}, u"x"_s).value();
    SimulatedPrinter printer(abilities, folder.path());
    auto request = Page;
    request.tray = u"tray-2"_s;
    request.sides = PaperSides::ShortEdge;
    request.copies = 3;
    QVERIFY(printer.print(request, {}));
    QFile list(folder.filePath(u"jobs.jsonl"_s));
    QVERIFY(list.open(QIODevice::ReadOnly));
    QCOMPARE(
        list.readAll(), "{\"copies\":3,\"page\":\"0001-SY2026-0001.pdf\",\"sides\":\"short\",\"tray\":\"tray-2\"}\n");
    request.tray = u"tray-3"_s;
    const auto refused = printer.print(request, {});
    QCOMPARE(refused.error().code, u"printer.tray-unknown"_s);
    QCOMPARE(refused.error().fields.value(u"trays"_s), u"tray-1, tray-2"_s);
}

void TestPageStation::sides_names_areReadBack()
{
    for (const auto sides : {PaperSides::Printer, PaperSides::One, PaperSides::LongEdge, PaperSides::ShortEdge})
        QCOMPARE(paperSidesFromName(paperSidesName(sides)).value(), sides);
    QCOMPARE(paperSidesFromName(u"three"_s).error().code, u"printer.sides"_s);
}

void TestPageStation::state_script_turnsTheLight_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<DeviceHealth>("health");
    QTest::addRow("ready") << u"ready"_s << DeviceHealth::Ready;
    QTest::addRow("toner low") << u"toner-low"_s << DeviceHealth::Attention;
    QTest::addRow("paper out") << u"paper-out"_s << DeviceHealth::Fault;
    QTest::addRow("unplugged") << u"unplug"_s << DeviceHealth::Fault;
}

void TestPageStation::state_script_turnsTheLight()
{
    QFETCH(QString, word);
    PageStation station(simulator({{"state"_L1, word}}));
    QSignalSpy changed(&station, &PageStation::stateChanged);
    QTRY_COMPARE(changed.size(), 1);
    QTEST(station.state().health, "health");
    station.refreshState();
    QTest::qWait(30);
    QCOMPARE(changed.size(), 1); // only changes are told
}

void TestPageStation::print_notAPdf_fails()
{
    PageStation station(simulator({}));
    QSignalSpy failed(&station, &PageStation::failed);
    station.print({"text", u"x"_s, 1});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"printer.not-pdf"_s);
}

void TestPageStation::print_notConfigured_fails()
{
    PageStation station(printerDrivers().make({}));
    QSignalSpy failed(&station, &PageStation::failed);
    station.print(Page);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"device.not-configured"_s);
}

void TestPageStation::print_demoWithTray_keepsThePages()
{
    const QTemporaryDir folder;
    PageStation station(printerDrivers().make("sim:printer?out="_L1 + folder.path()));
    QSignalSpy printed(&station, &PageStation::printed);
    station.print(Page);
    QTRY_COMPARE(printed.size(), 1);
    QVERIFY(QFile::exists(printed.first().at(1).value<PrintJob>().name));
}

void TestPageStation::destroy_whilePrinting_isQuick()
{
    test::FairTimer timer;
    {
        PageStation station(simulator({{"delay"_L1, 60'000}}));
        QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
        station.print(Page);
        station.print(Page);
        timer.start();
    }
    QVERIFY(timer.elapsed() < 500);
}

void TestPageStation::script_mistakes_areRefused_data()
{
    QTest::addColumn<QJsonObject>("script");
    QTest::addRow("end nobody knows") << QJsonObject{{"jobs"_L1, QJsonArray{u"fire"_s}}};
    QTest::addRow("state nobody knows") << QJsonObject{{"state"_L1, "tired"_L1}};
    QTest::addRow("step nobody knows") << QJsonObject{{"jobs"_L1, QJsonArray{u"queued fire"_s}}};
    QTest::addRow("no step") << QJsonObject{{"jobs"_L1, QJsonArray{QString()}}};
    QTest::addRow("delay is no number") << QJsonObject{{"delay"_L1, "long"_L1}};
}

void TestPageStation::script_mistakes_areRefused()
{
    QFETCH(QJsonObject, script);
    QCOMPARE(readPrinterScript(script, u"x"_s).error().code, u"device.script"_s);
}

QTEST_GUILESS_MAIN(TestPageStation)
#include "test_page_station.moc"
