#pragma once

#include "app/counter/kit/KeyValueList.h"
#include "CodeWords.h"

namespace kuaiban::counter {

// The people and units of a case in their order: name, number, where the identity came from, what an agent is to the
// subject. A typed identity stands in the tone of attention with its reason. Masked unless `full`.
QVector<KeyValue> partyRows(const casework::Case& state, const CodeWords& words, bool full);

} // namespace kuaiban::counter
