#include "modules/base/FailureManual.h"
#include "modules/base/Json.h"
#include "modules/calc/CalcFunctions.h"
#include "modules/expr/Expression.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::calc;
using namespace Qt::StringLiterals;

class TestParameters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void value_areaAndDay_findTheNearest_data();
    void value_areaAndDay_findTheNearest();
    void value_none_namesAreaAndDay();
    void parse_mistakes_namePlace_data();
    void parse_mistakes_namePlace();
    void parse_periodsThatTouch_areNoOverlap();
    void parse_severalPages_areOneSet();
    void typedReaders_otherKinds_areRefused();
    void areaAbove_codes_climbToTheCountry();
    void shippedPage_parses_andMarksMadeUpValues();
    void calcParameter_inExpressions_readsTheValue();
    void failures_texts_areComplete();
};

static QJsonObject page(const QByteArray& entries)
{
    return *parseObject("{\"parameters\":[" + entries + "]}");
}

static ParameterSet sample()
{
    return *ParameterSet::parse({page(R"(
        {"name":"wage","area":"2106","validFrom":"2024-01-01","validTo":"2025-12-31","value":1},
        {"name":"wage","area":"2106","validFrom":"2026-01-01","value":2},
        {"name":"wage","area":"21","validFrom":"2020-01-01","value":3},
        {"name":"wage","validFrom":"2000-01-01","validTo":"2030-12-31","value":4},
        {"name":"rate","area":"21","validFrom":"2020-01-01","value":"0.9"},
        {"name":"steps","validFrom":"2020-01-01","value":[{"from":1}]})")});
}

void TestParameters::value_areaAndDay_findTheNearest_data()
{
    QTest::addColumn<QString>("area");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<int>("value");
    QTest::addRow("city") << u"2106"_s << QDate(2026, 11, 21) << 2;
    QTest::addRow("village takes the city's") << u"210602001001"_s << QDate(2026, 11, 21) << 2;
    QTest::addRow("town takes the city's") << u"210602001"_s << QDate(2026, 11, 21) << 2;
    QTest::addRow("first day") << u"210602"_s << QDate(2026, 1, 1) << 2;
    QTest::addRow("last day of the one before") << u"210602"_s << QDate(2025, 12, 31) << 1;
    QTest::addRow("before the city had one") << u"210602"_s << QDate(2023, 12, 31) << 3;
    QTest::addRow("other city takes the province's") << u"2101"_s << QDate(2026, 11, 21) << 3;
    QTest::addRow("other province takes the country's") << u"330784"_s << QDate(2026, 11, 21) << 4;
    QTest::addRow("country") << QString() << QDate(2026, 11, 21) << 4;
    QTest::addRow("before the province had one") << u"21"_s << QDate(2019, 12, 31) << 4;
}

void TestParameters::value_areaAndDay_findTheNearest()
{
    QFETCH(QString, area);
    QFETCH(QDate, date);
    const auto found = sample().integer(u"wage"_s, area, date);
    QVERIFY(found);
    QTEST(static_cast<int>(*found), "value");
}

void TestParameters::value_none_namesAreaAndDay()
{
    const auto late = sample().value(u"wage"_s, u"330784"_s, QDate(2031, 1, 1));
    QVERIFY(!late);
    QCOMPARE(late.error().code, u"calc.parameter-missing"_s);
    QCOMPARE(late.error().fields.value(u"area"_s).toString(), u"330784"_s);
    QCOMPARE(late.error().fields.value(u"date"_s).toString(), u"2031-01-01"_s);
    QCOMPARE(sample().value(u"nothing"_s, u"21"_s, QDate(2026, 1, 1)).error().code, u"calc.parameter-missing"_s);
    QCOMPARE(ParameterSet().value(u"wage"_s, u"21"_s, QDate(2026, 1, 1)).error().code, u"calc.parameter-missing"_s);
}

void TestParameters::parse_mistakes_namePlace_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto add = [](const char* name, const char* entry, const char* code, const char* key) {
        QTest::addRow("%s", name) << QByteArray(entry) << QString::fromLatin1(code)
                                  << QStringLiteral("[0].parameters[1]") + QString::fromLatin1(key);
    };
    add("no name", R"({"validFrom":"2026-01-01","value":1})", "calc.parameter-invalid", ".name");
    add("name with blanks", R"({"name":"a b","validFrom":"2026-01-01","value":1})", "calc.parameter-invalid", ".name");
    add("area of three digits", R"({"name":"a","area":"210","validFrom":"2026-01-01","value":1})",
        "calc.parameter-invalid", ".area");
    add("area of letters", R"({"name":"a","area":"LN","validFrom":"2026-01-01","value":1})", "calc.parameter-invalid",
        ".area");
    add("no first day", R"({"name":"a","value":1})", "calc.parameter-invalid", ".validFrom");
    add("impossible day", R"({"name":"a","validFrom":"2026-02-30","value":1})", "calc.parameter-invalid", ".validFrom");
    add("ends before it begins", R"({"name":"a","validFrom":"2026-02-02","validTo":"2026-02-01","value":1})",
        "calc.parameter-invalid", ".validTo");
    add("null end", R"({"name":"a","validFrom":"2026-02-02","validTo":null,"value":1})", "calc.parameter-invalid",
        ".validTo");
    add("no value", R"({"name":"a","validFrom":"2026-01-01"})", "calc.parameter-invalid", ".value");
    add("floating point", R"({"name":"a","validFrom":"2026-01-01","value":0.9})", "calc.parameter-invalid", ".value");
    add("floating point inside", R"({"name":"a","validFrom":"2026-01-01","value":[{"p":0.9}]})",
        "calc.parameter-invalid", ".value");
    add("minus one is whole", R"({"name":"a","validFrom":"2026-01-01","value":-1})", "", "");
    add("same day twice", R"({"name":"wage","area":"21","validFrom":"2026-06-30","value":1})", "calc.parameter-overlap",
        "");
    add("around the other", R"({"name":"wage","area":"21","validFrom":"2020-01-01","validTo":"2029-01-01","value":1})",
        "calc.parameter-overlap", "");
    add("without end before the other", R"({"name":"wage","area":"21","validFrom":"2020-01-01","value":1})",
        "calc.parameter-overlap", "");
    add("other area", R"({"name":"wage","area":"22","validFrom":"2026-01-01","value":1})", "", "");
}

void TestParameters::parse_mistakes_namePlace()
{
    QFETCH(QByteArray, entry);
    QFETCH(QString, code);
    QFETCH(QString, place);
    const auto set = ParameterSet::parse(
        {page(R"({"name":"wage","area":"21","validFrom":"2026-01-01","validTo":"2026-06-30","value":5},)" + entry)});
    QCOMPARE(set.has_value(), code.isEmpty());
    if (set)
        return;
    QCOMPARE(set.error().code, code);
    QCOMPARE(set.error().fields.value(u"place"_s).toString(), place);
}

void TestParameters::parse_periodsThatTouch_areNoOverlap()
{
    const auto set = ParameterSet::parse({page(
        R"({"name":"a","validFrom":"2026-07-01","value":2},{"name":"a","validFrom":"2026-01-01","validTo":"2026-06-30","value":1})")});
    QVERIFY(set);
    QCOMPARE(*set->integer(u"a"_s, {}, QDate(2026, 6, 30)), 1);
    QCOMPARE(*set->integer(u"a"_s, {}, QDate(2026, 7, 1)), 2);
}

void TestParameters::parse_severalPages_areOneSet()
{
    const auto one = page(R"({"name":"a","validFrom":"2026-01-01","value":1})");
    const auto two = page(R"({"name":"b","validFrom":"2026-01-01","value":2})");
    QCOMPARE(ParameterSet::parse({one, two})->names(), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(ParameterSet::parse({one, two, one}).error().fields.value(u"place"_s).toString(), u"[2].parameters[0]"_s);
    QCOMPARE(
        ParameterSet::parse({one, QJsonObject()}).error().fields.value(u"place"_s).toString(), u"[1].parameters"_s);
}

void TestParameters::typedReaders_otherKinds_areRefused()
{
    const auto set = sample();
    const QDate day(2026, 11, 21);
    QCOMPARE(set.decimal(u"rate"_s, u"2106"_s, day)->text(), u"0.9"_s);
    QCOMPARE(set.decimal(u"wage"_s, u"2106"_s, day)->text(), u"2"_s);
    QCOMPARE(set.list(u"steps"_s, u"2106"_s, day)->size(), 1);
    QCOMPARE(set.integer(u"rate"_s, u"21"_s, day).error().code, u"calc.parameter-unfit"_s);
    QCOMPARE(set.decimal(u"steps"_s, u"21"_s, day).error().code, u"calc.parameter-unfit"_s);
    QCOMPARE(set.list(u"wage"_s, u"21"_s, day).error().code, u"calc.parameter-unfit"_s);
}

void TestParameters::areaAbove_codes_climbToTheCountry()
{
    QStringList path;
    for (QString area = u"210602001001"_s;; area = areaAbove(area)) {
        path.append(area);
        if (area.isEmpty())
            break;
    }
    QCOMPARE(path, (QStringList{u"210602001001"_s, u"210602001"_s, u"210602"_s, u"2106"_s, u"21"_s, QString()}));
    QVERIFY(isArea({}) && isArea(u"21"_s) && !isArea(u"2"_s) && !isArea(u"２１"_s));
}

void TestParameters::shippedPage_parses_andMarksMadeUpValues()
{
    QFile file(test::inSource(u"resources/catalogue/parameters/unemployment.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto json = parseObject(file.readAll());
    QVERIFY(json);
    const auto set = ParameterSet::parse({*json});
    QVERIFY2(set, qPrintable(set ? QString() : logLine(set.error())));
    const auto wage = set->value(u"minimum-wage"_s, u"210602"_s, QDate(2026, 11, 21));
    QVERIFY(wage);
    QCOMPARE(wage->area, u"2106"_s);
    QVERIFY(wage->isSynthetic && !wage->basis.isEmpty());
    QVERIFY(!set->value(u"unemployment.statutory-ladder"_s, u"210602"_s, QDate(2026, 11, 21))->isSynthetic);
}

void TestParameters::calcParameter_inExpressions_readsTheValue()
{
    expr::Environment environment;
    addCalcFunctions(environment.functions, sample());
    const auto value = [&](const QString& source) {
        const auto expression = expr::Expression::compile(source, environment);
        return expression ? expression->evaluate({}) : Result<expr::Value>(fail(expression.error()));
    };
    QCOMPARE(value(u"calc.parameter('wage', '210602', date('2026-11-21')) * 10"_s)->integer(), 20);
    QCOMPARE(value(u"decimal(calc.parameter('rate', '210602', date('2026-11-21'))) * 10"_s)->decimal().text(), u"9"_s);
    QCOMPARE(value(u"calc.parameter('steps', '', date('2026-11-21'))[0].from"_s)->integer(), 1);
    QCOMPARE(value(u"calc.parameter('none', '', date('2026-11-21'))"_s).error().code, u"calc.parameter-missing"_s);
    QCOMPARE(value(u"calc.parameter(1, '', date('2026-11-21'))"_s).error().code, u"expr.type"_s);
}

void TestParameters::failures_texts_areComplete()
{
    const FailureManual manual;
    const QList<Error> errors{sample().value(u"none"_s, u"21"_s, QDate(2026, 1, 1)).error(),
        sample().integer(u"rate"_s, u"21"_s, QDate(2026, 1, 1)).error(), ParameterSet::parse({QJsonObject()}).error()};
    for (const auto& error : errors) {
        for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
            const auto text = manual.text(error, language);
            QVERIFY2(!text.remedy.isEmpty() && !(text.what + text.cause + text.remedy).contains(u'{'),
                qPrintable(text.what + text.cause));
        }
    }
}

QTEST_GUILESS_MAIN(TestParameters)
#include "test_parameters.moc"
