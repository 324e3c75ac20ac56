#include "FormSamples.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::forms;
using namespace kuaiban::forms::samples;

class TestDefinition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_fullField_keepsEveryKey();
    void parse_defaults_dependOnTheKind();
    void parse_table_keepsColumns();
    void parse_checks_keepTheirParts();
    void parse_mistake_failsWithTheFirst();
    void parse_unknownKeys_areAllowed();
    void evaluationOrder_dependencies_comeFirst();
    void evaluationOrder_longChain_isFound();
    void reads_roots_areKnown();
    void fieldAt_paths_data();
    void fieldAt_paths();
    void checkEdit_paths_data();
    void checkEdit_paths();
    void bindingFields_columns_areNamedWithTheirTable();
    void copies_shareTheDefinition();
};

void TestDefinition::parse_fullField_keepsEveryKey()
{
    const auto form = definition(simpleForm({field(u"phone"_s, u"text"_s,
        {{u"required"_s, u"today > date('2026-01-01')"_s}, {u"visibleWhen"_s, u"true"_s}, {u"readOnly"_s, true},
            {u"source"_s, QJsonArray{u"card.phone"_s, u"register.phone"_s}}, {u"maxLength"_s, 11},
            {u"pattern"_s, u"[0-9]+"_s}, {u"checkAs"_s, u"mobile"_s},
            {u"hint"_s, QJsonObject{{u"zh_CN"_s, u"手机"_s}, {u"en"_s, u"mobile"_s}}}, {u"width"_s, 4},
            {u"protected"_s, true}, {u"example"_s, u"13800000000"_s}})}));
    QCOMPARE(form.id(), u"sample"_s);
    QCOMPARE(form.revision(), 1);
    const auto* phone = form.fieldAt(u"phone"_s);
    QVERIFY(phone);
    QVERIFY(phone->kind == FieldKind::Text);
    QVERIFY(phone->required.expression && phone->visibleWhen && phone->pattern);
    QVERIFY(phone->readOnly && phone->isProtected && !phone->isBinding);
    QCOMPARE(phone->sources, (QStringList{u"card.phone"_s, u"register.phone"_s}));
    QCOMPARE(phone->maxLength, 11);
    QCOMPARE(phone->patternText, u"[0-9]+"_s);
    QCOMPARE(phone->checkAs, u"mobile"_s);
    QCOMPARE(phone->hint.in(u"en"_s), u"mobile"_s);
    QCOMPARE(phone->hint.in(u"zh_CN"_s), u"手机"_s);
    QCOMPARE(phone->width, 4);
    QCOMPARE(phone->example, QJsonValue(u"13800000000"_s));
}

void TestDefinition::parse_defaults_dependOnTheKind()
{
    const auto form = definition(simpleForm({field(u"a"_s, u"text"_s), field(u"b"_s, u"multiline"_s),
        field(u"c"_s, u"money"_s, {{u"min"_s, 0}, {u"max"_s, 100}}),
        field(u"d"_s, u"decimal"_s, {{u"min"_s, u"0.5"_s}}), field(u"e"_s, u"month"_s, {{u"max"_s, u"2026-12"_s}}),
        field(u"f"_s, u"date"_s, {{u"required"_s, true}})}));
    QCOMPARE(form.fieldAt(u"a"_s)->maxLength, 200);
    QCOMPARE(form.fieldAt(u"a"_s)->width, 6);
    QCOMPARE(form.fieldAt(u"b"_s)->maxLength, 2000);
    QCOMPARE(form.fieldAt(u"b"_s)->width, 12);
    QCOMPARE(form.fieldAt(u"c"_s)->maximum->integer(), 100);
    QCOMPARE(form.fieldAt(u"d"_s)->minimum->decimal().text(), u"0.5"_s);
    QCOMPARE(form.fieldAt(u"e"_s)->maximum->date(), QDate(2026, 12, 1));
    QVERIFY(form.fieldAt(u"f"_s)->required.constant);
    QVERIFY(!form.fieldAt(u"a"_s)->required.constant);
}

void TestDefinition::parse_table_keepsColumns()
{
    const auto form = definition(simpleForm({field(u"periods"_s, u"table"_s,
        {{u"minRows"_s, 1}, {u"maxRows"_s, 5},
            {u"columns"_s, QJsonArray{field(u"months"_s, u"integer"_s),
                               field(u"twice"_s, u"integer"_s, {{u"derived"_s, u"calc.twice(row.months)"_s}})}}})}));
    const auto* table = form.fieldAt(u"periods"_s);
    QCOMPARE(table->columns.size(), 2);
    QCOMPARE(table->minRows, 1);
    QCOMPARE(table->maxRows, 5);
    QCOMPARE(table->width, 12);
    QVERIFY(table->column(u"twice"_s)->derived);
    QVERIFY(!table->column(u"thrice"_s));
    QCOMPARE(table->type().name(), u"list(map)"_s);
}

void TestDefinition::parse_checks_keepTheirParts()
{
    const auto form =
        definition(simpleForm({field(u"a"_s, u"integer"_s)}, {check(u"small"_s, u"a < 3"_s, u"warn"_s, {u"a"_s})}));
    QCOMPARE(form.checks().size(), 1);
    QCOMPARE(form.checks()[0].id, u"small"_s);
    QVERIFY(form.checks()[0].severity == Severity::Warn);
    QCOMPARE(form.checks()[0].fields, QStringList{u"a"_s});
    QCOMPARE(form.checks()[0].when->source(), u"a < 3"_s);
}

void TestDefinition::parse_mistake_failsWithTheFirst()
{
    const auto parsed =
        FormDefinition::parse(simpleForm({field(u"a"_s, u"number"_s), field(u"b"_s, u"float"_s)}), environment());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, u"forms.definition-kind"_s);
    QCOMPARE(parsed.error().fields.value(u"place"_s).toString(), u"sections[0].fields[0].kind"_s);
}

void TestDefinition::parse_unknownKeys_areAllowed()
{
    const auto json = simpleForm({field(u"a"_s, u"text"_s, {{u"fromTheFuture"_s, 1}})});
    QVERIFY(FormDefinition::parse(json, environment()));
    QCOMPARE(FormDefinition::findings(json, environment()).size(), 1);
}

void TestDefinition::evaluationOrder_dependencies_comeFirst()
{
    const auto parsed = definition(form({
        section(u"one"_s,
            {field(u"sum"_s, u"integer"_s, {{u"derived"_s, u"first + second"_s}}), field(u"first"_s, u"integer"_s)},
            u"open"_s),
        section(
            u"two"_s, {field(u"second"_s, u"integer"_s, {{u"visibleWhen"_s, u"open"_s}}), field(u"open"_s, u"flag"_s)}),
        section(
            u"three"_s, {field(u"rows"_s, u"table"_s,
                             {{u"columns"_s, QJsonArray{field(u"x"_s, u"integer"_s, {{u"derived"_s, u"last"_s}})}}}),
                            field(u"last"_s, u"integer"_s, {{u"required"_s, u"sum > 1"_s}})}),
    }));
    QStringList ids;
    for (const auto place : parsed.evaluationOrder())
        ids.append(parsed.sections()[place.section].fields[place.field].id);
    QCOMPARE(ids.size(), 6);
    const auto isBefore = [&ids](const QString& a, const QString& b) { return ids.indexOf(a) < ids.indexOf(b); };
    QVERIFY(isBefore(u"first"_s, u"sum"_s) && isBefore(u"second"_s, u"sum"_s));
    QVERIFY(isBefore(u"open"_s, u"second"_s) && isBefore(u"open"_s, u"first"_s));
    QVERIFY(isBefore(u"last"_s, u"rows"_s));
}

void TestDefinition::evaluationOrder_longChain_isFound()
{
    QJsonArray fields;
    for (int i = 0; i < 2000; ++i)
        fields.append(field(u"f%1"_s.arg(i), u"integer"_s,
            i < 1999 ? QJsonObject{{u"derived"_s, u"f%1 + 1"_s.arg(i + 1)}} : QJsonObject()));
    const auto parsed = definition(simpleForm(fields));
    QCOMPARE(parsed.evaluationOrder().first().field, 1999);
    QCOMPARE(parsed.evaluationOrder().last().field, 0);
}

void TestDefinition::reads_roots_areKnown()
{
    const auto parsed = definition(simpleForm({field(u"a"_s, u"text"_s, {{u"visibleWhen"_s, u"has(card.name)"_s}}),
        field(u"t"_s, u"table"_s,
            {{u"columns"_s,
                QJsonArray{field(u"x"_s, u"integer"_s, {{u"required"_s, u"params.strict == true"_s}})}}})}));
    QVERIFY(parsed.reads(u"card"_s));
    QVERIFY(parsed.reads(u"params"_s));
    QVERIFY(!parsed.reads(u"register"_s));
}

static FormDefinition tableForm()
{
    return definition(simpleForm({field(u"name"_s, u"text"_s), field(u"account"_s, u"text"_s, {{u"protected"_s, true}}),
        field(u"size"_s, u"integer"_s, {{u"derived"_s, u"size(rows)"_s}, {u"binding"_s, true}}),
        field(u"rows"_s, u"table"_s,
            {{u"columns"_s,
                QJsonArray{field(u"fen"_s, u"money"_s, {{u"protected"_s, true}}), field(u"note"_s, u"text"_s),
                    field(u"twice"_s, u"money"_s, {{u"derived"_s, u"row.fen * 2"_s}, {u"binding"_s, true}})}}})}));
}

void TestDefinition::fieldAt_paths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("id"); // empty: none
    QTest::addRow("field") << u"name"_s << u"name"_s;
    QTest::addRow("table") << u"rows"_s << u"rows"_s;
    QTest::addRow("order of a table") << u"rows.order"_s << u"rows"_s;
    QTest::addRow("row") << u"rows.rows.r1"_s << u"rows"_s;
    QTest::addRow("cell") << u"rows.rows.r1.fen"_s << u"fen"_s;
    QTest::addRow("unknown") << u"nobody"_s << QString();
    QTest::addRow("below a text") << u"name.first"_s << QString();
    QTest::addRow("unknown part of a table") << u"rows.count"_s << QString();
    QTest::addRow("rows without id") << u"rows.rows"_s << QString();
    QTest::addRow("bad row id") << u"rows.rows.r 1.fen"_s << QString();
    QTest::addRow("unknown column") << u"rows.rows.r1.yuan"_s << QString();
    QTest::addRow("below a cell") << u"rows.rows.r1.fen.x"_s << QString();
    QTest::addRow("nothing") << QString() << QString();
}

void TestDefinition::fieldAt_paths()
{
    QFETCH(QString, path);
    QFETCH(QString, id);
    const auto parsed = tableForm();
    const auto* found = parsed.fieldAt(path);
    QCOMPARE(found != nullptr, !id.isEmpty());
    if (found)
        QCOMPARE(found->id, id);
}

void TestDefinition::checkEdit_paths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("submitted");
    QTest::addColumn<QString>("code"); // empty: allowed
    QTest::addRow("plain") << u"name"_s << true << QString();
    QTest::addRow("protected before submission") << u"account"_s << false << QString();
    QTest::addRow("protected after submission") << u"account"_s << true << u"forms.not-editable"_s;
    QTest::addRow("derived") << u"size"_s << false << u"forms.not-editable"_s;
    QTest::addRow("plain cell") << u"rows.rows.r1.note"_s << true << QString();
    QTest::addRow("protected cell") << u"rows.rows.r1.fen"_s << true << u"forms.not-editable"_s;
    QTest::addRow("derived cell") << u"rows.rows.r1.twice"_s << false << u"forms.not-editable"_s;
    QTest::addRow("whole row with a protected cell") << u"rows.rows.r1"_s << true << u"forms.not-editable"_s;
    QTest::addRow("whole row before submission") << u"rows.rows.r1"_s << false << QString();
    QTest::addRow("unknown") << u"nobody"_s << false << u"forms.unknown-field"_s;
}

void TestDefinition::checkEdit_paths()
{
    QFETCH(QString, path);
    QFETCH(bool, submitted);
    QFETCH(QString, code);
    const auto done = tableForm().checkEdit(path, submitted);
    QCOMPARE(done.has_value(), code.isEmpty());
    if (!done)
        QCOMPARE(done.error().code, code);
}

void TestDefinition::bindingFields_columns_areNamedWithTheirTable()
{
    QCOMPARE(tableForm().bindingFields(), (QStringList{u"size"_s, u"rows.twice"_s}));
}

void TestDefinition::copies_shareTheDefinition()
{
    std::optional<FormDefinition> original = tableForm();
    const auto copy = *original;
    QCOMPARE(copy.fieldAt(u"name"_s), original->fieldAt(u"name"_s));
    original.reset();
    QCOMPARE(copy.fieldAt(u"name"_s)->id, u"name"_s);
}

QTEST_GUILESS_MAIN(TestDefinition)
#include "test_definition.moc"
