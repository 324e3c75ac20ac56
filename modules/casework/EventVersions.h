#pragma once

#include "modules/journal/Event.h"

namespace kuaiban::casework {

// The version in which this program writes events of the type; 1 of those whose body never changed its meaning.
int currentVersion(const QString& type);

// The event as this program would have written it: older bodies are lifted step by step by pure functions, the stored
// bytes stay as they are. One that a newer program wrote is returned as it is.
journal::Event lifted(journal::Event event);

// Whether a newer program wrote it: what it means is not known here.
bool isBeyond(const journal::Event& event);

} // namespace kuaiban::casework
