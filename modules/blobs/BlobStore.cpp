#include "BlobStore.h"

#include "BlobErrors.h"
#include "modules/base/Digest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <unistd.h>

namespace kuaiban::blobs {

using namespace Qt::StringLiterals;

namespace {

// Writes beside the place, flushes to the disk, renames: after a power cut the file is whole or absent.
Done writeWhole(const QString& path, QByteArrayView bytes)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return fail(blobNotWritten(u"folder"_s));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), bytes.size()) != bytes.size() || !file.flush() ||
        fsync(file.handle()) != 0 || !file.commit())
        return fail(blobNotWritten(file.errorString()));
    return {};
}

Result<QByteArray> readWhole(const QString& path, const QString& digest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(blobMissing(digest));
    return file.readAll();
}

} // namespace

QString BlobStore::pathOf(const QString& digest) const
{
    return "%1/%2/%3"_L1.arg(m_folder, QStringView(digest).sliced(4, 2), QStringView(digest).sliced(6)); // after "sm3:"
}

QString BlobStore::uploadFolder(const QString& digest) const
{
    return "%1/arriving/%2"_L1.arg(m_folder, QStringView(digest).sliced(4));
}

Result<QString> BlobStore::put(QByteArrayView bytes) const
{
    if (bytes.size() > MaximumSize)
        return fail(blobTooLarge(bytes.size(), MaximumSize));
    const QString digest = digestOf(bytes);
    if (!has(digest))
        KB_CHECK(writeWhole(pathOf(digest), bytes));
    return digest;
}

bool BlobStore::has(const QString& digest) const
{
    return isDigest(digest) && QFileInfo::exists(pathOf(digest));
}

Result<QByteArray> BlobStore::read(const QString& digest) const
{
    if (!isDigest(digest))
        return fail(blobDigestMalformed());
    KB_TRY(auto bytes, readWhole(pathOf(digest), digest));
    if (digestOf(bytes) != digest)
        return fail(blobDamaged(digest));
    return bytes;
}

int BlobStore::partCount(qint64 size)
{
    return static_cast<int>((size + PartSize - 1) / PartSize);
}

Result<qint64> BlobStore::size(const QString& digest) const
{
    if (!has(digest))
        return fail(blobMissing(digest));
    return QFileInfo(pathOf(digest)).size();
}

Result<QByteArray> BlobStore::readPart(const QString& digest, int part) const
{
    KB_TRY(const qint64 whole, size(digest));
    if (part < 0 || part >= partCount(whole))
        return fail(blobPartRefused(u"no such part"_s));
    QFile file(pathOf(digest));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(part * PartSize))
        return fail(blobMissing(digest));
    return file.read(PartSize);
}

QList<int> BlobStore::missingParts(const QString& digest, qint64 size) const
{
    if (has(digest))
        return {};
    auto missing = partsToCome(digest, partCount(size));
    // All are here, but putting them together failed (full disk, power cut): the last one, sent again, does it.
    if (missing.isEmpty() && size > 0)
        missing.append(partCount(size) - 1);
    return missing;
}

Done BlobStore::receivePart(const QString& digest, qint64 size, int part, QByteArrayView bytes) const
{
    if (!isDigest(digest))
        return fail(blobDigestMalformed());
    if (size > MaximumSize)
        return fail(blobTooLarge(size, MaximumSize));
    if (has(digest))
        return {};
    const int parts = partCount(size);
    if (size <= 0 || part < 0 || part >= parts)
        return fail(blobPartRefused(u"no such part"_s));
    const qint64 expected = part + 1 < parts ? PartSize : size - (parts - 1) * PartSize;
    if (bytes.size() != expected)
        return fail(
            blobPartRefused("%1 bytes instead of %2"_L1.arg(QString::number(bytes.size()), QString::number(expected))));
    KB_CHECK(writeWhole(uploadFolder(digest) + u'/' + QString::number(part), bytes));
    return partsToCome(digest, parts).isEmpty() ? assemble(digest, parts) : Done();
}

QList<int> BlobStore::partsToCome(const QString& digest, int parts) const
{
    QList<int> missing;
    for (int part = 0; part < parts; ++part) {
        if (!QFileInfo::exists(uploadFolder(digest) + u'/' + QString::number(part)))
            missing.append(part);
    }
    return missing;
}

Done BlobStore::assemble(const QString& digest, int parts) const
{
    QByteArray whole;
    for (int part = 0; part < parts; ++part) {
        KB_TRY(const auto bytes, readWhole(uploadFolder(digest) + u'/' + QString::number(part), digest));
        whole += bytes;
    }
    const bool sound = digestOf(whole) == digest;
    if (sound)
        KB_CHECK(writeWhole(pathOf(digest), whole));
    QDir(uploadFolder(digest)).removeRecursively();
    if (!sound)
        return fail(blobDamaged(digest));
    return {};
}

} // namespace kuaiban::blobs
