#include "modules/expr/JsonValue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::expr;
using namespace Qt::StringLiterals;

class TestJsonValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_typedValues_keepTheirJson_data();
    void roundTrip_typedValues_keepTheirJson();
    void read_wrongJson_namesThePlace_data();
    void read_wrongJson_namesThePlace();
    void read_untyped_followsTheJson();
    void read_records_dropUnknownAndNull();
    void read_deepJson_isRefused();
    void write_values_outOfShape_areRefused();
    void weight_sharedParts_countEachTime();
};

void TestJsonValue::roundTrip_typedValues_keepTheirJson_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("kind");
    QTest::addRow("bool") << QJsonValue(true) << u"bool"_s << u"bool"_s;
    QTest::addRow("money in fen") << QJsonValue(163'800) << u"int"_s << u"int"_s;
    QTest::addRow("largest integer") << QJsonValue(1LL << 53) << u"int"_s << u"int"_s;
    QTest::addRow("decimal") << QJsonValue(u"0.9"_s) << u"decimal"_s << u"decimal"_s;
    QTest::addRow("text") << QJsonValue(u"𠮷"_s) << u"string"_s << u"string"_s;
    QTest::addRow("date") << QJsonValue(u"2026-11-21"_s) << u"date"_s << u"date"_s;
    QTest::addRow("month") << QJsonValue(u"2026-11"_s) << u"month"_s << u"date"_s;
    QTest::addRow("months") << QJsonValue(QJsonArray{u"2026-11"_s, u"2026-12"_s}) << u"months"_s << u"list"_s;
    QTest::addRow("record") << QJsonValue(QJsonObject{{u"fen"_s, 1}, {u"from"_s, u"2026-11-21"_s}}) << u"record"_s
                            << u"map"_s;
    QTest::addRow("nothing") << QJsonValue() << u"date"_s << u"null"_s;
}

static Type typeNamed(const QString& name)
{
    if (name == "month"_L1)
        return Type::month();
    if (name == "months"_L1)
        return Type::list(Type::month());
    if (name == "record"_L1)
        return Type::record({{u"fen"_s, Type::integer()}, {u"from"_s, Type::date()}});
    for (const Kind kind : {Kind::Bool, Kind::Int, Kind::Decimal, Kind::String, Kind::Date, Kind::List, Kind::Map}) {
        if (kindName(kind) == name)
            return Type::of(kind);
    }
    return Type::any();
}

void TestJsonValue::roundTrip_typedValues_keepTheirJson()
{
    QFETCH(QJsonValue, json);
    QFETCH(QString, type);
    const auto value = valueFromJson(json, typeNamed(type));
    QVERIFY(value);
    QTEST(kindName(value->kind()), "kind");
    const auto back = jsonFromValue(*value, typeNamed(type));
    QVERIFY(back);
    QCOMPARE(*back, json);
}

void TestJsonValue::read_wrongJson_namesThePlace_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("path");
    QTest::addRow("text for a number") << QJsonValue(u"12"_s) << u"int"_s << QString();
    QTest::addRow("fraction") << QJsonValue(1.5) << u"any"_s << QString();
    QTest::addRow("fraction for a decimal") << QJsonValue(1.5) << u"decimal"_s << QString();
    QTest::addRow("number beyond 53 bits") << QJsonValue((1LL << 53) + 1) << u"int"_s << QString();
    QTest::addRow("number for a text") << QJsonValue(1) << u"string"_s << QString();
    QTest::addRow("number for a bool") << QJsonValue(1) << u"bool"_s << QString();
    QTest::addRow("impossible date") << QJsonValue(u"2026-02-30"_s) << u"date"_s << QString();
    QTest::addRow("month for a date") << QJsonValue(u"2026-02"_s) << u"date"_s << QString();
    QTest::addRow("date for a month") << QJsonValue(u"2026-02-01"_s) << u"month"_s << QString();
    QTest::addRow("month 13") << QJsonValue(u"2026-13"_s) << u"month"_s << QString();
    QTest::addRow("object for a list") << QJsonValue(QJsonObject()) << u"list"_s << QString();
    QTest::addRow("second item") << QJsonValue(QJsonArray{u"2026-11"_s, 3}) << u"months"_s << u"[1]"_s;
    QTest::addRow("field of a record") << QJsonValue(QJsonObject{{u"fen"_s, u"1"_s}}) << u"record"_s << u"fen"_s;
    QTest::addRow("deep inside anything")
        << QJsonValue(QJsonObject{{u"a"_s, QJsonArray{QJsonObject{{u"b"_s, 0.5}}}}}) << u"any"_s << u"a[0].b"_s;
}

void TestJsonValue::read_wrongJson_namesThePlace()
{
    QFETCH(QJsonValue, json);
    QFETCH(QString, type);
    const auto value = valueFromJson(json, typeNamed(type));
    QVERIFY(!value);
    QCOMPARE(value.error().code, u"expr.value"_s);
    QTEST(value.error().fields.value(u"path"_s).toString(), "path");
}

void TestJsonValue::read_untyped_followsTheJson()
{
    const auto value = valueFromJson(QJsonObject{{u"a"_s, 1}, {u"b"_s, QJsonArray{u"2026-11-21"_s, true}}});
    QVERIFY(value);
    QCOMPARE(value->map().value(u"a"_s).integer(), 1);
    QCOMPARE(value->map().value(u"b"_s).list().at(0).string(), u"2026-11-21"_s); // no guessing of dates
    QVERIFY(valueFromJson(QJsonValue(QJsonValue::Undefined))->isNull());
    QCOMPARE(valueFromJson(QJsonValue(3), Type::decimal())->decimal().text(), u"3"_s);
}

void TestJsonValue::read_records_dropUnknownAndNull()
{
    const auto value = valueFromJson(
        QJsonObject{{u"fen"_s, 1}, {u"from"_s, QJsonValue::Null}, {u"newer"_s, 0.5}}, typeNamed(u"record"_s));
    QVERIFY(value);
    QCOMPARE(value->map().keys(), QStringList{u"fen"_s});
}

void TestJsonValue::read_deepJson_isRefused()
{
    QJsonValue json = 1;
    for (int i = 0; i < 40; ++i)
        json = QJsonArray{json};
    const auto value = valueFromJson(json);
    QVERIFY(!value);
    QCOMPARE(value.error().code, u"expr.limit"_s);
}

void TestJsonValue::write_values_outOfShape_areRefused()
{
    QCOMPARE(jsonFromValue(Value((1LL << 53) + 1)).error().code, u"expr.value"_s);
    QCOMPARE(jsonFromValue(Value(u"x"_s), Type::integer()).error().code, u"expr.value"_s);
    QCOMPARE(jsonFromValue(Value(Decimal::fromUnits(500'000)), Type::integer()).error().code, u"expr.value"_s);
    QCOMPARE(jsonFromValue(Value(Value::List{Value(1), Value(u"x"_s)}), Type::list(Type::integer()))
                 .error()
                 .fields.value(u"path"_s)
                 .toString(),
        u"[1]"_s);
    QCOMPARE(*jsonFromValue(Value(3), Type::decimal()), QJsonValue(u"3"_s));
    QCOMPARE(*jsonFromValue(Value(Decimal::fromUnits(500'000))), QJsonValue(u"0.5"_s));
    QCOMPARE(*jsonFromValue(Value(), Type::integer()), QJsonValue());
}

void TestJsonValue::weight_sharedParts_countEachTime()
{
    Value value(u"abc"_s);
    QCOMPARE(value.weight(), 4);
    for (int i = 0; i < 3; ++i)
        value = Value(Value::List{value, value});
    QCOMPARE(value.weight(), 4 * 8 + 7);
    for (int i = 0; i < 100; ++i)
        value = Value(Value::List{value, value});
    QVERIFY(value.weight() >= 1LL << 60); // saturated, not overflown
}

QTEST_GUILESS_MAIN(TestJsonValue)
#include "test_jsonvalue.moc"
