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

    void head(const std::array<QString, 4>& heads)
    {
        m_heads = heads;
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, 3);
    }

    const QVector<ComparisonRow>& rows() const { return m_rows; }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 4; }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const ComparisonRow& row = m_rows[index.row()];
        const bool value = index.column() == 1 || index.column() == 2;
        switch (role) {
        case Qt::DisplayRole:
            return std::array{row.label, row.reported, row.registered, row.origin}[size_t(index.column())];
        case Qt::AccessibleTextRole:
            return row.differs && index.column() == 1 ? ComparisonTable::tr("%1, differs").arg(row.reported)
                                                      : data(index, Qt::DisplayRole);
        case TableToneRole:
            return int(value ? Tone::Normal : index.column() == 3 ? row.originTone : Tone::Secondary);
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
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && section < 4)
            return m_heads[size_t(section)];
        return {};
    }

private:
    QVector<ComparisonRow> m_rows;
    std::array<QString, 4> m_heads;
};

ComparisonTable::ComparisonTable(const Look& tableLook, const QString& name, QWidget* parent)
    : FittedTable(tableLook, name, parent)
    , m_rows(new Rows(this))
{
    setModel(m_rows);
    setColumnHidden(3, true);
}

void ComparisonTable::setHeads(
    const QString& label, const QString& reported, const QString& registered, const QString& origin)
{
    m_rows->head({label, reported, registered, origin});
    setColumnHidden(2, registered.isEmpty());
    setColumnHidden(3, origin.isEmpty());
    const QFontMetrics metrics(look().font(TextRole::Body));
    horizontalHeader()->setSectionResizeMode(3, QHeaderView::Fixed);
    horizontalHeader()->resizeSection(3, 6 * metrics.horizontalAdvance(u'中') + 2 * 8);
    fit();
}

void ComparisonTable::setRows(const QVector<ComparisonRow>& rows)
{
    m_rows->fill(rows);
    setAccessibleDescription(tr("Differences: %1").arg(differences()));
    fit();
}

int ComparisonTable::differences() const
{
    const QVector<ComparisonRow>& rows = m_rows->rows();
    return int(std::count_if(rows.begin(), rows.end(), [](const ComparisonRow& row) { return row.differs; }));
}

int ComparisonTable::differenceAfter(int row) const
{
    const QVector<ComparisonRow>& rows = m_rows->rows();
    for (int at = row + 1; at < int(rows.size()); ++at) {
        if (rows[at].differs)
            return at;
    }
    return -1;
}

bool ComparisonTable::goToNextDifference()
{
    int row = differenceAfter(currentIndex().row());
    if (row < 0)
        row = differenceAfter(-1);
    if (row >= 0)
        setCurrentIndex(m_rows->index(row, 1));
    return row >= 0;
}

} // namespace kuaiban::counter
