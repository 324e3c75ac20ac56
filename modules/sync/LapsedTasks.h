#pragma once

#include "modules/store/Connection.h"

#include <QJsonObject>

namespace kuaiban::sync {

// A task that this user held and that went back to the queue, because the hub did not hear of him for too long.
struct LapsedTask
{
    QString stream;
    QString number; // of the case
    QString item;
    int revision = 0;
    qint64 heardAt = 0; // of whom the hub heard last then; UTC milliseconds, as `at`
    qint64 at = 0;
};

// What was told of such tasks, until the user has seen it. Works inside the caller's transaction.
class LapsedTasks
{
public:
    static constexpr qint64 NewsMs = 30LL * 24 * 3600 * 1000; // what is older is no news any more

    explicit LapsedTasks(store::Connection& user)
        : m_user(user)
    {}

    Done add(const QString& key, const QJsonObject& row); // a repeat is no mistake
    Result<QList<LapsedTask>> unseen(qint64 nowMs) const; // newest first
    Done noteSeen(qint64 upTo);                           // and what lapsed before

private:
    store::Connection& m_user;
};

} // namespace kuaiban::sync
