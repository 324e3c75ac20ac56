#pragma once

#include "FontSet.h"
#include "Receipt.h"

namespace kuaiban::documents {

// The printer's own grid.
inline constexpr int DotsPerColumn = 12;

// Draws one line of a receipt as a picture on the printer's own grid: a column wide, two columns a Hanzi, doubled when
// the line is. Used for lines with characters the printer's font lacks.
ReceiptRaster rasterLine(const ReceiptText& line, const Typeface& typeface, int dots, FontSet& fonts);

} // namespace kuaiban::documents
