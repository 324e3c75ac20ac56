#pragma once

#include "modules/sync/Desk.h"
#include "modules/sync/HubLink.h"

namespace kuaiban::counter {

struct SignedIn
{
    sync::DeskUser user;
    QString token;
    QUrl publicBase; // where people reach the progress page
};

// Asks the hub for a session. Errors: identity.login, identity.locked, identity.too-many-tries, identity.device, sync.…
QFuture<Result<SignedIn>> signIn(sync::HubLink& link, const QString& login, const QString& password, QObject* context);

} // namespace kuaiban::counter
