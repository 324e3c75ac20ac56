#include "TaskOffers.h"

#include "modules/casework/Recalling.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using casework::Phase;
using flow::StepKind;

namespace {

Obstacle obstacleOf(const casework::Case& state)
{
    if (!state.duplicateOf.isEmpty())
        return Obstacle::Duplicate;
    if (state.uncertain)
        return Obstacle::UncertainTime;
    return state.conflicts.isEmpty() ? Obstacle::None : Obstacle::Conflict;
}

void offerAtWindow(TaskOffers& offers, const casework::Case& state, const Worker& worker, bool mine)
{
    offers.continueHere = mine;
    offers.takeOver = !mine && state.phase == Phase::Supplement && worker.may(identity::right::OpenCase, state);
    if (!mine)
        offers.whyNot = WhyNot::AtWindow;
}

void offerDecisions(TaskOffers& offers, const casework::Case& state, const flow::Step& step, const casework::Task& task,
    const Worker& worker)
{
    const bool mine = task.holder == worker.account;
    const bool checks = step.kind == StepKind::Review || step.kind == StepKind::Approve;
    if (!mine && !task.holder.isEmpty()) {
        offers.whyNot = WhyNot::HeldByOther;
        return;
    }
    if (checks && state.makers.contains(worker.account)) {
        offers.whyNot = WhyNot::Maker;
        return;
    }
    if (!worker.may(step.right, state)) {
        offers.whyNot = WhyNot::NoRight;
        return;
    }
    offers.claim = !mine;
    offers.release = mine;
    offers.decide = checks || step.kind == StepKind::Dispatch || step.kind == StepKind::Handle;
    offers.giveBack = !step.returnsTo.isEmpty();
    offers.refuse = checks;
    offers.supplement = checks;
    offers.obstacle = checks ? obstacleOf(state) : Obstacle::None;
}

} // namespace

bool Worker::may(const QString& right, const casework::Case& state) const
{
    const QByteArray name = right.toLatin1();
    return identity::entitlement(posts, grants, QLatin1StringView(name), state.area, state.item, now) ==
           identity::Entitlement::Held;
}

TaskOffers offersFor(const casework::Case& state, const casework::PreparedItem& item, const Worker& worker)
{
    TaskOffers offers;
    if (!state.exists())
        return offers;
    if (casework::isClosed(state.phase)) {
        offers.whyNot = WhyNot::Closed;
        offers.collect = state.phase != Phase::Voided && state.phase != Phase::Merged && state.collection.at == 0 &&
                         worker.may(identity::right::OpenCase, state);
        return offers;
    }
    const bool supervises = worker.may(identity::right::SuperviseCase, state);
    offers.supervise = supervises;
    offers.voidCase = supervises && !state.makers.contains(worker.account);
    offers.askVoid = !offers.voidCase && worker.may(identity::right::OpenCase, state);
    const auto* task = state.currentTask();
    const auto* step = task ? item.flow.step(task->step) : nullptr;
    if (!step)
        return offers;
    const bool mine = task->holder == worker.account;
    offers.settle = mine || supervises;
    offers.recall = casework::mayBeRecalled(state, item.flow) &&
                    casework::lastAtWindow(state, item.flow) == worker.account &&
                    worker.may(identity::right::OpenCase, state);
    offers.handOver = mine;
    offers.transfer = supervises && !mine;
    const bool checks = step->kind == StepKind::Review || step->kind == StepKind::Approve;
    offers.grab = supervises && !mine && !task->holder.isEmpty() && worker.may(step->right, state) &&
                  !(checks && state.makers.contains(worker.account));
    if (step->kind == StepKind::Accept)
        offerAtWindow(offers, state, worker, mine);
    else
        offerDecisions(offers, state, *step, *task, worker);
    return offers;
}

} // namespace kuaiban::counter
