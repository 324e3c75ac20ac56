#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::identity {

// Unknown login and wrong password are one failure: the answer must not tell which logins exist.
inline Error loginRefused(int triesLeft)
{
    return failure("identity.login", Origin::User).with(QStringLiteral("tries"), triesLeft);
}

inline Error accountLocked()
{
    return failure("identity.locked", Origin::User);
}

inline Error tooManyTries(qint64 minutes)
{
    return failure("identity.too-many-tries", Origin::User).with(QStringLiteral("minutes"), minutes);
}

inline Error sessionExpired()
{
    return failure("identity.session", Origin::User);
}

inline Error deviceUnknown()
{
    return failure("identity.device", Origin::Machine);
}

inline Error enrolCodeRefused()
{
    return failure("identity.enrol-code", Origin::User);
}

inline Error passwordTooWeak()
{
    return failure("identity.password-weak", Origin::User);
}

inline Error loginTaken(const QString& login)
{
    return failure("identity.login-taken", Origin::User).with(QStringLiteral("login"), login);
}

inline Error accountUnknown()
{
    return failure("identity.account", Origin::User);
}

inline Error postUnknown(const QString& post)
{
    return failure("identity.post", Origin::Data).with(QStringLiteral("post"), post);
}

inline Error notAllowed(const QString& right)
{
    return failure("identity.right", Origin::User, right).with(QStringLiteral("right"), right);
}

} // namespace kuaiban::identity
