#pragma once

#include "modules/sync/KnownUsers.h"
#include "SignIn.h"

namespace kuaiban::counter {

// Who may sign in at this machine without the hub: whoever did with it here within the last days. The machine store
// keeps a scrypt verifier of his password, never the password, and what the hub said of him. Every call reads the
// store and some take the time of a verifier: on a worker thread.
class OfflineLogin
{
public:
    static constexpr int MostTries = 5; // wrong passwords in a row

    // `days`: how long it works after the last contact; 0: never.
    OfflineLogin(QString dataFolder, int days, const Clock& clock);

    // He signed in with the hub, or set another password there. `verifier`: identity::makeVerifier.
    Done remember(const QString& login, const QString& verifier, const SignedIn& signedIn) const;
    // The hub has seen him again, with the password that is remembered.
    Done meet(const QString& login, const SignedIn& signedIn) const;
    // The hub does not know him or this machine any more; without a login, nobody at it.
    Done forget(const QString& login = {}) const;

    // With `later` and `daysLeft`; no value for somebody who never signed in here. Errors: identity.login with the
    // tries that are left, session.offline-locked, session.offline-expired, session.offline-clock when the clock stands
    // before a time at which he was seen, store.…
    Result<std::optional<SignedIn>> enter(const QString& login, const QString& password) const;

private:
    Result<std::unique_ptr<store::Connection>> open() const;
    Done mayTry(const sync::KnownUser& known) const;

    QString m_dataFolder;
    int m_days;
    const Clock& m_clock;
};

} // namespace kuaiban::counter
