#pragma once

#include <QJsonValue>

#include <optional>

namespace kuaiban::documents {

// Points of an integer, a decimal text ("10.5") or a Chinese size name (号数), between 4 and 96.
std::optional<double> typeSize(const QJsonValue& value);

// An integer or a decimal text; negative values are refused.
std::optional<double> decimal(const QJsonValue& value);

} // namespace kuaiban::documents
