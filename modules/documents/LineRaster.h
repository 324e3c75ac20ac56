#pragma once

#include "FontSet.h"
#include "Receipt.h"

namespace kuaiban::documents {

// Draws one line of a receipt as a picture on the printer's own grid: 24 dots a Hanzi, 12 a column, doubled when the
// line is. Used for lines with characters the printer's font lacks.
ReceiptRaster rasterLine(const ReceiptText& line, const Typeface& typeface, int dots, FontSet& fonts);

} // namespace kuaiban::documents
