#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

// The machine and its readers.

inline Error smartCardService(const QString& detail)
{
    return failure("smartcard.service", Origin::Machine, detail);
}

inline Error smartCardNoReader()
{
    return failure("smartcard.no-reader", Origin::Device);
}

inline Error smartCardReaderMissing(const QString& reader)
{
    return failure("smartcard.reader-missing", Origin::Device).with(u"reader"_s, reader);
}

inline Error smartCardReaderFault(const QString& detail)
{
    return failure("smartcard.reader", Origin::Device, detail);
}

// The card service or the reader keeps a call for longer than any card needs.
inline Error smartCardSilent()
{
    return failure("smartcard.silent", Origin::Device);
}

inline Error smartCardBusy()
{
    return failure("smartcard.busy", Origin::Machine);
}

// The card in the reader.

inline Error smartCardNoCard()
{
    return failure("smartcard.no-card", Origin::Card);
}

inline Error smartCardMute()
{
    return failure("smartcard.mute", Origin::Card);
}

inline Error smartCardRemoved()
{
    return failure("smartcard.removed", Origin::Card);
}

inline Error smartCardReset()
{
    return failure("smartcard.reset", Origin::Card);
}

// What was asked concerns a card that was read before, and another one lies there now.
inline Error smartCardExchanged()
{
    return failure("smartcard.exchanged", Origin::Card);
}

inline Error smartCardNotSocialSecurity()
{
    return failure("smartcard.not-social-security", Origin::Card);
}

inline Error smartCardNoBankApplication()
{
    return failure("smartcard.no-bank-application", Origin::Card);
}

inline Error smartCardApplicationLocked() // 6A81, 6283, 9303
{
    return failure("smartcard.application-locked", Origin::Card);
}

inline Error smartCardAccessDenied() // 6982
{
    return failure("smartcard.access-denied", Origin::Card);
}

inline Error smartCardMemory() // 6581
{
    return failure("smartcard.memory", Origin::Card);
}

// `status` is SW1 SW2 in hexadecimal.
inline Error smartCardStatus(const QString& status)
{
    return failure("smartcard.status", Origin::Card, status).with(u"status"_s, status);
}

// An answer that no card should give: too short, or one "more bytes follow" after another.
inline Error smartCardAnswer(const QString& detail)
{
    return failure("smartcard.answer", Origin::Card, detail);
}

// What a card said cannot be right. `field` is the name of the field, never its value.

inline Error smartCardLayout(const QString& field)
{
    return failure("smartcard.layout", Origin::Card, field).with(u"field"_s, field);
}

inline Error smartCardCheckDigit()
{
    return failure("smartcard.check-digit", Origin::Card);
}

inline Error smartCardBirthMismatch()
{
    return failure("smartcard.birth-mismatch", Origin::Card);
}

inline Error smartCardSexMismatch()
{
    return failure("smartcard.sex-mismatch", Origin::Card);
}

// The mutual authentication of cards of specification 3.0.

// The card proved nothing: its answer is not the one that the security module expects.
inline Error smartCardNotGenuine()
{
    return failure("smartcard.not-genuine", Origin::Card);
}

inline Error smartCardProofRefused()
{
    return failure("smartcard.proof-refused", Origin::Card);
}

// The PIN.

inline Error smartCardPinFormat()
{
    return failure("smartcard.pin-format", Origin::User);
}

inline Error smartCardPinWrong(int triesLeft)
{
    return failure("smartcard.pin-wrong", Origin::User).with(u"tries"_s, triesLeft);
}

inline Error smartCardPinBlocked() // 6983
{
    return failure("smartcard.pin-blocked", Origin::Card);
}

} // namespace kuaiban::devices
