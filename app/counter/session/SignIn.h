#pragma once

#include "modules/sync/Desk.h"
#include "modules/sync/HubLink.h"

namespace kuaiban::counter {

struct Credentials
{
    QString login;
    QString password;
};

struct SignedIn
{
    sync::DeskUser user;
    QString token;
    QUrl publicBase = {}; // where people reach the progress page
    // Of somebody whom the hub has not seen yet (OfflineLogin): what it is shown when it is there, and how many days he
    // may go on like this.
    std::optional<Credentials> later = {};
    int daysLeft = 0;
};

// Asks the hub for a session. Errors: identity.login, identity.locked, identity.too-many-tries, identity.device, sync.…
QFuture<Result<SignedIn>> signIn(sync::HubLink& link, const QString& login, const QString& password, QObject* context);

} // namespace kuaiban::counter
