#pragma once

#include "app/counter/casefile/CodeWords.h"

namespace kuaiban::counter {

// What the papers of a taken case say: the fields of the receipt templates. `mark` stands on every copy after the
// first (补打); empty for the first. Codes stand for themselves without `words`.
QJsonObject receiptData(const casework::Case& state, const casework::PreparedItem& item, const QUrl& publicBase,
    const QString& mark, const CodeWords* words = nullptr);

} // namespace kuaiban::counter
