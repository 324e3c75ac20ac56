#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

// How the reader's line and module fail.

inline Error idCardNoAnswer()
{
    return failure("idcard.no-answer", Origin::Device);
}

inline Error idCardChecksum()
{
    return failure("idcard.checksum", Origin::Device);
}

// The status bytes of GA 450 (SW3), one code each.

inline Error idCardNoCard() // 80
{
    return failure("idcard.no-card", Origin::Card);
}

inline Error idCardSelectFailed() // 81
{
    return failure("idcard.select", Origin::Card);
}

// 41; the card's own code may stand in SW1 SW2.
inline Error idCardReadFailed(const QString& cardCode)
{
    return failure("idcard.read", Origin::Card, cardCode);
}

inline Error idCardRequestChecksum() // 10
{
    return failure("idcard.request-checksum", Origin::Device);
}

inline Error idCardRequestLength() // 11
{
    return failure("idcard.request-length", Origin::Device);
}

inline Error idCardCommandRefused() // 21
{
    return failure("idcard.command", Origin::Device);
}

inline Error idCardReaderError() // 24
{
    return failure("idcard.reader-error", Origin::Device);
}

inline Error idCardRejectsReader() // 31
{
    return failure("idcard.card-rejects-reader", Origin::Card);
}

inline Error idCardRejectedByReader() // 32
{
    return failure("idcard.reader-rejects-card", Origin::Card);
}

inline Error idCardInformationCheck() // 33
{
    return failure("idcard.information-check", Origin::Card);
}

inline Error idCardWrongType() // 40
{
    return failure("idcard.card-type", Origin::Card);
}

inline Error idCardRandomFailed() // 47
{
    return failure("idcard.random", Origin::Device);
}

inline Error idCardSelfTest() // 60
{
    return failure("idcard.self-test", Origin::Device);
}

inline Error idCardNotAuthorised() // 66
{
    return failure("idcard.not-authorised", Origin::Device);
}

inline Error idCardNoItem() // 91
{
    return failure("idcard.no-item", Origin::Card);
}

inline Error idCardUnknownStatus(const QString& status)
{
    return failure("idcard.status", Origin::Device, status).with(u"status"_s, status);
}

// What a card said cannot be right. `field` is the name of the field, never its value.

inline Error idCardLayout(const QString& field)
{
    return failure("idcard.layout", Origin::Card, field).with(u"field"_s, field);
}

inline Error idCardCheckDigit()
{
    return failure("idcard.check-digit", Origin::Card);
}

inline Error idCardBirthMismatch()
{
    return failure("idcard.birth-mismatch", Origin::Card);
}

inline Error idCardSexMismatch()
{
    return failure("idcard.sex-mismatch", Origin::Card);
}

} // namespace kuaiban::devices
