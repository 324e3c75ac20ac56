#pragma once

#include "app/counter/kit/FlowGraph.h"
#include "app/counter/kit/KeyValueList.h"
#include "app/counter/session/Session.h"

namespace kuaiban::counter {

// The steps of the item's flow with who did what when, the current one, and what is still to come.
QVector<FlowNode> wayOf(const casework::Case& state, const casework::PreparedItem& item, const QString& language);

// What was done and said about the case, oldest first: decisions with their opinions, remarks.
QVector<KeyValue> historyOf(const casework::Case& state, const casework::PreparedItem& item, const QString& language);

} // namespace kuaiban::counter
