#include "FormSamples.h"
#include "modules/forms/FormPaths.h"

#include <QtTest>

using namespace kuaiban::forms;
using namespace kuaiban::forms::samples;

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRowId_texts_data();
    void isRowId_texts();
    void valueAt_paths_data();
    void valueAt_paths();
    void withValueAt_paths_data();
    void withValueAt_paths();
    void paths_builders_matchTheReader();
};

void TestPaths::isRowId_texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addRow("number") << u"r1"_s << true;
    QTest::addRow("uuid") << u"0192f0aa-0000-7000-8000-000000000001"_s << true;
    QTest::addRow("empty") << QString() << false;
    QTest::addRow("dot") << u"a.b"_s << false;
    QTest::addRow("blank") << u"a b"_s << false;
    QTest::addRow("Chinese") << u"行"_s << false;
    QTest::addRow("longest") << u"a"_s.repeated(64) << true;
    QTest::addRow("too long") << u"a"_s.repeated(65) << false;
}

void TestPaths::isRowId_texts()
{
    QFETCH(QString, text);
    QTEST(isRowId(text), "valid");
}

void TestPaths::valueAt_paths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addRow("field") << u"a"_s << QJsonValue(1);
    QTest::addRow("cell") << u"t.rows.r1.x"_s << QJsonValue(2);
    QTest::addRow("row") << u"t.rows.r1"_s << QJsonValue(QJsonObject{{u"x"_s, 2}});
    QTest::addRow("missing") << u"b"_s << QJsonValue(QJsonValue::Undefined);
    QTest::addRow("below a number") << u"a.b"_s << QJsonValue(QJsonValue::Undefined);
    QTest::addRow("missing row") << u"t.rows.r2.x"_s << QJsonValue(QJsonValue::Undefined);
}

void TestPaths::valueAt_paths()
{
    QFETCH(QString, path);
    QTEST(valueAt(object(R"({"a":1,"t":{"rows":{"r1":{"x":2}},"order":["r1"]}})"), path), "value");
}

void TestPaths::withValueAt_paths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QJsonObject>("result");
    const auto add = [](const char* name, const QString& path, const QJsonValue& value, const char* result) {
        QTest::addRow("%s", name) << path << value << object(result);
    };
    add("replaced field", u"a"_s, 9, R"({"a":9,"t":{"rows":{"r1":{"x":2}},"order":["r1"]}})");
    add("new field", u"b"_s, u"y"_s, R"({"a":1,"b":"y","t":{"rows":{"r1":{"x":2}},"order":["r1"]}})");
    add("removed field", u"a"_s, QJsonValue(), R"({"t":{"rows":{"r1":{"x":2}},"order":["r1"]}})");
    add("cell", u"t.rows.r1.x"_s, 3, R"({"a":1,"t":{"rows":{"r1":{"x":3}},"order":["r1"]}})");
    add("emptied cell keeps the row", u"t.rows.r1.x"_s, QJsonValue(),
        R"({"a":1,"t":{"rows":{"r1":{}},"order":["r1"]}})");
    add("new row", u"t.rows.r0"_s, QJsonObject{{u"x"_s, 5}},
        R"({"a":1,"t":{"rows":{"r0":{"x":5},"r1":{"x":2}},"order":["r1","r0"]}})");
    add("first cell of a new row", u"t.rows.r2.x"_s, 5,
        R"({"a":1,"t":{"rows":{"r1":{"x":2},"r2":{"x":5}},"order":["r1","r2"]}})");
    add("removed row", u"t.rows.r1"_s, QJsonValue(), R"({"a":1,"t":{"rows":{},"order":[]}})");
    add("row of a new table", u"u.rows.r1.x"_s, 5,
        R"({"a":1,"t":{"rows":{"r1":{"x":2}},"order":["r1"]},"u":{"rows":{"r1":{"x":5}},"order":["r1"]}})");
    add("order", u"t.order"_s, QJsonArray{u"z"_s}, R"({"a":1,"t":{"rows":{"r1":{"x":2}},"order":["z"]}})");
}

void TestPaths::withValueAt_paths()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QTEST(withValueAt(object(R"({"a":1,"t":{"rows":{"r1":{"x":2}},"order":["r1"]}})"), path, value), "result");
}

void TestPaths::paths_builders_matchTheReader()
{
    const auto values = withValueAt({}, cellPath(u"t"_s, u"r1"_s, u"x"_s), 7);
    QCOMPARE(valueAt(values, rowPath(u"t"_s, u"r1"_s)).toObject().value(u"x"_s).toInt(), 7);
    QCOMPARE(rowIds(values.value(u"t"_s).toObject()), QStringList{u"r1"_s});
}

QTEST_GUILESS_MAIN(TestPaths)
#include "test_paths.moc"
