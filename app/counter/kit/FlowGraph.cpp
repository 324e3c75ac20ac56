#include "FlowGraph.h"

#include "app/counter/look/StylePainting.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int nodePadX = 12;
constexpr int nodePadY = 7;
constexpr int widest = 200;

} // namespace

FlowGraph::FlowGraph(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Course of the case"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowGraph::setStages(const QVector<QVector<FlowNode>>& stages)
{
    m_stages = stages;
    m_current = 0;
    QStringList spoken;
    int flat = 0;
    for (const QVector<FlowNode>& stage : stages) {
        for (const FlowNode& node : stage) {
            if (node.state == StepState::Current)
                m_current = flat;
            spoken.append("%1: %2 %3"_L1.arg(node.title, wordOf(node.state), node.detail).trimmed());
            ++flat;
        }
    }
    setAccessibleDescription(spoken.join(u", "_s));
    updateGeometry();
    update();
}

void FlowGraph::setSteps(const QVector<FlowNode>& steps)
{
    QVector<QVector<FlowNode>> stages;
    for (const FlowNode& step : steps)
        stages.append({step});
    setStages(stages);
}

QString FlowGraph::currentId() const
{
    const FlowNode* node = nodeAt(m_current);
    return node ? node->id : QString();
}

QSize FlowGraph::nodeSize(const FlowNode& node) const
{
    const int title = m_look.metrics().mark + Metrics::markGap +
                      QFontMetrics(m_look.font(TextRole::Strong)).horizontalAdvance(node.title);
    const int detail = QFontMetrics(m_look.font(TextRole::Hint)).horizontalAdvance(node.detail);
    return {std::min(std::max(title, detail) + 2 * nodePadX + 2, widest),
        m_look.lineHeight(TextRole::Strong) + m_look.lineHeight(TextRole::Hint) + 2 * nodePadY};
}

QVector<QVector<QSize>> FlowGraph::sizes() const
{
    QVector<QVector<QSize>> all;
    for (const QVector<FlowNode>& stage : m_stages) {
        QVector<QSize> column;
        for (const FlowNode& node : stage)
            column.append(nodeSize(node));
        all.append(column);
    }
    return all;
}

QSize FlowGraph::sizeHint() const
{
    return arrangeFlow(sizes(), 100'000).size;
}

QSize FlowGraph::minimumSizeHint() const
{
    int width = 0;
    for (const QVector<QSize>& stage : sizes())
        for (const QSize& node : stage)
            width = std::max(width, node.width());
    return {width + 24, 0};
}

int FlowGraph::heightForWidth(int width) const
{
    return arrangeFlow(sizes(), width).size.height();
}

int FlowGraph::nodeCount() const
{
    int count = 0;
    for (const QVector<FlowNode>& stage : m_stages)
        count += int(stage.size());
    return count;
}

const FlowNode* FlowGraph::nodeAt(int flat) const
{
    for (const QVector<FlowNode>& stage : m_stages) {
        if (flat < stage.size())
            return &stage[flat];
        flat -= int(stage.size());
    }
    return nullptr;
}

void FlowGraph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const FlowGeometry flow = arrangeFlow(sizes(), width());
    painter.setPen(QPen(m_look.colours().controlBorder, 1));
    for (const QPolygonF& link : flow.links)
        painter.drawPolyline(link);
    int flat = 0;
    for (qsizetype stage = 0; stage < m_stages.size(); ++stage)
        for (qsizetype node = 0; node < m_stages[stage].size(); ++node)
            paintNode(&painter, m_stages[stage][node], flow.boxes[stage][node], flat++ == m_current && hasFocus());
}

void FlowGraph::paintNode(QPainter* painter, const FlowNode& node, const QRect& box, bool ringed) const
{
    const Tone tone = toneOf(node.state);
    const Colours& c = m_look.colours();
    paintBox(painter, box, Metrics::fieldRadius, c.softOf(tone), c.lineOf(tone));
    if (ringed)
        paintFocusRing(painter, m_look, box);
    const int side = m_look.metrics().mark;
    const int titleHeight = m_look.lineHeight(TextRole::Strong);
    const QRect title(box.left() + nodePadX + side + Metrics::markGap, box.top() + nodePadY,
        box.width() - 2 * nodePadX - side - Metrics::markGap, titleHeight);
    paintMark(painter, markOf(node.state),
        QRectF(box.left() + nodePadX, title.top() + (titleHeight - side) / 2.0, side, side), c.of(tone));
    painter->setFont(m_look.font(TextRole::Strong));
    painter->setPen(node.state == StepState::Open || node.state == StepState::Skipped ? c.secondary : c.text);
    painter->drawText(title, Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(painter->font()).elidedText(node.title, Qt::ElideRight, title.width()));
    painter->setFont(m_look.font(TextRole::Hint));
    painter->setPen(c.secondary);
    const QRect detail(
        box.left() + nodePadX, title.bottom() + 1, box.width() - 2 * nodePadX, m_look.lineHeight(TextRole::Hint));
    painter->drawText(detail, Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(painter->font()).elidedText(node.detail, Qt::ElideRight, detail.width()));
}

void FlowGraph::keyPressEvent(QKeyEvent* event)
{
    int by = 0;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        by = -1;
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        by = 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (nodeCount() > 0)
            Q_EMIT nodeChosen(currentId());
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_current = qBound(0, m_current + by, std::max(0, nodeCount() - 1));
    update();
    QAccessibleEvent moved(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&moved);
}

void FlowGraph::mousePressEvent(QMouseEvent* event)
{
    const FlowGeometry flow = arrangeFlow(sizes(), width());
    int flat = 0;
    for (const QVector<QRect>& stage : flow.boxes) {
        for (const QRect& box : stage) {
            if (box.contains(event->pos())) {
                m_current = flat;
                update();
                Q_EMIT nodeChosen(currentId());
                return;
            }
            ++flat;
        }
    }
}

} // namespace kuaiban::counter
