#include "Enrolment.h"

#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"
#include "modules/journal/Signer.h"
#include "SessionErrors.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

Result<Enrolment> fromJson(const QJsonObject& json)
{
    ObjectReader reader(json);
    Enrolment enrolment{reader.text(u"device"_s), reader.text(u"token"_s), reader.text(u"area"_s),
        reader.text(u"office"_s), reader.text(u"window"_s), reader.textOr(u"key"_s).toLatin1()};
    if (!enrolment.key.isEmpty() && !journal::signerFromPem(enrolment.key))
        reader.reject(u"key"_s, u"a private key in PEM"_s);
    KB_CHECK(reader.finish());
    return enrolment;
}

QString fileIn(const QString& dataFolder)
{
    return dataFolder + "/device.json"_L1;
}

} // namespace

Result<Enrolment> Enrolment::read(const QString& dataFolder)
{
    QFile reader(fileIn(dataFolder));
    if (!reader.exists())
        return fail(notEnrolled());
    if (!reader.open(QIODevice::ReadOnly))
        return fail(enrolmentBroken(reader.fileName(), reader.errorString()));
    const auto json = parseObject(reader.readAll());
    const auto enrolment = json ? fromJson(*json) : Result<Enrolment>(fail(json.error()));
    if (!enrolment)
        return fail(enrolmentBroken(reader.fileName(), enrolment.error().detail));
    return enrolment;
}

Done Enrolment::write(const QString& dataFolder) const
{
    const QJsonObject json{{u"device"_s, device}, {u"token"_s, token}, {u"area"_s, area}, {u"office"_s, office},
        {u"window"_s, window}, {u"key"_s, QString::fromLatin1(key)}};
    if (!QDir().mkpath(dataFolder))
        return fail(folderNotWritable(dataFolder));
    QSaveFile writer(fileIn(dataFolder));
    if (!writer.open(QIODevice::WriteOnly) || !writer.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        writer.write(canonicalBytes(json)) < 0 || !writer.commit())
        return fail(folderNotWritable(dataFolder));
    return {};
}

QFuture<Result<Enrolment>> enrol(sync::HubLink& link, const QString& code, const QString& name, const QString& window,
    IdSource& ids, QObject* context)
{
    const auto key = journal::newSigningKey();
    const auto signer = key ? journal::signerFromPem(*key) : fail(key.error());
    const auto publicKey = signer ? (*signer)->publicPem() : fail(signer.error());
    if (!publicKey)
        return QtFuture::makeReadyFuture(Result<Enrolment>(fail(publicKey.error())));
    const QJsonObject body{
        {u"code"_s, code}, {u"name"_s, name}, {u"window"_s, window}, {u"publicKey"_s, QString::fromLatin1(*publicKey)}};
    return link
        .send(
            {.method = "POST", .path = u"/devices/enrol"_s, .body = canonicalBytes(body), .idempotencyKey = ids.next()})
        .then(context, [key = *key](const Result<sync::HubResponse>& response) -> Result<Enrolment> {
            if (!response)
                return fail(response.error());
            KB_TRY(const auto json, response->json());
            KB_TRY(auto enrolment, fromJson(json));
            enrolment.key = key;
            return enrolment;
        });
}

} // namespace kuaiban::counter
