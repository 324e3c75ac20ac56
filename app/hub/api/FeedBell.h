#pragma once

#include "app/hub/http/LaterReply.h"
#include "modules/store/Connection.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <mutex>

namespace kuaiban::hub {

// Wakes counters that wait on the feed. Whoever committed rings, and a watch for what other hubs on the same database
// committed; only the accounts whom the new rows concern look again, so that a commit costs the hub as much as it is
// worth and not a read for every counter. Thread-safe.
class FeedBell
{
public:
    struct Waiter
    {
        QString account;
        LaterReply reply;
        ReplyStep lookAgain;
        HttpResponse
            hint; // tells the counter to ask again, when a row for everybody would send all of them to the database
    };

    // Before the first ring: what is already in the feed concerns nobody who waits.
    void startAt(qint64 position);

    // `seenUpTo` is the feed position up to which the waiter has looked: what was rung after that wakes it at once.
    void wait(Waiter waiter, qint64 seenUpTo);

    // After a commit that may have added rows to the feed.
    Done ring(store::Connection& connection);

    [[nodiscard]] qsizetype waiting() const;

private:
    struct Audience
    {
        qint64 upTo = 0;
        bool everybody = false;
        QSet<QString> accounts;
    };
    static Result<Audience> audienceSince(store::Connection& connection, qint64 position);
    void forgetSettled();

    mutable std::mutex m_mutex;
    QMultiHash<QString, Waiter> m_waiters; // by account
    qsizetype m_tidyAt = 64;
    qint64 m_rungUpTo = 0;
};

} // namespace kuaiban::hub
