#pragma once

#include "modules/journal/Command.h"
#include "modules/store/Connection.h"

namespace kuaiban::sync {

// How far a command of this counter has come.
enum class OutboxState {
    Ready,     // to be sent
    Sent,      // answered "applied"; its events are on their way back in the feed
    Attention, // refused, conflict or held: a person decides what becomes of the work
};

struct OutboxItem
{
    journal::Command command;
    OutboxState state = OutboxState::Ready;
    std::optional<journal::Answer> answer;
    qint64 madeAt = 0;
};

struct OutgoingFile
{
    QString digest;
    qint64 size = 0;
};

// The commands of one user that are not confirmed yet, in the order they were made, and the files that belong to them.
// Nothing is ever dropped silently. Works inside the caller's transaction.
class Outbox
{
public:
    explicit Outbox(store::Connection& user)
        : m_user(user)
    {}

    Done add(const journal::Command& command, const QList<OutgoingFile>& files, qint64 nowMs);
    Result<QList<OutboxItem>> items() const;
    Result<QList<OutboxItem>> ofStream(const QString& stream) const;
    // The last command of the stream that still counts, for the next one's `prev`; empty if none. One that needs
    // attention does not count: a person may drop it, and nothing must hang on it.
    Result<QString> lastOf(const QString& stream) const;
    // Commands to send now: at most `limit` and `maximumBytes`, none behind one of its stream that needs attention.
    Result<QList<journal::Command>> ready(int limit, qsizetype maximumBytes) const;

    Done record(const journal::Answer& answer);
    // The feed brought events of these commands: they are confirmed and leave the outbox.
    Done confirm(const QString& command);
    // A person gives up a command that needs attention.
    Done drop(const QString& command);

    Result<QList<OutgoingFile>> files() const;
    Done fileSent(const QString& digest);
    // Commands and files that still have to reach the hub.
    Result<int> waiting() const;

private:
    store::Connection& m_user;
};

} // namespace kuaiban::sync
