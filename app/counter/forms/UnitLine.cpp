#include "UnitLine.h"

#include <QPainter>

namespace kuaiban::counter {

namespace {

constexpr int inset = 10;

} // namespace

UnitLine::UnitLine(const Look& look, const QString& unit, QWidget* parent)
    : QLineEdit(parent)
    , m_look(look)
    , m_unit(unit)
{
    const QFontMetrics metrics(look.font(TextRole::Label));
    setTextMargins(0, 0, metrics.horizontalAdvance(unit) + 4, 0);
}

void UnitLine::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setFont(m_look.font(TextRole::Label));
    painter.setPen(m_look.colour(Tone::Secondary));
    painter.drawText(rect().adjusted(inset, 0, -inset, 0), Qt::AlignRight | Qt::AlignVCenter, m_unit);
}

} // namespace kuaiban::counter
