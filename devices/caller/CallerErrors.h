#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

// `place` is the path of a word in the file. A value never stands in the reason: it may be a token.
inline Error callerProfileBroken(const QString& file, const QString& place, const QString& reason)
{
    return failure("caller.profile", Origin::Data, "%1: %2"_L1.arg(place, reason))
        .with(u"file"_s, file)
        .with(u"place"_s, place)
        .with(u"reason"_s, reason);
}

// `how` is a word of the network's such as RemoteHostClosedError, or the code of what came instead of an answer.
inline Error callerNoAnswer(const QString& how)
{
    return failure("caller.no-answer", Origin::Device, how);
}

inline Error callerAnswerUnreadable(const QString& reason)
{
    return failure("caller.answer", Origin::Device, reason).with(u"reason"_s, reason);
}

inline Error callerAnswerTooLarge()
{
    return failure("caller.too-large", Origin::Device);
}

inline Error callerStatus(int status)
{
    return failure("caller.status", Origin::Device, QString::number(status)).with(u"status"_s, status);
}

inline Error callerRedirected()
{
    return failure("caller.redirect", Origin::Device);
}

inline Error callerCertificate()
{
    return failure("caller.certificate", Origin::Network);
}

inline Error callerAccess()
{
    return failure("caller.access", Origin::Device);
}

// The text is the system's own and for the clerk's eyes: it is not logged, for nobody knows what it names.
inline Error callerRefused(const QString& code, const QString& text)
{
    return failure("caller.refused", Origin::Device, code).with(u"code"_s, code).with(u"text"_s, text);
}

inline Error callerUnsupported(const QString& operation)
{
    return failure("caller.unsupported", Origin::User, operation);
}

inline Error callerNobodyHere()
{
    return failure("caller.nobody", Origin::User);
}

// `why` is the failure code of the cause.
inline Error callerUnconfirmed(const QString& why)
{
    return failure("caller.unconfirmed", Origin::Device, why).with(u"why"_s, why);
}

// An earlier operation whose answer was lost turned out to have been carried out.
inline Error callerMovedOn(const QString& ticket)
{
    return failure("caller.moved-on", Origin::Device).with(u"ticket"_s, ticket.isEmpty() ? u"—"_s : ticket);
}

} // namespace kuaiban::devices
