#pragma once

#include "devices/scanner/Scanner.h"
#include "FrameSource.h"

#include <memory>

namespace kuaiban::devices {

// A document camera (高拍仪) as one more kind of scanner: a job is one page, taken as from the glass of a scanner once
// nothing moves below the camera, and cut to the paper if one stands out from the table. `camera.moving` when nothing
// comes to rest; `scanner.unsupported` for a feeder. How large a paper is, no camera can tell: the whole view
// counts as A4, which such cameras are built for, and the job's dpi is not looked at.
class CameraScanner final : public Scanner
{
public:
    explicit CameraScanner(std::unique_ptr<FrameSource> source);

    DeviceState state(const std::stop_token& stop) override;
    Result<int> scan(const ScanJob& job, const ScanListener& listener, const std::stop_token& stop) override;

private:
    Result<QImage> takePicture(const ScanListener& listener, const std::stop_token& stop);
    Result<QImage> steadyFrame(const ScanListener& listener, const std::stop_token& stop);

    std::unique_ptr<FrameSource> m_source;
};

} // namespace kuaiban::devices
