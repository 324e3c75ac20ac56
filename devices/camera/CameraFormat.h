#pragma once

#include "modules/base/Result.h"

#include <QList>
#include <QSize>

namespace kuaiban::devices {

// How the pictures of a camera are coded: each a JPEG, or two pixels in four bytes.
enum class FrameEncoding { Mjpg, Yuyv };

struct CameraFormat
{
    FrameEncoding encoding = FrameEncoding::Mjpg;
    QSize size; // pixels
    friend bool operator==(const CameraFormat&, const CameraFormat&) = default;
};

// Of what a camera offers the largest MJPG up to five million pixels, because YUYV of that size comes but a few times a
// second over USB 2; YUYV when there is no such MJPG. `camera.format` when there is neither; `port` is for the message.
Result<CameraFormat> bestFormat(const QList<CameraFormat>& offered, const QString& port);

// Sizes worth having from a camera that can do any size from `least` to `most` in steps.
QList<QSize> usualSizes(QSize least, QSize most, QSize step);

} // namespace kuaiban::devices
