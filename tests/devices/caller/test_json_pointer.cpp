#include "devices/caller/JsonPointer.h"

#include <QJsonDocument>
#include <QtTest>

using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

class TestJsonPointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void in_place_findsTheValue_data();
    void in_place_findsTheValue();
    void parse_noPointer_isRefused_data();
    void parse_noPointer_isRefused();
};

void TestJsonPointer::in_place_findsTheValue_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("expected");
    const QJsonValue nothing(QJsonValue::Undefined);
    QTest::addRow("field") << u"/a"_s << QJsonValue(1);
    QTest::addRow("deeper") << u"/b/c"_s << QJsonValue(u"x"_s);
    QTest::addRow("list") << u"/rows/1/no"_s << QJsonValue(u"A002"_s);
    QTest::addRow("name with slash and tilde") << u"/b/m~1n~0"_s << QJsonValue(8);
    QTest::addRow("tilde before a one") << u"/b/~01"_s << QJsonValue(9);
    QTest::addRow("empty name") << u"/"_s << QJsonValue(7);
    QTest::addRow("null") << u"/none"_s << QJsonValue();
    QTest::addRow("no such field") << u"/z"_s << nothing;
    QTest::addRow("behind the list") << u"/rows/2"_s << nothing;
    QTest::addRow("index with a zero before it") << u"/rows/01"_s << nothing;
    QTest::addRow("no index") << u"/rows/-"_s << nothing;
    QTest::addRow("index beyond all numbers") << u"/rows/99999999999999999999"_s << nothing;
    QTest::addRow("through a number") << u"/a/b"_s << nothing;
    QTest::addRow("through null") << u"/none/b"_s << nothing;
}

void TestJsonPointer::in_place_findsTheValue()
{
    QFETCH(QString, pointer);
    const QJsonObject root = QJsonDocument::fromJson(
        R"({"a":1,"b":{"c":"x","m/n~":8,"~1":9},"":7,"none":null,"rows":[{"no":"A001"},{"no":"A002"}]})")
                                 .object();
    const auto parsed = JsonPointer::parse(pointer);
    QVERIFY(parsed);
    QTEST(parsed->in(root), "expected");
    QCOMPARE(parsed->text(), pointer);
}

void TestJsonPointer::parse_noPointer_isRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const auto& text : {u""_s, u"a"_s, u"a/b"_s, u"$.a"_s, u"/a~"_s, u"/a~2"_s})
        QTest::addRow("'%s'", qPrintable(text)) << text;
}

void TestJsonPointer::parse_noPointer_isRefused()
{
    QFETCH(QString, text);
    QVERIFY(!JsonPointer::parse(text));
}

QTEST_GUILESS_MAIN(TestJsonPointer)
#include "test_json_pointer.moc"
