#include "FittedTable.h"

#include "TableCells.h"

#include <QAbstractTableModel>
#include <QHeaderView>

namespace kuaiban::counter {

FittedTable::FittedTable(const Look& look, const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_look(look)
    , m_cells(new TableDelegate(look, this))
{
    m_cells->setRowLines(false);
    m_cells->setWrapped(true);
    setItemDelegate(m_cells);
    setAccessibleName(name);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCornerButtonEnabled(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(look.metrics().rowHeight);
    QHeaderView* head = horizontalHeader();
    head->setFont(look.font(TextRole::Strong));
    head->setSectionResizeMode(QHeaderView::Stretch);
    setFirstInset(head, 0); // in line with the headings around it
    head->setHighlightSections(false);
    head->setSectionsClickable(false);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setFocusPolicy(Qt::NoFocus);
    head->setFixedHeight(look.metrics().rowHeight + 4);
    // Not on a resize of the table: words wrap by columns, and the head, above all a hidden one, gives them their width
    // only later. It also tells each column before it has the last of them, so one fit follows them all.
    m_refit.setSingleShot(true);
    m_refit.setInterval(0);
    connect(&m_refit, &QTimer::timeout, this, &FittedTable::fit);
    connect(head, &QHeaderView::sectionResized, &m_refit, qOverload<>(&QTimer::start));
}

void FittedTable::setFirstColumnCharacters(int characters)
{
    const QFontMetrics metrics(m_look.font(TextRole::Body));
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    horizontalHeader()->resizeSection(0, characters * metrics.horizontalAdvance(u'中') + 12);
}

void FittedTable::fit()
{
    for (int row = 0; model() && row < model()->rowCount(); ++row) {
        int height = m_look.metrics().rowHeight;
        for (int column = 0; column < model()->columnCount(); ++column) {
            if (!isColumnHidden(column))
                height = std::max(height, m_cells->heightFor(this, model()->index(row, column), columnWidth(column)));
        }
        setRowHeight(row, height);
    }
    updateGeometry();
}

QSize FittedTable::sizeHint() const
{
    const int head = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->height();
    return {360, head + verticalHeader()->length() + 2 * frameWidth()};
}

class WordsTable::Rows final : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void fill(const QStringList& heads, const QVector<QStringList>& rows)
    {
        beginResetModel();
        m_heads = heads;
        m_rows = rows;
        endResetModel();
    }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_heads.size());
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        return m_rows[index.row()].value(index.column());
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_heads.value(section) : QVariant();
    }

private:
    QStringList m_heads;
    QVector<QStringList> m_rows;
};

WordsTable::WordsTable(const Look& tableLook, const QString& name, QWidget* parent)
    : FittedTable(tableLook, name, parent)
    , m_rows(new Rows(this))
{
    cells()->setRowLines(true);
    horizontalHeader()->setFont(tableLook.font(TextRole::Label));
    setModel(m_rows);
}

void WordsTable::setWords(const QStringList& heads, const QVector<QStringList>& rows)
{
    m_rows->fill(heads, rows);
    fit();
}

} // namespace kuaiban::counter
