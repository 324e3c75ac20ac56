#include "SignedIn.h"

#include "ContactBook.h"
#include "modules/identity/IdentityErrors.h"
#include "modules/identity/Sessions.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

Done signIn(HttpRequest& request, store::Connection& connection, const HubParts& parts)
{
    const QString field = request.headers.value(u"Authorization").trimmed();
    constexpr auto scheme = "Bearer "_L1;
    const QString token =
        field.startsWith(scheme, Qt::CaseInsensitive) ? field.sliced(scheme.size()).trimmed() : QString();
    if (token.isEmpty())
        return fail(identity::sessionExpired());
    KB_TRY(const auto session, identity::Sessions(connection).find(token, parts.clock.nowMs()));
    KB_TRY(auto account, identity::Accounts(connection).byId(session.account));
    if (!account)
        return fail(identity::sessionExpired());
    KB_TRY(auto device, identity::Devices(connection, parts.random).byId(session.device));
    parts.contacts.heard(account->id, parts.clock.nowMs(), connection);
    request.attributes.set(SignedIn{token, *std::move(account), std::move(device)});
    return {};
}

const SignedIn& signedIn(const HttpRequest& request)
{
    const auto* who = request.attributes.find<SignedIn>();
    Q_ASSERT_X(who, "signedIn", "the route is not for signed-in accounts");
    return *who;
}

Done demand(const SignedIn& who, QLatin1StringView right, const QString& area, store::Connection& connection,
    const HubParts& parts)
{
    KB_TRY(const auto posts, parts.shelf.posts(connection));
    if (identity::entitlement(posts, who.account.grants, right, area, {}, parts.clock.nowMs()) !=
        identity::Entitlement::Held)
        return fail(identity::notAllowed(right));
    return {};
}

Done demandManaging(
    const SignedIn& who, const identity::Account& account, store::Connection& connection, const HubParts& parts)
{
    KB_CHECK(demand(who, identity::right::ManageAccounts, account.area, connection, parts));
    for (const auto& grant : account.grants) {
        if (grant.until == 0)
            KB_CHECK(demand(who, identity::right::ManageAccounts, grant.area, connection, parts));
    }
    return {};
}

Result<QStringList> demandAreas(
    const SignedIn& who, QLatin1StringView right, store::Connection& connection, const HubParts& parts)
{
    KB_TRY(const auto areas, areasOf(who, right, connection, parts));
    if (areas.isEmpty())
        return fail(identity::notAllowed(right));
    return areas;
}

Result<QStringList> areasOf(
    const SignedIn& who, QLatin1StringView right, store::Connection& connection, const HubParts& parts)
{
    KB_TRY(const auto posts, parts.shelf.posts(connection));
    QStringList areas;
    for (const auto& grant : who.account.grants) {
        if (identity::entitlement(posts, {grant}, right, grant.area, {}, parts.clock.nowMs()) ==
            identity::Entitlement::Held)
            areas.append(grant.area);
    }
    areas.removeDuplicates();
    return areas;
}

} // namespace kuaiban::hub
