#include "modules/base/Json.h"
#include "modules/calc/CalcFunctions.h"
#include "modules/calc/RetirementAge.h"
#include "modules/expr/Expression.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::calc;
using namespace Qt::StringLiterals;

namespace {

const QDate Today(2026, 11, 22);
const QString Area = u"210603"_s;

QDate month(const QString& text)
{
    return QDate::fromString(text + u"-01"_s, Qt::ISODate);
}

} // namespace

// The statutory age by the decision of 2024, with the parameters that are published with the catalogue.
class TestRetirement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void month_ofTheStatutoryAge_followsTheTable_data();
    void month_ofTheStatutoryAge_followsTheTable();
    void delay_acrossAllBirths_risesEvenlyToItsEnd_data();
    void delay_acrossAllBirths_risesEvenlyToItsEnd();
    void flexible_bounds_neverGoBelowTheOriginalAge_data();
    void flexible_bounds_neverGoBelowTheOriginalAge();
    void leastMonths_riseFrom2030To2039_data();
    void leastMonths_riseFrom2030To2039();
    void steps_sayEveryNumber();
    void inputs_impossible_areRefused();
    void parameters_unfit_areRefused_data();
    void parameters_unfit_areRefused();
    void functions_inExpressions_agree();

private:
    Result<RetirementAge> age(const QString& category, QDate birth) const
    {
        return retirementAge({category, birth, Area, Today}, m_parameters);
    }

    ParameterSet m_parameters;
};

void TestRetirement::initTestCase()
{
    QFile file(test::inSource(u"resources/catalogue/parameters/retirement.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto set = ParameterSet::parse({parseObject(file.readAll()).value_or(QJsonObject())});
    QVERIFY2(set, set ? "" : qPrintable(logLine(set.error())));
    m_parameters = *set;
}

// The cases that the facts of the project list, checked there against the official tables.
void TestRetirement::month_ofTheStatutoryAge_followsTheTable_data()
{
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QString>("retires");
    QTest::addColumn<qint64>("delay");
    const auto row = [](const char* category, const char* birth, const char* retires, qint64 delay) {
        QTest::addRow("%s %s", category, birth)
            << QString::fromLatin1(category) << QString::fromLatin1(birth) << QString::fromLatin1(retires) << delay;
    };
    row("male-60", "1964-12", "2024-12", 0);
    row("male-60", "1965-01", "2025-02", 1);
    row("male-60", "1965-05", "2025-07", 2);
    row("male-60", "1967-05", "2028-01", 8);
    row("male-60", "1976-12", "2039-12", 36);
    row("male-60", "1990-06", "2053-06", 36);
    row("female-55", "1969-12", "2024-12", 0);
    row("female-55", "1970-01", "2025-02", 1);
    row("female-55", "1974-10", "2031-01", 15);
    row("female-55", "1982-01", "2040-01", 36);
    row("female-50", "1974-12", "2024-12", 0);
    row("female-50", "1975-01", "2025-02", 1);
    row("female-50", "1975-03", "2025-05", 2);
    row("female-50", "1984-12", "2039-12", 60);
    row("female-50", "1985-01", "2040-01", 60);
    row("special-55", "1971-11", "2026-11", 0);
    row("special-45", "1981-11", "2026-11", 0);
}

void TestRetirement::month_ofTheStatutoryAge_followsTheTable()
{
    QFETCH(QString, category);
    QFETCH(QString, birth);
    QFETCH(QString, retires);
    QFETCH(qint64, delay);
    for (const int day : {1, 15, month(birth).daysInMonth()}) { // any day of the month
        const auto found = age(category, month(birth).addDays(day - 1));
        QVERIFY2(found, found ? "" : qPrintable(logLine(found.error())));
        QCOMPARE(found->month, month(retires));
        QCOMPARE(found->delayMonths, delay);
    }
}

void TestRetirement::delay_acrossAllBirths_risesEvenlyToItsEnd_data()
{
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("most");
    QTest::addRow("men") << u"male-60"_s << u"1965-01"_s << 4 << 36;
    QTest::addRow("women of 55") << u"female-55"_s << u"1970-01"_s << 4 << 36;
    QTest::addRow("women of 50") << u"female-50"_s << u"1975-01"_s << 2 << 60;
}

void TestRetirement::delay_acrossAllBirths_risesEvenlyToItsEnd()
{
    QFETCH(QString, category);
    QFETCH(QString, from);
    QFETCH(int, step);
    QFETCH(int, most);
    QHash<qint64, int> births; // how many months of birth share a delay
    for (QDate birth = month(from).addMonths(-24); birth < month(from).addMonths(step * most + 24);
         birth = birth.addMonths(1)) {
        const auto now = age(category, birth);
        const auto next = age(category, birth.addMonths(1));
        QVERIFY(now && next);
        QVERIFY(next->month > now->month); // whoever is younger never retires earlier
        ++births[now->delayMonths];
    }
    for (int delay = 1; delay < most; ++delay)
        QCOMPARE(births.value(delay), step);
    QCOMPARE(births.size(), most + 1);
}

void TestRetirement::flexible_bounds_neverGoBelowTheOriginalAge_data()
{
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QString>("earliest");
    QTest::addColumn<QString>("latest");
    QTest::addRow("no delay") << u"male-60"_s << u"1964-12"_s << u"2024-12"_s << u"2027-12"_s;
    QTest::addRow("short delay: back to the original age")
        << u"male-60"_s << u"1967-05"_s << u"2027-05"_s << u"2031-01"_s;
    QTest::addRow("full delay: three years") << u"male-60"_s << u"1976-12"_s << u"2036-12"_s << u"2042-12"_s;
    QTest::addRow("five years later, three earlier") << u"female-50"_s << u"1985-01"_s << u"2037-01"_s << u"2043-01"_s;
    QTest::addRow("special trades are not flexible") << u"special-55"_s << u"1971-11"_s << u"2026-11"_s << u"2026-11"_s;
}

void TestRetirement::flexible_bounds_neverGoBelowTheOriginalAge()
{
    QFETCH(QString, category);
    QFETCH(QString, birth);
    QFETCH(QString, earliest);
    QFETCH(QString, latest);
    const auto found = age(category, month(birth));
    QVERIFY(found);
    QCOMPARE(found->earliest, month(earliest));
    QCOMPARE(found->latest, month(latest));
}

void TestRetirement::leastMonths_riseFrom2030To2039_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<qint64>("months");
    for (const auto& [year, months] : std::initializer_list<std::pair<int, qint64>>{
             {2024, 180}, {2025, 180}, {2029, 180}, {2030, 186}, {2031, 192}, {2038, 234}, {2039, 240}, {2060, 240}})
        QTest::addRow("%d", year) << year << months;
}

void TestRetirement::leastMonths_riseFrom2030To2039()
{
    QFETCH(int, year);
    QFETCH(qint64, months);
    QCOMPARE(leastContributionMonths(QDate(year, 6, 1), Area, Today, m_parameters), months);
}

void TestRetirement::steps_sayEveryNumber()
{
    const auto found = age(u"male-60"_s, QDate(1967, 5, 20));
    QVERIFY(found);
    const QString said = reasoningOf(found->steps);
    for (const auto& word : {u"1967 年 5 月"_s, u"60 周岁"_s, u"延迟 8 个月"_s, u"2028 年 1 月"_s, u"60 周岁 8 个月"_s,
             u"2027 年 5 月"_s, u"2031 年 1 月"_s})
        QVERIFY2(said.contains(word), qPrintable(word + u": "_s + said));
    QVERIFY(reasoningOf(age(u"special-50"_s, QDate(1976, 11, 2))->steps).contains(u"特殊规定"_s));
    QVERIFY(reasoningOf(age(u"female-55"_s, QDate(1969, 1, 2))->steps).contains(u"不延迟"_s));
}

void TestRetirement::inputs_impossible_areRefused()
{
    QCOMPARE(age(u"male-60"_s, QDate()).error().code, u"calc.input"_s);
    QCOMPARE(age(u"nobody"_s, QDate(1967, 5, 20)).error().code, u"calc.input"_s);
    QCOMPARE(leastTradeMonths(u"30"_s, Area, Today, m_parameters), 108);
    QCOMPARE(leastTradeMonths(u"99"_s, Area, Today, m_parameters).error().code, u"calc.input"_s);
    QCOMPARE(leastContributionMonths(QDate(), Area, Today, m_parameters).error().code, u"calc.input"_s);
    const RetirementCase before{u"male-60"_s, QDate(1967, 5, 20), Area, QDate(2024, 12, 31)};
    QCOMPARE(
        retirementAge(before, m_parameters).error().code, u"calc.parameter-missing"_s); // the law was not there yet
}

void TestRetirement::parameters_unfit_areRefused_data()
{
    QTest::addColumn<QByteArray>("ages");
    QTest::addColumn<QByteArray>("least");
    const QByteArray good = R"([{"category":"male-60","originalYears":60}])";
    QTest::addRow("no original age") << QByteArray(R"([{"category":"male-60"}])") << QByteArray("[]");
    QTest::addRow("no step") << QByteArray(R"([{"category":"male-60","originalYears":60,"from":"1965-01"}])")
                             << QByteArray("[]");
    QTest::addRow("no month")
        << QByteArray(R"([{"category":"male-60","originalYears":60,"from":"1965","stepMonths":4,"mostMonths":36}])")
        << QByteArray("[]");
    QTest::addRow("falling years") << good
                                   << QByteArray(R"([{"fromYear":2030,"months":186},{"fromYear":2029,"months":180}])");
    QTest::addRow("nothing at all") << good << QByteArray("[]");
}

void TestRetirement::parameters_unfit_areRefused()
{
    QFETCH(QByteArray, ages);
    QFETCH(QByteArray, least);
    const QByteArray json = R"({"parameters":[{"name":"retirement.ages","validFrom":"2025-01-01","value":)" + ages +
                            R"(},{"name":"retirement.least-months","validFrom":"2025-01-01","value":)" + least + "}]}";
    const auto set = ParameterSet::parse({parseObject(json).value_or(QJsonObject())});
    QVERIFY(set);
    const auto found = retirementAge({u"male-60"_s, QDate(1970, 1, 1), Area, Today}, *set);
    const auto months = leastContributionMonths(Today, Area, Today, *set);
    QCOMPARE((found ? months.error() : found.error()).code, u"calc.parameter-unfit"_s);
}

void TestRetirement::functions_inExpressions_agree()
{
    expr::Environment environment;
    addCalcFunctions(environment.functions, m_parameters);
    const auto value = [&](const QString& source) {
        const auto expression = expr::Expression::compile(source, environment);
        return expression ? expression->evaluate({}) : Result<expr::Value>(fail(expression.error()));
    };
    const QString arguments = u"('male-60', date('1967-05-20'), '210603', date('2026-11-22'))"_s;
    QCOMPARE(value(u"calc.retirementMonth"_s + arguments)->date(), QDate(2028, 1, 1));
    QCOMPARE(value(u"calc.retirementEarliest"_s + arguments)->date(), QDate(2027, 5, 1));
    QCOMPARE(value(u"calc.retirementLatest"_s + arguments)->date(), QDate(2031, 1, 1));
    QCOMPARE(value(u"calc.retirementDelay"_s + arguments)->integer(), 8);
    QVERIFY(value(u"calc.retirementReasoning"_s + arguments)->string().contains(u"2028 年 1 月"_s));
    QCOMPARE(value(u"calc.retirementLeastMonths(date('2031-05-01'), '210603', date('2026-11-22'))"_s)->integer(), 192);
}

QTEST_GUILESS_MAIN(TestRetirement)
#include "test_retirement.moc"
