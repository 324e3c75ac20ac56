#include "CardPinSheet.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "modules/codes/Mask.h"

#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using devices::Pin;
using devices::SscStation;

namespace {

constexpr int SheetWidth = 440;

QLineEdit* pinEdit(QWidget* parent)
{
    auto* edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    edit->setMaxLength(Pin::Longest);
    edit->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    edit->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]*"_s), parent));
    return edit;
}

} // namespace

CardPinSheet::CardPinSheet(const PageContext& context, QWidget* window)
    : Overlay(context.look, window)
    , m_context(context)
    , m_whose(new TextLabel(context.look, TextRole::Body))
    , m_present(pinEdit(this))
    , m_next(pinEdit(this))
    , m_again(pinEdit(this))
    , m_againField(new Field(context.look, tr("New PIN once more"), m_again))
    , m_message(new MessageBar(context.look))
    , m_act(new ActionButton(context.look, ButtonRole::Primary))
{
    sheet()->setTitle(tr("PIN of the social security card"));
    setAccessibleName(tr("PIN of the social security card"));
    sheet()->setMinimumWidth(static_cast<int>(SheetWidth * context.look.settings().textScale));
    auto* hint = new TextLabel(context.look, TextRole::Hint,
        tr("Let the holder type; to check the PIN only, leave the new one empty"), Tone::Secondary);
    hint->setWordWrap(true);
    m_act->setKeyText(tr("Enter"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(hint, 1);
    foot->addWidget(m_act);
    auto* body = sheet()->body();
    body->addWidget(m_whose);
    body->addWidget(new Field(context.look, tr("PIN"), m_present));
    body->addWidget(new Field(context.look, tr("New PIN"), m_next));
    body->addWidget(m_againField);
    body->addWidget(m_message);
    body->addLayout(foot);
    connect(m_act, &QPushButton::clicked, this, &CardPinSheet::act);
    connect(m_present, &QLineEdit::returnPressed, m_next, [this] { m_next->setFocus(); });
    connect(m_next, &QLineEdit::returnPressed, this, [this] {
        if (isChange())
            m_again->setFocus();
        else
            act();
    });
    connect(m_again, &QLineEdit::returnPressed, this, &CardPinSheet::act);
    connect(m_next, &QLineEdit::textChanged, this, &CardPinSheet::tellWhatToDo);
    auto& cards = context.devices.smartCard();
    connect(&cards, &SscStation::cardRead, this, &CardPinSheet::tellWhose);
    connect(&cards, &SscStation::cardRemoved, this, [this] {
        tellWhose();
        empty(); // it was meant for that card
    });
    connect(&cards, &SscStation::pinAccepted, this, [this] {
        if (m_waiting)
            answered(
                {Tone::Good, m_changing ? tr("The card has the new PIN.") : tr("The PIN is right."), {}, {}, {}, {}});
    });
    connect(&cards, &SscStation::failed, this, [this](const Error& error) {
        const auto message = messageFor(error, m_context.manual, m_context.language);
        if (m_waiting)
            answered(message);
        else if (isVisible())
            m_message->say(message);
    });
    connect(this, &Overlay::closed, this, &CardPinSheet::empty);
}

void CardPinSheet::ask()
{
    tellWhose();
    if (!std::exchange(m_unseen, false) && !m_waiting)
        m_message->clear();
    open();
    m_present->setFocus();
}

bool CardPinSheet::isChange() const
{
    return !m_next->text().isEmpty();
}

void CardPinSheet::tellWhatToDo()
{
    m_act->setText(isChange() ? tr("Change the PIN") : tr("Check the PIN"));
    m_againField->setNormal();
}

void CardPinSheet::tellWhose()
{
    const auto& card = m_context.devices.smartCard().card();
    const bool named = card && card->tellsPerson();
    m_whose->setText(
        card ? tr("The card of %1").arg(named ? codes::maskName(card->name) : tr("a holder it does not name"))
             : tr("No card was read yet"));
}

void CardPinSheet::act()
{
    if (m_waiting)
        return;
    if (isChange())
        change();
    else
        check();
}

void CardPinSheet::check()
{
    auto pin = Pin::fromText(m_present->text());
    if (!pin) {
        m_message->say(messageFor(pin.error(), m_context.manual, m_context.language));
        m_present->setFocus();
        return;
    }
    wait(false);
    m_context.devices.smartCard().verifyPin(std::move(*pin));
}

void CardPinSheet::change()
{
    if (m_next->text() != m_again->text()) {
        m_againField->setError(tr("Not the same as the line above"));
        m_again->setFocus();
        return;
    }
    auto before = Pin::fromText(m_present->text());
    auto after = Pin::fromText(m_next->text());
    if (!before || !after) {
        m_message->say(messageFor(before ? after.error() : before.error(), m_context.manual, m_context.language));
        (before ? m_next : m_present)->setFocus();
        return;
    }
    wait(true);
    m_context.devices.smartCard().changePin(std::move(*before), std::move(*after));
}

void CardPinSheet::wait(bool changing)
{
    m_waiting = true;
    m_changing = changing;
    empty();
    setTyping(false);
    m_message->say({Tone::Secondary, tr("The card is asked …"), {}, {}, {}, {}});
}

void CardPinSheet::answered(const Message& message)
{
    m_waiting = false;
    m_unseen = !isVisible();
    setTyping(true);
    m_message->say(message);
    if (isVisible())
        m_present->setFocus();
}

void CardPinSheet::setTyping(bool typing)
{
    for (QWidget* part : QList<QWidget*>{m_present, m_next, m_again, m_act})
        part->setEnabled(typing);
}

// clear() would leave it to be undone.
void CardPinSheet::empty()
{
    for (auto* edit : {m_present, m_next, m_again})
        edit->setText({});
    tellWhatToDo();
}

} // namespace kuaiban::counter
