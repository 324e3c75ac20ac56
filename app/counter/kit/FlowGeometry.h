#pragma once

#include <QPolygonF>
#include <QRect>
#include <QSize>
#include <QVector>

namespace kuaiban::counter {

// Where the boxes and connectors of a flow stand.
struct FlowGeometry
{
    QVector<QVector<QRect>> boxes; // by stage, then by parallel node
    QVector<QPolygonF> links;      // right-angled lines from each box of a stage to each of the next
    QSize size;
};

// Lays the stages out from left to right; the nodes of one stage stand above one another; a stage that does not fit
// into `width` starts a new row. Pure: sizes in, places out.
FlowGeometry arrangeFlow(const QVector<QVector<QSize>>& sizes, int width);

} // namespace kuaiban::counter
