#include "modules/base/Json.h"
#include "modules/calc/CalcFunctions.h"
#include "modules/calc/UnemploymentBenefit.h"
#include "modules/expr/Expression.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::calc;
using namespace Qt::StringLiterals;

class TestUnemployment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void months_contributions_followTheLaw_data();
    void months_contributions_followTheLaw();
    void months_localLadder_staysBelowTheLaw_data();
    void months_localLadder_staysBelowTheLaw();
    void amounts_stages_changeAfterAYear();
    void amounts_oddWage_roundsHalfUp();
    void amounts_dayOfRegistration_decides();
    void steps_explainEveryNumber();
    void steps_nothingDue_saysWhy();
    void inputs_impossible_areRefused_data();
    void inputs_impossible_areRefused();
    void parameters_unfit_areRefused_data();
    void parameters_unfit_areRefused();
    void functions_inExpressions_agree();

private:
    static ParameterSet parameters(const QByteArray& more = {},
        const QByteArray& stages = R"([{"fromMonth":1,"percent":"90"},{"fromMonth":13,"percent":"80"}])",
        const QByteArray& wage = "190000",
        const QByteArray& ladder =
            R"([{"fromMonths":12,"months":12},{"fromMonths":60,"months":18},{"fromMonths":120,"months":24}])");
    static Result<UnemploymentBenefit> benefit(
        qint64 months, qint64 carried, const ParameterSet& set, QDate date = QDate(2026, 11, 21));
};

ParameterSet TestUnemployment::parameters(
    const QByteArray& more, const QByteArray& stages, const QByteArray& wage, const QByteArray& ladder)
{
    const QByteArray json =
        R"({"parameters":[{"name":"unemployment.statutory-ladder","validFrom":"2011-07-01","value":)" + ladder +
        R"(},{"name":"unemployment.most-months","validFrom":"2011-07-01","value":24},
        {"name":"minimum-wage","area":"2106","validFrom":"2020-01-01","validTo":"2025-12-31","value":170000},
        {"name":"minimum-wage","area":"2106","validFrom":"2026-01-01","value":)" +
        wage + R"(},{"name":"unemployment.stages","area":"21","validFrom":"2020-01-01","value":)" + stages + "}" +
        more + "]}";
    const auto set = ParameterSet::parse({*parseObject(json)});
    if (!set)
        qFatal("%s", qPrintable(logLine(set.error())));
    return *set;
}

Result<UnemploymentBenefit> TestUnemployment::benefit(
    qint64 months, qint64 carried, const ParameterSet& set, QDate date)
{
    return unemploymentBenefit({months, carried, u"210602"_s, date}, set);
}

void TestUnemployment::months_contributions_followTheLaw_data()
{
    QTest::addColumn<int>("contributions");
    QTest::addColumn<int>("carriedOver");
    QTest::addColumn<int>("months");
    QTest::addRow("none") << 0 << 0 << 0;
    QTest::addRow("one day short of a year") << 11 << 0 << 0;
    QTest::addRow("one year") << 12 << 0 << 12;
    QTest::addRow("just below five years") << 59 << 0 << 12;
    QTest::addRow("five years") << 60 << 0 << 18;
    QTest::addRow("just below ten years") << 119 << 0 << 18;
    QTest::addRow("ten years") << 120 << 0 << 24;
    QTest::addRow("forty years") << 480 << 0 << 24;
    QTest::addRow("carried over is added") << 12 << 5 << 17;
    QTest::addRow("together at most two years") << 60 << 10 << 24;
    QTest::addRow("already two years") << 120 << 10 << 24;
    QTest::addRow("carried over stays due after a short job") << 6 << 7 << 7;
    QTest::addRow("carried over alone is capped") << 0 << 30 << 24;
}

void TestUnemployment::months_contributions_followTheLaw()
{
    QFETCH(int, contributions);
    QFETCH(int, carriedOver);
    const auto result = benefit(contributions, carriedOver, parameters());
    QVERIFY2(result, qPrintable(result ? QString() : logLine(result.error())));
    QTEST(static_cast<int>(result->months), "months");
    QCOMPARE(result->stages.isEmpty(), result->months == 0);
}

void TestUnemployment::months_localLadder_staysBelowTheLaw_data()
{
    QTest::addColumn<int>("contributions");
    QTest::addColumn<int>("months");
    QTest::addRow("first rung") << 12 << 3;
    QTest::addRow("second rung") << 24 << 6;
    QTest::addRow("a rung above the law is cut") << 36 << 12;
    QTest::addRow("last rung") << 300 << 20;
    QTest::addRow("below the law's first") << 11 << 0;
}

void TestUnemployment::months_localLadder_staysBelowTheLaw()
{
    const auto set = parameters(R"(,{"name":"unemployment.ladder","area":"21","validFrom":"2020-01-01","value":[
        {"fromMonths":12,"months":3},{"fromMonths":24,"months":6},{"fromMonths":36,"months":15},{"fromMonths":120,"months":20}]})");
    QFETCH(int, contributions);
    QTEST(static_cast<int>(benefit(contributions, 0, set)->months), "months");
}

void TestUnemployment::amounts_stages_changeAfterAYear()
{
    const auto result = benefit(96, 0, parameters());
    QVERIFY(result);
    QCOMPARE(result->stages.size(), 2);
    QCOMPARE(result->stages[0].fromMonth, 1);
    QCOMPARE(result->stages[0].toMonth, 12);
    QCOMPARE(result->stages[0].monthlyFen, 171'000);
    QCOMPARE(result->stages[1].fromMonth, 13);
    QCOMPARE(result->stages[1].toMonth, 18);
    QCOMPARE(result->stages[1].monthlyFen, 152'000);
    QCOMPARE(result->totalFen, 12 * 171'000 + 6 * 152'000);
    const auto shorter = benefit(12, 0, parameters());
    QCOMPARE(shorter->stages.size(), 1);
    QCOMPARE(shorter->totalFen, 12 * 171'000);
}

void TestUnemployment::amounts_oddWage_roundsHalfUp()
{
    QCOMPARE(benefit(12, 0, parameters({}, R"([{"fromMonth":1,"percent":"85.5"}])", "190001"))->stages[0].monthlyFen,
        162'451); // 162450.855
    QCOMPARE(benefit(12, 0, parameters({}, R"([{"fromMonth":1,"percent":"50"}])", "190001"))->stages[0].monthlyFen,
        95'001); // 95000.5
}

void TestUnemployment::amounts_dayOfRegistration_decides()
{
    QCOMPARE(benefit(12, 0, parameters(), QDate(2025, 12, 31))->stages[0].monthlyFen, 153'000);
    QCOMPARE(benefit(12, 0, parameters(), QDate(2026, 1, 1))->stages[0].monthlyFen, 171'000);
}

void TestUnemployment::steps_explainEveryNumber()
{
    const auto result = benefit(96, 8, parameters());
    QVERIFY(result);
    QStringList zh;
    QStringList en;
    for (const auto& step : result->steps) {
        zh.append(step.zh);
        en.append(step.en);
    }
    QCOMPARE(zh, (QStringList{u"累计缴费 96 个月，满 5 年不满 10 年，最长 18 个月"_s,
                     u"加上前次应领未领的 8 个月，合计 26 个月"_s, u"合计最长 24 个月"_s,
                     u"第 1 至 12 个月：最低工资标准 1,900.00 元 × 90% = 每月 1,710.00 元"_s,
                     u"第 13 至 24 个月：最低工资标准 1,900.00 元 × 80% = 每月 1,520.00 元"_s,
                     u"共 24 个月，合计 38,760.00 元"_s}));
    QCOMPARE(en.first(), u"Contributions of 96 months, at least 5 years and less than 10 years: at most 18 months"_s);
    QCOMPARE(en.last(), u"24 months, 38,760.00 yuan in all"_s);

    const auto set = parameters(
        R"(,{"name":"unemployment.ladder","area":"21","validFrom":"2020-01-01","value":[{"fromMonths":12,"months":3},{"fromMonths":18,"months":4}]})");
    QCOMPARE(benefit(14, 0, set)->steps.at(1).zh, u"按本地标准，满 1 年不满 18 个月可领 3 个月"_s);
    QCOMPARE(benefit(18, 0, set)->steps.at(1).en, u"By the local ladder, at least 18 months: 4 months"_s);
    QCOMPARE(
        benefit(0, 1, parameters())->steps.at(2).zh, u"第 1 个月：最低工资标准 1,900.00 元 × 90% = 每月 1,710.00 元"_s);
    QCOMPARE(benefit(120, 0, parameters())->steps.first().zh, u"累计缴费 120 个月，满 10 年，最长 24 个月"_s);
}

void TestUnemployment::steps_nothingDue_saysWhy()
{
    const auto result = benefit(6, 0, parameters());
    QVERIFY(result);
    QCOMPARE(result->totalFen, 0);
    QCOMPARE(result->steps.size(), 1);
    QCOMPARE(result->steps[0].zh, u"累计缴费 6 个月，不满 1 年，不产生新的领取月数"_s);
    QCOMPARE(result->steps[0].en, u"Contributions of 6 months are less than 1 year: no new months are due"_s);
}

void TestUnemployment::inputs_impossible_areRefused_data()
{
    QTest::addColumn<int>("contributions");
    QTest::addColumn<int>("carriedOver");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("input");
    const QDate day(2026, 11, 21);
    QTest::addRow("negative contributions") << -1 << 0 << day << u"contributionMonths"_s;
    QTest::addRow("a hundred years and more") << 1201 << 0 << day << u"contributionMonths"_s;
    QTest::addRow("negative months carried over") << 12 << -1 << day << u"carriedOverMonths"_s;
    QTest::addRow("no day") << 12 << 0 << QDate() << u"registeredOn"_s;
}

void TestUnemployment::inputs_impossible_areRefused()
{
    QFETCH(int, contributions);
    QFETCH(int, carriedOver);
    QFETCH(QDate, date);
    const auto result = benefit(contributions, carriedOver, parameters(), date);
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"calc.input"_s);
    QTEST(result.error().fields.value(u"input"_s).toString(), "input");
}

void TestUnemployment::parameters_unfit_areRefused_data()
{
    QTest::addColumn<QByteArray>("stages");
    QTest::addColumn<QByteArray>("wage");
    QTest::addColumn<QByteArray>("ladder");
    const QByteArray stages = R"([{"fromMonth":1,"percent":"90"}])";
    const QByteArray ladder = R"([{"fromMonths":12,"months":12}])";
    const auto add = [](const char* name, const QByteArray& s, const QByteArray& w, const QByteArray& l) {
        QTest::addRow("%s", name) << s << w << l;
    };
    add("no stages", "[]", "190000", ladder);
    add("stages that start late", R"([{"fromMonth":2,"percent":"90"}])", "190000", ladder);
    add("stages out of order", R"([{"fromMonth":1,"percent":"90"},{"fromMonth":1,"percent":"80"}])", "190000", ladder);
    add("more than the minimum wage", R"([{"fromMonth":1,"percent":"101"}])", "190000", ladder);
    add("nothing of the minimum wage", R"([{"fromMonth":1,"percent":"0"}])", "190000", ladder);
    add("percent that is no number", R"([{"fromMonth":1,"percent":"ninety"}])", "190000", ladder);
    add("percent as a number", R"([{"fromMonth":1,"percent":90}])", "190000", ladder);
    add("no wage", stages, "0", ladder);
    add("wage beyond all bounds", stages, "9000000000000000", ladder);
    add("wage as a text", stages, "\"x\"", ladder);
    add("no rungs", stages, "190000", "[]");
    add("rungs out of order", stages, "190000", R"([{"fromMonths":60,"months":12},{"fromMonths":12,"months":18}])");
    add("rungs that fall", stages, "190000", R"([{"fromMonths":12,"months":12},{"fromMonths":24,"months":6}])");
    add("rung without months", stages, "190000", R"([{"fromMonths":12}])");
}

void TestUnemployment::parameters_unfit_areRefused()
{
    QFETCH(QByteArray, stages);
    QFETCH(QByteArray, wage);
    QFETCH(QByteArray, ladder);
    const auto result = benefit(120, 0, parameters({}, stages, wage, ladder));
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"calc.parameter-unfit"_s);
}

void TestUnemployment::functions_inExpressions_agree()
{
    expr::Environment environment;
    addCalcFunctions(environment.functions, parameters());
    const auto value = [&](const QString& source) {
        const auto expression = expr::Expression::compile(source, environment);
        return expression ? expression->evaluate({}) : Result<expr::Value>(fail(expression.error()));
    };
    const QString arguments = u"(96, 0, '210602', date('2026-11-21'))"_s;
    QCOMPARE(value(u"calc.unemploymentMonths"_s + arguments)->integer(), 18);
    QCOMPARE(value(u"calc.unemploymentMonthly"_s + arguments)->integer(), 171'000);
    QCOMPARE(value(u"calc.unemploymentTotal"_s + arguments)->integer(), 2'964'000);
    QVERIFY(value(u"calc.unemploymentSteps"_s + arguments + u"[0].zh_CN.startsWith('累计缴费 96 个月')"_s)->boolean());
    const auto stages = value(u"calc.unemploymentStages"_s + arguments);
    QCOMPARE(stages->list().size(), 2);
    QCOMPARE(stages->list()[1].map().value(u"fromMonth"_s).integer(), 13);
    QCOMPARE(stages->list()[1].map().value(u"toMonth"_s).integer(), 18);
    QCOMPARE(stages->list()[1].map().value(u"monthlyFen"_s).integer(), 152'000);
    QCOMPARE(value(u"size(calc.unemploymentStages(3, 0, '210602', date('2026-11-21')))"_s)->integer(), 0);
    const auto reasoning = value(u"calc.unemploymentReasoning"_s + arguments)->string().split(u'\n');
    QCOMPARE(reasoning.size(), static_cast<qsizetype>(benefit(96, 0, parameters())->steps.size()));
    QCOMPARE(reasoning.constFirst(), benefit(96, 0, parameters())->steps.constFirst().zh);
    QCOMPARE(value(u"calc.unemploymentMonthly(3, 0, '210602', date('2026-11-21'))"_s)->integer(), 0);
    QCOMPARE(value(u"calc.unemploymentMonths(-1, 0, '210602', date('2026-11-21'))"_s).error().code, u"calc.input"_s);
    const auto elsewhere = value(u"1 + calc.unemploymentMonths(96, 0, '330784', date('2026-11-21'))"_s);
    QCOMPARE(elsewhere.error().code, u"calc.parameter-missing"_s);
    QCOMPARE(elsewhere.error().fields.value(u"column"_s).toInt(), 10);
}

QTEST_GUILESS_MAIN(TestUnemployment)
#include "test_unemployment.moc"
