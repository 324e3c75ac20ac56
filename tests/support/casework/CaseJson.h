#pragma once

#include "modules/casework/Case.h"

namespace kuaiban::test {

// The whole folded state as JSON, for recording and comparing.
QJsonObject caseToJson(const casework::Case& state);

// The first place where `now` is not as recorded; empty when all is. Fields that only `now` has are allowed: later
// versions know more.
QString firstDifference(const QJsonValue& recorded, const QJsonValue& now, const QString& place = {});

} // namespace kuaiban::test
