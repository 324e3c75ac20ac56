#include "IntakePage.h"

#include "app/counter/casefile/FormPane.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/CaseStrip.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/outcomes/OutcomePane.h"
#include "app/counter/papers/MaterialPane.h"
#include "IntakeSteps.h"

#include <QAction>

// What the intake page says around its panes: header, steps, strip, bar and message.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

void IntakePage::showStrip()
{
    auto& book = m_drafts->book();
    m_strip->setCases(book.openCases(m_items, context().language), draft().id);
    m_strip->setVisible(book.count() > 1);
}

void IntakePage::showHeader()
{
    if (!m_item) {
        m_header->setTitle(tr("Take a case"));
        m_header->setNote({});
        return;
    }
    const auto& item = m_item->item;
    m_header->setTitle(item.name.in(context().language));
    QStringList note;
    for (const auto& scenario : item.scenarios) {
        if (scenario.id == draft().scenario)
            note.append(scenario.name.in(context().language));
    }
    if (item.workingDays > 0) {
        note.append(tr("Limit %n working day(s)", nullptr, item.workingDays));
        note.append(
            tr("done by %1").arg(m_calendar.addWorkingDays(today(), item.workingDays).date.toString(Qt::ISODate)));
    }
    m_header->setNote(note.join(u" · "_s));
}

void IntakePage::showSteps()
{
    const auto& current = draft();
    const bool underway = m_drafts->isUnderway(current.id);
    const QString open = m_item ? m_form->firstProblem() : QString();
    m_header->setSteps(intakeSteps(current, m_item != nullptr, m_item && open.isEmpty(), m_papers->needs()));
    m_submit->setEnabled(!underway);
    if (auto* pane = outcome())
        pane->setBusy(underway);
    if (!m_pendingCard.isEmpty())
        return;
    const QString next = !current.hasPerson() ? tr("Read the ID card first")
                         : !m_item            ? tr("Choose the matter first")
                         : open.isEmpty()     ? QString()
                                              : tr("Still to fill in: %1").arg(open);
    if (m_next == next) // what was said meanwhile stays: an answer of the register must not wipe it away
        return;
    m_next = next;
    m_bar->setMessage(next);
}

void IntakePage::forgetSaid()
{
    m_next.reset();
    showSteps();
}

void IntakePage::say(const QString& text, Tone tone)
{
    m_bar->setMessage(text, tone);
}

void IntakePage::say(const Error& error)
{
    tell(messageOf(error));
}

// A question that is gone is not answered any more: Alt+1 would begin a case for a card nobody remembers.
void IntakePage::tell(const Message& message)
{
    clearMessage();
    m_message->say(message);
}

void IntakePage::clearMessage()
{
    m_pendingCard = {};
    m_message->clear();
}

} // namespace kuaiban::counter
