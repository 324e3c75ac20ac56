#include "PaperBox.h"

#include "SmallPage.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace kuaiban::devices {

namespace {

constexpr int BoxSide = 500;        // pixels of the page on which the paper is looked for
constexpr int DarkContrast = 40;    // grey values between a dark ground and the paper
constexpr double DarkFrame = 0.05;  // of the frame at least is ground when the ground is dark
constexpr int LeastDifference = 3;  // grey values between a white lid and white paper
constexpr int MostDifference = 24;  // a lid that varies more is none
constexpr double LeastPaper = 0.01; // of the image
constexpr double LeastSolid = 0.5;  // of its box a paper fills, also when it lies crooked
constexpr double FillsImage = 0.98; // of either side

// The grey values of what lies around the paper.
struct Ground
{
    int from = 0;
    int to = 0;
};

struct Split
{
    int level = 0;    // darker belongs to the dark part
    int contrast = 0; // between the means of both
};

// Otsu's threshold: the level that parts the grey values into two heaps that are as far apart as possible.
Split splitOf(const QImage& grey)
{
    std::array<double, 256> counts{};
    double total = 0;
    double sum = 0;
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* const row = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            ++counts.at(row[x]);
            sum += row[x];
        }
        total += grey.width();
    }
    Split split;
    double best = 0;
    double below = 0;
    double sumBelow = 0;
    for (int level = 1; level < 256; ++level) {
        below += counts.at(static_cast<size_t>(level - 1));
        sumBelow += counts.at(static_cast<size_t>(level - 1)) * (level - 1);
        if (below == 0 || below == total)
            continue;
        const double contrast = (sum - sumBelow) / (total - below) - sumBelow / below;
        const double apart = below * (total - below) * contrast * contrast;
        if (apart > best) {
            best = apart;
            split = {level, static_cast<int>(contrast)};
        }
    }
    return split;
}

Ground groundOf(const QImage& grey)
{
    const auto split = splitOf(grey);
    const auto frame = frameOf(grey);
    const auto dark = std::count_if(frame.begin(), frame.end(), [&](int value) { return value < split.level; });
    if (split.contrast >= DarkContrast && static_cast<double>(dark) >= DarkFrame * static_cast<double>(frame.size()))
        return {0, split.level - 1};
    const int middle = medianOf(frame);
    std::vector<int> deviations;
    for (const int value : frame)
        deviations.push_back(std::abs(value - middle));
    const int difference = std::min(LeastDifference + 2 * medianOf(deviations), MostDifference);
    return {middle - difference, middle + difference};
}

// A set of pixels.
class Pixels
{
public:
    explicit Pixels(QSize size)
        : m_frame(QPoint(0, 0), size)
        , m_set(static_cast<size_t>(size.width()) * static_cast<size_t>(size.height()))
    {}

    char& at(QPoint point)
    {
        return m_set[static_cast<size_t>(point.y()) * static_cast<size_t>(m_frame.width()) +
                     static_cast<size_t>(point.x())];
    }
    // Takes out everything that hangs together with a pixel: how many there were, and the box around them.
    std::pair<int, QRect> take(QPoint start)
    {
        int count = 0;
        QRect box(start, QSize(1, 1));
        std::vector<QPoint> open{start};
        at(start) = 0;
        while (!open.empty()) {
            const QPoint point = open.back();
            open.pop_back();
            ++count;
            box.setCoords(std::min(box.left(), point.x()), std::min(box.top(), point.y()),
                std::max(box.right(), point.x()), std::max(box.bottom(), point.y()));
            for (const QPoint step : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)}) {
                const QPoint next = point + step;
                if (m_frame.contains(next) && at(next)) {
                    at(next) = 0;
                    open.push_back(next);
                }
            }
        }
        return {count, box};
    }

private:
    QRect m_frame;
    std::vector<char> m_set;
};

} // namespace

std::optional<QRect> paperIn(const QImage& image, PaperTone tone)
{
    const auto page = smallPage(image, BoxSide);
    const auto& grey = page.grey;
    if (grey.isNull())
        return {};
    const auto ground = groundOf(grey);
    Pixels rest(grey.size());
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* const row = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            rest.at({x, y}) = row[x] > ground.to || (tone == PaperTone::Any && row[x] < ground.from);
    }
    int most = 0;
    QRect box;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x) {
            if (!rest.at({x, y}))
                continue;
            if (const auto [count, where] = rest.take({x, y}); count > most) {
                most = count;
                box = where;
            }
        }
    }
    const double all = static_cast<double>(grey.width()) * grey.height();
    const bool isPaper = most >= LeastPaper * all && most >= LeastSolid * box.width() * box.height();
    const bool isWhole = box.width() >= FillsImage * grey.width() && box.height() >= FillsImage * grey.height();
    if (!isPaper || isWhole)
        return {};
    return QRect(box.topLeft() * page.factor, box.size() * page.factor);
}

} // namespace kuaiban::devices
