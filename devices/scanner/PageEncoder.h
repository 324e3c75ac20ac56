#pragma once

#include "modules/base/Result.h"
#include "ScanJob.h"

#include <QImage>

namespace kuaiban::devices {

// Makes the page that leaves the driver: JPEG of quality 85 for colour and grey, PNG with one bit a pixel for line art,
// with its resolution and quality inside. A page above 600 KB (for A4 at 300 dpi; larger scans in proportion) is
// compressed harder in steps, and keeps the warning "large" if even that does not help.
// `scanner.image` when the image is empty, `scanner.no-memory` when it cannot be encoded.
Result<ScannedPage> encodePage(const QImage& image, ScanMode mode, int dpi, int number);

} // namespace kuaiban::devices
