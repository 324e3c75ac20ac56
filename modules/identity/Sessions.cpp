#include "Sessions.h"

#include "IdentityErrors.h"
#include "modules/base/Digest.h"

namespace kuaiban::identity {

Result<QString> Sessions::open(const QString& account, const QString& device, RandomSource& random, qint64 nowMs)
{
    const QString token = QString::fromLatin1(random.bytes(32).toHex());
    KB_CHECK(m_connection.execute("DELETE FROM session WHERE expires_at <= ?", {nowMs}));
    KB_CHECK(
        m_connection.execute("INSERT INTO session(token, account, device, issued_at, expires_at) VALUES(?, ?, ?, ?, ?)",
            {digestOf(token.toLatin1()), account, device, nowMs, nowMs + LifetimeMs}));
    KB_CHECK(m_connection.execute(
        "INSERT INTO device_user(device, account) VALUES(?, ?) ON CONFLICT DO NOTHING", {device, account}));
    return token;
}

Result<bool> Sessions::worksOn(const QString& account, const QString& device) const
{
    KB_TRY(const qint64 known,
        m_connection.integer("SELECT COUNT(*) FROM device_user WHERE device = ? AND account = ?", {device, account}));
    return known > 0;
}

Result<Session> Sessions::find(const QString& token, qint64 nowMs) const
{
    KB_TRY(const auto session,
        m_connection.first("SELECT s.account, s.device, s.expires_at FROM session s JOIN account a ON a.id = s.account "
                           "AND a.locked = 0 "
                           "JOIN device d ON d.id = s.device AND d.revoked_at = 0 WHERE s.token = ?",
            {digestOf(token.toLatin1())}, [](const store::Row& row) {
                return Session{row.text(0), row.text(1), row.integer(2)};
            }));
    if (!session || session->expiresAt <= nowMs)
        return fail(sessionExpired());
    return *session;
}

Done Sessions::closeOthers(const QString& account, const QString& token)
{
    KB_CHECK(m_connection.execute(
        "DELETE FROM session WHERE account = ? AND token <> ?", {account, digestOf(token.toLatin1())}));
    return {};
}

Done Sessions::close(const QString& token)
{
    KB_CHECK(m_connection.execute("DELETE FROM session WHERE token = ?", {digestOf(token.toLatin1())}));
    return {};
}

} // namespace kuaiban::identity
