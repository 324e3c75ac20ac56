#include "CaseDecision.h"

#include "CaseworkErrors.h"
#include "Contents.h"
#include "Decisions.h"
#include "EventVersions.h"

#include <QHash>

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MinuteMs = 60'000;

struct Rule
{
    Decision (*decide)(const Question&);
    bool comparesAndSets; // state, money, account and identity stand on the whole case
    bool onClosedCase;    // additions are accepted in every state
};

const QHash<QString, Rule>& rules()
{
    static const QHash<QString, Rule> table{
        {u"OpenCase"_s, {openCase, true, false}},
        {u"EditFields"_s, {editFields, false, false}},
        {u"SetAccount"_s, {setAccount, true, false}},
        {u"SettleConflict"_s, {settleConflict, false, false}},
        {u"SetMaterial"_s, {setMaterial, false, true}},
        {u"RemoveMaterial"_s, {removeMaterial, true, false}},
        {u"RecordPrint"_s, {recordPrint, false, true}},
        {u"AddRemark"_s, {addRemark, false, true}},
        {u"ClaimTask"_s, {claimTask, false, false}},
        {u"ReleaseTask"_s, {releaseTask, false, false}},
        {u"EndLease"_s, {endLease, false, false}},
        {u"DispatchCase"_s, {dispatchCase, true, false}},
        {u"CompleteTask"_s, {completeTask, true, false}},
        {u"ApproveTask"_s, {approveTask, true, false}},
        {u"ReturnTask"_s, {returnTask, true, false}},
        {u"RecallCase"_s, {recallCase, false, false}},
        {u"RefuseCase"_s, {refuseCase, true, false}},
        {u"RequestSupplement"_s, {requestSupplement, true, false}},
        {u"Resubmit"_s, {resubmit, true, false}},
        {u"RefuseAcceptance"_s, {refuseAcceptance, true, false}},
        {u"VoidCase"_s, {voidCase, true, false}},
        {u"ConfirmTime"_s, {confirmTime, false, false}},
        {u"SetParty"_s, {setParty, true, false}},
        {u"HandOver"_s, {handOver, false, false}},
        {u"TransferTask"_s, {transferTask, true, false}},
        {u"AdmitWork"_s, {admitWork, false, true}},
        {u"RefuseWork"_s, {refuseWork, false, true}},
        {u"WithdrawWork"_s, {withdrawWork, false, true}},
        {u"ReleaseDuplicate"_s, {releaseDuplicate, false, false}},
        {u"MergeDuplicate"_s, {mergeDuplicate, true, false}},
        {u"RecordCollection"_s, {recordCollection, false, true}},
        {u"RecordEvaluation"_s, {recordEvaluation, false, true}},
    };
    return table;
}

} // namespace

bool opens(const QString& commandType)
{
    return commandType == "OpenCase"_L1 || commandType == "RefuseAcceptance"_L1;
}

bool rulesOnWork(const QString& commandType)
{
    return commandType == "AdmitWork"_L1 || commandType == "RefuseWork"_L1 || commandType == WithdrawWork;
}

bool comparesAndSets(const QString& commandType)
{
    const auto rule = rules().constFind(commandType);
    return rule == rules().constEnd() || rule->comparesAndSets;
}

Decision decide(const Case& state, const Command& command, const CaseFacts& facts)
{
    const auto rule = rules().constFind(command.type);
    if (rule == rules().constEnd())
        return Decision::refuse(commandUnknown(command.type));
    if (state.isBeyond)
        return Decision::wait(programOlder());
    if (!state.exists() && !opens(command.type) && !rulesOnWork(command.type))
        return Decision::refuse(caseUnknown());
    if (isClosed(state.phase) && !rule->onClosedCase && command.type != "OpenCase"_L1)
        return Decision::refuse(caseClosed());
    auto decision = rule->decide({state, command, facts});
    for (auto& event : decision.events)
        event.v = currentVersion(event.type);
    return decision;
}

std::optional<Decision> withoutRight(const Question& question, const QString& right, const QString& area)
{
    const QString item = question.facts.item ? question.facts.item->item.id : QString();
    const QByteArray name = right.toLatin1();
    switch (identity::entitlement(question.facts.posts, question.facts.grants, QLatin1StringView(name), area, item,
        question.command.times.corrected)) {
    case identity::Entitlement::Held:
        return {};
    case identity::Entitlement::Withdrawn:
        if (question.command.admitted)
            return {};
        return Decision::hold(rightWithdrawn());
    case identity::Entitlement::Never:
        break;
    }
    return Decision::refuse(rightMissing(right));
}

std::optional<Decision> withoutTask(const Question& question)
{
    const auto* current = question.state.currentTask();
    if (!current || current->id != question.body().value("task"_L1).toString())
        return Decision::refuse(taskUnknown());
    if (current->holder != question.command.actor)
        return Decision::refuse(notHolder());
    const auto* step = question.facts.item ? question.facts.item->flow.step(current->step) : nullptr;
    if (!step)
        return Decision::refuse(wrongStep());
    return withoutRight(question, step->right, question.state.area);
}

std::optional<Decision> withoutGround(const Question& question)
{
    if (question.state.makers.contains(question.command.actor))
        return Decision::refuse(makerChecks());
    if (question.state.uncertain)
        return Decision::refuse(timeUncertain());
    if (!question.state.conflicts.isEmpty())
        return Decision::refuse(conflictProblem(question.facts, question.state.conflicts.constFirst().path));
    if (!question.state.duplicateOf.isEmpty())
        return Decision::refuse(duplicateOpen());
    if (question.facts.missingFiles > 0)
        return Decision::refuse(filesPending(question.facts.missingFiles));
    return {};
}

void noteEffects(QJsonObject& body, const PreparedItem& item, EffectTime after)
{
    const auto effects = item.effects.ids(after);
    if (!effects.isEmpty())
        body.insert(u"effects"_s, QJsonArray::fromStringList(effects));
}

NewEvent taskOpened(const Question& question, const flow::Step& step, const QString& holder, const QString& holderName)
{
    const auto earlier = std::count_if(question.state.tasks.begin(), question.state.tasks.end(),
        [&](const Task& task) { return task.step == step.id; });
    QJsonObject body{
        {u"task"_s, u"%1-%2"_s.arg(step.id).arg(earlier + 1)}, {u"step"_s, step.id}, {u"right"_s, step.right}};
    if (step.workingDays > 0) {
        const auto due =
            question.facts.calendar->addWorkingDays(legalDate(question.command.times.corrected), step.workingDays);
        body.insert(u"dueOn"_s, due.date.toString(Qt::ISODate));
    }
    if (step.minutes > 0)
        body.insert(u"dueAt"_s, question.command.times.corrected + step.minutes * MinuteMs);
    if (!holder.isEmpty()) {
        body.insert(u"holder"_s, holder);
        body.insert(u"holderName"_s, holderName);
    }
    return {u"TaskOpened"_s, body, {}};
}

NewEvent taskAtWindow(const Question& question, const flow::Step& step)
{
    const auto* last = question.state.lastTaskOf(step.id);
    if (last && !last->holder.isEmpty())
        return taskOpened(question, step, last->holder, last->holderName);
    return taskOpened(question, step, question.state.openedBy, question.state.openedByName);
}

NewEvent taskDone(const Question& question, const QString& outcome, const QString& to)
{
    QJsonObject body{{u"task"_s, question.state.currentTask()->id}, {u"outcome"_s, outcome},
        {u"byName"_s, question.facts.actorName}};
    if (!to.isEmpty())
        body.insert(u"to"_s, to);
    QJsonObject personal;
    const QString opinion = question.body().value("opinion"_L1).toString().trimmed();
    if (!opinion.isEmpty())
        personal.insert(u"opinion"_s, opinion);
    return {u"TaskDone"_s, body, personal};
}

QList<NewEvent> proceed(const Question& question, const QString& step)
{
    return proceed(question, step, question.state.values, formContext(question.facts, question.state));
}

QList<NewEvent> proceed(
    const Question& question, const QString& step, const QJsonObject& values, const forms::FormContext& context)
{
    const auto& item = *question.facts.item;
    const auto* next = item.routing.after(item.flow, step, item.form, values, context);
    if (!next || next->kind == flow::StepKind::Finish) {
        QJsonObject body;
        noteEffects(body, item, EffectTime::Completed);
        return {NewEvent{u"CaseCompleted"_s, body, {}}};
    }
    if (!next->atWindow)
        return {taskOpened(question, *next)};
    // Whoever sends it on from the window has the person before him; what comes from elsewhere goes where it was.
    const auto* left = item.flow.step(step);
    if (left && left->kind == flow::StepKind::Accept)
        return {taskOpened(question, *next, question.command.actor, question.facts.actorName)};
    return {taskAtWindow(question, *next)};
}

} // namespace kuaiban::casework
