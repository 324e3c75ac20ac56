#pragma once

#include "modules/base/Result.h"

#include <QList>

namespace kuaiban::blobs {

// Files by their SM3 digest in one folder (<folder>/ab/<rest>). A file is written beside its place, flushed and
// renamed, so it is either there whole or not at all; equal files are kept once. Thread-safe through the file system.
class BlobStore
{
public:
    static constexpr qint64 PartSize = 256 * 1024;    // bytes; the last part is shorter
    static constexpr qint64 MaximumSize = 64'000'000; // bytes of one file

    explicit BlobStore(QString folder)
        : m_folder(std::move(folder))
    {}

    // Stores a file and returns its digest. Errors: blobs.too-large, blobs.write.
    Result<QString> put(QByteArrayView bytes) const;
    bool has(const QString& digest) const;
    // The whole file, checked against its digest. Errors: blobs.missing, blobs.damaged.
    Result<QByteArray> read(const QString& digest) const;

    static int partCount(qint64 size);
    // One part of a file, for sending.
    Result<QByteArray> readPart(const QString& digest, int part) const;
    Result<qint64> size(const QString& digest) const;

    // Receiving in parts, in any order and repeatedly: a part that is already there is answered with success.
    // When the last one is in, the file is put together and checked; a wrong digest drops all parts (blobs.damaged).
    Done receivePart(const QString& digest, qint64 size, int part, QByteArrayView bytes) const;
    // Numbers of the parts that are still to come; empty once the file is complete.
    QList<int> missingParts(const QString& digest, qint64 size) const;

private:
    QString pathOf(const QString& digest) const;
    QString uploadFolder(const QString& digest) const;
    QList<int> partsToCome(const QString& digest, int parts) const;
    Done assemble(const QString& digest, int parts) const;

    QString m_folder;
};

} // namespace kuaiban::blobs
