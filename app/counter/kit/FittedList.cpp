#include "FittedList.h"

#include <QResizeEvent>

namespace kuaiban::counter {

FittedList::FittedList(QWidget* parent)
    : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // or the view keeps room for it
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSelectionMode(SingleSelection);
}

void FittedList::setModel(QAbstractItemModel* model)
{
    QListView::setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { updateGeometry(); });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { updateGeometry(); });
    updateGeometry();
}

void FittedList::setMaximumRowsShown(int rows)
{
    m_maximumRows = rows;
    setVerticalScrollBarPolicy(rows > 0 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, rows > 0 ? QSizePolicy::Maximum : QSizePolicy::Fixed);
    updateGeometry();
}

QSize FittedList::sizeHint() const
{
    if (!model())
        return {0, 0};
    // The view lays its rows out for the width it has; force that now, so that the answer is of today.
    const_cast<FittedList*>(this)->doItemsLayout();
    int height = contentsSize().height();
    if (m_maximumRows > 0 && model()->rowCount() > m_maximumRows)
        height = std::min(height, m_maximumRows * std::max(1, sizeHintForRow(0)));
    return {200, height};
}

QSize FittedList::minimumSizeHint() const
{
    const int wanted = sizeHint().height();
    if (m_maximumRows == 0 || !model() || model()->rowCount() == 0)
        return {80, wanted};
    return {80, std::min(wanted, m_maximumRows * std::max(1, sizeHintForRow(0)) / 3)};
}

void FittedList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

// Qt goes to the first row and selects nothing: a key would act on a row that no mark tells of.
void FittedList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    if (currentIndex().isValid() && selectionModel() && !selectionModel()->hasSelection())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Select);
}

} // namespace kuaiban::counter
