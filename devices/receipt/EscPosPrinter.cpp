#include "EscPosPrinter.h"

#include "ReceiptErrors.h"

namespace kuaiban::devices {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds StatusLimit(400);
constexpr milliseconds StatusWriteLimit(1000);
constexpr int Questions = 4;

// The slowest line in use carries 960 bytes a second; a printer that stops taking bytes must not hold the counter long.
milliseconds printLimit(qsizetype bytes)
{
    return milliseconds(8000 + 2 * bytes);
}

} // namespace

EscPosPrinter::EscPosPrinter(std::unique_ptr<ByteStream> stream, EscPosEncoder encoder)
    : m_stream(std::move(stream))
    , m_encoder(std::move(encoder))
{}

DeviceState EscPosPrinter::state(const std::stop_token& stop)
{
    if (const auto opened = m_stream->open(stop); !opened)
        return DeviceState::fault(opened.error());
    const auto status = askStatus(stop);
    m_stream->close();
    return status ? receiptState(*status) : DeviceState::fault(status.error());
}

Result<ReceiptJob> EscPosPrinter::print(const Slip& slip, const std::stop_token& stop)
{
    KB_TRY(const auto bytes, m_encoder.encode(slip));
    KB_CHECK(m_stream->open(stop));
    auto job = printOpened(bytes, stop);
    m_stream->close();
    return job;
}

Result<ReceiptJob> EscPosPrinter::printOpened(const QByteArray& bytes, const std::stop_token& stop)
{
    KB_TRY(const auto before, askStatus(stop));
    if (const auto obstacle = obstacleOf(before))
        return fail(*obstacle);
    const auto written = m_stream->write(bytes, printLimit(bytes.size()), stop);
    if (!written && stop.stop_requested())
        return fail(written.error());
    const auto after = askStatus(stop);
    const auto obstacle = after ? obstacleOf(*after) : std::optional<Error>(after.error());
    if (!written)
        return fail(receiptInterrupted(obstacle && after ? obstacle->code : written.error().code));
    if (obstacle)
        return fail(receiptInterrupted(obstacle->code));
    return after->answered ? ReceiptJob::Printed : ReceiptJob::Sent;
}

Result<ReceiptStatus> EscPosPrinter::askStatus(const std::stop_token& stop)
{
    ReceiptStatus status;
    if (!m_stream->canAnswer())
        return status;
    for (int question = 1; question <= Questions; ++question) {
        m_stream->discardInput();
        const char bytes[] = {0x10, 0x04, static_cast<char>(question)};
        KB_CHECK(m_stream->write(QByteArrayView(bytes, 3), StatusWriteLimit, stop));
        KB_TRY(const auto answer, m_stream->read(StatusLimit, stop));
        if (answer.isEmpty() || !addStatusByte(status, question, static_cast<quint8>(answer.back())))
            return question == 1 ? ReceiptStatus{} : status;
    }
    return status;
}

} // namespace kuaiban::devices
