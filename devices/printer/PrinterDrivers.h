#pragma once

#include "devices/base/DriverCatalogue.h"
#include "PagePrinter.h"

namespace kuaiban::devices {

// pdf:DIR, cups:QUEUE?server=HOST:PORT&patience=15 and sim:printer?script=FILE&out=DIR.
DriverCatalogue<PagePrinter> printerDrivers();

} // namespace kuaiban::devices
