#include "modules/expr/Expression.h"
#include "tests/support/places/Places.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::expr;
using namespace Qt::StringLiterals;

class TestFunctions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtins_calls_yield_data();
    void builtins_calls_yield();
    void builtins_wrongArguments_areRefused_data();
    void builtins_wrongArguments_areRefused();
    void builtins_everyName_isProvokedHere();
    void monthsBetween_anyTwoDays_countsOnlyWholeMonths();
    void custom_overloads_areChosenByKind();
    void custom_decimalParameter_getsADecimal();

private:
    static Scope scope();
};

Scope TestFunctions::scope()
{
    Scope scope;
    scope.set(u"rare"_s, u"𠮷𬭊田"_s);
    scope.set(u"leap"_s, QDate(2024, 2, 29));
    scope.set(u"last"_s, QDate(9999, 12, 31));
    return scope;
}

void TestFunctions::builtins_calls_yield_data()
{
    QTest::addColumn<QString>("source"); // must hold
    const auto add = [](const QString& source) { QTest::addRow("%s", qPrintable(source)) << source; };
    add(u"min(3, 2) == 2 && min(2.5, 3) == 2.5 && min([3, 1.5, 2]) == 1.5"_s);
    add(u"max(3, 2) == 3 && max(['b', 'a']) == 'b' && max('a', 'b') == 'b'"_s);
    add(u"max(date('2026-01-01'), leap) == date('2026-01-01') && min(leap, last) == leap"_s);
    add(u"abs(-3) == 3 && abs(3) == 3 && abs(-1.5) == 1.5 && (-3).abs() == 3"_s);
    add(u"round(675.105, 2) == 675.11 && round(2.5, 0) == 3 && round(-2.5, 0) == -3 && round(7, 2) == 7"_s);
    add(u"floor(-1.5) == -2 && ceil(1.2) == 2 && floor(3) == 3"_s);
    add(u"int(-1.9) == -1 && int('-42') == -42 && int(7) == 7"_s);
    add(u"decimal('0.5') * 2 == 1 && decimal(3) == 3.0 && decimal(1.5) == 1.5"_s);
    add(u"string(12) + string(0.50) + string(true) + string('x') == '120.5truex'"_s);
    add(u"string(date('2026-11-21')) == '2026-11-21'"_s);
    add(u"size('王建国') == 3 && size(rare) == 3 && rare.size() == 3 && size('') == 0"_s);
    add(u"size([1, 2]) == 2 && size({'a': 1}) == 1"_s);
    add(u"contains('社会保险', '保险') && !'社会保险'.contains('就业')"_s);
    add(u"startsWith('2106', '21') && endsWith('2106', '06') && !startsWith('2106', '06')"_s);
    add(u"trim('  a b ') == 'a b'"_s);
    add(u"substring(rare, 1, 2) == '𬭊田' && substring('abc', 3, 0) == '' && 'abc'.substring(0, 1) == 'a'"_s);
    add(u"matches('13812345678', '1[3-9][0-9]{9}') && !matches('x13812345678', '1[3-9][0-9]{9}')"_s);
    add(u"!matches('13812345678\\n', '1[3-9][0-9]{9}') && !matches('１３８', '\\\\d+') && rare.matches('...')"_s);
    add(u"matches('ab', 'a|ab') && matches('', '')"_s);
    add(u"date('2026-11-21') == date(2026, 11, 21)"_s);
    add(u"year(leap) == 2024 && month(leap) == 2 && day(leap) == 29 && leap.year() == 2024"_s);
    add(u"addDays(leap, 1) == date('2024-03-01') && addDays(leap, -29) == date('2024-01-31')"_s);
    add(u"addMonths(leap, 12) == date('2025-02-28') && addMonths(date('2026-01-31'), 1) == date('2026-02-28')"_s);
    add(u"addMonths(date('2026-01-15'), -2) == date('2025-11-15')"_s);
    add(u"monthStart(leap) == date('2024-02-01') && monthEnd(date('2026-02-03')) == date('2026-02-28')"_s);
    add(u"daysBetween(date('2024-02-28'), date('2024-03-01')) == 2 && daysBetween(leap, leap) == 0"_s);
    add(u"daysBetween(date('2026-01-02'), date('2026-01-01')) == -1"_s);
    add(u"monthsBetween(date('2026-01-31'), date('2026-02-28')) == 1"_s);
    add(u"monthsBetween(date('2026-01-31'), date('2026-02-27')) == 0"_s);
    add(u"monthsBetween(date('2026-03-15'), date('2026-01-15')) == -2"_s);
    add(u"age(date('2000-11-21'), date('2026-11-21')) == 26 && age(date('2000-11-22'), date('2026-11-21')) == 25"_s);
    add(u"age(leap, date('2025-02-27')) == 0 && age(leap, date('2025-02-28')) == 1"_s);
}

void TestFunctions::builtins_calls_yield()
{
    QFETCH(QString, source);
    const auto expression = Expression::compile(source);
    QVERIFY2(expression, qPrintable(expression ? QString() : logLine(expression.error())));
    const auto holds = expression->holds(scope());
    QVERIFY2(holds, qPrintable(holds ? QString() : logLine(holds.error())));
    QVERIFY(*holds);
}

void TestFunctions::builtins_wrongArguments_areRefused_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("code");
    const auto add = [](const QString& source, const char* code) {
        QTest::addRow("%s", qPrintable(source)) << source << QString::fromLatin1(code);
    };
    add(u"int('')"_s, "expr.argument");
    add(u"int(' 1')"_s, "expr.argument");
    add(u"int('+1')"_s, "expr.argument");
    add(u"int('1.0')"_s, "expr.argument");
    add(u"int('9223372036854775808')"_s, "expr.argument");
    add(u"decimal('')"_s, "expr.argument");
    add(u"date('2026-11-1')"_s, "expr.argument");
    add(u"date('2026/11/21')"_s, "expr.argument");
    add(u"date('0000-01-01')"_s, "expr.argument");
    add(u"date('２０２６-11-21')"_s, "expr.argument");
    add(u"date(2026, 2, 29)"_s, "expr.argument");
    add(u"date(9223372036854775807, 1, 1)"_s, "expr.argument");
    add(u"addDays(last, 1)"_s, "expr.argument");
    add(u"addDays(last, 9223372036854775807)"_s, "expr.argument");
    add(u"addMonths(last, 1)"_s, "expr.argument");
    add(u"addMonths(leap, -9223372036854775807)"_s, "expr.argument");
    add(u"age(leap, date('2024-02-28'))"_s, "expr.argument");
    add(u"round(1.5, 7)"_s, "expr.argument");
    add(u"round(1.5, -1)"_s, "expr.argument");
    add(u"substring('abc', 2, 2)"_s, "expr.argument");
    add(u"substring('abc', -1, 1)"_s, "expr.argument");
    add(u"substring('abc', 1, 9223372036854775807)"_s, "expr.argument");
    add(u"min([])"_s, "expr.argument");
    add(u"max([true, false])"_s, "expr.type");
    add(u"decimal(9223372036854775807)"_s, "expr.arithmetic");
}

void TestFunctions::builtins_wrongArguments_areRefused()
{
    QFETCH(QString, source);
    // Constant calls fail when compiled, the others when evaluated: the author sees the same code.
    const auto expression = Expression::compile(source);
    const auto value = expression ? expression->evaluate(scope()) : Result<Value>(fail(expression.error()));
    QVERIFY(!value);
    QTEST(value.error().code, "code");
}

void TestFunctions::builtins_everyName_isProvokedHere()
{
    QFile file(test::inSource(u"tests/modules/expr/test_functions.cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = QString::fromUtf8(file.readAll());
    for (const auto& name : builtinFunctions().names())
        QVERIFY2(text.contains(name + u'('), qPrintable(name));
}

void TestFunctions::monthsBetween_anyTwoDays_countsOnlyWholeMonths()
{
    const auto expression = *Expression::compile(u"monthsBetween(a, b)"_s);
    QRandomGenerator random(20261121);
    for (int i = 0; i < 2000; ++i) {
        const QDate from = QDate(2020, 1, 1).addDays(random.bounded(3000));
        const QDate to = from.addDays(random.bounded(3000));
        Scope scope;
        scope.set(u"a"_s, from);
        scope.set(u"b"_s, to);
        const auto months = static_cast<int>(expression.evaluate(scope)->integer());
        QVERIFY(from.addMonths(months) <= to);
        QVERIFY(from.addMonths(months + 1) > to);
    }
}

void TestFunctions::custom_overloads_areChosenByKind()
{
    Environment environment;
    const auto named = [&environment](const Type& type, const QString& name) {
        environment.functions.add(
            u"kind"_s, {type}, Type::string(), [name](std::span<const Value>) -> Result<Value> { return Value(name); });
    };
    named(Type::decimal(), u"decimal"_s);
    named(Type::integer(), u"int"_s);
    named(Type::string(), u"string"_s);
    const auto kind = [&](const QString& source) {
        return Expression::compile(source, environment)->evaluate({})->string();
    };
    QCOMPARE(kind(u"kind(1)"_s), u"int"_s);
    QCOMPARE(kind(u"kind(1.0)"_s), u"decimal"_s);
    QCOMPARE(kind(u"'x'.kind()"_s), u"string"_s);
    QCOMPARE(Expression::compile(u"kind(true)"_s, environment).error().code, u"expr.type"_s);
    QCOMPARE(Expression::compile(u"kind()"_s, environment).error().code, u"expr.type"_s);
}

void TestFunctions::custom_decimalParameter_getsADecimal()
{
    Environment environment;
    environment.functions.add(
        u"calc.half"_s, {Type::decimal()}, Type::decimal(), [](std::span<const Value> a) -> Result<Value> {
            return Value(*a[0].decimal().over(*Decimal::fromInteger(2)));
        });
    Scope scope;
    scope.set(u"n"_s, 3);
    QCOMPARE(Expression::compile(u"calc.half(n)"_s, environment)->evaluate(scope)->decimal().text(), u"1.5"_s);
}

QTEST_GUILESS_MAIN(TestFunctions)
#include "test_functions.moc"
