#include "modules/catalogue/DefinitionFiles.h"
#include "tests/support/places/Places.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace kuaiban;
using namespace kuaiban::catalogue;
using namespace Qt::StringLiterals;

class TestDefinitionFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void read_sourceTree_findsEveryTable();
    void read_folder_namesTableAndKeyByPlace();
    void read_bytes_areNotReserialised();
    void read_otherFiles_areLeftOut();
    void read_missingFolder_isReported_data();
    void read_missingFolder_isReported();
    void read_withoutParameters_isFine();
    void read_brokenJson_namesFileAndPlace();

private:
    void write(const QString& path, const QByteArray& content);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDefinitionFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const auto& name : {u"catalogue/items"_s, u"catalogue/parameters"_s, u"codes"_s, u"templates"_s})
        QVERIFY(QDir(m_folder->path()).mkpath(name));
    write(u"catalogue/posts.json"_s, R"({"posts":[]})");
}

void TestDefinitionFiles::write(const QString& path, const QByteArray& content)
{
    QFile file(m_folder->filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestDefinitionFiles::read_sourceTree_findsEveryTable()
{
    const auto definitions = readDefinitionFiles(test::inSource(u"resources"));
    QVERIFY(definitions);
    const auto has = [&](const QString& table, const QString& key) {
        return std::any_of(definitions->begin(), definitions->end(),
            [&](const Definition& d) { return d.table == table && d.key == key; });
    };
    QVERIFY(has(u"item"_s, u"free-intake"_s));
    QVERIFY(has(u"posts"_s, u"posts"_s));
    QVERIFY(has(u"codes"_s, u"calendar"_s));
    QVERIFY(has(u"codes"_s, u"areas"_s));
    QVERIFY(has(u"template"_s, u"intake-receipt"_s));
}

void TestDefinitionFiles::read_folder_namesTableAndKeyByPlace()
{
    write(u"catalogue/items/one.json"_s, "{}");
    write(u"catalogue/parameters/wages.json"_s, "{}");
    write(u"codes/calendar.json"_s, "{}");
    write(u"codes/areas.csv"_s, "21,辽宁省\n");
    write(u"templates/slip.v2.json"_s, "{}");
    const auto definitions = readDefinitionFiles(m_folder->path());
    QVERIFY(definitions);
    QStringList places;
    for (const auto& definition : *definitions)
        places.append(definition.table + u'/' + definition.key);
    QCOMPARE(places, QStringList({u"item/one"_s, u"posts/posts"_s, u"parameters/wages"_s, u"codes/calendar"_s,
                         u"codes/areas"_s, u"template/slip.v2"_s}));
}

void TestDefinitionFiles::read_bytes_areNotReserialised()
{
    const QByteArray spaced = "{ \"z\": 1,\n  \"a\": \"𠮷\" }\n";
    write(u"catalogue/items/one.json"_s, spaced);
    const auto definitions = readDefinitionFiles(m_folder->path());
    QVERIFY(definitions);
    QCOMPARE(definitions->constFirst().content, spaced);
}

void TestDefinitionFiles::read_otherFiles_areLeftOut()
{
    write(u"codes/extract.py"_s, "print(1)\n");
    write(u"catalogue/items/notes.txt"_s, "not a definition");
    write(u"catalogue/other.json"_s, "{}");
    const auto definitions = readDefinitionFiles(m_folder->path());
    QVERIFY(definitions);
    QCOMPARE(definitions->size(), 1);
}

void TestDefinitionFiles::read_missingFolder_isReported_data()
{
    QTest::addColumn<QString>("gone");
    QTest::newRow("no items") << u"catalogue/items"_s;
    QTest::newRow("no catalogue") << u"catalogue"_s;
    QTest::newRow("no code tables") << u"codes"_s;
    QTest::newRow("no templates") << u"templates"_s;
    QTest::newRow("nothing at all") << u"."_s;
}

void TestDefinitionFiles::read_missingFolder_isReported()
{
    QFETCH(QString, gone);
    QVERIFY(QDir(m_folder->filePath(gone)).removeRecursively());
    const auto definitions = readDefinitionFiles(m_folder->path());
    QVERIFY(!definitions);
    QCOMPARE(definitions.error().code, u"catalogue.folder"_s);
}

void TestDefinitionFiles::read_withoutParameters_isFine()
{
    QVERIFY(QDir(m_folder->filePath(u"catalogue/parameters"_s)).removeRecursively());
    QVERIFY(readDefinitionFiles(m_folder->path()));
}

void TestDefinitionFiles::read_brokenJson_namesFileAndPlace()
{
    write(u"catalogue/items/bad.json"_s, "{ \"id\": \"bad\", }");
    const auto definitions = readDefinitionFiles(m_folder->path());
    QVERIFY(!definitions);
    QCOMPARE(definitions.error().code, u"catalogue.broken"_s);
    QCOMPARE(definitions.error().fields.value("file"_L1).toString(), u"catalogue/items/bad.json"_s);
    QVERIFY(definitions.error().fields.value("rule"_L1).toString().contains(u"offset"_s));
}

QTEST_GUILESS_MAIN(TestDefinitionFiles)
#include "test_definition_files.moc"
