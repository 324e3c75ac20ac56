#pragma once

#include "modules/store/Connection.h"

namespace kuaiban::sync {

struct KnownUser
{
    QString verifier;
    QByteArray bytes;  // what the hub said of him
    qint64 metAt = 0;  // last contact, by this machine's clock
    qint64 seenAt = 0; // the latest time at which he tried
    int failures = 0;  // wrong passwords in a row
};

// The users whom this machine knows, in its store: what signing in without the hub is judged by.
class KnownUsers
{
public:
    explicit KnownUsers(store::Connection& machine)
        : m_machine(machine)
    {}

    Result<std::optional<KnownUser>> find(const QString& login) const;
    Done remember(const QString& login, const QString& verifier, const QByteArray& bytes, qint64 now);
    Done meet(const QString& login, const QByteArray& bytes, qint64 now); // one who is known, by the same verifier
    Done countTry(const QString& login, qint64 seenAt);                   // as a failure, until clearTries()
    Done clearTries(const QString& login);
    Done forget(const QString& login); // empty: all

private:
    store::Connection& m_machine;
};

} // namespace kuaiban::sync
