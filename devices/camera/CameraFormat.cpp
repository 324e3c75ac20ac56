#include "CameraFormat.h"

#include "CameraErrors.h"

#include <algorithm>
#include <array>

namespace kuaiban::devices {

namespace {

constexpr qint64 MostPixels = 2592 * 1944; // what is sold as five megapixels
constexpr std::array UsualSizes{
    QSize(2592, 1944), QSize(2048, 1536), QSize(1920, 1080), QSize(1280, 720), QSize(640, 480)};

qint64 pixelsOf(QSize size)
{
    return qint64(size.width()) * size.height();
}

bool isUsable(const CameraFormat& format)
{
    return !format.size.isEmpty() && pixelsOf(format.size) <= MostPixels;
}

// MJPG before YUYV, then by size.
bool isWorse(const CameraFormat& a, const CameraFormat& b)
{
    if (a.encoding != b.encoding)
        return a.encoding == FrameEncoding::Yuyv;
    return pixelsOf(a.size) < pixelsOf(b.size);
}

bool isOnStep(int value, int least, int most, int step)
{
    return value >= least && value <= most && (value - least) % std::max(step, 1) == 0;
}

} // namespace

Result<CameraFormat> bestFormat(const QList<CameraFormat>& offered, const QString& port)
{
    QList<CameraFormat> usable;
    std::copy_if(offered.begin(), offered.end(), std::back_inserter(usable), isUsable);
    if (usable.isEmpty())
        return fail(cameraFormat(port, u"%1 formats, none usable"_s.arg(offered.size())));
    return *std::max_element(usable.begin(), usable.end(), isWorse);
}

QList<QSize> usualSizes(QSize least, QSize most, QSize step)
{
    QList<QSize> sizes;
    for (const auto size : UsualSizes) {
        if (isOnStep(size.width(), least.width(), most.width(), step.width()) &&
            isOnStep(size.height(), least.height(), most.height(), step.height()))
            sizes.append(size);
    }
    return sizes;
}

} // namespace kuaiban::devices
