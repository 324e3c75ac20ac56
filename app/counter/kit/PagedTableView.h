#pragma once

#include "TableCells.h"

#include <QTableView>

namespace kuaiban::counter {

// The table of the counter: whole rows, a header that sorts, subtle row lines, columns chosen by the header's menu.
// Enter opens the row, Home and End go to the first and last, Ctrl+C copies what is shown. Works with any model that
// gives TableIdRole; the selected row is found again by that id after a reset, also when its page comes in later.
class PagedTableView final : public QTableView
{
    Q_OBJECT

public:
    PagedTableView(const Look& look, const QString& name, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    QString currentId() const;
    QStringList selectedIds() const;   // of the rows that are loaded; ask isEverythingSelected() first
    bool isEverythingSelected() const; // Ctrl+A: the page then works by its query, not by ids
    // Selected rows (or the current one) that are loaded, visible columns, tab separated, as shown.
    QString copyText() const;

    // Widths, order and choice of columns, to be remembered per user.
    QByteArray columnState() const;
    bool restoreColumnState(const QByteArray& state);

Q_SIGNALS:
    void rowSelected(const QString& id);
    void rowChosen(const QString& id); // Enter or double click

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void offerColumns(const QPoint& at);
    void announce();
    void findKept(int firstRow, int lastRow);

    Look m_look;
    QString m_keptId; // looked for after a reset
    bool m_restoring = false;
    bool m_unannounced = false; // the current row is not loaded yet, rowSelected() is still to come
};

} // namespace kuaiban::counter
