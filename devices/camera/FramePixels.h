#pragma once

#include "CameraFormat.h"

#include <QImage>

namespace kuaiban::devices {

// The picture in the bytes that a camera delivered for a frame of this format. `lineBytes` is the length of a line of
// YUYV with its padding. `scanner.image` for bytes that are not the whole picture: too few, a JPEG that is torn or has
// another size, or an odd width of YUYV. Bytes changed within a JPEG cannot be told from a
// picture. Pure; any thread.
Result<QImage> imageFromFrame(QByteArrayView bytes, const CameraFormat& format, int lineBytes);

} // namespace kuaiban::devices
