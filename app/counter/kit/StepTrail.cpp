#include "StepTrail.h"

#include <QCoreApplication>
#include <QPainter>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int dash = 10;
constexpr int dashGap = 7;

} // namespace

Mark markOf(StepState state)
{
    switch (state) {
    case StepState::Done:
        return Mark::Tick;
    case StepState::Current:
        return Mark::Dot;
    case StepState::Blocked:
        return Mark::Cross;
    case StepState::Open:
    case StepState::Skipped:
        break;
    }
    return Mark::Ring;
}

Tone toneOf(StepState state)
{
    switch (state) {
    case StepState::Done:
        return Tone::Good;
    case StepState::Current:
        return Tone::Accent;
    case StepState::Blocked:
        return Tone::Bad;
    case StepState::Open:
    case StepState::Skipped:
        break;
    }
    return Tone::Secondary;
}

QString wordOf(StepState state)
{
    switch (state) {
    case StepState::Done:
        return QCoreApplication::translate("StepState", "done");
    case StepState::Current:
        return QCoreApplication::translate("StepState", "in progress");
    case StepState::Blocked:
        return QCoreApplication::translate("StepState", "stopped");
    case StepState::Skipped:
        return QCoreApplication::translate("StepState", "not needed");
    case StepState::Open:
        break;
    }
    return QCoreApplication::translate("StepState", "to come");
}

StepTrail::StepTrail(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Steps"));
}

void StepTrail::setSteps(const QVector<TrailStep>& steps)
{
    m_steps = steps;
    QStringList spoken;
    for (const TrailStep& step : steps)
        spoken.append("%1: %2"_L1.arg(step.text, wordOf(step.state)));
    setAccessibleDescription(spoken.join(u", "_s));
    updateGeometry();
    update();
}

int StepTrail::stepWidth(const TrailStep& step) const
{
    // The same in every state: the trail stands at the right and would jump with each step.
    const auto width = [&](TextRole role) { return QFontMetrics(m_look.font(role)).horizontalAdvance(step.text); };
    return m_look.metrics().mark + Metrics::markGap + std::max(width(TextRole::Strong), width(TextRole::Body));
}

QSize StepTrail::sizeHint() const
{
    int width = 0;
    for (const TrailStep& step : m_steps)
        width += stepWidth(step) + (width > 0 ? dash + 2 * dashGap : 0);
    return {width, m_look.lineHeight(TextRole::Strong)};
}

void StepTrail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int side = m_look.metrics().mark;
    double x = 0;
    for (const TrailStep& step : m_steps) {
        if (x > 0) {
            painter.fillRect(QRectF(x + dashGap, height() / 2, dash, 1), m_look.colours().controlBorder);
            x += dash + 2 * dashGap;
        }
        const QColor ink = m_look.colour(toneOf(step.state));
        paintMark(&painter, markOf(step.state), QRectF(x, (height() - side) / 2.0, side, side), ink);
        painter.setFont(m_look.font(step.state == StepState::Current ? TextRole::Strong : TextRole::Body));
        painter.setPen(ink);
        painter.drawText(QRectF(x + side + Metrics::markGap, 0, width(), height()),
            Qt::AlignVCenter | Qt::TextSingleLine, step.text);
        x += stepWidth(step);
    }
}

} // namespace kuaiban::counter
