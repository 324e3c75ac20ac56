#include "SamReply.h"

#include "IdCardErrors.h"

#include <QtEndian>

namespace kuaiban::devices {

namespace {

constexpr qsizetype LargestText = 256;
constexpr qsizetype LargestPhoto = 1024;
constexpr qsizetype LargestFingerprint = 1024;

QString hexText(std::initializer_list<quint8> bytes)
{
    QByteArray text;
    for (const auto byte : bytes)
        text.append(static_cast<char>(byte));
    return QString::fromLatin1(text.toHex().toUpper());
}

} // namespace

Error samStatusError(SamStatus status)
{
    switch (status.sw3) {
    case 0x10:
        return idCardRequestChecksum();
    case 0x11:
        return idCardRequestLength();
    case 0x21:
        return idCardCommandRefused();
    case 0x24:
        return idCardReaderError();
    case 0x31:
        return idCardRejectsReader();
    case 0x32:
        return idCardRejectedByReader();
    case 0x33:
        return idCardInformationCheck();
    case 0x40:
        return idCardWrongType();
    case 0x41:
        return idCardReadFailed(hexText({status.sw1, status.sw2}));
    case 0x47:
        return idCardRandomFailed();
    case 0x60:
        return idCardSelfTest();
    case 0x66:
        return idCardNotAuthorised();
    case 0x80:
        return idCardNoCard();
    case 0x81:
        return idCardSelectFailed();
    case 0x91:
        return idCardNoItem();
    default:
        return idCardUnknownStatus(hexText({status.sw1, status.sw2, status.sw3}));
    }
}

Result<SamReply> samReply(QByteArrayView body)
{
    if (body.size() < 3)
        return fail(idCardLayout(u"status"_s));
    const auto byte = [&](qsizetype i) { return static_cast<quint8>(body.at(i)); };
    return SamReply{{byte(0), byte(1), byte(2)}, body.sliced(3).toByteArray()};
}

Result<CardBlocks> splitCardBlocks(QByteArrayView data, WithFingerprint withFingerprint)
{
    const qsizetype headBytes = withFingerprint == WithFingerprint::Yes ? 6 : 4;
    if (data.size() < headBytes)
        return fail(idCardLayout(u"length"_s));
    const auto length = [&](qsizetype i) { return qsizetype(qFromBigEndian<quint16>(data.data() + 2 * i)); };
    const qsizetype text = length(0);
    const qsizetype photo = length(1);
    const qsizetype fingerprint = withFingerprint == WithFingerprint::Yes ? length(2) : 0;
    const bool withinLimits = text <= LargestText && photo <= LargestPhoto && fingerprint <= LargestFingerprint;
    if (!withinLimits || data.size() != headBytes + text + photo + fingerprint)
        return fail(idCardLayout(u"length"_s));
    const auto blocks = data.sliced(headBytes);
    return CardBlocks{blocks.first(text).toByteArray(), blocks.sliced(text, photo).toByteArray(),
        blocks.sliced(text + photo).toByteArray()};
}

Result<QString> samModuleId(QByteArrayView data)
{
    if (data.size() != 16)
        return fail(idCardLayout(u"module"_s));
    const auto padded = [](quint32 number, qsizetype digits) {
        return QString::number(number).rightJustified(digits, u'0');
    };
    const auto half = [&](qsizetype at) { return quint32(qFromLittleEndian<quint16>(data.data() + at)); };
    const auto whole = [&](qsizetype at) { return qFromLittleEndian<quint32>(data.data() + at); };
    return "%1.%2-%3-%4-%5"_L1.arg(
        padded(half(0), 2), padded(half(2), 2), padded(whole(4), 8), padded(whole(8), 10), padded(whole(12), 10));
}

} // namespace kuaiban::devices
