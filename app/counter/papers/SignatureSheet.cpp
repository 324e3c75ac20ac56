#include "SignatureSheet.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/InkPad.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

SignatureSheet::SignatureSheet(const Look& look, QWidget* window)
    : Overlay(look, window)
    , m_pad(new InkPad(look))
    , m_what(new TextLabel(look, TextRole::Body))
    , m_hint(new TextLabel(look, TextRole::Hint, {}, Tone::Secondary))
    , m_take(new ActionButton(look, ButtonRole::Primary, tr("Take the signature")))
{
    auto* anew = new ActionButton(look, ButtonRole::Secondary, tr("Begin anew"));
    m_take->setKeyText(tr("Enter"));
    anew->setKeyText(tr("Delete"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(anew);
    buttons->addWidget(m_take);
    sheet()->body()->addWidget(m_what);
    sheet()->body()->addWidget(m_pad);
    sheet()->body()->addLayout(buttons);
    connect(anew, &QPushButton::clicked, m_pad, &InkPad::clear);
    connect(m_take, &QPushButton::clicked, this, &SignatureSheet::take);
    connect(m_pad, &InkPad::changed, this, [this] { m_hint->setText(tr("Esc closes without a signature")); });
}

void SignatureSheet::ask(const QString& who, const QString& what)
{
    sheet()->setTitle(tr("Signature of %1").arg(who));
    m_what->setText(what);
    m_pad->clear();
    open();
    m_take->setFocus();
}

void SignatureSheet::take()
{
    if (!m_pad->isSigned()) {
        m_hint->setText(tr("Nothing is signed yet."));
        return;
    }
    const QImage picture = m_pad->picture();
    close();
    Q_EMIT signedBy(picture);
}

void SignatureSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        m_pad->clear();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else
        Overlay::keyPressEvent(event);
}

} // namespace kuaiban::counter
