#pragma once

#include "devices/base/Discovery.h"
#include "devices/base/DriverCatalogue.h"
#include "IdCardReader.h"
#include "modules/base/Clock.h"

namespace kuaiban::devices {

// ga450:serial:PATH?baud=115200 (also ga450:tcp: behind a serial server) and sim:idcard?script=FILE.
// The clock must outlive the readers; it drives the simulator's script.
DriverCatalogue<IdCardReader> idCardDrivers(const Clock& clock);

// The lines at which a reader may be; which one it is only asking tells.
QList<FoundDevice> findIdCardReaders();

} // namespace kuaiban::devices
