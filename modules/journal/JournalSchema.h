#pragma once

#include "modules/store/Migration.h"

namespace kuaiban::journal {

// Tables of the hub's journal: stream heads, events, their personal parts, commands, the feed and its checkpoints,
// reactions.
store::Schema journalSchema();

} // namespace kuaiban::journal
