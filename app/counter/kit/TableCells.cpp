#include "TableCells.h"

#include "app/counter/look/StylePainting.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QTextLayout>

#include <cmath>

namespace kuaiban::counter {

namespace {

constexpr int padX = 8;

// Breaks words into lines as their script wants it: English between words, Chinese not before a comma. Gives the
// height.
double layOut(QTextLayout& layout, double width)
{
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1.0, width));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

// A line break of the words is one here too.
QString layoutText(const QModelIndex& index)
{
    return index.data().toString().replace(u'\n', QChar::LineSeparator);
}

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

QRect TableDelegate::wordsBox(const QTableView* view, const QModelIndex& index, const QRect& box) const
{
    const bool first = isOutermost(view, index.column(), -1);
    const bool last = isOutermost(view, index.column(), 1);
    QRect words = box.adjusted(
        first ? firstInset(view->horizontalHeader()) : padX, 0, last ? -padX - Metrics::scrollBar : -padX, -1);
    if (index.data(TableMarkRole).isValid())
        words.setLeft(words.left() + m_look.metrics().mark + 5);
    return words;
}

int TableDelegate::heightFor(const QTableView* view, const QModelIndex& index, int width) const
{
    const QRect words = wordsBox(view, index, QRect(0, 0, width, 1000));
    const QFont font = m_look.font(TextRole::Body);
    QTextLayout layout(layoutText(index), font);
    const int needed = static_cast<int>(std::ceil(layOut(layout, words.width())));
    return m_look.metrics().rowHeight + std::max(0, needed - QFontMetrics(font).lineSpacing());
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
    const QRect words = wordsBox(view, index, box);
    const QColor ink =
        option.state & QStyle::State_Enabled ? c.of(Tone(index.data(TableToneRole).toInt())) : c.disabled;
    if (const QVariant mark = index.data(TableMarkRole); mark.isValid()) {
        const int side = m_look.metrics().mark;
        const double middle = m_wrapped ? words.top() + m_look.metrics().rowHeight / 2.0 : words.center().y() + 0.5;
        paintMark(painter, Mark(mark.toInt()), QRectF(words.left() - side - 5, middle - side / 2.0, side, side), ink);
    }
    painter->setFont(m_look.font(TextRole::Body));
    painter->setPen(ink);
    if (m_wrapped) {
        const int above = (m_look.metrics().rowHeight - QFontMetrics(painter->font()).lineSpacing()) / 2;
        QTextLayout layout(layoutText(index), painter->font());
        layOut(layout, words.width());
        layout.draw(painter, words.topLeft() + QPoint(0, above));
        return;
    }
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const int align = alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(words, align | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
}

} // namespace kuaiban::counter
