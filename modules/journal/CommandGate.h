#pragma once

#include "Command.h"
#include "CommandLog.h"
#include "modules/base/Clock.h"
#include "modules/base/Random.h"
#include "Projection.h"
#include "StreamLog.h"

namespace kuaiban::journal {

// In the feed of whoever did it: that work which was held was ruled on. The key is the command; its row names the
// stream.
inline const QString RulingTable = QStringLiteral("ruling");

// What a person says of work that is held.
struct Ruling
{
    QStringList commands;         // ids, in the order they were made
    std::optional<Error> refusal; // none: they are admitted
};

// What deciding a command comes to.
struct Decision
{
    enum class Kind { Accept, Refuse, Hold, Wait };
    Kind kind = Kind::Accept;
    QList<NewEvent> events;     // Accept; empty means nothing needs to change
    Error reason;               // all others
    QList<Ruling> rulings = {}; // Accept: carried out before the events, all of them or the command is refused

    static Decision accept(QList<NewEvent> events) { return {Kind::Accept, std::move(events), {}}; }
    static Decision refuse(Error reason) { return {Kind::Refuse, {}, std::move(reason)}; }
    static Decision hold(Error reason) { return {Kind::Hold, {}, std::move(reason)}; }
    // Not now, and not because of the command: it is not kept, and comes again.
    static Decision wait(Error reason) { return {Kind::Wait, {}, std::move(reason)}; }
};

// How one kind of stream decides. Gathers its facts from the store itself; all else is pure.
class StreamKind
{
public:
    virtual ~StreamKind() = default;
    virtual QString name() const = 0;
    // Who receives an event that is about to follow `history`: the members of the stream ("stream"), everybody ("*"),
    // one account by its id, or those of an area (Feed::audienceOfArea).
    virtual QString audience(const QList<Event>&, const Event&) const { return QStringLiteral("stream"); }
    // Whether commands of this type demand that nobody else changed the stream since the writer saw it. Others merge
    // or add, and say in their events what came of it.
    virtual bool comparesAndSets(const QString& commandType) const = 0;
    // Types of commands that change nothing which anybody decides on, such as that a paper was
    // printed.
    virtual QStringList asides() const { return {}; }
    // An Error means the store failed (the request is repeated later), never that the command is bad.
    virtual Result<Decision> decide(
        store::Connection& connection, const QList<Event>& history, const Command& command) = 0;
    // After an event was appended and projected: who shall receive the stream from now on, or no longer. Not part of a
    // rebuild.
    virtual Done route(store::Connection&, const Event&) { return {}; }
};

// Where all changes of streams enter the hub: accepts each command once, asks the stream's kind, appends the events and
// updates the projections, all in one transaction per request with a savepoint per command.
class CommandGate
{
public:
    CommandGate(const Clock& clock, RandomSource& random, std::vector<std::unique_ptr<StreamKind>> kinds,
        Projections projections);

    // One answer per command, in order. `account` and `device` are those of the session; empty means the hub itself.
    // An Error means that nothing at all was committed. What `holds` names is not decided: it is kept and answered
    // "held", unless it was accepted before.
    Result<QList<Answer>> submit(store::Connection& connection, const QList<QJsonObject>& commands,
        const QString& account, const QString& device, const Holds& holds = {});

    const Projections& projections() const { return m_projections; }

private:
    Result<Answer> take(store::Connection& connection, const QJsonObject& json, const QString& account,
        const QString& device, const Holds& holds);
    Result<std::optional<LoggedCommand>> replacedBy(store::Connection& connection, const Command& command);
    Result<Answer> judge(store::Connection& connection, const Command& command, const Holds& holds);
    Result<Answer> decideAndAppend(store::Connection& connection, StreamKind& kind, const Command& command);
    // The reason why the command does not come to events, or nothing: then they stand, and `head` is after them.
    Result<std::optional<Answer>> decideOnce(
        store::Connection& connection, StreamKind& kind, const Command& command, StreamHead& head);
    Result<std::optional<Error>> rule(
        store::Connection& connection, StreamKind& kind, const Ruling& ruling, const QString& stream, StreamHead& head);
    Result<std::optional<Error>> admit(
        store::Connection& connection, StreamKind& kind, const LoggedCommand& held, StreamHead& head);

    const Clock& m_clock;
    RandomSource& m_random;
    std::vector<std::unique_ptr<StreamKind>> m_kinds;
    Projections m_projections;
};

} // namespace kuaiban::journal
