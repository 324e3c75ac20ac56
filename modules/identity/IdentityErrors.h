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

// No organisation of that id or name, or it is closed.
inline Error organisationUnknown(const QString& name = {})
{
    return failure("identity.organisation", Origin::User).with(QStringLiteral("name"), name);
}

// Whoever revoked the machine he sits at could not take it back.
inline Error ownWindow()
{
    return failure("identity.window-own", Origin::User);
}

// No machine of that id was ever enrolled.
inline Error windowUnknown()
{
    return failure("identity.window", Origin::User);
}

inline Error organisationName(int most)
{
    return failure("identity.organisation-name", Origin::User).with(QStringLiteral("most"), most);
}

// Another one in the same area is called so.
inline Error organisationTaken(const QString& name)
{
    return failure("identity.organisation-taken", Origin::User).with(QStringLiteral("name"), name);
}

inline Error organisationKind(const QString& kind)
{
    return failure("identity.organisation-kind", Origin::User).with(QStringLiteral("kind"), kind);
}

inline Error organisationArea(const QString& area)
{
    return failure("identity.organisation-area", Origin::User).with(QStringLiteral("area"), area);
}

// The one above does not exist, is closed, does not hold the area, or stands below the organisation itself.
inline Error organisationParent()
{
    return failure("identity.organisation-parent", Origin::User);
}

inline Error organisationIdle(int most)
{
    return failure("identity.organisation-idle", Origin::User).with(QStringLiteral("most"), most);
}

inline Error organisationInUse(qint64 below, qint64 accounts, qint64 windows)
{
    return failure("identity.organisation-in-use", Origin::User)
        .with(QStringLiteral("below"), below)
        .with(QStringLiteral("accounts"), accounts)
        .with(QStringLiteral("windows"), windows);
}

// The new area would not hold what stands below the organisation or belongs to it.
inline Error organisationLeaves(const QString& area)
{
    return failure("identity.organisation-leaves", Origin::User).with(QStringLiteral("area"), area);
}

inline Error notAllowed(const QString& right)
{
    return failure("identity.right", Origin::User, right).with(QStringLiteral("right"), right);
}

} // namespace kuaiban::identity
