#include "ComparisonTable.h"

#include "TableCells.h"

#include <QAbstractTableModel>
#include <QHeaderView>

#include <array>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

class ComparisonTable::Rows final : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void fill(const QVector<ComparisonRow>& rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }

    void head(const std::array<QString, 3>& heads)
    {
        m_heads = heads;
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, 2);
    }

    const QVector<ComparisonRow>& rows() const { return m_rows; }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 3; }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const ComparisonRow& row = m_rows[index.row()];
        const bool value = index.column() > 0;
        switch (role) {
        case Qt::DisplayRole:
            return index.column() == 0 ? row.label : index.column() == 1 ? row.reported : row.registered;
        case Qt::AccessibleTextRole:
            return row.differs && index.column() == 1 ? ComparisonTable::tr("%1, differs").arg(row.reported)
                                                      : data(index, Qt::DisplayRole);
        case TableToneRole:
            return int(value ? Tone::Normal : Tone::Secondary);
        case TableMarkRole:
            return row.differs && index.column() == 1 ? QVariant(int(Mark::Triangle)) : QVariant();
        case TableMarkedRole:
            return row.differs && value;
        default:
            return {};
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && section < 3)
            return m_heads[size_t(section)];
        return {};
    }

private:
    QVector<ComparisonRow> m_rows;
    std::array<QString, 3> m_heads;
};

ComparisonTable::ComparisonTable(const Look& look, const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_look(look)
    , m_rows(new Rows(this))
{
    auto* cells = new TableDelegate(look, this);
    cells->setRowLines(false);
    setItemDelegate(cells);
    setModel(m_rows);
    setAccessibleName(name);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
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
}

void ComparisonTable::setHeads(const QString& label, const QString& reported, const QString& registered)
{
    m_rows->head({label, reported, registered});
}

void ComparisonTable::setRows(const QVector<ComparisonRow>& rows)
{
    m_rows->fill(rows);
    setAccessibleDescription(tr("Differences: %1").arg(differences()));
    updateGeometry();
}

int ComparisonTable::differences() const
{
    const QVector<ComparisonRow>& rows = m_rows->rows();
    return int(std::count_if(rows.begin(), rows.end(), [](const ComparisonRow& row) { return row.differs; }));
}

bool ComparisonTable::goToNextDifference()
{
    const QVector<ComparisonRow>& rows = m_rows->rows();
    const int count = int(rows.size());
    const int from = currentIndex().isValid() ? currentIndex().row() + 1 : 0;
    for (int i = 0; i < count; ++i) {
        const int row = (from + i) % count;
        if (rows[row].differs) {
            setCurrentIndex(m_rows->index(row, 1));
            return true;
        }
    }
    return false;
}

QSize ComparisonTable::sizeHint() const
{
    return {360, m_look.metrics().rowHeight * (m_rows->rowCount() + 1) + 4 + 2 * frameWidth()};
}

} // namespace kuaiban::counter
