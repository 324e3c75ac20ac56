#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::blobs {

inline Error blobMissing(const QString& digest)
{
    return failure("blobs.missing", Origin::Data, digest);
}

// The bytes on disk are not those of the digest.
inline Error blobDamaged(const QString& digest)
{
    return failure("blobs.damaged", Origin::Machine, digest);
}

inline Error blobNotWritten(const QString& detail)
{
    return failure("blobs.write", Origin::Machine, detail);
}

inline Error blobDigestMalformed()
{
    return failure("blobs.digest", Origin::Data);
}

inline Error blobTooLarge(qint64 size, qint64 limit)
{
    using namespace Qt::StringLiterals;
    return failure("blobs.too-large", Origin::User)
        .with(u"megabytes"_s, QString::number(static_cast<double>(size) / 1e6, 'f', 1))
        .with(u"limit"_s, QString::number(limit / 1'000'000));
}

// A part has the wrong number or length for the file that was announced.
inline Error blobPartRefused(const QString& detail)
{
    return failure("blobs.part", Origin::Data, detail);
}

} // namespace kuaiban::blobs
