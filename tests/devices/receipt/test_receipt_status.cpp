#include "devices/receipt/ReceiptStatus.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

class TestReceiptStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void state_answers_areUnderstood_data();
    void state_answers_areUnderstood();
    void add_bytesThatAreNoAnswer_areRefused_data();
    void add_bytesThatAreNoAnswer_areRefused();
    void state_severalTroubles_namesTheOneForHands();
    void add_anyBytes_neverContradict();
};

void TestReceiptStatus::state_answers_areUnderstood_data()
{
    QTest::addColumn<QByteArray>("answers"); // to DLE EOT 1 to 4
    QTest::addColumn<DeviceHealth>("health");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* answers, DeviceHealth health, const QString& code) {
        QTest::addRow("%s", name) << QByteArray::fromHex(answers) << health << code;
    };
    row("idle", "16121212", DeviceHealth::Ready, {});
    row("idle, drawer shut", "12121212", DeviceHealth::Ready, {});
    row("silent", "", DeviceHealth::Ready, u"receipt.status-unknown"_s);
    row("paper near its end", "1212121e", DeviceHealth::Attention, u"receipt.paper-low"_s);
    row("no paper", "1a321272", DeviceHealth::Fault, u"receipt.paper-out"_s);
    row("no paper, sensors agree", "1a32127e", DeviceHealth::Fault, u"receipt.paper-out"_s);
    row("no paper seen by the stop only", "1a321212", DeviceHealth::Fault, u"receipt.paper-out"_s);
    row("cover open", "1a161212", DeviceHealth::Fault, u"receipt.cover-open"_s);
    row("knife stuck", "1a521a12", DeviceHealth::Fault, u"receipt.cutter"_s);
    row("unrecoverable", "1a523212", DeviceHealth::Fault, u"receipt.printer-error"_s);
    row("offline without a cause", "1a121212", DeviceHealth::Fault, u"receipt.offline"_s);
    row("fed by its button", "121a1212", DeviceHealth::Ready, {});
    row("answers the first question only", "12", DeviceHealth::Ready, {});
}

void TestReceiptStatus::state_answers_areUnderstood()
{
    QFETCH(QByteArray, answers);
    ReceiptStatus status;
    for (int i = 0; i < answers.size(); ++i)
        QVERIFY(addStatusByte(status, i + 1, static_cast<quint8>(answers.at(i))));
    const auto state = receiptState(status);
    QTEST(state.health, "health");
    QTEST(state.reason ? state.reason->code : QString(), "code");
}

void TestReceiptStatus::add_bytesThatAreNoAnswer_areRefused_data()
{
    QTest::addColumn<int>("byte");
    for (const int byte : {0x00, 0xff, 0x13, 0x02, 0x10, 0x92, 0x41})
        QTest::addRow("%02x", byte) << byte;
}

void TestReceiptStatus::add_bytesThatAreNoAnswer_areRefused()
{
    QFETCH(int, byte);
    ReceiptStatus status;
    QVERIFY(!addStatusByte(status, 1, static_cast<quint8>(byte)));
    QCOMPARE(status, ReceiptStatus());
}

void TestReceiptStatus::state_severalTroubles_namesTheOneForHands()
{
    ReceiptStatus status;
    addStatusByte(status, 1, 0x1a);
    addStatusByte(status, 2, 0x36); // cover open and stopped for paper
    addStatusByte(status, 4, 0x7e);
    QCOMPARE(obstacleOf(status)->code, u"receipt.cover-open"_s);
}

void TestReceiptStatus::add_anyBytes_neverContradict()
{
    test::SeededRandom random(4);
    for (int i = 0; i < 20'000; ++i) {
        ReceiptStatus status;
        for (int n = random.below(6); n > 0; --n)
            addStatusByte(status, random.below(7), static_cast<quint8>(random.below(256)));
        const auto state = receiptState(status);
        QCOMPARE(state.health == DeviceHealth::Fault, status.answered && obstacleOf(status).has_value());
    }
}

QTEST_GUILESS_MAIN(TestReceiptStatus)
#include "test_receipt_status.moc"
