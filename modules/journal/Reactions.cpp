#include "Reactions.h"

#include "Command.h"
#include "Feed.h"
#include "JournalErrors.h"
#include "modules/base/Json.h"
#include "modules/store/Transaction.h"
#include "StreamLog.h"

#include <QLoggingCategory>

#include <algorithm>

namespace kuaiban::journal {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcReactions, "kuaiban.reactions")

constexpr int Batch = 100;
constexpr qint64 FirstDelayMs = 1000;
constexpr qint64 LongestDelayMs = 5 * 60 * 1000;

qint64 delayAfter(int attempts)
{
    return std::min(LongestDelayMs, FirstDelayMs << std::min(attempts, 20));
}

} // namespace

QString reactionCommand(const QString& command, const QString& name, const QString& key)
{
    return command + u'/' + name + u'/' + key;
}

Done ReactionQueue::add(const Event& event, const QString& name, const QString& key, qint64 fromMs)
{
    KB_CHECK(m_connection.execute("INSERT INTO reaction(stream, version, name, reaction_key, state, attempts, next_at) "
                                  "VALUES(?, ?, ?, ?, 'due', 0, ?) ON CONFLICT DO NOTHING",
        {event.stream, event.version, name, key, fromMs}));
    return {};
}

Result<QList<ReactionQueue::Due>> ReactionQueue::due(qint64 nowMs, int limit) const
{
    return m_connection.list("SELECT id, stream, version, name, reaction_key, attempts FROM reaction "
                             "WHERE state = 'due' AND next_at <= ? ORDER BY id LIMIT ?",
        {nowMs, qint64(limit)}, [](const store::Row& row) {
            return Due{row.integer(0), row.text(1), row.integer(2), row.text(3), row.text(4),
                static_cast<int>(row.integer(5))};
        });
}

Result<bool> ReactionQueue::tickOff(const Due& reaction, qint64 nowMs)
{
    KB_TRY(const auto changed,
        m_connection.execute(
            "UPDATE reaction SET state = 'done', done_at = ?, failure = NULL WHERE id = ? AND state = 'due'",
            {nowMs, reaction.id}));
    return changed == 1;
}

Done ReactionQueue::noteFailure(const Due& reaction, const Error& error, qint64 nextAt)
{
    KB_CHECK(m_connection.execute(
        "UPDATE reaction SET attempts = attempts + 1, failure = ?, next_at = ? WHERE id = ? AND state = 'due'",
        {error.code, nextAt, reaction.id}));
    return {};
}

Result<qint64> ReactionQueue::waiting() const
{
    return m_connection.integer("SELECT COUNT(*) FROM reaction WHERE state = 'due'");
}

Result<QList<Event>> ReactionScope::history(const QString& stream) const
{
    return StreamLog(m_connection, m_random).history(stream);
}

Done ReactionScope::append(const NewEvent& fresh)
{
    return write(m_cause.stream, m_cause.command + u'/' + m_reaction, {fresh});
}

Done ReactionScope::change(const QString& stream, const QList<NewEvent>& fresh)
{
    return write(stream, m_cause.command, fresh);
}

Done ReactionScope::write(const QString& stream, const QString& command, const QList<NewEvent>& fresh)
{
    StreamLog streams(m_connection, m_random);
    KB_TRY(auto head, streams.head(stream));
    for (const auto& one : fresh) {
        Event event{stream, m_cause.streamKind, 0, one.type, one.v, HubActor, HubActor, command, m_now, false, one.body,
            one.personal, false};
        KB_CHECK(streams.append(event, head, u"stream"_s));
        for (const auto& projection : m_projections)
            KB_CHECK(projection->apply(m_connection, event));
    }
    return streams.keepHead(stream, head);
}

Result<int> ReactionRunner::runDue(store::Connection& connection)
{
    KB_TRY(const auto list, ReactionQueue(connection).due(m_clock.nowMs(), Batch));
    int done = 0;
    for (const auto& reaction : list) {
        KB_TRY(const bool worked, run(connection, reaction));
        done += worked ? 1 : 0;
    }
    return done;
}

Result<bool> ReactionRunner::run(store::Connection& connection, const ReactionQueue::Due& reaction)
{
    const auto done = store::inTransaction(connection, [&]() -> Done { return work(connection, reaction); });
    if (done)
        return true;
    qCWarning(lcReactions).noquote() << reaction.name << reaction.key << "on" << reaction.stream << ':'
                                     << logLine(done.error());
    KB_CHECK(store::inTransaction(connection, [&]() -> Done {
        return ReactionQueue(connection)
            .noteFailure(reaction, done.error(), m_clock.nowMs() + delayAfter(reaction.attempts));
    }));
    return false;
}

Done ReactionRunner::work(store::Connection& connection, const ReactionQueue::Due& reaction)
{
    KB_TRY(const bool mine, ReactionQueue(connection).tickOff(reaction, m_clock.nowMs()));
    if (!mine)
        return {};
    const auto handler = std::find_if(m_reactions.begin(), m_reactions.end(),
        [&](const auto& candidate) { return candidate->name() == reaction.name; });
    if (handler == m_reactions.end())
        return fail(reactionUnknown(reaction.name));
    KB_TRY(const auto history, StreamLog(connection, m_random).history(reaction.stream));
    const auto cause = std::find_if(
        history.begin(), history.end(), [&](const Event& event) { return event.version == reaction.version; });
    if (cause == history.end())
        return fail(eventUnreadable(reaction.stream));
    ReactionScope scope(
        connection, m_random, m_projections, *cause, reaction.name + u'/' + reaction.key, m_clock.nowMs());
    KB_CHECK((*handler)->react(scope, reaction.key));
    return Feed(connection).stampAll();
}

} // namespace kuaiban::journal
