#pragma once

#include "modules/base/Result.h"
#include "Type.h"

#include <QJsonValue>

namespace kuaiban::expr {

// Between JSON and values. JSON has no decimals and dates of its own, so the type says what a text stands for: decimals
// are "1.5", dates "2026-11-21", months "2026-11" (their first day as a value). Without a type, whole numbers become
// int, texts string, and a number with a fraction is refused: nothing here ever passes through floating point.
// Keys of records that the type does not name are dropped; null inside objects counts as absent and is dropped too.
// Both fail with `expr.value`, which names the place but never the value.
Result<Value> valueFromJson(const QJsonValue& json, const Type& type = Type::any());
Result<QJsonValue> jsonFromValue(const Value& value, const Type& type = Type::any());

} // namespace kuaiban::expr
