#pragma once

#include "app/counter/shell/Page.h"

#include <QAbstractTableModel>

class QTableView;

namespace kuaiban::counter {

// One line of a list of cases, ready to be shown: whatever the source, the columns are the same.
struct CaseLine
{
    QString stream;
    QString applicant; // masked
    QString item;
    QString number;
    QString state;
    Tone tone = Tone::Normal;
    QString due;
    Tone dueTone = Tone::Secondary;
    QString opened; // "11-21 09:42"
    QString note;   // who holds it, why it is stuck
};

class CaseListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Applicant, Item, Number, State, Due, Opened, Note, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    // Rows keep their identity by stream, so a selection survives; the order chosen by sort() stays. `more`: further
    // rows may be asked for, and are, when the view comes to the end.
    void setLines(QList<CaseLine> lines, bool more = false);
    const QList<CaseLine>& lines() const { return m_lines; }
    int rowOf(const QString& stream) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    void sort(int column, Qt::SortOrder direction) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreWanted(); // once until lines come

private:
    void putInOrder(QList<CaseLine>& lines) const;

    QList<CaseLine> m_lines;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_more = false;
};

// Column widths that show Chinese names, numbers and states whole at 1366 px.
void fitCaseColumns(QTableView* table);

CaseLine lineOf(const sync::LocalCase& line, const QString& itemName, const PageContext& context);
CaseLine lineOf(const casework::CaseRow& row, const QString& itemName, const PageContext& context);

} // namespace kuaiban::counter
