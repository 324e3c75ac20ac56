#pragma once

#include "modules/base/Result.h"
#include "modules/documents/Receipt.h"

namespace kuaiban::counter {

// The slip as it will look, in its true size in the middle of an A4 page (a longer one makes the page longer): for the
// preview, where it lies beside the pages of the case. Needs a GUI application; any thread. Errors:
// `documents.qr-too-long`.
Result<QByteArray> slipSheet(const documents::Receipt& receipt);

} // namespace kuaiban::counter
