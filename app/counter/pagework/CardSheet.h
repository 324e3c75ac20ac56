#pragma once

#include "modules/base/Result.h"

#include <QImage>

namespace kuaiban::counter {

// 证件正反面: the two sides of a card of the size of an ID card (ID-1 of ISO/IEC 7810, 85.6 mm by 54 mm), each from a
// page of its own, one above the other in true size in the middle of an A4 sheet of this resolution. The cards are
// looked for on their pages and straightened. Error: papers.no-cards, when a page shows none. Takes about 200 ms at
// 300 dpi; any thread.
Result<QImage> cardSheet(const QImage& upper, const QImage& lower, int dpi);

} // namespace kuaiban::counter
