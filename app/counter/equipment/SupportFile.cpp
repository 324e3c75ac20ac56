#include "SupportFile.h"

#include "app/counter/session/SessionErrors.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSysInfo>
#include <QTimeZone>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype SentEvents = 500;

QString timeText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).toString(Qt::ISODateWithMs);
}

QString withoutSecrets(QString address)
{
    static const QRegularExpression userInfo(u"//[^/@?]*@"_s);
    static const QRegularExpression secret(u"([?&](?:token|key|password|secret)=)[^&]*"_s);
    return address.replace(userInfo, u"//"_s).replace(secret, u"\\1…"_s);
}

} // namespace

QJsonObject supportReport(DeviceSet& devices, const QJsonObject& machine, qint64 nowMs)
{
    QJsonArray list;
    for (const auto family : AllDeviceFamilies) {
        const auto state = devices.state(family);
        list.append(
            QJsonObject{{u"family"_s, profileKey(family)}, {u"address"_s, withoutSecrets(devices.address(family))},
                {u"health"_s, healthName(state.health)}, {u"code"_s, state.reason ? state.reason->code : QString()}});
    }
    QJsonArray events;
    for (const auto& event : devices.log().latest(SentEvents))
        events.append(QJsonObject{{u"at"_s, timeText(event.atMs)}, {u"family"_s, event.family}, {u"what"_s, event.what},
            {u"code"_s, event.code}});
    const QJsonObject system{{u"name"_s, QSysInfo::prettyProductName()}, {u"kernel"_s, QSysInfo::kernelVersion()},
        {u"architecture"_s, QSysInfo::currentCpuArchitecture()}, {u"qt"_s, QString::fromLatin1(qVersion())}};
    return {{u"made"_s, timeText(nowMs)}, {u"program"_s, QCoreApplication::applicationName()},
        {u"version"_s, QCoreApplication::applicationVersion()}, {u"system"_s, system}, {u"machine"_s, machine},
        {u"devices"_s, list}, {u"events"_s, events}};
}

Result<QString> writeSupportFile(const QString& folder, const QJsonObject& report, qint64 nowMs)
{
    const auto stamp = QDateTime::fromMSecsSinceEpoch(nowMs, QTimeZone::utc()).toString(u"yyyyMMdd-HHmmss"_s);
    const QString path = QDir(folder).filePath(u"kuaiban-support-%1.json"_s.arg(stamp));
    QSaveFile file(path);
    const auto bytes = QJsonDocument(report).toJson(QJsonDocument::Indented);
    const bool written = QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return fail(folderNotWritable(folder));
    return path;
}

} // namespace kuaiban::counter
