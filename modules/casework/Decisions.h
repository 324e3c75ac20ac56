#pragma once

#include "CaseDecision.h"
#include "modules/forms/FormState.h"

// The decisions on a case, one function a command; CaseDecision.cpp dispatches to them.
namespace kuaiban::casework {

using journal::Command;
using journal::Decision;
using journal::NewEvent;

// Everything one decision needs.
struct Question
{
    const Case& state;
    const Command& command;
    const CaseFacts& facts;
    const QJsonObject& body() const { return command.body; }
    QString text(QLatin1StringView name) const { return command.body.value(name).toString().trimmed(); }
};

// Whether the step judges what others entered: its maker may not take it.
inline bool isCheck(const flow::Step& step)
{
    return step.kind == flow::StepKind::Review || step.kind == flow::StepKind::Approve;
}

// Refusal or hold unless the actor has the right for the case's area and item at the time of the act.
std::optional<Decision> withoutRight(const Question& question, const QString& right, const QString& area);
// Refusal or hold unless the actor holds the current task `task` and may decide it.
std::optional<Decision> withoutTask(const Question& question);
// Whether what was approved is being worked on since then: a change of it would never be checked.
bool isPastCheck(const Case& state, const PreparedItem* item);
// Refusal while something stands in the way of a final word: files, time, conflicts, the maker himself.
std::optional<Decision> withoutGround(const Question& question);

// Names in the body of an event which effects on the registers follow from it.
void noteEffects(QJsonObject& body, const PreparedItem& item, EffectTime after);

NewEvent taskOpened(
    const Question& question, const flow::Step& step, const QString& holder = {}, const QString& holderName = {});
NewEvent taskDone(const Question& question, const QString& outcome, const QString& to = {});
// The events that lead to the step after `step`: its task, or the end of the case. With the values as they will be.
QList<NewEvent> proceed(
    const Question& question, const QString& step, const QJsonObject& values, const forms::FormContext& context);
// The same with the case as it stands.
QList<NewEvent> proceed(const Question& question, const QString& step);

// A task at the window goes back to the window that had the case last, or to whoever opened it.
NewEvent taskAtWindow(const Question& question, const flow::Step& step);
// That an account may be given the current task: it exists, has the right and did not make what it would check. What
// only the hub knows is not asked on the desk.
std::optional<Decision> withoutTaker(const Question& question, const QString& account);

// What is derived from other values and has come out otherwise than it stands in the case.
QList<NewEvent> derivedAgain(
    const forms::FormDefinition& form, const QJsonObject& values, const forms::FormState& after);

// How much of a case must be there when it is opened.
enum class Demand {
    Everything,  // a case that goes on to be checked
    WhatIsThere, // taken incomplete, or not accepted: what is there must be right, what is missing may be missing
};
// The CaseOpened of a body as OpenCase has it, or why there is none.
tl::expected<NewEvent, Decision> caseOpened(const Question& question, Demand demand);

Decision openCase(const Question& question);
// What OpenCase with a non-empty `missing` comes to (Supplement.cpp).
Decision openIncomplete(const Question& question);
Decision editFields(const Question& question);
Decision setAccount(const Question& question);
Decision settleConflict(const Question& question);
Decision setMaterial(const Question& question);
Decision removeMaterial(const Question& question);
Decision addRemark(const Question& question);
Decision recordPrint(const Question& question);
Decision claimTask(const Question& question);
Decision releaseTask(const Question& question);
Decision endLease(const Question& question); // Leases.cpp
Decision dispatchCase(const Question& question);
Decision completeTask(const Question& question);
Decision approveTask(const Question& question);
Decision returnTask(const Question& question);
Decision recallCase(const Question& question);
Decision refuseCase(const Question& question);
Decision requestSupplement(const Question& question);
Decision resubmit(const Question& question);
Decision refuseAcceptance(const Question& question);
Decision voidCase(const Question& question);
Decision confirmTime(const Question& question);
Decision setParty(const Question& question);
Decision handOver(const Question& question);
Decision transferTask(const Question& question);
Decision releaseDuplicate(const Question& question);
Decision mergeDuplicate(const Question& question);
Decision admitWork(const Question& question);  // HeldWork.cpp
Decision refuseWork(const Question& question); // HeldWork.cpp
Decision withdrawWork(const Question& question);
Decision recordCollection(const Question& question);
Decision recordEvaluation(const Question& question);

} // namespace kuaiban::casework
