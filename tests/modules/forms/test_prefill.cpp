#include "FormSamples.h"
#include "modules/forms/FormEvaluation.h"
#include "modules/forms/Prefill.h"

#include <QtTest>

using namespace kuaiban::forms;
using namespace kuaiban::forms::samples;

class TestPrefill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prefill_kinds_areFitted_data();
    void prefill_kinds_areFitted();
    void prefill_severalSources_theFirstWithAValueWins();
    void prefill_withoutSource_staysEmpty();
    void prefill_table_getsRowsWithIds();
    void prefill_thenEvaluate_keepsTheOrigins();
};

void TestPrefill::prefill_kinds_areFitted_data()
{
    QTest::addColumn<QJsonObject>("field");
    QTest::addColumn<QJsonValue>("source");
    QTest::addColumn<QJsonValue>("value"); // undefined: not filled
    const QJsonValue none(QJsonValue::Undefined);
    const auto add = [](const char* name, const QString& kind, const QJsonValue& source, const QJsonValue& value) {
        QJsonObject more{{u"source"_s, u"register.x"_s}};
        if (kind == "code"_L1)
            more.insert(u"codeTable"_s, u"AAC058"_s);
        QTest::addRow("%s", name) << field(u"a"_s, kind, more) << source << value;
    };
    add("text", u"text"_s, u"王建国"_s, u"王建国"_s);
    add("blank text", u"text"_s, u"  "_s, none);
    add("nothing", u"text"_s, QJsonValue(), none);
    add("object for a text", u"text"_s, QJsonObject{{u"x"_s, 1}}, none);
    add("code as number", u"code"_s, 2, u"2"_s);
    add("code as text", u"code"_s, u"02"_s, u"02"_s);
    add("code as fraction", u"code"_s, 1.5, none);
    add("area", u"area"_s, u"210602"_s, u"210602"_s);
    add("integer", u"integer"_s, 96, 96);
    add("integer as text", u"integer"_s, u"96"_s, none);
    add("money", u"money"_s, 163'800, 163'800);
    add("decimal", u"decimal"_s, u"0.9"_s, u"0.9"_s);
    add("whole number for a decimal", u"decimal"_s, 3, u"3"_s);
    add("negative whole number for a decimal", u"decimal"_s, -1, u"-1"_s);
    add("floating point for a decimal", u"decimal"_s, 0.9, none);
    add("date", u"date"_s, u"1968-03-04"_s, u"1968-03-04"_s);
    add("date in words", u"date"_s, u"长期"_s, none);
    add("month", u"month"_s, u"2026-11"_s, u"2026-11"_s);
    add("day for a month", u"month"_s, u"2026-11-21"_s, u"2026-11"_s);
    add("flag", u"flag"_s, false, false);
    add("flag as number", u"flag"_s, 1, none);
}

void TestPrefill::prefill_kinds_areFitted()
{
    QFETCH(QJsonObject, field);
    QFETCH(QJsonValue, source);
    QFETCH(QJsonValue, value);
    auto world = context();
    world.registered.insert(u"x"_s, source);
    const auto filled = prefill(definition(simpleForm({field})), world);
    QCOMPARE(filled.values.value(u"a"_s), value);
    QCOMPARE(filled.origins, value.isUndefined() ? QJsonObject() : object(R"({"a":"register"})"));
}

void TestPrefill::prefill_severalSources_theFirstWithAValueWins()
{
    const auto form = definition(simpleForm({field(u"name"_s, u"text"_s,
        {{u"source"_s, QJsonArray{u"card.name"_s, u"register.person.name"_s, u"params.name"_s}}})}));
    auto world = context();
    world.params = object(R"({"name":"c"})");
    QCOMPARE(prefill(form, world).origins, object(R"({"name":"params"})"));
    world.registered = object(R"({"person":{"name":"b"}})");
    QCOMPARE(prefill(form, world).values, object(R"({"name":"b"})"));
    world.card = object(R"({"name":"a"})");
    QCOMPARE(prefill(form, world).values, object(R"({"name":"a"})"));
    QCOMPARE(prefill(form, world).origins, object(R"({"name":"card"})"));
    world.card = object(R"({"name":""})");
    QCOMPARE(prefill(form, world).values, object(R"({"name":"b"})"));
}

void TestPrefill::prefill_withoutSource_staysEmpty()
{
    const auto form =
        definition(simpleForm({field(u"name"_s, u"text"_s), field(u"d"_s, u"integer"_s, {{u"derived"_s, u"1"_s}})}));
    auto world = context();
    world.card = object(R"({"name":"a"})");
    QVERIFY(prefill(form, world).values.isEmpty());
}

void TestPrefill::prefill_table_getsRowsWithIds()
{
    const auto form = definition(simpleForm({field(u"t"_s, u"table"_s,
        {{u"source"_s, u"register.periods"_s},
            {u"columns"_s, QJsonArray{field(u"from"_s, u"month"_s), field(u"months"_s, u"integer"_s),
                               field(u"d"_s, u"integer"_s, {{u"derived"_s, u"row.months"_s}})}}})}));
    auto world = context();
    world.registered = object(
        R"({"periods":[{"id":"p-1","from":"2020-01-15","months":12,"d":99,"other":1},{"months":"x"},{"months":3},{"id":"p-1","months":4}]})");
    const auto filled = prefill(form, world);
    QCOMPARE(filled.values,
        object(
            R"({"t":{"order":["p-1","r2","r3"],"rows":{"p-1":{"from":"2020-01","months":12},"r2":{"months":3},"r3":{"months":4}}}})"));
    QCOMPARE(filled.origins, object(R"({"t":"register"})"));
    world.registered = object(R"({"periods":[]})");
    QVERIFY(prefill(form, world).values.isEmpty());
}

void TestPrefill::prefill_thenEvaluate_keepsTheOrigins()
{
    const auto form =
        definition(simpleForm({field(u"name"_s, u"text"_s, {{u"source"_s, u"card.name"_s}, {u"maxLength"_s, 2}})}));
    auto world = context();
    world.card = object(R"({"name":"王建国"})");
    const auto state = evaluate(form, prefill(form, world), world);
    QCOMPARE(state.origins, object(R"({"name":"card"})"));
    QCOMPARE(state.problems.size(), 1); // too long, but filled: people see why
    QCOMPARE(state.problems[0].error.code, QStringLiteral("forms.too-long"));
}

QTEST_GUILESS_MAIN(TestPrefill)
#include "test_prefill.moc"
