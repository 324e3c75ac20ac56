#include "FrameMotion.h"

#include "devices/scanner/SmallPage.h"

#include <algorithm>
#include <cstdlib>

namespace kuaiban::devices {

namespace {

constexpr int MotionSide = 160; // pixels of the small picture: the noise of the sensor is gone from it
constexpr int Fields = 8;       // along each side

double meanDifference(const QImage& a, const QImage& b, const QRect& field)
{
    qint64 sum = 0;
    for (int y = field.top(); y <= field.bottom(); ++y) {
        const uchar* const before = a.constScanLine(y);
        const uchar* const after = b.constScanLine(y);
        for (int x = field.left(); x <= field.right(); ++x)
            sum += std::abs(before[x] - after[x]);
    }
    return static_cast<double>(sum) / (static_cast<double>(field.width()) * field.height());
}

} // namespace

double motionBetween(const QImage& before, const QImage& after)
{
    if (before.isNull() || before.size() != after.size())
        return 255;
    const auto a = smallPage(before, MotionSide).grey;
    const auto b = smallPage(after, MotionSide).grey;
    double most = 0;
    for (int row = 0; row < Fields; ++row) {
        for (int column = 0; column < Fields; ++column) {
            const QPoint from(a.width() * column / Fields, a.height() * row / Fields);
            const QPoint to(a.width() * (column + 1) / Fields, a.height() * (row + 1) / Fields);
            const QRect field(from, to - QPoint(1, 1));
            if (!field.isEmpty()) // of a picture smaller than that
                most = std::max(most, meanDifference(a, b, field));
        }
    }
    return most;
}

} // namespace kuaiban::devices
