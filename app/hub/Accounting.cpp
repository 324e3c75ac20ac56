#include "Accounting.h"

#include "api/HubCommands.h"
#include "modules/identity/AccountStream.h"
#include "modules/identity/IdentityErrors.h"
#include "modules/identity/Organisations.h"
#include "modules/identity/PasswordPolicy.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;
using identity::AccountStream;

Result<QString> Accounting::add(const NewAccount& wanted)
{
    KB_CHECK(identity::checkPassword(wanted.password, wanted.login));
    const auto& parts = m_core.parts();
    const QString id = parts.ids.next();
    KB_TRY(const auto posts, parts.shelf.posts(m_core.main()));
    for (const auto& post : wanted.posts) {
        if (!posts.contains(post))
            return fail(identity::postUnknown(post));
    }
    KB_TRY(const auto organisation, identity::Organisations(m_core.main()).named(wanted.office, wanted.area));
    QList<HubCommand> commands{{AccountStream::kind(), id, u"OpenAccount"_s,
        {{u"login"_s, wanted.login}, {u"name"_s, wanted.name}, {u"area"_s, wanted.area}, {u"office"_s, wanted.office},
            {u"organisation"_s, organisation ? organisation->id : QString()}}}};
    for (const auto& post : wanted.posts) {
        commands.append({AccountStream::kind(), id, u"GrantPost"_s,
            {{u"id"_s, parts.ids.next()}, {u"post"_s, post}, {u"area"_s, wanted.area}}});
    }
    KB_CHECK(submitAsHub(parts, m_core.main(), commands));
    KB_CHECK(identity::Accounts(m_core.main()).setPassword(id, wanted.password, parts.random));
    KB_CHECK(notePasswordChange(parts, m_core.main(), id));
    return id;
}

Done Accounting::grant(const QString& login, const QString& post, const QString& area)
{
    KB_TRY(const auto account, find(login));
    return submit(account.id, u"GrantPost"_s,
        {{u"id"_s, m_core.parts().ids.next()}, {u"post"_s, post}, {u"area"_s, area.isEmpty() ? account.area : area}});
}

Done Accounting::withdraw(const QString& login, const QString& post)
{
    KB_TRY(const auto account, find(login));
    bool held = false;
    for (const auto& grant : account.grants) {
        if (grant.post != post || grant.until != 0)
            continue;
        held = true;
        KB_CHECK(submit(account.id, u"WithdrawPost"_s, {{u"id"_s, grant.id}}));
    }
    if (!held)
        return fail(identity::postUnknown(post));
    return {};
}

Done Accounting::lock(const QString& login)
{
    KB_TRY(const auto account, find(login));
    return submit(account.id, u"LockAccount"_s);
}

Done Accounting::unlock(const QString& login)
{
    KB_TRY(const auto account, find(login));
    return submit(account.id, u"UnlockAccount"_s);
}

Done Accounting::setPassword(const QString& login, const QString& password)
{
    KB_TRY(const auto account, find(login));
    KB_CHECK(identity::checkPassword(password, login));
    KB_CHECK(identity::Accounts(m_core.main()).setPassword(account.id, password, m_core.parts().random));
    return notePasswordChange(m_core.parts(), m_core.main(), account.id);
}

Result<QList<identity::Account>> Accounting::all() const
{

    identity::Accounts accounts(m_core.main());
    KB_TRY(auto list, accounts.all());
    for (auto& account : list) {
        KB_TRY(const auto whole, accounts.byId(account.id));
        if (whole)
            account = *whole;
    }
    return list;
}

QString Accounting::generatedPassword() const
{
    return identity::generatedPassword(m_core.parts().random);
}

Result<identity::Account> Accounting::find(const QString& login) const
{
    KB_TRY(const auto account, identity::Accounts(m_core.main()).byLogin(login));
    if (!account)
        return fail(identity::accountUnknown());
    return *account;
}

Done Accounting::submit(const QString& account, const QString& type, const QJsonObject& body)
{
    return submitAsHub(m_core.parts(), m_core.main(), {{AccountStream::kind(), account, type, body}});
}

} // namespace kuaiban::hub
