#pragma once

#include "app/counter/kit/EntryView.h"
#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

// Which deadlines a list shows.
enum class DueFilter { All, Soon, Overdue };

// Rows of the queue, ready to be shown in three lines, for an EntryView; asks for more when its end comes into sight.
class QueueModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QVector<Entry>& entries, bool more);
    QString idAt(int row) const { return m_entries.value(row).id; }
    int rowOf(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override { return !parent.isValid() && m_more; }
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    QVector<Entry> m_entries;
    bool m_more = false;
};

// One row in words: who (masked), what, when it was taken and its number, and how long it may still take.
Entry entryOf(const casework::CaseRow& row, const QString& itemName, const QString& me, QDate today);
bool fits(const casework::CaseRow& row, const QString& item, DueFilter due, QDate today);

} // namespace kuaiban::counter
