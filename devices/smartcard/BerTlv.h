#pragma once

#include <QByteArray>

#include <optional>

namespace kuaiban::devices {

// The value of a tag (ISO/IEC 8825-1, at most two bytes of tag and two of length) anywhere in nested fields, the first
// that is met. Nothing for a tag that is not there or data that is torn; the depth of nesting is bounded.
std::optional<QByteArray> berValue(QByteArrayView data, quint16 tag);

} // namespace kuaiban::devices
