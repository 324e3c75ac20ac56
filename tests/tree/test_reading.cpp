#include "tests/tree/CMakeText.h"
#include "tests/tree/CppText.h"
#include "tests/tree/ShellCommands.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban::tree;

// The checks are as good as their reading of C++, CMake and bash.
class TestReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cpp_takenApart_keepsOnlyCode_data();
    void cpp_takenApart_keepsOnlyCode();
    void cppLiterals_ofEveryKind_areFound();
    void cppIncludes_inCode_areFound();
    void cppArguments_nestedAndWithTemplates_areSplit();
    void cmakeCommands_withCommentsAndQuotes_areRead();
    void bashCommands_ofScripts_areFound_data();
    void bashCommands_ofScripts_areFound();
    void programs_namedInCode_areFound();
};

void TestReading::cpp_takenApart_keepsOnlyCode_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("code");
    QTest::newRow("line comment") << u"a; // b\nc;"_s << u"a;     \nc;"_s;
    QTest::newRow("block comment") << u"a /* b\nc */ d"_s << u"a     \n     d"_s;
    QTest::newRow("comment at the end") << u"a /* b"_s << u"a     "_s;
    QTest::newRow("string") << u"f(\"a // b\") // c"_s << u"f(\"      \")     "_s;
    QTest::newRow("escaped quote") << u"f(\"a\\\"b\")"_s << u"f(\"    \")"_s;
    QTest::newRow("character") << u"f('\"', '\\'')"_s << u"f(' ', '  ')"_s;
    QTest::newRow("digit separator") << u"f(1'000'000, \"x\")"_s << u"f(1'000'000, \" \")"_s;
    QTest::newRow("raw string") << u"f(uR\"-(a \" )\" b)-\")"_s << u"f(uR\"            \")"_s;
}

void TestReading::cpp_takenApart_keepsOnlyCode()
{
    QFETCH(QString, source);
    QFETCH(QString, code);
    QCOMPARE(CppText(source).code(), code);
}

void TestReading::cppLiterals_ofEveryKind_areFound()
{
    const CppText cpp(u"x(u\"one\"_s, \"two\"_L1, QStringLiteral(\"three\"), u\"\"_s, y);"_s);
    QStringList texts;
    for (const auto& literal : cpp.literals())
        texts << literal.text;
    QCOMPARE(texts, (QStringList{u"one"_s, u"two"_s, u"three"_s, u""_s}));
    QCOMPARE(cpp.literalAt(2), u"one"_s);
    QCOMPARE(cpp.literalAt(11), u"two"_s); // behind a blank
    QCOMPARE(cpp.literalAt(cpp.code().indexOf(u"QString"_s)), u"three"_s);
    QVERIFY(cpp.literalAt(cpp.code().indexOf(u" y"_s)).isNull());
}

void TestReading::cppIncludes_inCode_areFound()
{
    const CppText cpp(u"#include <QString>\n// #include \"a.h\"\n #  include \"b/c.h\" // why\n"_s);
    QCOMPARE(cpp.includes().size(), 2);
    QCOMPARE(cpp.includes()[0].path, u"QString"_s);
    QVERIFY(!cpp.includes()[0].quoted);
    QCOMPARE(cpp.includes()[1].path, u"b/c.h"_s);
    QVERIFY(cpp.includes()[1].quoted);
}

void TestReading::cppArguments_nestedAndWithTemplates_areSplit()
{
    const CppText cpp(u"f(a(1, 2), qOverload<int, int>(&A::b), [x, y](int z) { g(x, z); }, \",\")"_s);
    QCOMPARE(cpp.arguments(1),
        (QStringList{u"a(1, 2)"_s, u"qOverload<int  int>(&A::b)"_s, u"[x, y](int z) { g(x, z); }"_s, u"\" \""_s}));
}

void TestReading::cmakeCommands_withCommentsAndQuotes_areRead()
{
    const auto commands =
        cmakeCommands(u"# f(x)\nif(NOT (A AND B))\n  Foo(a \"b c\" # d\n    USES e f OTHERS g)\nendif()\n"_s);
    QCOMPARE(commands.size(), 3);
    QCOMPARE(commands[0].arguments, (QStringList{u"NOT"_s, u"A"_s, u"AND"_s, u"B"_s}));
    QCOMPARE(commands[1].name, u"foo"_s);
    QCOMPARE(commands[1].line, 3);
    QCOMPARE(commands[1].arguments.mid(0, 2), (QStringList{u"a"_s, u"b c"_s}));
    QCOMPARE(commands[1].after(u"USES"_s, {u"USES"_s, u"OTHERS"_s}), (QStringList{u"e"_s, u"f"_s}));
}

void TestReading::bashCommands_ofScripts_areFound_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("commands");
    const auto row = [](const char* name, const QString& script, const QStringList& commands) {
        QTest::newRow(name) << script << commands;
    };
    row("one after another", u"one a; two b && three\nfour | five &\n"_s,
        {u"five"_s, u"four"_s, u"one"_s, u"three"_s, u"two"_s});
    row("comments and quotes", u"one 'two; three' \"four; five\" # six; seven\n"_s, {u"one"_s});
    row("inside other words", u"a=$(one \"$(two)\") b=`three` four \"x${y:-$(five)}\"\n"_s,
        {u"five"_s, u"four"_s, u"one"_s, u"three"_s, u"two"_s});
    row("conditions and loops",
        u"if one; then two; else three; fi\nfor x in four five; do six; done\nwhile ! seven; do :; done\n"_s,
        {u"one"_s, u"seven"_s, u"six"_s, u"three"_s, u"two"_s});
    row("tests and sums", u"if [[ -n $a && one == two ]] && ((three < 4)); then five; fi\nx=$((six + 7))\n"_s,
        {u"five"_s});
    row("choices", u"case $1 in\n-a | --all) one ;;\n# comment\ntwo)\n three\n ;;\n*) four ;;\nesac\nfive\n"_s,
        {u"five"_s, u"four"_s, u"one"_s, u"three"_s});
    row("functions and built-ins", u"one() {\n local x=1\n two\n}\none; cd /; echo three\n"_s, {u"two"_s});
    row("behind other commands", u"env A=b timeout 20 one\nexec two\nxargs -n1 three\nsudo -n true\nA=b four\n"_s,
        {u"env"_s, u"four"_s, u"one"_s, u"sudo"_s, u"three"_s, u"timeout"_s, u"two"_s, u"xargs"_s});
    row("known at run time only", u"\"$program\" a\n${apt[@]} b\n$(one)/two c\n"_s, {u"one"_s});
    row("text for others", u"one <<EOF\ntwo\nEOF\nthree <<-'END' >file 2>&1\n\tfour\n\tEND\nfive <<<six\n"_s,
        {u"five"_s, u"one"_s, u"three"_s});
    row("lists", u"a=(one two \"$(three)\")\na+=(four)\nfive < <(six seven)\n"_s, {u"five"_s, u"six"_s, u"three"_s});
    row("braces and brackets", u"{ one; two; } >&2\n(three; four)\n"_s, {u"four"_s, u"one"_s, u"three"_s, u"two"_s});
}

void TestReading::bashCommands_ofScripts_areFound()
{
    QFETCH(QString, script);
    QFETCH(QStringList, commands);
    auto found = ShellCommands(script).called().values();
    found.sort();
    QCOMPARE(found, commands);
}

void TestReading::programs_namedInCode_areFound()
{
    QCOMPARE(programsNamedInCpp(
                 u"p.start(u\"cupsd\"_s, {}); findExecutable(u\"jq\"_s); t.start(5); p.start(path + u\"/a\"_s);"_s),
        (QSet<QString>{u"cupsd"_s, u"jq"_s}));
    QCOMPARE(programsNamedInPython(u"subprocess.run([\"socat\", x])\nshutil.which('jq')\nsubprocess.run(command)\n"_s),
        (QSet<QString>{u"socat"_s, u"jq"_s}));
}

QTEST_GUILESS_MAIN(TestReading)
#include "test_reading.moc"
