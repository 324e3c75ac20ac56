#pragma once

#include "modules/base/Random.h"
#include "modules/store/Connection.h"

namespace kuaiban::identity {

struct Session
{
    QString account;
    QString device;
    qint64 expiresAt = 0;
};

// Bearer tokens. The store keeps only their digests, so that a copied database opens no session.
class Sessions
{
public:
    static constexpr qint64 LifetimeMs = 12LL * 3600 * 1000; // one long day at the window

    explicit Sessions(store::Connection& connection)
        : m_connection(connection)
    {}

    // The token in clear, given out once.
    // That the account works on the machine is remembered beyond it; see worksOn().
    Result<QString> open(const QString& account, const QString& device, RandomSource& random, qint64 nowMs);
    // Error: identity.session.
    Result<bool> worksOn(const QString& account, const QString& device) const; // signed in there, now or once
    Result<Session> find(const QString& token, qint64 nowMs) const;
    Done close(const QString& token);
    // Ends every session of the account but the one of this token.
    Done closeOthers(const QString& account, const QString& token);

private:
    store::Connection& m_connection;
};

} // namespace kuaiban::identity
