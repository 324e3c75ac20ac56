#include "Callout.h"

#include "ActionButton.h"
#include "app/counter/look/StylePainting.h"
#include "NoticeBox.h"
#include "TextLabel.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kuaiban::counter {

Callout::Callout(const Look& look, QWidget* anchor, QWidget* host)
    : QWidget(host)
    , m_look(look)
    , m_anchor(anchor)
    , m_what(new TextLabel(look, TextRole::Strong))
    , m_words(new TextLabel(look, TextRole::Body))
    , m_code(new TextLabel(look, TextRole::Hint, {}, Tone::Secondary))
    , m_close(new IconButton(look, Glyph::Close, tr("Close message")))
{
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_what);
    words->addWidget(m_words);
    words->addWidget(m_code);
    m_what->setWrapped(true);
    m_words->setWrapped(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::panelPadding + look.metrics().mark + 8, 8, 8, 8);
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QAbstractButton::clicked, this, &Callout::clear);
    host->installEventFilter(this);
    anchor->installEventFilter(this);
    hide();
}

void Callout::say(const Message& message)
{
    if (isHidden())
        m_before = QApplication::focusWidget();
    m_message = message;
    m_what->setText(message.what);
    m_what->setTone(message.tone);
    const QString words = message.cause.isEmpty() ? message.remedy : message.cause + u' ' + message.remedy;
    m_words->setText(words);
    m_code->setText(message.code);
    setAccessibleName(message.what);
    setAccessibleDescription(words);
    place();
    show();
    raise();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void Callout::clear()
{
    m_message = {};
    const auto* keyboard = QApplication::focusWidget();
    if (m_before && keyboard && isAncestorOf(keyboard))
        m_before->setFocus();
    hide();
}

void Callout::place()
{
    const QWidget* host = parentWidget();
    const int width = std::min(30 * m_look.lineHeight(TextRole::Body), host->width() - 2 * Metrics::pageMargin);
    const QRect anchor(m_anchor->mapTo(host, QPoint()), m_anchor->size());
    const int x = qBound(Metrics::pageMargin, anchor.left(), host->width() - width - Metrics::pageMargin);
    setGeometry(x, anchor.bottom() + 1 + 2 * Metrics::grid, width, heightForWidth(width));
}

bool Callout::eventFilter(QObject* watched, QEvent* event)
{
    if (isVisible() && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place();
    return QWidget::eventFilter(watched, event);
}

void Callout::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        clear();
    else
        QWidget::keyPressEvent(event);
}

void Callout::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& c = m_look.colours();
    paintBox(&painter, rect(), Metrics::panelRadius, c.softOf(m_message.tone), c.lineOf(m_message.tone));
    const int mark = m_look.metrics().mark;
    const int line = m_what->y() + m_look.lineHeight(TextRole::Strong) / 2;
    paintMark(&painter, markOf(m_message.tone), QRectF(Metrics::panelPadding, line - mark / 2.0 + 0.5, mark, mark),
        c.of(m_message.tone));
}

} // namespace kuaiban::counter
