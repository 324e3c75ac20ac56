#pragma once

#include "SscCard.h"

#include <QJsonObject>

namespace kuaiban::devices {

// What `kuaiban-device read-ssc` prints: texts as on the card, codes as numbers with their GB text beside them, dates
// as YYYY-MM-DD, bytes in hexadecimal, null for what the card did not tell.
QJsonObject toJson(const SscCard& card);

} // namespace kuaiban::devices
