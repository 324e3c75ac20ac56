#include "EntryTree.h"

#include <QIcon>
#include <QKeyEvent>

namespace kuaiban::counter {

EntryTreeRows::EntryTreeRows(const Look& look, QObject* parent)
    : QAbstractItemModel(parent)
    , m_look(look)
{}

void EntryTreeRows::setEntries(const QVector<TreeEntry>& entries)
{
    beginResetModel();
    m_entries = entries;
    const int count = static_cast<int>(entries.size());
    QHash<QString, int> nodes;
    for (int i = 0; i < count; ++i)
        nodes.insert(entries.at(i).id, i);
    m_parents.fill(-1, count);
    const auto leadsTo = [&](int from, int wanted) {
        while (from >= 0 && from != wanted)
            from = m_parents.at(from);
        return from == wanted;
    };
    for (int i = 0; i < count; ++i) {
        const int above = nodes.value(entries.at(i).parent, -1);
        if (above >= 0 && !leadsTo(above, i))
            m_parents[i] = above;
    }
    m_children = QVector<QVector<int>>(count + 1);
    m_rows.fill(0, count);
    for (int i = 0; i < count; ++i) {
        auto& siblings = m_children[m_parents.at(i) >= 0 ? m_parents.at(i) : count];
        m_rows[i] = static_cast<int>(siblings.size());
        siblings.append(i);
    }
    endResetModel();
}

QModelIndex EntryTreeRows::indexOfNode(int node) const
{
    return node < 0 ? QModelIndex() : createIndex(m_rows.at(node), 0, static_cast<quintptr>(node));
}

QModelIndex EntryTreeRows::indexOf(const QString& id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const TreeEntry& entry) { return entry.id == id; });
    return found == m_entries.end() ? QModelIndex() : indexOfNode(static_cast<int>(found - m_entries.begin()));
}

QModelIndex EntryTreeRows::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto& siblings = parent.isValid() ? m_children.at(static_cast<int>(parent.internalId())) : m_children.last();
    return indexOfNode(siblings.at(row));
}

QModelIndex EntryTreeRows::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOfNode(m_parents.at(static_cast<int>(child.internalId()))) : QModelIndex();
}

int EntryTreeRows::rowCount(const QModelIndex& parent) const
{
    if (m_children.isEmpty() || parent.column() > 0)
        return 0;
    return static_cast<int>(
        (parent.isValid() ? m_children.at(static_cast<int>(parent.internalId())) : m_children.last()).size());
}

int EntryTreeRows::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant EntryTreeRows::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& entry = m_entries.at(static_cast<int>(index.internalId()));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: // a deep node may be cut off
        return entry.title;
    case Qt::AccessibleTextRole:
        return entry.said.isEmpty() ? entry.title : entry.said;
    case Qt::DecorationRole:
        return m_look.icon(entry.glyph, entry.tone == Tone::Normal ? Tone::Secondary : entry.tone);
    case Qt::ForegroundRole:
        return entry.tone == Tone::Normal ? QVariant() : QVariant(m_look.colour(entry.tone));
    case IdRole:
        return entry.id;
    default:
        return {};
    }
}

EntryTree::EntryTree(const Look& look, const QString& name, QWidget* parent)
    : QTreeView(parent)
    , m_rows(new EntryTreeRows(look, this))
{
    setModel(m_rows);
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setIndentation(look.metrics().smallIcon + 4);
    setIconSize({look.metrics().smallIcon, look.metrics().smallIcon});
    setExpandsOnDoubleClick(true);
    setAllColumnsShowFocus(true); // the ring stands around the icon too
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        if (!m_restoring)
            m_closed.insert(index.data(EntryTreeRows::IdRole).toString());
    });
    connect(this, &QTreeView::expanded, this,
        [this](const QModelIndex& index) { m_closed.remove(index.data(EntryTreeRows::IdRole).toString()); });
}

void EntryTree::setEntries(const QVector<TreeEntry>& entries, bool allOpen)
{
    const QString kept = currentId();
    const auto closed = m_closed;
    m_restoring = true;
    m_rows->setEntries(entries);
    expandAll();
    for (const auto& id : closed) {
        if (allOpen)
            break;
        if (const auto index = m_rows->indexOf(id); index.isValid())
            collapse(index);
    }
    m_closed = closed;
    if (const auto index = m_rows->indexOf(kept); index.isValid())
        setCurrentIndex(index);
    m_restoring = false;
}

QString EntryTree::currentId() const
{
    return currentIndex().data(EntryTreeRows::IdRole).toString();
}

bool EntryTree::setCurrentId(const QString& id)
{
    const auto index = m_rows->indexOf(id);
    for (auto above = index.parent(); above.isValid(); above = above.parent())
        expand(above);
    if (index.isValid())
        setCurrentIndex(index);
    return index.isValid();
}

void EntryTree::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_restoring && current.isValid()) // the same entry after a refresh is no new choice
        Q_EMIT entrySelected(current.data(EntryTreeRows::IdRole).toString());
}

void EntryTree::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown)
        event->ignore();
    else
        QTreeView::keyPressEvent(event);
}

} // namespace kuaiban::counter
