#include "CaseworkErrors.h"
#include "Contents.h"
#include "Decisions.h"

#include "modules/forms/FormErrors.h"
#include "modules/forms/FormPaths.h"

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
    return question.text("opinion"_L1);
}

} // namespace

// ClaimTask {task}. What the applicant was told to bring may be brought to any window: its clerk takes the case over.
Decision claimTask(const Question& question)
{
    const auto* current = question.state.currentTask();
    if (!current || current->id != question.text("task"_L1))
        return Decision::refuse(taskUnknown());
    if (current->holder == question.command.actor)
        return Decision::accept({});
    const auto* step = question.facts.item ? question.facts.item->flow.step(current->step) : nullptr;
    const bool isTakenOver = step && step->kind == StepKind::Accept && question.state.phase == Phase::Supplement;
    if (!current->holder.isEmpty() && !isTakenOver)
        return Decision::refuse(taskTaken(current->holderName));
    if (!step)
        return Decision::refuse(wrongStep());
    if (auto no = withoutTaker(question, question.command.actor))
        return *no;
    QJsonObject body{
        {u"task"_s, current->id}, {u"holder"_s, question.command.actor}, {u"holderName"_s, question.facts.actorName}};
    if (!current->holder.isEmpty())
        body.insert(u"from"_s, current->holder);
    return Decision::accept({{u"TaskClaimed"_s, body, {}}});
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
    return Decision::accept({{u"TaskReleased"_s, {{u"task"_s, current->id}, {u"from"_s, current->holder}}, {}}});
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

// CompleteTask {task, values?, opinion?}: work on the case is done. `values`: path → value, of the sections of this
// step only; with them the whole form must hold.
Decision completeTask(const Question& question)
{
    if (auto no = withoutTask(question))
        return *no;
    const auto& step = currentStep(question);
    if (step.kind != StepKind::Handle)
        return Decision::refuse(wrongStep());
    if (!question.state.conflicts.isEmpty())
        return Decision::refuse(conflictProblem(question.facts, question.state.conflicts.constFirst().path));
    if (question.state.uncertain)
        return Decision::refuse(timeUncertain());
    if (!question.state.duplicateOf.isEmpty())
        return Decision::refuse(duplicateOpen());
    if (question.facts.cardTaken)
        return Decision::refuse(cardNumberTaken());
    const auto& form = question.facts.item->form;
    QJsonObject values = question.state.values;
    QList<NewEvent> events;
    const auto given = question.body().value("values"_L1).toObject();
    for (auto one = given.begin(); one != given.end(); ++one) {
        const auto* field = form.fieldAt(one.key());
        if (!field || field->derived || !form.belongsTo(step.id, one.key()))
            return Decision::refuse(field ? forms::fieldNotEditable(one.key()) : forms::fieldUnknown(one.key()));
        if (forms::valueAt(values, one.key()) == one.value())
            continue;
        values = forms::withValueAt(values, one.key(), one.value());
        events.append({u"FieldChanged"_s, {{u"path"_s, one.key()}, {u"step"_s, step.id}}, {{u"value"_s, one.value()}}});
    }
    const auto context = formContext(question.facts, question.state, step.id);
    const auto after = formState(question.facts, values, context);
    if (const auto problem = valuesProblem(after))
        return Decision::refuse(*problem);
    events.append(derivedAgain(form, values, after));
    events.append(taskDone(question, u"handled"_s));
    return Decision::accept(events + proceed(question, step.id, after.values, context));
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
    return Decision::accept({taskDone(question, u"returned"_s, to),
        target->kind == StepKind::Accept ? taskAtWindow(question, *target) : taskOpened(question, *target)});
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
