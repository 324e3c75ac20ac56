#include "NavigationRail.h"

#include "app/counter/look/StylePainting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

class RailDelegate final : public QStyledItemDelegate
{
public:
    RailDelegate(const Look& look, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_look(look)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {m_look.metrics().rail - 1, m_look.metrics().railItem};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& c = m_look.colours();
        const Metrics& m = m_look.metrics();
        const bool open = index.data(NavigationRows::OpenRole).toBool();
        const bool focused = option.state & QStyle::State_HasFocus;
        const QRect box = option.rect.adjusted(0, 1, 0, -1);
        if (open)
            painter->fillRect(box, c.selection);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(box, c.hover);
        if (open)
            painter->fillRect(QRect(box.topLeft(), QSize(3, box.height())), c.accent);
        if (focused)
            paintFocusRing(painter, m_look, QRectF(box).adjusted(4, 1, -2, -1));

        const QColor ink = open ? c.accent : c.text;
        const int textHeight = m_look.lineHeight(TextRole::Label);
        const int total = m.icon + 4 + textHeight;
        const QRectF icon(
            box.center().x() - m.icon / 2.0 + 0.5, box.top() + (box.height() - total) / 2, m.icon, m.icon);
        m_look.paintGlyph(
            painter, Glyph(index.data(NavigationRows::GlyphRole).toInt()), icon, open ? c.accent : c.secondary);
        QFont font = m_look.font(TextRole::Label);
        font.setBold(open);
        painter->setFont(font);
        painter->setPen(ink);
        const QRectF words(box.left() + 4, icon.bottom() + 4, box.width() - 6, textHeight);
        painter->drawText(words, Qt::AlignCenter | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, int(words.width())));
        if (const int count = index.data(NavigationRows::CountRole).toInt(); count > 0)
            paintBadge(painter, icon, count > 99 ? u"99+"_s : QString::number(count));
    }

private:
    void paintBadge(QPainter* painter, const QRectF& icon, const QString& text) const
    {
        QFont font = m_look.font(TextRole::Hint);
        font.setPixelSize(font.pixelSize() - 1);
        font.setBold(true);
        const QFontMetrics metrics(font);
        const double height = metrics.height() - 1;
        const double width = std::max(height, metrics.horizontalAdvance(text) + 8.0);
        const QRectF badge(icon.right() - 5, icon.top() - 5, width, height);
        paintBox(painter, badge, height / 2, m_look.colours().bad, m_look.colours().panel, 1);
        painter->setFont(font);
        painter->setPen(m_look.colours().onAccent);
        painter->drawText(badge, Qt::AlignCenter, text);
    }

    Look m_look;
};

} // namespace

void NavigationRows::setItems(const QVector<NavigationItem>& items)
{
    beginResetModel();
    m_items = items;
    endResetModel();
}

void NavigationRows::setCount(const QString& id, int count)
{
    const int row = rowOf(id);
    if (row < 0 || m_items[row].count == count)
        return;
    m_items[row].count = count;
    Q_EMIT dataChanged(index(row), index(row), {CountRole, Qt::AccessibleTextRole});
}

void NavigationRows::setOpen(const QString& id)
{
    const int before = rowOf(m_open);
    m_open = id;
    for (const int row : {before, rowOf(id)})
        if (row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {OpenRole});
}

int NavigationRows::rowOf(const QString& id) const
{
    for (int row = 0; row < m_items.size(); ++row)
        if (m_items[row].id == id)
            return row;
    return -1;
}

int NavigationRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant NavigationRows::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NavigationItem& item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return item.word;
    case Qt::AccessibleTextRole:
        return item.count > 0 ? tr("%1, %2 new").arg(item.word).arg(item.count) : item.word;
    case IdRole:
        return item.id;
    case GlyphRole:
        return int(item.glyph);
    case CountRole:
        return item.count;
    case OpenRole:
        return item.id == m_open;
    default:
        return {};
    }
}

NavigationRail::NavigationRail(const Look& look, QWidget* parent)
    : QListView(parent)
    , m_look(look)
    , m_rows(new NavigationRows(this))
{
    setModel(m_rows);
    setItemDelegate(new RailDelegate(look, this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // arrows and wheel scroll it on a low screen
    setMouseTracking(true);
    setAccessibleName(tr("Pages"));
    setFixedWidth(look.metrics().rail);
    setViewportMargins(0, 8, 1, 0);
    QPalette rail = palette();
    rail.setColor(QPalette::Base, look.colours().rail);
    setPalette(rail);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(this, &QListView::clicked, this, &NavigationRail::choose);
}

void NavigationRail::setItems(const QVector<NavigationItem>& items)
{
    m_rows->setItems(items);
    setOpenPage(m_rows->open());
}

void NavigationRail::setCount(const QString& id, int count)
{
    m_rows->setCount(id, count);
}

void NavigationRail::setOpenPage(const QString& id)
{
    m_rows->setOpen(id);
    if (const int row = m_rows->rowOf(id); row >= 0)
        setCurrentIndex(m_rows->index(row));
}

QSize NavigationRail::sizeHint() const
{
    return {m_look.metrics().rail, 8 + m_rows->rowCount() * m_look.metrics().railItem};
}

QSize NavigationRail::minimumSizeHint() const
{
    return {m_look.metrics().rail, m_look.metrics().railItem};
}

bool NavigationRail::event(QEvent* event)
{
    const bool done = QListView::event(event);
    if (event->type() == QEvent::Paint) // around the viewport: the edge towards the page
        QPainter(this).fillRect(QRect(width() - 1, 0, 1, height()), m_look.colours().border);
    return done;
}

void NavigationRail::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        choose(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void NavigationRail::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const QString id = index.data(NavigationRows::IdRole).toString();
    setOpenPage(id);
    Q_EMIT pageChosen(id);
}

} // namespace kuaiban::counter
