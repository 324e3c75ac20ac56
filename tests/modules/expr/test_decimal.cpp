#include "modules/expr/Decimal.h"

#include <QtTest>

using namespace kuaiban::expr;
using namespace Qt::StringLiterals;

class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromText_texts_data();
    void fromText_texts();
    void arithmetic_results_data();
    void arithmetic_results();
    void rounded_halves_goAwayFromZero_data();
    void rounded_halves_goAwayFromZero();
    void operations_outsideTheRange_yieldNothing();
    void floorAndCeil_negativeFractions_goTheirWay();
    void compare_largeIntegers_isExact();
};

void TestDecimal::fromText_texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed"); // empty: refused
    QTest::addRow("whole") << u"12"_s << u"12"_s;
    QTest::addRow("six decimals") << u"0.000001"_s << u"0.000001"_s;
    QTest::addRow("trailing zeros are dropped") << u"1638.500000"_s << u"1638.5"_s;
    QTest::addRow("negative below one") << u"-0.5"_s << u"-0.5"_s;
    QTest::addRow("negative zero") << u"-0"_s << u"0"_s;
    QTest::addRow("largest") << u"9223372036854.775807"_s << u"9223372036854.775807"_s;
    QTest::addRow("smallest") << u"-9223372036854.775808"_s << u"-9223372036854.775808"_s;
    QTest::addRow("too large") << u"9223372036854.775808"_s << QString();
    QTest::addRow("seven decimals") << u"0.0000001"_s << QString();
    QTest::addRow("far too long") << u"1"_s.repeated(60) << QString();
    QTest::addRow("empty") << QString() << QString();
    QTest::addRow("sign only") << u"-"_s << QString();
    QTest::addRow("plus") << u"+1"_s << QString();
    QTest::addRow("no leading digit") << u".5"_s << QString();
    QTest::addRow("no trailing digit") << u"5."_s << QString();
    QTest::addRow("two points") << u"1.2.3"_s << QString();
    QTest::addRow("exponent") << u"1e3"_s << QString();
    QTest::addRow("full-width digits") << u"１２"_s << QString();
}

void TestDecimal::fromText_texts()
{
    QFETCH(QString, text);
    QFETCH(QString, printed);
    const auto number = Decimal::fromText(text);
    QCOMPARE(number.has_value(), !printed.isEmpty());
    if (number)
        QCOMPARE(number->text(), printed);
}

void TestDecimal::arithmetic_results_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<char>("sign");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("result");
    QTest::addRow("tenths add exactly") << u"0.1"_s << '+' << u"0.2"_s << u"0.3"_s;
    QTest::addRow("minus") << u"1"_s << '-' << u"1.000001"_s << u"-0.000001"_s;
    QTest::addRow("percentage") << u"1980"_s << '*' << u"0.9"_s << u"1782"_s;
    QTest::addRow("product rounds half up") << u"0.000001"_s << '*' << u"0.5"_s << u"0.000001"_s;
    QTest::addRow("product below half") << u"0.000001"_s << '*' << u"0.499999"_s << u"0"_s;
    QTest::addRow("negative product rounds away from zero") << u"-0.000001"_s << '*' << u"0.5"_s << u"-0.000001"_s;
    QTest::addRow("thirds") << u"1"_s << '/' << u"3"_s << u"0.333333"_s;
    QTest::addRow("two thirds") << u"2"_s << '/' << u"3"_s << u"0.666667"_s;
    QTest::addRow("negative divisor") << u"2"_s << '/' << u"-3"_s << u"-0.666667"_s;
    QTest::addRow("pension account") << u"93840"_s << '/' << u"139"_s << u"675.107914"_s;
}

void TestDecimal::arithmetic_results()
{
    QFETCH(QString, left);
    QFETCH(char, sign);
    QFETCH(QString, right);
    const auto a = *Decimal::fromText(left);
    const auto b = *Decimal::fromText(right);
    const auto result = sign == '+' ? a.plus(b) : sign == '-' ? a.minus(b) : sign == '*' ? a.times(b) : a.over(b);
    QVERIFY(result);
    QTEST(result->text(), "result");
}

void TestDecimal::rounded_halves_goAwayFromZero_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("result");
    QTest::addRow("half") << u"675.105"_s << 2 << u"675.11"_s;
    QTest::addRow("just below") << u"675.104999"_s << 2 << u"675.1"_s;
    QTest::addRow("negative half") << u"-0.5"_s << 0 << u"-1"_s;
    QTest::addRow("half to whole") << u"2.5"_s << 0 << u"3"_s;
    QTest::addRow("six decimals change nothing") << u"1.234567"_s << 6 << u"1.234567"_s;
}

void TestDecimal::rounded_halves_goAwayFromZero()
{
    QFETCH(QString, text);
    QFETCH(int, decimals);
    QTEST(Decimal::fromText(text)->rounded(decimals)->text(), "result");
}

void TestDecimal::operations_outsideTheRange_yieldNothing()
{
    const auto largest = Decimal::fromUnits(std::numeric_limits<qint64>::max());
    const auto smallest = Decimal::fromUnits(std::numeric_limits<qint64>::min());
    const auto one = *Decimal::fromInteger(1);
    QVERIFY(!largest.plus(one));
    QVERIFY(!smallest.minus(one));
    QVERIFY(!largest.times(*Decimal::fromInteger(2)));
    QVERIFY(!smallest.over(*Decimal::fromInteger(-1)));
    QVERIFY(!smallest.negated());
    QVERIFY(!largest.rounded(0));
    QVERIFY(!one.over(Decimal()));
    QVERIFY(!Decimal::fromInteger(9'223'372'036'855));
    QVERIFY(!one.rounded(7));
    QVERIFY(!one.rounded(-1));
}

void TestDecimal::floorAndCeil_negativeFractions_goTheirWay()
{
    const auto number = *Decimal::fromText(u"-1.5");
    QCOMPARE(number.floor(), -2);
    QCOMPARE(number.ceil(), -1);
    QCOMPARE(number.truncated(), -1);
    QCOMPARE(Decimal::fromText(u"1.5")->ceil(), 2);
    QCOMPARE(Decimal::fromInteger(-3)->floor(), -3);
}

void TestDecimal::compare_largeIntegers_isExact()
{
    const auto number = *Decimal::fromText(u"9223372036854.775807");
    QVERIFY(number.compare(std::numeric_limits<qint64>::max()) < 0);
    QVERIFY(number.compare(9'223'372'036'854) > 0);
    QVERIFY(Decimal::fromInteger(7)->compare(7) == 0);
    QVERIFY(*Decimal::fromText(u"0.1") < *Decimal::fromText(u"0.2"));
}

QTEST_GUILESS_MAIN(TestDecimal)
#include "test_decimal.moc"
