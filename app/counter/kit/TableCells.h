#pragma once

#include "app/counter/look/Look.h"

#include <QStyledItemDelegate>

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

private:
    Look m_look;
    bool m_rowLines = true;
};

} // namespace kuaiban::counter
