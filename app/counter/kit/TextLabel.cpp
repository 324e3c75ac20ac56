#include "TextLabel.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

TextLabel::TextLabel(const Look& look, TextRole role, const QString& text, Tone tone, QWidget* parent)
    : QLabel(text, parent)
    , m_look(look)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setFont(look.font(role));
    setTone(tone);
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, m_look.colour(tone));
    inked.setColor(QPalette::Text, m_look.colour(tone));
    setPalette(inked);
}

void TextLabel::setWrapped(bool wrapped)
{
    setWordWrap(wrapped);
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(wrapped);
    setSizePolicy(policy);
}

ElidedLabel::ElidedLabel(const Look& look, TextRole role, const QString& text, Tone tone, QWidget* parent)
    : TextLabel(look, role, text, tone, parent)
{}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {std::min(metrics.horizontalAdvance(text()), metrics.horizontalAdvance(u"中…"_s)), metrics.height()};
}

bool ElidedLabel::isCut() const
{
    return QFontMetrics(font()).horizontalAdvance(text()) > contentsRect().width();
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const QRect box = contentsRect();
    painter.drawText(box, int(alignment()) | Qt::TextSingleLine,
        QFontMetrics(font()).elidedText(text(), Qt::ElideRight, box.width()));
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return TextLabel::event(event);
}

} // namespace kuaiban::counter
