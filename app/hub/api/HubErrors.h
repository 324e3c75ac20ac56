#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::hub {

// The configuration file cannot be used; `field` is the dotted path inside it, empty when the file itself is the
// matter.
inline Error configBroken(const QString& file, const QString& field, const QString& rule)
{
    using namespace Qt::StringLiterals;
    return failure("hub.config", Origin::Machine, "%1: %2: %3"_L1.arg(file, field, rule))
        .with(u"file"_s, file)
        .with(u"field"_s, field)
        .with(u"rule"_s, rule);
}

inline Error commandLineWrong(const QString& detail)
{
    return failure("hub.command-line", Origin::User, detail).with(QStringLiteral("detail"), detail);
}

inline Error folderNotUsable(const QString& folder)
{
    return failure("hub.folder", Origin::Machine, folder).with(QStringLiteral("folder"), folder);
}

inline Error notReady(const QString& detail)
{
    return failure("hub.not-ready", Origin::Hub, detail);
}

// A value in the query or the path of a request breaks a rule.
inline Error parameterWrong(const QString& name, const QString& rule)
{
    using namespace Qt::StringLiterals;
    return failure("hub.parameter", Origin::Data, "%1: %2"_L1.arg(name, rule))
        .with(u"name"_s, name)
        .with(u"rule"_s, rule);
}

// A write that creates something came without an Idempotency-Key: a repeat could not be told from a second wish.
inline Error idempotencyKeyMissing()
{
    return failure("hub.idempotency-key", Origin::Data);
}

// The same Idempotency-Key came with another request.
inline Error idempotencyKeyReused()
{
    return failure("hub.key-reused", Origin::Data);
}

inline Error commandCountWrong(qint64 most)
{
    return failure("hub.command-count", Origin::Data).with(QStringLiteral("most"), most);
}

// It was signed as it should be, but by a machine that was revoked meanwhile, or in the name of somebody who was
// locked: a person says whether it counts.
inline Error carriedInDoubt()
{
    return failure("hub.carried-doubt", Origin::User);
}

// Work that was brought in a file is not what a machine of this hub signed; `what` says which part of it.
inline Error carriedRefused(const QString& what)
{
    return failure("hub.carried", Origin::Data, what);
}

// What came under a machine's name was not signed with its key.
inline Error deviceSignatureWrong()
{
    return failure("hub.device-signature", Origin::Machine);
}

// Something of another area than that of the device was asked for.
inline Error foreignArea()
{
    return failure("hub.foreign-area", Origin::User);
}

inline Error personUnknown()
{
    return failure("hub.person-unknown", Origin::User);
}

// The key of the security module in software cannot be read, or is none.
inline Error cardKeyUnusable(const QString& file)
{
    return failure("hub.card-key", Origin::Machine, file).with(QStringLiteral("file"), file);
}

// This hub speaks with no security module: cards of specification 3.0 tell nobody here who they belong to.
inline Error cardAuthorityMissing()
{
    return failure("hub.card-authority", Origin::Hub);
}

// The security module does not believe the card.
inline Error cardRefused()
{
    return failure("hub.card-refused", Origin::Card);
}

// Unknown number and wrong query code are one failure: the answer must not tell which numbers exist.
inline Error progressUnknown()
{
    return failure("hub.progress-unknown", Origin::User);
}

} // namespace kuaiban::hub
