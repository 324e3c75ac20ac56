#include "QueueModel.h"

#include "app/counter/shell/Words.h"
#include "modules/codes/Mask.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int SoonDays = 2;

bool sameRows(const QVector<Entry>& left, const QVector<Entry>& right)
{
    return left.size() <= right.size() && std::equal(left.begin(), left.end(), right.begin(),
                                              [](const Entry& a, const Entry& b) { return a.id == b.id; });
}

} // namespace

void QueueModel::setEntries(const QVector<Entry>& entries, bool more)
{
    m_more = more;
    // The same rows and perhaps some more behind them: the eye stays where it is.
    if (sameRows(m_entries, entries) && !m_entries.isEmpty()) {
        const int before = rowCount();
        const int after = static_cast<int>(entries.size());
        if (after > before)
            beginInsertRows({}, before, after - 1);
        m_entries = entries;
        if (after > before)
            endInsertRows();
        Q_EMIT dataChanged(index(0), index(before - 1));
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int QueueModel::rowOf(const QString& id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.id == id; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3, %4"_s.arg(entry.title, entry.line, entry.aside, entry.hint);
    case EntryIdRole:
        return entry.id;
    case EntryAsideRole:
        return entry.aside;
    case EntryAsideToneRole:
        return static_cast<int>(entry.asideTone);
    case EntryLineRole:
        return entry.line;
    case EntryHintRole:
        return entry.hint;
    default:
        return {};
    }
}

void QueueModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        Q_EMIT moreWanted();
}

Entry entryOf(const casework::CaseRow& row, const QString& itemName, const QString& me, QDate today)
{
    const auto due = limitWords(row.phase, row.dueOn, row.supplementDue, today);
    QStringList hints{QueueModel::tr("Taken %1").arg(clockText(row.openedAt)), row.number};
    if (row.outcome == "returned"_L1)
        hints.prepend(QueueModel::tr("was returned"));
    else if (row.outcome == "resubmitted"_L1)
        hints.prepend(QueueModel::tr("sent again"));
    if (!row.duplicateOf.isEmpty())
        hints.prepend(QueueModel::tr("possible duplicate"));
    if (row.uncertain)
        hints.prepend(QueueModel::tr("time in doubt"));
    if (!row.holderName.isEmpty() && row.holder != me)
        hints.prepend(row.holderName);
    return {row.stream, codes::maskName(row.applicant), due.text, due.tone, itemName, hints.join(u" · "_s)};
}

bool fits(const casework::CaseRow& row, const QString& item, DueFilter filter, QDate today)
{
    if (!item.isEmpty() && row.item != item)
        return false;
    if (filter == DueFilter::All)
        return true;
    const QDate due = QDate::fromString(row.dueOn, Qt::ISODate);
    if (!due.isValid())
        return false;
    const auto left = today.daysTo(due);
    return filter == DueFilter::Overdue ? left < 0 : left >= 0 && left <= SoonDays;
}

} // namespace kuaiban::counter
