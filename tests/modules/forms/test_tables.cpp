#include "FormSamples.h"
#include "modules/forms/FormEvaluation.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::forms;
using namespace kuaiban::forms::samples;

class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_derivedCells_areComputedPerRow();
    void rows_order_isKeptAndRepaired();
    void rows_totals_readAllRows();
    void rows_cellStates_followTheirRow();
    void rows_problems_nameRowAndColumn();
    void rows_counts_areChecked_data();
    void rows_counts_areChecked();
    void rows_malformed_areOneProblem_data();
    void rows_malformed_areOneProblem();
    void rows_unknownColumn_warnsAndIsLeftOut();
    void rows_origins_passThrough();
    void table_hidden_isAbsent();

private:
    static FormDefinition periods(const QJsonObject& more = {});
};

FormDefinition TestTables::periods(const QJsonObject& more)
{
    const QJsonArray columns{field(u"total"_s, u"money"_s, {{u"derived"_s, u"row.months * row.fen"_s}}),
        field(u"months"_s, u"integer"_s, {{u"required"_s, true}, {u"max"_s, 480}}), field(u"fen"_s, u"money"_s),
        field(u"paid"_s, u"flag"_s),
        field(u"why"_s, u"text"_s, {{u"visibleWhen"_s, u"!row.paid"_s}, {u"required"_s, u"row.months > 12"_s}})};
    QJsonObject table{
        {u"label"_s, QJsonObject{{u"zh_CN"_s, u"缴费记录"_s}, {u"en"_s, u"Periods"_s}}}, {u"columns"_s, columns}};
    for (auto it = more.begin(); it != more.end(); ++it)
        table.insert(it.key(), it.value());
    return definition(
        simpleForm({field(u"sum"_s, u"money"_s, {{u"derived"_s, u"periods.sum(p, orElse(p.total, 0))"_s}}),
                       field(u"count"_s, u"integer"_s, {{u"derived"_s, u"size(periods)"_s}}),
                       field(u"periods"_s, u"table"_s, table)},
            {check(u"twice"_s, u"periods.exists(p, periods.exists(q, q.rowId != p.rowId && q.months == p.months))"_s,
                u"warn"_s, {u"periods"_s})}));
}

void TestTables::rows_derivedCells_areComputedPerRow()
{
    const auto state = evaluate(periods(),
        object(
            R"({"periods":{"rows":{"a":{"months":2,"fen":100,"paid":true},"b":{"months":3,"paid":true}},"order":["b","a"]}})"),
        context());
    QCOMPARE(state.values, object(R"({"count":2,"sum":200,"periods":{"order":["b","a"],
        "rows":{"a":{"months":2,"fen":100,"paid":true,"total":200},"b":{"months":3,"paid":true}}}})"));
    QCOMPARE(state.origins.value(u"periods.rows.a.total"_s).toString(), u"derived"_s);
    QVERIFY(!state.origins.contains(u"periods.rows.b.total"_s));
    QVERIFY(state.problems.isEmpty());
}

void TestTables::rows_order_isKeptAndRepaired()
{
    const auto state = evaluate(periods(),
        object(
            R"({"periods":{"rows":{"b":{"months":1,"paid":true},"c":{"months":2,"paid":true},"a":{"months":3,"paid":true}},"order":["c","gone","c"]}})"),
        context());
    QCOMPARE(
        state.values.value(u"periods"_s).toObject().value(u"order"_s).toArray(), (QJsonArray{u"c"_s, u"a"_s, u"b"_s}));
}

void TestTables::rows_totals_readAllRows()
{
    const auto form = periods();
    QCOMPARE(evaluate(form, QJsonObject(), context()).values, object(R"({"count":0,"sum":0})"));
    const auto twice = evaluate(
        form, object(R"({"periods":{"rows":{"a":{"months":2,"paid":true},"b":{"months":2,"paid":true}}}})"), context());
    QCOMPARE(twice.problems.size(), 1);
    QCOMPARE(twice.problems[0].error.code, u"forms.check"_s);
}

void TestTables::rows_cellStates_followTheirRow()
{
    const auto state = evaluate(periods(),
        object(
            R"({"periods":{"rows":{"a":{"months":24,"paid":true,"why":"kept"},"b":{"months":24,"why":"x"},"c":{"months":3}}}})"),
        context());
    QVERIFY(!state.at(u"periods.rows.a.why"_s).isVisible);
    QVERIFY(state.at(u"periods.rows.b.why"_s).isVisible && state.at(u"periods.rows.b.why"_s).isRequired);
    QVERIFY(state.at(u"periods.rows.c.why"_s).isVisible && !state.at(u"periods.rows.c.why"_s).isRequired);
    QVERIFY(state.at(u"periods.rows.a.total"_s).isReadOnly && !state.at(u"periods.rows.a.fen"_s).isReadOnly);
    const auto rows = state.values.value(u"periods"_s).toObject().value(u"rows"_s).toObject();
    QVERIFY(!rows.value(u"a"_s).toObject().contains(u"why"_s));
    QCOMPARE(rows.value(u"b"_s).toObject().value(u"why"_s).toString(), u"x"_s);
}

void TestTables::rows_problems_nameRowAndColumn()
{
    const auto state = evaluate(periods(),
        object(
            R"({"periods":{"rows":{"a":{"months":1,"paid":true},"b":{"fen":"x","paid":true},"c":{"months":999,"paid":true}},"order":["a","b","c"]}})"),
        context());
    QStringList lines;
    for (const auto& problem : state.problems)
        lines.append(problem.error.code + u' ' + problem.paths.join(u','));
    QCOMPARE(lines, (QStringList{u"forms.required periods.rows.b.months"_s, u"forms.kind periods.rows.b.fen"_s,
                        u"forms.range periods.rows.c.months"_s}));
    QCOMPARE(state.problems[0].error.fields.value(u"label"_s).toString(), u"缴费记录第 2 行：months"_s);
    QCOMPARE(state.problems[0].error.fields.value(u"labelEn"_s).toString(), u"Periods, row 2: months"_s);
}

void TestTables::rows_counts_areChecked_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("code");
    QTest::addRow("none needed") << QJsonObject() << 0 << QString();
    QTest::addRow("required") << QJsonObject{{u"required"_s, true}} << 0 << u"forms.required"_s;
    QTest::addRow("required and there") << QJsonObject{{u"required"_s, true}} << 1 << QString();
    QTest::addRow("too few") << QJsonObject{{u"minRows"_s, 2}} << 1 << u"forms.rows"_s;
    QTest::addRow("none of two") << QJsonObject{{u"minRows"_s, 2}} << 0 << u"forms.rows"_s;
    QTest::addRow("enough") << QJsonObject{{u"minRows"_s, 2}, {u"maxRows"_s, 2}} << 2 << QString();
    QTest::addRow("too many") << QJsonObject{{u"maxRows"_s, 2}} << 3 << u"forms.rows"_s;
}

void TestTables::rows_counts_areChecked()
{
    QFETCH(QJsonObject, more);
    QFETCH(int, rows);
    QFETCH(QString, code);
    QJsonObject list;
    for (int i = 0; i < rows; ++i)
        list.insert(u"r%1"_s.arg(i), QJsonObject{{u"months"_s, i + 1}, {u"paid"_s, true}});
    const auto state = evaluate(periods(more), QJsonObject{{u"periods"_s, QJsonObject{{u"rows"_s, list}}}}, context());
    QStringList codes;
    for (const auto& problem : state.problems)
        codes.append(problem.error.code);
    QCOMPARE(codes, code.isEmpty() ? QStringList() : QStringList{code});
}

void TestTables::rows_malformed_areOneProblem_data()
{
    QTest::addColumn<QJsonValue>("table");
    QTest::addRow("list") << QJsonValue(QJsonArray{1});
    QTest::addRow("text") << QJsonValue(u"x"_s);
    QTest::addRow("row that is no object") << QJsonValue(object(R"({"rows":{"a":1}})"));
    QTest::addRow("row id with a dot") << QJsonValue(object(R"({"rows":{"a.b":{}}})"));
    QTest::addRow("empty row id") << QJsonValue(object(R"({"rows":{"":{}}})"));
}

void TestTables::rows_malformed_areOneProblem()
{
    QFETCH(QJsonValue, table);
    const auto state = evaluate(periods(), QJsonObject{{u"periods"_s, table}}, context());
    QCOMPARE(state.problems.size(), 1);
    QCOMPARE(state.problems[0].error.code, u"forms.kind"_s);
    QCOMPARE(state.values.value(u"periods"_s), table);
    QVERIFY(!state.values.contains(u"count"_s)); // a table that cannot be read counts as absent
}

void TestTables::rows_unknownColumn_warnsAndIsLeftOut()
{
    const auto state =
        evaluate(periods(), object(R"({"periods":{"rows":{"a":{"months":1,"paid":true,"gone":1}}}})"), context());
    QCOMPARE(state.problems.size(), 1);
    QCOMPARE(state.problems[0].error.code, u"forms.unknown-field"_s);
    QCOMPARE(state.problems[0].error.fields.value(u"path"_s).toString(), u"periods.rows.a.gone"_s);
    QVERIFY(!state.isBlocked());
    QCOMPARE(state.values.value(u"periods"_s).toObject().value(u"rows"_s).toObject().value(u"a"_s).toObject(),
        object(R"({"months":1,"paid":true})"));
}

void TestTables::rows_origins_passThrough()
{
    const FormValues input{object(R"({"periods":{"rows":{"a":{"months":1,"paid":true}}}})"),
        object(R"({"periods":"register","periods.rows.a.months":"typed","periods.rows.z.months":"typed"})")};
    QCOMPARE(evaluate(periods(), input, context()).origins,
        object(R"({"periods":"register","periods.rows.a.months":"typed","count":"derived","sum":"derived"})"));
}

void TestTables::table_hidden_isAbsent()
{
    const auto state = evaluate(periods({{u"visibleWhen"_s, u"false"_s}, {u"required"_s, true}}),
        object(R"({"periods":{"rows":{"a":{}}}})"), context());
    QVERIFY(!state.at(u"periods"_s).isVisible);
    QVERIFY(state.values.isEmpty());
    QVERIFY(state.problems.isEmpty());
}

QTEST_GUILESS_MAIN(TestTables)
#include "test_tables.moc"
