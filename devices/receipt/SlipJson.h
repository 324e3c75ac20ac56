#pragma once

#include "modules/base/Result.h"
#include "Slip.h"

#include <QJsonObject>

namespace kuaiban::devices {

// A slip written as JSON, for the device doctor: {"lines": [{"text": "…", "align": "center", "double": true,
// "bold": true}, {"qr": "…", "dots": 4}, {"rule": true}, {"feed": 2}, {"cut": true}]}. `receipt.slip` names the
// mistake.
Result<Slip> slipFromJson(const QJsonObject& object);

// A page that shows whether width, Chinese font, sizes, QR code and knife are right.
Slip testSlip();

} // namespace kuaiban::devices
