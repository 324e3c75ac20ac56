#pragma once

#include <QDate>

#include <optional>

namespace kuaiban::counter {

// A date as people type it: 2026-11-21, 2026/11/21, 2026.1.2, 2026年11月21日, 20261121, also with full-width digits.
// Years from 1900 to 2199; nothing for anything else, an impossible day included.
std::optional<QDate> parseDate(const QString& typed);

// Whether the text has the shape of a date, whatever the calendar says of it.
bool looksLikeDate(const QString& typed);

// 2026-11-21 (GB/T 7408).
QString dateText(QDate date);

} // namespace kuaiban::counter
