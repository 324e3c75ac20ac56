#pragma once

#include "Case.h"
#include "modules/flow/FlowDefinition.h"

namespace kuaiban::casework {

// Whether a case that the window sent on may still come back to it: nobody has its task, and nobody has judged it or
// worked on it since. Who sent it on is asked besides.
bool mayBeRecalled(const Case& state, const flow::FlowDefinition& flow);

// The account whose window the case was at last.
QString lastAtWindow(const Case& state, const flow::FlowDefinition& flow);

} // namespace kuaiban::casework
