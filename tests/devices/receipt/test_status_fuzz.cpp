#include "devices/receipt/EscPosPrinter.h"
#include "devices/receipt/SlipJson.h"
#include "tests/support/base/Fuzz.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

// A line at whose end somebody answers each question with a few bytes of his own.
class BabblingLine final : public ByteStream
{
public:
    explicit BabblingLine(test::Fuzz& fuzz)
        : m_fuzz(fuzz)
    {}
    Done open(const std::stop_token&) override
    {
        m_open = true;
        return {};
    }
    void close() override { m_open = false; }
    bool isOpen() const override { return m_open; }
    Done write(QByteArrayView, std::chrono::milliseconds, const std::stop_token&) override { return {}; }
    Result<QByteArray> read(std::chrono::milliseconds, const std::stop_token&) override
    {
        ++questions;
        if (m_fuzz.oneIn(8))
            return QByteArray();
        auto answer = m_fuzz.random().bytes(1 + m_fuzz.random().below(3));
        if (m_fuzz.oneIn(2)) // as often as not a byte that may be an answer
            answer.back() = static_cast<char>((answer.back() & 0x6c) | 0x12);
        return answer;
    }
    void discardInput() override {}
    int questions = 0;

private:
    test::Fuzz& m_fuzz;
    bool m_open = false;
};

} // namespace

// Whatever a printer answers to DLE EOT, asking ends, and a job is "printed" only if the answers say so.
class TestStatusFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_any_areUnderstoodOrRefused();
    void printer_anyAnswers_isNeverBelievedTooMuch();
};

void TestStatusFuzz::bytes_any_areUnderstoodOrRefused()
{
    test::Fuzz fuzz("ESC/POS status bytes");
    for (int i = 0; i < fuzz.cases(); ++i) {
        ReceiptStatus status;
        for (int question = 1; question <= 4; ++question) {
            const auto byte = static_cast<quint8>(fuzz.random().bytes(1).front());
            const auto before = status;
            const bool taken = addStatusByte(status, question, byte);
            QCOMPARE(taken, (byte & 0x93) == 0x12);
            if (!taken)
                QCOMPARE(status, before);
        }
        const auto obstacle = obstacleOf(status);
        QCOMPARE(receiptState(status).health == DeviceHealth::Fault, obstacle.has_value());
    }
}

void TestStatusFuzz::printer_anyAnswers_isNeverBelievedTooMuch()
{
    test::Fuzz fuzz("ESC/POS conversations");
    int printed = 0;
    int refused = 0;
    for (int i = 0; i < fuzz.cases(); ++i) {
        auto line = std::make_unique<BabblingLine>(fuzz);
        auto* const babbling = line.get();
        EscPosPrinter printer(std::move(line), EscPosEncoder(48));
        const auto job = printer.print(testSlip(), {});
        QVERIFY(babbling->questions <= 8);
        QVERIFY(!babbling->isOpen());
        printed += job ? 1 : 0;
        refused += job ? 0 : 1;
        if (!job)
            QVERIFY2(job.error().code.startsWith("receipt."_L1), qPrintable(job.error().code));
    }
    qInfo("%d printed, %d refused", printed, refused);
    QVERIFY(printed > 0 && refused > 0);
}

QTEST_GUILESS_MAIN(TestStatusFuzz)
#include "test_status_fuzz.moc"
