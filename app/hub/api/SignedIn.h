#pragma once

#include "app/hub/http/HttpMessage.h"
#include "HubParts.h"
#include "modules/identity/Accounts.h"
#include "modules/identity/Devices.h"

namespace kuaiban::hub {

// Who asks, and from which machine: the attribute that signing in leaves on a request.
struct SignedIn
{
    QString token;
    identity::Account account; // with its grants
    identity::Device device;
};

// Reads "Authorization: Bearer <token>" and leaves a SignedIn. Errors: identity.session, identity.device.
Done signIn(HttpRequest& request, store::Connection& connection, const HubParts& parts);

// Only for handlers of routes with Access::Bearer, which are never reached without.
const SignedIn& signedIn(const HttpRequest& request);

// identity.right unless the account holds the right in the area now; an empty item asks for the right in general.
Done demand(const SignedIn& who, QLatin1StringView right, const QString& area, store::Connection& connection,
    const HubParts& parts);

// The right to manage the account, its area and every area that it holds a post over: nobody changes an account that
// may do more than he may give.
Done demandManaging(
    const SignedIn& who, const identity::Account& account, store::Connection& connection, const HubParts& parts);

// Where the account holds the right now; identity.right if nowhere.
Result<QStringList> demandAreas(
    const SignedIn& who, QLatin1StringView right, store::Connection& connection, const HubParts& parts);

// Where the account holds the right now.
Result<QStringList> areasOf(
    const SignedIn& who, QLatin1StringView right, store::Connection& connection, const HubParts& parts);

} // namespace kuaiban::hub
