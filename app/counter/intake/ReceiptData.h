#pragma once

#include "app/counter/session/Session.h"

namespace kuaiban::counter {

// What the receipt of a taken case says: the fields of the receipt templates.
QJsonObject receiptData(const casework::Case& state, const casework::PreparedItem& item, const QUrl& hub);

} // namespace kuaiban::counter
