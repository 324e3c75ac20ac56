#pragma once

#include "HubCore.h"
#include "modules/identity/Accounts.h"

namespace kuaiban::hub {

struct NewAccount
{
    QString login;
    QString name;
    QString area;
    QString office; // an organisation of that name, if there is one, else as it is printed
    QStringList posts;
    QString password;
};

// What an administrator at the hub's console does with accounts: commands of the hub itself.
class Accounting
{
public:
    explicit Accounting(HubCore& core)
        : m_core(core)
    {}

    // Errors: identity.login-taken, identity.post, identity.password-weak. Returns the account's id.
    Result<QString> add(const NewAccount& wanted);
    Done grant(const QString& login, const QString& post, const QString& area);
    Done withdraw(const QString& login, const QString& post); // in every area
    Done lock(const QString& login);
    Done unlock(const QString& login);
    Done setPassword(const QString& login, const QString& password);
    Result<QList<identity::Account>> all() const;

    // Letters and digits that are hard to confuse, 12 of them.
    QString generatedPassword() const;

private:
    Result<identity::Account> find(const QString& login) const; // identity.account
    Done submit(const QString& account, const QString& type, const QJsonObject& body = {});

    HubCore& m_core;
};

} // namespace kuaiban::hub
