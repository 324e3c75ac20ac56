#include "FormSamples.h"
#include "modules/forms/FormEvaluation.h"

#include <QtTest>

#include <thread>

using namespace kuaiban;
using namespace kuaiban::forms;
using namespace kuaiban::forms::samples;

class TestEvaluation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void derived_chain_isComputedInOrder();
    void derived_kinds_areStoredAsTheKindDemands();
    void derived_absentInput_staysEmpty();
    void derived_typedValue_isReplaced();
    void visibility_hiddenField_countsAsAbsent();
    void visibility_hiddenSection_hidesItsFields();
    void visibility_absentInput_hides();
    void visibility_failingCondition_showsAndReports();
    void required_expression_followsTheValues();
    void readOnly_derivedAndMarked_areReadOnly();
    void flags_untouched_areFalse();
    void checks_conditions_appearWhereTheyBelong();
    void checks_absentInput_doNotApply();
    void checks_failing_isReported();
    void problems_order_isThatOfTheForm();
    void unknownFields_oldDraft_warnsAndLeavesThemOut();
    void context_cardRegisterParams_areReadable();
    void context_unusableRegister_isReportedOnlyWhenRead();
    void origins_kept_passThrough();
    void derivedDifferences_otherResult_isListed();
    void evaluate_manyThreads_agree();
    void evaluate_fortyFields_takesFarLessThanAMillisecond();
};

static QStringList codesOf(const FormState& state)
{
    QStringList codes;
    for (const auto& problem : state.problems)
        codes.append(problem.error.code);
    return codes;
}

static QJsonObject derived(const QString& id, const QString& kind, const QString& source)
{
    return field(id, kind, {{u"derived"_s, source}});
}

void TestEvaluation::derived_chain_isComputedInOrder()
{
    const auto form = definition(simpleForm({derived(u"total"_s, u"money"_s, u"monthly * months"_s),
        derived(u"monthly"_s, u"money"_s, u"int(round(wage * 0.9, 0))"_s), field(u"wage"_s, u"money"_s),
        field(u"months"_s, u"integer"_s)}));
    const auto state = evaluate(form, QJsonObject{{u"wage"_s, 190'005}, {u"months"_s, 18}}, context());
    QCOMPARE(state.values.value(u"monthly"_s).toInteger(), 171'005); // 171004.5 rounds up
    QCOMPARE(state.values.value(u"total"_s).toInteger(), 171'005 * 18);
    QCOMPARE(state.origins.value(u"total"_s).toString(), u"derived"_s);
    QVERIFY(state.problems.isEmpty());
}

void TestEvaluation::derived_kinds_areStoredAsTheKindDemands()
{
    const auto form = definition(simpleForm({derived(u"share"_s, u"decimal"_s, u"1 / 3.0"_s),
        derived(u"whole"_s, u"decimal"_s, u"2"_s), derived(u"due"_s, u"date"_s, u"addMonths(today, 3)"_s),
        derived(u"start"_s, u"month"_s, u"addMonths(today, 1)"_s), derived(u"first"_s, u"date"_s, u"start"_s),
        derived(u"old"_s, u"flag"_s, u"due > today"_s), derived(u"note"_s, u"text"_s, u"'至 ' + string(due)"_s),
        derived(u"twice"_s, u"integer"_s, u"calc.twice(21)"_s)}));
    const auto state = evaluate(form, QJsonObject(), context());
    QCOMPARE(state.values,
        object(R"({"share":"0.333333","whole":"2","due":"2027-02-21","start":"2026-12","first":"2026-12-01",
        "old":true,"note":"至 2027-02-21","twice":42})"));
}

void TestEvaluation::derived_absentInput_staysEmpty()
{
    const auto form = definition(simpleForm({field(u"a"_s, u"integer"_s), derived(u"b"_s, u"integer"_s, u"a + 1"_s),
        field(u"c"_s, u"integer"_s, {{u"derived"_s, u"b * 2"_s}, {u"required"_s, true}}),
        derived(u"d"_s, u"integer"_s, u"orElse(b, 7)"_s)}));
    const auto state = evaluate(form, QJsonObject(), context());
    QCOMPARE(state.values, object(R"({"d":7})"));
    QCOMPARE(codesOf(state), QStringList{u"forms.required"_s});
    QCOMPARE(state.problems[0].paths, QStringList{u"c"_s});
    // A value that is written wrongly is as good as absent: one problem, not two.
    const auto wrong = evaluate(form, QJsonObject{{u"a"_s, u"x"_s}}, context());
    QCOMPARE(codesOf(wrong), (QStringList{u"forms.kind"_s, u"forms.required"_s}));
}

void TestEvaluation::derived_typedValue_isReplaced()
{
    const auto form = definition(simpleForm({derived(u"a"_s, u"integer"_s, u"1 + 1"_s)}));
    QCOMPARE(evaluate(form, QJsonObject{{u"a"_s, 99}}, context()).values, object(R"({"a":2})"));
}

void TestEvaluation::visibility_hiddenField_countsAsAbsent()
{
    const auto form = definition(simpleForm({field(u"married"_s, u"flag"_s),
        field(u"spouse"_s, u"text"_s, {{u"visibleWhen"_s, u"married"_s}, {u"required"_s, true}}),
        derived(u"greeting"_s, u"text"_s, u"orElse(spouse, 'nobody')"_s),
        field(u"job"_s, u"text"_s, {{u"visibleWhen"_s, u"has(spouse)"_s}})}));
    const QJsonObject values{{u"spouse"_s, u"李桂兰"_s}, {u"job"_s, u"x"_s}};
    const auto hidden = evaluate(form, values, context());
    QVERIFY(!hidden.at(u"spouse"_s).isVisible && !hidden.at(u"job"_s).isVisible);
    QVERIFY(!hidden.at(u"spouse"_s).isRequired);
    QCOMPARE(hidden.values, object(R"({"greeting":"nobody"})"));
    QVERIFY(hidden.problems.isEmpty());
    auto ticked = values;
    ticked.insert(u"married"_s, true);
    const auto shown = evaluate(form, ticked, context());
    QVERIFY(shown.at(u"spouse"_s).isVisible && shown.at(u"spouse"_s).isRequired && shown.at(u"job"_s).isVisible);
    QCOMPARE(shown.values.value(u"greeting"_s).toString(), u"李桂兰"_s);
    QCOMPARE(shown.values.value(u"job"_s).toString(), u"x"_s);
}

void TestEvaluation::visibility_hiddenSection_hidesItsFields()
{
    const auto form = definition(samples::form(
        {section(u"bank"_s, {field(u"account"_s, u"text"_s, {{u"required"_s, true}}), field(u"open"_s, u"flag"_s)},
             u"pay == '02'"_s),
            section(u"how"_s, {field(u"pay"_s, u"code"_s, {{u"codeTable"_s, u"AAC058"_s}})})}));
    const auto cash = evaluate(form, QJsonObject{{u"pay"_s, u"01"_s}, {u"account"_s, u"1"_s}}, context());
    QCOMPARE(cash.sections.value(u"bank"_s), false);
    QCOMPARE(cash.sections.value(u"how"_s), true);
    QVERIFY(!cash.at(u"account"_s).isVisible);
    QCOMPARE(cash.values, object(R"({"pay":"01"})"));
    const auto bank = evaluate(form, QJsonObject{{u"pay"_s, u"02"_s}}, context());
    QCOMPARE(bank.sections.value(u"bank"_s), true);
    QCOMPARE(codesOf(bank), QStringList{u"forms.required"_s});
}

void TestEvaluation::visibility_absentInput_hides()
{
    const auto form = definition(
        simpleForm({field(u"a"_s, u"integer"_s), field(u"b"_s, u"text"_s, {{u"visibleWhen"_s, u"a > 3"_s}})}));
    const auto state = evaluate(form, QJsonObject(), context());
    QVERIFY(!state.at(u"b"_s).isVisible);
    QVERIFY(state.problems.isEmpty());
}

void TestEvaluation::visibility_failingCondition_showsAndReports()
{
    const auto form = definition(
        simpleForm({field(u"a"_s, u"integer"_s), field(u"b"_s, u"text"_s, {{u"visibleWhen"_s, u"1 / a > 3"_s}})}));
    const auto state = evaluate(form, QJsonObject{{u"a"_s, 0}}, context());
    QVERIFY(state.at(u"b"_s).isVisible);
    QCOMPARE(codesOf(state), QStringList{u"forms.computation"_s});
    QCOMPARE(state.problems[0].error.fields.value(u"cause"_s).toString(), u"expr.arithmetic"_s);
}

void TestEvaluation::required_expression_followsTheValues()
{
    // The condition may read the field itself and later ones: it changes no value.
    const auto form =
        definition(simpleForm({field(u"a"_s, u"text"_s, {{u"required"_s, u"b > 3 || orElse(a, '') == 'x'"_s}}),
            field(u"b"_s, u"integer"_s)}));
    QVERIFY(evaluate(form, QJsonObject{{u"b"_s, 3}}, context()).problems.isEmpty());
    const auto state = evaluate(form, QJsonObject{{u"b"_s, 4}}, context());
    QVERIFY(state.at(u"a"_s).isRequired);
    QCOMPARE(codesOf(state), QStringList{u"forms.required"_s});
    QVERIFY(!evaluate(form, QJsonObject(), context()).at(u"a"_s).isRequired);
}

void TestEvaluation::readOnly_derivedAndMarked_areReadOnly()
{
    const auto form = definition(simpleForm({field(u"a"_s, u"text"_s, {{u"readOnly"_s, true}}),
        derived(u"b"_s, u"integer"_s, u"1"_s), field(u"c"_s, u"text"_s)}));
    const auto state = evaluate(form, QJsonObject(), context());
    QVERIFY(state.at(u"a"_s).isReadOnly && state.at(u"b"_s).isReadOnly && !state.at(u"c"_s).isReadOnly);
}

void TestEvaluation::flags_untouched_areFalse()
{
    const auto form =
        definition(simpleForm({field(u"a"_s, u"flag"_s), derived(u"b"_s, u"text"_s, u"a ? 'yes' : 'no'"_s)}));
    QCOMPARE(evaluate(form, QJsonObject(), context()).values, object(R"({"b":"no"})"));
    QCOMPARE(evaluate(form, QJsonObject{{u"a"_s, true}}, context()).values, object(R"({"a":true,"b":"yes"})"));
}

void TestEvaluation::checks_conditions_appearWhereTheyBelong()
{
    const auto form = definition(simpleForm({field(u"start"_s, u"date"_s), field(u"end"_s, u"date"_s)},
        {check(u"order"_s, u"end < start"_s, u"block"_s, {u"start"_s, u"end"_s}),
            check(u"old"_s, u"start < addMonths(today, -12)"_s, u"warn"_s, {u"start"_s}),
            check(u"whole"_s, u"start > today && end > today"_s, u"warn"_s)}));
    const auto state =
        evaluate(form, QJsonObject{{u"start"_s, u"2025-03-01"_s}, {u"end"_s, u"2025-02-01"_s}}, context());
    QCOMPARE(codesOf(state), (QStringList{u"forms.check"_s, u"forms.check"_s}));
    QCOMPARE(state.problems[0].paths, (QStringList{u"start"_s, u"end"_s}));
    QCOMPARE(state.problems[0].message, (LocalText{u"order"_s, u"order"_s}));
    QCOMPARE(state.problems[0].error.fields.value(u"check"_s).toString(), u"order"_s);
    QVERIFY(state.problems[0].severity == Severity::Block && state.problems[1].severity == Severity::Warn);
    QCOMPARE(state.problemsAt(u"end"_s).size(), 1);
    QCOMPARE(state.problemsAt(u"start"_s).size(), 2);
    QVERIFY(state.isBlocked());
    const auto later =
        evaluate(form, QJsonObject{{u"start"_s, u"2027-03-01"_s}, {u"end"_s, u"2027-04-01"_s}}, context());
    QCOMPARE(later.problems.size(), 1);
    QVERIFY(later.problems[0].paths.isEmpty());
    QVERIFY(!later.isBlocked());
}

void TestEvaluation::checks_absentInput_doNotApply()
{
    const auto form =
        definition(simpleForm({field(u"a"_s, u"integer"_s)}, {check(u"c"_s, u"a < 3"_s, u"block"_s, {u"a"_s})}));
    QVERIFY(evaluate(form, QJsonObject(), context()).problems.isEmpty());
}

void TestEvaluation::checks_failing_isReported()
{
    const auto form =
        definition(simpleForm({field(u"a"_s, u"integer"_s)}, {check(u"c"_s, u"10 / a < 3"_s, u"warn"_s, {u"a"_s})}));
    const auto state = evaluate(form, QJsonObject{{u"a"_s, 0}}, context());
    QCOMPARE(codesOf(state), QStringList{u"forms.computation"_s});
    QCOMPARE(state.problems[0].error.fields.value(u"rule"_s).toString(), u"c"_s);
}

void TestEvaluation::problems_order_isThatOfTheForm()
{
    // c is evaluated last, because it depends on d; people still read from top to bottom.
    const QJsonObject required{{u"required"_s, true}};
    const auto form =
        definition(simpleForm({field(u"c"_s, u"text"_s, {{u"required"_s, true}, {u"visibleWhen"_s, u"!e"_s}}),
            field(u"d"_s, u"text"_s, required), field(u"e"_s, u"flag"_s), field(u"f"_s, u"text"_s, required)}));
    const auto state = evaluate(form, QJsonObject(), context());
    QStringList paths;
    for (const auto& problem : state.problems)
        paths.append(problem.paths);
    QCOMPARE(paths, (QStringList{u"c"_s, u"d"_s, u"f"_s}));
}

void TestEvaluation::unknownFields_oldDraft_warnsAndLeavesThemOut()
{
    const auto form = definition(simpleForm({field(u"a"_s, u"text"_s)}));
    const auto state = evaluate(form, QJsonObject{{u"a"_s, u"x"_s}, {u"gone"_s, 1}}, context());
    QCOMPARE(codesOf(state), QStringList{u"forms.unknown-field"_s});
    QVERIFY(!state.isBlocked());
    QCOMPARE(state.values, object(R"({"a":"x"})"));
}

void TestEvaluation::context_cardRegisterParams_areReadable()
{
    const auto form = definition(simpleForm({derived(u"name"_s, u"text"_s, u"card.name"_s),
        derived(u"months"_s, u"integer"_s, u"register.insurance[0].months"_s),
        derived(u"limit"_s, u"decimal"_s, u"decimal(params.rate) * 2"_s),
        derived(u"absent"_s, u"text"_s, u"card.other"_s)}));
    auto world = context();
    world.card = object(R"({"name":"王建国"})");
    world.registered = object(R"({"insurance":[{"months":96}]})");
    world.params = object(R"({"rate":"0.45"})");
    const auto state = evaluate(form, QJsonObject(), world);
    QCOMPARE(state.values, object(R"({"name":"王建国","months":96,"limit":"0.9"})"));
    QVERIFY(state.problems.isEmpty());
}

void TestEvaluation::context_unusableRegister_isReportedOnlyWhenRead()
{
    auto world = context();
    world.registered = object(R"({"share":0.5})");
    QVERIFY(evaluate(definition(simpleForm({field(u"a"_s, u"text"_s)})), QJsonObject(), world).problems.isEmpty());
    const auto state =
        evaluate(definition(simpleForm({derived(u"a"_s, u"text"_s, u"register.name"_s)})), QJsonObject(), world);
    QCOMPARE(codesOf(state), QStringList{u"forms.computation"_s});
    QVERIFY(state.problems[0].paths.isEmpty());
}

void TestEvaluation::origins_kept_passThrough()
{
    const auto form = definition(simpleForm({field(u"a"_s, u"text"_s), field(u"b"_s, u"text"_s),
        field(u"c"_s, u"text"_s, {{u"visibleWhen"_s, u"false"_s}}), derived(u"d"_s, u"integer"_s, u"1"_s)}));
    const FormValues input{object(R"({"a":"x","b":"","c":"z"})"),
        object(R"({"a":"card","b":"register","c":"card","d":"typed","e":"card"})")};
    QCOMPARE(evaluate(form, input, context()).origins, object(R"({"a":"card","d":"derived"})"));
}

void TestEvaluation::derivedDifferences_otherResult_isListed()
{
    const auto form = definition(simpleForm(
        {field(u"n"_s, u"integer"_s), field(u"b"_s, u"integer"_s, {{u"derived"_s, u"n * 2"_s}, {u"binding"_s, true}}),
            derived(u"d"_s, u"integer"_s, u"n + 1"_s), derived(u"same"_s, u"integer"_s, u"5"_s),
            field(u"t"_s, u"table"_s,
                {{u"columns"_s, QJsonArray{field(u"x"_s, u"integer"_s),
                                    field(u"y"_s, u"integer"_s, {{u"derived"_s, u"row.x + n"_s}})}}})}));
    const auto seen =
        evaluate(form, object(R"({"n":1,"t":{"rows":{"r1":{"x":1},"r2":{"x":2}},"order":["r1","r2"]}})"), context());
    QVERIFY(derivedDifferences(form, seen.values, seen).isEmpty());
    const auto again =
        evaluate(form, object(R"({"n":2,"t":{"rows":{"r1":{"x":0},"r2":{"x":2}},"order":["r1","r2"]}})"), context());
    const auto differences = derivedDifferences(form, seen.values, again);
    QCOMPARE(differences.size(), 3);
    QCOMPARE(differences[0].path, u"b"_s);
    QVERIFY(differences[0].isBinding);
    QCOMPARE(differences[0].seen.toInteger(), 2);
    QCOMPARE(differences[0].derived.toInteger(), 4);
    QCOMPARE(differences[1].path, u"d"_s);
    QVERIFY(!differences[1].isBinding);
    QCOMPARE(differences[2].path, u"t.rows.r2.y"_s);
    const auto none = evaluate(form, QJsonObject(), context());
    QCOMPARE(derivedDifferences(form, seen.values, none).size(), 4); // n is gone: so are b, d and both cells
}

static FormDefinition fortyFields()
{
    QJsonArray fields;
    for (int i = 0; i < 15; ++i) {
        fields.append(field(u"n%1"_s.arg(i), u"integer"_s, {{u"required"_s, true}, {u"max"_s, 1000}}));
        fields.append(derived(u"d%1"_s.arg(i), u"integer"_s, i == 0 ? u"n0 * 2"_s : u"d%1 + n%2"_s.arg(i - 1).arg(i)));
    }
    for (int i = 0; i < 10; ++i)
        fields.append(
            field(u"t%1"_s.arg(i), u"text"_s, {{u"visibleWhen"_s, u"n%1 > 3"_s.arg(i)}, {u"pattern"_s, u"[a-z]+"_s}}));
    return definition(simpleForm(fields, {check(u"c"_s, u"d14 > 100000"_s, u"block"_s)}));
}

static QJsonObject fortyValues()
{
    QJsonObject values;
    for (int i = 0; i < 15; ++i)
        values.insert(u"n%1"_s.arg(i), i * 3);
    for (int i = 0; i < 10; ++i)
        values.insert(u"t%1"_s.arg(i), u"abc"_s);
    return values;
}

void TestEvaluation::evaluate_manyThreads_agree()
{
    const auto form = fortyFields();
    const auto expected = evaluate(form, fortyValues(), context()).values;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 100; ++n) {
                if (evaluate(form, fortyValues(), context()).values != expected)
                    ++wrong;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void TestEvaluation::evaluate_fortyFields_takesFarLessThanAMillisecond()
{
    const auto form = fortyFields();
    const auto values = fortyValues();
    const auto world = context();
    QVERIFY(evaluate(form, values, world).problems.isEmpty());
    QElapsedTimer timer;
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 200; ++i) {
        timer.restart();
        const auto state = evaluate(form, values, world);
        best = std::min(best, timer.nsecsElapsed());
    }
    qInfo("40 fields: %lld µs", static_cast<long long>(best / 1000));
    QVERIFY2(best < 5'000'000, "even with sanitizers and a busy machine"); // the plain build needs well under 1 ms
}

QTEST_GUILESS_MAIN(TestEvaluation)
#include "test_evaluation.moc"
