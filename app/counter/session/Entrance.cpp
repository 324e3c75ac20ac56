#include "Entrance.h"

#include "modules/base/InMainThread.h"
#include "modules/identity/PasswordVerifier.h"

#include <QtConcurrentRun>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

Entrance::Entrance(OfflineLogin machine, QObject* parent)
    : QObject(parent)
    , m_machine(std::move(machine))
{
    m_work.setMaxThreadCount(1);
}

void Entrance::tell(const std::function<Done(const OfflineLogin& machine)>& news)
{
    (void)QtConcurrent::run(&m_work, [machine = m_machine, news] {
        if (const auto done = news(machine); !done)
            qWarning().noquote() << logLine(done.error());
    });
}

QFuture<Result<SignedIn>> Entrance::signIn(sync::HubLink& link, const QString& login, const QString& password)
{
    return counter::signIn(link, login, password, this)
        .then(this,
            [this, login, password](const Result<SignedIn>& signedIn) {
                if (!signedIn && sync::isTransient(signedIn.error()))
                    return withoutHub(login, password, signedIn.error());
                if (!signedIn && signedIn.error().is("identity.device"_L1))
                    tell([](const OfflineLogin& machine) { return machine.forget(); });
                else if (!signedIn && signedIn.error().is("identity.locked"_L1))
                    tell([login](const OfflineLogin& machine) { return machine.forget(login); });
                return QtFuture::makeReadyFuture(signedIn);
            })
        .unwrap();
}

QFuture<Result<SignedIn>> Entrance::withoutHub(const QString& login, const QString& password, const Error& away)
{
    return inMainThread(QtConcurrent::run(&m_work, [machine = m_machine, login, password] {
        return machine.enter(login, password);
    })).then(this, [away](const Result<std::optional<SignedIn>>& known) -> Result<SignedIn> {
        if (!known)
            return fail(known.error());
        if (!*known) // who never was here waits for the hub
            return fail(away);
        return **known;
    });
}

QFuture<QString> Entrance::keepPassword(const SignedIn& signedIn, const QString& password)
{
    return QtConcurrent::run(&m_work, [machine = m_machine, signedIn, password] {
        SecureRandom random;
        const QString verifier = identity::makeVerifier(password, random);
        if (signedIn.later) // the hub has not judged it
            return verifier;
        if (const auto kept = machine.remember(signedIn.user.login, verifier, signedIn); !kept)
            qWarning().noquote() << logLine(kept.error());
        return verifier;
    });
}

void Entrance::meet(const SignedIn& met)
{
    tell([met](const OfflineLogin& machine) { return machine.meet(met.user.login, met); });
}

} // namespace kuaiban::counter
