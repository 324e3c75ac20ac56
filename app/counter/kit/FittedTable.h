#pragma once

#include "app/counter/look/Look.h"

#include <QTableView>
#include <QTimer>

namespace kuaiban::counter {

class TableDelegate;

// A table that is shown whole inside a scrolling pane: as tall as its rows, long words wrap, no bars of its own.
class FittedTable : public QTableView
{
    Q_OBJECT

public:
    FittedTable(const Look& look, const QString& name, QWidget* parent = nullptr);

    void setFirstColumnCharacters(int characters); // Chinese characters; the other columns share the rest
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void fit(); // call when the rows have changed
    const Look& look() const { return m_look; }
    TableDelegate* cells() const { return m_cells; }

private:
    Look m_look;
    TableDelegate* m_cells;
    QTimer m_refit;
};

// Rows of plain words under heads, to be read: a table inside a form, the history of a case.
class WordsTable final : public FittedTable
{
    Q_OBJECT

public:
    WordsTable(const Look& look, const QString& name, QWidget* parent = nullptr);
    void setWords(const QStringList& heads, const QVector<QStringList>& rows);

private:
    class Rows;

    Rows* m_rows;
};

} // namespace kuaiban::counter
