#include "Watermark.h"

#include <QChildEvent>
#include <QPainter>

namespace kuaiban::counter {

Watermark::Watermark(const Look& look, QWidget* page)
    : QWidget(page)
    , m_look(look)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    page->installEventFilter(this);
    setGeometry(page->rect());
    raise();
}

void Watermark::setWords(const QString& words)
{
    if (std::exchange(m_words, words) != words)
        update();
}

bool Watermark::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent()) {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        else if (event->type() == QEvent::ChildAdded && static_cast<QChildEvent*>(event)->child() != this)
            raise();
    }
    return QWidget::eventFilter(watched, event);
}

void Watermark::paintEvent(QPaintEvent*)
{
    if (m_words.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ink = m_look.colours().text;
    ink.setAlphaF(0.045F);
    painter.setPen(ink);
    painter.setFont(m_look.font(TextRole::Body));
    const int stepX = QFontMetrics(painter.font()).horizontalAdvance(m_words) + 90;
    const int stepY = 130;
    painter.rotate(-18);
    const int reach = width() + height();
    int line = 0;
    for (int y = 0; y < reach; y += stepY, ++line)
        for (int x = -reach / 2 + (line % 2) * stepX / 2; x < reach; x += stepX)
            painter.drawText(x, y, m_words);
}

} // namespace kuaiban::counter
