#pragma once

#include "CallTerminal.h"
#include "devices/base/DriverCatalogue.h"
#include "modules/base/Clock.h"

namespace kuaiban::devices {

// caller:PROFILE:http://HOST:PORT/base?window=3 (also https) and sim:caller?script=FILE.
// The clock must outlive the terminals; it drives the simulator's script.
DriverCatalogue<CallTerminal> callerDrivers(const Clock& clock);

} // namespace kuaiban::devices
