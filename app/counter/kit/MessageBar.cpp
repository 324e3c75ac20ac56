#include "MessageBar.h"

#include "ActionButton.h"
#include "app/counter/look/StylePainting.h"
#include "NoticeBox.h"
#include "TextLabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kuaiban::counter {

MessageBar::MessageBar(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_what(new TextLabel(look, TextRole::Strong))
    , m_side(new TextLabel(look, TextRole::Label, {}, Tone::Secondary))
    , m_remedy(new TextLabel(look, TextRole::Body))
    , m_code(new TextLabel(look, TextRole::Hint, {}, Tone::Secondary))
    , m_actions(new QHBoxLayout)
    , m_close(new IconButton(look, Glyph::Close, tr("Close message")))
{
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_what);
    head->addWidget(m_side);
    head->addStretch(1);
    head->addWidget(m_code);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addLayout(head);
    words->addWidget(m_remedy);
    m_remedy->setWrapped(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setFocusPolicy(Qt::NoFocus);
    m_actions->setSpacing(8);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::panelPadding + look.metrics().mark + 8, 8, 8, 8);
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addLayout(m_actions);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void MessageBar::say(const Message& message)
{
    m_message = message;
    m_what->setText(message.what);
    m_what->setTone(message.tone);
    m_side->setText(message.side);
    m_side->setVisible(!message.side.isEmpty());
    const QString words = message.cause.isEmpty() ? message.remedy : message.cause + u' ' + message.remedy;
    m_remedy->setText(words);
    m_remedy->setVisible(!words.isEmpty());
    m_code->setText(message.code);
    setAccessibleName(message.what);
    setAccessibleDescription(words);
    show();
    updateGeometry();
    update();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void MessageBar::setActions(const QVector<QAction*>& actions)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (QAction* action : actions) {
        auto* button = new ActionButton(m_look, ButtonRole::Secondary, action, this);
        m_actions->addWidget(button);
        m_buttons.append(button);
    }
}

void MessageBar::clear()
{
    setActions({});
    m_message = {};
    hide();
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        clear();
        Q_EMIT dismissed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& c = m_look.colours();
    paintBox(&painter, rect(), Metrics::panelRadius, c.softOf(m_message.tone), c.lineOf(m_message.tone));
    const int mark = m_look.metrics().mark;
    const QRect line = m_what->geometry();
    paintMark(&painter, markOf(m_message.tone),
        QRectF(Metrics::panelPadding, line.center().y() - mark / 2.0 + 0.5, mark, mark), c.of(m_message.tone));
}

} // namespace kuaiban::counter
