#include "modules/base/Json.h"
#include "modules/calc/CalcFunctions.h"
#include "modules/calc/PensionEstimate.h"
#include "modules/expr/Expression.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::calc;
using namespace Qt::StringLiterals;
using expr::Decimal;

namespace {

// The published divisors, with a base and a rule of the test's own.
ParameterSet parameters(qint64 baseFen, const QByteArray& between = "\"linear\"", const QByteArray& percent = "\"1.3\"")
{
    QFile file(test::inSource(u"resources/catalogue/parameters/retirement.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no parameters");
    QJsonArray kept;
    for (const auto& entry : parseObject(file.readAll()).value_or(QJsonObject()).value("parameters"_L1).toArray()) {
        if (entry.toObject().value("name"_L1).toString() == "pension.divisors"_L1)
            kept.append(entry);
    }
    const QByteArray own =
        R"({"parameters":[{"name":"pension.base","validFrom":"2020-01-01","value":)" + QByteArray::number(baseFen) +
        R"(},{"name":"pension.divisor-between","validFrom":"2020-01-01","value":)" + between +
        R"(},{"name":"pension.transitional-percent","validFrom":"2020-01-01","value":)" + percent + "}]}";
    const auto set =
        ParameterSet::parse({QJsonObject{{u"parameters"_s, kept}}, parseObject(own).value_or(QJsonObject())});
    if (!set)
        qFatal("%s", qPrintable(logLine(set.error())));
    return *set;
}

Decimal decimal(const QString& text)
{
    return Decimal::fromText(text).value_or(Decimal());
}

// Somebody of 60 years, 19.5 of them paid at the average wage.
PensionCase someone()
{
    return {.birth = QDate(1965, 1, 15),
        .month = QDate(2025, 1, 1),
        .paidMonths = 234,
        .index = decimal(u"1"_s),
        .balanceFen = 9'384'000,
        .area = u"210603"_s};
}

} // namespace

// What a monthly pension comes to, part by part.
class TestPension : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts_ofKnownCases_areExact();
    void divisor_betweenTwoAges_data();
    void divisor_betweenTwoAges();
    void transitional_countsDeemedMonthsTwice();
    void steps_sayEveryNumber();
    void inputs_impossible_areRefused_data();
    void inputs_impossible_areRefused();
    void parameters_unfit_areRefused();
    void functions_inExpressions_agree();
};

// 8500 × (1 + 1) ÷ 2 × 19.5 × 1 % and 93 840 ÷ 139, as published calculators have them.
void TestPension::parts_ofKnownCases_areExact()
{
    const auto estimate = pensionEstimate(someone(), parameters(850'000));
    QVERIFY2(estimate, estimate ? "" : qPrintable(logLine(estimate.error())));
    QCOMPARE(estimate->basicFen, 165'750);
    QCOMPARE(estimate->divisor.text(), u"139"_s);
    QCOMPARE(estimate->accountFen, 67'511);
    QCOMPARE(estimate->transitionalFen, 0);
    QCOMPARE(estimate->totalFen, 233'261);
    auto half = someone();
    half.index = decimal(u"0.6"_s);
    QCOMPARE(pensionEstimate(half, parameters(850'000))->basicFen, 132'600);
    half.paidMonths = 1; // 7083.33… × 0.8 ÷ 100: rounded once, at the end
    QCOMPARE(pensionEstimate(half, parameters(850'000))->basicFen, 567);
}

void TestPension::divisor_betweenTwoAges_data()
{
    QTest::addColumn<QDate>("month");
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("divisor");
    QTest::addRow("sixty exactly") << QDate(2025, 1, 1) << QByteArray("\"linear\"") << u"139"_s;
    QTest::addRow("sixty and a month") << QDate(2025, 2, 1) << QByteArray("\"linear\"") << u"138.42"_s;
    QTest::addRow("sixty and a half") << QDate(2025, 7, 1) << QByteArray("\"linear\"") << u"135.5"_s;
    QTest::addRow("sixty and a half by years") << QDate(2025, 7, 1) << QByteArray("\"years\"") << u"139"_s;
    QTest::addRow("sixty-three") << QDate(2028, 1, 1) << QByteArray("\"linear\"") << u"117"_s;
    QTest::addRow("beyond the table") << QDate(2040, 6, 1) << QByteArray("\"linear\"") << u"56"_s;
}

void TestPension::divisor_betweenTwoAges()
{
    QFETCH(QDate, month);
    QFETCH(QByteArray, rule);
    QFETCH(QString, divisor);
    auto input = someone();
    input.month = month;
    const auto estimate = pensionEstimate(input, parameters(850'000, rule));
    QVERIFY2(estimate, estimate ? "" : qPrintable(logLine(estimate.error())));
    QCOMPARE(estimate->divisor.text(), divisor);
}

// 视同缴费 counts as years of the basic part and once more as the transitional part.
void TestPension::transitional_countsDeemedMonthsTwice()
{
    auto input = someone();
    input.deemedMonths = 60;
    input.deemedIndex = decimal(u"1.2"_s);
    const auto estimate = pensionEstimate(input, parameters(850'000));
    QVERIFY(estimate);
    QCOMPARE(estimate->basicFen, 208'250);       // 8500 × 24.5 %
    QCOMPARE(estimate->transitionalFen, 66'300); // 8500 × 1.2 × 5 × 1.3 %
    QCOMPARE(estimate->totalFen, 208'250 + 67'511 + 66'300);
}

void TestPension::steps_sayEveryNumber()
{
    auto input = someone();
    input.deemedMonths = 60;
    input.deemedIndex = decimal(u"1.2"_s);
    const QString said = reasoningOf(pensionEstimate(input, parameters(850'000))->steps);
    for (const auto& word : {u"8,500.00"_s, u"24.5 年"_s, u"2,082.50"_s, u"93,840.00 ÷ 139"_s, u"675.11"_s, u"1.3%"_s,
             u"663.00"_s, u"3,420.61"_s})
        QVERIFY2(said.contains(word), qPrintable(word + u": "_s + said));
}

void TestPension::inputs_impossible_areRefused_data()
{
    QTest::addColumn<int>("slip");
    for (int i = 0; i < 7; ++i)
        QTest::addRow("%d", i) << i;
}

void TestPension::inputs_impossible_areRefused()
{
    QFETCH(int, slip);
    auto input = someone();
    switch (slip) {
    case 0:
        input.birth = {};
        break;
    case 1:
        input.month = input.birth.addYears(-1);
        break;
    case 2:
        input.paidMonths = -1;
        break;
    case 3:
        input.deemedMonths = 2000;
        break;
    case 4:
        input.index = decimal(u"-0.1"_s);
        break;
    case 5:
        input.balanceFen = -1;
        break;
    default:
        input.birth = QDate(1990, 1, 15); // younger than the table begins
    }
    QCOMPARE(pensionEstimate(input, parameters(850'000)).error().code, u"calc.input"_s);
}

void TestPension::parameters_unfit_areRefused()
{
    QCOMPARE(pensionEstimate(someone(), parameters(850'000, "\"somehow\"")).error().code, u"calc.parameter-unfit"_s);
    QCOMPARE(pensionEstimate(someone(), parameters(850'000, "\"linear\"", "\"much\"")).error().code,
        u"calc.parameter-unfit"_s);
    QCOMPARE(pensionEstimate(someone(), {}).error().code, u"calc.parameter-missing"_s);
}

void TestPension::functions_inExpressions_agree()
{
    expr::Environment environment;
    addCalcFunctions(environment.functions, parameters(850'000));
    const auto value = [&](const QString& source) {
        const auto expression = expr::Expression::compile(source, environment);
        return expression ? expression->evaluate({}) : Result<expr::Value>(fail(expression.error()));
    };
    const QString arguments =
        u"(234, 60, decimal('1'), decimal('1.2'), 9384000, date('1965-01-15'), date('2025-01-01'), '210603')"_s;
    const auto parts = value(u"calc.pension"_s + arguments);
    QVERIFY2(parts, parts ? "" : qPrintable(logLine(parts.error())));
    QCOMPARE(parts->map().value(u"basic"_s).integer(), 208'250);
    QCOMPARE(value(u"calc.pension"_s + arguments + u".total"_s)->integer(), 342'061);
    QVERIFY(value(u"calc.pensionReasoning"_s + arguments)->string().contains(u"3,420.61"_s));
}

QTEST_GUILESS_MAIN(TestPension)
#include "test_pension.moc"
