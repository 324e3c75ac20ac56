#include "FormSamples.h"
#include "modules/forms/Prefill.h"
#include "modules/forms/RegisterComparison.h"

#include <QtTest>

using namespace kuaiban::forms;
using namespace kuaiban::forms::samples;

// What a case says beside what the register knows.
class TestRegisterComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registerDifferences_ofAField_tellsBothSides_data();
    void registerDifferences_ofAField_tellsBothSides();
    void registerDifferences_ofAForm_areInItsOrder();
    void source_inBrackets_isReadAndCompared();
    void source_inBrackets_broken_isRefused_data();
    void source_inBrackets_broken_isRefused();
};

void TestRegisterComparison::registerDifferences_ofAField_tellsBothSides_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonValue>("reported");
    QTest::addColumn<QJsonValue>("registered");
    QTest::addColumn<bool>("listed");
    QTest::addColumn<bool>("differs");
    const QJsonValue none(QJsonValue::Undefined);
    QTest::newRow("equal") << u"text"_s << QJsonValue(u"甲厂"_s) << QJsonValue(u"甲厂"_s) << true << false;
    QTest::newRow("different") << u"text"_s << QJsonValue(u"甲厂"_s) << QJsonValue(u"乙厂"_s) << true << true;
    QTest::newRow("left out") << u"integer"_s << none << QJsonValue(96) << true << true;
    QTest::newRow("unknown to the register") << u"integer"_s << QJsonValue(96) << none << true << false;
    QTest::newRow("empty in the register") << u"text"_s << QJsonValue(u"甲厂"_s) << QJsonValue(u""_s) << true << false;
    QTest::newRow("nothing on either side") << u"text"_s << none << none << false << false;
    QTest::newRow("a code written as a number") << u"text"_s << QJsonValue(u"2"_s) << QJsonValue(2) << true << false;
    QTest::newRow("a month of a day") << u"month"_s << QJsonValue(u"2026-11"_s) << QJsonValue(u"2026-11-20"_s) << true
                                      << false;
    QTest::newRow("what does not fit the field")
        << u"integer"_s << QJsonValue(96) << QJsonValue(u"many"_s) << true << false;
}

void TestRegisterComparison::registerDifferences_ofAField_tellsBothSides()
{
    QFETCH(QString, kind);
    QFETCH(QJsonValue, reported);
    QFETCH(QJsonValue, registered);
    QFETCH(bool, listed);
    QFETCH(bool, differs);
    const auto form = FormDefinition::parse(
        simpleForm({field(u"a"_s, kind, {{u"source"_s, QJsonArray{u"card.x"_s, u"register.x"_s}}})}), environment());
    QVERIFY(form);
    QJsonObject values;
    QJsonObject known;
    if (!reported.isUndefined())
        values.insert(u"a"_s, reported);
    if (!registered.isUndefined())
        known.insert(u"x"_s, registered);
    const auto list = registerDifferences(*form, values, known);
    QCOMPARE(list.size(), listed ? 1 : 0);
    if (!listed)
        return;
    QCOMPARE(list.first().path, u"a"_s);
    QCOMPARE(list.first().label.zh, u"a"_s);
    QCOMPARE(list.first().reported, reported);
    QCOMPARE(list.first().differs, differs);
}

void TestRegisterComparison::registerDifferences_ofAForm_areInItsOrder()
{
    const QJsonObject table{{u"columns"_s, QJsonArray{field(u"c"_s, u"text"_s)}}, {u"source"_s, u"register.rows"_s}};
    const auto definition = form(
        {section(u"one"_s, {field(u"b"_s, u"text"_s, {{u"source"_s, u"register.b"_s}}), field(u"free"_s, u"text"_s),
                               field(u"said"_s, u"text"_s, {{u"source"_s, u"card.said"_s}})}),
            section(u"two"_s,
                {field(u"rows"_s, u"table"_s, table),
                    field(u"a"_s, u"text"_s, {{u"source"_s, QJsonArray{u"register.a"_s, u"register.b"_s}}})})});
    const auto parsed = FormDefinition::parse(definition, environment());
    QVERIFY(parsed);
    const QJsonObject values{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"free"_s, u"3"_s}, {u"said"_s, u"4"_s}};
    const QJsonObject known{{u"b"_s, u"2"_s}, {u"rows"_s, QJsonArray{QJsonObject{{u"c"_s, u"5"_s}}}}};
    const auto list = registerDifferences(*parsed, values, known);
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].path, u"b"_s);
    QCOMPARE(list[0].differs, false);
    QCOMPARE(list[1].path, u"a"_s); // its second source says something
    QCOMPARE(list[1].registered, QJsonValue(u"2"_s));
    QCOMPARE(list[1].differs, true);
}

void TestRegisterComparison::source_inBrackets_isReadAndCompared()
{
    const auto form = FormDefinition::parse(
        simpleForm({field(u"a"_s, u"integer"_s, {{u"source"_s, u"register.insurances[\"210\"].months"_s}})}),
        environment());
    QVERIFY2(form, form ? "" : qPrintable(form.error().detail));
    FormContext context;
    context.today = QDate(2026, 11, 20);
    context.registered = {{u"insurances"_s, QJsonObject{{u"210"_s, QJsonObject{{u"months"_s, 96}}}}}};
    const auto filled = prefill(*form, context);
    QCOMPARE(filled.values, (QJsonObject{{u"a"_s, 96}}));
    QCOMPARE(filled.origins, (QJsonObject{{u"a"_s, u"register"_s}}));
    QCOMPARE(registerDifferences(*form, {{u"a"_s, 90}}, context.registered).first().registered, QJsonValue(96));
}

void TestRegisterComparison::source_inBrackets_broken_isRefused_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("without quotes") << u"register.insurances[210].months"_s;
    QTest::newRow("not closed") << u"register.insurances[\"210\".months"_s;
    QTest::newRow("an index alone") << u"register[0]"_s;
    QTest::newRow("another root") << u"params[\"a\"]b"_s;
}

void TestRegisterComparison::source_inBrackets_broken_isRefused()
{
    QFETCH(QString, source);
    QVERIFY(!FormDefinition::parse(simpleForm({field(u"a"_s, u"integer"_s, {{u"source"_s, source}})}), environment()));
}

QTEST_GUILESS_MAIN(TestRegisterComparison)
#include "test_register_comparison.moc"
