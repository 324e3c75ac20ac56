#include "modules/codes/CodeBook.h"
#include "modules/codes/CodeTableReader.h"
#include "modules/codes/GbTables.h"
#include "tests/support/places/Places.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::codes;
using namespace Qt::StringLiterals;

namespace {

const QString DataFolder = test::inSource(u"resources/codes");

QJsonObject table(const QJsonArray& entries)
{
    return {{u"kind"_s, u"code-table"_s}, {u"id"_s, u"test"_s}, {u"name"_s, u"测试"_s}, {u"standard"_s, u"own"_s},
        {u"revision"_s, 2}, {u"entries"_s, entries}};
}

QJsonObject entry(const QString& code, const QString& text)
{
    return {{u"code"_s, code}, {u"text"_s, text}};
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestCodeTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sexTable_codes_areThoseOfTheStandard();
    void ethnicityTable_standardCodes_areComplete();
    void ethnicityTable_textsOnCards_leadToTheCode_data();
    void ethnicityTable_textsOnCards_leadToTheCode();
    void nationalityTable_codes_areComplete();
    void codeOf_aliasEqualToAnotherText_isNotHidden();
    void offered_retiredEntry_isReadableButNotOffered();
    void parse_fullEntry_keepsEveryField();
    void parse_brokenTable_namesFilePlaceAndRule_data();
    void parse_brokenTable_namesFilePlaceAndRule();
    void readCodeBook_shippedFolder_isSound();
    void readCodeBook_shippedFolder_valuesOfThePractice_data();
    void readCodeBook_shippedFolder_valuesOfThePractice();
    void readCodeBook_noFolder_isUnreadable();
    void readCodeBook_brokenJson_namesTheFile();
    void readCodeBook_otherKinds_areSkipped();
    void readCodeBook_sameIdInTwoFiles_isRefused();
    void add_idOfACompiledInTable_isRefused();
    void update_revisions_higherStays();
};

void TestCodeTables::sexTable_codes_areThoseOfTheStandard()
{
    QCOMPARE(sexTable().entries().size(), 4);
    QCOMPARE(sexTable().shortText(u"1"_s), u"男"_s);
    QCOMPARE(sexTable().shortText(u"2"_s), u"女"_s);
    QCOMPARE(sexTable().shortText(u"0"_s), u"未知"_s);
    QCOMPARE(sexTable().shortText(u"9"_s), u"未说明"_s);
    QVERIFY(!sexTable().has(u"3"_s));
    QCOMPARE(sexTable().text(u"3"_s), QString());
    QCOMPARE(sexTable().codeOf(u"女"_s), u"2"_s);
    QCOMPARE(sexTable().standard(), u"GB/T 2261.1"_s);
}

void TestCodeTables::ethnicityTable_standardCodes_areComplete()
{
    const auto& ethnicities = ethnicityTable();
    QCOMPARE(ethnicities.entries().size(), 59);
    QSet<QString> names;
    for (int code = 1; code <= 56; ++code) {
        const auto text = ethnicities.text(u"%1"_s.arg(code, 2, 10, QLatin1Char('0')));
        QVERIFY2(text.endsWith(u'族') && text.size() >= 2, qPrintable(QString::number(code)));
        names.insert(text);
    }
    QCOMPARE(names.size(), 56);
    QVERIFY(!ethnicities.has(u"57"_s)); // used by some systems for 其他, but not by the standard
    QCOMPARE(ethnicities.text(u"97"_s), u"其他"_s);
    QCOMPARE(ethnicities.text(u"98"_s), u"外国血统中国籍人士"_s);
    QVERIFY(!ethnicities.has(u"1"_s)); // codes have two digits
}

void TestCodeTables::ethnicityTable_textsOnCards_leadToTheCode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addRow("short name") << u"朝鲜"_s << u"10"_s;
    QTest::addRow("with 族") << u"朝鲜族"_s << u"10"_s;
    QTest::addRow("Manchu") << u"满"_s << u"11"_s;
    QTest::addRow("former name of 毛南") << u"毛难"_s << u"36"_s;
    QTest::addRow("former name of 德昂") << u"崩龙族"_s << u"46"_s;
    QTest::addRow("not in the standard") << u"穿青人"_s << u"81"_s;
    QTest::addRow("last of the standard") << u"基诺"_s << u"56"_s;
    QTest::addRow("unknown") << u"火星"_s << QString();
}

void TestCodeTables::ethnicityTable_textsOnCards_leadToTheCode()
{
    QFETCH(QString, text);
    QTEST(ethnicityTable().codeOf(text), "code");
}

void TestCodeTables::nationalityTable_codes_areComplete()
{
    const auto& nationalities = nationalityTable();
    QCOMPARE(nationalities.entries().size(), 249);
    QSet<QString> names;
    for (const auto& country : nationalities.entries()) {
        QCOMPARE(country.code.size(), 3);
        QCOMPARE(country.code, country.code.toUpper());
        names.insert(country.text);
    }
    QCOMPARE(names.size(), 249);
    QCOMPARE(nationalities.text(u"CHN"_s), u"中国"_s);
    QCOMPARE(nationalities.text(u"PRK"_s), u"朝鲜"_s);
    QCOMPARE(nationalities.text(u"KOR"_s), u"韩国"_s);
    QCOMPARE(nationalities.text(u"RUS"_s), u"俄罗斯"_s);
    QCOMPARE(nationalities.text(u"HKG"_s), u"中国香港"_s);
    QCOMPARE(nationalities.codeOf(u"香港"_s), u"HKG"_s);
    QVERIFY(!nationalities.has(u"XYZ"_s));
}

void TestCodeTables::codeOf_aliasEqualToAnotherText_isNotHidden()
{
    CodeEntry first{.code = u"1"_s, .text = u"农民"_s, .aliases = {u"居民"_s, u"村民"_s}};
    const CodeTable two(u"t"_s, u"t"_s, u"own"_s, 1, {first, {.code = u"2"_s, .text = u"居民"_s}});
    QCOMPARE(two.codeOf(u"居民"_s), u"2"_s);
    QCOMPARE(two.codeOf(u"村民"_s), u"1"_s);
}

void TestCodeTables::offered_retiredEntry_isReadableButNotOffered()
{
    auto old = entry(u"2"_s, u"旧值"_s);
    old.insert(u"retired"_s, true);
    const auto parsed = parseCodeTable(table({entry(u"1"_s, u"新值"_s), old}));
    QVERIFY(parsed);
    QCOMPARE(parsed->text(u"2"_s), u"旧值"_s);
    QCOMPARE(parsed->offered().size(), 1);
    QCOMPARE(parsed->offered().first().code, u"1"_s);
}

void TestCodeTables::parse_fullEntry_keepsEveryField()
{
    const QJsonObject full{{u"code"_s, u"01"_s}, {u"text"_s, u"居民身份证"_s}, {u"short"_s, u"身份证"_s},
        {u"note"_s, u"说明"_s}, {u"group"_s, u"card"_s}, {u"check"_s, u"citizen-id"_s},
        {u"aliases"_s, QJsonArray{u"二代证"_s}}, {u"retired"_s, true}, {u"fieldOfALaterVersion"_s, 7}};
    const auto parsed = parseCodeTable(table({full}));
    QVERIFY(parsed);
    QCOMPARE(parsed->id(), u"test"_s);
    QCOMPARE(parsed->name(), u"测试"_s);
    QCOMPARE(parsed->revision(), 2);
    const CodeEntry expected{.code = u"01"_s,
        .text = u"居民身份证"_s,
        .shortText = u"身份证"_s,
        .note = u"说明"_s,
        .group = u"card"_s,
        .check = u"citizen-id"_s,
        .aliases = {u"二代证"_s},
        .retired = true};
    QVERIFY(*parsed->find(u"01"_s) == expected);
    QCOMPARE(parsed->find(u"02"_s), nullptr);
    QCOMPARE(parsed->codeOf(u"二代证"_s), u"01"_s);
}

void TestCodeTables::parse_brokenTable_namesFilePlaceAndRule_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("rule");
    const auto with = [](QJsonObject object, const QString& name, const QJsonValue& value) {
        object.insert(name, value);
        return object;
    };
    const auto good = table({entry(u"1"_s, u"甲"_s)});
    QTest::addRow("another kind") << with(good, u"kind"_s, u"flow"_s) << u"kind"_s << u"one of code-table"_s;
    QTest::addRow("no id") << with(good, u"id"_s, {}) << u"id"_s << u"required"_s;
    QTest::addRow("revision zero") << with(good, u"revision"_s, 0) << u"revision"_s << u"a number from 1"_s;
    QTest::addRow("no entries") << with(good, u"entries"_s, QJsonArray{}) << u"entries"_s << u"at least one entry"_s;
    QTest::addRow("entry is a text") << table({entry(u"1"_s, u"甲"_s), u"2"_s}) << u"entries[1]"_s << u"an object"_s;
    QTest::addRow("code is a number") << table({QJsonObject{{u"code"_s, 1}, {u"text"_s, u"甲"_s}}})
                                      << u"entries[0].code"_s << u"a text"_s;
    QTest::addRow("no text") << table({entry(u"1"_s, QString())}) << u"entries[0].text"_s << u"a text"_s;
    QTest::addRow("space in the code") << table({entry(u" 1"_s, u"甲"_s)}) << u"entries[0].code"_s
                                       << u"no space around a code"_s;
    QTest::addRow("code twice") << table({entry(u"1"_s, u"甲"_s), entry(u"2"_s, u"乙"_s), entry(u"1"_s, u"丙"_s)})
                                << u"entries[2].code"_s << u"a code that no earlier entry has"_s;
    QTest::addRow("alias is a number") << table({with(entry(u"1"_s, u"甲"_s), u"aliases"_s, QJsonArray{1})})
                                       << u"entries[0].aliases"_s << u"a list of texts"_s;
}

void TestCodeTables::parse_brokenTable_namesFilePlaceAndRule()
{
    QFETCH(QJsonObject, object);
    QFETCH(QString, place);
    QFETCH(QString, rule);
    const auto parsed = parseCodeTable(object, u"test.json"_s);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, u"codes.table"_s);
    QCOMPARE(parsed.error().fields.value(u"file"_s).toString(), u"test.json"_s);
    QCOMPARE(parsed.error().fields.value(u"place"_s).toString(), place);
    QCOMPARE(parsed.error().fields.value(u"rule"_s).toString(), rule);
}

void TestCodeTables::readCodeBook_shippedFolder_isSound()
{
    const auto book = readCodeBook(DataFolder);
    QVERIFY2(book, book ? "" : qPrintable(logLine(book.error())));
    const QDir folder(DataFolder);
    for (const auto& name : folder.entryList({u"*.json"_s})) {
        if (name != "calendar.json"_L1)
            QVERIFY2(book->find(name.chopped(5)), qPrintable(name)); // a table's file is named after its id
    }
    for (const auto& id : book->ids()) {
        const auto* known = book->find(id);
        QSet<QString> texts;
        for (const auto& line : known->entries()) {
            QVERIFY2(!texts.contains(line.text), qPrintable(id + u' ' + line.text));
            // Short texts stand in narrow columns; names of countries are as long as they are.
            QVERIFY2(id == "AAC161"_L1 || line.shortText.size() <= 10, qPrintable(id + u' ' + line.shortText));
            texts.insert(line.text);
        }
    }
}

void TestCodeTables::readCodeBook_shippedFolder_valuesOfThePractice_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("shortText");
    QTest::addRow("insured kind") << u"AAE140"_s << u"210"_s << u"失业"_s;
    QTest::addRow("contribution state") << u"AAC031"_s << u"2"_s << u"暂停"_s;
    QTest::addRow("identity document") << u"AAC058"_s << u"16"_s << u"居住证"_s;
    QTest::addRow("household") << u"AAC009"_s << u"20"_s << u"农业"_s;
    QTest::addRow("education") << u"AAC011"_s << u"21"_s << u"本科"_s;
    QTest::addRow("marriage") << u"AAC017"_s << u"3"_s << u"丧偶"_s;
    QTest::addRow("kind of unit") << u"AAB019"_s << u"60"_s << u"个体户"_s;
    QTest::addRow("survival") << u"AAC060"_s << u"2"_s << u"死亡"_s;
    QTest::addRow("reason of change") << u"AAE160"_s << u"6501"_s << u"在职转退休"_s;
    QTest::addRow("reason of unemployment") << u"unemployment-reason"_s << u"31"_s << u"辞职"_s;
    QTest::addRow("relation of the agent") << u"agent-relation"_s << u"03"_s << u"子女"_s;
    QTest::addRow("typed identity") << u"typed-identity-reason"_s << u"40"_s << u"新生儿"_s;
    QTest::addRow("refusal") << u"refusal-reason"_s << u"10"_s << u"非本机构职权"_s;
    QTest::addRow("evaluation") << u"evaluation-reason"_s << u"103"_s << u"未一次告知"_s;
    QTest::addRow("compiled in") << u"AAC005"_s << u"10"_s << u"朝鲜"_s;
}

void TestCodeTables::readCodeBook_shippedFolder_valuesOfThePractice()
{
    static const auto book = readCodeBook(DataFolder);
    QFETCH(QString, id);
    QFETCH(QString, code);
    QVERIFY(book && book->find(id));
    QTEST(book->find(id)->shortText(code), "shortText");
    QCOMPARE(book->text(id, code), book->find(id)->text(code));
    QCOMPARE(book->text(u"nothing"_s, code), QString());
}

void TestCodeTables::readCodeBook_noFolder_isUnreadable()
{
    const auto book = readCodeBook(DataFolder + "/missing"_L1);
    QVERIFY(!book);
    QCOMPARE(book.error().code, u"codes.unreadable"_s);
}

void TestCodeTables::readCodeBook_brokenJson_namesTheFile()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"broken.json"_s), "{\"kind\":");
    const auto book = readCodeBook(folder.path());
    QVERIFY(!book);
    QCOMPARE(book.error().code, u"codes.table"_s);
    QCOMPARE(book.error().fields.value(u"file"_s).toString(), u"broken.json"_s);
    QCOMPARE(book.error().fields.value(u"rule"_s).toString(), u"valid JSON"_s);
}

void TestCodeTables::readCodeBook_otherKinds_areSkipped()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"a.json"_s), R"({"kind":"working-calendar"})");
    write(folder.filePath(u"b.json"_s), R"({"something":"else"})");
    write(folder.filePath(u"c.txt"_s), "no JSON");
    const auto book = readCodeBook(folder.path());
    QVERIFY(book);
    QCOMPARE(book->ids(), (QStringList{u"AAC004"_s, u"AAC005"_s, u"AAC161"_s}));
}

void TestCodeTables::readCodeBook_sameIdInTwoFiles_isRefused()
{
    const QTemporaryDir folder;
    const auto bytes = QJsonDocument(table({entry(u"1"_s, u"甲"_s)})).toJson();
    write(folder.filePath(u"a.json"_s), bytes);
    write(folder.filePath(u"b.json"_s), bytes);
    const auto book = readCodeBook(folder.path());
    QVERIFY(!book);
    QCOMPARE(book.error().code, u"codes.table-twice"_s);
    QCOMPARE(book.error().fields.value(u"id"_s).toString(), u"test"_s);
}

void TestCodeTables::add_idOfACompiledInTable_isRefused()
{
    CodeBook book;
    const auto done = book.add(sexTable());
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"codes.table-twice"_s);
}

void TestCodeTables::update_revisions_higherStays()
{
    CodeBook book;
    const auto revised = [](int revision, const QString& text) {
        return CodeTable(u"t"_s, u"表"_s, u"own"_s, revision, {{.code = u"1"_s, .text = text}});
    };
    QVERIFY(book.update(revised(2, u"second"_s)));
    QVERIFY(!book.update(revised(1, u"first"_s)));
    QVERIFY(!book.update(revised(2, u"second again"_s)));
    QCOMPARE(book.text(u"t"_s, u"1"_s), u"second"_s);
    QVERIFY(book.update(revised(3, u"third"_s)));
    QCOMPARE(book.text(u"t"_s, u"1"_s), u"third"_s);
}

QTEST_GUILESS_MAIN(TestCodeTables)
#include "test_code_tables.moc"
