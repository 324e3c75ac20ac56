#pragma once

#include <QJsonArray>
#include <QPainter>

namespace kuaiban::counter {

// Where a pen was at one moment.
struct InkPoint
{
    QPointF at;          // in device-independent pixels of the pad
    qint64 ms = 0;       // of the input's own clock
    double pressure = 0; // 0 to 1
};

// What somebody wrote by hand: strokes of points, drawn as smooth lines whose width follows the pressure.
class Ink
{
public:
    // Each returns the area that looks otherwise than before, in the pad's pixels. Beyond what a name could ever need,
    // nothing more is taken.
    QRectF begin(const InkPoint& point);
    QRectF add(const InkPoint& point); // to the stroke begun last

    void clear();
    bool isEmpty() const { return m_strokes.isEmpty(); }
    // Whether this could be somebody's name: a dot, a dash or a tick is not, however large.
    bool isName() const;
    QRectF bounds() const; // with the width of the lines

    // Only what touches `area`, if one is given.
    void draw(QPainter* painter, const QColor& colour, const QRectF& area = {}) const;
    // One array a stroke, in it [x, y, ms, pressure] a point; the time counts from the first point of all.
    QJsonArray toJson() const;

private:
    using Stroke = QList<InkPoint>;

    static void drawStroke(QPainter* painter, const Stroke& stroke, const QRectF& area);

    QList<Stroke> m_strokes;
    int m_count = 0; // of all points
};

} // namespace kuaiban::counter
