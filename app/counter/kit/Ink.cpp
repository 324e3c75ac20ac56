#include "Ink.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <optional>

namespace kuaiban::counter {

namespace {

constexpr double ThinLine = 1.4; // at no pressure, in device-independent pixels
constexpr double ThickLine = 5;  // at full pressure
constexpr int MostPoints = 20'000;
constexpr double ShortestName = 90;  // of all strokes together
constexpr double LeastTurning = 200; // degrees; a tick turns once, by less than 180
constexpr double TurningStep = 8;    // pixels, so that a trembling hand does not count as turns
constexpr int CurvePieces = 6;

double widthOf(double pressure)
{
    return ThinLine + (ThickLine - ThinLine) * std::clamp(pressure, 0.0, 1.0);
}

InkPoint between(const InkPoint& one, const InkPoint& other)
{
    return {(one.at + other.at) / 2, (one.ms + other.ms) / 2, (one.pressure + other.pressure) / 2};
}

QRectF areaOf(const InkPoint* first, const InkPoint* end)
{
    double left = first->at.x(), right = left, top = first->at.y(), bottom = top;
    for (const auto* point = first; point != end; ++point) {
        left = std::min(left, point->at.x());
        right = std::max(right, point->at.x());
        top = std::min(top, point->at.y());
        bottom = std::max(bottom, point->at.y());
    }
    const double edge = ThickLine / 2 + 1; // and the blur of smooth edges
    return QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(-edge, -edge, edge, edge);
}

// A curve from `from` to `to` that leaves and arrives in the directions of the corner between them.
void drawCurve(QPainter* painter, const InkPoint& from, const InkPoint& corner, const InkPoint& to)
{
    QPen pen = painter->pen();
    QPointF last = from.at;
    for (int i = 1; i <= CurvePieces; ++i) {
        const double t = double(i) / CurvePieces;
        const double rest = 1 - t;
        const QPointF next = rest * rest * from.at + 2 * rest * t * corner.at + t * t * to.at;
        pen.setWidthF(widthOf(rest * rest * from.pressure + 2 * rest * t * corner.pressure + t * t * to.pressure));
        painter->setPen(pen);
        painter->drawLine(last, next);
        last = next;
    }
}

} // namespace

QRectF Ink::begin(const InkPoint& point)
{
    if (m_count >= MostPoints)
        return {};
    ++m_count;
    m_strokes.append(Stroke{point});
    return areaOf(&point, &point + 1);
}

QRectF Ink::add(const InkPoint& point)
{
    if (m_strokes.isEmpty() || m_count >= MostPoints)
        return {};
    auto& stroke = m_strokes.last();
    if (stroke.constLast().at == point.at)
        return {};
    ++m_count;
    stroke.append(point);
    const auto* end = stroke.constData() + stroke.size();
    return areaOf(end - std::min<qsizetype>(3, stroke.size()), end); // the straight end so far becomes a curve
}

void Ink::clear()
{
    m_strokes.clear();
    m_count = 0;
}

bool Ink::isName() const
{
    double length = 0;
    for (const auto& stroke : m_strokes) {
        for (qsizetype i = 1; i < stroke.size(); ++i)
            length += QLineF(stroke[i - 1].at, stroke[i].at).length();
    }
    if (length < ShortestName)
        return false;
    // The way of the hand with what it did in the air, so that it does not matter whether somebody joins his strokes.
    double turning = 0;
    std::optional<QPointF> last;
    std::optional<QLineF> way;
    for (const auto& stroke : m_strokes) {
        for (const auto& point : stroke) {
            if (last && QLineF(*last, point.at).length() < TurningStep)
                continue;
            if (last) {
                const QLineF step(*last, point.at);
                if (way) {
                    const double angle = way->angleTo(step);
                    turning += std::min(angle, 360 - angle);
                }
                way = step;
            }
            last = point.at;
        }
    }
    return turning >= LeastTurning;
}

QRectF Ink::bounds() const
{
    QRectF all;
    for (const auto& stroke : m_strokes)
        all = all.united(areaOf(stroke.constData(), stroke.constData() + stroke.size()));
    return all;
}

void Ink::draw(QPainter* painter, const QColor& colour, const QRectF& area) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, ThinLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const auto& stroke : m_strokes)
        drawStroke(painter, stroke, area);
    painter->restore();
}

// Through the middles between the points, bent towards the points themselves: no corners.
void Ink::drawStroke(QPainter* painter, const Stroke& stroke, const QRectF& area)
{
    const auto seen = [&](qsizetype from, qsizetype end) {
        return area.isNull() || area.intersects(areaOf(stroke.constData() + from, stroke.constData() + end));
    };
    QPen pen = painter->pen();
    if (stroke.size() == 1) {
        pen.setWidthF(widthOf(stroke.constFirst().pressure));
        painter->setPen(pen);
        painter->drawPoint(stroke.constFirst().at);
        return;
    }
    InkPoint from = stroke.constFirst();
    for (qsizetype i = 1; i + 1 < stroke.size(); ++i) {
        const InkPoint to = between(stroke[i], stroke[i + 1]);
        if (seen(i - 1, i + 2))
            drawCurve(painter, from, stroke[i], to);
        from = to;
    }
    if (seen(stroke.size() - 2, stroke.size()))
        drawCurve(painter, from, between(from, stroke.constLast()), stroke.constLast());
}

QJsonArray Ink::toJson() const
{
    const auto rounded = [](double value, int steps) { return std::round(value * steps) / steps; };
    QJsonArray strokes;
    for (const auto& stroke : m_strokes) {
        QJsonArray points;
        for (const auto& point : stroke)
            points.append(QJsonArray{rounded(point.at.x(), 10), rounded(point.at.y(), 10),
                point.ms - m_strokes.constFirst().constFirst().ms, rounded(point.pressure, 100)});
        strokes.append(points);
    }
    return strokes;
}

} // namespace kuaiban::counter
