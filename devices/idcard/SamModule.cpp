#include "SamModule.h"

#include "IdCardErrors.h"

#include <QDeadlineTimer>

namespace kuaiban::devices {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds WriteLimit(1000);
// The time limits follow what the field uses: an answer to find or select within a second, to a read within five.
constexpr int ReadLimitMs = 5000;
constexpr int AddedAddressLimitMs = 2000;

} // namespace

SamModule::SamModule(std::unique_ptr<ByteStream> stream)
    : m_stream(std::move(stream))
{}

Done SamModule::open(const std::stop_token& stop)
{
    return m_stream->open(stop);
}

void SamModule::close()
{
    m_stream->close();
}

bool SamModule::isOpen() const
{
    return m_stream->isOpen();
}

Done SamModule::reset(const std::stop_token& stop)
{
    return run({0x10, 0xff}, stop);
}

Done SamModule::status(const std::stop_token& stop)
{
    return run({0x11, 0xff}, stop);
}

Result<QString> SamModule::id(const std::stop_token& stop)
{
    KB_TRY(const auto bytes, data({0x12, 0xff}, stop));
    return samModuleId(bytes);
}

Done SamModule::setBaud(int rateIndex, const std::stop_token& stop)
{
    return run({0x60, static_cast<quint8>(rateIndex)}, stop);
}

Done SamModule::setMostRadioBytes(quint8 count, const std::stop_token& stop)
{
    return run({0x61, 0xff, 1000, QByteArray(1, static_cast<char>(count))}, stop);
}

Result<bool> SamModule::findCard(const std::stop_token& stop)
{
    KB_TRY(const auto reply, exchange({0x20, 0x01}, stop));
    if (reply.status.isFound())
        return true;
    const auto error = samStatusError(reply.status);
    if (error.is("idcard.no-card"_L1))
        return false;
    return fail(error);
}

Done SamModule::selectCard(const std::stop_token& stop)
{
    return run({0x20, 0x02}, stop);
}

Result<CardBlocks> SamModule::readTextAndPhoto(const std::stop_token& stop)
{
    KB_TRY(const auto bytes, data({0x30, 0x01, ReadLimitMs}, stop));
    return splitCardBlocks(bytes, WithFingerprint::No);
}

Result<CardBlocks> SamModule::readTextPhotoAndFingerprint(const std::stop_token& stop)
{
    KB_TRY(const auto bytes, data({0x30, 0x10, ReadLimitMs}, stop));
    return splitCardBlocks(bytes, WithFingerprint::Yes);
}

Result<QByteArray> SamModule::readAddedAddress(const std::stop_token& stop)
{
    auto bytes = data({0x30, 0x03, AddedAddressLimitMs}, stop);
    if (!bytes && bytes.error().is("idcard.no-item"_L1))
        return QByteArray();
    return bytes;
}

Result<QByteArray> SamModule::readManagementNumber(const std::stop_token& stop)
{
    return data({0x30, 0x05, AddedAddressLimitMs}, stop);
}

Done SamModule::run(const Command& command, const std::stop_token& stop)
{
    return data(command, stop).map([](const QByteArray&) {});
}

Result<QByteArray> SamModule::data(const Command& command, const std::stop_token& stop)
{
    KB_TRY(const auto reply, exchange(command, stop));
    if (!reply.status.isDone())
        return fail(samStatusError(reply.status));
    return reply.data;
}

Result<SamReply> SamModule::exchange(const Command& command, const std::stop_token& stop)
{
    auto reply = exchangeOnce(command, stop);
    const bool damaged = reply ? reply->status.sw3 == 0x10 : reply.error().is("idcard.checksum"_L1);
    return damaged ? exchangeOnce(command, stop) : reply;
}

Result<SamReply> SamModule::exchangeOnce(const Command& command, const std::stop_token& stop)
{
    m_stream->discardInput();
    m_frames.reset();
    KB_CHECK(m_stream->write(samRequest(command.command, command.parameter, command.data), WriteLimit, stop));
    const QDeadlineTimer deadline(command.limitMs);
    bool damaged = false;
    do {
        KB_TRY(const auto bytes, m_stream->read(milliseconds(deadline.remainingTime()), stop));
        m_frames.feed(bytes);
        for (auto found = m_frames.next(); found != SamFrameReader::Found::Nothing; found = m_frames.next()) {
            if (found == SamFrameReader::Found::Frame)
                return samReply(m_frames.body());
            damaged = true;
        }
        if (damaged)
            return fail(idCardChecksum());
    } while (!deadline.hasExpired());
    return fail(idCardNoAnswer());
}

} // namespace kuaiban::devices
