#pragma once

#include "modules/base/Clock.h"
#include "modules/base/Random.h"
#include "modules/store/Connection.h"
#include "Posts.h"

namespace kuaiban::identity {

struct Account
{
    QString id;
    QString login;
    QString name;
    QString area;   // where the account belongs
    QString office; // name of the hall or office, as printed: that of the organisation if there is one
    bool locked = false;
    QString organisation; // id; empty for accounts that the hub's console opened before there was one
    QList<Grant> grants;  // also those that ended: a late command is judged by the rights of its time
};

// Reads accounts and keeps their passwords. Works inside the caller's transaction.
class Accounts
{
public:
    explicit Accounts(store::Connection& connection)
        : m_connection(connection)
    {}

    Result<std::optional<Account>> byId(const QString& id) const;
    Result<std::optional<Account>> byLogin(const QString& login) const;
    Result<QList<Account>> all() const; // without their grants
    // By login after `after`, those of these areas and below whose login, name or office contains the text; with all
    // their grants.
    Result<QList<Account>> search(const QStringList& areas, const QString& text, const QString& after, int limit) const;
    // By login, those that are not locked and have a grant that covers the area, with only such grants.
    Result<QList<Account>> withGrantsOver(const QString& area) const;

    Done setPassword(const QString& account, const QString& password, RandomSource& random);
    // The same with what makeVerifier() made of it, which takes long on purpose and needs no lock.
    Done setVerifier(const QString& account, const QString& verifier);
    // The account if login and password fit. After five wrong tries the account waits: 1, 2, 4 … 60 minutes.
    // Errors: identity.login, identity.locked, identity.too-many-tries.
    Result<Account> authenticate(const QString& login, const QString& password, qint64 nowMs);

private:
    Done readGrants(Account& account) const;
    Result<std::optional<Account>> read(QByteArrayView where, const QString& value) const;
    Done noteFailure(const QString& account, int failures, qint64 nowMs);

    store::Connection& m_connection;
};

} // namespace kuaiban::identity
