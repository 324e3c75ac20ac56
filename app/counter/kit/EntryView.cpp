#include "EntryView.h"

#include "app/counter/look/StylePainting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int padX = Metrics::panelPadding - 1;
constexpr int padY = 9;
constexpr int rowGap = 6;

class EntryDelegate final : public QStyledItemDelegate
{
public:
    EntryDelegate(const Look& look, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_look(look)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        const int lines = m_look.lineHeight(TextRole::Strong) + m_look.lineHeight(TextRole::Label) +
                          m_look.lineHeight(TextRole::Hint);
        return {160, lines + 2 * padY + 2 + rowGap};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& c = m_look.colours();
        const QRect box = option.rect.adjusted(0, 0, 0, -rowGap);
        const bool selected = option.state & QStyle::State_Selected;
        if (selected)
            painter->fillRect(box, c.selection);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(box, c.hover);
        if (selected)
            painter->fillRect(QRect(box.topLeft(), QSize(3, box.height())), c.accent);
        if (selected && option.state & QStyle::State_HasFocus)
            paintFocusRing(painter, m_look, QRectF(box).adjusted(3, 0, 0, 0), 0);

        QRect room = box.adjusted(padX, padY, -padX, 0);
        const QString aside = index.data(EntryAsideRole).toString();
        const int asideWidth =
            write(painter, room, TextRole::Label, c.of(Tone(index.data(EntryAsideToneRole).toInt())), aside, true);
        QRect title = room;
        title.setRight(title.right() - (asideWidth > 0 ? asideWidth + 8 : 0));
        write(painter, title, TextRole::Strong, c.text, index.data().toString(), false);
        room.setTop(room.top() + m_look.lineHeight(TextRole::Strong) + 1);
        write(painter, room, TextRole::Label, c.text, index.data(EntryLineRole).toString(), false);
        room.setTop(room.top() + m_look.lineHeight(TextRole::Label) + 1);
        write(painter, room, TextRole::Hint, c.secondary, index.data(EntryHintRole).toString(), false);
    }

private:
    int write(
        QPainter* painter, const QRect& room, TextRole role, const QColor& ink, const QString& text, bool right) const
    {
        painter->setFont(m_look.font(role));
        painter->setPen(ink);
        const QFontMetrics metrics(painter->font());
        const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width());
        QRect line = room;
        line.setHeight(m_look.lineHeight(right ? TextRole::Strong : role));
        painter->drawText(
            line, int(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft)) | Qt::TextSingleLine, shown);
        return metrics.horizontalAdvance(shown);
    }

    Look m_look;
};

} // namespace

void EntryRows::setEntries(const QVector<Entry>& entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int EntryRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant EntryRows::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry& entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return "%1, %2, %3, %4"_L1.arg(entry.title, entry.line, entry.aside, entry.hint);
    case EntryIdRole:
        return entry.id;
    case EntryAsideRole:
        return entry.aside;
    case EntryAsideToneRole:
        return int(entry.asideTone);
    case EntryLineRole:
        return entry.line;
    case EntryHintRole:
        return entry.hint;
    default:
        return {};
    }
}

EntryView::EntryView(const Look& look, const QString& name, QWidget* parent)
    : QListView(parent)
    , m_look(look)
{
    setItemDelegate(new EntryDelegate(look, this));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(this, &QListView::doubleClicked, this,
        [this](const QModelIndex& index) { Q_EMIT entryChosen(index.data(EntryIdRole).toString()); });
}

void EntryView::setModel(QAbstractItemModel* model)
{
    QListView::setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_keptId = currentId();
        m_restoring = true;
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        setCurrentId(m_keptId);
        m_restoring = false;
    });
}

QString EntryView::currentId() const
{
    return currentIndex().data(EntryIdRole).toString();
}

bool EntryView::setCurrentId(const QString& id)
{
    if (id.isEmpty() || !model())
        return false;
    const QModelIndexList found = model()->match(model()->index(0, 0), EntryIdRole, id, 1, Qt::MatchExactly);
    if (found.isEmpty())
        return false;
    setCurrentIndex(found.front());
    return true;
}

bool EntryView::step(int by)
{
    if (!model())
        return false;
    const int to = currentIndex().isValid() ? currentIndex().row() + by : 0;
    if (to < 0 || to >= model()->rowCount())
        return false;
    setCurrentIndex(model()->index(to, 0));
    return true;
}

void EntryView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_restoring && current.isValid()) // the same entry after a refresh is no new choice
        Q_EMIT entrySelected(current.data(EntryIdRole).toString());
}

void EntryView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (!hasFocus() || (model() && model()->rowCount() > 0))
        return;
    QPainter painter(viewport()); // without a row that could show it
    paintFocusRing(&painter, m_look, QRectF(viewport()->rect()).adjusted(2, 2, -2, -2));
}

void EntryView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        event->ignore();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier)
            event->ignore(); // the page's main button
        else if (currentIndex().isValid())
            Q_EMIT entryChosen(currentId());
        return;
    default:
        break;
    }
    QListView::keyPressEvent(event);
}

} // namespace kuaiban::counter
