#pragma once

#include "EditorFactory.h"

#include <QStringList>

namespace kuaiban::counter {

class TableField;

// How one cell is to be shown.
struct CellLook
{
    FieldState state = FieldState::Normal;
    QString text; // why it looks so, for the tool tip and for screen readers
    bool isVisible = true;
    bool isReadOnly = false;
};

// A table inside a form. Rows have ids that never change while rows come, go and change places.
class TableEditor final : public ValueEditor
{
    Q_OBJECT

public:
    TableEditor(const forms::Field& field, const EditorNeeds& needs);

    QJsonValue value() const override; // {"rows": …, "order": …}; undefined without rows
    void show(const QJsonValue& value) override;
    void setReadOnly(bool readOnly) override;
    bool isBusy() const override;
    QWidget* target(const QString& below) const override; // the cell; else the first cell, or the button that adds one
    void refresh() override;

    const QStringList& rows() const { return m_ids; }
    ValueEditor* cell(const QString& row, const QString& column) const; // null when there is none
    void showCell(const QString& row, const QString& column, const CellLook& look);

private:
    QWidget* makeCell(qsizetype column);
    void adopt(int row);
    void arrange(const QStringList& ids);
    QString pathOf(const ValueEditor* cell) const;
    qsizetype columnOf(const QString& id) const;

    const forms::Field m_field;
    EditorNeeds m_needs;
    TableField* m_table;
    QStringList m_ids;
    QList<QList<ValueEditor*>> m_cells; // by row, then by column
    QList<ValueEditor*> m_made;         // cells of the row that is being added
    QString m_coming;                   // id of the row that is being added; empty for a new one
    bool m_showing = false;
    bool m_readOnly = false;
};

} // namespace kuaiban::counter
