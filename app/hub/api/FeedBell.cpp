#include "FeedBell.h"

#include "modules/journal/Feed.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

void FeedBell::startAt(qint64 position)
{
    const std::lock_guard lock(m_mutex);
    m_rungUpTo = position;
}

void FeedBell::wait(Waiter waiter, qint64 seenUpTo)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_rungUpTo <= seenUpTo) {
            if (m_waiters.size() >= m_tidyAt)
                forgetSettled();
            m_waiters.insert(waiter.account, std::move(waiter));
            return;
        }
    }
    waiter.reply.resume(waiter.lookAgain);
}

void FeedBell::forgetSettled()
{
    m_waiters.removeIf([](const auto& entry) { return entry.value().reply.settled(); });
    m_tidyAt = std::max<qsizetype>(64, 2 * m_waiters.size());
}

Done FeedBell::ring(store::Connection& connection)
{
    qint64 from = 0;
    {
        const std::lock_guard lock(m_mutex);
        from = m_rungUpTo;
    }
    KB_TRY(const auto audience, audienceSince(connection, from));
    QList<Waiter> woken;
    {
        const std::lock_guard lock(m_mutex);
        m_rungUpTo = std::max(m_rungUpTo, audience.upTo);
        if (audience.everybody) {
            woken = m_waiters.values();
            m_waiters.clear();
        }
        for (const auto& account : audience.accounts) {
            woken += m_waiters.values(account);
            m_waiters.remove(account);
        }
    }
    for (const auto& waiter : std::as_const(woken)) {
        if (audience.everybody)
            waiter.reply.complete(waiter.hint);
        else
            waiter.reply.resume(waiter.lookAgain);
    }
    return {};
}

Result<FeedBell::Audience> FeedBell::audienceSince(store::Connection& connection, qint64 position)
{
    Audience audience{position, false, {}};
    KB_CHECK(connection.run("SELECT f.audience, COALESCE(m.account, ''), MAX(f.pos) FROM feed f "
                            "LEFT JOIN feed_member m ON f.audience = 'stream' AND m.stream = f.stream "
                            "WHERE f.pos > ? GROUP BY f.audience, COALESCE(m.account, '')",
        {position}, [&](const store::Row& row) {
            const QString kind = row.text(0);
            const QString account = kind == "stream"_L1 ? row.text(1) : kind;
            audience.upTo = std::max(audience.upTo, row.integer(2));
            if (account == "*"_L1 || account.startsWith(journal::Feed::audienceOfArea({})))
                audience.everybody = true;
            else if (!account.isEmpty())
                audience.accounts.insert(account);
        }));
    return audience;
}

qsizetype FeedBell::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiters.size();
}

} // namespace kuaiban::hub
