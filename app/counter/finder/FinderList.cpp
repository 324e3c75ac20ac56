#include "FinderList.h"

#include "app/counter/kit/TextLabel.h"
#include "app/counter/look/StylePainting.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastWidth = 560;
constexpr int ShownRows = 14;
constexpr int Margin = 4;
constexpr int Inset = 10;

class FinderDelegate final : public QStyledItemDelegate
{
public:
    FinderDelegate(const Look& look, QObject* parent)
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
        QRect room = option.rect.adjusted(Inset, 0, -Inset, 0);
        const QString heading = index.data(FinderRows::HeadingRole).toString();
        if (!heading.isEmpty()) {
            painter->setFont(m_look.font(TextRole::Label));
            painter->setPen(c.secondary);
            painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, heading);
            return;
        }
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen || option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, chosen ? c.selection : c.hover);
        if (chosen)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), c.accent);
        if (index.data(FinderRows::FavouriteRole).toBool()) {
            painter->setFont(m_look.font(TextRole::Body));
            painter->setPen(c.accent);
            painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, u"★"_s);
        }
        room.setLeft(room.left() + m_look.metrics().smallIcon + 4);
        const QFont small = m_look.font(TextRole::Label);
        const QFontMetrics smallMetrics(small);
        const QString detail = index.data(FinderRows::DetailRole).toString();
        const int width = std::min(smallMetrics.horizontalAdvance(detail) + 2, room.width() / 2);
        painter->setFont(small);
        painter->setPen(c.secondary);
        painter->drawText(QRect(room.right() - width, room.top(), width + 1, room.height()),
            Qt::AlignVCenter | Qt::AlignRight, smallMetrics.elidedText(detail, Qt::ElideRight, width));
        room.setRight(room.right() - width - 12);
        painter->setFont(m_look.font(TextRole::Body));
        painter->setPen(c.text);
        painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(painter->font())
                .elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width()));
    }

private:
    Look m_look;
};

} // namespace

void FinderRows::setRows(const QVector<FinderRow>& rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int FinderRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FinderRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const auto& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.heading.isEmpty() ? row.found.title : row.heading;
    case Qt::AccessibleTextRole:
        return row.heading.isEmpty()
                   ? u"%1, %2, %3"_s.arg(foundKindWord(row.found.kind), row.found.title, row.found.detail)
                   : row.heading;
    case HeadingRole:
        return row.heading;
    case DetailRole:
        return row.found.detail;
    case FavouriteRole:
        return row.isFavourite;
    default:
        return {};
    }
}

Qt::ItemFlags FinderRows::flags(const QModelIndex& index) const
{
    const bool isHeading = index.isValid() && !m_rows.at(index.row()).heading.isEmpty();
    return isHeading ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

FinderList::FinderList(const Look& look, QWidget* box)
    : QWidget(box->window())
    , m_look(look)
    , m_box(box)
    , m_rows(new FinderRows(this))
    , m_list(new QListView(this))
    , m_foot(new TextLabel(look, TextRole::Hint, {}, Tone::Secondary))
{
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new FinderDelegate(look, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("What was found"));
    m_foot->setWrapped(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(Margin);
    column->addWidget(m_list);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(Inset, 0, Inset, 2);
    foot->addWidget(m_foot);
    column->addLayout(foot);
    connect(m_list, &QListView::clicked, this, [this] {
        if (current())
            Q_EMIT picked();
    });
    box->window()->installEventFilter(this);
}

void FinderList::show(const QVector<FinderRow>& rows, const QString& foot)
{
    const auto* before = current();
    const auto kept = before ? std::optional(*before) : std::nullopt;
    m_rows->setRows(rows);
    m_foot->setText(foot);
    int wanted = -1;
    for (int i = 0; i < rows.size(); ++i) {
        if (!rows.at(i).heading.isEmpty())
            continue;
        if (wanted < 0 || (kept && rows.at(i).found.isSame(*kept)))
            wanted = i;
        if (kept && rows.at(i).found.isSame(*kept))
            break;
    }
    m_list->setVisible(!rows.isEmpty());
    if (wanted >= 0)
        choose(wanted);
    place();
    QWidget::show();
    raise();
}

void FinderList::choose(int row)
{
    const auto index = m_rows->index(row, 0);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(row == 1 ? m_rows->index(0, 0) : index); // with the heading of the first
    m_box->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
}

void FinderList::step(int rows)
{
    const int direction = rows < 0 ? -1 : 1;
    int row = m_list->currentIndex().row() + rows;
    while (row >= 0 && row < m_rows->rowCount() && !m_rows->rows().at(row).heading.isEmpty())
        row += direction;
    if (row >= 0 && row < m_rows->rowCount())
        choose(row);
}

const Found* FinderList::current() const
{
    const auto index = m_list->currentIndex();
    if (!index.isValid() || !m_rows->rows().at(index.row()).heading.isEmpty())
        return nullptr;
    return &m_rows->rows().at(index.row()).found;
}

void FinderList::place()
{
    auto* window = m_box->window();
    const QPoint corner = m_box->mapTo(window, QPoint(0, m_box->height() + 2));
    const int width = std::min(std::max(m_box->width(), LeastWidth), window->width() - 2 * Metrics::pageMargin);
    const int rows = std::min(m_rows->rowCount(), ShownRows);
    m_list->setFixedHeight(rows * m_look.metrics().rowHeight);
    const int height = std::min(sizeHint().height(), window->height() - corner.y() - Metrics::pageMargin);
    const int left = std::min(corner.x(), window->width() - width - Metrics::pageMargin);
    setGeometry(left, corner.y(), width, height);
}

bool FinderList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void FinderList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(&painter, rect(), Metrics::panelRadius, m_look.colours().panel, m_look.colours().controlBorder);
}

} // namespace kuaiban::counter
