#include "modules/base/FailureManual.h"
#include "modules/expr/Expression.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::expr;
using namespace Qt::StringLiterals;

class TestCompile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compile_mistakes_nameCodeAndPosition_data();
    void compile_mistakes_nameCodeAndPosition();
    void compile_mistakes_everyCodeHasTexts();
    void compile_limits_areKept_data();
    void compile_limits_areKept();
    void compile_typeIsKnown_data();
    void compile_typeIsKnown();
    void compile_expectedType_isEnforced();
    void references_sources_data();
    void references_sources();
    void compile_withoutDeclarations_takesAnyVariable();
    void compile_customFunction_cannotReplaceBuiltin();

private:
    static Environment formEnvironment();
};

Environment TestCompile::formEnvironment()
{
    Declarations names;
    names.declare(u"name"_s, Type::string());
    names.declare(u"months"_s, Type::integer());
    names.declare(u"rate"_s, Type::decimal());
    names.declare(u"today"_s, Type::date());
    names.declare(u"start"_s, Type::month());
    names.declare(u"agreed"_s, Type::boolean());
    names.declare(u"card.name"_s, Type::string());
    names.declare(u"card.birth"_s, Type::date());
    names.declare(u"params"_s, Type::map(Type::any()));
    names.declare(u"rows"_s, Type::list(Type::record({{u"fen"_s, Type::integer()}, {u"note"_s, Type::string()}})));
    Environment environment;
    environment.declarations = names;
    environment.functions.add(u"calc.months"_s, {Type::integer()}, Type::integer(),
        [](std::span<const Value> a) -> Result<Value> { return Value(a[0].integer() / 2); });
    return environment;
}

void TestCompile::compile_mistakes_nameCodeAndPosition_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto add = [](const char* name, const QString& source, const char* code, int line, int column) {
        QTest::addRow("%s", name) << source << QString::fromLatin1(code) << line << column;
    };
    add("nothing", u""_s, "expr.syntax", 1, 1);
    add("comment only", u"// nothing"_s, "expr.syntax", 1, 11);
    add("half an operator", u"months +"_s, "expr.syntax", 1, 9);
    add("two values", u"months months"_s, "expr.syntax", 1, 8);
    add("full-width bracket", u"（months）"_s, "expr.syntax", 1, 1);
    add("single equals", u"months = 1"_s, "expr.syntax", 1, 8);
    add("single ampersand", u"agreed & agreed"_s, "expr.syntax", 1, 8);
    add("open bracket", u"(months"_s, "expr.syntax", 1, 8);
    add("open list", u"[1, 2"_s, "expr.syntax", 1, 6);
    add("map without value", u"{'a'}"_s, "expr.syntax", 1, 5);
    add("open text", u"name == 'abc"_s, "expr.syntax", 1, 13);
    add("text over two lines", u"'a\nb'"_s, "expr.syntax", 1, 3);
    add("unknown escape", u"'\\q'"_s, "expr.syntax", 1, 2);
    add("short escape", u"'\\u12'"_s, "expr.syntax", 1, 2);
    add("surrogate by escape", u"'\\ud800'"_s, "expr.syntax", 1, 2);
    add("number beyond Unicode", u"'\\U00110000'"_s, "expr.syntax", 1, 2);
    add("escape at the end", u"'\\"_s, "expr.syntax", 1, 2);
    add("integer of 65 bits", u"9223372036854775808"_s, "expr.syntax", 1, 1);
    add("seven decimals", u"1.0000001"_s, "expr.syntax", 1, 1);
    add("number glued to a name", u"12months"_s, "expr.syntax", 1, 3);
    add("column counts code points", u"'𠮷𠮷' + §"_s, "expr.syntax", 1, 8);
    add("second line", u"months > 1 &&\n  ) "_s, "expr.syntax", 2, 3);
    add("in as a name", u"in"_s, "expr.syntax", 1, 1);
    add("macro without variable", u"rows.all(1, true)"_s, "expr.syntax", 1, 10);
    add("has of a calculation", u"has(months + 1)"_s, "expr.syntax", 1, 12);
    add("pattern that is computed", u"matches(name, name)"_s, "expr.syntax", 1, 15);
    add("unknown variable", u"months + mouths"_s, "expr.unknown-name", 1, 10);
    add("unknown field", u"card.nmae == name"_s, "expr.unknown-name", 1, 6);
    add("unknown field by index", u"card['nmae'] == name"_s, "expr.unknown-name", 1, 5);
    add("unknown column", u"rows.all(r, r.yuan > 0)"_s, "expr.unknown-name", 1, 15);
    add("macro variable outside", u"rows.all(r, r.fen > 0) && r.fen > 0"_s, "expr.unknown-name", 1, 27);
    add("unknown function", u"months + length(name)"_s, "expr.unknown-name", 1, 10);
    add("unknown method", u"name.length()"_s, "expr.unknown-name", 1, 6);
    add("text and integer", u"name + months"_s, "expr.type", 1, 6);
    add("text and integer compared", u"months == '12'"_s, "expr.type", 1, 8);
    add("text and integer ordered", u"name < 3"_s, "expr.type", 1, 6);
    add("date and integer", u"today + 1"_s, "expr.type", 1, 7);
    add("number as condition", u"months ? 1 : 2"_s, "expr.type", 1, 1);
    add("and of a number", u"agreed && months"_s, "expr.type", 1, 8);
    add("not of a number", u"!months"_s, "expr.type", 1, 1);
    add("minus of a text", u"-name"_s, "expr.type", 1, 1);
    add("branches of two kinds", u"agreed ? 1 : 'one'"_s, "expr.type", 1, 14);
    add("list of two kinds", u"[1, 'one']"_s, "expr.type", 1, 5);
    add("map key that is no text", u"{1: 2}"_s, "expr.type", 1, 2);
    add("in a text", u"'a' in name"_s, "expr.type", 1, 5);
    add("in a list of another kind", u"months in ['a']"_s, "expr.type", 1, 8);
    add("remainder of a decimal", u"rate % 2"_s, "expr.type", 1, 6);
    add("null in a sum", u"months + null"_s, "expr.type", 1, 8);
    add("field of a text", u"name.first"_s, "expr.type", 1, 6);
    add("index of a record by number", u"card[0]"_s, "expr.type", 1, 5);
    add("index of a text", u"name[0]"_s, "expr.type", 1, 5);
    add("macro on a text", u"name.all(x, true)"_s, "expr.type", 1, 6);
    add("macro body of the wrong kind", u"rows.all(r, r.fen)"_s, "expr.type", 1, 15);
    add("sum of texts", u"rows.sum(r, r.note)"_s, "expr.type", 1, 15);
    add("sum of a list of texts", u"sum(['a'])"_s, "expr.type", 1, 1);
    add("function with a wrong argument", u"year(name)"_s, "expr.type", 1, 1);
    add("function with too many arguments", u"year(today, today)"_s, "expr.type", 1, 1);
    add("custom function with a wrong argument", u"calc.months(name)"_s, "expr.type", 1, 6);
    add("has without argument", u"has()"_s, "expr.type", 1, 1);
    add("orElse of two kinds", u"orElse(name, 1)"_s, "expr.type", 1, 14);
    add("matches of a number", u"matches(months, '1')"_s, "expr.type", 1, 1);
    add("impossible date", u"today < date('2026-02-30')"_s, "expr.argument", 1, 9);
    add("impossible decimal", u"decimal('1,5')"_s, "expr.argument", 1, 1);
    add("broken pattern", u"matches(name, '(')"_s, "expr.argument", 1, 15);
    add("pattern balanced only inside the anchors", u"matches(name, 'a)|(b')"_s, "expr.argument", 1, 15);
    add("constant overflow", u"abs(-9223372036854775808)"_s, "expr.arithmetic", 1, 1);
}

void TestCompile::compile_mistakes_nameCodeAndPosition()
{
    QFETCH(QString, source);
    const auto expression = Expression::compile(source, formEnvironment());
    QVERIFY(!expression);
    QTEST(expression.error().code, "code");
    QTEST(expression.error().fields.value(u"line"_s).toInt(), "line");
    QTEST(expression.error().fields.value(u"column"_s).toInt(), "column");
}

void TestCompile::compile_mistakes_everyCodeHasTexts()
{
    const FailureManual manual;
    for (const auto& source :
        {u"1 +"_s, u"nobody"_s, u"1 + 'a'"_s, u"date('x')"_s, u"abs(-9223372036854775808)"_s, u"1"_s.repeated(5000)}) {
        const auto expression = Expression::compile(source, formEnvironment());
        QVERIFY(!expression);
        for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
            const auto text = manual.text(expression.error(), language);
            QVERIFY2(!text.what.isEmpty() && !(text.what + text.cause + text.remedy).contains(u'{'),
                qPrintable(text.what + text.cause));
        }
    }
}

void TestCompile::compile_limits_areKept_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("allowed");
    QTest::addRow("long source") << u"1"_s + u" "_s.repeated(3999) << true;
    QTest::addRow("too long source") << u"1"_s + u" "_s.repeated(4000) << false;
    QTest::addRow("brackets") << u"("_s.repeated(99) + u'1' + u")"_s.repeated(99) << true;
    QTest::addRow("too many brackets") << u"("_s.repeated(100) + u'1' + u")"_s.repeated(100) << false;
    QTest::addRow("brackets without end") << u"("_s.repeated(4000) << false;
    QTest::addRow("lists without end") << u"["_s.repeated(4000) << false;
    QTest::addRow("nots without end") << u"!"_s.repeated(4000) << false;
    QTest::addRow("minus signs without end") << u"-"_s.repeated(3998) + u"a"_s << false;
    QTest::addRow("chain") << u"a"_s + u"+a"_s.repeated(98) << true;
    QTest::addRow("too long chain") << u"a"_s + u"+a"_s.repeated(1000) << false;
    QTest::addRow("too long path") << u"a"_s + u".a"_s.repeated(1000) << false;
    QTest::addRow("too many indices") << u"a"_s + u"[0]"_s.repeated(1000) << false;
    QTest::addRow("conditions without end") << u"a?"_s.repeated(1500) << false;
    QTest::addRow("calls without end") << u"f("_s.repeated(1500) << false;
    QTest::addRow("long pattern") << u"matches('', '%1')"_s.arg(u"a"_s.repeated(501)) << false;
}

void TestCompile::compile_limits_areKept()
{
    QFETCH(QString, source);
    QFETCH(bool, allowed);
    const auto expression = Expression::compile(source);
    QCOMPARE(expression.has_value(), allowed);
    if (!allowed)
        QCOMPARE(expression.error().code, u"expr.limit"_s);
}

void TestCompile::compile_typeIsKnown_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("type");
    QTest::addRow("integers") << u"months * 2 - 1"_s << u"int"_s;
    QTest::addRow("mixed numbers") << u"months * rate"_s << u"decimal"_s;
    QTest::addRow("texts") << u"name + '!'"_s << u"string"_s;
    QTest::addRow("comparison") << u"today >= card.birth"_s << u"bool"_s;
    QTest::addRow("mixed branches") << u"agreed ? 1 : rate"_s << u"decimal"_s;
    QTest::addRow("null branch") << u"agreed ? today : null"_s << u"date"_s;
    QTest::addRow("open map") << u"params.anything"_s << u"any"_s;
    QTest::addRow("unknown operand") << u"params.x + 1"_s << u"any"_s;
    QTest::addRow("unknown and text") << u"params.x + 'a'"_s << u"string"_s;
    QTest::addRow("sum of a column") << u"rows.sum(r, r.fen)"_s << u"int"_s;
    QTest::addRow("sum of a mapped column") << u"rows.map(r, r.fen * rate).sum()"_s << u"decimal"_s;
    QTest::addRow("filtered rows") << u"rows.filter(r, r.fen > 0).size()"_s << u"int"_s;
    QTest::addRow("mapped column") << u"rows.map(r, r.note)"_s << u"list(string)"_s;
    QTest::addRow("smaller of two decimals") << u"min(rate, months)"_s << u"decimal"_s;
    QTest::addRow("smaller of two integers") << u"min(1, months)"_s << u"int"_s;
    QTest::addRow("date of parts") << u"date(2026, months, 1)"_s << u"date"_s;
    QTest::addRow("custom function") << u"calc.months(months)"_s << u"int"_s;
    QTest::addRow("default") << u"orElse(months, 12)"_s << u"int"_s;
    QTest::addRow("default of something unknown") << u"orElse(params.limit, 12)"_s << u"any"_s;
}

void TestCompile::compile_typeIsKnown()
{
    QFETCH(QString, source);
    const auto expression = Expression::compile(source, formEnvironment());
    QVERIFY2(expression, qPrintable(expression ? QString() : logLine(expression.error())));
    QTEST(expression->type().name(), "type");
}

void TestCompile::compile_expectedType_isEnforced()
{
    auto environment = formEnvironment();
    environment.expected = Type::boolean();
    QVERIFY(Expression::compile(u"months > 3"_s, environment));
    QVERIFY(Expression::compile(u"params.anything"_s, environment)); // found out at evaluation
    const auto number = Expression::compile(u"months + 3"_s, environment);
    QVERIFY(!number);
    QCOMPARE(number.error().code, u"expr.type"_s);
    QCOMPARE(number.error().fields.value(u"expected"_s).toString(), u"bool"_s);
    QCOMPARE(number.error().fields.value(u"found"_s).toString(), u"int"_s);
}

void TestCompile::references_sources_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("paths");
    QTest::addRow("plain") << u"a + b * a"_s << QStringList{u"a"_s, u"b"_s};
    QTest::addRow("dotted") << u"card.name == b"_s << QStringList{u"b"_s, u"card.name"_s};
    QTest::addRow("literal index extends the path") << u"card['name']['x'].y"_s << QStringList{u"card.name.x.y"_s};
    QTest::addRow("computed index ends the path") << u"rows[i].fen"_s << QStringList{u"i"_s, u"rows"_s};
    QTest::addRow("has") << u"has(card.name)"_s << QStringList{u"card.name"_s};
    QTest::addRow("both sides of or") << u"a || b"_s << QStringList{u"a"_s, u"b"_s};
    QTest::addRow("macro variable is none") << u"rows.map(r, r.fen * rate)"_s << QStringList{u"rate"_s, u"rows"_s};
    QTest::addRow("macro variable hides a name") << u"a.all(a, a > b)"_s << QStringList{u"a"_s, u"b"_s};
    QTest::addRow("nested macros") << u"a.exists(x, x.b.all(y, y == x.c))"_s << QStringList{u"a"_s};
    QTest::addRow("namespace of a function is none") << u"calc.months(a)"_s << QStringList{u"a"_s};
    QTest::addRow("constant") << u"1 + 2"_s << QStringList{};
}

void TestCompile::references_sources()
{
    QFETCH(QString, source);
    auto environment = formEnvironment();
    environment.declarations.reset();
    const auto expression = Expression::compile(source, environment);
    QVERIFY2(expression, qPrintable(expression ? QString() : logLine(expression.error())));
    auto paths = expression->references().values();
    paths.sort();
    QTEST(paths, "paths");
}

void TestCompile::compile_withoutDeclarations_takesAnyVariable()
{
    const auto expression = Expression::compile(u"anything.at.all == 1"_s);
    QVERIFY(expression);
    QCOMPARE(expression->source(), u"anything.at.all == 1"_s);
    QVERIFY(!Expression::compile(u"anything()"_s)); // functions are always known beforehand
}

void TestCompile::compile_customFunction_cannotReplaceBuiltin()
{
    Environment environment;
    environment.functions.add(
        u"year"_s, {Type::date()}, Type::integer(), [](std::span<const Value>) -> Result<Value> { return Value(0); });
    QCOMPARE(Expression::compile(u"year(date('2026-11-21'))"_s, environment)->evaluate({})->integer(), 2026);
}

QTEST_GUILESS_MAIN(TestCompile)
#include "test_compile.moc"
