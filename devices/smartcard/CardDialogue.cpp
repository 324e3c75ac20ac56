#include "CardDialogue.h"

#include "SmartCardErrors.h"

#include <string.h>

namespace kuaiban::devices {

namespace {

constexpr int MostParts = 16; // of one answer; a record has one or two
constexpr quint8 GetResponse = 0xc0;

quint8 high(quint16 status)
{
    return static_cast<quint8>(status >> 8);
}

quint8 low(quint16 status)
{
    return static_cast<quint8>(status & 0xff);
}

} // namespace

Result<ApduReply> CardDialogue::once(const ApduCommand& command)
{
    ++m_commands;
    auto sent = command.bytes();
    const auto answer = m_channel.transmit(sent, m_stop);
    explicit_bzero(sent.data(), static_cast<size_t>(sent.size())); // it may hold a PIN
    KB_TRY(const auto bytes, answer);
    if (bytes.size() < 2)
        return fail(smartCardAnswer(u"no status"_s));
    const auto end = bytes.last(2);
    const auto status = static_cast<quint16>((static_cast<quint8>(end.at(0)) << 8) | static_cast<quint8>(end.at(1)));
    return ApduReply{bytes.chopped(2), status};
}

Result<ApduReply> CardDialogue::ask(const ApduCommand& command)
{
    auto sent = command;
    if (!sent.data.isEmpty() && sent.le && !m_channel.takesLengthWithData())
        sent.le.reset();
    KB_TRY(auto reply, once(sent));
    if (high(reply.status) == 0x6c && sent.data.isEmpty()) {
        sent.le = low(reply.status);
        KB_TRY(reply, once(sent));
    }
    if (high(reply.status) == 0x61 && !command.le) // an answer nobody asked for may stay in the card
        return ApduReply{{}, 0x9000};
    QByteArray whole = reply.data;
    for (int part = 0; high(reply.status) == 0x61; ++part) {
        if (part == MostParts)
            return fail(smartCardAnswer(u"an answer without end"_s));
        KB_TRY(reply, once({0x00, GetResponse, 0, 0, {}, low(reply.status)}));
        if (high(reply.status) == 0x6c) {
            KB_TRY(reply, once({0x00, GetResponse, 0, 0, {}, low(reply.status)}));
        }
        whole += reply.data;
    }
    return ApduReply{whole, reply.status};
}

Error statusError(quint16 status)
{
    switch (status) {
    case 0x6581:
        return smartCardMemory();
    case 0x6982:
        return smartCardAccessDenied();
    case 0x6983:
        return smartCardPinBlocked();
    case 0x6283:
    case 0x6a81:
    case 0x9303:
        return smartCardApplicationLocked();
    default:
        return smartCardStatus(QString::number(status, 16).toUpper().rightJustified(4, u'0'));
    }
}

} // namespace kuaiban::devices
