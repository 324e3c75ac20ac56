#include "SearchBox.h"

#include <QKeyEvent>
#include <QPainter>

namespace kuaiban::counter {

SearchBox::SearchBox(const Look& look, const QString& prompt, QWidget* parent)
    : QLineEdit(parent)
    , m_look(look)
{
    setPlaceholderText(prompt);
    setAccessibleName(prompt);
    addAction(look.icon(Glyph::Search), QLineEdit::LeadingPosition);
    connect(this, &QLineEdit::textChanged, this, &SearchBox::keepRoom);
    connect(this, &QLineEdit::returnPressed, this, [this] { Q_EMIT searched(text().trimmed()); });
}

void SearchBox::setKeyText(const QString& keyText)
{
    m_keyText = keyText;
    setAccessibleDescription(keyText);
    keepRoom();
    update();
}

int SearchBox::capWidth() const
{
    return m_keyText.isEmpty() ? 0 : QFontMetrics(m_look.font(TextRole::Hint)).horizontalAdvance(m_keyText) + 10;
}

// The prompt ends before the key; typed text has the whole field.
void SearchBox::keepRoom()
{
    setTextMargins(0, 0, text().isEmpty() && capWidth() > 0 ? capWidth() + 4 : 0, 0);
}

bool SearchBox::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty())
            Q_EMIT left();
        else
            clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() != Qt::ControlModifier)
        event->accept(); // it searched, and what was found may have the keyboard: it is not "next field" as well
}

void SearchBox::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_keyText.isEmpty() || !text().isEmpty() || hasFocus())
        return;
    QPainter painter(this);
    const QFont font = m_look.font(TextRole::Hint);
    const QFontMetrics metrics(font);
    const QRectF cap(width() - capWidth() - 7, (height() - metrics.height() - 2) / 2, capWidth(), metrics.height() + 2);
    painter.setPen(QPen(m_look.colours().border, 1));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(m_look.colours().secondary);
    painter.setFont(font);
    painter.drawText(cap, Qt::AlignCenter, m_keyText);
}

} // namespace kuaiban::counter
