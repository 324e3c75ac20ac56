#include "World.h"

#include "app/hub/api/HubCommands.h"
#include "modules/base/Json.h"
#include "modules/identity/Accounts.h"
#include "modules/identity/AccountStream.h"
#include "modules/store/SqliteConnection.h"
#include "tests/support/places/Places.h"
#include "tests/support/store/PrivateCluster.h"

#include <QDeadlineTimer>
#include <QTcpSocket>
#include <QThread>

#include <thread>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int StartMs = 30'000;
constexpr int AnswerMs = 30'000;
constexpr int RestMs = 60'000;
constexpr int RestSyncMs = 3000;
constexpr auto FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

PrivateCluster& cluster()
{
    static PrivateCluster made;
    return made;
}

} // namespace

ChaosWorld::ChaosWorld(const ChaosOptions& options)
    : m_options(options)
    , m_random(options.seed)
    , m_relay(options.seed + 1)
{}

ChaosWorld::~ChaosWorld()
{
    close();
}

QString ChaosWorld::open()
{
    m_hall = std::make_unique<CounterHall>();
    auto& hub = m_hall->hub;
    if (!m_options.postgres.isEmpty()) {
        hub.config.database = m_options.postgres;
    } else if (m_options.hubs > 1) {
        if (const auto problem = cluster().start(); !problem.isEmpty())
            return u"PostgreSQL: "_s + problem;
        hub.config.database = cluster().database();
    }
    if (const auto done = m_hall->open(); !done)
        return logLine(done.error());
    for (int i = 0; i < m_options.counters; ++i) {
        auto counter = std::make_unique<ChaosCounter>(m_options.seed * 100 + static_cast<quint32>(i));
        counter->login = u"clerk%1"_s.arg(i + 1);
        counter->machine = std::make_unique<CounterMachine>(*m_hall);
        counter->program = std::make_unique<CounterProgram>();
        counter->way = i;
        const auto added = hub.addAccount(counter->login, {u"window-clerk"_s, u"dispatcher"_s, u"reviewer"_s});
        const auto enrolled = added ? counter->machine->enrol() : added;
        if (!enrolled)
            return logLine(enrolled.error());
        const auto port = m_relay.addWay();
        counter->machine->profile.hub = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        if (const auto written = counter->machine->profile.write(); !written || port == 0)
            return u"the profile of a counter"_s;
        m_counters.push_back(std::move(counter));
    }
    m_hall->cut(); // from here on the hubs are programs
    hub.core.reset();
    for (int i = 0; i < m_options.hubs; ++i) {
        Hub one;
        one.port = portThatStays();
        one.config = hub.folder.filePath(u"hub-%1.json"_s.arg(i));
        QFile file(one.config);
        const QJsonObject config{{u"database"_s, hub.config.database}, {u"blobs"_s, hub.config.blobs},
            {u"resources"_s, hub.config.resources}, {u"http"_s, QJsonObject{{u"port"_s, one.port}}},
            {u"checkpoint_seconds"_s, 2}};
        if (!file.open(QIODevice::WriteOnly) || file.write(canonicalBytes(config)) < 0)
            return one.config;
        file.close();
        m_hubs.push_back(std::move(one));
        if (!startHub(m_hubs.back()))
            return u"a hub does not answer"_s;
    }
    tellRelay();
    return beginAll();
}

QString ChaosWorld::beginAll()
{
    m_relay.setKind(true);
    for (const auto& counter : m_counters) {
        if (!signIn(*counter) || !isOk(ask(*counter, {{u"request"_s, u"sync"_s}, {u"timeout_ms"_s, RestMs}})))
            return counter->login + u" cannot begin"_s;
        take(*counter);
        if (counter->own.isEmpty())
            return counter->login + u" cannot take a case"_s;
    }
    m_relay.setKind(false);
    return {};
}

bool ChaosWorld::startHub(Hub& hub)
{
    if (!hub.program->start(test::inBuild(u"app/hub/kuaiban-hub"), {u"serve"_s, u"--config"_s, hub.config},
            m_hall->hub.folder.filePath(u"hubs.log"_s)))
        return false;
    const QDeadlineTimer deadline(StartMs);
    while (hub.program->isRunning() && !deadline.hasExpired()) {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress::LocalHost, hub.port);
        if (probe.waitForConnected(1000))
            return true;
        QThread::msleep(20);
    }
    return false;
}

void ChaosWorld::tellRelay()
{
    QList<quint16> ports;
    for (auto& hub : m_hubs) {
        if (hub.program->isRunning())
            ports.append(hub.port);
    }
    m_relay.setHubs(ports);
}

bool ChaosWorld::startProgram(ChaosCounter& counter)
{
    QHash<QString, QString> environment;
    if (counter.skewSeconds != 0)
        environment.insert({{u"LD_PRELOAD"_s, QString::fromLatin1(FakeTime)},
            {u"FAKETIME"_s, u"%1%2s"_s.arg(counter.skewSeconds > 0 ? u"+"_s : QString()).arg(counter.skewSeconds)},
            {u"DONT_FAKE_MONOTONIC"_s, u"1"_s}});
    counter.isSignedIn = false;
    return counter.program->start(*counter.machine, counter.machine->path(u"program.log"_s), environment);
}

QJsonObject ChaosWorld::ask(ChaosCounter& counter, const QJsonObject& request, int patienceMs)
{
    const auto answer = counter.program->ask(request, patienceMs);
    ++(isOk(answer) ? counter.answers : counter.refusals);
    if (m_options.isLoud)
        std::fprintf(stderr, "%s %s -> %s\n", qPrintable(counter.login), canonicalBytes(request).constData(),
            canonicalBytes(answer).left(200).constData());
    return answer;
}

bool ChaosWorld::signIn(ChaosCounter& counter)
{
    if (!counter.program->isRunning() && !startProgram(counter))
        return false;
    const auto answer = ask(counter,
        {{u"request"_s, u"login"_s}, {u"login"_s, counter.login},
            {u"password"_s, QString::fromLatin1(HubWorld::Password)}},
        AnswerMs);
    counter.isSignedIn = isOk(answer);
    if (counter.isSignedIn)
        counter.account = answer.value("account"_L1).toString();
    return counter.isSignedIn;
}

// A third of the way one clerk loses a post, half-way all hubs begin anew with another revision of the form, and after
// two thirds the post is given back.
void ChaosWorld::turnEvents(int number)
{
    const int third = std::max(1, m_options.rounds / 3);
    auto& clerk = *m_counters.back();
    if (number == third && movePost(clerk, false))
        ++m_mishaps[u"post withdrawn"_s];
    if (number == 2 * third && movePost(clerk, true))
        ++m_mishaps[u"post given back"_s];
    if (number != m_options.rounds / 2 || !publishForm())
        return;
    for (auto& hub : m_hubs) {
        hub.program->end(AnswerMs);
        startHub(hub);
    }
    ++m_mishaps[u"form published anew"_s];
}

Done ChaosWorld::movePost(ChaosCounter& counter, bool given)
{
    auto& hub = m_hall->hub;
    KB_TRY(const auto core, hub::HubCore::open(hub.config, hub.clock, hub.random));
    KB_TRY(const auto account, identity::Accounts(core->main()).byLogin(counter.login));
    const auto tell = [&](const QString& type, const QJsonObject& body) {
        return hub::submitAsHub(
            core->parts(), core->main(), {{identity::AccountStream::kind(), account->id, type, body}});
    };
    if (given)
        return tell(u"GrantPost"_s, {{u"id"_s, hub.ids.next()}, {u"post"_s, u"window-clerk"_s},
                                        {u"area"_s, QString::fromLatin1(HubWorld::Area)}});
    for (const auto& grant : account->grants) {
        if (grant.post == "window-clerk"_L1)
            KB_CHECK(tell(u"WithdrawPost"_s, {{u"id"_s, grant.id}}));
    }
    return {};
}

bool ChaosWorld::publishForm()
{
    QFile file(m_hall->hub.resource(u"catalogue/items/free-intake.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    auto item = parseObject(file.readAll()).value_or(QJsonObject{});
    file.close();
    item.insert(u"workingDays"_s, item.value("workingDays"_L1).toInt() + 1);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(canonicalBytes(item)) > 0;
}

void ChaosWorld::round(int number)
{
    turnEvents(number);
    if (m_random.below(6) == 0) {
        auto& hub = m_hubs.at(static_cast<size_t>(m_random.below(static_cast<int>(m_hubs.size()))));
        if (hub.program->isRunning()) {
            ++m_mishaps[u"hub killed"_s];
            hub.program->kill();
            if (m_random.below(2) == 0)
                startHub(hub);
        }
    }
    for (auto& hub : m_hubs) {
        if (!hub.program->isRunning() && m_random.below(2) == 0)
            startHub(hub);
    }
    tellRelay();
    for (const auto& counter : m_counters) {
        const bool cut = m_random.below(5) == 0;
        if (cut)
            ++m_mishaps[u"partition"_s];
        m_relay.setPartition(counter->way, cut);
    }
    std::vector<std::thread> people;
    for (const auto& counter : m_counters)
        people.emplace_back([this, &counter] { act(*counter); });
    for (auto& person : people)
        person.join();
    if (!m_options.sabotage.isEmpty() && number >= m_options.rounds / 2)
        spoil();
}

// What needs a person waits on, and keeps nobody from being level otherwise.
QString ChaosWorld::becomeLevel(ChaosCounter& counter)
{
    const QDeadlineTimer deadline(RestMs);
    for (;;) {
        const auto answer = ask(counter, {{u"request"_s, u"sync"_s}, {u"timeout_ms"_s, RestSyncMs}}, AnswerMs);
        if (isOk(answer))
            return {};
        const auto state = ask(counter, {{u"request"_s, u"state"_s}});
        const bool person = state.value("attention"_L1).toInt() >= state.value("waiting"_L1).toInt();
        if (answer.value("failure"_L1) == "unattended.not-level"_L1 && isOk(state) && person)
            return {};
        if (deadline.hasExpired())
            return answer.value("failure"_L1).toString(u"no answer"_s);
    }
}

QString ChaosWorld::comeToRest()
{
    m_relay.setKind(true);
    for (auto& hub : m_hubs) {
        if (!hub.program->isRunning() && !startHub(hub))
            return u"a hub does not start any more"_s;
    }
    tellRelay();
    for (const auto& counter : m_counters) {
        counter->program->failWrites(false);
        counter->skewSeconds = 0;
        counter->program->kill();
        const QDeadlineTimer deadline(RestMs);
        while (!signIn(*counter)) {
            if (deadline.hasExpired())
                return u"%1 cannot sign in"_s.arg(counter->login);
            QThread::msleep(100);
        }
    }
    for (int pass = 0; pass < 2; ++pass) { // what one sends in the first is read by all in the second
        for (const auto& counter : m_counters) {
            if (const auto failure = becomeLevel(*counter); !failure.isEmpty())
                return u"%1 does not come to rest: %2"_s.arg(counter->login, failure);
        }
    }
    return {};
}

void ChaosWorld::close()
{
    for (const auto& counter : m_counters)
        counter->program->kill();
    for (auto& hub : m_hubs)
        hub.program->end(10'000);
}

void ChaosWorld::spoil()
{
    if (!m_isSpoilt)
        m_isSpoilt = m_options.sabotage == "skip-row"_L1 ? skipRow() : forgetCommand();
}

// All is mended for a while, and the counter level.
bool ChaosWorld::calm(ChaosCounter& counter)
{
    m_relay.setKind(true);
    for (auto& hub : m_hubs) {
        if (!hub.program->isRunning())
            startHub(hub);
    }
    tellRelay();
    powerCut(counter);
    return counter.isSignedIn && becomeLevel(counter).isEmpty();
}

bool ChaosWorld::remarkOnOwn(ChaosCounter& counter)
{
    const QString text = token(counter);
    const QString stream = counter.own.constFirst();
    const bool isSaid = isOk(ask(counter, {{u"request"_s, u"remark"_s}, {u"case"_s, stream}, {u"text"_s, text}}));
    note(counter, text, stream, isSaid);
    return isSaid;
}

bool ChaosWorld::skipRow()
{
    auto& counter = *m_counters.front();
    const bool ready = calm(counter) && remarkOnOwn(counter) && becomeLevel(counter).isEmpty();
    m_relay.setKind(false);
    counter.program->kill();
    if (!ready)
        return false;
    const auto store = store::SqliteConnection::open(counter.machine->userStore(counter.account));
    return store &&
           (*store)->execute("DELETE FROM confirmed_event WHERE version = 2 AND stream = (SELECT MIN(stream) FROM "
                             "confirmed_event WHERE version = 3)")
                   .value_or(0) > 0;
}

// A remark arrives whose answer is lost, and the hub dies between the event and its note of the command: nobody could
// tell any more that it has it, and a counter that asks again before it reads its feed would have it done twice.
bool ChaosWorld::forgetCommand()
{
    auto& counter = *m_counters.front();
    if (!calm(counter))
        return false;
    m_relay.losePushAnswers(true);
    const bool isSaid = remarkOnOwn(counter);
    sync(counter, RestSyncMs);
    for (auto& hub : m_hubs)
        hub.program->kill();
    const auto core = hub::HubCore::open(m_hall->hub.config, m_hall->hub.clock, m_hall->hub.random);
    const bool spoilt = core && (*core)->main()
                                        .execute("DELETE FROM command WHERE id = (SELECT command FROM event WHERE id = "
                                                 "(SELECT MAX(id) FROM event))")
                                        .value_or(0) > 0;
    m_relay.losePushAnswers(false);
    return isSaid && spoilt;
}

} // namespace kuaiban::test
