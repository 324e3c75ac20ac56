#include "devices/receipt/ReceiptDrivers.h"
#include "devices/receipt/ReceiptStation.h"
#include "devices/receipt/SimulatedReceiptPrinter.h"
#include "devices/receipt/SlipJson.h"
#include "tests/support/base/FairTimer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<ReceiptPrinter> simulator(const QJsonObject& script)
{
    return std::make_unique<SimulatedReceiptPrinter>(
        readReceiptScript(script, u"test"_s).value(), EscPosEncoder(48), nullptr);
}

} // namespace

class TestReceiptStation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void print_jobs_endAsTheScriptSays();
    void state_script_turnsTheLight_data();
    void state_script_turnsTheLight();
    void print_notConfigured_fails();
    void print_demoWithFile_keepsTheBytes();
    void destroy_whilePrinting_isQuick();
    void script_mistakes_areRefused_data();
    void script_mistakes_areRefused();
};

void TestReceiptStation::print_jobs_endAsTheScriptSays()
{
    const QStringList ends{u"printed"_s, u"sent"_s, u"paper-out"_s, u"interrupted"_s, u"cutter"_s};
    ReceiptStation station(simulator({{"jobs"_L1, QJsonArray::fromStringList(ends)}}));
    QStringList told;
    connect(&station, &ReceiptStation::printed, this,
        [&](int ticket, ReceiptJob job) { told.append(QString::number(ticket) + receiptJobName(job)); });
    connect(&station, &ReceiptStation::failed, this,
        [&](int ticket, const Error& error) { told.append(QString::number(ticket) + error.code); });
    for (int i = 0; i < 6; ++i)
        QCOMPARE(station.print(testSlip()), i + 1);
    QTRY_COMPARE(told, (QStringList{u"1printed"_s, u"2sent"_s, u"3receipt.paper-out"_s, u"4receipt.interrupted"_s,
                           u"5receipt.cutter"_s, u"6receipt.cutter"_s}));
}

void TestReceiptStation::state_script_turnsTheLight_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<DeviceHealth>("health");
    QTest::addRow("ready") << u"ready"_s << DeviceHealth::Ready;
    QTest::addRow("silent") << u"silent"_s << DeviceHealth::Ready;
    QTest::addRow("paper low") << u"paper-low"_s << DeviceHealth::Attention;
    QTest::addRow("cover open") << u"cover-open"_s << DeviceHealth::Fault;
}

void TestReceiptStation::state_script_turnsTheLight()
{
    QFETCH(QString, word);
    ReceiptStation station(simulator({{"state"_L1, word}}));
    QSignalSpy changed(&station, &ReceiptStation::stateChanged);
    QTRY_COMPARE(changed.size(), 1);
    QTEST(station.state().health, "health");
}

void TestReceiptStation::print_notConfigured_fails()
{
    ReceiptStation station(receiptDrivers().make({}));
    QSignalSpy failed(&station, &ReceiptStation::failed);
    station.print(testSlip());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"device.not-configured"_s);
    QCOMPARE(station.state().health, DeviceHealth::NotConfigured);
}

void TestReceiptStation::print_demoWithFile_keepsTheBytes()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"receipt.escpos"_s);
    ReceiptStation station(receiptDrivers().make("sim:receipt?width=32&out="_L1 + path));
    QSignalSpy printed(&station, &ReceiptStation::printed);
    station.print(testSlip());
    QTRY_COMPARE(printed.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), EscPosEncoder(32).encode(testSlip()).value());
}

void TestReceiptStation::destroy_whilePrinting_isQuick()
{
    test::FairTimer timer;
    {
        ReceiptStation station(simulator({{"delay"_L1, 60'000}}));
        QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
        station.print(testSlip());
        station.print(testSlip());
        timer.start();
    }
    QVERIFY(timer.elapsed() < 500);
}

void TestReceiptStation::script_mistakes_areRefused_data()
{
    QTest::addColumn<QJsonObject>("script");
    QTest::addRow("end nobody knows") << QJsonObject{{"jobs"_L1, QJsonArray{u"fire"_s}}};
    QTest::addRow("state nobody knows") << QJsonObject{{"state"_L1, "tired"_L1}};
    QTest::addRow("jobs are no list") << QJsonObject{{"jobs"_L1, 1}};
}

void TestReceiptStation::script_mistakes_areRefused()
{
    QFETCH(QJsonObject, script);
    QCOMPARE(readReceiptScript(script, u"x"_s).error().code, u"device.script"_s);
}

QTEST_GUILESS_MAIN(TestReceiptStation)
#include "test_receipt_station.moc"
