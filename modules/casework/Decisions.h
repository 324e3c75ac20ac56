#pragma once

#include "CaseDecision.h"

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
};

// Refusal or hold unless the actor has the right for the case's area and item at the time of the act.
std::optional<Decision> withoutRight(const Question& question, const QString& right, const QString& area);
// Refusal or hold unless the actor holds the current task `task` and may decide it.
std::optional<Decision> withoutTask(const Question& question);
// Refusal while something stands in the way of a final word: files, time, conflicts, the maker himself.
std::optional<Decision> withoutGround(const Question& question);

NewEvent taskOpened(
    const Question& question, const flow::Step& step, const QString& holder = {}, const QString& holderName = {});
NewEvent taskDone(const Question& question, const QString& outcome, const QString& to = {});
// The events that lead to the step after `step`: its task, or the end of the case.
QList<NewEvent> proceed(const Question& question, const QString& step);

Decision openCase(const Question& question);
Decision editFields(const Question& question);
Decision settleConflict(const Question& question);
Decision setMaterial(const Question& question);
Decision removeMaterial(const Question& question);
Decision addRemark(const Question& question);
Decision claimTask(const Question& question);
Decision releaseTask(const Question& question);
Decision dispatchCase(const Question& question);
Decision approveTask(const Question& question);
Decision returnTask(const Question& question);
Decision refuseCase(const Question& question);
Decision requestSupplement(const Question& question);
Decision resubmit(const Question& question);
Decision voidCase(const Question& question);
Decision confirmTime(const Question& question);

} // namespace kuaiban::casework
