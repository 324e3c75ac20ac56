#include "app/counter/shell/LoginPage.h"
#include "CounterWindow.h"

// How somebody comes in: with the hub, or without it where he was with it before.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

void CounterWindow::signInAs(const QString& login, const QString& password)
{
    m_entrance.signIn(*m_link, login, password).then(this, [this, password](const Result<SignedIn>& signedIn) {
        if (!signedIn) {
            m_login->say(messageOf(signedIn.error()));
            return;
        }
        enter(*signedIn);
        keepPassword(password);
    });
}

// Not itself: what the lock holds a password against, and this machine while the hub is away.
void CounterWindow::keepPassword(const QString& password)
{
    m_verifier = m_entrance.keepPassword(m_session->signedIn(), password);
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
    connect(m_session.get(), &Session::metHub, &m_entrance, &Entrance::meet);
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
