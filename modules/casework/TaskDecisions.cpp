#include "CaseworkErrors.h"
#include "Contents.h"
#include "Decisions.h"

#include "modules/base/Clock.h"

namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using flow::StepKind;

namespace {

const flow::Step& currentStep(const Question& question)
{
    return *question.facts.item->flow.step(question.state.currentTask()->step);
}

QString opinionOf(const Question& question)
{
    return question.body().value("opinion"_L1).toString().trimmed();
}

bool isCheck(const flow::Step& step)
{
    return step.kind == StepKind::Review || step.kind == StepKind::Approve;
}

} // namespace

// ClaimTask {task}
Decision claimTask(const Question& question)
{
    const auto* current = question.state.currentTask();
    if (!current || current->id != question.body().value("task"_L1).toString())
        return Decision::refuse(taskUnknown());
    if (current->holder == question.command.actor)
        return Decision::accept({});
    if (!current->holder.isEmpty())
        return Decision::refuse(taskTaken(current->holderName));
    const auto* step = question.facts.item ? question.facts.item->flow.step(current->step) : nullptr;
    if (!step)
        return Decision::refuse(wrongStep());
    if (auto no = withoutRight(question, step->right, question.state.area))
        return *no;
    if (isCheck(*step) && question.state.makers.contains(question.command.actor))
        return Decision::refuse(makerChecks());
    return Decision::accept({{u"TaskClaimed"_s,
        {{u"task"_s, current->id}, {u"holder"_s, question.command.actor}, {u"holderName"_s, question.facts.actorName}},
        {}}});
}

// ReleaseTask {task}
Decision releaseTask(const Question& question)
{
    const auto* current = question.state.currentTask();
    if (!current || current->id != question.body().value("task"_L1).toString())
        return Decision::refuse(taskUnknown());
    if (current->holder != question.command.actor)
        return Decision::refuse(notHolder());
    const auto* step = question.facts.item ? question.facts.item->flow.step(current->step) : nullptr;
    if (!step || step->kind == StepKind::Accept) // a returned case stays with the window that took it
        return Decision::refuse(wrongStep());
    return Decision::accept({{u"TaskReleased"_s, {{u"task"_s, current->id}}, {}}});
}

// DispatchCase {task, department, opinion?}
Decision dispatchCase(const Question& question)
{
    if (auto no = withoutTask(question))
        return *no;
    const QString department = question.body().value("department"_L1).toString().trimmed();
    if (currentStep(question).kind != StepKind::Dispatch)
        return Decision::refuse(wrongStep());
    if (department.isEmpty())
        return Decision::refuse(departmentMissing());
    QList<NewEvent> events{taskDone(question, u"dispatched"_s, department)};
    events.append(proceed(question, currentStep(question).id));
    return Decision::accept(events);
}

// ApproveTask {task, opinion?}
Decision approveTask(const Question& question)
{
    if (auto no = withoutTask(question))
        return *no;
    if (!isCheck(currentStep(question)))
        return Decision::refuse(wrongStep());
    if (auto no = withoutGround(question))
        return *no;
    QList<NewEvent> events{taskDone(question, u"approved"_s)};
    events.append(proceed(question, currentStep(question).id));
    return Decision::accept(events);
}

// ReturnTask {task, to, opinion}
Decision returnTask(const Question& question)
{
    if (auto no = withoutTask(question))
        return *no;
    const auto& step = currentStep(question);
    const QString to = question.body().value("to"_L1).toString();
    const auto* target = question.facts.item->flow.step(to);
    if (!target || !step.returnsTo.contains(to))
        return Decision::refuse(wrongStep());
    if (opinionOf(question).isEmpty())
        return Decision::refuse(opinionMissing());
    const bool toWindow = target->kind == StepKind::Accept;
    return Decision::accept({taskDone(question, u"returned"_s, to),
        taskOpened(question, *target, toWindow ? question.state.openedBy : QString(),
            toWindow ? question.state.openedByName : QString())});
}

// RefuseCase {task, opinion}
Decision refuseCase(const Question& question)
{
    if (auto no = withoutTask(question))
        return *no;
    if (!isCheck(currentStep(question)))
        return Decision::refuse(wrongStep());
    if (auto no = withoutGround(question))
        return *no;
    if (opinionOf(question).isEmpty())
        return Decision::refuse(opinionMissing());
    return Decision::accept(
        {taskDone(question, u"refused"_s), NewEvent{u"CaseRefused"_s, {}, {{u"reason"_s, opinionOf(question)}}}});
}

// RequestSupplement {task, opinion, missing:[{name, reason}], deadline}
Decision requestSupplement(const Question& question)
{
    if (auto no = withoutTask(question))
        return *no;
    if (!isCheck(currentStep(question)))
        return Decision::refuse(wrongStep());
    if (opinionOf(question).isEmpty())
        return Decision::refuse(opinionMissing());
    auto done = taskDone(question, u"supplement"_s);
    done.body.insert(u"deadline"_s, question.body().value("deadline"_L1).toString());
    done.personal.insert(u"missing"_s, question.body().value("missing"_L1).toArray());
    return Decision::accept({done,
        taskOpened(question, question.facts.item->flow.first(), question.state.openedBy, question.state.openedByName)});
}

// Resubmit {task, opinion?}: the window sends a returned or supplemented case on.
Decision resubmit(const Question& question)
{
    if (auto no = withoutTask(question))
        return *no;
    if (currentStep(question).kind != StepKind::Accept)
        return Decision::refuse(wrongStep());
    // What was edited at the window must hold as on the day the case was opened.
    const QDate acceptedOn = legalDate(question.state.openedAt);
    const auto form = formState(question.facts, question.state.values, acceptedOn);
    if (const auto problem = valuesProblem(form))
        return Decision::refuse(*problem);
    if (const auto problem = materialsProblem(*question.facts.item, question.state.materials, form.values, acceptedOn))
        return Decision::refuse(*problem);
    QList<NewEvent> events{taskDone(question, u"resubmitted"_s)};
    events.append(proceed(question, currentStep(question).id));
    return Decision::accept(events);
}

// VoidCase {reason}: by a supervisor who entered nothing of it.
Decision voidCase(const Question& question)
{
    const QString reason = question.body().value("reason"_L1).toString().trimmed();
    if (reason.isEmpty())
        return Decision::refuse(reasonMissing());
    if (auto no = withoutRight(question, identity::right::SuperviseCase, question.state.area))
        return *no;
    if (question.state.makers.contains(question.command.actor))
        return Decision::refuse(makerChecks());
    return Decision::accept({{u"CaseVoided"_s, {{u"byName"_s, question.facts.actorName}}, {{u"reason"_s, reason}}}});
}

// ConfirmTime {}: a supervisor stands for the date of a case whose clock was in doubt.
Decision confirmTime(const Question& question)
{
    if (auto no = withoutRight(question, identity::right::SuperviseCase, question.state.area))
        return *no;
    if (!question.state.uncertain)
        return Decision::accept({});
    return Decision::accept({{u"TimeConfirmed"_s, {{u"byName"_s, question.facts.actorName}}, {}}});
}

} // namespace kuaiban::casework
