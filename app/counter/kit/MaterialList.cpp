#include "MaterialList.h"

#include "app/counter/look/StylePainting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowPadding = 11;
constexpr int rowGap = 8;

class MaterialDelegate final : public QStyledItemDelegate
{
public:
    MaterialDelegate(const Look& look, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_look(look)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, m_look.lineHeight(TextRole::Strong) + m_look.lineHeight(TextRole::Hint) + 14 + rowGap};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& c = m_look.colours();
        const QRect box = option.rect.adjusted(0, 0, 0, -rowGap);
        const bool selected = option.state & QStyle::State_Selected;
        if (selected)
            paintBox(painter, box, Metrics::fieldRadius, c.selection, c.lineOf(Tone::Accent));
        else if (option.state & QStyle::State_MouseOver)
            paintBox(painter, box, Metrics::fieldRadius, c.hover, Qt::transparent);
        if (selected && option.state & QStyle::State_HasFocus)
            paintFocusRing(painter, m_look, box);

        const auto state = MaterialState(index.data(MaterialRows::StateRole).toInt());
        const int mark = m_look.metrics().mark;
        paintMark(painter, markOf(state),
            QRectF(box.left() + rowPadding, box.center().y() - mark / 2.0 + 0.5, mark, mark), c.of(toneOf(state)));
        QRect words = box.adjusted(rowPadding + mark + 8, 7, -rowPadding, -7);
        const QString aside = index.data(MaterialRows::AsideRole).toString();
        if (!aside.isEmpty()) {
            painter->setFont(m_look.font(TextRole::Hint));
            painter->setPen(c.secondary);
            const int width = QFontMetrics(painter->font()).horizontalAdvance(aside);
            painter->drawText(QRect(words.right() - width, words.top(), width + 1, m_look.lineHeight(TextRole::Strong)),
                Qt::AlignVCenter | Qt::AlignRight, aside);
            words.setRight(words.right() - width - 8);
        }
        painter->setFont(m_look.font(TextRole::Strong));
        painter->setPen(c.text);
        const QString note = index.data(MaterialRows::NoteRole).toString();
        painter->drawText(words, (note.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop) | Qt::TextSingleLine,
            QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->setFont(m_look.font(TextRole::Hint));
        painter->setPen(c.of(toneOf(state)));
        words.setTop(words.top() + m_look.lineHeight(TextRole::Strong));
        painter->drawText(words, Qt::AlignTop | Qt::TextSingleLine,
            QFontMetrics(painter->font()).elidedText(note, Qt::ElideRight, words.width()));
    }

private:
    Look m_look;
};

} // namespace

Mark markOf(MaterialState state)
{
    switch (state) {
    case MaterialState::Complete:
        return Mark::Tick;
    case MaterialState::Attention:
        return Mark::Triangle;
    case MaterialState::Refused:
        return Mark::Cross;
    case MaterialState::Open:
        break;
    }
    return Mark::Ring;
}

Tone toneOf(MaterialState state)
{
    switch (state) {
    case MaterialState::Complete:
        return Tone::Good;
    case MaterialState::Attention:
        return Tone::Attention;
    case MaterialState::Refused:
        return Tone::Bad;
    case MaterialState::Open:
        break;
    }
    return Tone::Secondary;
}

void MaterialRows::setRows(const QVector<MaterialRow>& rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int MaterialRows::rowOf(const QString& id) const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].id == id)
            return row;
    return -1;
}

int MaterialRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MaterialRows::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MaterialRow& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return "%1, %2 %3"_L1.arg(row.title, row.note, row.aside).trimmed();
    case Qt::ToolTipRole:
        return QString(row.title + u'\n' + row.note).toHtmlEscaped().replace(u'\n', "<br>"_L1);
    case IdRole:
        return row.id;
    case NoteRole:
        return row.note;
    case AsideRole:
        return row.aside;
    case StateRole:
        return int(row.state);
    default:
        return {};
    }
}

MaterialList::MaterialList(const Look& look, QWidget* parent)
    : FittedList(parent)
    , m_rows(new MaterialRows(this))
{
    setItemDelegate(new MaterialDelegate(look, this));
    setModel(m_rows);
    setUniformItemSizes(true);
    setAccessibleName(tr("Materials"));
    connect(this, &QListView::doubleClicked, this,
        [this](const QModelIndex& index) { Q_EMIT rowChosen(index.data(MaterialRows::IdRole).toString()); });
}

void MaterialList::setRows(const QVector<MaterialRow>& rows)
{
    const QString kept = currentId();
    m_rows->setRows(rows);
    setCurrentId(kept);
}

void MaterialList::setCurrentId(const QString& id)
{
    if (const int row = m_rows->rowOf(id); row >= 0)
        setCurrentIndex(m_rows->index(row));
}

QString MaterialList::currentId() const
{
    return currentIndex().data(MaterialRows::IdRole).toString();
}

void MaterialList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    FittedList::currentChanged(current, previous);
    Q_EMIT currentChangedTo(current.data(MaterialRows::IdRole).toString());
}

void MaterialList::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier &&
        currentIndex().isValid()) {
        Q_EMIT rowChosen(currentId());
        return;
    }
    FittedList::keyPressEvent(event);
}

} // namespace kuaiban::counter
