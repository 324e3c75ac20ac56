#pragma once

#include "modules/base/Clock.h"
#include "modules/base/Random.h"
#include "Projection.h"

namespace kuaiban::journal {

// What follows from an event elsewhere (a register changes, another stream starts) is a reaction: work of the hub in a
// transaction of its own, keyed (event, reaction). It is noted in the transaction that appends the event, so that it
// is never lost, and ticked off in the transaction that does it, so that it is never done twice: a hub that dies in
// between does it at its next start.

// The list of what is to be done. Works inside the caller's transaction.
class ReactionQueue
{
public:
    explicit ReactionQueue(store::Connection& connection)
        : m_connection(connection)
    {}

    // `name` is the handler's, `key` says which of its pieces of work: "registers", "benefit-granted".
    // Due from `fromMs` on (UTC milliseconds of the hub's clock); at once unless said. Never by the time of the event:
    // that is the counter's, whose clock may be days ahead.
    Done add(const Event& event, const QString& name, const QString& key, qint64 fromMs = 0);

    struct Due
    {
        qint64 id = 0;
        QString stream;
        qint64 version = 0;
        QString name;
        QString key;
        int attempts = 0;
    };
    // In the order in which they were noted; only those whose next try has come.
    Result<QList<Due>> due(qint64 nowMs, int limit) const;
    // False: somebody else did it meanwhile.
    Result<bool> tickOff(const Due& reaction, qint64 nowMs);
    Done noteFailure(const Due& reaction, const Error& error, qint64 nextAt);
    // Not yet done, whenever the next try is.
    Result<qint64> waiting() const;

private:
    store::Connection& m_connection;
};

// What a handler may do, inside the transaction of its reaction.
class ReactionScope
{
public:
    ReactionScope(store::Connection& connection, RandomSource& random, const Projections& projections, Event cause,
        const QString& reaction, qint64 nowMs)
        : m_connection(connection)
        , m_random(random)
        , m_projections(projections)
        , m_cause(std::move(cause))
        , m_reaction(reaction)
        , m_now(nowMs)
    {}

    store::Connection& connection() { return m_connection; }
    const Event& cause() const { return m_cause; }
    qint64 nowMs() const { return m_now; }
    // The stream of the cause, up to now; or another one.
    Result<QList<Event>> history() const { return history(m_cause.stream); }
    Result<QList<Event>> history(const QString& stream) const;
    // Says on the stream of the cause what came of it: actor and device are the hub, the command names the cause's with
    // the reaction behind it ("<command>/registers/benefit-granted"), so that it never counts as somebody's change.
    Done append(const NewEvent& fresh);
    // Changes another stream of the same kind. There it does count: whoever decides on it must have seen it, so these
    // events bear the cause's command itself.
    Done change(const QString& stream, const QList<NewEvent>& fresh);

private:
    Done write(const QString& stream, const QString& command, const QList<NewEvent>& fresh);

    store::Connection& m_connection;
    RandomSource& m_random;
    const Projections& m_projections;
    const Event m_cause;
    const QString m_reaction;
    const qint64 m_now;
};

class Reaction
{
public:
    virtual ~Reaction() = default;
    virtual QString name() const = 0;
    // Does one piece of work. An Error undoes it whole; it is tried again later, and later still.
    virtual Done react(ReactionScope& scope, const QString& key) = 0;
};

// Does what is due. Thread-safe; the caller holds the writers' lock where there is one.
class ReactionRunner
{
public:
    ReactionRunner(const Clock& clock, RandomSource& random, const Projections& projections,
        std::vector<std::unique_ptr<Reaction>> reactions)
        : m_clock(clock)
        , m_random(random)
        , m_projections(projections)
        , m_reactions(std::move(reactions))
    {}

    // How many were done. One that fails is put off (1 s, 2 s … 5 min) and does not keep others waiting. An Error
    // means the store failed.
    Result<int> runDue(store::Connection& connection);

private:
    Result<bool> run(store::Connection& connection, const ReactionQueue::Due& reaction);
    Done work(store::Connection& connection, const ReactionQueue::Due& reaction);

    const Clock& m_clock;
    RandomSource& m_random;
    const Projections& m_projections;
    const std::vector<std::unique_ptr<Reaction>> m_reactions;
};

// The name by which events made by reactions tell their cause; see ReactionScope::append.
QString reactionCommand(const QString& command, const QString& name, const QString& key);

} // namespace kuaiban::journal
