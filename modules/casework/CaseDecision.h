#pragma once

#include "CaseFacts.h"
#include "modules/journal/CommandGate.h"

namespace kuaiban::casework {

// Decides one command on a case. Pure: the counter runs it to answer at once, the hub for the binding verdict.
//
// Commands: OpenCase, EditFields, SetAccount, SettleConflict, SetMaterial, RemoveMaterial, AddRemark, ClaimTask,
// ReleaseTask, EndLease, DispatchCase, ApproveTask, ReturnTask, RecallCase, RefuseCase, RequestSupplement, Resubmit,
// RefuseAcceptance, VoidCase, ConfirmTime, SetParty, HandOver, TransferTask, ReleaseDuplicate, RecordCollection,
// RecordEvaluation, AdmitWork, RefuseWork. Their bodies are described beside the functions that decide them.
journal::Decision decide(const Case& state, const journal::Command& command, const CaseFacts& facts);

// Whether a command may stand at the beginning of a case: the stream may be new.
bool opens(const QString& commandType);

// Whether a command says what becomes of held work, also where there is no case yet.
bool rulesOnWork(const QString& commandType);

// What a counter says by itself when its user gives up what is held, or does it again.
inline const QString WithdrawWork = QStringLiteral("WithdrawWork");

// Whether a command demands that nobody else changed the case meanwhile.
bool comparesAndSets(const QString& commandType);

} // namespace kuaiban::casework
