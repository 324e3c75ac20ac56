#pragma once

#include "modules/base/Result.h"

#include <QImage>

#include <chrono>
#include <stop_token>

namespace kuaiban::devices {

// Where a document camera's pictures come from. Every call blocks in the device thread; requesting `stop` ends it early
// with `scanner.cancelled`. After any error the source is closed and opened again.
class FrameSource
{
public:
    virtual ~FrameSource() = default;
    virtual Done open(const std::stop_token& stop) = 0;
    // The next picture, never null. `camera.no-frame` when none came whole before the limit.
    virtual Result<QImage> frame(std::chrono::milliseconds limit, const std::stop_token& stop) = 0;
    virtual void close() = 0; // also of a source that is not open
};

} // namespace kuaiban::devices
