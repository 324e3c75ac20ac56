#pragma once

#include "modules/store/Connection.h"

#include <QJsonObject>

namespace kuaiban::sync {

struct Draft
{
    QString id;
    QJsonObject content;
    qint64 savedAt = 0;
};

// Half-typed cases of one user: rows, not streams, saved within two seconds of a change. One that was submitted is kept
// out of sight until the hub has taken the case: refused, it comes back to be put right.
class Drafts
{
public:
    explicit Drafts(store::Connection& user)
        : m_user(user)
    {}

    Done save(const Draft& draft);
    Result<QList<Draft>> all() const; // last saved first
    Done remove(const QString& id);
    Done send(const QString& id, const QString& stream);
    Done sentIsTaken(const QString& stream);
    Done sentComesBack(const QString& stream);

private:
    store::Connection& m_user;
};

} // namespace kuaiban::sync
