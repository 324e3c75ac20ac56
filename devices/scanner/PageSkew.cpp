#include "PageSkew.h"

#include "SmallPage.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace kuaiban::devices {

namespace {

constexpr int SkewSide = 1000;      // pixels of the page on which lines are looked for
constexpr int LeastStep = 14;       // from ink down to paper, in grey values
constexpr int FewestSteps = 250;    // below there is nothing to judge by
constexpr int MostSteps = 30'000;   // more do not make it more exact
constexpr double CoarseStep = 0.5;  // degrees
constexpr double FineStep = 0.05;   // degrees
constexpr double ClearPeak = 1.6;   // how much better the best angle must fit than the usual one
constexpr int ContentSide = 250;    // pixels of the page on which it is seen what would be cut off
constexpr int ContentContrast = 12; // grey values
constexpr int FixedOne = 1 << 16;   // positions between pixels are counted in these

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

// Where ink ends and paper begins, going down, or going right.
struct InkStep
{
    float along = 0; // the direction lines would have
    float across = 0;
};

std::vector<InkStep> thinned(std::vector<InkStep> steps)
{
    if (steps.size() <= MostSteps)
        return steps;
    std::vector<InkStep> some;
    for (size_t i = 0; i < MostSteps; ++i)
        some.push_back(steps.at(i * steps.size() / MostSteps));
    return some;
}

// The frame of the image is left out: the shadow of the lid lies along it and is never skewed.
std::vector<InkStep> stepsDown(const QImage& grey)
{
    std::vector<InkStep> steps;
    for (int y = 3; y < grey.height() - 3; ++y) {
        const uchar* const above = grey.constScanLine(y - 1);
        const uchar* const below = grey.constScanLine(y + 1);
        for (int x = 3; x < grey.width() - 3; ++x) {
            if (below[x] - above[x] >= LeastStep)
                steps.push_back({static_cast<float>(x), static_cast<float>(y)});
        }
    }
    return thinned(std::move(steps));
}

std::vector<InkStep> stepsRight(const QImage& grey)
{
    std::vector<InkStep> steps;
    for (int y = 3; y < grey.height() - 3; ++y) {
        const uchar* const row = grey.constScanLine(y);
        for (int x = 3; x < grey.width() - 3; ++x) {
            if (row[x + 1] - row[x - 1] >= LeastStep)
                steps.push_back({static_cast<float>(-y), static_cast<float>(x)}); // columns turn the other way
        }
    }
    return thinned(std::move(steps));
}

// Seen along the direction of the lines, steps fall together: the sharper the heap, the better the angle.
class Heaps
{
public:
    Heaps(std::vector<InkStep> steps, int reach)
        : m_steps(std::move(steps))
        , m_reach(reach)
        , m_heaps(static_cast<size_t>(2 * reach + 2))
    {}

    double sharpness(double degrees)
    {
        const auto sine = static_cast<float>(std::sin(radians(degrees)));
        const auto cosine = static_cast<float>(std::cos(radians(degrees)));
        std::fill(m_heaps.begin(), m_heaps.end(), 0);
        for (const auto& step : m_steps)
            ++m_heaps[static_cast<size_t>(step.across * cosine - step.along * sine + static_cast<float>(m_reach))];
        double sum = 0;
        for (const int heap : m_heaps)
            sum += static_cast<double>(heap) * heap;
        return sum;
    }

private:
    std::vector<InkStep> m_steps;
    int m_reach;
    std::vector<int> m_heaps;
};

struct Peak
{
    double degrees = 0;
    double clearness = 0; // its sharpness against that of most angles
};

std::optional<Peak> peakOf(std::vector<InkStep> steps, int reach)
{
    if (steps.size() < FewestSteps)
        return {};
    Heaps heaps(std::move(steps), reach);
    std::vector<double> coarse;
    for (double angle = -MostSkew - CoarseStep; angle <= MostSkew + CoarseStep; angle += CoarseStep)
        coarse.push_back(heaps.sharpness(angle));
    const auto best = std::max_element(coarse.begin(), coarse.end());
    const double about = -MostSkew - CoarseStep + CoarseStep * static_cast<double>(best - coarse.begin());
    Peak peak{about, *best};
    for (double angle = about - CoarseStep; angle <= about + CoarseStep; angle += FineStep) {
        if (const double sharpness = heaps.sharpness(angle); sharpness > peak.clearness)
            peak = {angle, sharpness};
    }
    const auto middle = coarse.begin() + static_cast<std::ptrdiff_t>(coarse.size() / 2);
    std::nth_element(coarse.begin(), middle, coarse.end());
    peak.clearness /= *middle;
    if (std::abs(peak.degrees) > MostSkew || peak.clearness < ClearPeak)
        return {};
    return peak;
}

// What is turned: the middle of the image stays in the middle.
struct Turn
{
    Turn(const QImage& image, double degrees)
        : sine(std::sin(radians(degrees)))
        , cosine(std::cos(radians(degrees)))
        , middle(image.width() / 2.0, image.height() / 2.0)
    {}
    // Where a point of the image comes to lie, from the middle.
    QPointF turned(QPointF point) const
    {
        const QPointF from = point - middle;
        return {from.x() * cosine + from.y() * sine, from.y() * cosine - from.x() * sine};
    }

    double sine;
    double cosine;
    QPointF middle;
};

// The size at which nothing that differs from the frame is lost.
QSize sizeWithContent(const QImage& image, const SmallPage& page, int frame, const Turn& turn)
{
    double right = image.width() / 2.0;
    double bottom = image.height() / 2.0;
    for (int y = 0; y < page.grey.height(); ++y) {
        const uchar* const row = page.grey.constScanLine(y);
        for (int x = 0; x < page.grey.width(); ++x) {
            if (std::abs(row[x] - frame) <= ContentContrast)
                continue;
            const auto there = turn.turned(QPointF(x + 0.5, y + 0.5) * page.factor);
            right = std::max(right, std::abs(there.x()) + page.factor);
            bottom = std::max(bottom, std::abs(there.y()) + page.factor);
        }
    }
    const auto twice = [](double half) { return static_cast<int>(std::ceil(2 * half)); };
    return {twice(right), twice(bottom)};
}

constexpr int WholePart = 256; // of a pixel

uchar mixed(uchar one, uchar other, int part)
{
    return static_cast<uchar>((one * (WholePart - part) + other * part + WholePart / 2) >> 8);
}

// Two colours at a time, each with room above for its product.
QRgb mixed(QRgb one, QRgb other, int part)
{
    constexpr QRgb pair = 0x00ff00ff;
    constexpr QRgb half = 0x00800080;
    const auto here = static_cast<QRgb>(WholePart - part);
    const auto there = static_cast<QRgb>(part);
    const QRgb redBlue = ((one & pair) * here + (other & pair) * there + half) >> 8 & pair;
    const QRgb green = (one >> 8 & pair) * here + (other >> 8 & pair) * there + half;
    return redBlue | (green & ~pair);
}

// Of a row of the result the pixels that come from within the image: those where both positions, which go on by a step
// from pixel to pixel, keep below their limits.
struct Stretch
{
    qint64 from = 0;
    qint64 to = 0;

    void keep(qint64 at, qint64 step, qint64 limit)
    {
        if (step == 0 || limit <= 0) { // it stays where it is, or there is no room
            to = at >= 0 && at < limit ? to : from;
            return;
        }
        const double zero = static_cast<double>(-at) / static_cast<double>(step);
        const double end = static_cast<double>(limit - 1 - at) / static_cast<double>(step);
        from = std::max(from, static_cast<qint64>(std::ceil(std::min(zero, end))));
        to = std::min(to, static_cast<qint64>(std::floor(std::max(zero, end))) + 1);
    }
};

// Each pixel of the result is mixed from the four between which it lies in the image.
template<class Pixel>
void resample(const QImage& from, QImage* to, const Turn& turn)
{
    const uchar* const bits = from.constBits();
    const auto stride = from.bytesPerLine();
    const qint64 right = std::llround(turn.cosine * FixedOne);
    const qint64 down = std::llround(turn.sine * FixedOne);
    for (int y = 0; y < to->height(); ++y) {
        auto* const out = reinterpret_cast<Pixel*>(to->scanLine(y));
        const QPointF start(0.5 - to->width() / 2.0, 0.5 + y - to->height() / 2.0);
        const qint64 atX =
            std::llround((turn.middle.x() + start.x() * turn.cosine - start.y() * turn.sine - 0.5) * FixedOne);
        const qint64 atY =
            std::llround((turn.middle.y() + start.x() * turn.sine + start.y() * turn.cosine - 0.5) * FixedOne);
        Stretch stretch{0, to->width()};
        stretch.keep(atX, right, qint64(from.width() - 1) * FixedOne);
        stretch.keep(atY, down, qint64(from.height() - 1) * FixedOne);
        for (qint64 x = stretch.from; x < stretch.to; ++x) {
            const qint64 column = atX + x * right;
            const qint64 row = atY + x * down;
            const auto* const line = bits + (row >> 16) * stride;
            const auto* const upper = reinterpret_cast<const Pixel*>(line) + (column >> 16);
            const auto* const lower = reinterpret_cast<const Pixel*>(line + stride) + (column >> 16);
            const int part = static_cast<int>(column >> 8 & 255);
            out[x] = mixed(
                mixed(upper[0], upper[1], part), mixed(lower[0], lower[1], part), static_cast<int>(row >> 8 & 255));
        }
    }
}

} // namespace

std::optional<double> skewOf(const QImage& image)
{
    const auto page = smallPage(image, SkewSide);
    const int reach = page.grey.width() + page.grey.height();
    const auto rows = peakOf(stepsDown(page.grey), reach);
    const auto columns = peakOf(stepsRight(page.grey), reach);
    if (!rows && !columns)
        return {};
    return rows && (!columns || rows->clearness >= columns->clearness) ? rows->degrees : columns->degrees;
}

QImage straightened(const QImage& image, double degrees)
{
    const bool grey = image.isGrayscale() || image.depth() == 1;
    const auto from = image.convertToFormat(grey ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    const Turn turn(from, degrees);
    const auto page = smallPage(from, ContentSide);
    const int frame = frameGrey(page.grey);
    QImage to(sizeWithContent(from, page, frame, turn), from.format());
    to.fill(qRgb(frame, frame, frame));
    if (grey)
        resample<uchar>(from, &to, turn);
    else
        resample<QRgb>(from, &to, turn);
    to.setDotsPerMeterX(image.dotsPerMeterX());
    to.setDotsPerMeterY(image.dotsPerMeterY());
    return to;
}

} // namespace kuaiban::devices
