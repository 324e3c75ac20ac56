#pragma once

#include "IdCard.h"
#include "modules/base/Result.h"

#include <QJsonObject>

namespace kuaiban::devices {

// The object that `kuaiban-device read-id` prints: codes as numbers with their text beside them, dates YYYY-MM-DD,
// valid_to null for 长期.
QJsonObject toJson(const IdCard& card);

// Reads the same names back; texts beside codes are not needed. `base.json-field` names the field that is wrong.
Result<IdCard> idCardFromJson(const QJsonObject& object, const QString& path = {});

} // namespace kuaiban::devices
