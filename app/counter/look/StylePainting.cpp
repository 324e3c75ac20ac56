#include "StylePainting.h"

#include <QPainter>

namespace kuaiban::counter {

void paintBox(
    QPainter* painter, const QRectF& box, double radius, const QColor& fill, const QColor& edge, double edgeWidth)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double half = edgeWidth / 2;
    painter->setPen(edge.alpha() == 0 ? QPen(Qt::NoPen) : QPen(edge, edgeWidth));
    painter->setBrush(fill);
    painter->drawRoundedRect(edge.alpha() == 0 ? box : box.adjusted(half, half, -half, -half), radius, radius);
    painter->restore();
}

void paintFocusRing(QPainter* painter, const Look& look, const QRectF& box, double radius)
{
    paintBox(painter, box, radius, Qt::transparent, look.colours().accent, Metrics::focusWidth);
}

void paintField(QPainter* painter, const Look& look, const QRectF& box, FieldState state, QStyle::State flags)
{
    const Colours& c = look.colours();
    const bool enabled = flags & QStyle::State_Enabled;
    const bool readOnly = flags & QStyle::State_ReadOnly || state == FieldState::ReadOnly;
    const bool focused = flags & QStyle::State_HasFocus;
    const bool tinted = !enabled || readOnly || state == FieldState::Filled;
    const QColor fill = tinted && !(focused && !readOnly) ? c.filled : c.panel;
    QColor edge = readOnly || !enabled ? c.border : c.controlBorder;
    if (enabled && !readOnly && (flags & QStyle::State_MouseOver))
        edge = c.placeholder;
    double width = 1;
    if (state == FieldState::Error || state == FieldState::Attention) {
        edge = state == FieldState::Error ? c.bad : c.attention;
        width = state == FieldState::Error ? Metrics::focusWidth : 1;
    }
    if (!focused) {
        paintBox(painter, box, Metrics::fieldRadius, fill, edge, width);
        return;
    }
    paintBox(painter, box, Metrics::fieldRadius, fill, c.accent, Metrics::focusWidth);
    if (state == FieldState::Error || state == FieldState::Attention) // it stays visible inside the focus ring
        paintBox(painter, box.adjusted(2, 2, -2, -2), Metrics::fieldRadius - 1.5, Qt::transparent, edge, 1);
}

QColor buttonInk(const Look& look, ButtonRole role, QStyle::State flags)
{
    const Colours& c = look.colours();
    if (!(flags & QStyle::State_Enabled))
        return c.disabled;
    switch (role) {
    case ButtonRole::Primary:
        return c.onAccent;
    case ButtonRole::Quiet:
        return c.accent;
    case ButtonRole::Danger:
        return c.bad;
    case ButtonRole::Secondary:
    case ButtonRole::Plain:
        break;
    }
    return flags & QStyle::State_On ? c.accent : c.text;
}

void paintButton(QPainter* painter, const Look& look, const QRectF& box, ButtonRole role, QStyle::State flags)
{
    const Colours& c = look.colours();
    const bool enabled = flags & QStyle::State_Enabled;
    const bool pressed = enabled && flags & QStyle::State_Sunken;
    const bool hovered = enabled && flags & QStyle::State_MouseOver;
    const bool focused = enabled && flags & QStyle::State_HasFocus;
    const double radius = Metrics::fieldRadius;
    if (role == ButtonRole::Primary) {
        const QColor fill = !enabled ? c.border : pressed ? c.accentPressed : hovered ? c.accentHover : c.accent;
        if (!focused) {
            paintBox(painter, box, radius, fill, Qt::transparent);
            return;
        }
        // A white gap parts the ring from the button, which has the ring's colour itself.
        paintBox(painter, box, radius, c.panel, c.accent, Metrics::focusWidth);
        paintBox(painter, box.adjusted(3.5, 3.5, -3.5, -3.5), radius - 1.5, fill, Qt::transparent);
        return;
    }
    const bool edgeless = role == ButtonRole::Quiet || role == ButtonRole::Plain;
    QColor fill = edgeless ? QColor(Qt::transparent) : enabled ? c.panel : c.neutral;
    if (flags & QStyle::State_On)
        fill = c.selection;
    if (hovered)
        fill = edgeless ? c.selection : c.hover;
    if (pressed)
        fill = c.selection;
    QColor edge = edgeless ? QColor(Qt::transparent) : enabled ? c.controlBorder : c.border;
    if (role == ButtonRole::Danger && enabled)
        edge = c.badLine;
    paintBox(painter, box, radius, fill, focused ? c.accent : edge, focused ? Metrics::focusWidth : 1);
}

void paintCheckBox(QPainter* painter, const Look& look, const QRectF& box, QStyle::State flags)
{
    const Colours& c = look.colours();
    const bool enabled = flags & QStyle::State_Enabled;
    const bool set = flags & (QStyle::State_On | QStyle::State_NoChange);
    const QColor fill = set ? (enabled ? c.accent : c.disabled) : enabled ? c.panel : c.filled;
    paintBox(painter, box, 3, fill, set ? QColor(Qt::transparent) : enabled ? c.placeholder : c.border);
    if (flags & QStyle::State_On)
        paintMark(painter, Mark::Tick, box.adjusted(3, 3, -3, -3), c.onAccent);
    else if (flags & QStyle::State_NoChange)
        painter->fillRect(QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2), c.onAccent);
}

void paintRadio(QPainter* painter, const Look& look, const QRectF& box, QStyle::State flags)
{
    const Colours& c = look.colours();
    const bool enabled = flags & QStyle::State_Enabled;
    const bool set = flags & QStyle::State_On;
    const QColor ink = enabled ? c.accent : c.disabled;
    paintBox(painter, box, box.width() / 2, enabled ? c.panel : c.filled,
        set       ? ink
        : enabled ? c.placeholder
                  : c.border,
        set ? 2 : 1);
    if (set)
        paintMark(painter, Mark::Dot, box.adjusted(4, 4, -4, -4), ink);
}

void paintHeaderSection(QPainter* painter, const Look& look, const QRect& box, bool hovered)
{
    const Colours& c = look.colours();
    painter->fillRect(box, hovered ? c.hover : c.panel);
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), c.border);
}

void paintTab(QPainter* painter, const Look& look, const QRectF& box, QStyle::State flags)
{
    const Colours& c = look.colours();
    const bool selected = flags & QStyle::State_Selected;
    const QRectF body = box.adjusted(0, 2, -4, -2);
    if (selected)
        paintBox(painter, body, Metrics::fieldRadius, c.panel, c.border);
    else if (flags & QStyle::State_MouseOver)
        paintBox(painter, body, Metrics::fieldRadius, c.rowLine, Qt::transparent);
    if (selected)
        painter->fillRect(QRectF(body.left() + 8, body.bottom() - 2, body.width() - 16, 2), c.accent);
    if (flags & QStyle::State_HasFocus && selected)
        paintFocusRing(painter, look, body);
}

void paintProgress(QPainter* painter, const Look& look, const QRectF& box, double share)
{
    const Colours& c = look.colours();
    const double radius = box.height() / 2;
    paintBox(painter, box, radius, c.rowLine, Qt::transparent);
    if (share > 0) {
        QRectF done = box;
        done.setWidth(std::max(box.height(), box.width() * std::min(share, 1.0)));
        paintBox(painter, done, radius, c.accent, Qt::transparent);
    }
}

} // namespace kuaiban::counter
