#include "modules/expr/Expression.h"
#include "tests/support/base/FairTimer.h"

#include <QtTest>

#include <thread>

using namespace kuaiban;
using namespace kuaiban::expr;
using namespace Qt::StringLiterals;

class TestEvaluate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evaluate_sources_yield_data();
    void evaluate_sources_yield();
    void evaluate_failures_nameCodeAndPosition_data();
    void evaluate_failures_nameCodeAndPosition();
    void evaluate_missing_namesThePath();
    void evaluate_failureOfCustomFunction_keepsItsCodeAndGetsThePosition();
    void evaluate_growingValues_stopAtTheLimit_data();
    void evaluate_growingValues_stopAtTheLimit();
    void evaluate_backtrackingPattern_stopsAtTheLimit();
    void holds_otherThanBool_isATypeFailure();
    void evaluate_manyThreads_agree();
    void evaluate_details_holdNoValues();

private:
    static Scope scope();
};

Scope TestEvaluate::scope()
{
    const auto row = [](int fen, const QString& note) {
        return Value(Value::Map{{u"fen"_s, Value(fen)}, {u"note"_s, Value(note)}});
    };
    Scope scope;
    scope.set(u"months"_s, 7);
    scope.set(u"rate"_s, *Decimal::fromText(u"0.9"));
    scope.set(u"name"_s, u"王建国"_s);
    scope.set(u"rare"_s, u"𠮷𬭊田"_s);
    scope.set(u"agreed"_s, true);
    scope.set(u"nothing"_s, Value());
    scope.set(u"today"_s, QDate(2026, 11, 21));
    scope.set(u"card"_s, Value::Map{{u"name"_s, u"王建国"_s}, {u"birth"_s, QDate(1968, 3, 4)}, {u"gone"_s, Value()}});
    scope.set(u"rows"_s, Value::List{row(150, u"a"_s), row(250, u"b"_s), row(-50, u"c"_s)});
    scope.set(u"empty"_s, Value::List());
    scope.set(u"huge"_s, std::numeric_limits<qint64>::max());
    scope.set(u"key"_s, u"name"_s);
    return scope;
}

void TestEvaluate::evaluate_sources_yield_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("result"); // another expression that must equal it
    const auto add = [](const char* name, const QString& source, const QString& result) {
        QTest::addRow("%s", name) << source << result;
    };
    add("precedence of times", u"1 + 2 * 3"_s, u"7"_s);
    add("left to right", u"10 - 3 - 2"_s, u"5"_s);
    add("brackets", u"(1 + 2) * 3"_s, u"9"_s);
    add("and binds stronger than or", u"true || false && false"_s, u"true"_s);
    add("not binds strongest", u"!false && true"_s, u"true"_s);
    add("comparison before and", u"months > 3 && months < 9"_s, u"true"_s);
    add("conditional to the right", u"false ? 1 : false ? 2 : 3"_s, u"3"_s);
    add("conditional takes one branch only", u"agreed ? 1 : 1 / 0"_s, u"1"_s);
    add("integer division cuts", u"-7 / 2"_s, u"-3"_s);
    add("remainder has the sign of the dividend", u"-7 % 2"_s, u"-1"_s);
    add("smallest integer", u"-9223372036854775808"_s, u"-9223372036854775807 - 1"_s);
    add("minus of a bracket", u"-(1 + 2)"_s, u"-3"_s);
    add("double minus", u"- -months"_s, u"7"_s);
    add("decimals are exact", u"0.1 + 0.2 == 0.3"_s, u"true"_s);
    add("integer with decimal", u"months * rate"_s, u"6.3"_s);
    add("integer equals decimal", u"1 == 1.0"_s, u"true"_s);
    add("huge integer is no decimal", u"huge > 9223372036854.7"_s, u"true"_s);
    add("texts join", u"'王' + \"建国\""_s, u"name"_s);
    add("escapes", u"'a\\n\\t\\'\\\"\\\\\\u4e00\\U00020bb7' == \"a\\n\\t'\\\"\\\\一𠮷\""_s, u"true"_s);
    add("texts compare", u"'a' < 'b'"_s, u"true"_s);
    add("dates compare", u"today > card.birth"_s, u"true"_s);
    add("equal lists", u"[1, 2.0] == [1.0, 2]"_s, u"true"_s);
    add("different lists", u"[1, 2] == [2, 1]"_s, u"false"_s);
    add("equal maps", u"{'a': 1, 'b': [2]} == {'b': [2], 'a': 1}"_s, u"true"_s);
    add("comparison with null", u"nothing == null && name != null"_s, u"true"_s);
    add("in a list", u"months in [6, 7]"_s, u"true"_s);
    add("not in a list", u"!(months in [])"_s, u"true"_s);
    add("key in a map", u"'name' in card && !('sex' in card)"_s, u"true"_s);
    add("or skips what is missing", u"agreed || absent"_s, u"true"_s);
    add("and skips what is wrong", u"!agreed && 1 / 0 == 1"_s, u"false"_s);
    add("field", u"card.name"_s, u"name"_s);
    add("field by text", u"card['name']"_s, u"name"_s);
    add("field by value", u"card[key]"_s, u"name"_s);
    add("field of a row", u"rows[1].fen"_s, u"250"_s);
    add("literal list by index", u"[1, 2, 3][2]"_s, u"3"_s);
    add("literal map", u"{'a': months}.a"_s, u"7"_s);
    add("has a value", u"has(card.name) && has(months)"_s, u"true"_s);
    add("has no value", u"has(card.sex) || has(absent) || has(absent.deeper.still) || has(rows[9])"_s, u"false"_s);
    add("null counts as absent", u"has(nothing) || has(card.gone) || has(card.gone.more)"_s, u"false"_s);
    add("default for what is absent", u"orElse(absent.x, 5)"_s, u"5"_s);
    add("default for null", u"orElse(nothing, 5)"_s, u"5"_s);
    add("default not needed", u"orElse(months, 1 / 0)"_s, u"7"_s);
    add("default deep inside", u"orElse(months + absent, 0)"_s, u"0"_s);
    add("default as method", u"card.sex.orElse('none')"_s, u"'none'"_s);
    add("all", u"rows.all(r, r.fen > -100)"_s, u"true"_s);
    add("all of none", u"empty.all(r, false)"_s, u"true"_s);
    add("all stops early", u"rows.all(r, r.fen < 200 && 1 / (250 - r.fen) < 9)"_s, u"false"_s);
    add("exists", u"rows.exists(r, r.note == 'b')"_s, u"true"_s);
    add("exists in none", u"empty.exists(r, true)"_s, u"false"_s);
    add("filter", u"rows.filter(r, r.fen > 0).map(r, r.note)"_s, u"['a', 'b']"_s);
    add("map", u"rows.map(r, r.fen * 2)"_s, u"[300, 500, -100]"_s);
    add("sum by macro", u"rows.sum(r, r.fen)"_s, u"350"_s);
    add("sum of a list", u"sum([1, 2.5])"_s, u"3.5"_s);
    add("sum as method", u"rows.map(r, r.fen).sum()"_s, u"350"_s);
    add("sum of none", u"sum(empty)"_s, u"0"_s);
    add("nested macros", u"[1, 2].map(x, [10, 20].map(y, x * y))"_s, u"[[10, 20], [20, 40]]"_s);
    add("inner macro hides the outer variable", u"[1].map(x, [2].map(x, x))"_s, u"[[2]]"_s);
    add("outer variable after an inner macro", u"[1, 2].map(x, [5].sum(y, y) + x)"_s, u"[6, 7]"_s);
    add("macro inside its own list", u"[1, 2].filter(x, x > 1).map(x, x + [3].sum(z, z))"_s, u"[5]"_s);
    add("comments and lines", u"1 + // one\n 2"_s, u"3"_s);
}

void TestEvaluate::evaluate_sources_yield()
{
    QFETCH(QString, source);
    QFETCH(QString, result);
    const auto expression = Expression::compile(source);
    QVERIFY2(expression, qPrintable(expression ? QString() : logLine(expression.error())));
    const auto value = expression->evaluate(scope());
    QVERIFY2(value, qPrintable(value ? QString() : logLine(value.error())));
    QVERIFY(*value == *Expression::compile(result)->evaluate(scope()));
}

void TestEvaluate::evaluate_failures_nameCodeAndPosition_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("column");
    const auto add = [](const char* name, const QString& source, const char* code, int column) {
        QTest::addRow("%s", name) << source << QString::fromLatin1(code) << column;
    };
    add("missing variable", u"1 + absent"_s, "expr.missing", 5);
    add("missing field", u"card.sex"_s, "expr.missing", 6);
    add("field of null", u"nothing.name"_s, "expr.missing", 9);
    add("index past the end", u"rows[3]"_s, "expr.missing", 5);
    add("negative index", u"rows[-1]"_s, "expr.missing", 5);
    add("missing key", u"card[name]"_s, "expr.missing", 5);
    add("missing behind and", u"agreed && absent"_s, "expr.missing", 11);
    add("overflow of plus", u"huge + 1"_s, "expr.arithmetic", 6);
    add("overflow of minus", u"-huge - 2"_s, "expr.arithmetic", 7);
    add("overflow of times", u"huge * 2"_s, "expr.arithmetic", 6);
    add("overflow of negation", u"-(-huge - 1)"_s, "expr.arithmetic", 1);
    add("overflow of division", u"(-huge - 1) / -1"_s, "expr.arithmetic", 13);
    add("overflow to decimal", u"huge * 0.1"_s, "expr.arithmetic", 6);
    add("overflow in a sum", u"[huge, huge].sum()"_s, "expr.arithmetic", 14);
    add("overflow to a decimal parameter", u"round(huge, 2)"_s, "expr.arithmetic", 1);
    add("division by zero", u"1 / (months - 7)"_s, "expr.arithmetic", 3);
    add("remainder by zero", u"1 % (months - 7)"_s, "expr.arithmetic", 3);
    add("decimal division by zero", u"1.5 / (months - 7)"_s, "expr.arithmetic", 5);
    add("text plus integer", u"name + months"_s, "expr.type", 6);
    add("text equals integer", u"name == months"_s, "expr.type", 6);
    add("text less than integer", u"name < months"_s, "expr.type", 6);
    add("order of booleans", u"agreed < agreed"_s, "expr.type", 8);
    add("number as condition", u"months && true"_s, "expr.type", 1);
    add("number in a macro", u"rows.all(r, r.fen)"_s, "expr.type", 15);
    add("macro on a text", u"name.all(x, true)"_s, "expr.type", 1);
    add("sum of texts", u"sum(rows.map(r, r.note))"_s, "expr.type", 1);
    add("in a number", u"1 in months"_s, "expr.type", 3);
    add("field of a list", u"rows.fen"_s, "expr.type", 6);
    add("list by text", u"rows[key]"_s, "expr.type", 5);
    add("map key of a number", u"{key: 1, months: 2}"_s, "expr.type", 1);
    add("minus of a text", u"-name"_s, "expr.type", 1);
    add("matches of a number", u"matches(months, '7')"_s, "expr.type", 1);
    add("function of another kind", u"year(name)"_s, "expr.type", 1);
    add("text that is no date", u"date(name)"_s, "expr.argument", 1);
    add("failure inside a default passes", u"orElse(1 / (months - 7), 2)"_s, "expr.arithmetic", 10);
    add("failure inside has passes", u"has(rows[1 / (months - 7)])"_s, "expr.arithmetic", 12);
}

void TestEvaluate::evaluate_failures_nameCodeAndPosition()
{
    QFETCH(QString, source);
    const auto expression = Expression::compile(source);
    QVERIFY2(expression, qPrintable(expression ? QString() : logLine(expression.error())));
    const auto value = expression->evaluate(scope());
    QVERIFY(!value);
    QTEST(value.error().code, "code");
    QTEST(value.error().fields.value(u"column"_s).toInt(), "column");
}

void TestEvaluate::evaluate_missing_namesThePath()
{
    const auto name = [](const QString& source) {
        return Expression::compile(source)->evaluate(scope()).error().fields.value(u"name"_s).toString();
    };
    QCOMPARE(name(u"absent"_s), u"absent"_s);
    QCOMPARE(name(u"card.spouse.name"_s), u"card.spouse"_s);
    QCOMPARE(name(u"card['gone'].more"_s), u"card.gone.more"_s);
    QCOMPARE(name(u"rows[7]"_s), u"[7]"_s);
}

void TestEvaluate::evaluate_failureOfCustomFunction_keepsItsCodeAndGetsThePosition()
{
    Environment environment;
    environment.functions.add(
        u"calc.fail"_s, {Type::decimal()}, Type::integer(), [](std::span<const Value>) -> Result<Value> {
            return fail(Error{u"calc.test"_s, Origin::Data, {}, {}});
        });
    const auto value = Expression::compile(u"1 +\n  calc.fail(2)"_s, environment)->evaluate({});
    QCOMPARE(value.error().code, u"calc.test"_s);
    QCOMPARE(value.error().fields.value(u"line"_s).toInt(), 2);
    QCOMPARE(value.error().fields.value(u"column"_s).toInt(), 8);
}

void TestEvaluate::evaluate_growingValues_stopAtTheLimit_data()
{
    QTest::addColumn<QString>("source");
    QTest::addRow("text doubled again and again") << u"[name]"_s + u".map(x, x + x)"_s.repeated(40);
    QTest::addRow("list doubled again and again") << u"[name]"_s + u".map(x, [x, x])"_s.repeated(40);
    QTest::addRow("map doubled again and again") << u"[name]"_s + u".map(x, {'a': x, 'b': x})"_s.repeated(40);
    const QString hundred = u"[1"_s + u",1"_s.repeated(99) + u"]"_s;
    QTest::addRow("nested walks") << "%1.map(a, %1.map(b, %1.map(c, a + b + c).sum()).sum())"_L1.arg(hundred);
    QTest::addRow("many sums of a long list") << "%1.map(a, %1.map(b, sum(%1)))"_L1.arg(hundred);
}

void TestEvaluate::evaluate_growingValues_stopAtTheLimit()
{
    QFETCH(QString, source);
    const auto expression = Expression::compile(source);
    QVERIFY2(expression, qPrintable(expression ? QString() : logLine(expression.error())));
    test::FairTimer timer;
    timer.start();
    const auto value = expression->evaluate(scope());
    QVERIFY(!value);
    QCOMPARE(value.error().code, u"expr.limit"_s);
    QVERIFY2(timer.elapsed() < 5000, "a limit must stop the work soon");
}

void TestEvaluate::evaluate_backtrackingPattern_stopsAtTheLimit()
{
    Scope scope;
    scope.set(u"s"_s, u"a"_s.repeated(40) + u"!"_s);
    test::FairTimer timer;
    timer.start();
    const auto nested = Expression::compile(u"matches(s, '(a|aa|a+)+$')"_s)->evaluate(scope);
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(!nested);
    QCOMPARE(nested.error().code, u"expr.limit"_s);
    scope.set(u"s"_s, u"a"_s.repeated(10'001));
    QCOMPARE(Expression::compile(u"matches(s, 'a*')"_s)->evaluate(scope).error().code, u"expr.limit"_s);
}

void TestEvaluate::holds_otherThanBool_isATypeFailure()
{
    QVERIFY(*Expression::compile(u"months > 6"_s)->holds(scope()));
    QVERIFY(!*Expression::compile(u"months > 7"_s)->holds(scope()));
    const auto number = Expression::compile(u"months"_s)->holds(scope());
    QVERIFY(!number);
    QCOMPARE(number.error().code, u"expr.type"_s);
}

void TestEvaluate::evaluate_manyThreads_agree()
{
    const auto expression = *Expression::compile(
        u"rows.filter(r, r.fen > 0 && matches(r.note, '[a-z]')).map(r, r.fen * rate).sum() + age(card.birth, today)"_s);
    const auto values = scope();
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            const auto copy = expression;
            for (int n = 0; n < 500; ++n) {
                const auto value = copy.evaluate(values);
                if (!value || !(*value == Value(*Decimal::fromText(u"418"))))
                    ++wrong;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void TestEvaluate::evaluate_details_holdNoValues()
{
    for (const auto& source :
        {u"card[name]"_s, u"date(name)"_s, u"name + months"_s, u"int(name)"_s, u"substring(name, 9, 9)"_s}) {
        const auto value = Expression::compile(source)->evaluate(scope());
        QVERIFY(!value);
        QVERIFY2(!logLine(value.error()).contains(u"王建国"_s), qPrintable(logLine(value.error())));
        QVERIFY(!QJsonDocument(value.error().fields).toJson().contains("王"));
    }
}

QTEST_GUILESS_MAIN(TestEvaluate)
#include "test_evaluate.moc"
