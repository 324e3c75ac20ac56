#include "devices/printer/PageStation.h"
#include "devices/printer/PrinterDrivers.h"
#include "devices/printer/SimulatedPrinter.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<PagePrinter> simulator(const QJsonObject& script)
{
    return std::make_unique<SimulatedPrinter>(readPrinterScript(script, u"test"_s).value(), nullptr);
}

const PrintRequest Page{"%PDF-1.4\n", u"SY2026-0001"_s, 1};

} // namespace

class TestPageStation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void print_jobs_endAsTheScriptSays();
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
    const QStringList ends{u"printed"_s, u"queued"_s, u"jam"_s, u"toner-out"_s, u"offline"_s};
    PageStation station(simulator({{"jobs"_L1, QJsonArray::fromStringList(ends)}}));
    QStringList told;
    connect(&station, &PageStation::printed, this,
        [&](int ticket, const PrintJob& job) { told.append(QString::number(ticket) + printJobStateName(job.state)); });
    connect(&station, &PageStation::failed, this,
        [&](int ticket, const Error& error) { told.append(QString::number(ticket) + error.code); });
    for (int i = 0; i < 6; ++i)
        QCOMPARE(station.print(Page), i + 1);
    QTRY_COMPARE(told, (QStringList{u"1printed"_s, u"2queued"_s, u"3printer.jam"_s, u"4printer.toner-out"_s,
                           u"5printer.offline"_s, u"6printer.offline"_s}));
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
    QElapsedTimer timer;
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
    QTest::addRow("delay is no number") << QJsonObject{{"delay"_L1, "long"_L1}};
}

void TestPageStation::script_mistakes_areRefused()
{
    QFETCH(QJsonObject, script);
    QCOMPARE(readPrinterScript(script, u"x"_s).error().code, u"device.script"_s);
}

QTEST_GUILESS_MAIN(TestPageStation)
#include "test_page_station.moc"
