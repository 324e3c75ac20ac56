#pragma once

#include "app/counter/look/Look.h"

#include <QStyledItemDelegate>

class QTableView;

namespace kuaiban::counter {

// Roles of table models beside Qt::DisplayRole. The tone colours the words; the mark stands before them.
enum TableRole { TableIdRole = Qt::UserRole + 200, TableToneRole, TableMarkRole, TableMarkedRole };

// Quiet cells: a line under each row, the selected row tinted with a bar at its left end, no grid.
class TableDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TableDelegate(const Look& look, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setRowLines(bool shown) { m_rowLines = shown; }
    void setWrapped(bool wrapped) { m_wrapped = wrapped; } // long words go on in a second line instead of being cut
    // How tall a wrapped cell is in a column of this width.
    int heightFor(const QTableView* view, const QModelIndex& index, int width) const;

private:
    QRect wordsBox(const QTableView* view, const QModelIndex& index, const QRect& box) const;

    Look m_look;
    bool m_rowLines = true;
    bool m_wrapped = false;
};

} // namespace kuaiban::counter
