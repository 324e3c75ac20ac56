#pragma once

#include "devices/base/Discovery.h"
#include "devices/base/DriverCatalogue.h"
#include "PagePrinter.h"

namespace kuaiban::devices {

// pdf:DIR, cups:QUEUE?server=HOST:PORT&patience=15 and sim:printer?script=FILE&out=DIR.
DriverCatalogue<PagePrinter> printerDrivers();

// The queues of the system's CUPS; none when it does not answer. Ends within a second once `stop` is requested.
QList<FoundDevice> findPrinters(const std::stop_token& stop);

} // namespace kuaiban::devices
