#include "LockSheet.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int SheetWidth = 420;

} // namespace

LockSheet::LockSheet(const Look& look, const QString& name, QWidget* window)
    : Overlay(look, window)
    , m_password(new QLineEdit)
    , m_message(new MessageBar(look))
    , m_unlock(new ActionButton(look, ButtonRole::Primary, tr("Unlock")))
{
    setClosable(false);
    m_password->setEchoMode(QLineEdit::Password);
    sheet()->setTitle(tr("Locked"));
    sheet()->setTitleRole(TextRole::Title);
    sheet()->setFixedWidth(SheetWidth);
    auto* whose = new TextLabel(look, TextRole::Body, tr("%1 is signed in. Nothing is lost.").arg(name));
    whose->setWrapped(true);
    auto* other = new ActionButton(look, ButtonRole::Secondary, tr("Somebody else signs in"));
    auto* body = sheet()->body();
    body->addWidget(whose);
    body->addWidget(m_message);
    body->addWidget(new Field(look, tr("Password"), m_password));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(other);
    buttons->addStretch();
    buttons->addWidget(m_unlock);
    body->addLayout(buttons);
    connect(m_password, &QLineEdit::returnPressed, this, &LockSheet::submit);
    connect(m_unlock, &QPushButton::clicked, this, &LockSheet::submit);
    connect(other, &QPushButton::clicked, this, &LockSheet::leaveRequested);
}

void LockSheet::open()
{
    Overlay::open();
    m_password->setFocus();
}

void LockSheet::say(const Message& message)
{
    m_message->say(message);
    m_unlock->setEnabled(true);
    m_password->selectAll();
    m_password->setFocus();
}

void LockSheet::submit()
{
    if (!m_unlock->isEnabled() || m_password->text().isEmpty())
        return;
    m_unlock->setEnabled(false);
    Q_EMIT unlockRequested(m_password->text());
}

void LockSheet::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), look().colours().page);
}

} // namespace kuaiban::counter
