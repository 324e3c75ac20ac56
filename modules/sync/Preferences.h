#pragma once

#include "modules/store/Connection.h"

#include <QJsonObject>

namespace kuaiban::sync {

// Small things a user's pages remember, in the user's own store: nobody else reads them, and they never leave the
// machine. What cannot be read any more is as if it had never been kept.
class Preferences
{
public:
    explicit Preferences(store::Connection& user)
        : m_user(user)
    {}

    Result<QJsonObject> value(const QString& key) const; // empty when nothing was kept
    Done keep(const QString& key, const QJsonObject& value);

private:
    store::Connection& m_user;
};

} // namespace kuaiban::sync
