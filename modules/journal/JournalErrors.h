#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::journal {

// A command id was used again with other bytes: one of the two would be lost silently, so neither is guessed.
inline Error commandIdReused(const QString& id)
{
    return failure("journal.id-reused", Origin::Data, id);
}

inline Error commandMalformed(const QString& detail)
{
    return failure("journal.command", Origin::Data, detail).with(QStringLiteral("detail"), detail);
}

inline Error unknownStreamKind(const QString& kind)
{
    return failure("journal.stream-kind", Origin::Data, kind);
}

// A command continues its writer's own work on the same stream.
inline Error previousForeign()
{
    return failure("journal.prev-foreign", Origin::Data);
}

// The command names another account or device than the session that brought it.
inline Error foreignActor()
{
    return failure("journal.foreign-actor", Origin::Data);
}

// Somebody else changed the stream since the writer last saw it.
inline Error changedMeanwhile()
{
    return failure("journal.changed", Origin::User);
}

// The writer's previous command on this stream has not arrived yet.
inline Error previousUnknown()
{
    return failure("journal.prev-unknown", Origin::Network);
}

// The writer's previous command on this stream was not applied, so this one has no ground to stand on.
inline Error previousNotApplied()
{
    return failure("journal.prev-not-applied", Origin::User);
}

// Somebody ruled on the work already, or it was never held.
inline Error notHeld()
{
    return failure("journal.not-held", Origin::User);
}

// Its writer did the same once more, and that command stands in its place.
inline Error doneAgain()
{
    return failure("journal.done-again", Origin::User);
}

inline Error eventUnreadable(const QString& where)
{
    return failure("journal.event", Origin::Machine, where);
}

// Work was noted for a handler that this hub does not have: an older program on a newer database.
inline Error reactionUnknown(const QString& name)
{
    return failure("journal.reaction", Origin::Hub, name).with(QStringLiteral("name"), name);
}

inline Error signingKeyUnusable(const QString& detail)
{
    return failure("journal.signing-key", Origin::Machine, detail);
}

} // namespace kuaiban::journal
