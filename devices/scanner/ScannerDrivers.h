#pragma once

#include "devices/base/DriverCatalogue.h"
#include "Scanner.h"

namespace kuaiban::devices {

// sane:DEVICE?patience=60&config=DIR, always in a driver host, and sim:scanner?script=FILE (in a host with hosted=1).
// `hostProgram` is the path of kuaiban-device.
DriverCatalogue<Scanner> scannerDrivers(const QString& hostProgram);

// Where kuaiban-device lies: beside the calling program, or where the build tree puts it.
QString findHostProgram(const QString& applicationFolder);

// The simulator as the driver host makes it, with real mishaps.
Result<std::unique_ptr<Scanner>> makeHostedSimulator(const DeviceUri& uri);

} // namespace kuaiban::devices
