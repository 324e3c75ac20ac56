#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::counter {

// The profile cannot be used; `place` is the field.
inline Error profileBroken(const QString& file, const QString& rule)
{
    using namespace Qt::StringLiterals;
    return failure("session.profile", Origin::Machine, "%1: %2"_L1.arg(file, rule))
        .with(u"file"_s, file)
        .with(u"rule"_s, rule);
}

inline Error folderNotWritable(const QString& folder)
{
    return failure("session.folder", Origin::Machine, folder).with(QStringLiteral("folder"), folder);
}

// The machine is enrolled, but the file that says so cannot be read.
inline Error enrolmentBroken(const QString& file, const QString& detail)
{
    return failure("session.enrolment", Origin::Machine, detail).with(QStringLiteral("file"), file);
}

// Signing in without the hub: too long without it, too many wrong passwords, or a clock that was set back.
inline Error offlineExpired(int days)
{
    return failure("session.offline-expired", Origin::User).with(QStringLiteral("days"), days);
}

inline Error offlineLocked()
{
    return failure("session.offline-locked", Origin::User);
}

inline Error offlineClock()
{
    return failure("session.offline-clock", Origin::Machine);
}

inline Error notEnrolled()
{
    return failure("session.not-enrolled", Origin::Machine);
}

} // namespace kuaiban::counter
