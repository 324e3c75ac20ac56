#pragma once

#include "modules/base/Result.h"

#include <QByteArray>

namespace kuaiban::hub {

// RFC 1952, whole bodies in memory. Township lines carry 256 kbit/s; JSON shrinks to a fifth.
QByteArray gzipped(const QByteArray& plain);

// At most `limit` bytes come out, whatever a small body claims to unpack to: http.body-too-large beyond it,
// http.malformed if it is no complete gzip.
Result<QByteArray> gunzipped(const QByteArray& packed, qint64 limit);

} // namespace kuaiban::hub
