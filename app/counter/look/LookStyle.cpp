#include "LookStyle.h"

#include "StylePainting.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyledItemDelegate>
#include <QStyleFactory>
#include <QStyleOption>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int textInset = 7; // QLineEdit adds two pixels of its own: 9 px from the edge to the text

bool isTextArea(const QWidget* widget)
{
    return qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
}

} // namespace

LookStyle::LookStyle(const Look& look)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_look(look)
{}

void LookStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QLineEdit*>(widget) || isTextArea(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QLineEdit*>(widget) && qobject_cast<QComboBox*>(widget->parentWidget())) {
        auto palette = widget->palette(); // the box paints tint and edge for both
        palette.setColor(QPalette::Base, Qt::transparent);
        widget->setPalette(palette);
    }
    if (auto* box = qobject_cast<QComboBox*>(widget))
        box->setItemDelegate(new QStyledItemDelegate(box)); // the default one bypasses the style
}

int LookStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const Metrics& m = m_look.metrics();
    switch (metric) {
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea*>(widget) ? Metrics::focusWidth : 1;
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
        return 1;
    case PM_ScrollBarExtent:
        return Metrics::scrollBar;
    case PM_ScrollView_ScrollBarOverlap: // bars float over the edge, so that coming and going they move nothing
        return Metrics::scrollBar;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_LineEditIconSize:
        return m.smallIcon;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_HeaderMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 28;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_HeaderMarkSize:
        return m.mark;
    case PM_SplitterWidth:
        return Metrics::panelGap;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LookStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_Widget_Animation_Duration: // nobody at a window waits for a fade
    case SH_ScrollBar_Transient:
    case SH_UnderlineShortcut:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_Table_GridLineColor:
        return int(m_look.colours().rowLine.rgb());
    case SH_ItemView_ChangeHighlightOnFocus:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

QSize LookStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    const Metrics& m = m_look.metrics();
    switch (type) {
    case CT_LineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth == 0)
            return size;
        return {size.width() + 2 * textInset, m.fieldHeight};
    }
    case CT_ComboBox:
        return {size.width() + 2 * textInset + m.smallIcon + 14, m.fieldHeight};
    case CT_SpinBox:
        return {size.width() + 2 * textInset, m.fieldHeight};
    case CT_PushButton: {
        switch (buttonRole(widget)) {
        case ButtonRole::Quiet:
            return {size.width() + 16, m.fieldHeight - 4};
        case ButtonRole::Plain:
            return {size.width() + 28, m.fieldHeight - 4};
        case ButtonRole::Primary:
            return {std::max(size.width() + 36, 64), m.fieldHeight};
        default:
            return {std::max(size.width() + 28, 56), m.fieldHeight};
        }
    }
    case CT_ToolButton:
        return {size.width() + 12, std::max(size.height() + 8, m.fieldHeight - 4)};
    case CT_ItemViewItem: {
        const QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {wanted.width(), std::max(wanted.height(), m.rowHeight)};
    }
    case CT_HeaderSection: {
        const QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {wanted.width(), std::max(wanted.height(), m.rowHeight + 2)};
    }
    case CT_ProgressBar:
        return {size.width(), 8};
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect LookStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            return visualRect(option->direction, option->rect, option->rect.adjusted(textInset, 1, -textInset, -1));
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect LookStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    const QRect box = option->rect;
    if (control == CC_ComboBox) {
        const int arrow = m_look.metrics().smallIcon + 12;
        if (part == SC_ComboBoxEditField)
            return visualRect(
                option->direction, box, box.adjusted(textInset + 2, Metrics::focusWidth, -arrow, -Metrics::focusWidth));
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, box, QRect(box.right() - arrow + 1, box.top(), arrow, box.height()));
        return QProxyStyle::subControlRect(control, option, part, widget);
    }
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(textInset - 3, 0, 0, 0);
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);

    // No arrow buttons: the handle moves along the whole length.
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? box.width() : box.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int shortest = pixelMetric(PM_ScrollBarSliderMin, option, widget);
    const int handle = range > 0 ? int(qBound(qint64(std::min(shortest, length)),
                                       qint64(length) * bar->pageStep / (range + bar->pageStep), qint64(length)))
                                 : length;
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto along = [&](int from, int to) {
        return across ? QRect(box.left() + from, box.top(), to - from, box.height())
                      : QRect(box.left(), box.top() + from, box.width(), to - from);
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return box;
    case SC_ScrollBarSlider:
        return along(start, start + handle);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + handle, length);
    default:
        return {};
    }
}

} // namespace kuaiban::counter
