#include "PageQuality.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowStep = 4;          // every fourth row tells enough
constexpr int InkContrast = 48;     // darker than the paper by this much is ink
constexpr double BlankInk = 0.0005; // below this share of ink nobody wrote anything
constexpr int DarkMean = 70;        // the lid was closed over nothing, or the lamp is off
constexpr int PaleInkDepth = 40;    // the darkest ink is hardly darker than the paper
constexpr int EdgeContrast = 60;    // what counts as an edge
constexpr int EdgeReach = 4;        // pixels to both sides
constexpr int EnoughEdges = 200;
constexpr double BlurredSlope = 0.36; // a sharp edge has 1, one smeared over five pixels about 0.3
constexpr double SharpSlope = 0.7;
constexpr int SheetUnits = 210;          // of its shorter side: millimetres of an A4 sheet
constexpr int WidestStroke = 6;          // units; a shadow along the edge is longer
constexpr int FewestCuts = 6;            // strokes that run over one edge
constexpr double LeastCutStretch = 0.15; // of the edge they take; a seal across two sheets takes less
constexpr double MostEdgeInk = 0.5;      // of the edge: more is a picture, or the lid

struct Region
{
    int left = 0;
    int right = 0;
    int top = 0;
    int bottom = 0;
};

// Scanners draw shadows along the margins of the sheet.
Region inner(const QImage& image)
{
    const int dx = image.width() * 3 / 100;
    const int dy = image.height() * 3 / 100;
    return {dx, image.width() - dx, dy, image.height() - dy};
}

struct Tones
{
    std::array<qint64, 256> counts{};
    qint64 total = 0;
    qint64 sum = 0;

    int percentile(double share) const
    {
        qint64 left = static_cast<qint64>(share * static_cast<double>(total));
        for (int level = 0; level < 256; ++level) {
            left -= counts.at(static_cast<size_t>(level));
            if (left < 0)
                return level;
        }
        return 255;
    }
    double shareBelow(int level) const
    {
        qint64 count = 0;
        for (int i = 0; i < level; ++i)
            count += counts.at(static_cast<size_t>(i));
        return total ? static_cast<double>(count) / static_cast<double>(total) : 0;
    }
};

Tones tonesOf(const QImage& grey, const Region& region)
{
    Tones tones;
    for (int y = region.top; y < region.bottom; y += RowStep) {
        const uchar* const row = grey.constScanLine(y);
        for (int x = region.left; x < region.right; ++x) {
            ++tones.counts.at(row[x]);
            tones.sum += row[x];
        }
        tones.total += std::max(region.right - region.left, 0);
    }
    return tones;
}

// How steep edges are: the largest step within an edge against its whole height, averaged over all edges. It does not
// matter how much is written or how large; nothing when there are too few edges to judge.
std::optional<double> edgeSlope(const QImage& grey, const Region& region)
{
    double sum = 0;
    int edges = 0;
    for (int y = region.top; y < region.bottom; y += 2 * RowStep) {
        const uchar* const row = grey.constScanLine(y);
        for (int x = region.left + EdgeReach; x < region.right - EdgeReach - 1; ++x) {
            const int step = std::abs(row[x + 1] - row[x - 1]);
            if (step < EdgeContrast / 6)
                continue;
            const auto [low, high] = std::minmax_element(row + x - EdgeReach, row + x + EdgeReach + 1);
            const int height = *high - *low;
            if (height < EdgeContrast)
                continue;
            const bool steepestHere = std::abs(row[x] - row[x - 2]) <= step && std::abs(row[x + 2] - row[x]) <= step;
            if (!steepestHere)
                continue;
            sum += std::min(1.0, static_cast<double>(step) / height);
            ++edges;
        }
    }
    if (edges < EnoughEdges)
        return {};
    return sum / edges;
}

// One edge of the sheet, seen from outside: `along` it and so deep in the sheet.
class Edge
{
public:
    enum Side { Top, Bottom, Left, Right };

    Edge(const QImage& grey, Side side)
        : m_grey(grey)
        , m_side(side)
    {}

    int length() const { return m_side == Top || m_side == Bottom ? m_grey.width() : m_grey.height(); }
    int at(int along, int deep) const
    {
        switch (m_side) {
        case Top:
            return m_grey.constScanLine(deep)[along];
        case Bottom:
            return m_grey.constScanLine(m_grey.height() - 1 - deep)[along];
        case Left:
            return m_grey.constScanLine(along)[deep];
        default:
            return m_grey.constScanLine(along)[m_grey.width() - 1 - deep];
        }
    }

private:
    const QImage& m_grey;
    Side m_side;
};

// Whether strokes of ink run over this edge. They go on into the sheet, which tells them from the ragged border of a
// shadow.
bool isCutAt(const Edge& edge, int unit, int inkLevel)
{
    const auto goesOn = [&](int from, int to) {
        for (int along = std::max(0, from - unit); along < std::min(edge.length(), to + unit); ++along) {
            for (int deep = unit; deep < 2 * unit; ++deep) {
                if (edge.at(along, deep) < inkLevel)
                    return true;
            }
        }
        return false;
    };
    int ink = 0;
    int cuts = 0;
    int first = 0;
    int last = 0;
    for (int along = 0; along < edge.length();) {
        int end = along;
        while (end < edge.length() && edge.at(end, 1) < inkLevel)
            ++end;
        ink += end - along;
        if (end > along && end - along <= WidestStroke * unit && goesOn(along, end)) {
            first = cuts == 0 ? along : first;
            last = end;
            ++cuts;
        }
        along = end + 1;
    }
    return cuts >= FewestCuts && last - first >= LeastCutStretch * edge.length() && ink < MostEdgeInk * edge.length();
}

bool isCut(const QImage& grey, int inkLevel)
{
    const int unit = std::min(grey.width(), grey.height()) / SheetUnits;
    if (unit == 0)
        return false;
    for (const auto side : {Edge::Top, Edge::Bottom, Edge::Left, Edge::Right}) {
        if (isCutAt(Edge(grey, side), unit, inkLevel))
            return true;
    }
    return false;
}

} // namespace

PageAnalysis analysePage(const QImage& image)
{
    PageAnalysis analysis;
    const auto grey = image.convertToFormat(QImage::Format_Grayscale8);
    const auto region = inner(grey);
    const auto tones = tonesOf(grey, region);
    if (tones.total == 0)
        return analysis;
    auto& quality = analysis.quality;
    quality.brightness = static_cast<int>(tones.sum / tones.total);
    const int paper = tones.percentile(0.9);
    const bool dark = quality.brightness < DarkMean;
    analysis.blank =
        !dark && tones.shareBelow(paper - InkContrast) < BlankInk && tones.percentile(0.0005) > paper - 2 * InkContrast;
    if (dark)
        quality.warnings.append(u"dark"_s);
    else if (!analysis.blank && paper - tones.percentile(0.002) < PaleInkDepth)
        quality.warnings.append(u"pale"_s);
    if (!dark && isCut(grey, paper - InkContrast))
        quality.warnings.append(u"cut"_s);
    if (const auto slope = edgeSlope(grey, region)) {
        quality.sharpness = static_cast<int>(std::lround(100 * *slope));
        quality.score = std::clamp(static_cast<int>(std::lround(100 * *slope / SharpSlope)), 0, 100);
        if (*slope < BlurredSlope)
            quality.warnings.append(u"blurred"_s);
    }
    if (dark)
        quality.score = std::min(quality.score, 20);
    if (!quality.warnings.isEmpty())
        quality.score = std::min(quality.score, 45);
    return analysis;
}

} // namespace kuaiban::devices
