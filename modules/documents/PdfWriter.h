#pragma once

#include "FontSet.h"
#include "Layout.h"
#include "PdfMeta.h"

#include "modules/base/Result.h"

namespace kuaiban::documents {

// One sheet, items in coordinates of the sheet.
struct Sheet
{
    std::vector<TextItem> texts;
    std::vector<StrokeItem> strokes;
    std::vector<QrItem> codes;
    std::vector<PictureItem> pictures;
};

// Writes sheets as PDF 1.5 with Cairo. Equal input gives equal bytes with the same Cairo and fonts.
Result<QByteArray> writePdf(const std::vector<Sheet>& sheets, const PdfMeta& meta, FontSet& fonts);

} // namespace kuaiban::documents
