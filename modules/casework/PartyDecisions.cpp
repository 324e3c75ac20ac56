#include "CaseworkErrors.h"
#include "Contents.h"
#include "Decisions.h"
#include "Duplicates.h"
#include "Parties.h"

#include "modules/base/Clock.h"

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

bool holdsWindowTask(const Question& question)
{
    const auto* task = question.state.currentTask();
    const auto* step = task ? question.facts.item->flow.step(task->step) : nullptr;
    return step && step->kind == flow::StepKind::Accept && task->holder == question.command.actor;
}

QString identityOf(const QJsonObject& party)
{
    return party.value("idKind"_L1).toString() + u'/' + party.value("idNo"_L1).toString();
}

// What the new party changes in the case: another subject has another card and another row of the register, and what
// the form derives from them follows. What no longer holds goes back to the window, where it is checked again.
std::optional<Error> followParty(const Question& question, QList<NewEvent>& events)
{
    Case changed = question.state;
    changed.parties = partiesAfter(question.state, question.command);
    auto& set = events.first();
    if (identityOf(subjectOf(changed.parties)) != identityOf(subjectOf(question.state.parties))) {
        changed.card = question.body().value("card"_L1).toObject();
        changed.registered = question.facts.registered;
        set.personal.insert(u"card"_s, changed.card);
        set.personal.insert(u"registered"_s, changed.registered);
    }
    const auto& item = *question.facts.item;
    if (uniquenessKey(item, question.state, question.command) !=
        uniquenessKey(item.item.id, item.item.uniqueness, question.state.parties))
        noteUniqueness(question, set);
    const auto after = formState(question.facts, changed.values, formContext(question.facts, changed));
    if (!holdsWindowTask(question)) {
        if (const auto problem = valuesProblem(after))
            return problem;
    }
    events.append(derivedAgain(question.facts.item->form, changed.values, after));
    return {};
}

} // namespace

// SetParty {role, party or null, reason, card?, registered?}: who the case is about stands outside the form, because
// identity is never merged. By the window that holds the case, or a supervisor.
Decision setParty(const Question& question)
{
    const QString as = question.text("role"_L1);
    const QString reason = question.text("reason"_L1);
    const QJsonValue party = question.body().value("party"_L1);
    if (!question.facts.item)
        return Decision::refuse(wrongStep());
    if (!holdsWindowTask(question)) {
        if (auto no = withoutRight(question, identity::right::SuperviseCase, question.state.area))
            return *no;
    }
    if (reason.isEmpty())
        return Decision::refuse(reasonMissing());
    const bool isRemoved = !party.isObject();
    if (isRemoved && as == role::Applicant)
        return Decision::refuse(applicantMissing());
    if (isRemoved ? !question.state.parties.contains(as) : question.state.parties.value(as) == party)
        return Decision::accept({});
    if (!isRemoved) {
        const QDate acceptedOn = legalDate(question.state.openedAt);
        if (const auto problem = partyProblem(as, party.toObject(), acceptedOn, question.facts.knowsCode))
            return Decision::refuse(*problem);
    }
    NewEvent set{u"PartySet"_s, {{u"role"_s, as}, {u"byName"_s, question.facts.actorName}}, {{u"reason"_s, reason}}};
    if (!isRemoved)
        set.personal.insert(u"party"_s, party);
    else
        set.body.insert(u"removed"_s, true); // told apart from a party that was erased by law
    QList<NewEvent> events{set};
    if (const auto problem = followParty(question, events))
        return Decision::refuse(*problem);
    return Decision::accept(events);
}

} // namespace kuaiban::casework
