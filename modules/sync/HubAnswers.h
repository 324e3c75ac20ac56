#pragma once

#include "modules/journal/Command.h"
#include "modules/journal/Event.h"

namespace kuaiban::sync {

// The events of {"events": […]}. Errors: journal.event.
Result<QList<journal::Event>> eventsOf(const QJsonObject& json);

// One answer to each of the commands, in their order. Errors: sync.answer.
Result<QList<journal::Answer>> answersTo(const QList<journal::Command>& sent, const QJsonObject& json);

// The hub no longer knows who speaks: somebody has to sign in, or the machine to be enrolled, before anything else.
bool endsSession(const Error& error);
// The hub looked at what was sent and says no: sending it again brings the same, sending something else may not.
bool refusesContent(const Error& error);

} // namespace kuaiban::sync
