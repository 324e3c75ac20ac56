#pragma once

#include "Decisions.h"
#include "modules/store/Connection.h"

// The same case taken twice (疑似重复): an item may allow only one open case a person.
namespace kuaiban::casework {

// What may be open once only: item and the subject's identity. Empty when the item allows any number, or the subject
// has no number.
QString uniquenessKey(const QString& item, const QString& uniqueness, const QJsonObject& parties);
// The key under which the case would stand after the command, of OpenCase, RefuseAcceptance or SetParty.
QString uniquenessKey(const PreparedItem& item, const Case& state, const journal::Command& command);

// Writes into a CaseOpened or PartySet under which key the case stands from now on and which open case was there first.
void noteUniqueness(const Question& question, NewEvent& event);

// The stream of the open case that holds the key on the hub, unless it is `stream` itself; empty when none does.
Result<QString> openCaseOf(store::Connection& connection, const QString& key, const QString& stream);

// The case that was there first, for MergeDuplicate: not open where it is closed, or about somebody else by now.
Result<CaseFacts::Earlier> earlierCase(store::Connection& connection, const QString& first, const QString& stream);

} // namespace kuaiban::casework
