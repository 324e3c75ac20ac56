#include "QuickPhrases.h"

#include "ActionButton.h"
#include "TextLabel.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

WrapLayout::WrapLayout(int gap, QWidget* parent)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

WrapLayout::~WrapLayout()
{
    qDeleteAll(m_items);
}

void WrapLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < m_items.size() ? m_items[index] : nullptr;
}

QLayoutItem* WrapLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize WrapLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

QSize WrapLayout::sizeHint() const
{
    int width = 0;
    for (const QLayoutItem* item : m_items)
        width += item->sizeHint().width() + m_gap;
    return {width, minimumSize().height()};
}

void WrapLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int WrapLayout::arrange(const QRect& rect, bool apply) const
{
    int x = rect.left();
    int y = rect.top();
    int rowHeight = 0;
    QVector<std::pair<QLayoutItem*, QRect>> row;
    const auto finishRow = [&] {
        if (apply)
            for (auto& [item, box] : row)
                item->setGeometry(QRect(box.left(), y + (rowHeight - box.height()) / 2, box.width(), box.height()));
        row.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo(QSize(std::max(1, rect.width()), QLAYOUTSIZE_MAX));
        if (x > rect.left() && x + size.width() > rect.left() + rect.width()) {
            finishRow();
            x = rect.left();
            y += rowHeight + m_gap;
            rowHeight = 0;
        }
        row.append({item, QRect(QPoint(x, y), size)});
        rowHeight = std::max(rowHeight, size.height());
        x += size.width() + m_gap;
    }
    finishRow();
    return y + rowHeight - rect.top();
}

QuickPhrases::QuickPhrases(const Look& look, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_row(new WrapLayout(4, this))
{
    m_row->addWidget(new TextLabel(look, TextRole::Label, title, Tone::Secondary));
    setAccessibleName(title);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void QuickPhrases::setPhrases(const QStringList& phrases)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_phrases = phrases.mid(0, 9);
    for (int i = 0; i < m_phrases.size(); ++i) {
        auto* button = new ActionButton(m_look, ButtonRole::Quiet, QString::number(i + 1) + u' ' + m_phrases[i], this);
        button->setFont(m_look.font(TextRole::Label));
        button->setToolTip("Alt+"_L1 + QString::number(i + 1));
        button->setAccessibleDescription(button->toolTip());
        connect(button, &QPushButton::clicked, this, [this, i] { choose(i + 1); });
        m_row->addWidget(button);
        m_buttons.append(button);
    }
    updateGeometry();
}

void QuickPhrases::choose(int number)
{
    if (number >= 1 && number <= m_phrases.size())
        Q_EMIT phraseChosen(m_phrases[number - 1]);
}

} // namespace kuaiban::counter
