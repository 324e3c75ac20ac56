#pragma once

#include "app/counter/session/Session.h"

namespace kuaiban::counter {

// What the papers of a taken case say: the fields of the receipt templates. `mark` stands on every copy after the
// first (补打); empty for the first.
QJsonObject receiptData(
    const casework::Case& state, const casework::PreparedItem& item, const QUrl& publicBase, const QString& mark);

} // namespace kuaiban::counter
