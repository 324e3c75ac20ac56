#pragma once

#include "Node.h"

namespace kuaiban::expr {

QString symbolOf(Operator operation);

// What an operator yields for two values; And and Or are not here because they may skip their right side.
Result<Value> applied(Operator operation, const Value& left, const Value& right);
Result<Value> negated(const Value& value);

// What an operator yields for two types; `expr.type` when no values of these types go together.
Result<Type> appliedType(Operator operation, const Type& left, const Type& right);

} // namespace kuaiban::expr
