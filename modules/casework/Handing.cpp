#include "CaseworkErrors.h"
#include "Decisions.h"

// A task passes from one person to another.
namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

Decision transferred(const Question& question)
{
    const auto& task = *question.state.currentTask();
    const QString to = question.text("to"_L1);
    if (auto no = withoutTaker(question, to))
        return *no;
    if (to == task.holder)
        return Decision::accept({});
    QString name = question.text("toName"_L1);
    if (to == question.command.actor)
        name = question.facts.actorName;
    else if (!question.facts.targetName.isEmpty())
        name = question.facts.targetName;
    QJsonObject body{
        {u"task"_s, task.id}, {u"holder"_s, to}, {u"holderName"_s, name}, {u"byName"_s, question.facts.actorName}};
    if (!task.holder.isEmpty())
        body.insert(u"from"_s, task.holder);
    return Decision::accept({{u"TaskTransferred"_s, body, {{u"reason"_s, question.text("reason"_L1)}}}});
}

} // namespace

std::optional<Decision> withoutTaker(const Question& question, const QString& account)
{
    const auto* task = question.state.currentTask();
    const auto* step = question.facts.item ? question.facts.item->flow.step(task->step) : nullptr;
    if (!step)
        return Decision::refuse(wrongStep());
    if (account.isEmpty())
        return Decision::refuse(colleagueMissing());
    const bool isSelf = account == question.command.actor;
    if (isSelf) {
        if (auto no = withoutRight(question, step->right, question.state.area))
            return no;
    } else if (question.facts.targetGrants) {
        const QByteArray right = step->right.toLatin1();
        if (identity::entitlement(question.facts.posts, *question.facts.targetGrants, QLatin1StringView(right),
                question.state.area, question.state.item,
                question.command.times.corrected) != identity::Entitlement::Held)
            return Decision::refuse(colleagueRight(step->right));
    }
    if (isCheck(*step) && question.state.makers.contains(account))
        return Decision::refuse(isSelf ? makerChecks() : colleagueIsMaker());
    return {};
}

// HandOver {task, to, toName, reason}: the holder gives the task to a colleague. Needs no right: whoever lost it must
// still be able to give the work away.
Decision handOver(const Question& question)
{
    const auto* task = question.state.currentTask();
    if (!task || task->id != question.text("task"_L1))
        return Decision::refuse(taskUnknown());
    if (task->holder != question.command.actor)
        return Decision::refuse(notHolder());
    if (question.text("reason"_L1).isEmpty())
        return Decision::refuse(reasonMissing());
    return transferred(question);
}

// TransferTask {task, to, toName, reason}: a supervisor gives it to somebody, or takes it himself.
Decision transferTask(const Question& question)
{
    const auto* task = question.state.currentTask();
    if (!task || task->id != question.text("task"_L1))
        return Decision::refuse(taskUnknown());
    if (auto no = withoutRight(question, identity::right::SuperviseCase, question.state.area))
        return *no;
    if (question.text("reason"_L1).isEmpty())
        return Decision::refuse(reasonMissing());
    return transferred(question);
}

} // namespace kuaiban::casework
