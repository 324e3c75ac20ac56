#include "Unattended.h"

#include "devices/scanner/ScannerDrivers.h"
#include "modules/base/Json.h"
#include "UnattendedErrors.h"

#include <QCoreApplication>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int SyncMs = 10'000; // how long a sync may take unless the request says otherwise

} // namespace

Unattended::Unattended(World world, Profile profile, const QString& language, QObject* parent)
    : QObject(parent)
    , m_world(world)
    , m_profile(std::move(profile))
    , m_language(language)
    , m_entrance(OfflineLogin(m_profile.dataFolder, m_profile.offlineDays, world.clock))
{
    m_syncLimit.setSingleShot(true);
    connect(&m_syncLimit, &QTimer::timeout, this, &Unattended::endSync);
}

Unattended::~Unattended() = default;

const QHash<QString, Unattended::Handler>& Unattended::handlers()
{
    static const QHash<QString, Handler> table{{u"login"_s, &Unattended::login}, {u"open"_s, &Unattended::open},
        {u"edit"_s, &Unattended::edit}, {u"attach"_s, &Unattended::attach}, {u"submit"_s, &Unattended::submit},
        {u"remark"_s, &Unattended::remark}, {u"claim"_s, &Unattended::claim}, {u"decide"_s, &Unattended::decide},
        {u"sync"_s, &Unattended::sync}, {u"state"_s, &Unattended::state}, {u"lock"_s, &Unattended::lock},
        {u"quit"_s, &Unattended::leave}};
    return table;
}

void Unattended::take(const QByteArray& line)
{
    m_waiting.enqueue(line);
    next();
}

void Unattended::refuseLongLine()
{
    take("\"too long\""_ba); // no object: refused in its turn
}

void Unattended::finish()
{
    m_finishing = true;
    next();
}

bool Unattended::understood(const ObjectReader& request)
{
    const auto done = request.finish();
    if (!done)
        refuse(requestWrong(done.error().detail));
    return done.has_value();
}

void Unattended::next()
{
    if (m_busy)
        return;
    if (std::exchange(m_ended, false))
        endSession();
    if (m_waiting.isEmpty()) {
        if (std::exchange(m_finishing, false))
            Q_EMIT quit();
        return;
    }
    m_busy = true;
    const auto json = parseObject(m_waiting.dequeue());
    if (!json) {
        refuse(requestWrong(json.error().detail));
        return;
    }
    m_request = *json;
    ObjectReader request(*json);
    const QString name = request.oneOf(u"request"_s, handlers().keys());
    if (!understood(request))
        return;
    if (!m_session && name != "login"_L1 && name != "quit"_L1) {
        refuse(notSignedIn());
        return;
    }
    (this->*handlers().value(name))(request);
}

void Unattended::answer(QJsonObject content)
{
    content.insert(u"ok"_s, true);
    Q_EMIT answered(canonicalBytes(content));
    m_busy = false;
    // Not from here: a hundred lines at once would stand on the stack.
    QMetaObject::invokeMethod(this, &Unattended::next, Qt::QueuedConnection);
}

void Unattended::refuse(const Error& error)
{
    const auto text = m_world.manual.text(error, m_language);
    Q_EMIT answered(
        canonicalBytes({{u"ok"_s, false}, {u"failure"_s, error.code}, {u"origin"_s, originName(error.origin)},
            {u"message"_s, text.what}, {u"cause"_s, text.cause}, {u"remedy"_s, text.remedy}}));
    m_busy = false;
    QMetaObject::invokeMethod(this, &Unattended::next, Qt::QueuedConnection);
}

void Unattended::login(ObjectReader& request)
{
    const QString login = request.text(u"login"_s);
    const QString password = request.text(u"password"_s);
    if (!understood(request))
        return;
    endSession();
    const auto enrolment = Enrolment::read(m_profile.dataFolder);
    if (!succeeded(enrolment))
        return;
    m_enrolment = *enrolment;
    m_link = std::make_unique<sync::HttpHubLink>(
        sync::HttpHubLink::Address{m_profile.hub, m_profile.certificate, m_enrolment.token});
    m_entrance.signIn(*m_link, login, password).then(this, [this, password](const Result<SignedIn>& signedIn) {
        if (!succeeded(signedIn))
            return;
        m_entrance.keepPassword(*signedIn, password);
        enter(*signedIn);
    });
}

void Unattended::enter(const SignedIn& signedIn)
{
    m_session = std::make_unique<Session>(
        Session::World{m_world.clock, m_world.random, m_world.ids, m_world.shelf}, m_profile, m_enrolment, signedIn);
    connect(m_session.get(), &Session::ended, this, [this] {
        m_ended = true; // a request that runs still needs the session
        QMetaObject::invokeMethod(this, &Unattended::next, Qt::QueuedConnection);
    });
    connect(m_session.get(), &Session::metHub, &m_entrance, &Entrance::meet);
    connect(m_session.get(), &Session::levelReached, this, [this] {
        m_level = true;
        checkLevel();
    });
    connect(m_session.get(), &Session::syncStateChanged, this, &Unattended::checkLevel);
    m_session->start().then(this, [this](const Result<void>& started) {
        if (!succeeded(started)) {
            m_session.reset();
            return;
        }
        const auto& user = m_session->user();
        answer({{u"account"_s, user.account}, {u"name"_s, user.name}, {u"area"_s, user.area}});
    });
}

void Unattended::endSession()
{
    if (m_syncing)
        endSync();
    m_level = false;
    m_session.reset();
}

// The commands that wait now are sent and their events read back.
void Unattended::sync(ObjectReader& request)
{
    const auto limit = request.integerOr(u"timeout_ms"_s, SyncMs);
    if (limit < 0 || limit > 600'000)
        request.reject(u"timeout_ms"_s, u"0 to 600000"_s);
    if (!understood(request))
        return;
    m_syncing = true;
    m_level = false;
    m_syncLimit.start(static_cast<int>(limit));
    m_session->retryNow();
}

void Unattended::checkLevel()
{
    const auto& state = m_session->syncState();
    if (m_syncing && m_level && state.online && !state.busy && state.waiting == 0)
        endSync();
}

void Unattended::endSync()
{
    m_syncing = false;
    m_syncLimit.stop();
    const auto now = m_session->syncState();
    if (!m_level || now.waiting > 0)
        refuse(now.error.value_or(stillWaiting(now.waiting)));
    else
        answer();
}

void Unattended::lock(ObjectReader&)
{
    m_session->signOut(this);
    endSession();
    answer();
}

void Unattended::leave(ObjectReader&)
{
    answer();
    m_waiting.clear();
    Q_EMIT quit();
}

} // namespace kuaiban::counter
