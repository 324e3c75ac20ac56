#include "PagedRows.h"

#include <QMetaObject>

#include <algorithm>

namespace kuaiban::counter {

PagedRows::PagedRows(const QVector<TableHead>& heads, QObject* parent)
    : QAbstractTableModel(parent)
    , m_heads(heads)
{}

int PagedRows::start(int totalRows)
{
    beginResetModel();
    m_total = totalRows;
    ++m_generation;
    m_pages.clear();
    m_ages.clear();
    m_wanted.clear();
    m_asked.clear();
    endResetModel();
    return m_generation;
}

void PagedRows::deliver(int generation, int first, const QVector<TableLine>& rows)
{
    if (generation != m_generation || first < 0 || first % pageSize != 0 || rows.isEmpty())
        return;
    const int page = first / pageSize;
    m_asked.remove(page);
    m_pages.insert(page, rows);
    m_ages.removeAll(page);
    m_ages.append(page);
    while (m_ages.size() > keptPages)
        m_pages.remove(m_ages.takeFirst());
    const int last = std::min(first + int(rows.size()), m_total) - 1;
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, int(m_heads.size()) - 1));
}

QString PagedRows::idAt(int row) const
{
    const TableLine* found = line(row);
    return found ? found->id : QString();
}

int PagedRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_total;
}

int PagedRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_heads.size());
}

const TableLine* PagedRows::line(int row) const
{
    const auto page = m_pages.constFind(row / pageSize);
    if (page == m_pages.constEnd())
        return nullptr;
    const int at = row % pageSize;
    return at < page->size() ? &page->at(at) : nullptr;
}

QVariant PagedRows::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (m_heads[index.column()].rightAligned ? Qt::AlignRight : Qt::AlignLeft));
    const TableLine* found = line(index.row());
    if (!found) {
        if (role == Qt::DisplayRole)
            want(index.row() / pageSize);
        return {};
    }
    if (role == TableIdRole)
        return found->id;
    if (index.column() >= found->cells.size())
        return {};
    const TableCell& cell = found->cells[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case TableToneRole:
        return int(cell.tone);
    case TableMarkRole:
        return cell.mark ? QVariant(int(*cell.mark)) : QVariant();
    default:
        return {};
    }
}

QVariant PagedRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_heads.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_heads[section].title;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (m_heads[section].rightAligned ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

void PagedRows::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < m_heads.size())
        Q_EMIT sortWanted(m_heads[column].id, order);
}

// data() only takes note; the asking happens once per turn of the event loop, for all rows one paint touched.
void PagedRows::want(int page) const
{
    if (m_asked.contains(page) || m_wanted.contains(page))
        return;
    if (m_wanted.isEmpty()) {
        auto* self = const_cast<PagedRows*>(this);
        QMetaObject::invokeMethod(
            self, [self] { self->askNow(); }, Qt::QueuedConnection);
    }
    m_wanted.append(page);
}

void PagedRows::askNow()
{
    const QVector<int> pages = std::exchange(m_wanted, {});
    for (const int page : pages) {
        m_asked.insert(page);
        Q_EMIT rowsWanted(m_generation, page * pageSize, std::min(pageSize, m_total - page * pageSize));
    }
}

} // namespace kuaiban::counter
