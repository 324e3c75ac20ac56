#include "ThumbnailStrip.h"

#include "app/counter/look/StylePainting.h"
#include "NoticeBox.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize sheet(84, 112);
constexpr int gap = 9;

class SheetDelegate final : public QStyledItemDelegate
{
public:
    SheetDelegate(const Look& look, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_look(look)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        const int grown = m_look.lineHeight(TextRole::Hint) - 16; // large type makes the caption taller
        return {sheet.width() + gap, sheet.height() + std::max(0, grown) + gap};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& c = m_look.colours();
        const QRect box = option.rect.adjusted(0, 0, -gap, -gap);
        const bool selected = option.state & QStyle::State_Selected;
        const bool add = index.data(PageThumbs::AddRole).toBool();
        paintBox(painter, box, 3, selected ? c.selection : c.rail, selected ? c.lineOf(Tone::Accent) : c.border);
        const int caption = m_look.lineHeight(TextRole::Hint) + 6;
        const QRect paper = box.adjusted(4, 4, -4, -caption);
        const auto image = index.data(PageThumbs::ImageRole).value<QImage>();
        if (add) {
            const int icon = m_look.metrics().icon;
            QRectF plus(0, 0, icon, icon);
            plus.moveCenter(QRectF(paper).center());
            m_look.paintGlyph(painter, Glyph::Scan, plus, c.accent);
        } else if (image.isNull()) {
            paintLines(painter, paper);
        } else {
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            QRect room(QPoint(), image.size().scaled(paper.size(), Qt::KeepAspectRatio));
            room.moveCenter(paper.center());
            painter->drawImage(room, image);
        }
        const auto tone = Tone(index.data(PageThumbs::ToneRole).toInt());
        const QString note = index.data(PageThumbs::NoteRole).toString();
        if (!note.isEmpty()) {
            const int mark = m_look.metrics().mark;
            paintMark(painter, markOf(tone), QRectF(box.right() - mark - 4, box.top() + 5, mark, mark), c.of(tone));
        }
        painter->setFont(m_look.font(TextRole::Hint));
        painter->setPen(add ? c.accent : note.isEmpty() ? c.text : c.of(tone));
        const QRect words(box.left() + 2, box.bottom() - caption + 1, box.width() - 4, caption - 2);
        painter->drawText(words, Qt::AlignCenter | Qt::TextSingleLine,
            QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        if (selected && option.state & QStyle::State_HasFocus)
            paintFocusRing(painter, m_look, box);
    }

private:
    void paintLines(QPainter* painter, const QRect& paper) const
    {
        for (int i = 0; i < 6; ++i) {
            const double share = i == 2 || i == 5 ? 0.5 : 1.0;
            painter->fillRect(QRectF(paper.left() + 5, paper.top() + 5 + i * 9, (paper.width() - 10) * share, 2.5),
                m_look.colours().drawing);
        }
    }

    Look m_look;
};

} // namespace

void PageThumbs::setPages(const QVector<PageThumb>& pages)
{
    beginResetModel();
    m_pages = pages;
    endResetModel();
}

void PageThumbs::setAddText(const QString& text)
{
    beginResetModel();
    m_addText = text;
    endResetModel();
}

int PageThumbs::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : pageCount() + (m_addText.isEmpty() ? 0 : 1);
}

QVariant PageThumbs::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.row() == pageCount()) {
        if (role == Qt::DisplayRole)
            return m_addText;
        return role == AddRole ? QVariant(true) : QVariant();
    }
    const PageThumb& page = m_pages[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return page.note.isEmpty() ? tr("Page %1").arg(index.row() + 1)
                                   : tr("%1 · %2").arg(index.row() + 1).arg(page.note);
    case Qt::AccessibleTextRole:
        return "%1 %2"_L1.arg(tr("Page %1 of %2").arg(index.row() + 1).arg(pageCount()), page.note).trimmed();
    case Qt::ToolTipRole:
        return page.note;
    case IdRole:
        return page.id;
    case ImageRole:
        return page.image;
    case NoteRole:
        return page.note;
    case ToneRole:
        return int(page.tone);
    default:
        return {};
    }
}

ThumbnailStrip::ThumbnailStrip(const Look& look, QWidget* parent)
    : FittedList(parent)
    , m_pages(new PageThumbs(this))
{
    setItemDelegate(new SheetDelegate(look, this));
    setFlow(LeftToRight);
    setWrapping(true);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setModel(m_pages);
    setAccessibleName(tr("Scanned pages"));
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (index.data(PageThumbs::AddRole).toBool())
            Q_EMIT addRequested();
    });
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex& index) {
        if (!index.data(PageThumbs::AddRole).toBool())
            Q_EMIT pageChosen(m_pages->idAt(index.row()));
    });
}

void ThumbnailStrip::setPages(const QVector<PageThumb>& pages)
{
    const QString kept = currentId();
    const int row = currentIndex().row();
    m_pages->setPages(pages);
    for (int i = 0; i < pages.size(); ++i) {
        if (pages[i].id == kept) {
            setCurrentIndex(m_pages->index(i));
            return;
        }
    }
    if (row >= 0 && !pages.isEmpty()) // its page is gone: the one that moved up
        setCurrentIndex(m_pages->index(std::min(row, int(pages.size()) - 1)));
}

void ThumbnailStrip::setAddText(const QString& text)
{
    m_pages->setAddText(text);
}

QString ThumbnailStrip::currentId() const
{
    return m_pages->idAt(currentIndex().row());
}

void ThumbnailStrip::keyPressEvent(QKeyEvent* event)
{
    const QString id = currentId();
    const int row = currentIndex().row();
    const bool arrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !(event->modifiers() & Qt::ControlModifier)) {
        choose(currentIndex());
    } else if (event->key() == Qt::Key_Delete && !id.isEmpty()) {
        Q_EMIT removeRequested(id);
    } else if (arrow && event->modifiers() == Qt::ControlModifier && !id.isEmpty()) {
        const int to = row + (event->key() == Qt::Key_Left ? -1 : 1);
        if (to >= 0 && to < m_pages->pageCount())
            Q_EMIT moveRequested(id, to);
    } else {
        FittedList::keyPressEvent(event);
    }
}

void ThumbnailStrip::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    if (index.data(PageThumbs::AddRole).toBool())
        Q_EMIT addRequested();
    else
        Q_EMIT pageChosen(m_pages->idAt(index.row()));
}

} // namespace kuaiban::counter
