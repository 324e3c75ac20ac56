#include "Profile.h"

#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"
#include "modules/documents/DocumentCategory.h"
#include "SessionErrors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Sha256Bytes = 32;
constexpr qint64 MostCopies = 9;
constexpr qint64 MostOfflineDays = 30;

PaperRule readRule(ObjectReader& reader)
{
    PaperRule rule{reader.textOr(u"printer"_s), reader.textOr(u"tray"_s)};
    if (const auto sides = devices::paperSidesFromName(reader.textOr(u"sides"_s, u"printer"_s)))
        rule.sides = *sides;
    else
        reader.reject(u"sides"_s, u"one of printer, one, long, short"_s);
    const auto copies = reader.integerOr(u"copies"_s, 1);
    if (copies < 1 || copies > MostCopies)
        reader.reject(u"copies"_s, u"1 to 9"_s);
    rule.copies = static_cast<int>(copies);
    return rule;
}

Result<QHash<QString, PaperRule>> readRules(const QJsonObject& papers)
{
    QHash<QString, PaperRule> rules;
    ObjectReader all(papers, u"papers"_s);
    for (const auto& category : papers.keys()) {
        if (!documents::documentCategories().contains(category))
            all.reject(category, u"one of "_s + documents::documentCategories().join(u", "_s));
        ObjectReader reader(all.object(category), all.pathOf(category));
        rules.insert(category, readRule(reader));
        KB_CHECK(reader.finish());
    }
    KB_CHECK(all.finish());
    return rules;
}

Result<QHash<QString, QString>> readTasks(const QJsonObject& tasks)
{
    QHash<QString, QString> chosen;
    ObjectReader all(tasks, u"tasks"_s);
    for (const auto& name : tasks.keys()) {
        const auto& known = Profile::windowTasks();
        const auto task =
            std::find_if(known.begin(), known.end(), [&](const WindowTask& one) { return one.name == name; });
        if (task == known.end())
            all.reject(name, u"a task that a window can choose for"_s);
        else
            chosen.insert(name, all.oneOf(name, task->families));
    }
    KB_CHECK(all.finish());
    return chosen;
}

QJsonObject textsToJson(const QHash<QString, QString>& texts)
{
    QJsonObject json;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QJsonObject rulesToJson(const QHash<QString, PaperRule>& rules)
{
    QJsonObject papers;
    for (auto it = rules.begin(); it != rules.end(); ++it) {
        papers.insert(it.key(), QJsonObject{{u"printer"_s, it->printer}, {u"tray"_s, it->tray},
                                    {u"sides"_s, devices::paperSidesName(it->sides)}, {u"copies"_s, it->copies}});
    }
    return papers;
}

} // namespace

QString Profile::defaultFile()
{
    const QString shared = u"/etc/kuaiban/profile.json"_s;
    return QFileInfo::exists(shared)
               ? shared
               : QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/kuaiban/profile.json"_L1;
}

const QStringList& Profile::families()
{
    static const QStringList names{u"idcard"_s, u"smartcard"_s, u"scanner"_s, u"camera"_s, u"receipt"_s, u"printer"_s,
        u"keypad"_s, u"screen"_s, u"caller"_s};
    return names;
}

const QList<WindowTask>& Profile::windowTasks()
{
    static const QStringList pictures{u"scanner"_s, u"camera"_s};
    static const QList<WindowTask> tasks{
        {u"papers"_s, pictures}, {u"identity"_s, pictures}, {u"handout"_s, {u"receipt"_s, u"printer"_s}}};
    return tasks;
}

Result<Profile> Profile::read(const QString& file)
{
    Profile profile;
    profile.file = QFileInfo(file).absoluteFilePath();
    profile.dataFolder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/kuaiban"_L1;
    QFile reader(file);
    if (!reader.exists())
        return profile; // the first start asks for what is missing
    if (!reader.open(QIODevice::ReadOnly))
        return fail(profileBroken(file, reader.errorString()));
    const auto json = parseObject(reader.readAll());
    if (!json)
        return fail(profileBroken(file, json.error().detail));
    ObjectReader object(*json);
    ObjectReader hub(object.objectOr(u"hub"_s), u"hub"_s);
    profile.hub = QUrl(hub.textOr(u"address"_s));
    const QByteArray certificate = hub.textOr(u"certificate"_s).toLatin1();
    profile.certificate = QByteArray::fromHex(certificate);
    // fromHex passes over what is no digit; a pin with a slip in it must not become another pin.
    if (profile.certificate.toHex() != certificate.toLower() ||
        (!certificate.isEmpty() && profile.certificate.size() != Sha256Bytes))
        hub.reject(u"certificate"_s, u"64 hexadecimal digits (SHA-256)"_s);
    const QString data = object.textOr(u"data"_s);
    if (!data.isEmpty())
        profile.dataFolder = QFileInfo(file).absoluteDir().absoluteFilePath(data);
    profile.language =
        json->contains("language"_L1) ? object.oneOf(u"language"_s, {u"zh_CN"_s, u"en"_s}) : profile.language;
    ObjectReader look(object.objectOr(u"look"_s), u"look"_s);
    profile.largeType = look.flagOr(u"largeType"_s, false);
    profile.highContrast = look.flagOr(u"highContrast"_s, false);
    profile.idleLock = std::chrono::seconds(object.integerOr(u"idleLockSeconds"_s, profile.idleLock.count()));
    if (profile.idleLock.count() < 0)
        object.reject(u"idleLockSeconds"_s, u"0 or more"_s);
    const auto offlineDays = object.integerOr(u"offlineDays"_s, profile.offlineDays);
    if (offlineDays < 0 || offlineDays > MostOfflineDays)
        object.reject(u"offlineDays"_s, u"0 to 30"_s);
    profile.offlineDays = static_cast<int>(offlineDays);
    const auto devices = object.objectOr(u"devices"_s);
    ObjectReader uris(devices, u"devices"_s);
    for (const auto& family : devices.keys()) {
        if (!families().contains(family))
            uris.reject(family, u"one of "_s + families().join(u", "_s));
        profile.devices.insert(family, uris.textOr(family));
    }
    const auto rules = readRules(object.objectOr(u"papers"_s));
    if (!rules)
        return fail(profileBroken(file, rules.error().detail));
    profile.papers = *rules;
    const auto tasks = readTasks(object.objectOr(u"tasks"_s));
    if (!tasks)
        return fail(profileBroken(file, tasks.error().detail));
    profile.tasks = *tasks;
    for (const auto& done : {object.finish(), hub.finish(), look.finish(), uris.finish()}) {
        if (!done)
            return fail(profileBroken(file, done.error().detail));
    }
    return profile;
}

Done Profile::write() const
{
    const QJsonObject json{{u"hub"_s, QJsonObject{{u"address"_s, hub.toString()},
                                          {u"certificate"_s, QString::fromLatin1(certificate.toHex())}}},
        {u"data"_s, dataFolder}, {u"language"_s, language},
        {u"look"_s, QJsonObject{{u"largeType"_s, largeType}, {u"highContrast"_s, highContrast}}},
        {u"idleLockSeconds"_s, static_cast<qint64>(idleLock.count())}, {u"offlineDays"_s, offlineDays},
        {u"devices"_s, textsToJson(devices)}, {u"papers"_s, rulesToJson(papers)}, {u"tasks"_s, textsToJson(tasks)}};
    if (!QDir().mkpath(QFileInfo(file).path()))
        return fail(folderNotWritable(QFileInfo(file).path()));
    QSaveFile writer(file);
    if (!writer.open(QIODevice::WriteOnly) || writer.write(QJsonDocument(json).toJson()) < 0 || !writer.commit())
        return fail(folderNotWritable(QFileInfo(file).path()));
    return {};
}

} // namespace kuaiban::counter
