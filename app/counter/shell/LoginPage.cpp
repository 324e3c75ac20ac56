#include "LoginPage.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

LoginPage::LoginPage(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_login(new QLineEdit)
    , m_password(new QLineEdit)
    , m_enter(new ActionButton(look, ButtonRole::Primary, tr("Sign in")))
    , m_message(new MessageBar(look))
    , m_place(new TextLabel(look, TextRole::Label))
    , m_note(new TextLabel(look, TextRole::Hint))
{
    m_password->setEchoMode(QLineEdit::Password);
    m_place->setTone(Tone::Secondary);
    m_note->setTone(Tone::Secondary);
    m_note->setWordWrap(true);
    auto* panel = new Panel(look, tr("Kuaiban"));
    panel->setTitleRole(TextRole::Title);
    panel->body()->addWidget(m_place);
    panel->body()->addWidget(m_message);
    panel->body()->addWidget(new Field(look, tr("Account"), m_login));
    panel->body()->addWidget(new Field(look, tr("Password"), m_password));
    panel->body()->addWidget(m_enter);
    panel->body()->addWidget(m_note);
    panel->setFixedWidth(420);

    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    auto* row = new QHBoxLayout; // an alignment would forget that wrapped words need more height
    row->addStretch();
    row->addWidget(panel);
    row->addStretch();
    column->addLayout(row);
    column->addStretch(3);
    connect(m_login, &QLineEdit::returnPressed, m_password, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, &LoginPage::submit);
    connect(m_enter, &QPushButton::clicked, this, &LoginPage::submit);
}

void LoginPage::setPlace(const QString& office, const QString& window)
{
    m_place->setText(tr("%1 · Window %2").arg(office, window));
}

void LoginPage::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void LoginPage::begin()
{
    m_message->clear();
    m_password->clear();
    setBusy(false);
    if (m_login->text().isEmpty())
        m_login->setFocus();
    else
        m_password->setFocus();
}

void LoginPage::setBusy(bool busy)
{
    m_enter->setEnabled(!busy);
    m_enter->setText(busy ? tr("Signing in …") : tr("Sign in"));
}

void LoginPage::say(const Message& message)
{
    setBusy(false);
    m_message->say(message);
    m_password->selectAll();
    m_password->setFocus();
}

void LoginPage::submit()
{
    if (!m_enter->isEnabled() || m_login->text().trimmed().isEmpty())
        return;
    setBusy(true);
    Q_EMIT signInRequested(m_login->text().trimmed(), m_password->text());
}

} // namespace kuaiban::counter
