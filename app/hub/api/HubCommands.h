#pragma once

#include "HubParts.h"

namespace kuaiban::hub {

// What the hub itself wants to change.
struct HubCommand
{
    QString kind;
    QString stream;
    QString type;
    QJsonObject body = {};
};

// In whose name something is changed.
struct Author
{
    QString account = journal::HubActor;
    QString device = journal::HubActor;
};

// Submits commands (the time is now) under the writers' lock and rings the bell. Later commands
// on a stream follow earlier ones. The first that is not applied is the error.
Done submitAs(
    const HubParts& parts, store::Connection& connection, const Author& author, const QList<HubCommand>& commands);
// The same by who holds parts.writing already.
Done submitLocked(
    const HubParts& parts, store::Connection& connection, const Author& author, const QList<HubCommand>& commands);
inline Done submitAsHub(const HubParts& parts, store::Connection& connection, const QList<HubCommand>& commands)
{
    return submitAs(parts, connection, {}, commands);
}

// The commands of a request. Errors: hub.command-count.
Result<QList<QJsonObject>> commandsIn(const QJsonArray& list);
inline constexpr qsizetype MostCommands = 100; // of one request

// Takes commands as those of this author, rings the bell and does what follows; their answers, in JSON. Only what keeps
// them from being committed is an error.
Result<QJsonArray> takeCommands(const HubParts& parts, store::Connection& connection,
    const QList<QJsonObject>& commands, const Author& author, const journal::Holds& holds);

// Does what events have as their consequence elsewhere, until nothing is due. Under the writers' lock, one transaction
// each; rings the bell when something was done.
Done react(const HubParts& parts, store::Connection& connection);

// Journals that a password was changed; the password itself never stands in an event.
Done notePasswordChange(const HubParts& parts, store::Connection& connection, const QString& account);

} // namespace kuaiban::hub
