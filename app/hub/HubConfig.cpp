#include "HubConfig.h"

#include "api/HubErrors.h"
#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"
#include "modules/store/OpenDatabase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestCheckpointPause = 24 * 3600;

const QStringList& knownFields()
{
    static const QStringList fields{u"database"_s, u"blobs"_s, u"resources"_s, u"http"_s, u"public_base"_s,
        u"signing_key"_s, u"card_key"_s, u"checkpoint_seconds"_s};
    return fields;
}

const QStringList& knownHttpFields()
{
    static const QStringList fields{u"address"_s, u"port"_s, u"certificate"_s, u"key"_s, u"trusted_proxies"_s,
        u"network_threads"_s, u"workers"_s, u"queue"_s, u"max_connections"_s, u"body_limit"_s, u"header_limit"_s,
        u"head_timeout"_s, u"transfer_timeout"_s, u"idle_timeout"_s, u"queue_timeout"_s, u"answer_timeout"_s,
        u"drain_timeout"_s};
    return fields;
}

Error broken(const QString& file, const Error& error)
{
    const auto field = error.fields.value("path"_L1).toString();
    const auto rule = error.fields.value("expected"_L1).toString();
    return configBroken(file, field, rule.isEmpty() ? error.detail : rule);
}

Done onlyKnown(const QString& file, const QJsonObject& object, const QStringList& known, const QString& prefix)
{
    for (const auto& name : object.keys()) {
        if (!known.contains(name))
            return fail(configBroken(file, prefix + name, u"one of "_s + known.join(", "_L1)));
    }
    return {};
}

} // namespace

Result<HubConfig> HubConfig::read(const QString& file)
{
    QFile reader(file);
    if (!reader.open(QIODevice::ReadOnly))
        return fail(configBroken(file, {}, reader.errorString()));
    const auto json = parseObject(reader.readAll());
    if (!json)
        return fail(configBroken(file, {}, json.error().detail));
    KB_CHECK(onlyKnown(file, *json, knownFields(), {}));
    const QDir folder = QFileInfo(file).absoluteDir();
    const auto place = [&folder](const QString& path) {
        return path.isEmpty() ? path : QDir::cleanPath(folder.absoluteFilePath(path));
    };
    ObjectReader fields(*json);
    HubConfig config;
    config.file = QFileInfo(file).absoluteFilePath();
    config.database = fields.text(u"database"_s);
    if (!store::isServerAddress(config.database))
        config.database = place(config.database);
    config.blobs = place(fields.text(u"blobs"_s));
    config.resources = place(fields.text(u"resources"_s));
    config.signingKey = place(fields.textOr(u"signing_key"_s));
    config.cardKey = place(fields.textOr(u"card_key"_s));
    auto http = fields.objectOr(u"http"_s);
    const qint64 pause = fields.integerOr(u"checkpoint_seconds"_s, config.checkpointSeconds);
    if (pause < 1 || pause > LongestCheckpointPause)
        fields.reject(u"checkpoint_seconds"_s, u"1 … %1"_s.arg(LongestCheckpointPause));
    config.checkpointSeconds = static_cast<int>(pause);
    config.publicBase = fields.textOr(u"public_base"_s);
    const QUrl base(config.publicBase);
    if (!config.publicBase.isEmpty() && (base.host().isEmpty() || !base.scheme().startsWith("http"_L1)))
        fields.reject(u"public_base"_s, u"an address that begins with http:// or https://"_s);
    if (const auto done = fields.finish(); !done)
        return fail(broken(file, done.error()));
    KB_CHECK(onlyKnown(file, http, knownHttpFields(), u"http."_s));
    for (const auto& name : {u"certificate"_s, u"key"_s}) {
        if (http.contains(name))
            http.insert(name, place(http.value(name).toString()));
    }
    auto settings = HttpSettings::fromJson(http);
    if (!settings)
        return fail(broken(file, settings.error()));
    config.http = *std::move(settings);
    if (config.publicBase.isEmpty())
        config.publicBase =
            u"%1://%2:%3"_s.arg(config.http.tls() ? u"https"_s : u"http"_s, config.http.address).arg(config.http.port);
    while (config.publicBase.endsWith(u'/'))
        config.publicBase.chop(1);
    return config;
}

} // namespace kuaiban::hub
