#pragma once

#include "modules/journal/Command.h"
#include "modules/store/Connection.h"

#include <QSet>

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
    int tries = 0; // how often it was sent, as far as the way goes: from the first on the hub may have it
};

// Work that had nothing left to change when it was to be sent: somebody else had done the same.
struct NeedlessCommand
{
    journal::Command command;
    qint64 at = 0; // UTC milliseconds
};

struct OutgoingFile
{
    QString digest;
    qint64 size = 0;
    qint64 sent = 0;     // bytes that the hub has, as far as it was heard
    QString stream = {}; // of the command that brought it
};

// The commands of one user that are not confirmed yet, in the order they were made, and the files that belong to them.
// Nothing is ever dropped silently. Works inside the caller's transaction.
class Outbox
{
public:
    explicit Outbox(store::Connection& user)
        : m_user(user)
    {}

    // A stream that was set aside and came to its end meanwhile is not set aside any more.
    Done add(const journal::Command& command, const QList<OutgoingFile>& files, qint64 nowMs);
    // Without a command it is one that this counter brings for another.
    Done addFile(const OutgoingFile& file, const QString& command = {});
    Result<QList<OutboxItem>> items() const;
    Result<QList<OutboxItem>> ofStream(const QString& stream) const;
    // The last command of the stream that still counts, for the next one's `prev`; empty if none. One that needs
    // attention does not count: a person may drop it, and nothing must hang on it. Nor does one that takes others back.
    Result<QString> lastOf(const QString& stream) const;
    // Commands to send now: at most `limit` and `maximumBytes`, nothing of the streams in `except`. What follows a
    // refused one goes too: the hub holds it and has the work.
    Result<QList<journal::Command>> ready(int limit, qsizetype maximumBytes, const QSet<QString>& except) const;
    // They are about to be sent. To be committed before they are: whether the hub may know a command must never be
    // forgotten.
    Done noteTried(const QList<journal::Command>& commands);

    Done record(const journal::Answer& answer);
    // A person ruled on what was held: the command goes once more, for the hub's word on it.
    Done askAgain(const QString& command);
    // The feed brought events of these commands: they are confirmed and leave the outbox.
    Done confirm(const QString& command);
    // A person gives up a command that needs attention.
    Done drop(const QString& command);
    // Takes out a command that has nothing to change and puts it beside the outbox; what hung on it hangs on what it
    // hung on. Only while neither it nor anything behind it on its stream was tried, or the hub refused it.
    Done dropNeedless(const QString& command, qint64 nowMs);
    Result<QList<NeedlessCommand>> needless(qint64 since) const; // newest first
    Done forgetNeedless(qint64 before);

    // Those to send: all but the files of parked streams.
    Result<QList<OutgoingFile>> files() const;
    Result<QList<OutgoingFile>> allFiles() const;
    Done fileProgress(const QString& digest, qint64 sent);
    Done fileSent(const QString& digest);
    // Streams of which something still has to reach the hub.
    Result<int> waiting() const;

    // A person sets the work of a stream aside, or lets it go again: nothing of it is sent in between.
    Done setParked(const QString& stream, bool parked);
    Result<QSet<QString>> parked() const;

private:
    store::Connection& m_user;
};

} // namespace kuaiban::sync
