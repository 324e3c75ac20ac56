#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::sync {

inline Error hubUnreachable(const QString& detail)
{
    return failure("sync.unreachable", Origin::Network, detail);
}

inline Error hubTimedOut()
{
    return failure("sync.timeout", Origin::Network);
}

// The hub's certificate is not the one that was accepted at enrolment.
inline Error certificateWrong(const QString& detail)
{
    return failure("sync.certificate", Origin::Network, detail);
}

inline Error addressUnreadable()
{
    return failure("sync.address", Origin::User);
}

// Plain HTTP is for this machine only: everywhere else papers and tokens would travel readable.
inline Error plainHttpRefused(const QString& host)
{
    return failure("sync.plain-http", Origin::User).with(QStringLiteral("host"), host);
}

inline Error answerUnreadable(const QString& detail)
{
    return failure("sync.answer", Origin::Hub, detail);
}

inline Error numbersUsedUp()
{
    return failure("sync.numbers", Origin::Machine);
}

inline Error fileNotHere(const QString& digest)
{
    return failure("sync.file", Origin::Machine, digest);
}

} // namespace kuaiban::sync
