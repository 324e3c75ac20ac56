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

// Half-typed cases of one user: rows, not streams, saved within two seconds of a change and gone once submitted.
class Drafts
{
public:
    explicit Drafts(store::Connection& user)
        : m_user(user)
    {}

    Done save(const Draft& draft);
    Result<QList<Draft>> all() const; // last saved first
    Done remove(const QString& id);

private:
    store::Connection& m_user;
};

} // namespace kuaiban::sync
