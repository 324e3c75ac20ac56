#pragma once

#include "modules/store/Migration.h"

namespace kuaiban::sync {

// The machine store: what belongs to the counter whoever works at it (definitions, numbers, remembered settings).
QList<store::Schema> machineSchemas();
// The user store: one file an account (confirmed events, pending commands, drafts, files to send).
QList<store::Schema> userSchemas();

} // namespace kuaiban::sync
