#pragma once

#include "OfflineLogin.h"

#include <QThreadPool>

namespace kuaiban::counter {

// How somebody comes in: with the hub, or without it where he was with it before. Keeps what this machine needs to know
// for that; what it cannot keep costs nobody his work, he signs in with the hub. Lives in the main thread, which it
// never holds up.
class Entrance final : public QObject
{
    Q_OBJECT

public:
    // `machine`: where it keeps what it knows.
    explicit Entrance(OfflineLogin machine, QObject* parent = nullptr);

    // Errors: those of counter::signIn, those of OfflineLogin::enter; the hub's absence for somebody unknown here.
    QFuture<Result<SignedIn>> signIn(sync::HubLink& link, const QString& login, const QString& password);
    // The verifier of the password with which somebody came in, or that he set just now.
    QFuture<QString> keepPassword(const SignedIn& signedIn, const QString& password);
    void meet(const SignedIn& met); // the hub has seen him again

private:
    void tell(const std::function<Done(const OfflineLogin& machine)>& news);
    QFuture<Result<SignedIn>> withoutHub(const QString& login, const QString& password, const Error& away);

    OfflineLogin m_machine;
    QThreadPool m_work; // one thing after another; the last member: what runs there uses the other
};

} // namespace kuaiban::counter
