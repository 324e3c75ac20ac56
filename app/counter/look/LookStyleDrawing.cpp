#include "LookStyle.h"
#include "StylePainting.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStyleOption>

namespace kuaiban::counter {

void LookStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Colours& c = m_look.colours();
    const QRectF box = option->rect;
    switch (element) {
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth == 0) {
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
            return;
        }
        paintField(painter, m_look, box, fieldState(widget), option->state);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget)) {
            State flags = option->state;
            flags.setFlag(State_ReadOnly, text->isReadOnly());
            flags.setFlag(State_MouseOver, text->underMouse());
            paintField(painter, m_look, box, fieldState(widget), flags);
            return;
        }
        if (qobject_cast<const QAbstractItemView*>(widget)) {
            paintBox(painter, box, Metrics::fieldRadius, c.panel, option->state & State_HasFocus ? c.accent : c.border,
                option->state & State_HasFocus ? Metrics::focusWidth : 1);
            return;
        }
        break;
    case PE_PanelButtonCommand:
        paintButton(painter, m_look, box, buttonRole(widget), option->state);
        return;
    case PE_PanelButtonTool:
        paintButton(painter, m_look, box, ButtonRole::Quiet, option->state & ~State_HasFocus);
        return;
    case PE_FrameButtonTool:
    case PE_PanelItemViewRow:
        return;
    case PE_FrameFocusRect:
        paintFocusRing(painter, m_look, box);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheckBox(painter, m_look, box, option->state);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(painter, m_look, box, option->state);
        return;
    case PE_PanelItemViewItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        if (option->state & State_Selected)
            painter->fillRect(option->rect, c.selection);
        else if (option->state & State_MouseOver)
            painter->fillRect(option->rect, c.hover);
        return;
    }
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            m_look.paintGlyph(painter, option->state & State_Open ? Glyph::ChevronDown : Glyph::ChevronRight,
                QRectF(option->rect.center() - QPointF(7, 7), QSizeF(14, 14)), c.secondary);
        return;
    case PE_IndicatorHeaderArrow: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (header && header->sortIndicator != QStyleOptionHeader::None)
            m_look.paintGlyph(painter,
                header->sortIndicator == QStyleOptionHeader::SortUp ? Glyph::ArrowUp : Glyph::ArrowDown, box, c.accent);
        return;
    }
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.border);
        return;
    case PE_FrameTabWidget:
        paintBox(painter, box, Metrics::fieldRadius, c.panel, c.border);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void LookStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Colours& c = m_look.colours();
    switch (element) {
    case CE_PushButton: // the ring is part of the button's drawing
        drawControl(CE_PushButtonBevel, option, painter, widget);
        drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton inked = *button;
            inked.palette.setColor(QPalette::ButtonText, buttonInk(m_look, buttonRole(widget), option->state));
            QProxyStyle::drawControl(element, &inked, painter, widget);
            return;
        }
        break;
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem quiet = *item;
            quiet.palette.setColor(QPalette::Highlight, c.selection);
            quiet.palette.setColor(QPalette::HighlightedText, item->palette.color(QPalette::Text));
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
        paintHeaderSection(painter, m_look, option->rect, option->state & State_MouseOver);
        return;
    case CE_HeaderEmptyArea:
        paintHeaderSection(painter, m_look, option->rect, false);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader quiet = *header;
            quiet.palette.setColor(QPalette::ButtonText, c.secondary);
            if (header->position == QStyleOptionHeader::Beginning ||
                header->position == QStyleOptionHeader::OnlyOneSection)
                quiet.rect.adjust(firstInset(widget) - 8, 0, 0, 0);
            if (header->position == QStyleOptionHeader::End || header->position == QStyleOptionHeader::OnlyOneSection)
                quiet.rect.adjust(0, 0, -Metrics::scrollBar, 0); // as the cells below, beside the floating bar
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            if (combo->editable)
                return;
            const QRect text = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            painter->setPen(option->state & State_Enabled ? c.text : c.disabled);
            painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                option->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, text.width()));
            return;
        }
        break;
    case CE_TabBarTabShape:
        paintTab(painter, m_look, option->rect, option->state);
        return;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            const double range = double(bar->maximum) - bar->minimum;
            QRectF line(0, 0, option->rect.width(), 6);
            line.moveCenter(QRectF(option->rect).center());
            paintProgress(painter, m_look, line, range > 0 ? (double(bar->progress) - bar->minimum) / range : 0);
            return;
        }
        break;
    case CE_Splitter:
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void LookStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        drawComboBox(option, painter, widget);
        return;
    }
    if (control == CC_ScrollBar) {
        drawScrollBar(option, painter, widget);
        return;
    }
    if (control == CC_SpinBox) {
        paintField(painter, m_look, option->rect, fieldState(widget), option->state);
        const QColor ink = option->state & State_Enabled ? m_look.colours().secondary : m_look.colours().disabled;
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            const QRectF up = subControlRect(control, option, SC_SpinBoxUp, widget);
            const QRectF down = subControlRect(control, option, SC_SpinBoxDown, widget);
            m_look.paintGlyph(painter, Glyph::ChevronUp, up.adjusted(1, 2, -1, 0), ink);
            m_look.paintGlyph(painter, Glyph::ChevronDown, down.adjusted(1, 0, -1, -2), ink);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void LookStyle::drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    paintField(painter, m_look, option->rect, fieldState(widget), option->state & ~State_ReadOnly);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const int side = m_look.metrics().smallIcon - 2;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(arrow).center());
    m_look.paintGlyph(painter, Glyph::ChevronDown, box,
        option->state & State_Enabled ? m_look.colours().secondary : m_look.colours().disabled);
}

void LookStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const Colours& c = m_look.colours();
    const QRectF handle =
        QRectF(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget)).adjusted(2, 2, -2, -2);
    const bool lively =
        option->state & (State_MouseOver | State_Sunken) && option->activeSubControls & SC_ScrollBarSlider;
    paintBox(painter, handle, std::min(handle.width(), handle.height()) / 2, lively ? c.placeholder : c.controlBorder,
        Qt::transparent);
}

} // namespace kuaiban::counter
