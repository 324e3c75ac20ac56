#pragma once

#include "Case.h"
#include "modules/journal/Event.h"

namespace kuaiban::casework {

// The case after one more event. Pure; the same on desk and hub. Events of unknown type change only the version, so
// that an older program can read a newer journal.
Case evolve(Case state, const journal::Event& event);

// The case after all its events.
Case fold(const QList<journal::Event>& events);

} // namespace kuaiban::casework
