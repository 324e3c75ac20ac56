#pragma once

#include "modules/journal/CommandGate.h"
#include "Posts.h"

namespace kuaiban::identity {

// The stream of one account: OpenAccount, ChangeAccount (name and place), GrantPost, WithdrawPost, LockAccount,
// UnlockAccount, NotePasswordChange. Passwords never stand here. Commands come from accounts with the right
// account.manage, or from the hub itself.
class AccountStream final : public journal::StreamKind
{
public:
    explicit AccountStream(Posts posts)
        : m_posts(std::move(posts))
    {}
    static QString kind() { return QStringLiteral("account"); }
    QString name() const override { return kind(); }
    bool comparesAndSets(const QString& commandType) const override;
    QStringList asides() const override
    {
        return {QStringLiteral("NotePasswordChange"), QStringLiteral("NoteReveal"), QStringLiteral("NoteEnrolCode"),
            QStringLiteral("NoteRevocation"), QStringLiteral("NoteCarriedWork")};
    }
    Result<journal::Decision> decide(
        store::Connection& connection, const QList<journal::Event>& history, const journal::Command& command) override;

private:
    Posts m_posts;
};

// Follows the account streams into the tables account and account_grant.
class AccountTable final : public journal::Projection
{
public:
    QString name() const override { return QStringLiteral("account"); }
    Done apply(store::Connection& connection, const journal::Event& event) override;
    Done clear(store::Connection& connection) override;
};

} // namespace kuaiban::identity
