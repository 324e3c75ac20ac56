#include "CameraScanner.h"

#include "CameraErrors.h"
#include "devices/scanner/PageEncoder.h"
#include "devices/scanner/PageQuality.h"
#include "devices/scanner/PaperBox.h"
#include "devices/scanner/ScanJson.h"
#include "devices/scanner/ScannerErrors.h"
#include "FrameMotion.h"

#include <algorithm>
#include <cmath>

namespace kuaiban::devices {

namespace {

constexpr std::chrono::milliseconds FrameLimit(5000); // the first one after opening takes some cameras seconds
constexpr int MostFrames = 30;
constexpr double MostMotion = 4;  // grey values; lamps flicker by one or two
constexpr double A4Inches = 11.7; // the longer side
constexpr int LeastDpi = 50;

int sharpnessOf(const QImage& image)
{
    return analysePage(image).quality.sharpness;
}

} // namespace

CameraScanner::CameraScanner(std::unique_ptr<FrameSource> source)
    : m_source(std::move(source))
{}

DeviceState CameraScanner::state(const std::stop_token& stop)
{
    const auto opened = m_source->open(stop);
    m_source->close();
    return opened ? DeviceState::ready() : DeviceState::fault(opened.error());
}

Result<int> CameraScanner::scan(const ScanJob& job, const ScanListener& listener, const std::stop_token& stop)
{
    if (job.source != ScanSource::Flatbed)
        return fail(scannerUnsupported(scanSourceName(job.source)));
    const auto picture = takePicture(listener, stop);
    m_source->close();
    if (!picture)
        return fail(picture.error());
    const int side = std::max(picture->width(), picture->height());
    const int dpi = std::max(LeastDpi, static_cast<int>(std::lround(side / A4Inches)));
    const auto paper = paperIn(*picture, PaperTone::Lighter); // what was cut off would be gone for good
    KB_TRY(const auto page, encodePage(paper ? picture->copy(*paper) : *picture, job.mode, dpi, 1));
    listener.progress(1, 100);
    listener.page(page);
    return 1;
}

Result<QImage> CameraScanner::takePicture(const ScanListener& listener, const std::stop_token& stop)
{
    KB_CHECK(m_source->open(stop));
    return steadyFrame(listener, stop);
}

// Two frames in a row that agree, which a frame spoilt on its way does with none; of these the sharper one, because the
// lens may just have found its focus.
Result<QImage> CameraScanner::steadyFrame(const ScanListener& listener, const std::stop_token& stop)
{
    KB_TRY(auto before, m_source->frame(FrameLimit, stop));
    for (int count = 1; count < MostFrames; ++count) {
        listener.progress(1, 100 * count / MostFrames);
        KB_TRY(auto after, m_source->frame(FrameLimit, stop));
        if (motionBetween(before, after) <= MostMotion)
            return sharpnessOf(before) > sharpnessOf(after) ? before : after;
        before = std::move(after);
    }
    return fail(cameraMoving());
}

} // namespace kuaiban::devices
