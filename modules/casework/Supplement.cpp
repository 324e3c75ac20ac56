#include "CaseworkErrors.h"
#include "Contents.h"
#include "Decisions.h"

#include "modules/base/Clock.h"

#include <QJsonArray>

// A case that lacks something: taken incomplete (一次性告知), sent back by a check (补正), and brought in at last.
namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

struct Notice
{
    QJsonArray missing;
    QString deadline;
};

// What the body asks the applicant for, in the order in which it was written.
Result<Notice> noticeOf(const Question& question)
{
    Notice notice;
    for (const auto& entry : question.body().value("missing"_L1).toArray()) {
        auto thing = MissingThing::fromJson(entry.toObject());
        thing.name = thing.name.trimmed();
        thing.reason = thing.reason.trimmed();
        if (thing.name.isEmpty())
            return fail(nothingAskedFor());
        notice.missing.append(thing.toJson());
    }
    if (notice.missing.isEmpty())
        return fail(nothingAskedFor());
    notice.deadline = question.text("deadline"_L1);
    const QDate last = QDate::fromString(notice.deadline, Qt::ISODate);
    if (!last.isValid() || last < legalDate(question.command.times.corrected))
        return fail(deadlineWrong());
    return notice;
}

// The promised date after the applicant has brought what was missing: it moves on by the working days that passed
// meanwhile, for those are not the office's. Empty when nothing moves.
QString movedDueOn(const Question& question)
{
    const auto& state = question.state;
    const QDate due = QDate::fromString(state.dueOn, Qt::ISODate);
    if (state.phase != Phase::Supplement || !due.isValid())
        return {};
    const int waited = question.facts.calendar->workingDaysBetween(
        legalDate(state.supplement.at), legalDate(question.command.times.corrected));
    if (waited <= 0)
        return {};
    return question.facts.calendar->addWorkingDays(due, waited).date.toString(Qt::ISODate);
}

} // namespace

// OpenCase {…, missing: [{material, name, reason}], deadline, opinion?}
Decision openIncomplete(const Question& question)
{
    const auto opened = caseOpened(question, Demand::WhatIsThere);
    if (!opened)
        return opened.error();
    const auto notice = noticeOf(question);
    if (!notice)
        return Decision::refuse(notice.error());
    QJsonObject personal{{u"missing"_s, notice->missing}};
    const QString opinion = question.text("opinion"_L1);
    if (!opinion.isEmpty())
        personal.insert(u"opinion"_s, opinion);
    return Decision::accept({*opened,
        taskOpened(question, question.facts.item->flow.first(), question.command.actor, question.facts.actorName),
        NewEvent{u"SupplementAsked"_s, {{u"deadline"_s, notice->deadline}, {u"byName"_s, question.facts.actorName}},
            personal}});
}

// RequestSupplement {task, opinion, missing: [{material, name, reason}], deadline}
Decision requestSupplement(const Question& question)
{
    if (auto no = withoutTask(question))
        return *no;
    if (!isCheck(*question.facts.item->flow.step(question.state.currentTask()->step)))
        return Decision::refuse(wrongStep());
    if (question.text("opinion"_L1).isEmpty())
        return Decision::refuse(opinionMissing());
    const auto notice = noticeOf(question);
    if (!notice)
        return Decision::refuse(notice.error());
    auto done = taskDone(question, u"supplement"_s);
    done.body.insert(u"deadline"_s, notice->deadline);
    done.personal.insert(u"missing"_s, notice->missing);
    return Decision::accept({done, taskAtWindow(question, question.facts.item->flow.first())});
}

// Resubmit {task, opinion?}: the window sends a returned or supplemented case on.
Decision resubmit(const Question& question)
{
    if (auto no = withoutTask(question))
        return *no;
    const auto* step = question.facts.item->flow.step(question.state.currentTask()->step);
    if (step->kind != flow::StepKind::Accept)
        return Decision::refuse(wrongStep());
    // What was edited at the window must hold as on the day the case was opened.
    const auto context = formContext(question.facts, question.state);
    const auto form = formState(question.facts, question.state.values, context);
    if (const auto problem = valuesProblem(form))
        return Decision::refuse(*problem);
    if (const auto problem = materialsProblem(*question.facts.item, question.state.materials, form.values, context))
        return Decision::refuse(*problem);
    auto done = taskDone(question, u"resubmitted"_s);
    const QString dueOn = movedDueOn(question);
    if (!dueOn.isEmpty())
        done.body.insert(u"dueOn"_s, dueOn);
    return Decision::accept(QList<NewEvent>{done} + proceed(question, step->id));
}

} // namespace kuaiban::casework
