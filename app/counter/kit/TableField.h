#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace kuaiban::counter {

class ActionButton;
class TextLabel;

struct TableColumn
{
    QString title;
    int stretch = 1;
    std::function<QWidget*()> makeEditor; // a line edit when empty
    int minimumCharacters = 0;            // Chinese characters that a value needs; wide columns give way first
};

// A small table to fill in inside a form (family members, work history): real editors in rows. Insert adds a row below,
// Ctrl+Delete removes the row, Enter in the last cell of the last row adds one unless that row is still empty.
class TableField final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(bool readOnly READ isReadOnly WRITE setReadOnly)

public:
    TableField(const Look& look, const QString& name, const QVector<TableColumn>& columns, QWidget* parent = nullptr);

    int rowCount() const { return int(m_rows.size()); }
    void addRow(int at = -1); // at the end by default
    void removeRow(int row);
    void setMaximumRows(int rows);
    void setReadOnly(bool readOnly); // no rows come or go; the editors are the owner's
    bool isReadOnly() const { return m_readOnly; }
    QWidget* addButton() const;
    QWidget* editor(int row, int column) const;
    template<class Editor>
    Editor* editorAs(int row, int column) const
    {
        return qobject_cast<Editor*>(editor(row, column));
    }

Q_SIGNALS:
    void rowAdded(int row);
    void rowRemoved(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row
    {
        QWidget* box;
        QVector<QWidget*> editors;
        QWidget* remove;
    };

    int widthOf(const TableColumn& column) const;
    void rename();
    bool isEmpty(int row) const;
    bool isLastStop(int row, int column) const; // where Enter adds a row
    void focusCell(int row, int column);
    std::pair<int, int> cellOf(const QObject* watched) const;
    static QString textOf(const QWidget* editor);

    Look m_look;
    QString m_name;
    QVector<TableColumn> m_columns;
    QVector<Row> m_rows;
    QVBoxLayout* m_body;
    ActionButton* m_add;
    TextLabel* m_none;
    int m_maximum = 50;
    bool m_readOnly = false;
};

} // namespace kuaiban::counter
