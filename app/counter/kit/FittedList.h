#pragma once

#include <QListView>

namespace kuaiban::counter {

// A list view as tall as its rows, for short lists that scroll with the page around them; one with a maximum of rows
// scrolls by itself and gives up two thirds of them when the page is short of room. Enter and Esc go on to the page
// unless the list uses them.
class FittedList : public QListView
{
    Q_OBJECT

public:
    explicit FittedList(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void setMaximumRowsShown(int rows); // scrolls above; 0 is no limit
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    int m_maximumRows = 0;
};

} // namespace kuaiban::counter
