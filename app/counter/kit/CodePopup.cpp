#include "CodePopup.h"

#include "app/counter/look/StylePainting.h"
#include "TextLabel.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownRows = 8;
constexpr int margin = 4;

class CodeRowDelegate final : public QStyledItemDelegate
{
public:
    CodeRowDelegate(const Look& look, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_look(look)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, m_look.metrics().rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& c = m_look.colours();
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen)
            painter->fillRect(option.rect, c.selection);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, c.hover);
        if (chosen)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), c.accent);
        QRect room = option.rect.adjusted(10, 0, -10, 0);
        const QFont small = m_look.font(counter::TextRole::Label);
        const QString initials = index.data(CodeRows::InitialsRole).toString();
        const QFontMetrics smallMetrics(small);
        if (!initials.isEmpty()) {
            const int width = std::min(smallMetrics.horizontalAdvance(initials), room.width() / 4);
            painter->setFont(small);
            painter->setPen(c.disabled);
            painter->drawText(QRect(room.right() - width, room.top(), width + 1, room.height()),
                Qt::AlignVCenter | Qt::AlignRight, smallMetrics.elidedText(initials, Qt::ElideRight, width));
            room.setRight(room.right() - width - 12);
        }
        painter->setFont(m_look.font(counter::TextRole::Body));
        const QFontMetrics metrics(painter->font());
        const QString code = index.data(CodeRows::CodeRole).toString();
        if (!code.isEmpty()) {
            painter->setPen(c.secondary);
            painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, code);
            room.setLeft(room.left() + metrics.horizontalAdvance(code) + 10);
        }
        painter->setPen(c.text);
        painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
            metrics.elidedText(index.data(CodeRows::TextRole).toString(), Qt::ElideRight, room.width()));
    }

private:
    Look m_look;
};

} // namespace

void CodeRows::setItems(const QVector<CodeItem>& items)
{
    beginResetModel();
    m_items = items;
    endResetModel();
}

int CodeRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant CodeRows::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CodeItem& item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return QString(item.code + u' ' + item.text);
    case CodeRole:
        return item.code;
    case TextRole:
        return item.text;
    case InitialsRole:
        return item.initials;
    default:
        return {};
    }
}

CodePopup::CodePopup(const Look& look, QWidget* owner)
    : QWidget(owner->window())
    , m_look(look)
    , m_owner(owner)
    , m_rows(new CodeRows(this))
    , m_list(new QListView(this))
    , m_foot(new TextLabel(look, TextRole::Hint, {}, Tone::Secondary))
{
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new CodeRowDelegate(look, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Matching entries"));
    m_foot->setContentsMargins(8, 0, 8, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(2);
    column->addWidget(m_list, 1);
    column->addWidget(m_foot);
    connect(m_list, &QListView::clicked, this, &CodePopup::picked);
    setFocusPolicy(Qt::NoFocus);
    hide();
    parentWidget()->installEventFilter(this);
}

void CodePopup::offer(const QVector<CodeItem>& items, bool more, bool chooseFirst, bool ready)
{
    m_rows->setItems(items);
    m_foot->setText(!ready            ? tr("The list is still being read")
                    : items.isEmpty() ? tr("Nothing matches")
                    : more            ? tr("First %1 entries; type on to narrow").arg(items.size())
                                      : QString());
    m_foot->setVisible(!m_foot->text().isEmpty());
    m_list->setVisible(!items.isEmpty());
    if (chooseFirst && !items.isEmpty())
        m_list->setCurrentIndex(m_rows->index(0));
    place();
    show();
    raise();
}

void CodePopup::step(int rows)
{
    const int count = m_rows->rowCount();
    if (count == 0)
        return;
    const int now = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : (rows > 0 ? -1 : count);
    m_list->setCurrentIndex(m_rows->index(qBound(0, now + rows, count - 1)));
}

const CodeItem* CodePopup::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_rows->items()[index.row()] : nullptr;
}

void CodePopup::place()
{
    QWidget* host = parentWidget();
    const QRect anchor(m_owner->mapTo(host, QPoint()), m_owner->size());
    const int rows = std::min(shownRows, m_rows->rowCount());
    int height = rows * m_look.metrics().rowHeight + 2 * margin;
    if (!m_foot->isHidden())
        height += m_foot->sizeHint().height() + 4;
    const int width = std::min(std::max(anchor.width(), 24 * m_look.lineHeight(TextRole::Body)), host->width() - 8);
    const int x = qBound(4, anchor.left(), host->width() - width - 4);
    const bool below = anchor.bottom() + 3 + height <= host->height() || anchor.top() < host->height() / 2;
    setGeometry(x, below ? anchor.bottom() + 3 : anchor.top() - 2 - height, width, height);
}

bool CodePopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        hide();
    return QWidget::eventFilter(watched, event);
}

void CodePopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(&painter, rect(), Metrics::panelRadius, m_look.colours().panel, m_look.colours().controlBorder);
}

} // namespace kuaiban::counter
