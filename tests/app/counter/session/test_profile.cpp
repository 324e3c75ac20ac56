#include "app/counter/session/Profile.h"
#include "modules/documents/DocumentCategory.h"
#include "tests/support/places/Places.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

namespace {

bool put(const QString& file, const QByteArray& bytes)
{
    QFile writer(file);
    return writer.open(QIODevice::WriteOnly) && writer.write(bytes) == bytes.size();
}

QByteArray bytesOf(const QString& file)
{
    QFile reader(file);
    return reader.open(QIODevice::ReadOnly) ? reader.readAll() : QByteArray();
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void read_missingFile_givesDefaults();
    void read_emptyObject_givesDefaults();
    void read_wholeFile_isUnderstood();
    void read_relativeDataFolder_startsAtTheProfile_data();
    void read_relativeDataFolder_startsAtTheProfile();
    void read_unusable_namesFileAndRule_data();
    void read_unusable_namesFileAndRule();
    void read_folderInPlaceOfTheFile_isReported();
    void write_readBack_isTheSame();
    void write_missingFolders_areMade();
    void write_again_replacesTheFileInOneStep();
    void write_unwritableFolder_isReported();
    void write_nameTakenByAFolder_leavesNoRemains();
    void defaultFile_withoutSharedOne_isTheUsersOwn();
    void schema_describesWhatIsWritten();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestProfile::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true); // never the settings of whoever runs the tests
}

void TestProfile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(u"profile.json"_s);
}

void TestProfile::read_missingFile_givesDefaults()
{
    const auto profile = Profile::read(m_file);
    QVERIFY(profile);
    QCOMPARE(profile->file, m_file);
    QCOMPARE(profile->hub, QUrl());
    QCOMPARE(profile->certificate, QByteArray());
    QCOMPARE(profile->language, u"zh_CN"_s);
    QCOMPARE(
        profile->dataFolder, QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/kuaiban"_s);
    QVERIFY(profile->devices.isEmpty());
    QVERIFY(!QFile::exists(m_file)); // reading leaves nothing behind
}

void TestProfile::read_emptyObject_givesDefaults()
{
    QVERIFY(put(m_file, "{}"));
    const auto profile = Profile::read(m_file);
    QVERIFY(profile);
    QCOMPARE(profile->language, u"zh_CN"_s);
    QCOMPARE(profile->dataFolder, Profile::read(m_folder->filePath(u"none.json"_s))->dataFolder);
}

void TestProfile::read_wholeFile_isUnderstood()
{
    const QByteArray json =
        R"({"hub": {"address": "https://hub.example.cn:8443", "certificate": "00ff10)"
        R"(00112233445566778899aabbccddeeff00112233445566778899aabbcc"}, "data": "/var/lib/kuaiban", )"
        R"("language": "en", "devices": {"idcard": "simulator:", "scanner": "sane:test:0", "camera": "camera:v4l2:/dev/video0"}, "later": {"unknown": true}})";
    QVERIFY(put(m_file, json));
    const auto profile = Profile::read(m_file);
    QVERIFY(profile);
    QCOMPARE(profile->hub, QUrl(u"https://hub.example.cn:8443"_s));
    QCOMPARE(profile->certificate.size(), 32);
    QVERIFY(profile->certificate.startsWith(QByteArray("\x00\xff\x10", 3)));
    QCOMPARE(profile->dataFolder, u"/var/lib/kuaiban"_s);
    QCOMPARE(profile->language, u"en"_s);
    QCOMPARE(profile->devices, (QHash<QString, QString>{{u"idcard"_s, u"simulator:"_s},
                                   {u"scanner"_s, u"sane:test:0"_s}, {u"camera"_s, u"camera:v4l2:/dev/video0"_s}}));
}

void TestProfile::read_relativeDataFolder_startsAtTheProfile_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected"); // %1: the folder of the profile
    QTest::newRow("a folder beside the profile") << u"data"_s << u"%1/data"_s;
    QTest::newRow("the profile's own folder") << u"."_s << u"%1"_s;
    QTest::newRow("a folder of elsewhere") << u"/srv/kuaiban"_s << u"/srv/kuaiban"_s;
    QTest::newRow("a folder in Chinese") << u"数据"_s << u"%1/数据"_s;
}

void TestProfile::read_relativeDataFolder_startsAtTheProfile()
{
    QFETCH(QString, written);
    QFETCH(QString, expected);
    QVERIFY(put(m_file, QJsonDocument(QJsonObject{{u"data"_s, written}}).toJson()));
    const auto profile = Profile::read(m_file);
    QVERIFY(profile);
    QCOMPARE(
        QDir::cleanPath(profile->dataFolder), expected.contains("%1"_L1) ? expected.arg(m_folder->path()) : expected);
}

void TestProfile::read_unusable_namesFileAndRule_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("rule"); // a part of it: the place, or the offset of the mistake
    QTest::newRow("an empty file") << QByteArray() << u"offset 0"_s;
    QTest::newRow("no JSON") << "hub = 127.0.0.1"_ba << u"offset"_s;
    QTest::newRow("cut off") << R"({"language": "en")"_ba << u"offset"_s;
    QTest::newRow("a list") << "[]"_ba << u"object"_s;
    QTest::newRow("a language nobody translated") << R"({"language": "fr"})"_ba << u"language"_s;
    QTest::newRow("an empty language") << R"({"language": ""})"_ba << u"language"_s;
    QTest::newRow("a language that is a number") << R"({"language": 1})"_ba << u"language"_s;
    QTest::newRow("a hub that is a text") << R"({"hub": "https://hub.example.cn"})"_ba << u"hub"_s;
    QTest::newRow("an address that is a number") << R"({"hub": {"address": 8080}})"_ba << u"hub.address"_s;
    QTest::newRow("a certificate that is a list") << R"({"hub": {"certificate": []}})"_ba << u"hub.certificate"_s;
    QTest::newRow("a certificate with a slip in it")
        << R"({"hub": {"certificate": "zz0011223344556677889900112233445566778899001122334455667788990a"}})"_ba
        << u"hub.certificate"_s;
    QTest::newRow("a certificate cut short") << R"({"hub": {"certificate": "00ff10"}})"_ba << u"hub.certificate"_s;
    QTest::newRow("a family nobody knows") << R"({"devices": {"scaner": "sane:test:0"}})"_ba << u"devices.scaner"_s;
    QTest::newRow("a data folder that is a flag") << R"({"data": true})"_ba << u"data"_s;
    QTest::newRow("devices as a list") << R"({"devices": ["ga450:serial:/dev/ttyUSB0"]})"_ba << u"devices"_s;
    QTest::newRow("papers nobody knows") << R"({"papers": {"leaflet": {}}})"_ba << u"papers.leaflet"_s;
    QTest::newRow("a rule that is a text") << R"({"papers": {"list": "tray-2"}})"_ba << u"papers.list"_s;
    QTest::newRow("days below none") << R"({"offlineDays": -1})"_ba << u"offlineDays"_s;
    QTest::newRow("more days than a month") << R"({"offlineDays": 31})"_ba << u"offlineDays"_s;
    QTest::newRow("a third side") << R"({"papers": {"list": {"sides": "three"}}})"_ba << u"papers.list.sides"_s;
    QTest::newRow("no copy at all") << R"({"papers": {"list": {"copies": 0}}})"_ba << u"papers.list.copies"_s;
    QTest::newRow("a task nobody knows") << R"({"tasks": {"coffee": "printer"}})"_ba << u"tasks.coffee"_s;
    QTest::newRow("a task its device cannot do") << R"({"tasks": {"papers": "printer"}})"_ba << u"tasks.papers"_s;
    QTest::newRow("a device that is a number") << R"({"devices": {"idcard": 3}})"_ba << u"devices.idcard"_s;
}

void TestProfile::read_unusable_namesFileAndRule()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, rule);
    QVERIFY(put(m_file, bytes));
    const auto profile = Profile::read(m_file);
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, u"session.profile"_s);
    QCOMPARE(profile.error().origin, Origin::Machine);
    QCOMPARE(profile.error().fields.value("file"_L1).toString(), m_file);
    const auto told = profile.error().fields.value("rule"_L1).toString();
    QVERIFY2(told.contains(rule), qPrintable(told));
}

void TestProfile::read_folderInPlaceOfTheFile_isReported()
{
    QVERIFY(QDir().mkpath(m_file));
    const auto profile = Profile::read(m_file);
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, u"session.profile"_s);
    QVERIFY(!profile.error().fields.value("rule"_L1).toString().isEmpty());
}

void TestProfile::write_readBack_isTheSame()
{
    Profile profile;
    profile.file = m_file;
    profile.hub = QUrl(u"https://hub.example.cn:8443"_s);
    profile.certificate = QByteArray(32, '\x7a');
    profile.dataFolder = m_folder->filePath(u"数据 1"_s);
    profile.language = u"en"_s;
    profile.devices = {
        {u"idcard"_s, u"ga450:serial:/dev/ttyUSB0?baud=115200"_s}, {u"printer"_s, u"escpos:usb:0416/5011"_s}};
    profile.offlineDays = 3;
    profile.papers = {
        {u"decision"_s, {u"cups:letterhead"_s, u"tray-2"_s, devices::PaperSides::One, 2}}, {u"list"_s, {}}};
    profile.tasks = {{u"papers"_s, u"camera"_s}, {u"handout"_s, u"receipt"_s}};
    QVERIFY(profile.write());

    const auto read = Profile::read(m_file);
    QVERIFY(read);
    QCOMPARE(read->tasks, profile.tasks);
    QCOMPARE(read->papers, profile.papers);
    QCOMPARE(read->offlineDays, 3);
    QCOMPARE(read->file, profile.file);
    QCOMPARE(read->hub, profile.hub);
    QCOMPARE(read->certificate, profile.certificate);
    QCOMPARE(read->dataFolder, profile.dataFolder);
    QCOMPARE(read->language, profile.language);
    QCOMPARE(read->devices, profile.devices);
}

void TestProfile::write_missingFolders_areMade()
{
    Profile profile;
    profile.file = m_folder->filePath(u"a/b/profile.json"_s);
    QVERIFY(profile.write());
    QVERIFY(Profile::read(profile.file));
    QVERIFY(QFile::exists(profile.file));
}

// Whoever has the old file open goes on reading it whole: a crash while writing can never leave half a profile.
void TestProfile::write_again_replacesTheFileInOneStep()
{
    Profile profile;
    profile.file = m_file;
    profile.language = u"en"_s;
    QVERIFY(profile.write());
    const auto old = bytesOf(m_file);
    QFile reader(m_file);
    QVERIFY(reader.open(QIODevice::ReadOnly));

    profile.language = u"zh_CN"_s;
    profile.hub = QUrl(u"https://hub.example.cn"_s);
    QVERIFY(profile.write());
    QCOMPARE(reader.readAll(), old);
    QVERIFY(bytesOf(m_file) != old);
    const auto read = Profile::read(m_file);
    QVERIFY(read);
    QCOMPARE(read->hub, profile.hub);
    QCOMPARE(read->language, profile.language);
}

// A file stands where a folder should be: unlike missing rights, that also stops the superuser.
void TestProfile::write_unwritableFolder_isReported()
{
    const QString place = m_folder->filePath(u"occupied"_s);
    QVERIFY(put(place, "x"));
    Profile profile;
    profile.file = place + u"/profile.json"_s;
    const auto done = profile.write();
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"session.folder"_s);
    QCOMPARE(done.error().fields.value("folder"_L1).toString(), place);
    QCOMPARE(bytesOf(place), "x"_ba);
}

void TestProfile::write_nameTakenByAFolder_leavesNoRemains()
{
    Profile profile;
    profile.file = m_folder->filePath(u"folder"_s); // a folder has the name of the file
    QVERIFY(QDir().mkpath(profile.file + u"/inside"_s));
    const auto done = profile.write();
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"session.folder"_s);
    QVERIFY(QFileInfo(profile.file + u"/inside"_s).isDir());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
        QStringList{u"folder"_s}); // no remains
}

void TestProfile::defaultFile_withoutSharedOne_isTheUsersOwn()
{
    if (QFile::exists(u"/etc/kuaiban/profile.json"_s))
        QSKIP("this machine has a shared profile");
    QCOMPARE(Profile::defaultFile(),
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/kuaiban/profile.json"_s);
}

// resources/profile/profile.schema.json is what a technician reads: it must know all that a profile holds.
void TestProfile::schema_describesWhatIsWritten()
{
    Profile profile;
    profile.file = m_file;
    for (const auto& family : Profile::families())
        profile.devices.insert(family, u"sim:"_s + family);
    profile.papers.insert(u"decision"_s, {});
    for (const auto& task : Profile::windowTasks())
        profile.tasks.insert(task.name, task.families.constFirst());
    QVERIFY(profile.write());
    QVERIFY(Profile::read(m_file));
    const auto schema = QJsonDocument::fromJson(bytesOf(test::inSource(u"resources/profile/profile.schema.json")));
    const auto written = QJsonDocument::fromJson(bytesOf(m_file)).object();
    const auto described = schema["properties"_L1].toObject();
    QCOMPARE(described.keys(), written.keys());
    for (const auto& task : Profile::windowTasks())
        QCOMPARE(
            described[u"tasks"_s]["properties"_L1][task.name]["enum"_L1].toVariant().toStringList(), task.families);
    for (const auto& part : {u"hub"_s, u"devices"_s, u"tasks"_s})
        QCOMPARE(described[part]["properties"_L1].toObject().keys(), written.value(part).toObject().keys());
    const auto categories = described[u"papers"_s]["patternProperties"_L1].toObject();
    QCOMPARE(categories.keys(), QStringList{u"^("_s + documents::documentCategories().join(u'|') + u")$"_s});
    QCOMPARE(categories.constBegin()->toObject().value("properties"_L1).toObject().keys(),
        written.value("papers"_L1)["decision"_L1].toObject().keys());
}

QTEST_GUILESS_MAIN(TestProfile)
#include "test_profile.moc"
