#pragma once

#include "devices/base/Discovery.h"
#include "devices/base/DriverCatalogue.h"
#include "Keypad.h"
#include "modules/base/Clock.h"

namespace kuaiban::devices {

// keypad:PROFILE:serial:PATH?baud=9600, keypad:PROFILE:tcp:HOST:PORT behind a serial server, and
// sim:keypad?script=FILE. PROFILE is the name of one that is compiled in ("five-keys.json") or a path.
// The clock must outlive the keypads; it drives the simulator's script.
DriverCatalogue<Keypad> keypadDrivers(const Clock& clock);

// Every profile that is compiled in on every serial port: which model stands there only a technician can tell.
QList<FoundDevice> findKeypads();

} // namespace kuaiban::devices
