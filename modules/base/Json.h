#pragma once

#include "Result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kuaiban {

// The one byte form in which JSON is stored, hashed and signed: UTF-8, keys sorted, no white space, integers only.
// Decimal values travel as strings, so that no two machines ever print a number differently.
QByteArray canonicalBytes(const QJsonObject& object);

// Whether every number is an integer of at most 53 bits: the condition under which canonicalBytes is stable.
bool isCanonical(const QJsonValue& value);

// Parses one JSON object; `base.json` names the position of the mistake. Depth and size are bounded by the caller.
Result<QJsonObject> parseObject(QByteArrayView bytes);

} // namespace kuaiban
