#include "FlowGeometry.h"

#include <algorithm>

namespace kuaiban::counter {

namespace {

constexpr int stageGap = 28;
constexpr int nodeGap = 8;
constexpr int flowRowGap = 22;
constexpr int turn = 12; // room for a connector that turns to the next row

struct Row
{
    qsizetype first = 0;
    qsizetype end = 0;
    int height = 0;
};

QSize stageSize(const QVector<QSize>& nodes)
{
    QSize size(0, 0);
    for (const QSize& node : nodes) {
        size.setWidth(std::max(size.width(), node.width()));
        size.setHeight(size.height() + node.height() + (size.height() > 0 ? nodeGap : 0));
    }
    return size;
}

QPointF exitOf(const QRect& box)
{
    return QPointF(box.left() + box.width(), box.top() + box.height() / 2.0);
}

QPointF entryOf(const QRect& box)
{
    return QPointF(box.left(), box.top() + box.height() / 2.0);
}

QVector<Row> rowsFor(const QVector<QVector<QSize>>& sizes, int width)
{
    QVector<Row> rows(1);
    int x = 0;
    for (qsizetype i = 0; i < sizes.size(); ++i) {
        const QSize stage = stageSize(sizes[i]);
        const int needed = x + stage.width() + (i + 1 < sizes.size() ? turn : 0);
        if (x > 0 && needed > width) {
            rows.append({i, i, 0});
            x = turn;
        }
        Row& row = rows.back();
        row.end = i + 1;
        row.height = std::max(row.height, stage.height());
        x += stage.width() + stageGap;
    }
    return rows;
}

} // namespace

FlowGeometry arrangeFlow(const QVector<QVector<QSize>>& sizes, int width)
{
    FlowGeometry flow;
    flow.size = QSize(0, 0);
    if (sizes.isEmpty())
        return flow;
    int top = 0;
    for (const Row& row : rowsFor(sizes, width)) {
        int x = row.first > 0 ? turn : 0;
        for (qsizetype stage = row.first; stage < row.end; ++stage) {
            const QSize room = stageSize(sizes[stage]);
            QVector<QRect> boxes;
            int y = top + (row.height - room.height()) / 2;
            for (const QSize& node : sizes[stage]) {
                boxes.append(QRect(x, y, node.width(), node.height()));
                y += node.height() + nodeGap;
            }
            flow.boxes.append(boxes);
            flow.size = flow.size.expandedTo(QSize(x + room.width(), top + row.height));
            x += room.width() + stageGap;
        }
        // Connectors within the row, and from the row above.
        for (qsizetype stage = std::max<qsizetype>(1, row.first); stage < row.end; ++stage) {
            const bool turned = stage == row.first;
            int edge = 0;
            for (const QRect& box : flow.boxes[stage - 1])
                edge = std::max(edge, box.left() + box.width());
            for (const QRect& from : flow.boxes[stage - 1]) {
                for (const QRect& to : flow.boxes[stage]) {
                    const QPointF start = exitOf(from);
                    const QPointF end = entryOf(to);
                    if (turned) {
                        const double x1 = edge + turn / 2.0;
                        const double between = top - flowRowGap / 2.0;
                        const double x2 = turn / 3.0;
                        flow.links.append(
                            QPolygonF{start, {x1, start.y()}, {x1, between}, {x2, between}, {x2, end.y()}, end});
                    } else if (qFuzzyCompare(start.y() + 1, end.y() + 1)) {
                        flow.links.append(QPolygonF{start, end});
                    } else {
                        const double middle = edge + stageGap / 2.0;
                        flow.links.append(QPolygonF{start, {middle, start.y()}, {middle, end.y()}, end});
                    }
                }
            }
        }
        top += row.height + flowRowGap;
    }
    return flow;
}

} // namespace kuaiban::counter
