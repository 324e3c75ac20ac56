#include "CounterSeat.h"

#include "app/counter/session/SignIn.h"
#include "Keyboard.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/places/Places.h"

#include <QApplication>
#include <QFontDatabase>
#include <QtTest>

namespace kuaiban::test {

using namespace Qt::StringLiterals;
using namespace counter;

namespace {

constexpr int PatienceMs = 30'000;

// The look costs style and icons: one for all windows of a test program.
const Look& sharedLook()
{
    static const Look look = [] {
        Look made({}, QFontDatabase::systemFont(QFontDatabase::GeneralFont));
        dress(made);
        return made;
    }();
    return look;
}

template<class T>
T valueOf(const QFuture<Result<T>>& future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, PatienceMs))
        return {};
    return future.result().value_or(T{});
}

} // namespace

CounterSeat::CounterSeat(CounterMachine& machine)
    : m_machine(machine)
{
    sharedLook();
    m_window = std::make_unique<QStackedWidget>();
    m_window->resize(1366, 768);
    m_watch.setOwn(m_window.get());
    m_actions = new ActionRegistry(m_window.get());
    m_devices = std::make_unique<DeviceSet>(
        machine.profile, machine.hall().hub.clock, test::inBuild(u"app/device/kuaiban-device"));
}

CounterSeat::~CounterSeat()
{
    delete m_workplace;
    m_context.reset();
    m_session.reset();
}

bool CounterSeat::signIn(const QString& login)
{
    auto& hall = m_machine.hall();
    sync::HttpHubLink link({m_machine.profile.hub, {}, m_machine.enrolment.token});
    const auto signedIn =
        valueOf(counter::signIn(link, login, QString::fromLatin1(HubWorld::Password), m_window.get()));
    if (signedIn.token.isEmpty())
        return false;
    m_session = std::make_unique<Session>(Session::World{hall.hub.clock, hall.hub.random, hall.hub.ids, hall.shelf},
        m_machine.profile, m_machine.enrolment, signedIn);
    bool level = false;
    QObject::connect(m_session.get(), &Session::levelReached, m_window.get(), [&level] { level = true; });
    const auto started = m_session->start();
    if (!QTest::qWaitFor([&] { return started.isFinished(); }, PatienceMs) || !started.result())
        return false;
    const bool there = QTest::qWaitFor([&level] { return level; }, PatienceMs);
    QObject::disconnect(m_session.get(), &Session::levelReached, m_window.get(), nullptr);
    m_context = std::make_unique<PageContext>(
        PageContext{sharedLook(), *m_session, *m_actions, *m_devices, hall.press, hall.manual,
            m_machine.profile.language, valueOf(m_session->posts()), signedIn.publicBase, shelfOf(*m_session)});
    m_workplace = new Workplace(*m_context);
    m_window->addWidget(m_workplace);
    return there;
}

bool CounterSeat::show()
{
    m_workplace->finish();
    m_window->show();
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window.get());
}

QList<sync::Draft> CounterSeat::drafts()
{
    return valueOf(m_session->drafts());
}

QList<sync::OutboxItem> CounterSeat::outbox()
{
    return valueOf(m_session->outbox());
}

QList<sync::LocalCase> CounterSeat::cases()
{
    return valueOf(m_session->cases(0));
}

QString CounterSeat::take(const QJsonObject& applicant)
{
    const QJsonObject body{{u"item"_s, u"free-intake"_s}, {u"revision"_s, 1},
        {u"parties"_s, QJsonObject{{u"applicant"_s, applicant}}}, {u"values"_s, freeIntakeValues()},
        {u"origins"_s, QJsonObject{}}, {u"materials"_s, QJsonArray{}}};
    return valueOf(m_session->open(m_machine.hall().hub.ids.next(), body)).id;
}

bool CounterSeat::reachesLevel()
{
    return QTest::qWaitFor(
        [this] {
            const auto& state = m_session->syncState();
            return state.online && !state.busy && state.waiting == 0 && outbox().isEmpty();
        },
        PatienceMs);
}

} // namespace kuaiban::test
