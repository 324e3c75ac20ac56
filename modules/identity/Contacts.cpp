#include "Contacts.h"

#include "modules/journal/Command.h"

namespace kuaiban::identity {

namespace {

constexpr qint64 LongestPauseMs = 60 * 60 * 1000;

} // namespace

Done Contacts::note(const QString& account, qint64 nowMs)
{
    KB_CHECK(m_connection.execute("INSERT INTO contact(account, at) VALUES(?, ?) ON CONFLICT(account) DO UPDATE SET "
                                  "at = excluded.at WHERE contact.at < excluded.at",
        {account, nowMs}));
    return {};
}

Result<qint64> Contacts::of(const QString& account) const
{
    KB_TRY(const auto at, m_connection.first("SELECT at FROM contact WHERE account = ?", {account},
                              [](const store::Row& row) { return row.integer(0); }));
    return at.value_or(0);
}

Done Contacts::noteHub(qint64 nowMs)
{
    KB_TRY(const qint64 before, of(journal::HubActor));
    // What was noted while a clock ran ahead would never age; after a pause everybody counts as heard of now.
    const qint64 after = nowMs - before > LongestPauseMs ? 0 : nowMs;
    KB_CHECK(m_connection.execute("UPDATE contact SET at = ? WHERE at > ?", {nowMs, after}));
    return note(journal::HubActor, nowMs);
}

} // namespace kuaiban::identity
