#pragma once

#include <QImage>
#include <QStringList>

namespace kuaiban::devices {

// What the QR codes on a page say (GB/T 18284), whichever way round and however crooked it lies; empty when there are
// none that can be read. Takes about 50 ms for an A4 page at 300 dpi; any thread.
QStringList codesOn(const QImage& image);

} // namespace kuaiban::devices
