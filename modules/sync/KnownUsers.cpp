#include "KnownUsers.h"

namespace kuaiban::sync {

Result<std::optional<KnownUser>> KnownUsers::find(const QString& login) const
{
    return m_machine.first("SELECT verifier, bytes, met_at, seen_at, failures FROM known_user WHERE login = ?", {login},
        [](const store::Row& row) {
            return KnownUser{
                row.text(0), row.bytes(1), row.integer(2), row.integer(3), static_cast<int>(row.integer(4))};
        });
}

Done KnownUsers::remember(const QString& login, const QString& verifier, const QByteArray& bytes, qint64 now)
{
    KB_CHECK(m_machine.execute(
        "INSERT INTO known_user(login, verifier, bytes, met_at, seen_at, failures) VALUES(?, ?, ?, ?, ?, 0) "
        "ON CONFLICT(login) DO UPDATE SET verifier = excluded.verifier, bytes = excluded.bytes, "
        "met_at = excluded.met_at, seen_at = excluded.seen_at, failures = 0",
        {login, verifier, bytes, now, now}));
    return {};
}

Done KnownUsers::meet(const QString& login, const QByteArray& bytes, qint64 now)
{
    KB_CHECK(m_machine.execute("UPDATE known_user SET bytes = ?, met_at = ?, seen_at = ?, failures = 0 WHERE login = ?",
        {bytes, now, now, login}));
    return {};
}

Done KnownUsers::countTry(const QString& login, qint64 seenAt)
{
    KB_CHECK(m_machine.execute(
        "UPDATE known_user SET failures = failures + 1, seen_at = ? WHERE login = ?", {seenAt, login}));
    return {};
}

Done KnownUsers::clearTries(const QString& login)
{
    KB_CHECK(m_machine.execute("UPDATE known_user SET failures = 0 WHERE login = ?", {login}));
    return {};
}

Done KnownUsers::forget(const QString& login)
{
    KB_CHECK(m_machine.execute("DELETE FROM known_user WHERE login = ? OR ? = ''", {login, login}));
    return {};
}

} // namespace kuaiban::sync
