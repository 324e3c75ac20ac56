#pragma once

#include "devices/base/Discovery.h"
#include "devices/base/DriverCatalogue.h"
#include "Scanner.h"

namespace kuaiban::devices {

// sane:DEVICE?patience=60&config=DIR, always in a driver host, and sim:scanner?script=FILE (in a host with hosted=1).
// `hostProgram` is the path of kuaiban-device.
DriverCatalogue<Scanner> scannerDrivers(const QString& hostProgram);

// What the drivers of scanners find. Blocks for up to 15 s, because some ask the whole network. Looking loads every
// driver there is, so it happens in a process of its own (`hostProgram`), which may crash or hang.
QList<FoundDevice> findScanners(const QString& hostProgram, const std::stop_token& stop);

// Where kuaiban-device lies: beside the calling program, or where the build tree puts it.
QString findHostProgram(const QString& applicationFolder);

// The simulator as the driver host makes it, with real mishaps.
Result<std::unique_ptr<Scanner>> makeHostedSimulator(const DeviceUri& uri);

} // namespace kuaiban::devices
