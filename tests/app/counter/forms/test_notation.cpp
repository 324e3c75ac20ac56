#include "app/counter/forms/Notation.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestNotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_whatPeopleType_givesTheValue_data();
    void read_whatPeopleType_givesTheValue();
    void read_whatMeansNothing_staysAsTypedAndSaysSo_data();
    void read_whatMeansNothing_staysAsTypedAndSaysSo();
    void write_value_isReadBackTheSame_data();
    void write_value_isReadBackTheSame();
    void money_everyFen_isKeptExactly();

private:
    static std::unique_ptr<Notation> notation(const QString& kind, const QString& checkAs = {})
    {
        forms::Field field;
        field.kind = *forms::fieldKindFromName(kind);
        field.checkAs = checkAs;
        return notationFor(field);
    }
};

void TestNotation::read_whatPeopleType_givesTheValue_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("value");
    const QJsonValue nothing(QJsonValue::Undefined);
    const auto row = [](const char* name, const QString& kind, const QString& typed, const QJsonValue& value) {
        QTest::newRow(name) << kind << typed << value;
    };
    row("nothing in a text", u"text"_s, u"   "_s, nothing);
    row("a text without its spaces", u"text"_s, u"  王桂兰 "_s, u"王桂兰"_s);
    row("a copied address in two lines", u"text"_s, u"七经街\r\n12 号"_s, u"七经街 12 号"_s);
    row("an integer", u"integer"_s, u"112"_s, 112);
    row("an integer with groups", u"integer"_s, u"1,200"_s, 1200);
    row("an integer in full width", u"integer"_s, u"１１２"_s, 112);
    row("below zero", u"integer"_s, u"-3"_s, -3);
    row("nothing in an integer", u"integer"_s, u" "_s, nothing);
    row("yuan alone", u"money"_s, u"1638"_s, 163800);
    row("yuan and fen", u"money"_s, u"1638.05"_s, 163805);
    row("one decimal", u"money"_s, u"0.3"_s, 30);
    row("an amount with groups", u"money"_s, u"1,638.50"_s, 163850);
    row("with sign and unit", u"money"_s, u"￥1638.5 元"_s, 163850);
    row("in full width", u"money"_s, u"１６３８．５０"_s, 163850);
    row("with a Chinese point", u"money"_s, u"1638。5"_s, 163850);
    row("while the point is typed", u"money"_s, u"1638."_s, 163800);
    row("without a nought", u"money"_s, u".5"_s, 50);
    row("below nothing", u"money"_s, u"-3.2"_s, -320);
    row("a decimal", u"decimal"_s, u"0.90"_s, u"0.9"_s);
    row("a decimal without a nought", u"decimal"_s, u".75"_s, u"0.75"_s);
    row("a whole decimal", u"decimal"_s, u"+2."_s, u"2"_s);
    row("a day in digits", u"date"_s, u"20261121"_s, u"2026-11-21"_s);
    row("a day in Chinese", u"date"_s, u"2026年1月2日"_s, u"2026-01-02"_s);
    row("a month in digits", u"month"_s, u"202611"_s, u"2026-11"_s);
    row("a month with a point", u"month"_s, u"2026.1"_s, u"2026-01"_s);
    row("a month in Chinese", u"month"_s, u"2026年11月"_s, u"2026-11"_s);
    row("a month in full width", u"month"_s, u"２０２６／９"_s, u"2026-09"_s);
}

void TestNotation::read_whatPeopleType_givesTheValue()
{
    QFETCH(QString, kind);
    QFETCH(QString, typed);
    QFETCH(QJsonValue, value);
    const auto sign = notation(kind);
    QCOMPARE(sign->read(typed), value);
    QCOMPARE(sign->problem(typed), QString());
}

void TestNotation::read_whatMeansNothing_staysAsTypedAndSaysSo_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const QString& kind, const QString& typed, const QString& problem) {
        QTest::newRow(name) << kind << typed << problem;
    };
    const QString whole = u"Write a whole number, such as 12"_s;
    row("words for an integer", u"integer"_s, u"十二"_s, whole);
    row("a broken integer", u"integer"_s, u"12.5"_s, whole);
    row("wrong groups", u"integer"_s, u"1,20"_s, whole);
    const QString amount = u"Write an amount in yuan, such as 1638.50"_s;
    row("three decimals", u"money"_s, u"12.345"_s, u"At most two decimals: amounts end at the fen"_s);
    row("half a fen", u"money"_s, u"0.005"_s, u"At most two decimals: amounts end at the fen"_s);
    row("words for an amount", u"money"_s, u"一千元"_s, amount);
    row("two points", u"money"_s, u"1.6.3"_s, amount);
    row("ten thousands", u"money"_s, u"1.2万"_s, amount);
    const QString number = u"Write a number with at most six decimals, such as 0.9"_s;
    row("seven decimals", u"decimal"_s, u"0.1234567"_s, number);
    row("a percentage", u"decimal"_s, u"90%"_s, number);
    row("no date", u"date"_s, u"昨天"_s, u"Write the date like 2026-11-21"_s);
    row("no such day", u"date"_s, u"20260230"_s, u"There is no such day"_s);
    row("no month", u"month"_s, u"去年"_s, u"Write the month like 2026-11"_s);
    row("half a month", u"month"_s, u"20261"_s, u"Write the month like 2026-11"_s);
    row("the thirteenth month", u"month"_s, u"2026-13"_s, u"There is no such month"_s);
    row("a day for a month", u"month"_s, u"20261121"_s, u"Write the month like 2026-11"_s);
}

void TestNotation::read_whatMeansNothing_staysAsTypedAndSaysSo()
{
    QFETCH(QString, kind);
    QFETCH(QString, typed);
    QFETCH(QString, problem);
    const auto sign = notation(kind);
    QCOMPARE(sign->read(typed), QJsonValue(typed)); // kept in the draft, found by the evaluation
    QCOMPARE(sign->write(sign->read(typed)), typed);
    QCOMPARE(sign->problem(typed), problem);
}

void TestNotation::write_value_isReadBackTheSame_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, const QString& kind, const QJsonValue& value, const QString& shown) {
        QTest::newRow(name) << kind << value << shown;
    };
    row("an amount with groups and fen", u"money"_s, 163805, u"1,638.05"_s);
    row("no amount at all", u"money"_s, 0, u"0.00"_s);
    row("an integer", u"integer"_s, 1200, u"1200"_s);
    row("a decimal", u"decimal"_s, u"0.9"_s, u"0.9"_s);
    row("a month", u"month"_s, u"2026-11"_s, u"2026-11"_s);
    row("a day", u"date"_s, u"2026-11-21"_s, u"2026-11-21"_s);
}

void TestNotation::write_value_isReadBackTheSame()
{
    QFETCH(QString, kind);
    QFETCH(QJsonValue, value);
    QFETCH(QString, shown);
    const auto sign = notation(kind);
    QCOMPARE(sign->write(value), shown);
    QCOMPARE(sign->read(shown), value);
}

void TestNotation::money_everyFen_isKeptExactly()
{
    const auto money = notation(u"money"_s);
    for (qint64 fen = 0; fen <= 12'345; ++fen)
        QCOMPARE(money->read(u"%1.%2"_s.arg(fen / 100).arg(fen % 100, 2, 10, QChar(u'0'))).toInteger(-1), fen);
    QCOMPARE(money->read(u"90071992547409.91"_s).toInteger(-1), 9'007'199'254'740'991); // the largest exact JSON number
}

QTEST_GUILESS_MAIN(TestNotation)
#include "test_notation.moc"
