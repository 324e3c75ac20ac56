#pragma once

#include "app/counter/look/Look.h"
#include "FlowGeometry.h"
#include "StepTrail.h"

#include <QWidget>

namespace kuaiban::counter {

struct FlowNode
{
    QString id;
    QString title;       // "初审"
    QString detail = {}; // "陈思远 09:31"
    StepState state = StepState::Open;
};

// The way of a case as boxes with connectors: who did what when, where it is, what is to come. A stage with several
// nodes is done side by side (countersigning). Arrow keys walk the boxes, Enter opens one.
class FlowGraph final : public QWidget
{
    Q_OBJECT

public:
    explicit FlowGraph(const Look& look, QWidget* parent = nullptr);

    void setStages(const QVector<QVector<FlowNode>>& stages);
    void setSteps(const QVector<FlowNode>& steps); // one node a stage
    QString currentId() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void nodeChosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QVector<QVector<QSize>> sizes() const;
    QSize nodeSize(const FlowNode& node) const;
    const FlowNode* nodeAt(int flat) const;
    int nodeCount() const;
    void paintNode(QPainter* painter, const FlowNode& node, const QRect& box, bool ringed) const;

    Look m_look;
    QVector<QVector<FlowNode>> m_stages;
    int m_current = 0; // counted through all stages
};

} // namespace kuaiban::counter
