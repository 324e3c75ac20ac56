#include "CaseworkErrors.h"
#include "Decisions.h"

#include "modules/base/Clock.h"

// 不予受理: the window does not accept the application. It is the window's own decision, so whoever entered the case
// may take it.
namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

const QString NotBroughtInTime = u"40"_s; // codes of refusal-reason whose use has conditions
const QString AnyOther = u"90"_s;

// Only when a notice asked for it and its last day is over may a case fail for want of what was not brought
// (Administrative License Law, article 32; the notice must have gone out).
std::optional<Error> overdueProblem(const Question& question)
{
    const auto& state = question.state;
    const QDate last = QDate::fromString(state.supplement.deadline, Qt::ISODate);
    if (state.phase != Phase::Supplement || !last.isValid() || legalDate(question.command.times.corrected) <= last)
        return supplementNotOverdue(state.supplement.deadline);
    if (question.command.times.uncertain) // a clock that runs ahead must not cut the time short
        return timeUncertain();
    return {};
}

Decision notAccepted(const Question& question, QList<NewEvent> before)
{
    const QString code = question.text("reason"_L1);
    const QString words = question.text("reasonText"_L1);
    const QString organ = question.text("organ"_L1);
    const auto& knowsCode = question.facts.knowsCode;
    if (code.isEmpty() || (knowsCode && !knowsCode(u"refusal-reason"_s, code)))
        return Decision::refuse(refusalReasonMissing());
    if (code == AnyOther && words.isEmpty())
        return Decision::refuse(reasonMissing());
    if (code == NotBroughtInTime) {
        if (const auto problem = overdueProblem(question))
            return Decision::refuse(*problem);
    }
    NewEvent closed{u"CaseNotAccepted"_s, {{u"byName"_s, question.facts.actorName}, {u"reasonCode"_s, code}}, {}};
    if (!words.isEmpty())
        closed.personal.insert(u"reason"_s, words);
    if (!organ.isEmpty())
        closed.personal.insert(u"organ"_s, organ);
    return Decision::accept(before + QList<NewEvent>{closed});
}

} // namespace

// RefuseAcceptance on a new stream {… as OpenCase …, reason, reasonText?, organ?}; on a case at the window
// {task, reason, reasonText?, organ?}. `reason` is a code of refusal-reason, `organ` where to turn instead.
Decision refuseAcceptance(const Question& question)
{
    if (!question.state.exists()) {
        const auto opened = caseOpened(question, Demand::WhatIsThere);
        return opened ? notAccepted(question, {*opened}) : opened.error();
    }
    if (auto no = withoutTask(question))
        return *no;
    if (question.facts.item->flow.step(question.state.currentTask()->step)->kind != flow::StepKind::Accept)
        return Decision::refuse(wrongStep());
    return notAccepted(question, {});
}

} // namespace kuaiban::casework
