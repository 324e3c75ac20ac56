#pragma once

#include "app/counter/look/Look.h"

#include <QLayout>
#include <QWidget>

namespace kuaiban::counter {

// Twelve equal columns. Items flow from left to right and wrap; an item that would be squeezed below its minimum width
// takes more columns instead, so a narrow pane or large type folds the form and cuts nothing.
class TwelveColumns final : public QLayout
{
    Q_OBJECT

public:
    TwelveColumns(int columnGap, int rowGap, QWidget* parent = nullptr);
    ~TwelveColumns() override;

    void addWidget(QWidget* widget, int columns);
    void breakRow(); // the next item starts a row

    void addItem(QLayoutItem* item) override;
    int count() const override { return int(m_cells.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    void setGeometry(const QRect& rect) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }

private:
    struct Cell
    {
        QLayoutItem* item;
        int columns;
        bool startsRow;
    };

    struct Placed
    {
        QLayoutItem* item;
        int columns;
    };

    QVector<QVector<Placed>> rows(int width) const;
    QVector<QVector<Placed>> fold(QVector<Placed> row, int width) const;
    int edgeAt(int column, int width) const;
    int arrange(const QRect& rect, bool apply) const; // gives the height

    QVector<Cell> m_cells;
    int m_columnGap;
    int m_rowGap;
    bool m_break = false;
};

// A form: sections with headings, fields in twelve columns.
class FormGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit FormGrid(const Look& look, QWidget* parent = nullptr);

    int addSection(const QString& title);              // a rule above every section but the first one shown; its index
    void setSectionVisible(int section, bool visible); // the heading; its fields are shown and hidden by the owner
    void addWidget(QWidget* widget, int columns = 12);
    void breakRow();

private:
    struct Head
    {
        QWidget* box;
        QWidget* rule;
        bool isVisible;
    };
    void placeRules();

    Look m_look;
    TwelveColumns* m_columns;
    QVector<Head> m_heads;
    bool m_startsWithoutHead = false;
};

} // namespace kuaiban::counter
