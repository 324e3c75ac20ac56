#include "QueueList.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

class QueueDelegate final : public QStyledItemDelegate
{
public:
    QueueDelegate(const Look& look, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_look(look)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, m_look.lineHeight(TextRole::Heading) + m_look.lineHeight(TextRole::Body) +
                         m_look.lineHeight(TextRole::Hint) + 2 * Padding};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected) {
            painter->fillRect(option.rect, m_look.colours().selection);
            painter->fillRect(
                QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), m_look.colours().accent);
        }
        QRect line = option.rect.adjusted(Padding + 6, Padding, -Padding, -Padding);
        line.setHeight(m_look.lineHeight(TextRole::Heading));
        const auto tone = static_cast<Tone>(index.data(QueueModel::DueToneRole).toInt());
        write(painter, TextRole::Label, m_look.colour(tone), line, Qt::AlignRight,
            index.data(QueueModel::DueRole).toString());
        write(painter, TextRole::Heading, m_look.colour(Tone::Normal), line, Qt::AlignLeft,
            index.data(Qt::DisplayRole).toString());
        line.translate(0, line.height());
        line.setHeight(m_look.lineHeight(TextRole::Body));
        write(painter, TextRole::Body, m_look.colour(Tone::Normal), line, Qt::AlignLeft,
            index.data(QueueModel::ItemRole).toString());
        if (index.data(QueueModel::MineRole).toBool())
            write(painter, TextRole::Label, m_look.colour(Tone::Accent), line, Qt::AlignRight,
                kuaiban::counter::QueueList::tr("held by me"));
        line.translate(0, line.height());
        line.setHeight(m_look.lineHeight(TextRole::Hint));
        write(painter, TextRole::Hint, m_look.colour(Tone::Secondary), line, Qt::AlignLeft,
            index.data(QueueModel::NumberRole).toString());
    }

private:
    static constexpr int Padding = 10;

    void write(QPainter* painter, TextRole role, const QColor& colour, const QRect& box, Qt::Alignment side,
        const QString& text) const
    {
        painter->setFont(m_look.font(role));
        painter->setPen(colour);
        painter->drawText(box, static_cast<int>(side | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
    }

    Look m_look;
};

} // namespace

void QueueModel::setLines(QList<QueueLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int QueueModel::rowOf(const QString& stream) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines.at(row).stream == stream)
            return row;
    }
    return -1;
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.applicant;
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3, %4"_s.arg(line.applicant, line.item, line.number, line.due);
    case StreamRole:
        return line.stream;
    case ItemRole:
        return line.item;
    case NumberRole:
        return line.number;
    case DueRole:
        return line.due;
    case DueToneRole:
        return static_cast<int>(line.dueTone);
    case MineRole:
        return line.mine;
    default:
        return {};
    }
}

QueueList::QueueList(const Look& look, QWidget* parent)
    : QListView(parent)
    , m_model(new QueueModel(this))
{
    setModel(m_model);
    setItemDelegate(new QueueDelegate(look, this));
    setUniformItemSizes(true);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Cases that wait"));
}

void QueueList::setLines(const QList<QueueLine>& lines)
{
    const QString chosen = currentStream();
    m_filling = true;
    m_model->setLines(lines);
    if (!chosen.isEmpty())
        select(chosen);
    m_filling = false;
}

void QueueList::select(const QString& stream)
{
    const int row = m_model->rowOf(stream);
    if (row >= 0)
        setCurrentIndex(m_model->index(row));
}

void QueueList::selectFirst()
{
    if (m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0));
}

void QueueList::step(int by)
{
    const int row = currentIndex().isValid() ? currentIndex().row() + by : 0;
    if (row >= 0 && row < m_model->rowCount())
        setCurrentIndex(m_model->index(row));
}

QString QueueList::currentStream() const
{
    return currentIndex().isValid() ? currentIndex().data(QueueModel::StreamRole).toString() : QString();
}

void QueueList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_filling && current.isValid())
        Q_EMIT streamChosen(currentStream());
}

} // namespace kuaiban::counter
