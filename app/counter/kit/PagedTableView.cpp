#include "PagedTableView.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace kuaiban::counter {

namespace {

constexpr int searchedRows = 2000; // rows looked through at once for the row that was selected

} // namespace

PagedTableView::PagedTableView(const Look& look, const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_look(look)
{
    setAccessibleName(name);
    setItemDelegate(new TableDelegate(look, this));
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false); // Tab leaves the table
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(look.metrics().rowHeight);
    QHeaderView* head = horizontalHeader();
    head->setFont(look.font(TextRole::Label));
    setFirstInset(head, Metrics::panelPadding - 1); // in line with the panel's title
    head->setHighlightSections(false);
    head->setSectionsMovable(true);
    head->setStretchLastSection(true);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setFocusPolicy(Qt::NoFocus);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    head->setMinimumHeight(look.metrics().rowHeight + 2);
    head->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(head, &QHeaderView::customContextMenuRequested, this, &PagedTableView::offerColumns);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const QString id = index.siblingAtColumn(0).data(TableIdRole).toString(); !id.isEmpty())
            Q_EMIT rowChosen(id);
    });
}

void PagedTableView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (const QString id = currentId(); !id.isEmpty())
            m_keptId = id;
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { findKept(0, searchedRows); });
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
        findKept(from.row(), to.row());
        const int row = currentIndex().row();
        if (m_unannounced && row >= from.row() && row <= to.row())
            announce();
    });
}

void PagedTableView::findKept(int firstRow, int lastRow)
{
    if (m_keptId.isEmpty() || !model())
        return;
    const int last = std::min({lastRow, model()->rowCount() - 1, firstRow + searchedRows});
    for (int row = firstRow; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(TableIdRole).toString() != m_keptId)
            continue;
        m_keptId.clear();
        m_restoring = true;
        setCurrentIndex(index);
        m_restoring = false;
        return;
    }
}

QString PagedTableView::currentId() const
{
    return currentIndex().siblingAtColumn(0).data(TableIdRole).toString();
}

QStringList PagedTableView::selectedIds() const
{
    QStringList ids;
    if (selectionModel())
        for (const QModelIndex& index : selectionModel()->selectedRows())
            if (const QString id = index.data(TableIdRole).toString(); !id.isEmpty())
                ids.append(id);
    return ids;
}

bool PagedTableView::isEverythingSelected() const
{
    if (!model() || !selectionModel() || model()->rowCount() == 0)
        return false;
    int rows = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        rows += range.left() == 0 ? range.height() : 0;
    return rows == model()->rowCount();
}

QString PagedTableView::copyText() const
{
    if (!model() || !selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex().siblingAtColumn(0));
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    QStringList lines;
    for (const QModelIndex& row : std::as_const(rows)) {
        if (row.data(TableIdRole).toString().isEmpty()) // asking it for its words would load it
            continue;
        QStringList cells;
        for (int shown = 0; shown < horizontalHeader()->count(); ++shown) {
            const int column = horizontalHeader()->logicalIndex(shown);
            if (!isColumnHidden(column))
                cells.append(row.siblingAtColumn(column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QByteArray PagedTableView::columnState() const
{
    return horizontalHeader()->saveState();
}

bool PagedTableView::restoreColumnState(const QByteArray& state)
{
    // The order of the rows is the query's affair, not the header's: the state must not sort by itself.
    const bool sorts = isSortingEnabled();
    setSortingEnabled(false);
    const bool restored = horizontalHeader()->restoreState(state);
    if (sorts) {
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        setSortingEnabled(true);
    }
    return restored;
}

void PagedTableView::offerColumns(const QPoint& at)
{
    if (!model())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int shown = 0;
    for (int column = 0; column < model()->columnCount(); ++column)
        shown += isColumnHidden(column) ? 0 : 1;
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction* choice = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        choice->setCheckable(true);
        choice->setChecked(!isColumnHidden(column));
        choice->setEnabled(shown > 1 || isColumnHidden(column)); // the last column stays
        connect(choice, &QAction::toggled, this, [this, column](bool on) { setColumnHidden(column, !on); });
    }
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

void PagedTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (m_restoring || !current.isValid() || current.row() == previous.row())
        return;
    m_keptId.clear();
    announce();
}

void PagedTableView::announce()
{
    const QString id = currentId();
    m_unannounced = id.isEmpty();
    if (!m_unannounced)
        Q_EMIT rowSelected(id);
}

// Qt goes to the first row and selects nothing: the page would show a case that no row tells of.
void PagedTableView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (currentIndex().isValid() && !selectionModel()->hasSelection())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void PagedTableView::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(copyText());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (control)
            event->ignore(); // the page's main button
        else if (const QString id = currentId(); !id.isEmpty())
            Q_EMIT rowChosen(id);
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (model() && model()->rowCount() > 0) {
            const int row = event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1;
            setCurrentIndex(model()->index(row, std::max(0, currentIndex().column())));
        }
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

} // namespace kuaiban::counter
