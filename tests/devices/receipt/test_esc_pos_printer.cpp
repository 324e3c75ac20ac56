#include "devices/receipt/ReceiptDrivers.h"
#include "devices/receipt/SlipJson.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/devices/PythonDouble.h"

#include <QTemporaryDir>
#include <QtTest>

#include <pty.h>
#include <thread>
#include <unistd.h>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

// A slip large enough to fill the buffers between here and a printer that stops reading.
Slip longSlip()
{
    Slip slip;
    for (int i = 0; i < 120; ++i)
        slip.lines.emplace_back(SlipRaster{576, 1000, QByteArray(72'000, '\x55')});
    return slip;
}

} // namespace

// The ESC/POS driver against a printer on TCP, a pseudo terminal and a file.
class TestEscPosPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void state_printer_tellsHowItIs_data();
    void state_printer_tellsHowItIs();
    void print_readyPrinter_bytesArriveAndItIsConfirmed();
    void print_silentPrinter_isSentUnconfirmed();
    void print_obstacle_printsNothing_data();
    void print_obstacle_printsNothing();
    void print_paperRunsOut_isInterrupted();
    void print_lineDrops_isInterrupted();
    void print_printerStalls_isCancelledQuickly();
    void print_nobodyThere_isUnreachable();
    void print_rareCharacter_isRefusedBeforeConnecting();
    void print_serialLine_carriesTheSameBytes();
    void print_file_isSent();

private:
    QByteArray printed() const;
    std::unique_ptr<ReceiptPrinter> printer(const QString& options = {}) const;

    QTemporaryDir m_folder;
    QString m_out;
    std::unique_ptr<test::PythonDouble> m_double;
    int m_runs = 0;
};

void TestEscPosPrinter::init()
{
    m_out = m_folder.filePath("out-%1.bin"_L1.arg(QString::number(++m_runs)));
    m_double = std::make_unique<test::PythonDouble>(u"receipt_printer.py"_s, QStringList{m_out});
    QVERIFY(m_double->greeting().contains("port"_L1));
}

QByteArray TestEscPosPrinter::printed() const
{
    QFile file(m_out);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<ReceiptPrinter> TestEscPosPrinter::printer(const QString& options) const
{
    const auto port = QString::number(m_double->greeting().value("port"_L1).toInt());
    return receiptDrivers().make("escpos:tcp:127.0.0.1:%1%2"_L1.arg(port, options)).value();
}

void TestEscPosPrinter::state_printer_tellsHowItIs_data()
{
    QTest::addColumn<QJsonObject>("order");
    QTest::addColumn<DeviceHealth>("health");
    QTest::addColumn<QString>("code");
    QTest::addRow("ready") << QJsonObject{} << DeviceHealth::Ready << QString();
    QTest::addRow("paper low") << QJsonObject{{"paper"_L1, "near-end"_L1}} << DeviceHealth::Attention
                               << u"receipt.paper-low"_s;
    QTest::addRow("paper out") << QJsonObject{{"paper"_L1, "out"_L1}} << DeviceHealth::Fault << u"receipt.paper-out"_s;
    QTest::addRow("cover") << QJsonObject{{"cover"_L1, true}} << DeviceHealth::Fault << u"receipt.cover-open"_s;
    QTest::addRow("cutter") << QJsonObject{{"cutter"_L1, true}} << DeviceHealth::Fault << u"receipt.cutter"_s;
    QTest::addRow("offline") << QJsonObject{{"offline"_L1, true}} << DeviceHealth::Fault << u"receipt.offline"_s;
    QTest::addRow("broken") << QJsonObject{{"broken"_L1, true}} << DeviceHealth::Fault << u"receipt.printer-error"_s;
    QTest::addRow("silent") << QJsonObject{{"silent"_L1, true}} << DeviceHealth::Ready << u"receipt.status-unknown"_s;
    QTest::addRow("answers nonsense") << QJsonObject{{"strange"_L1, true}} << DeviceHealth::Ready
                                      << u"receipt.status-unknown"_s;
}

void TestEscPosPrinter::state_printer_tellsHowItIs()
{
    QFETCH(QJsonObject, order);
    QVERIFY(m_double->obey(order));
    const auto state = printer()->state({});
    QTEST(state.health, "health");
    QTEST(state.reason ? state.reason->code : QString(), "code");
    QCOMPARE(printed(), QByteArray()); // a question leaves no trace on paper
}

void TestEscPosPrinter::print_readyPrinter_bytesArriveAndItIsConfirmed()
{
    QCOMPARE(printer(u"?width=32"_s)->print(testSlip(), {}).value(), ReceiptJob::Printed);
    QCOMPARE(printed(), EscPosEncoder(32).encode(testSlip()).value());
}

void TestEscPosPrinter::print_silentPrinter_isSentUnconfirmed()
{
    QVERIFY(m_double->obey({{"silent"_L1, true}}));
    QCOMPARE(printer()->print(testSlip(), {}).value(), ReceiptJob::Sent);
    const auto expected = EscPosEncoder(48).encode(testSlip()).value();
    QTRY_COMPARE(printed(), expected);
}

void TestEscPosPrinter::print_obstacle_printsNothing_data()
{
    QTest::addColumn<QJsonObject>("order");
    QTest::addColumn<QString>("code");
    QTest::addRow("paper out") << QJsonObject{{"paper"_L1, "out"_L1}} << u"receipt.paper-out"_s;
    QTest::addRow("cover open") << QJsonObject{{"cover"_L1, true}} << u"receipt.cover-open"_s;
    QTest::addRow("cutter") << QJsonObject{{"cutter"_L1, true}} << u"receipt.cutter"_s;
}

void TestEscPosPrinter::print_obstacle_printsNothing()
{
    QFETCH(QJsonObject, order);
    QVERIFY(m_double->obey(order));
    const auto job = printer()->print(testSlip(), {});
    QVERIFY(!job);
    QTEST(job.error().code, "code");
    QCOMPARE(printed(), QByteArray());
}

void TestEscPosPrinter::print_paperRunsOut_isInterrupted()
{
    QVERIFY(m_double->obey({{"after"_L1, 50}, {"then"_L1, QJsonObject{{"paper"_L1, "out"_L1}}}}));
    const auto job = printer()->print(testSlip(), {});
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"receipt.interrupted"_s);
    QCOMPARE(job.error().fields.value("why"_L1).toString(), u"receipt.paper-out"_s);
}

void TestEscPosPrinter::print_lineDrops_isInterrupted()
{
    QVERIFY(m_double->obey({{"after"_L1, 50}, {"then"_L1, QJsonObject{{"drop"_L1, true}}}}));
    const auto job = printer()->print(longSlip(), {});
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"receipt.interrupted"_s);
    QCOMPARE(job.error().fields.value("why"_L1).toString(), u"device.unplugged"_s);
}

void TestEscPosPrinter::print_printerStalls_isCancelledQuickly()
{
    QVERIFY(m_double->obey({{"after"_L1, 50}, {"then"_L1, QJsonObject{{"stall"_L1, true}}}}));
    std::stop_source source;
    const std::jthread later([&source] {
        QThread::msleep(300);
        source.request_stop();
    });
    test::FairTimer timer;
    timer.start();
    const auto job = printer()->print(longSlip(), source.get_token());
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"device.cancelled"_s);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestEscPosPrinter::print_nobodyThere_isUnreachable()
{
    const auto printer = receiptDrivers().make(u"escpos:tcp:127.0.0.1:1"_s).value();
    QCOMPARE(printer->print(testSlip(), {}).error().code, u"device.unreachable"_s);
    QCOMPARE(printer->state({}).reason->code, u"device.unreachable"_s);
}

void TestEscPosPrinter::print_rareCharacter_isRefusedBeforeConnecting()
{
    const auto printer = receiptDrivers().make(u"escpos:tcp:127.0.0.1:1"_s).value();
    Slip slip;
    slip.lines = {SlipText{u"𠮷"_s}};
    QCOMPARE(printer->print(slip, {}).error().code, u"receipt.glyph"_s);
}

void TestEscPosPrinter::print_serialLine_carriesTheSameBytes()
{
    int master = -1;
    int slave = -1;
    char name[128] = {};
    termios raw{};
    ::cfmakeraw(&raw);
    QCOMPARE(::openpty(&master, &slave, name, &raw, nullptr), 0);
    const auto printer =
        receiptDrivers().make("escpos:serial:%1?baud=19200"_L1.arg(QString::fromLocal8Bit(name))).value();
    QCOMPARE(printer->print(testSlip(), {}).value(), ReceiptJob::Sent);
    QByteArray bytes(8192, Qt::Uninitialized);
    bytes.truncate(::read(master, bytes.data(), static_cast<size_t>(bytes.size())));
    QVERIFY(bytes.contains(EscPosEncoder(48).encode(testSlip()).value()));
    ::close(slave);
    ::close(master);
}

void TestEscPosPrinter::print_file_isSent()
{
    const auto path = m_folder.filePath(u"slip.escpos"_s);
    const auto printer = receiptDrivers().make("escpos:file:"_L1 + path).value();
    QCOMPARE(printer->print(testSlip(), {}).value(), ReceiptJob::Sent);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), EscPosEncoder(48).encode(testSlip()).value()); // no questions in it
}

QTEST_GUILESS_MAIN(TestEscPosPrinter)
#include "test_esc_pos_printer.moc"
