#include "TableCells.h"

#include "app/counter/look/StylePainting.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace kuaiban::counter {

namespace {

constexpr int padX = 8;

// Whether nothing is shown to the left (by -1) or to the right (by 1) of the column.
bool isOutermost(const QTableView* view, int column, int by)
{
    if (!view)
        return false;
    const QHeaderView* head = view->horizontalHeader();
    int at = head->visualIndex(column) + by;
    while (at >= 0 && at < head->count() && head->isSectionHidden(head->logicalIndex(at)))
        at += by;
    return at < 0 || at >= head->count();
}

} // namespace

TableDelegate::TableDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int mark = index.data(TableMarkRole).isValid() ? m_look.metrics().mark + 4 : 0;
    const int words = QFontMetrics(m_look.font(TextRole::Body)).horizontalAdvance(index.data().toString());
    return {words + mark + 2 * padX, m_look.metrics().rowHeight};
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& c = m_look.colours();
    const QRect box = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(box, c.selection);
    else if (index.data(TableMarkedRole).toBool())
        painter->fillRect(box, c.marked);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(box, c.hover);
    if (m_rowLines)
        painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), c.rowLine);
    // The bar tells the selected row without colour; it is full while the table has the keyboard.
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    const bool first = isOutermost(view, index.column(), -1);
    if (selected && first) {
        painter->fillRect(QRect(box.topLeft(), QSize(3, box.height())), view->hasFocus() ? c.accent : c.controlBorder);
    }
    const bool last = isOutermost(view, index.column(), 1);
    QRect words = box.adjusted(
        first ? firstInset(view->horizontalHeader()) : padX, 0, last ? -padX - Metrics::scrollBar : -padX, -1);
    const QColor ink =
        option.state & QStyle::State_Enabled ? c.of(Tone(index.data(TableToneRole).toInt())) : c.disabled;
    if (const QVariant mark = index.data(TableMarkRole); mark.isValid()) {
        const int side = m_look.metrics().mark;
        paintMark(
            painter, Mark(mark.toInt()), QRectF(words.left(), words.center().y() - side / 2.0 + 0.5, side, side), ink);
        words.setLeft(words.left() + side + 5);
    }
    painter->setFont(m_look.font(TextRole::Body));
    painter->setPen(ink);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const int align = alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(words, align | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
}

} // namespace kuaiban::counter
