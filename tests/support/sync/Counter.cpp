#include "Counter.h"

#include "modules/casework/FormEnvironments.h"
#include "modules/store/SqliteConnection.h"
#include "modules/sync/LocalSchema.h"
#include "tests/support/casework/CaseJson.h"
#include "tests/support/casework/SampleMatter.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonArray>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestWaitMs = 20'000;

template<class Condition>
bool waitUntil(Condition condition)
{
    const QDeadlineTimer deadline(LongestWaitMs);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

Error waitedInVain()
{
    return Error{u"test.waited-in-vain"_s, Origin::Machine, {}, {}};
}

Result<std::unique_ptr<store::Connection>> storeAt(const QString& file, const QList<store::Schema>& schemas)
{
    KB_TRY(auto connection, store::SqliteConnection::open(file, {.durable = false}));
    KB_CHECK(store::migrate(*connection, schemas));
    return connection;
}

} // namespace

Counter::Counter(CaseWorld& hub, const Actor& actor, quint32 seed)
    : world(hub)
    , who(actor)
    , random(seed)
    , blobs(folder.filePath(u"blobs"_s))
    , shelf(casework::standardFormEnvironment())
    , link(hub, actor)
{
    const auto account = world.account(actor);
    deskUser = {actor.id, account.login, account.name, account.grants, actor.device, u"210603"_s,
        u"振安区政务服务中心"_s, u"3"_s};
}

Counter::~Counter()
{
    close();
}

Done Counter::open()
{
    KB_TRY(machine, storeAt(folder.filePath(u"machine.db"_s), sync::machineSchemas()));
    KB_TRY(user, storeAt(folder.filePath(u"user.db"_s), sync::userSchemas()));
    m_machineDisk = std::make_unique<FailingConnection>(*machine, fuse);
    m_userDisk = std::make_unique<FailingConnection>(*user, fuse);
    time = std::make_unique<sync::TimeKeeper>(clock);
    engineDesk = std::make_unique<sync::Desk>(desk());
    engine = std::make_unique<sync::SyncEngine>(*engineDesk, link, random);
    m_started = false;
    return {};
}

void Counter::close()
{
    if (engine)
        engine->stop();
    link.release();
    engine.reset();
    engineDesk.reset();
    time.reset();
    m_userDisk.reset();
    m_machineDisk.reset();
    user.reset();
    machine.reset();
}

std::optional<Error> Counter::sync()
{
    if (std::exchange(m_started, true))
        engine->wake();
    else
        engine->start();
    if (!waitUntil([this] { return !engine->state().busy; }))
        return waitedInVain();
    return engine->state().error;
}

void Counter::rest()
{
    engine->stop();
    link.release();
    m_started = false;
}

Result<casework::Case> Counter::fetchCase(const QString& stream)
{
    const auto future = engine->fetchCase(stream);
    if (!waitUntil([&] { return future.isFinished(); }))
        return fail(waitedInVain());
    return future.result();
}

Result<QByteArray> Counter::fetchFile(const QString& digest)
{
    const auto future = engine->fetchFile(digest);
    if (!waitUntil([&] { return future.isFinished(); }))
        return fail(waitedInVain());
    return future.result();
}

sync::Desk::Parts Counter::parts(store::Connection& machineStore, store::Connection& userStore)
{
    return {clock, ids, *time, machineStore, userStore, blobs, shelf};
}

Result<std::unique_ptr<store::Connection>> Counter::emptyUserStore()
{
    return storeAt(u":memory:"_s, sync::userSchemas());
}

Result<std::unique_ptr<store::Connection>> Counter::emptyMachineStore()
{
    return storeAt(u":memory:"_s, sync::machineSchemas());
}

QString Counter::dump(store::Connection& userStore)
{
    QString text;
    const QList<std::pair<QByteArray, int>> queries{{"SELECT stream, kind, whole FROM local_stream ORDER BY stream", 3},
        {"SELECT stream, version, command, bytes FROM confirmed_event ORDER BY stream, version", 4},
        {"SELECT id, stream, bytes, state, answer FROM pending_command ORDER BY seq", 5},
        {"SELECT digest, size, command FROM outgoing_file ORDER BY digest", 3},
        {"SELECT stream, opened_at, phase, bytes FROM local_case ORDER BY stream", 4},
        {"SELECT id, bytes FROM draft ORDER BY id", 2}, {"SELECT scope, pos FROM cursor ORDER BY scope", 2}};
    for (const auto& [query, columns] : queries) {
        text += QString::fromLatin1(query) + u'\n';
        const auto read = userStore.run(query, {}, [&, width = columns](const store::Row& row) {
            for (int column = 0; column < width; ++column)
                text += row.text(column) + u'|';
            text += u'\n';
        });
        if (!read)
            text += read.error().code;
    }
    return text;
}

QString Counter::difference(const QString& stream)
{
    const auto seen = desk().view(stream);
    if (!seen)
        return seen.error().code;
    const auto hub = caseToJson(world.state(stream));
    const auto here = caseToJson(*seen);
    return firstDifference(hub, here) + firstDifference(here, hub);
}

QJsonObject Counter::freeIntake(const QJsonArray& materials)
{
    return {{u"item"_s, u"free-intake"_s}, {u"revision"_s, 1}, {u"parties"_s, QJsonObject{{u"applicant"_s, party()}}},
        {u"values"_s, freeIntakeValues()}, {u"origins"_s, QJsonObject{{u"address"_s, u"card"_s}}},
        {u"materials"_s, materials}};
}

casework::CaseMaterial Counter::scan(const QByteArray& page)
{
    casework::CaseMaterial material{ids.next(), u"身份证复印件"_s, u"copy"_s, u"supplied"_s, 1, {}, {}, false};
    material.pages.append({blobs.put(page).value_or(QString()), u"image/png"_s, 1240, 1754, 150, page.size()});
    return material;
}

} // namespace kuaiban::test
