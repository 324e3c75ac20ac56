#include "app/counter/session/OfflineLogin.h"
#include "app/counter/shell/LoginPage.h"
#include "CounterWindow.h"
#include "modules/base/InMainThread.h"
#include "modules/identity/PasswordVerifier.h"

#include <QtConcurrentRun>

// How somebody comes in: with the hub, or without it where he was with it before.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

OfflineLogin CounterWindow::thisMachine() const
{
    return {m_profile.dataFolder, m_profile.offlineDays, m_world.clock};
}

// What it cannot keep costs nobody his work: he signs in with the hub, as now.
void CounterWindow::tellMachine(const std::function<Done(const OfflineLogin& machine)>& news)
{
    (void)QtConcurrent::run(&m_machineWork, [machine = thisMachine(), news] {
        if (const auto done = news(machine); !done)
            qWarning().noquote() << logLine(done.error());
    });
}

void CounterWindow::signInAs(const QString& login, const QString& password)
{
    signIn(*m_link, login, password, this).then(this, [this, login, password](const Result<SignedIn>& signedIn) {
        if (signedIn) {
            enter(*signedIn);
            keepPassword(password);
            return;
        }
        const auto& error = signedIn.error();
        if (sync::isTransient(error)) {
            signInWithoutHub(login, password, error);
            return;
        }
        if (error.is("identity.device"_L1))
            tellMachine([](const OfflineLogin& machine) { return machine.forget(); });
        else if (error.is("identity.locked"_L1))
            tellMachine([login](const OfflineLogin& machine) { return machine.forget(login); });
        m_login->say(messageOf(error));
    });
}

void CounterWindow::signInWithoutHub(const QString& login, const QString& password, const Error& away)
{
    inMainThread(QtConcurrent::run(&m_machineWork, [machine = thisMachine(), login, password] {
        return machine.enter(login, password);
    })).then(this, [this, password, away](const Result<std::optional<SignedIn>>& known) {
        if (known && *known) {
            enter(**known);
            keepPassword(password);
        } else { // who never was here waits for the hub
            m_login->say(messageOf(known ? away : known.error()));
        }
    });
}

// Not itself: what the lock holds a password against, and this machine while the hub is away.
void CounterWindow::keepPassword(const QString& password)
{
    m_verifier =
        QtConcurrent::run(&m_machineWork, [machine = thisMachine(), signedIn = m_session->signedIn(), password] {
            SecureRandom random;
            const QString verifier = identity::makeVerifier(password, random);
            if (signedIn.later) // the hub has not judged it
                return verifier;
            if (const auto kept = machine.remember(signedIn.user.login, verifier, signedIn); !kept)
                qWarning().noquote() << logLine(kept.error());
            return verifier;
        });
}

void CounterWindow::enter(const SignedIn& signedIn)
{
    m_publicBase = signedIn.publicBase;
    m_session = std::make_unique<Session>(
        Session::World{m_world.clock, m_world.random, m_world.ids, m_world.shelf}, m_profile, m_enrolment, signedIn);
    connect(m_session.get(), &Session::ended, this, [this] {
        leave();
        m_login->say(messageOf(Error{u"identity.session"_s, Origin::User, {}, {}}));
    });
    connect(m_session.get(), &Session::metHub, this, [this](const SignedIn& met) {
        tellMachine([met](const OfflineLogin& machine) { return machine.meet(met.user.login, met); });
    });
    m_session->start().then(this, [this](const Result<void>& opened) {
        if (!opened) {
            m_login->say(messageOf(opened.error()));
            return;
        }
        // What the user may do stands in the catalogue: the first sync of a new machine brings it.
        m_session->posts().then(this, [this](const Result<identity::Posts>& posts) {
            if (posts && !posts->isEmpty()) {
                buildWorkplace(*posts);
                buildOn();
                return;
            }
            connect(m_session.get(), &Session::syncStateChanged, m_login, [this](const sync::SyncState& state) {
                if (!m_workplace && state.error)
                    m_login->say(messageOf(*state.error));
            });
            connect(m_session.get(), &Session::levelReached, this, [this] {
                if (!m_workplace) {
                    m_session->posts().then(this, [this](const Result<identity::Posts>& fresh) {
                        if (m_workplace)
                            return;
                        buildWorkplace(fresh.value_or(identity::Posts{}));
                        buildOn();
                    });
                }
            });
        });
    });
}

} // namespace kuaiban::counter
