#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

namespace kuaiban::counter {

enum class StepState { Done, Current, Open, Blocked, Skipped };

Mark markOf(StepState state);
Tone toneOf(StepState state);
QString wordOf(StepState state); // "done", "in progress" … in the language of the screen

struct TrailStep
{
    QString text;
    StepState state = StepState::Open;
};

// Where the clerk is in a case: ✓ 读卡 — ✓ 事项 — ● 填表 — ○ 材料. Shown only; keys move between the steps.
class StepTrail final : public QWidget
{
    Q_OBJECT

public:
    explicit StepTrail(const Look& look, QWidget* parent = nullptr);

    void setSteps(const QVector<TrailStep>& steps);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int stepWidth(const TrailStep& step) const;

    Look m_look;
    QVector<TrailStep> m_steps;
};

} // namespace kuaiban::counter
