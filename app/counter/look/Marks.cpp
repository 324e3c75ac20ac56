#include "Marks.h"

#include <QPainter>
#include <QPainterPath>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

void paintMark(QPainter* painter, Mark mark, const QRectF& box, const QColor& colour)
{
    const double side = std::min(box.width(), box.height());
    const QPointF middle = box.center();
    const auto at = [&](double x, double y) { return middle + QPointF(x * side, y * side); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(colour, side * 0.13, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    switch (mark) {
    case Mark::Tick:
        painter->setPen(pen);
        painter->drawPolyline(QPolygonF{at(-0.36, 0.04), at(-0.12, 0.30), at(0.38, -0.30)});
        break;
    case Mark::Dot:
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawEllipse(middle, side * 0.45, side * 0.45);
        break;
    case Mark::Triangle:
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawPolygon(QPolygonF{at(0, -0.44), at(0.5, 0.42), at(-0.5, 0.42)});
        break;
    case Mark::Cross:
        pen.setWidthF(side * 0.16);
        painter->setPen(pen);
        painter->drawLine(at(-0.32, -0.32), at(0.32, 0.32));
        painter->drawLine(at(0.32, -0.32), at(-0.32, 0.32));
        break;
    case Mark::Ring:
        pen.setWidthF(side * 0.09);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(middle, side * 0.42, side * 0.42);
        break;
    }
    painter->restore();
}

QString markText(Mark mark)
{
    switch (mark) {
    case Mark::Tick:
        return u"✓"_s;
    case Mark::Dot:
        return u"●"_s;
    case Mark::Triangle:
        return u"▲"_s;
    case Mark::Cross:
        return u"✕"_s;
    case Mark::Ring:
        return u"○"_s;
    }
    return {};
}

} // namespace kuaiban::counter
