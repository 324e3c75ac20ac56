#include "modules/base/FailureManual.h"
#include "modules/expr/Expression.h"

#include <QRandomGenerator>
#include <QtTest>

#include <optional>

using namespace kuaiban;
using namespace kuaiban::expr;
using namespace Qt::StringLiterals;

// Random sources: whatever people type, the answer is a value or a documented failure with a position.
class TestRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compile_randomTokens_answersOrNamesThePosition();
    void compile_mutatedExpressions_answersOrNamesThePosition();
    void evaluate_randomIntegers_agreesWithPlainArithmetic();
    void evaluate_typedSources_neverFailsByType();

private:
    void judge(const QString& source, const Environment& environment);

    FailureManual m_manual;
};

namespace {

const QStringList& goodSources()
{
    static const QStringList list{
        u"months >= 12 && (agreed || has(card.name)) ? rate * 2 : -1.5"_s,
        u"rows.filter(r, r.fen > 0).map(r, r.fen * rate).sum() / max(1, size(rows))"_s,
        u"orElse(card[\"name\"], 'none') + substring(name, 0, 1) + '\\u4e00'"_s,
        u"age(card.birth, today) in [16, 50, 55] && matches(name, '[a-z]+')"_s,
        u"{'a': [1, 2, 3], 'b': months}.b % 7 != addMonths(today, 3).month() // note"_s,
    };
    return list;
}

Environment environmentOfForms(bool declared)
{
    Environment environment;
    if (!declared)
        return environment;
    Declarations names;
    names.declare(u"months"_s, Type::integer());
    names.declare(u"rate"_s, Type::decimal());
    names.declare(u"name"_s, Type::string());
    names.declare(u"agreed"_s, Type::boolean());
    names.declare(u"today"_s, Type::date());
    names.declare(u"card.name"_s, Type::string());
    names.declare(u"card.birth"_s, Type::date());
    names.declare(u"rows"_s, Type::list(Type::record({{u"fen"_s, Type::integer()}})));
    environment.declarations = names;
    return environment;
}

Scope scopeOfForms()
{
    Scope scope;
    scope.set(u"months"_s, 13);
    scope.set(u"rate"_s, Decimal::fromUnits(900'000));
    scope.set(u"name"_s, u"阿依古丽·买买提"_s);
    scope.set(u"agreed"_s, true);
    scope.set(u"today"_s, QDate(2026, 11, 21));
    scope.set(u"card"_s, Value::Map{{u"name"_s, u"x"_s}, {u"birth"_s, QDate(1975, 2, 28)}});
    scope.set(u"rows"_s, Value::List{Value(Value::Map{{u"fen"_s, Value(100)}}), Value(Value::Map{})});
    return scope;
}

struct Plain
{
    QString source;
    std::optional<qint64> value; // nothing: overflow or division by zero
};

// A random integer expression together with what it must yield, computed beside the language.
Plain randomInteger(QRandomGenerator& random, int depth)
{
    if (depth == 0 || random.bounded(4) == 0) {
        const qint64 small = random.bounded(-20, 20);
        const qint64 value = random.bounded(8) == 0 ? (small << 58) + 1 : small;
        return {QString::number(value), value};
    }
    const auto left = randomInteger(random, depth - 1);
    const auto right = randomInteger(random, depth - 1);
    const int kind = random.bounded(6);
    if (kind == 5) {
        const bool less = left.value && right.value && *left.value < *right.value;
        const auto chosen = !left.value || !right.value ? std::nullopt : less ? right.value : left.value;
        return {"((%1) < (%2) ? (%2) : (%1))"_L1.arg(left.source, right.source), chosen};
    }
    Plain result{
        "(%1) %2 (%3)"_L1.arg(left.source, QStringList{u"+"_s, u"-"_s, u"*"_s, u"/"_s, u"%"_s}.at(kind), right.source),
        {}};
    if (!left.value || !right.value)
        return result;
    const qint64 a = *left.value;
    const qint64 b = *right.value;
    qint64 value = 0;
    bool overflow = kind == 0   ? __builtin_add_overflow(a, b, &value)
                    : kind == 1 ? __builtin_sub_overflow(a, b, &value)
                    : kind == 2 ? __builtin_mul_overflow(a, b, &value)
                                : b == 0 || (a == std::numeric_limits<qint64>::min() && b == -1);
    if (!overflow && kind >= 3)
        value = kind == 3 ? a / b : a % b;
    if (!overflow)
        result.value = value;
    return result;
}

} // namespace

void TestRandom::judge(const QString& source, const Environment& environment)
{
    const auto expression = Expression::compile(source, environment);
    const auto value = expression ? expression->evaluate(scopeOfForms()) : Result<Value>(fail(expression.error()));
    if (value)
        return;
    const auto& error = value.error();
    if (!m_manual.has(error.code) || error.fields.value(u"line"_s).toInt() < 1 ||
        error.fields.value(u"column"_s).toInt() < 1)
        QFAIL(qPrintable(source + u" → "_s + logLine(error)));
}

void TestRandom::compile_randomTokens_answersOrNamesThePosition()
{
    const QStringList parts{u"months"_s, u"rate"_s, u"name"_s, u"rows"_s, u"card"_s, u".name"_s, u".fen"_s, u"["_s,
        u"]"_s, u"("_s, u")"_s, u"{"_s, u"}"_s, u","_s, u":"_s, u"?"_s, u"+"_s, u"-"_s, u"*"_s, u"/"_s, u"%"_s, u"&&"_s,
        u"||"_s, u"!"_s, u"=="_s, u"<"_s, u"in"_s, u"1"_s, u"0"_s, u"2.5"_s, u"'a'"_s, u"\"\\n\""_s, u"null"_s,
        u"true"_s, u".map(x,"_s, u".all(x,"_s, u"x"_s, u"sum("_s, u"has("_s, u"orElse("_s, u"matches("_s, u"date("_s,
        u"min("_s, u" "_s, u"\n"_s, u"𠮷"_s, u"\\"_s, u"9223372036854775807"_s, u"."_s, u"'"_s};
    QRandomGenerator random(1);
    for (int i = 0; i < 10'000; ++i) {
        QString source;
        for (int n = random.bounded(1, 25); n > 0; --n)
            source += parts.at(random.bounded(parts.size())) + (random.bounded(2) ? u" "_s : QString());
        judge(source, environmentOfForms(random.bounded(2) == 0));
        if (QTest::currentTestFailed())
            return;
    }
}

void TestRandom::compile_mutatedExpressions_answersOrNamesThePosition()
{
    QRandomGenerator random(2);
    for (int i = 0; i < 10'000; ++i) {
        QString source = goodSources().at(random.bounded(goodSources().size()));
        for (int n = random.bounded(1, 6); n > 0 && !source.isEmpty(); --n) {
            const qsizetype at = random.bounded(source.size());
            switch (random.bounded(4)) {
            case 0:
                source.remove(at, random.bounded(1, 4));
                break;
            case 1:
                source.insert(at, QChar(random.bounded(2) ? random.bounded(32, 127) : random.bounded(0x10000)));
                break;
            case 2:
                source.insert(at, source.mid(random.bounded(source.size()), random.bounded(1, 20)));
                break;
            default:
                source[at] = source[random.bounded(source.size())];
            }
        }
        judge(source, environmentOfForms(random.bounded(2) == 0));
        if (QTest::currentTestFailed())
            return;
    }
}

void TestRandom::evaluate_randomIntegers_agreesWithPlainArithmetic()
{
    QRandomGenerator random(3);
    int values = 0;
    for (int i = 0; i < 5'000; ++i) {
        const auto plain = randomInteger(random, random.bounded(1, 5));
        const auto expression = Expression::compile(plain.source);
        if (!expression && expression.error().is("expr.limit"_L1))
            continue; // too long
        QVERIFY2(expression, qPrintable(plain.source));
        const auto value = expression->evaluate({});
        QCOMPARE(value.has_value(), plain.value.has_value());
        if (value)
            QCOMPARE(value->integer(), *plain.value);
        else
            QCOMPARE(value.error().code, u"expr.arithmetic"_s);
        values += value ? 1 : 0;
    }
    QVERIFY2(values > 1000, "too few of the random expressions had a value");
}

void TestRandom::evaluate_typedSources_neverFailsByType()
{
    // What compiles against complete declarations without unknown types cannot meet a wrong kind of value later.
    const QStringList leaves{u"months"_s, u"rate"_s, u"name"_s, u"agreed"_s, u"today"_s, u"card.birth"_s, u"7"_s,
        u"2.5"_s, u"'a'"_s, u"[1, 2]"_s};
    const QStringList shapes{u"(%1 + %2)"_s, u"(%1 < %2)"_s, u"(%1 == %2)"_s, u"(%1 && %2)"_s, u"(%1 * %2)"_s,
        u"(agreed ? %1 : %2)"_s, u"size(%1)"_s, u"min(%1, %2)"_s, u"[%1].map(x, x + %2)"_s, u"daysBetween(%1, %2)"_s,
        u"string(%1)"_s, u"(%1 in [%2])"_s, u"orElse(%1, %2)"_s, u"[%1].all(x, x == %2)"_s};
    QRandomGenerator random(4);
    const auto environment = environmentOfForms(true);
    int compiled = 0;
    for (int i = 0; i < 20'000; ++i) {
        QString source = leaves.at(random.bounded(leaves.size()));
        for (int n = random.bounded(1, 5); n > 0; --n) {
            const auto& shape = shapes.at(random.bounded(shapes.size()));
            const auto& leaf = leaves.at(random.bounded(leaves.size()));
            source = shape.contains(u"%2"_s) ? (random.bounded(2) ? shape.arg(source, leaf) : shape.arg(leaf, source))
                                             : shape.arg(source);
        }
        const auto expression = Expression::compile(source, environment);
        if (!expression)
            continue;
        ++compiled;
        const auto value = expression->evaluate(scopeOfForms());
        QVERIFY2(value || !value.error().is("expr.type"_L1), qPrintable(source));
        if (value)
            QVERIFY2(expression->type().accepts(*value), qPrintable(source + u" is "_s + kindName(value->kind())));
    }
    QVERIFY2(compiled > 1000, "too few of the random expressions compiled");
}

QTEST_GUILESS_MAIN(TestRandom)
#include "test_random.moc"
