#include "FormGrid.h"

#include "Panel.h"
#include "TextLabel.h"

#include <QVBoxLayout>

#include <algorithm>

namespace kuaiban::counter {

namespace {

constexpr int columnCount = 12;

int heightOf(const QLayoutItem* item, int width)
{
    return item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
}

} // namespace

TwelveColumns::TwelveColumns(int columnGap, int rowGap, QWidget* parent)
    : QLayout(parent)
    , m_columnGap(columnGap)
    , m_rowGap(rowGap)
{
    setContentsMargins(0, 0, 0, 0);
}

TwelveColumns::~TwelveColumns()
{
    for (const Cell& cell : std::as_const(m_cells))
        delete cell.item;
}

void TwelveColumns::addWidget(QWidget* widget, int columns)
{
    addChildWidget(widget);
    m_cells.append({new QWidgetItem(widget), qBound(1, columns, columnCount), m_break});
    m_break = false;
    invalidate();
}

void TwelveColumns::breakRow()
{
    m_break = true;
}

void TwelveColumns::addItem(QLayoutItem* item)
{
    m_cells.append({item, columnCount, true});
    invalidate();
}

QLayoutItem* TwelveColumns::itemAt(int index) const
{
    return index >= 0 && index < m_cells.size() ? m_cells[index].item : nullptr;
}

QLayoutItem* TwelveColumns::takeAt(int index)
{
    return index >= 0 && index < m_cells.size() ? m_cells.takeAt(index).item : nullptr;
}

QSize TwelveColumns::minimumSize() const
{
    QSize size;
    for (const Cell& cell : m_cells)
        if (!cell.item->isEmpty())
            size = size.expandedTo(cell.item->minimumSize());
    return size;
}

QSize TwelveColumns::sizeHint() const
{
    const int width = std::max(minimumSize().width(), geometry().width() > 0 ? geometry().width() : 600);
    return {width, arrange(QRect(0, 0, width, 0), false)};
}

void TwelveColumns::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

// The rows as the form means them: items flow until twelve columns are full.
QVector<QVector<TwelveColumns::Placed>> TwelveColumns::rows(int width) const
{
    QVector<QVector<Placed>> designed(1);
    int used = 0;
    for (const Cell& cell : m_cells) {
        if (cell.item->isEmpty())
            continue;
        if (used > 0 && (cell.startsRow || used + cell.columns > columnCount)) {
            designed.append(QVector<Placed>());
            used = 0;
        }
        designed.back().append({cell.item, cell.columns});
        used += cell.columns;
    }
    QVector<QVector<Placed>> folded;
    for (const QVector<Placed>& row : std::as_const(designed))
        folded += fold(row, width);
    return folded;
}

// One row of the form as it fits: items take the columns they need; a row that needs more than twelve becomes several,
// each as wide as the row was meant to be.
QVector<QVector<TwelveColumns::Placed>> TwelveColumns::fold(QVector<Placed> row, int width) const
{
    int meant = 0;
    int needed = 0;
    for (Placed& placed : row) {
        meant += placed.columns;
        while (placed.columns < columnCount &&
               edgeAt(placed.columns, width) - m_columnGap < placed.item->minimumSize().width())
            ++placed.columns;
        needed += placed.columns;
    }
    if (needed <= columnCount)
        return {row};
    QVector<QVector<Placed>> split(1);
    int used = 0;
    for (const Placed& placed : std::as_const(row)) {
        if (used > 0 && used + placed.columns > columnCount) {
            split.append(QVector<Placed>());
            used = 0;
        }
        split.back().append(placed);
        used += placed.columns;
    }
    for (QVector<Placed>& part : split) {
        int sum = 0;
        for (const Placed& placed : std::as_const(part))
            sum += placed.columns;
        for (; sum < meant; ++sum)
            ++std::min_element(part.begin(), part.end(), [](const Placed& a, const Placed& b) {
                return a.columns < b.columns;
            })->columns;
    }
    return split;
}

// Left edge of a column. Edges are rounded, not widths: fields in different rows end at the same pixel.
int TwelveColumns::edgeAt(int column, int width) const
{
    const double one = (width - (columnCount - 1) * m_columnGap) / double(columnCount);
    return qRound(column * (one + m_columnGap));
}

int TwelveColumns::arrange(const QRect& rect, bool apply) const
{
    int y = rect.top();
    bool first = true;
    for (const QVector<Placed>& row : rows(rect.width())) {
        if (row.isEmpty())
            continue;
        y += first ? 0 : m_rowGap;
        first = false;
        int column = 0;
        int rowHeight = 0;
        for (const Placed& placed : row) {
            const int left = edgeAt(column, rect.width());
            column += placed.columns;
            const int width = edgeAt(column, rect.width()) - m_columnGap - left;
            const int height = heightOf(placed.item, width);
            if (apply)
                placed.item->setGeometry(QRect(rect.left() + left, y, width, height));
            rowHeight = std::max(rowHeight, height);
        }
        y += rowHeight;
    }
    return y - rect.top();
}

FormGrid::FormGrid(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_columns(new TwelveColumns(Metrics::columnGap, Metrics::grid, this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int FormGrid::addSection(const QString& title)
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setSpacing(8);
    auto* rule = new Rule(m_look);
    column->addWidget(rule);
    column->addWidget(new TextLabel(m_look, TextRole::Heading, title));
    m_columns->addWidget(head, columnCount);
    m_columns->breakRow();
    m_heads.append({head, rule, true});
    placeRules();
    return int(m_heads.size()) - 1;
}

void FormGrid::setSectionVisible(int section, bool visible)
{
    m_heads[section].isVisible = visible;
    m_heads[section].box->setVisible(visible);
    placeRules();
}

// What stands at the top of the form needs no rule above it.
void FormGrid::placeRules()
{
    bool first = !m_startsWithoutHead;
    for (const Head& head : std::as_const(m_heads)) {
        head.rule->setVisible(!first);
        head.box->layout()->setContentsMargins(0, first ? 0 : 4, 0, 2);
        first = first && !head.isVisible;
    }
}

void FormGrid::addWidget(QWidget* widget, int columns)
{
    m_startsWithoutHead = m_startsWithoutHead || m_heads.isEmpty();
    m_columns->addWidget(widget, columns);
}

void FormGrid::breakRow()
{
    m_columns->breakRow();
}

} // namespace kuaiban::counter
