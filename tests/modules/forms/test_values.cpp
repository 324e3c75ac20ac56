#include "FormSamples.h"
#include "modules/base/FailureManual.h"
#include "modules/forms/FormEvaluation.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::forms;
using namespace kuaiban::forms::samples;

// One value of each kind against the rules of its field.
class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evaluate_oneValue_hasTheProblem_data();
    void evaluate_oneValue_hasTheProblem();
    void evaluate_problems_haveTextsInBothLanguages();
    void evaluate_doubtfulIdentifier_warns();
    void evaluate_withoutLookup_codesPass();
    void evaluate_identifierCheck_getsTheDayOfTheContext();
    void rangeTexts_kinds_areReadable();
};

void TestValues::evaluate_oneValue_hasTheProblem_data()
{
    QTest::addColumn<QJsonObject>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code"); // empty: none
    const auto add = [](const char* name, const QString& kind, const QJsonObject& more, const QJsonValue& value,
                         const char* code) {
        QTest::addRow("%s", name) << field(u"a"_s, kind, more) << value << QString::fromLatin1(code);
    };
    const QJsonObject required{{u"required"_s, true}};
    add("text", u"text"_s, required, u"王建国"_s, "");
    add("text missing", u"text"_s, required, QJsonValue(QJsonValue::Undefined), "forms.required");
    add("text null", u"text"_s, required, QJsonValue(), "forms.required");
    add("text of blanks", u"text"_s, required, u" \t　"_s, "forms.required");
    add("text not required", u"text"_s, {}, u""_s, "");
    add("number for a text", u"text"_s, {}, 12, "forms.kind");
    add("longest text", u"text"_s, {{u"maxLength"_s, 3}}, u"𠮷𬭊田"_s, "");
    add("text too long", u"text"_s, {{u"maxLength"_s, 3}}, u"𠮷𬭊田中"_s, "forms.too-long");
    add("line break in a text", u"text"_s, {}, u"a\nb"_s, "forms.characters");
    add("control character", u"multiline"_s, {}, u"a\u0007b"_s, "forms.characters");
    add("line separator", u"text"_s, {}, u"a\u2028b"_s, "forms.characters");
    add("half a surrogate pair", u"text"_s, {}, QString(QChar(0xd842)), "forms.characters");
    add("line break in many lines", u"multiline"_s, {}, u"a\nb"_s, "");
    add("pattern", u"text"_s, {{u"pattern"_s, u"[A-Z][0-9]+"_s}}, u"A12"_s, "");
    add("pattern broken", u"text"_s, {{u"pattern"_s, u"[A-Z][0-9]+"_s}, {u"example"_s, u"A1"_s}}, u"A12x"_s,
        "forms.pattern");
    add("endless pattern", u"text"_s, {{u"pattern"_s, u"(a|aa|a+)+$"_s}}, u"a"_s.repeated(40) + u'!', "expr.limit");
    add("identifier", u"text"_s, {{u"checkAs"_s, u"mobile"_s}}, u"13800000000"_s, "");
    add("wrong identifier", u"text"_s, {{u"checkAs"_s, u"mobile"_s}}, u"138"_s, "codes.mobile");
    add("integer", u"integer"_s, {{u"min"_s, 1}, {u"max"_s, 480}}, 480, "");
    add("integer too large", u"integer"_s, {{u"min"_s, 1}, {u"max"_s, 480}}, 481, "forms.range");
    add("integer too small", u"integer"_s, {{u"min"_s, 1}}, 0, "forms.range");
    add("zero is a value", u"integer"_s, required, 0, "");
    add("integer as text", u"integer"_s, {}, u"12"_s, "forms.kind");
    add("fraction", u"integer"_s, {}, 1.5, "forms.kind");
    add("money in fen", u"money"_s, {{u"max"_s, 100}}, 100, "");
    add("money too high", u"money"_s, {{u"max"_s, 100}}, 101, "forms.range");
    add("money as text", u"money"_s, {}, u"1.00"_s, "forms.kind");
    add("decimal", u"decimal"_s, {{u"max"_s, u"1"_s}}, u"0.999999"_s, "");
    add("decimal too high", u"decimal"_s, {{u"max"_s, u"1"_s}}, u"1.000001"_s, "forms.range");
    add("decimal with seven places", u"decimal"_s, {}, u"0.1234567"_s, "forms.kind");
    add("decimal as floating point", u"decimal"_s, {}, 0.5, "forms.kind");
    add("date", u"date"_s, {{u"min"_s, u"2026-01-01"_s}}, u"2026-01-01"_s, "");
    add("date too early", u"date"_s, {{u"min"_s, u"2026-01-01"_s}}, u"2025-12-31"_s, "forms.range");
    add("impossible date", u"date"_s, {}, u"2026-02-30"_s, "forms.kind");
    add("month", u"month"_s, {{u"max"_s, u"2026-12"_s}}, u"2026-12"_s, "");
    add("month too late", u"month"_s, {{u"max"_s, u"2026-12"_s}}, u"2027-01"_s, "forms.range");
    add("date for a month", u"month"_s, {}, u"2026-12-01"_s, "forms.kind");
    add("flag", u"flag"_s, required, true, "");
    add("flag not ticked", u"flag"_s, required, false, "forms.required");
    add("flag untouched", u"flag"_s, required, QJsonValue(QJsonValue::Undefined), "forms.required");
    add("flag as text", u"flag"_s, {}, u"true"_s, "forms.kind");
    add("code", u"code"_s, {{u"codeTable"_s, u"AAC058"_s}}, u"01"_s, "");
    add("unknown code", u"code"_s, {{u"codeTable"_s, u"AAC058"_s}}, u"99"_s, "forms.code-unknown");
    add("code as number", u"code"_s, {{u"codeTable"_s, u"AAC058"_s}}, 1, "forms.kind");
    add("county", u"area"_s, {}, u"210602"_s, "");
    add("village", u"area"_s, {}, u"210602001001"_s, "");
    add("area of a wrong length", u"area"_s, {}, u"21060"_s, "forms.code-unknown");
    add("area that does not exist", u"area"_s, {}, u"330784"_s, "forms.code-unknown");
    add("derived", u"integer"_s, {{u"derived"_s, u"year(today)"_s}, {u"max"_s, 3000}},
        QJsonValue(QJsonValue::Undefined), "");
    add("derived out of range", u"integer"_s, {{u"derived"_s, u"year(today)"_s}, {u"max"_s, 2000}},
        QJsonValue(QJsonValue::Undefined), "forms.range");
    add("derived too large for JSON", u"integer"_s, {{u"derived"_s, u"9007199254740993"_s}},
        QJsonValue(QJsonValue::Undefined), "forms.computation");
    add("derived by zero", u"integer"_s, {{u"derived"_s, u"1 / (year(today) - 2026)"_s}},
        QJsonValue(QJsonValue::Undefined), "forms.computation");
}

void TestValues::evaluate_oneValue_hasTheProblem()
{
    QFETCH(QJsonObject, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, code);
    const auto parsed = FormDefinition::parse(simpleForm({field}), environment());
    QVERIFY2(parsed, qPrintable(parsed ? QString() : logLine(parsed.error())));
    QJsonObject values;
    if (!value.isUndefined())
        values.insert(u"a"_s, value);
    const auto state = evaluate(*parsed, values, context());
    QStringList codes;
    for (const auto& problem : state.problems)
        codes.append(problem.error.code);
    QCOMPARE(codes, code.isEmpty() ? QStringList() : QStringList{code});
    QCOMPARE(state.isBlocked(), !code.isEmpty());
    if (!code.isEmpty()) {
        QCOMPARE(state.problems[0].paths, QStringList{u"a"_s});
        QCOMPARE(state.problems[0].error.fields.value(u"label"_s).toString(), u"a"_s);
        QCOMPARE(state.problemsAt(u"a"_s).size(), 1);
    }
    if (!value.isUndefined() && !value.isNull() && !value.toString().trimmed().isEmpty())
        QCOMPARE(state.values.value(u"a"_s), value); // wrong ones too: people must see what they typed
}

void TestValues::evaluate_problems_haveTextsInBothLanguages()
{
    const FailureManual manual;
    const LocalText label{u"姓名"_s, u"Name"_s};
    const QList<Error> all{valueRequired(), valueOfWrongKind({u"日期"_s, u"a date"_s}), valueCharacters(),
        valueTooLong(5, 3), valuePattern(u"A1"_s), valueRange(u"≥ 1"_s), valueCodeUnknown(u"AAC058"_s),
        tableRows(3, u"0 … 2"_s), computationFailed(u"derived"_s, Error{u"expr.arithmetic"_s, Origin::Data, {}, {}})};
    for (const auto& error : all) {
        const auto zh = manual.text(labelled(error, label), u"zh_CN"_s);
        const auto en = manual.text(labelled(error, label), u"en"_s);
        QVERIFY2(zh.what.contains(u"姓名"_s) && !(zh.what + zh.cause + zh.remedy).contains(u'{'),
            qPrintable(zh.what + zh.cause));
        QVERIFY2(en.what.contains(u"Name"_s) && !(en.what + en.cause + en.remedy).contains(u'{'),
            qPrintable(en.what + en.cause));
    }
    const auto check = checkApplies(u"c"_s, {u"缴费月数过多"_s, u"Too many months"_s});
    QCOMPARE(manual.text(check, u"zh_CN"_s).what, u"缴费月数过多"_s);
    QCOMPARE(manual.text(check, u"en"_s).what, u"Too many months"_s);
}

void TestValues::evaluate_doubtfulIdentifier_warns()
{
    const auto form = definition(
        simpleForm({field(u"a"_s, u"text"_s, {{u"checkAs"_s, u"mobile"_s}, {u"example"_s, u"23800000000"_s}})}));
    const auto state = evaluate(form, QJsonObject{{u"a"_s, u"23800000000"_s}}, context());
    QCOMPARE(state.problems.size(), 1);
    QVERIFY(state.problems[0].severity == Severity::Warn);
    QVERIFY(!state.isBlocked());
}

void TestValues::evaluate_withoutLookup_codesPass()
{
    const auto form = definition(simpleForm({field(u"a"_s, u"code"_s, {{u"codeTable"_s, u"AAC058"_s}})}));
    auto bare = context();
    bare.knowsCode = {};
    QVERIFY(evaluate(form, QJsonObject{{u"a"_s, u"99"_s}}, bare).problems.isEmpty());
}

void TestValues::evaluate_identifierCheck_getsTheDayOfTheContext()
{
    auto known = environment();
    QDate seen;
    known.identifierChecks.insert(u"dated"_s, [&seen](const QString&, QDate today) -> Done {
        seen = today;
        return {};
    });
    const auto form =
        FormDefinition::parse(simpleForm({field(u"a"_s, u"text"_s, {{u"checkAs"_s, u"dated"_s}})}), known);
    QVERIFY(form);
    evaluate(*form, QJsonObject{{u"a"_s, u"x"_s}}, context());
    QCOMPARE(seen, QDate(2026, 11, 21));
}

void TestValues::rangeTexts_kinds_areReadable()
{
    const auto form = definition(simpleForm({field(u"a"_s, u"money"_s, {{u"min"_s, 100}, {u"max"_s, 163'800}}),
        field(u"b"_s, u"decimal"_s, {{u"min"_s, u"0.5"_s}}), field(u"c"_s, u"month"_s, {{u"max"_s, u"2026-12"_s}})}));
    const auto state = evaluate(form, QJsonObject{{u"a"_s, 1}, {u"b"_s, u"0"_s}, {u"c"_s, u"2027-01"_s}}, context());
    QStringList ranges;
    for (const auto& problem : state.problems)
        ranges.append(problem.error.fields.value(u"range"_s).toString());
    QCOMPARE(ranges, (QStringList{u"1.00 … 1,638.00"_s, u"≥ 0.5"_s, u"≤ 2026-12"_s}));
}

QTEST_GUILESS_MAIN(TestValues)
#include "test_values.moc"
