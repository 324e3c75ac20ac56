#include "ActionBar.h"

#include "ActionButton.h"
#include "app/counter/look/StylePainting.h"
#include "TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace kuaiban::counter {

ActionBar::ActionBar(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_left(new QHBoxLayout)
    , m_message(new ElidedLabel(look, TextRole::Body, {}, Tone::Secondary))
    , m_right(new QHBoxLayout)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 5, 16, 6);
    row->setSpacing(16);
    m_left->setSpacing(8);
    m_right->setSpacing(8);
    m_message->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addLayout(m_left);
    row->addWidget(m_message, 1);
    row->addLayout(m_right);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

ActionButton* ActionBar::addLeft(QAction* action, ButtonRole role)
{
    auto* button = new ActionButton(m_look, role, action, this);
    m_left->addWidget(button);
    return letKeyYield(button);
}

ActionButton* ActionBar::addRight(QAction* action)
{
    auto* button = new ActionButton(m_look, ButtonRole::Secondary, action, this);
    m_right->insertWidget(m_right->count() - (m_primary ? 1 : 0), button);
    return letKeyYield(button);
}

ActionButton* ActionBar::letKeyYield(ActionButton* button)
{
    m_others.append(button);
    button->setKeyYielding();
    button->setKeyShown(m_keysShown);
    return button;
}

ActionButton* ActionBar::setPrimary(QAction* action)
{
    if (m_primary) {
        m_primary->setAction(action);
    } else {
        m_primary = new ActionButton(m_look, ButtonRole::Primary, action, this);
        m_right->addWidget(m_primary);
    }
    return m_primary;
}

void ActionBar::setMessage(const QString& text, Tone tone)
{
    m_message->setText(text);
    m_message->setTone(tone);
}

int ActionBar::keyRoom() const
{
    int room = 0;
    for (const auto* button : m_others)
        room += button->isHidden() ? 0 : button->keyRoom();
    return room;
}

void ActionBar::fitKeys()
{
    const int whole = layout()->sizeHint().width() + (m_keysShown ? 0 : keyRoom());
    const bool fits = whole <= width();
    if (fits == m_keysShown)
        return;
    m_keysShown = fits;
    for (auto* button : std::as_const(m_others))
        button->setKeyShown(fits);
}

bool ActionBar::event(QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fitKeys();
    return QWidget::event(event);
}

void ActionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(&painter, rect(), Metrics::panelRadius, m_look.colours().panel, m_look.colours().border);
}

} // namespace kuaiban::counter
