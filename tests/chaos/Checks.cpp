#include "Checks.h"

#include "modules/base/Json.h"
#include "modules/blobs/BlobStore.h"
#include "modules/journal/Feed.h"
#include "modules/journal/JournalVerifier.h"
#include "modules/store/SqliteConnection.h"
#include "modules/sync/LocalStreams.h"
#include "modules/sync/Outbox.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace kuaiban::test {

using namespace Qt::StringLiterals;
using journal::Event;
using journal::Verdict;

namespace {

struct HubEvent
{
    QString stream;
    qint64 version;
    QString command;
    QString type;
};

struct HubCommand
{
    journal::Command command;
    Verdict verdict;
};

// What a hub knows, with the places where each entry stands.
struct HubSide
{
    QHash<QString, QList<HubEvent>> effects; // by token
    QHash<QString, QStringList> commands;    // by token: ids of the commands that carry it
    QHash<QString, HubCommand> known;        // by id
    qint64 events = 0;
    qint64 top = 0; // of the feed
};

const QRegularExpression& tokens()
{
    static const QRegularExpression pattern(u"tok[0-9]+x[0-9]+x[0-9]+end"_s);
    return pattern;
}

QSet<QString> tokensIn(const QByteArray& bytes)
{
    QSet<QString> found;
    auto matches = tokens().globalMatch(QString::fromUtf8(bytes));
    while (matches.hasNext())
        found.insert(matches.next().captured());
    return found;
}

Result<HubSide> readHub(store::Connection& connection)
{
    HubSide side;
    KB_CHECK(connection.run("SELECT e.stream, e.version, e.command, e.bytes, p.bytes FROM event e LEFT JOIN "
                            "event_personal p ON p.event = e.id ORDER BY e.id",
        {}, [&](const store::Row& row) {
            ++side.events;
            const auto known = Event::fromBytes(row.bytes(3));
            const HubEvent event{row.text(0), row.integer(1), row.text(2), known ? known->type : QString()};
            for (const auto& token : tokensIn(row.bytes(3) + row.bytes(4)))
                side.effects[token].append(event);
        }));
    KB_CHECK(connection.run("SELECT id, bytes, verdict FROM command", {}, [&](const store::Row& row) {
        const auto command = journal::Command::fromJson(parseObject(row.bytes(1)).value_or(QJsonObject{}));
        if (!command)
            return;
        side.known.insert(row.text(0), {*command, journal::verdictFromName(row.text(2))});
        for (const auto& token : tokensIn(row.bytes(1)))
            side.commands[token].append(row.text(0));
    }));
    KB_TRY(side.top, journal::Feed(connection).head());
    return side;
}

// What waits for a person at the counter, by token.
QSet<QString> waitingAt(store::Connection& user)
{
    QSet<QString> found;
    for (const auto& item : sync::Outbox(user).items().value_or(QList<sync::OutboxItem>{}))
        found += tokensIn(canonicalBytes(item.command.toJson()));
    return found;
}

QSet<QString> draftedAt(store::Connection& user)
{
    QSet<QString> found;
    for (const auto* sql : {"SELECT bytes FROM draft", "SELECT bytes FROM sent_draft"}) {
        [[maybe_unused]] const auto read =
            user.run(sql, {}, [&](const store::Row& row) { found += tokensIn(row.bytes(0)); });
    }
    return found;
}

Result<std::unique_ptr<store::Connection>> userStore(const ChaosCounter& counter)
{
    return store::SqliteConnection::open(counter.machine->userStore(counter.account));
}

// (1) What a counter took has its effect once, and what it did not answer at most once.
Finding effectsOnce(ChaosWorld& world, const HubSide& hub)
{
    Finding finding{u"effects once"_s, {}, {}};
    int once = 0;
    for (const auto& counter : world.counters()) {
        for (const auto& entry : counter->entries) {
            QSet<QString> causes;
            QSet<QString> kinds;
            for (const auto& effect : hub.effects.value(entry.token)) {
                causes.insert(effect.command);
                if (kinds.contains(effect.type)) // of one command, too, if it was done twice
                    finding.breaches.append(u"%1 made a second %2"_s.arg(entry.token, effect.type));
                kinds.insert(effect.type);
            }
            if (causes.size() > 1)
                finding.breaches.append(u"%1 took effect %2 times"_s.arg(entry.token).arg(causes.size()));
            once += causes.size() == 1 ? 1 : 0;
            for (const auto& cause : causes) {
                const auto known = hub.known.constFind(cause);
                if (known == hub.known.constEnd())
                    finding.breaches.append(u"%1: the hub has no record of %2"_s.arg(entry.token, cause));
                else if (known->verdict != Verdict::Applied)
                    finding.breaches.append(u"%1: %2 took effect and was not applied"_s.arg(entry.token, cause));
            }
        }
    }
    finding.counts = {u"%1 entries with one effect"_s.arg(once), u"%1 commands"_s.arg(hub.known.size())};
    return finding;
}

// (2) Every counter has read its feed to the end, and nothing in it is missing or there twice.
Result<Finding> feedsWhole(ChaosWorld& world, store::Connection& connection, const HubSide& hub)
{
    Finding finding{u"feeds without gaps"_s, {}, {}};
    const auto report = journal::verifyJournal(connection, nullptr);
    if (!report)
        return fail(report.error());
    finding.breaches += report->problems;
    qint64 rows = 0;
    for (const auto& counter : world.counters()) {
        KB_TRY(const auto user, userStore(*counter));
        const qint64 read = sync::LocalStreams(*user).cursor(counter->account).value_or(0);
        const auto rest = journal::Feed(connection).page({counter->account, QString()}, read, 10);
        if (!rest || !rest->rows.isEmpty())
            finding.breaches.append(u"%1 read to %2 of %3"_s.arg(counter->login).arg(read).arg(hub.top));
        rows += read;
    }
    finding.counts = {
        u"%1 positions"_s.arg(hub.top), u"%1 events in %2 streams"_s.arg(report->events).arg(report->streams)};
    return finding;
}

// (3) The events of its streams at a counter are those of the hub.
Result<Finding> shadowsSame(ChaosWorld& world, store::Connection& connection)
{
    Finding finding{u"same on both sides"_s, {}, {}};
    qint64 streams = 0;
    qint64 compared = 0;
    for (const auto& counter : world.counters()) {
        KB_TRY(const auto user, userStore(*counter));
        KB_TRY(const auto members, connection.list("SELECT stream FROM feed_member WHERE account = ? ORDER BY stream",
                                       {counter->account}, [](const store::Row& row) { return row.text(0); }));
        for (const auto& stream : members) {
            ++streams;
            KB_TRY(const auto there, journal::StreamLog(connection, world.hall().hub.random).history(stream));
            KB_TRY(const auto here, sync::LocalStreams(*user).events(stream));
            bool same = here.size() == there.size();
            for (qsizetype i = 0; same && i < here.size(); ++i, ++compared)
                same = here.at(i).toJson() == there.at(i).toJson();
            if (!same)
                finding.breaches.append(u"%1: %2 is another, %3 of %4 events"_s.arg(counter->login, stream)
                                            .arg(here.size())
                                            .arg(there.size()));
        }
    }
    finding.counts = {u"%1 streams"_s.arg(streams), u"%1 events compared"_s.arg(compared)};
    return finding;
}

// (4) What one counter did to a case took effect in the order it was done.
Finding ordersKept(ChaosWorld& world, const HubSide& hub)
{
    Finding finding{u"order kept"_s, {}, {}};
    int pairs = 0;
    for (const auto& counter : world.counters()) {
        QHash<QString, qint64> last; // by stream
        for (const auto& entry : counter->entries) {
            const auto effects = hub.effects.value(entry.token);
            if (!entry.acknowledged || effects.isEmpty())
                continue;
            const auto& first = effects.constFirst();
            if (last.contains(first.stream)) {
                ++pairs;
                if (last.value(first.stream) > first.version)
                    finding.breaches.append(u"%1 of %2 came too late"_s.arg(entry.token, counter->login));
            }
            last[first.stream] = first.version;
        }
    }
    finding.counts = {u"%1 pairs on a stream"_s.arg(pairs)};
    return finding;
}

// (5) What was entered stands, stands in a conflict, or is shown to the clerk as what needs him.
Result<Finding> nothingLost(ChaosWorld& world, const HubSide& hub)
{
    Finding finding{u"nothing lost"_s, {}, {}};
    int stands = 0;
    int shown = 0;
    int drafts = 0;
    for (const auto& counter : world.counters()) {
        KB_TRY(const auto user, userStore(*counter));
        const auto waiting = waitingAt(*user);
        const auto drafted = draftedAt(*user);
        QSet<QString> unconfirmed;
        for (const auto& item : sync::Outbox(*user).items().value_or(QList<sync::OutboxItem>{})) {
            if (item.state != sync::OutboxState::Attention)
                unconfirmed.insert(item.command.id);
        }
        for (const auto& id : unconfirmed)
            finding.breaches.append(u"%1: %2 never came through"_s.arg(counter->login, id));
        for (const auto& entry : counter->entries) {
            if (!hub.effects.value(entry.token).isEmpty()) {
                ++stands;
            } else if (waiting.contains(entry.token)) {
                ++shown;
                const bool sent = !hub.commands.value(entry.token).isEmpty();
                if (!sent && entry.acknowledged) // refused work goes to the hub all the same
                    finding.breaches.append(u"%1: the hub never got it"_s.arg(entry.token));
            } else if (drafted.contains(entry.token)) {
                ++drafts;
                if (entry.acknowledged)
                    finding.breaches.append(u"%1 was submitted and is a draft again"_s.arg(entry.token));
            } else if (entry.acknowledged || entry.stored) {
                finding.breaches.append(u"%1 of %2 is gone"_s.arg(entry.token, counter->login));
            }
        }
    }
    finding.counts = {u"%1 stand"_s.arg(stands), u"%1 wait for a person"_s.arg(shown), u"%1 are drafts"_s.arg(drafts)};
    return finding;
}

// (6) Every file of what reached the hub is there and is what it says.
Finding filesWhole(ChaosWorld& world, const HubSide& hub)
{
    Finding finding{u"files complete"_s, {}, {}};
    const blobs::BlobStore store(world.hall().hub.config.blobs);
    QSet<QString> wanted;
    for (const auto& known : hub.known) {
        for (const auto& digest : known.command.files)
            wanted.insert(digest);
    }
    for (const auto& digest : std::as_const(wanted)) {
        if (const auto bytes = store.read(digest); !bytes)
            finding.breaches.append(u"%1: %2"_s.arg(digest, bytes.error().code));
    }
    finding.counts = {u"%1 files"_s.arg(wanted.size())};
    return finding;
}

// A run in which nothing happened proves nothing.
Finding somethingHappened(const ChaosWorld& world, const HubSide& hub)
{
    Finding finding{u"something happened"_s, {}, {}};
    for (const auto& counter : world.counters()) {
        const auto stands = std::count_if(counter->entries.begin(), counter->entries.end(),
            [&](const Entry& entry) { return hub.effects.contains(entry.token); });
        finding.counts.append(u"%1 of %2 entries of %3"_s.arg(stands).arg(counter->entries.size()).arg(counter->login));
        if (stands == 0)
            finding.breaches.append(u"nothing of %1 stands"_s.arg(counter->login));
    }
    constexpr int enough = 6; // rounds in which each of these has its turn
    for (const auto& mishap : {u"post withdrawn"_s, u"post given back"_s, u"form published anew"_s}) {
        if (world.options().rounds >= enough && !world.mishaps().contains(mishap))
            finding.breaches.append(mishap + u": it never came to it"_s);
    }
    return finding;
}

} // namespace

Result<QList<Finding>> checkWorld(ChaosWorld& world)
{
    auto& hub = world.hall().hub;
    KB_TRY(const auto core, hub::HubCore::open(hub.config, hub.clock, hub.random));
    auto& connection = core->main();
    KB_TRY(const auto side, readHub(connection));
    KB_TRY(const auto feeds, feedsWhole(world, connection, side));
    KB_TRY(const auto shadows, shadowsSame(world, connection));
    KB_TRY(const auto lost, nothingLost(world, side));
    return QList<Finding>{somethingHappened(world, side), effectsOnce(world, side), feeds, shadows,
        ordersKept(world, side), lost, filesWhole(world, side)};
}

} // namespace kuaiban::test
