#include "IntakePage.h"

#include "app/counter/casefile/FormPane.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/LayoutPause.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/Overlay.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/papers/MaterialPane.h"
#include "app/counter/parties/PersonPane.h"
#include "ItemPane.h"

#include <QAction>
#include <QApplication>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedLayout>

// Who the case is about: cards, typed identities, agents, and what the register says.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;
namespace role = casework::role;

bool IntakePage::mayTakeCard()
{
    if (!isVisible())
        return false;
    // What lies over the page has the keyboard, and the citizen may be reading it: nothing changes beneath.
    if (Overlay::isOpen(window())) {
        say(tr("A card was read and left aside meanwhile. F2 or F3 reads it again."), Tone::Attention);
        return false;
    }
    if (m_drafts->isUnderway(draft().id)) // the next citizen is quicker than the store
        beginNew();
    return true;
}

void IntakePage::takeCard(const devices::IdCard& card)
{
    if (!mayTakeCard())
        return;
    auto party = partyOf(card);
    const auto before = draft().party(role::Applicant);
    if (before.value("idNo"_L1) == party.value("idNo"_L1) && before.contains("ssc"_L1))
        party.insert(u"ssc"_s, before.value("ssc"_L1)); // compared with the card that lay there first
    takePersonOf(party);
}

void IntakePage::takeSecurityCard(const devices::SscCard& card)
{
    if (!mayTakeCard())
        return;
    const auto before = draft().party(role::Applicant);
    if (!card.tellsPerson()) {
        say(tr("The card of the third generation is being authenticated at the hub …"), Tone::Secondary);
        return;
    }
    const bool known = draft().hasPerson() && before.value("idNo"_L1).toString() == card.ssn;
    if (!known || m_person->isTyping()) {
        takePersonOf(partyOf(card));
        return;
    }
    auto party = before;
    party.insert(u"ssc"_s, sscFacts(card));
    clearMessage();
    setParty(role::Applicant, party);
    if (casework::securityCardDifferences(party).isEmpty())
        say(tr("The social security card is %1’s.").arg(card.name), Tone::Good);
}

void IntakePage::takePersonOf(const QJsonObject& party)
{
    const auto& current = draft();
    if (m_person->isTyping()) { // the person whose line is open lies on the reader
        m_person->form().takeCard(party);
        return;
    }
    const bool other = current.hasPerson() && current.party(role::Applicant).value("idNo"_L1) != party.value("idNo"_L1);
    if (other) {
        askWhose(party); // a card never fills another person's case without asking
        return;
    }
    clearMessage();
    setParty(role::Applicant, party);
}

bool IntakePage::isEditing() const
{
    const auto* focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus) &&
           (qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QPlainTextEdit*>(focus));
}

void IntakePage::askWhose(const QJsonObject& party)
{
    const QString name = party.value("name"_L1).toString();
    const QString known = m_drafts->book().draftOf(party.value("idNo"_L1).toString());
    const QStringList words{
        known.isEmpty() ? tr("1 New case for %1").arg(name) : tr("1 Go to the case of %1").arg(name),
        tr("2 Agent in this case"), tr("3 Leave it")};
    for (int i = 0; i < m_answers.size(); ++i)
        m_answers.at(i)->setText(words.at(i));
    tell({Tone::Attention, tr("This is the card of %1.").arg(name), {},
        tr("The case in front is %1’s and stays as it is. Whose card is it? (Alt+1 to 3)").arg(draft().personName()),
        {}});
    m_pendingCard = party;
    m_message->setActions({m_answers.begin(), m_answers.end()});
    auto* first = m_message->findChild<ActionButton*>();
    if (first && !isEditing()) // else the Enter that ends a field would answer; Alt+1 to 3 always do
        first->setFocus();
}

void IntakePage::answer(int number)
{
    const auto party = m_pendingCard;
    if (party.isEmpty()) // the button was pressed, but another message came first
        return;
    clearMessage();
    if (number == 1) {
        const QString known = m_drafts->book().draftOf(party.value("idNo"_L1).toString());
        if (known.isEmpty())
            beginNew();
        else
            switchTo(known);
        setParty(role::Applicant, party);
    } else if (number == 2) {
        beginParty(role::Agent);
        m_person->form().takeCard(party);
    } else {
        showSteps();
        opened();
    }
}

void IntakePage::beginParty(const QString& role)
{
    auto& current = draft();
    if (current.enteredRole() == role) { // the key was pressed once more: what is typed stays
        m_person->form().begin();
        return;
    }
    current.enter(role);
    showEntered();
    m_drafts->touch(current.id);
}

void IntakePage::showEntered()
{
    const auto& current = draft();
    const QString role = current.enteredRole();
    m_person->form().setDraft(current.id);
    if (role.isEmpty())
        m_person->endTyping();
    else
        m_person->beginTyping(role, current.entered(), !current.parties.contains(role));
}

void IntakePage::setParty(const QString& role, const QJsonObject& party)
{
    const LayoutPause pause(this);
    collect();
    auto& current = draft();
    const QString before = current.concernedIdNo();
    // The same card once more, laid down while the clerk types.
    const bool isInterruption = isEditing() && current.typing.isEmpty() && current.parties.contains(role) &&
                                current.parties.value(role).toObject().value("idNo"_L1) == party.value("idNo"_L1);
    const QString from = current.typing.value("from"_L1).toString();
    if (!from.isEmpty() && from != role && from != role::Applicant)
        current.parties.remove(from); // the same person with another part
    if (role == role::Applicant && !party.isEmpty() && !current.hasPerson() && current.ticket.isEmpty())
        current.ticket = calledTicket();
    if (!party.isEmpty())
        current.parties.insert(role, party);
    else if (role != role::Applicant)
        current.parties.remove(role);
    current.endEntering();
    showEntered();
    const QString idNo = party.value("idNo"_L1).toString();
    if (current.concernedIdNo() != before)
        current.registered = m_register->answer(current.concernedIdNo()).formFacts();
    if (m_item)
        m_form->setContext(formContext());
    collect();
    showPerson();
    showStrip();
    changed();
    m_register->askAgain(idNo);
    if (m_person->isTyping() || isInterruption) // who was laid aside goes on; so does what is being typed
        return;
    if (m_centerStack->currentWidget() == m_formScroll)
        m_form->focusFirst();
    else if (m_centerStack->currentWidget() == m_itemPane)
        m_itemPane->begin();
}

// The number of the citizen at the window; nobody's while the queue system does not tell.
QString IntakePage::calledTicket()
{
    const auto& caller = context().devices.caller();
    const auto call = caller.call();
    return call && caller.state().health == devices::DeviceHealth::Ready ? call->ticketNumber() : QString();
}

void IntakePage::showPerson()
{
    if (!m_drafts->book().hasCurrent())
        return;
    const auto& current = draft();
    const auto applicant = current.party(role::Applicant);
    const auto itemName = [this](const QString& id) {
        for (const auto& item : std::as_const(m_items)) {
            if (item->item.id == id)
                return item->item.name.in(context().language);
        }
        return QString();
    };
    m_person->setPerson(
        {applicant, m_register->answer(applicant.value("idNo"_L1).toString()), current.item, itemName, today()},
        current.parties);
}

void IntakePage::takeRegister(const QString& idNo)
{
    showPerson();
    auto& current = draft();
    if (idNo.isEmpty() || idNo != current.concernedIdNo() || m_drafts->isUnderway(current.id))
        return;
    const auto answer = m_register->answer(idNo);
    const bool answered =
        answer.state == RegisterLookup::State::Found || answer.state == RegisterLookup::State::Unknown;
    if (!answered || answer.formFacts() == current.registered)
        return; // offline, or nothing new: what the draft knows stays
    current.registered = answer.formFacts();
    if (m_item)
        m_form->setContext(formContext());
    changed();
}

void IntakePage::putPaper(IntakeDraft* target, const PaperPlace& place, const casework::Page& page)
{
    auto& papers = target->materials;
    auto paper =
        std::find_if(papers.begin(), papers.end(), [&](const auto& material) { return material.id == place.paper; });
    if (paper == papers.end()) { // the first page of a paper that the item asks for
        for (const auto& item : std::as_const(m_items)) {
            const auto* asked = item->item.id == target->item ? item->item.material(place.paper) : nullptr;
            if (asked)
                papers.append(suppliedPaper(*asked));
        }
        if (papers.isEmpty() || papers.constLast().id != place.paper)
            return;
        paper = std::prev(papers.end());
    }
    putPage(&paper->pages, place, page);
}

// A page goes to the draft it was asked for, whichever is in front by now.
void IntakePage::takePage(const PaperPlace& place, const casework::Page& page)
{
    auto* target = m_drafts->book().find(place.draft);
    if (!target)
        return;
    if (place.role == Confirmed) {
        if (target->id == m_confirmedDraft)
            target->sign(page, m_confirmedBody, today());
        m_drafts->touch(target->id);
        return;
    }
    const bool inFront = target->id == draft().id;
    if (inFront && place.role.isEmpty()) {
        if (isSignature(place, page))
            noteSignature(target, place, page);
        m_papers->addPage(place, page);
        return;
    }
    if (inFront && target->isEntering(place.role)) {
        m_person->form().addPage(place, page);
        return;
    }
    const auto put = [&](QJsonObject* party) {
        auto pages = casework::pagesFrom(party->value(place.paper).toArray());
        putPage(&pages, place, page);
        party->insert(place.paper, pagesJson(pages));
    };
    if (place.role.isEmpty()) {
        putPaper(target, place, page);
    } else if (!target->changeParty(place.role, put)) { // taken out meanwhile: it proves nothing of anybody else
        tell({Tone::Attention, tr("A page was scanned for somebody who is not in this case any more."), {},
            tr("It was put to nobody. Scan it again for the person it belongs to."), {}});
        return;
    }
    m_drafts->touch(target->id);
    if (inFront)
        showPerson();
}

void IntakePage::askForPin()
{
    if (!m_pin)
        m_pin = new CardPinSheet(context(), window());
    m_pin->ask();
}

} // namespace kuaiban::counter
