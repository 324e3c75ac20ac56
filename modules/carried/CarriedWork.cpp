#include "CarriedWork.h"

#include "CarriedErrors.h"
#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"
#include "SealedFile.h"

#include <QFile>
#include <QJsonArray>
#include <QSaveFile>
#include <QtEndian>

namespace kuaiban::carried {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostCommands = 100;       // of one request
constexpr qsizetype MostBytes = 240'000;      // of its body
constexpr qsizetype LongestList = 64'000'000; // bytes: of what a file says is in it

QJsonObject toJson(const Work& work)
{
    QJsonArray pushes;
    for (const auto& push : work.pushes)
        pushes.append(QJsonObject{{u"body"_s, QString::fromUtf8(push.body)},
            {u"signature"_s, QString::fromLatin1(push.signature.toBase64())}});
    QJsonArray files;
    for (const auto& file : work.files)
        files.append(QJsonObject{{u"digest"_s, file.digest}, {u"size"_s, file.size}, {u"stream"_s, file.stream}});
    return {{u"device"_s, work.device}, {u"account"_s, work.account}, {u"name"_s, work.name},
        {u"office"_s, work.office}, {u"window"_s, work.window}, {u"madeAt"_s, work.madeAt},
        {u"commands"_s, work.commands}, {u"pushes"_s, pushes}, {u"files"_s, files}};
}

Result<Work> fromJson(const QJsonObject& json)
{
    ObjectReader reader(json);
    Work work{reader.text(u"device"_s), reader.text(u"account"_s), reader.text(u"name"_s), reader.text(u"office"_s),
        reader.text(u"window"_s), reader.integer(u"madeAt"_s), static_cast<int>(reader.integer(u"commands"_s)), {}, {}};
    for (const auto& entry : reader.array(u"pushes"_s))
        work.pushes.append({entry["body"_L1].toString().toUtf8(),
            QByteArray::fromBase64(entry["signature"_L1].toString().toLatin1())});
    for (const auto& entry : reader.arrayOr(u"files"_s)) {
        work.files.append({entry["digest"_L1].toString(), entry["size"_L1].toInteger(), entry["stream"_L1].toString()});
        if (work.files.constLast().size < 1 || work.files.constLast().size > blobs::BlobStore::MaximumSize)
            reader.reject(u"files"_s, u"no size of a file"_s);
    }
    KB_CHECK(reader.finish());
    return work;
}

} // namespace

Result<QList<Push>> signedPushes(const QList<journal::Command>& commands, const journal::Signer& signer)
{
    QList<Push> pushes;
    QJsonArray list;
    qsizetype bytes = 0;
    const auto close = [&]() -> Done {
        const auto body = canonicalBytes(QJsonObject{{u"commands"_s, std::exchange(list, {})}});
        KB_TRY(const auto signature, signer.sign(journal::pushBytes(body)));
        pushes.append({body, signature});
        bytes = 0;
        return {};
    };
    for (const auto& command : commands) {
        const auto json = command.toJson();
        const auto size = canonicalBytes(json).size();
        if (!list.isEmpty() && (list.size() == MostCommands || bytes + size > MostBytes))
            KB_CHECK(close());
        list.append(json);
        bytes += size;
    }
    if (!list.isEmpty())
        KB_CHECK(close());
    return pushes;
}

Done writeWork(
    const QString& path, const QString& password, Work work, const blobs::BlobStore& blobs, RandomSource& random)
{
    if (password.size() < Work::LeastPassword)
        return fail(passwordShort(Work::LeastPassword));
    work.files.removeIf([&](const File& file) { return !blobs.has(file.digest); });
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail(fileUnwritable(path, file.errorString()));
    SealedWriter writer(file, random);
    KB_CHECK(writer.begin(password));
    const auto list = canonicalBytes(toJson(work));
    QByteArray size(4, '\0');
    qToBigEndian(static_cast<quint32>(list.size()), size.data());
    KB_CHECK(writer.write(size));
    KB_CHECK(writer.write(list));
    for (const auto& one : std::as_const(work.files)) {
        KB_TRY(const auto bytes, blobs.read(one.digest));
        KB_CHECK(writer.write(bytes));
    }
    KB_CHECK(writer.finish());
    if (!file.commit())
        return fail(fileUnwritable(path, file.errorString()));
    return {};
}

Result<Work> readWork(const QString& path, const QString& password, const blobs::BlobStore& blobs)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(fileUnreadable(path, file.errorString()));
    SealedReader reader(file);
    KB_CHECK(reader.begin(password));
    KB_TRY(const auto size, reader.read(4));
    const auto length = qsizetype{qFromBigEndian<quint32>(size.constData())};
    if (length > LongestList)
        return fail(fileDamaged(u"list of %1 bytes"_s.arg(length)));
    KB_TRY(const auto list, reader.read(length));
    const auto json = parseObject(list);
    const auto work = json ? fromJson(*json) : Result<Work>(fail(json.error()));
    if (!work)
        return fail(fileDamaged(work.error().detail));
    for (const auto& one : work->files) {
        KB_TRY(const auto bytes, reader.read(one.size));
        KB_TRY(const auto digest, blobs.put(bytes));
        if (digest != one.digest)
            return fail(fileDamaged(one.digest));
    }
    KB_CHECK(reader.end());
    return *work;
}

} // namespace kuaiban::carried
