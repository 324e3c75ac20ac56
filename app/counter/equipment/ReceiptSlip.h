#pragma once

#include "devices/receipt/Slip.h"
#include "modules/documents/Receipt.h"

namespace kuaiban::counter {

// What the documents room laid out, as the receipt printer takes it: line for line, nothing is broken or drawn anew.
devices::Slip receiptSlip(const documents::Receipt& receipt);

} // namespace kuaiban::counter
