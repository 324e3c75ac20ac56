#pragma once

#include "CardTerminal.h"
#include "devices/base/Discovery.h"
#include "devices/base/DriverCatalogue.h"
#include "modules/base/Clock.h"
#include "SscReader.h"

namespace kuaiban::devices {

// pcsc:READER, pcsc: for whichever reader holds a card, and the simulator. The clock must outlive the readers.
DriverCatalogue<SscReader> smartCardDrivers(const Clock& clock);

// Every reader of this machine as an address, after one for all of them. Empty when the card service does not run.
// Blocks for a moment.
QList<FoundDevice> findSmartCardReaders(const std::stop_token& stop);

} // namespace kuaiban::devices
