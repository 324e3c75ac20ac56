#pragma once

#include "Case.h"
#include "modules/journal/Event.h"

namespace kuaiban::casework {

// The case after one more event. Pure; the same on desk and hub. Older events are lifted first. Events of unknown type
// change only the version, so that an older program can read a newer journal; those of a newer version than is known
// here besides mark the case, of which nothing is decided any more.
Case evolve(Case state, const journal::Event& event);

// The case after all its events.
Case fold(const QList<journal::Event>& events);

} // namespace kuaiban::casework
