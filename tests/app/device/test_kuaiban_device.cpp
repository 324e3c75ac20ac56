#include "modules/base/Json.h"
#include "tests/support/devices/OnlySaneTest.h"
#include "tests/support/devices/Persons.h"
#include "tests/support/devices/PythonDouble.h"
#include "tests/support/places/Places.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace kuaiban;
using namespace Qt::StringLiterals;

namespace {

const QString Program = test::inBuild(u"app/device/kuaiban-device");

struct Outcome
{
    int exitCode = -1;
    QJsonObject object;
    qsizetype lines = 0;
};

Outcome run(const QStringList& arguments)
{
    QProcess process;
    process.start(Program, arguments);
    process.waitForFinished(30'000);
    const auto output = process.readAllStandardOutput();
    return {process.exitCode(), parseObject(output).value_or(QJsonObject()), output.count('\n')};
}

} // namespace

// The device doctor as technicians and scripts call it.
class TestKuaibanDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readId_simulator_printsTheCard();
    void readId_serialReader_printsTheCard();
    void readId_cardLaidLater_isWaitedFor();
    void readSsc_simulator_printsTheCard();
    void readSsc_newestCard_tellsOnlyWhatIsFree();
    void scan_hostedSimulator_writesPages();
    void scan_saneFeeder_writesPages();
    void scan_jam_keepsThePagesAndFails();
    void scan_interrupted_letsGo();
    void print_folder_writesATestPage();
    void printReceipt_file_writesBytes();
    void printReceipt_slipFile_isPrinted();
    void status_devices_areTold_data();
    void status_devices_areTold();
    void status_attention_isARemark();
    void selfTest_withoutPort_passes();
    void selfTest_brokenPort_fails();
    void list_machine_namesDrivers();
    void failure_anyKind_isOneObjectWithRemedy_data();
    void failure_anyKind_isOneObjectWithRemedy();
    void failure_english_isEnglish();

private:
    QTemporaryDir m_folder;
};

void TestKuaibanDevice::readId_simulator_printsTheCard()
{
    const auto outcome = run({u"read-id"_s, u"--port"_s, u"sim:idcard"_s});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.lines, 1);
    QCOMPARE(outcome.object.value("name"_L1).toString(), u"王桂兰"_s);
    QCOMPARE(outcome.object.value("sex_code"_L1), QJsonValue(2));
}

void TestKuaibanDevice::readId_serialReader_printsTheCard()
{
    test::PythonDouble reader(u"sam_emulator.py"_s);
    QVERIFY(reader.obey({{"place"_L1, test::demoPerson(u"guan-lihua"_s)}}));
    const auto outcome =
        run({u"read-id"_s, u"--port"_s, "ga450:serial:"_L1 + reader.greeting().value("path"_L1).toString()});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.object.value("name"_L1).toString(), u"关丽华"_s);
    QCOMPARE(outcome.object.value("ethnicity_code"_L1), QJsonValue(11));
    QCOMPARE(QByteArray::fromBase64(outcome.object.value("photo_wlt_base64"_L1).toString().toLatin1()).size(), 1024);
}

void TestKuaibanDevice::readId_cardLaidLater_isWaitedFor()
{
    test::PythonDouble reader(u"sam_emulator.py"_s);
    QProcess process;
    process.start(Program, {u"read-id"_s, u"--wait"_s, u"20"_s, u"--port"_s,
                               "ga450:serial:"_L1 + reader.greeting().value("path"_L1).toString()});
    QVERIFY(!process.waitForFinished(700));
    QVERIFY(reader.obey({{"place"_L1, test::demoPerson(u"wang-guilan"_s)}}));
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
}

void TestKuaibanDevice::readSsc_simulator_printsTheCard()
{
    const auto outcome = run({u"read-ssc"_s, u"--port"_s, u"sim:smartcard"_s, u"--bank"_s});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.lines, 1);
    QCOMPARE(outcome.object.value("name"_L1).toString(), u"王桂兰"_s);
    QCOMPARE(outcome.object.value("ssn"_L1), test::demoPerson(u"wang-guilan"_s).value("id_no"_L1));
    QCOMPARE(outcome.object.value("spec_version"_L1).toString(), u"2.00"_s);
    QCOMPARE(outcome.object.value("sex_code"_L1).toInt(), 2);
    QCOMPARE(outcome.object.value("bank_card_no"_L1).toString(), u"6217000000000010017"_s);
    QCOMPARE(outcome.object.value("needs_authentication"_L1), QJsonValue(false));
}

void TestKuaibanDevice::readSsc_newestCard_tellsOnlyWhatIsFree()
{
    QTemporaryDir folder;
    QFile demo(test::inSource(u"resources/simulator/smartcard-demo.json"));
    QVERIFY(demo.open(QIODevice::ReadOnly));
    auto script = parseObject(demo.readAll()).value();
    script.insert("onRead"_L1, QJsonArray{"zhang-xiumei"_L1});
    QFile file(folder.filePath(u"cards.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(canonicalBytes(script));
    file.close();
    const auto outcome = run({u"read-ssc"_s, u"--port"_s, "sim:smartcard?script=%1"_L1.arg(file.fileName())});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.object.value("needs_authentication"_L1), QJsonValue(true));
    QCOMPARE(outcome.object.value("card_no"_L1).toString(), u"D00412618"_s);
    QVERIFY(outcome.object.value("name"_L1).isNull());
    QVERIFY(outcome.object.value("ssn"_L1).isNull());
}

void TestKuaibanDevice::scan_hostedSimulator_writesPages()
{
    const auto folder = m_folder.filePath(u"scan"_s);
    const auto outcome = run({u"scan"_s, u"--port"_s, u"sim:scanner?hosted=1"_s, u"--out"_s, folder, u"--source"_s,
        u"adf"_s, u"--mode"_s, u"gray"_s, u"--dpi"_s, u"100"_s});
    QCOMPARE(outcome.exitCode, 0);
    const auto pages = outcome.object.value("pages"_L1).toArray();
    QCOMPARE(pages.size(), 3);
    for (const auto& value : pages) {
        const auto page = value.toObject();
        QVERIFY(QFileInfo(page.value("file"_L1).toString()).size() > 1000);
        QCOMPARE(page.value("dpi"_L1), QJsonValue(100));
        QCOMPARE(page.value("width"_L1), QJsonValue(827));
        QCOMPARE(page.value("blank"_L1), QJsonValue(false));
        QVERIFY(page.value("quality"_L1).toInt() > 50);
    }
}

void TestKuaibanDevice::scan_saneFeeder_writesPages()
{
    if (!QFile::exists(u"/etc/sane.d/test.conf"_s))
        QSKIP("SANE's test backend is not installed");
    const test::OnlySaneTest sane;
    QVERIFY(sane.isReady());
    const auto outcome = run({u"scan"_s, u"--port"_s, u"sane:test:0"_s, u"--out"_s, m_folder.filePath(u"sane"_s),
        u"--source"_s, u"adf"_s, u"--mode"_s, u"gray"_s, u"--dpi"_s, u"75"_s});
    QVERIFY2(outcome.exitCode == 0, canonicalBytes(outcome.object).constData());
    const auto pages = outcome.object.value("pages"_L1).toArray();
    QCOMPARE(pages.size(), 10); // what the backend's feeder holds
    for (const auto& page : pages)
        QVERIFY(QFileInfo(page.toObject().value("file"_L1).toString()).size() > 1000);
}

void TestKuaibanDevice::scan_jam_keepsThePagesAndFails()
{
    const auto script = m_folder.filePath(u"jam.json"_s);
    QFile file(script);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"pageMs":0,"steps":[{"feed":"form"},{"fault":"jam"}]})");
    file.close();
    const auto outcome = run({u"scan"_s, u"--source"_s, u"adf"_s, u"--dpi"_s, u"75"_s, u"--port"_s,
        "sim:scanner?script="_L1 + script, u"--out"_s, m_folder.filePath(u"jam"_s)});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.object.value("failure"_L1).toString(), u"scanner.jam"_s);
    QCOMPARE(outcome.object.value("pages"_L1).toArray().size(), 1);
}

void TestKuaibanDevice::scan_interrupted_letsGo()
{
    const auto script = m_folder.filePath(u"slow.json"_s);
    QFile file(script);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"pageMs":60000,"steps":[{"feed":"form"}]})");
    file.close();
    QProcess process;
    process.start(Program,
        {u"scan"_s, u"--port"_s, "sim:scanner?hosted=1&script="_L1 + script, u"--out"_s, m_folder.filePath(u"slow"_s)});
    QVERIFY(process.waitForStarted());
    QVERIFY(!process.waitForFinished(500));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardOutput().contains("scanner.cancelled"));
}

void TestKuaibanDevice::print_folder_writesATestPage()
{
    const auto folder = m_folder.filePath(u"pages"_s);
    const auto outcome = run({u"print"_s, u"--port"_s, "pdf:"_L1 + folder, u"--title"_s, u"test"_s});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.object.value("state"_L1).toString(), u"printed"_s);
    QVERIFY(QFile::exists(folder + "/0001-test.pdf"_L1));
}

void TestKuaibanDevice::printReceipt_file_writesBytes()
{
    const auto path = m_folder.filePath(u"receipt.escpos"_s);
    const auto outcome = run({u"print-receipt"_s, u"--port"_s, "escpos:file:"_L1 + path});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.object.value("state"_L1).toString(), u"sent"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("\x1b@\x1c&"));
}

void TestKuaibanDevice::printReceipt_slipFile_isPrinted()
{
    const auto slip = m_folder.filePath(u"slip.json"_s);
    QFile file(slip);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"lines":[{"text":"HELLO"}]})");
    file.close();
    test::PythonDouble printer(u"receipt_printer.py"_s, {m_folder.filePath(u"paper.bin"_s)});
    const auto port = "escpos:tcp:127.0.0.1:%1"_L1.arg(QString::number(printer.greeting().value("port"_L1).toInt()));
    const auto outcome = run({u"print-receipt"_s, u"--port"_s, port, u"--file"_s, slip});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.object.value("state"_L1).toString(), u"printed"_s);
    QFile paper(m_folder.filePath(u"paper.bin"_s));
    QVERIFY(paper.open(QIODevice::ReadOnly));
    QVERIFY(paper.readAll().contains("HELLO\n"));
}

void TestKuaibanDevice::status_devices_areTold_data()
{
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("kind");
    QTest::addRow("ID card reader") << u"sim:idcard"_s << u"idcard"_s;
    QTest::addRow("social security card") << u"sim:smartcard"_s << u"smartcard"_s;
    QTest::addRow("scanner") << u"sim:scanner"_s << u"scanner"_s;
    QTest::addRow("scanner in its host") << u"sim:scanner?hosted=1"_s << u"scanner"_s;
    QTest::addRow("receipt printer") << u"sim:receipt"_s << u"receipt"_s;
    QTest::addRow("page printer") << u"sim:printer"_s << u"printer"_s;
    QTest::addRow("keypad") << u"sim:keypad"_s << u"keypad"_s;
    QTest::addRow("queue") << u"sim:caller"_s << u"caller"_s;
}

void TestKuaibanDevice::status_devices_areTold()
{
    QFETCH(QString, port);
    const auto outcome = run({u"status"_s, u"--port"_s, port});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.object.value("health"_L1).toString(), u"ready"_s);
    QTEST(outcome.object.value("kind"_L1).toString(), "kind");
}

void TestKuaibanDevice::status_attention_isARemark()
{
    test::PythonDouble printer(u"receipt_printer.py"_s, {m_folder.filePath(u"x.bin"_s)});
    QVERIFY(printer.obey({{"paper"_L1, "near-end"_L1}}));
    const auto port = "escpos:tcp:127.0.0.1:%1"_L1.arg(QString::number(printer.greeting().value("port"_L1).toInt()));
    const auto outcome = run({u"status"_s, u"--port"_s, port});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.object.value("health"_L1).toString(), u"attention"_s);
    QCOMPARE(outcome.object.value("remark"_L1).toObject().value("failure"_L1).toString(), u"receipt.paper-low"_s);
}

void TestKuaibanDevice::selfTest_withoutPort_passes()
{
    const auto outcome = run({u"selftest"_s});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.object.value("checks"_L1).toArray().size(), 7);
}

void TestKuaibanDevice::selfTest_brokenPort_fails()
{
    const auto outcome = run({u"selftest"_s, u"--port"_s, u"ga450:serial:/dev/ttyNone"_s});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.object.value("failure"_L1).toString(), u"device.port-missing"_s);
    QCOMPARE(outcome.object.value("checks"_L1).toArray().size(), 1);
}

void TestKuaibanDevice::list_machine_namesDrivers()
{
    qputenv("SANE_CONFIG_DIR", m_folder.path().toLocal8Bit()); // no drivers: nothing searches the network here
    const auto outcome = run({u"list"_s});
    QCOMPARE(outcome.exitCode, 0);
    for (const auto* name : {"serial", "usb_printers", "queues", "scanners", "drivers"})
        QVERIFY2(outcome.object.contains(QLatin1StringView(name)), name);
    const auto drivers = outcome.object.value("drivers"_L1).toObject();
    QVERIFY(drivers.value("idcard"_L1).toArray().contains(u"ga450"_s));
    QVERIFY(drivers.value("scanner"_L1).toArray().contains(u"sane"_s));
}

void TestKuaibanDevice::failure_anyKind_isOneObjectWithRemedy_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::addRow("no command") << QStringList{} << u"device.command"_s;
    QTest::addRow("unknown command") << QStringList{u"dance"_s} << u"device.command"_s;
    QTest::addRow("unknown option") << QStringList{u"list"_s, u"--fast"_s} << u"device.argument"_s;
    QTest::addRow("number out of range") << QStringList{u"scan"_s, u"--dpi"_s, u"9"_s} << u"device.argument"_s;
    QTest::addRow("scan without folder") << QStringList{u"scan"_s, u"--port"_s, u"sim:scanner"_s}
                                         << u"device.argument"_s;
    QTest::addRow("no port") << QStringList{u"read-id"_s} << u"device.not-configured"_s;
    QTest::addRow("broken port") << QStringList{u"status"_s, u"--port"_s, u"x"_s} << u"device.uri"_s;
    QTest::addRow("unknown driver") << QStringList{u"status"_s, u"--port"_s, u"twain:0"_s}
                                    << u"device.driver-unknown"_s;
    QTest::addRow("no card") << QStringList{u"read-id"_s, u"--wait"_s, u"0"_s, u"--port"_s,
                                    u"sim:idcard?script="_s + test::inSource(u"resources/simulator/printer-demo.json")}
                             << u"idcard.no-card"_s;
    QTest::addRow("folder cannot be made")
        << QStringList{u"scan"_s, u"--port"_s, u"sim:scanner"_s, u"--out"_s, u"/dev/null/x"_s}
        << u"device.file-write"_s;
    QTest::addRow("file cannot be read") << QStringList{u"print"_s, u"--port"_s, u"sim:printer"_s, u"--file"_s,
                                                u"/none.pdf"_s}
                                         << u"device.file-read"_s;
    QTest::addRow("file is no PDF") << QStringList{u"print"_s, u"--port"_s, u"sim:printer"_s, u"--file"_s,
                                           u"/etc/passwd"_s}
                                    << u"printer.not-pdf"_s;
}

void TestKuaibanDevice::failure_anyKind_isOneObjectWithRemedy()
{
    QFETCH(QStringList, arguments);
    const auto outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.lines, 1);
    QTEST(outcome.object.value("failure"_L1).toString(), "code");
    for (const auto* name : {"origin", "message", "remedy"})
        QVERIFY2(!outcome.object.value(QLatin1StringView(name)).toString().isEmpty(), name);
    QVERIFY(!outcome.object.value("message"_L1).toString().contains(u'{'));
}

void TestKuaibanDevice::failure_english_isEnglish()
{
    const auto outcome = run({u"read-id"_s, u"--lang"_s, u"en"_s});
    QCOMPARE(outcome.object.value("message"_L1).toString(), u"This device is not configured"_s);
}

QTEST_GUILESS_MAIN(TestKuaibanDevice)
#include "test_kuaiban_device.moc"
