#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"

#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalBytes_anyKeyOrder_isTheSame();
    void canonicalBytes_rareCharacters_areUtf8();
    void isCanonical_fractions_areRefused();
    void parseObject_brokenText_namesTheOffset();
    void reader_missingField_namesItsPath();
    void reader_firstMistake_wins();
};

void TestJson::canonicalBytes_anyKeyOrder_isTheSame()
{
    const auto one = parseObject(R"({"b":1,"a":{"d":[1,2],"c":"x"}})");
    const auto two = parseObject(R"( { "a" : { "c":"x", "d":[ 1,2 ] }, "b": 1 } )");
    QVERIFY(one && two);
    QCOMPARE(canonicalBytes(*one), canonicalBytes(*two));
    QCOMPARE(canonicalBytes(*one), R"({"a":{"c":"x","d":[1,2]},"b":1})"_ba);
}

void TestJson::canonicalBytes_rareCharacters_areUtf8()
{
    const QJsonObject object{{u"name"_s, QString::fromUtf8("𠮷·阿依𬭊")}};
    QCOMPARE(canonicalBytes(object), QByteArray("{\"name\":\"𠮷·阿依𬭊\"}"));
}

void TestJson::isCanonical_fractions_areRefused()
{
    QVERIFY(isCanonical(QJsonObject{{u"fen"_s, 163'800}}));
    QVERIFY(!isCanonical(QJsonObject{{u"list"_s, QJsonArray{1, 0.5}}}));
    QVERIFY(!isCanonical(QJsonValue(1e300)));
}

void TestJson::parseObject_brokenText_namesTheOffset()
{
    const auto object = parseObject(R"({"a":1,})");
    QVERIFY(!object);
    QCOMPARE(object.error().code, u"base.json"_s);
    QVERIFY(object.error().detail.contains(u"offset"_s));
    QVERIFY(!parseObject("[1]"));
}

void TestJson::reader_missingField_namesItsPath()
{
    ObjectReader reader(QJsonObject{{u"name"_s, u""_s}}, u"parties.applicant"_s);
    reader.text(u"name"_s);
    const auto done = reader.finish();
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"base.json-field"_s);
    QCOMPARE(done.error().fields.value(u"path"_s).toString(), u"parties.applicant.name"_s);
}

void TestJson::reader_firstMistake_wins()
{
    ObjectReader reader(QJsonObject{{u"count"_s, u"three"_s}, {u"kind"_s, u"x"_s}});
    reader.integer(u"count"_s);
    reader.oneOf(u"kind"_s, {u"a"_s, u"b"_s});
    QCOMPARE(reader.finish().error().fields.value(u"path"_s).toString(), u"count"_s);
}

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"
