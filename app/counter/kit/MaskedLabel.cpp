#include "MaskedLabel.h"

#include "ActionButton.h"
#include "TextLabel.h"

#include <QHBoxLayout>

namespace kuaiban::counter {

MaskedLabel::MaskedLabel(const Look& look, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_text(new TextLabel(look, TextRole::Body))
    , m_eye(new IconButton(look, Glyph::Eye, tr("Show %1 in full").arg(name)))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_text);
    row->addWidget(m_eye);
    row->addStretch(1);
    m_text->setAccessibleName(name);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MaskedLabel::conceal);
    connect(m_eye, &QAbstractButton::clicked, this, [this] {
        if (m_revealed)
            conceal();
        else
            Q_EMIT revealRequested();
    });
}

void MaskedLabel::setMasked(const QString& masked)
{
    m_masked = masked;
    conceal();
}

void MaskedLabel::setRevealable(bool revealable)
{
    m_eye->setVisible(revealable);
}

void MaskedLabel::reveal(const QString& full, int milliseconds)
{
    m_revealed = true;
    m_text->setText(full);
    m_eye->setIcon(m_look.icon(Glyph::EyeOff));
    m_timer.start(milliseconds);
}

void MaskedLabel::conceal()
{
    m_timer.stop();
    m_revealed = false;
    m_text->setText(m_masked);
    m_eye->setIcon(m_look.icon(Glyph::Eye));
}

QString MaskedLabel::shownText() const
{
    return m_text->text();
}

void MaskedLabel::hideEvent(QHideEvent* event)
{
    conceal();
    QWidget::hideEvent(event);
}

} // namespace kuaiban::counter
