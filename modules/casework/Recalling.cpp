#include "Recalling.h"

#include "CaseworkErrors.h"
#include "Decisions.h"

// The window takes back what it sent on.
namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using flow::StepKind;

bool mayBeRecalled(const Case& state, const flow::FlowDefinition& flow)
{
    const auto* current = state.currentTask();
    const auto* now = current ? flow.step(current->step) : nullptr;
    if (!now || now->kind == StepKind::Accept || now->atWindow || !current->holder.isEmpty())
        return false;
    for (auto task = state.tasks.rbegin(); task != state.tasks.rend(); ++task) {
        const auto* step = flow.step(task->step);
        if (!step || step->kind == StepKind::Accept)
            break;
        if (task->state == TaskState::Done && step->kind != StepKind::Dispatch)
            return false;
    }
    return true;
}

QString lastAtWindow(const Case& state, const flow::FlowDefinition& flow)
{
    const auto* last = state.lastTaskOf(flow.first().id);
    return last && !last->holder.isEmpty() ? last->holder : state.openedBy;
}

// RecallCase {task, opinion?}: by the window that sent it on.
Decision recallCase(const Question& question)
{
    const auto* current = question.state.currentTask();
    if (!current)
        return Decision::refuse(taskUnknown());
    if (!question.facts.item)
        return Decision::refuse(wrongStep());
    const auto& flow = question.facts.item->flow;
    if (lastAtWindow(question.state, flow) != question.command.actor)
        return Decision::refuse(notHolder());
    if (current->step == flow.first().id) // it is there already, whoever brought it back
        return Decision::accept({});
    if (current->id != question.text("task"_L1))
        return Decision::refuse(taskUnknown());
    if (auto no = withoutRight(question, identity::right::OpenCase, question.state.area))
        return *no;
    if (!current->holder.isEmpty())
        return Decision::refuse(taskTaken(current->holderName));
    if (!mayBeRecalled(question.state, flow))
        return Decision::refuse(wrongStep());
    return Decision::accept({taskDone(question, u"recalled"_s), taskAtWindow(question, flow.first())});
}

} // namespace kuaiban::casework
