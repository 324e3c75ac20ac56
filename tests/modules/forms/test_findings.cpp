#include "FormSamples.h"
#include "modules/base/FailureManual.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::forms;
using namespace kuaiban::forms::samples;

// The catalogue check: each mistake is found, once, at its place.
class TestFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findings_mistakes_nameCodeAndPlace_data();
    void findings_mistakes_nameCodeAndPlace();
    void findings_goodForm_areNone();
    void findings_severalMistakes_areAllFound();
    void findings_expression_tellsLineAndColumn();
    void findings_cycle_isSpelledOut();
    void findings_declaredCard_checksItsFields();
    void findings_randomJson_neverCrash();
};

static QJsonObject table(const QJsonArray& columns, const QJsonObject& more = {})
{
    QJsonObject all{{u"columns"_s, columns}};
    for (auto it = more.begin(); it != more.end(); ++it)
        all.insert(it.key(), it.value());
    return field(u"rows"_s, u"table"_s, all);
}

void TestFindings::findings_mistakes_nameCodeAndPlace_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto add = [](const char* name, const QJsonObject& json, const char* code, const char* place) {
        QTest::addRow("%s", name) << json << QString::fromLatin1(code) << QString::fromLatin1(place);
    };
    const auto addField = [&](const char* name, const QJsonObject& json, const char* code, const char* key) {
        QTest::addRow("%s", name) << simpleForm({field(u"other"_s, u"integer"_s), json}) << QString::fromLatin1(code)
                                  << QStringLiteral("sections[0].fields[1]") +
                                         (*key ? u'.' + QString::fromLatin1(key) : QString());
    };
    const auto with = [](const QString& kind, const QString& key, const QJsonValue& value) {
        return field(u"a"_s, kind, {{key, value}});
    };

    auto form = simpleForm({field(u"a"_s, u"text"_s)});
    form.remove(u"id"_s);
    add("no id", form, "forms.definition-invalid", "id");
    form = simpleForm({field(u"a"_s, u"text"_s)});
    form.remove(u"revision"_s);
    add("no revision", form, "forms.definition-invalid", "revision");
    form.insert(u"revision"_s, 1.5);
    add("revision with a fraction", form, "forms.definition-invalid", "revision");
    form = simpleForm({field(u"a"_s, u"text"_s)});
    form.insert(u"sectoins"_s, 1);
    add("unknown key of the form", form, "forms.definition-key", "sectoins");
    add("no sections", samples::form({}), "forms.definition-invalid", "sections");
    add("section without fields", samples::form({section(u"s"_s, {})}), "forms.definition-invalid",
        "sections[0].fields");
    auto untitled = section(u"s"_s, {field(u"a"_s, u"text"_s)});
    untitled.insert(u"title"_s, QJsonObject{{u"zh_CN"_s, u"标题"_s}});
    add("title in one language", samples::form({untitled}), "forms.definition-invalid", "sections[0].title");
    add("section twice",
        samples::form({section(u"s"_s, {field(u"a"_s, u"text"_s)}), section(u"s"_s, {field(u"b"_s, u"text"_s)})}),
        "forms.definition-duplicate", "sections[1].id");
    add("section condition of a number", samples::form({section(u"s"_s, {field(u"a"_s, u"text"_s)}, u"1 + 1"_s)}),
        "forms.definition-expression", "sections[0].visibleWhen");
    add("field twice in two sections",
        samples::form({section(u"s"_s, {field(u"a"_s, u"text"_s)}), section(u"t"_s, {field(u"a"_s, u"text"_s)})}),
        "forms.definition-duplicate", "sections[1].fields[0].id");

    addField("no field id", field(u""_s, u"text"_s), "forms.definition-invalid", "id");
    addField("id in Chinese", field(u"姓名"_s, u"text"_s), "forms.definition-invalid", "id");
    addField("id with a dot", field(u"a.b"_s, u"text"_s), "forms.definition-invalid", "id");
    addField("reserved id", field(u"today"_s, u"text"_s), "forms.definition-invalid", "id");
    addField("id that hides functions", field(u"calc"_s, u"text"_s), "forms.definition-invalid", "id");
    addField("unknown kind", field(u"a"_s, u"number"_s), "forms.definition-kind", "kind");
    addField("no label", with(u"text"_s, u"label"_s, QJsonValue()), "forms.definition-invalid", "label");
    addField("hint in one language", with(u"text"_s, u"hint"_s, QJsonObject{{u"en"_s, u"x"_s}}),
        "forms.definition-invalid", "hint");
    addField("unknown key", with(u"text"_s, u"requierd"_s, true), "forms.definition-key", "requierd");
    addField("required is a number", with(u"text"_s, u"required"_s, 1), "forms.definition-invalid", "required");
    addField("required is no condition", with(u"text"_s, u"required"_s, u"other"_s), "forms.definition-expression",
        "required");
    addField("width 13", with(u"text"_s, u"width"_s, 13), "forms.definition-invalid", "width");
    addField("width with a fraction", with(u"text"_s, u"width"_s, 1.5), "forms.definition-invalid", "width");
    addField("visible by an unknown field", with(u"text"_s, u"visibleWhen"_s, u"nobody == 1"_s),
        "forms.definition-expression", "visibleWhen");
    addField("visible by no text", with(u"text"_s, u"visibleWhen"_s, true), "forms.definition-invalid", "visibleWhen");
    addField("derived of another kind", with(u"text"_s, u"derived"_s, u"other + 1"_s), "forms.definition-expression",
        "derived");
    addField("money from a decimal", with(u"money"_s, u"derived"_s, u"other * 0.5"_s), "forms.definition-expression",
        "derived");
    addField("derived with source",
        field(u"a"_s, u"integer"_s, {{u"derived"_s, u"other"_s}, {u"source"_s, u"card.x"_s}}),
        "forms.definition-invalid", "source");
    addField("binding but typed", with(u"integer"_s, u"binding"_s, true), "forms.definition-invalid", "binding");
    addField("derived from itself", with(u"integer"_s, u"derived"_s, u"a + 1"_s), "forms.definition-cycle", "");
    addField("visible by itself", with(u"flag"_s, u"visibleWhen"_s, u"a"_s), "forms.definition-cycle", "");
    addField("maxLength of a number", with(u"integer"_s, u"maxLength"_s, 3), "forms.definition-invalid", "maxLength");
    addField("maxLength zero", with(u"text"_s, u"maxLength"_s, 0), "forms.definition-invalid", "maxLength");
    addField("pattern that is none", with(u"text"_s, u"pattern"_s, u"("_s), "forms.definition-invalid", "pattern");
    addField(
        "unknown identifier check", with(u"text"_s, u"checkAs"_s, u"telex"_s), "forms.definition-reference", "checkAs");
    addField("min of a text", with(u"text"_s, u"min"_s, 1), "forms.definition-invalid", "min");
    addField("min of another kind", with(u"date"_s, u"min"_s, 1), "forms.definition-invalid", "min");
    addField("max below min", field(u"a"_s, u"integer"_s, {{u"min"_s, 2}, {u"max"_s, 1}}), "forms.definition-invalid",
        "max");
    addField("code without table", field(u"a"_s, u"code"_s), "forms.definition-invalid", "codeTable");
    addField(
        "unknown code table", with(u"code"_s, u"codeTable"_s, u"AAC999"_s), "forms.definition-reference", "codeTable");
    addField(
        "code table of a text", with(u"text"_s, u"codeTable"_s, u"AAC058"_s), "forms.definition-invalid", "codeTable");
    addField("source of nowhere", with(u"text"_s, u"source"_s, u"cloud.name"_s), "forms.definition-invalid", "source");
    addField("source without field", with(u"text"_s, u"source"_s, u"card"_s), "forms.definition-invalid", "source");
    addField("example too long", field(u"a"_s, u"text"_s, {{u"maxLength"_s, 2}, {u"example"_s, u"abc"_s}}),
        "forms.definition-example", "example");
    addField("example of another kind", with(u"date"_s, u"example"_s, u"21.11.2026"_s), "forms.definition-example",
        "example");
    addField("example that the check refuses",
        field(u"a"_s, u"text"_s, {{u"checkAs"_s, u"mobile"_s}, {u"example"_s, u"138"_s}}), "forms.definition-example",
        "example");
    addField("columns of a text", with(u"text"_s, u"columns"_s, QJsonArray{field(u"x"_s, u"text"_s)}),
        "forms.definition-invalid", "columns");
    addField("table without columns", field(u"a"_s, u"table"_s), "forms.definition-invalid", "columns");
    addField("table that is derived", table({field(u"x"_s, u"text"_s)}, {{u"derived"_s, u"[]"_s}}),
        "forms.definition-invalid", "derived");
    addField("fewer rows at most than at least",
        table({field(u"x"_s, u"text"_s)}, {{u"minRows"_s, 3}, {u"maxRows"_s, 2}}), "forms.definition-invalid",
        "maxRows");
    addField(
        "table inside a table", table({field(u"x"_s, u"table"_s, {})}), "forms.definition-invalid", "columns[0].kind");
    addField("source of a column", table({field(u"x"_s, u"text"_s, {{u"source"_s, u"card.name"_s}})}),
        "forms.definition-invalid", "columns[0].source");
    addField("column twice", table({field(u"x"_s, u"text"_s), field(u"x"_s, u"text"_s)}), "forms.definition-duplicate",
        "columns[1].id");
    addField("column named rowId", table({field(u"rowId"_s, u"text"_s)}), "forms.definition-invalid", "columns[0].id");
    addField("unknown cell", table({field(u"x"_s, u"integer"_s, {{u"derived"_s, u"row.y"_s}})}),
        "forms.definition-expression", "columns[0].derived");
    addField(
        "row outside a table", with(u"integer"_s, u"derived"_s, u"row.x"_s), "forms.definition-expression", "derived");
    addField("cells in a circle",
        table({field(u"x"_s, u"integer"_s, {{u"derived"_s, u"row.y"_s}}),
            field(u"y"_s, u"integer"_s, {{u"derived"_s, u"row.x"_s}})}),
        "forms.definition-cycle", "columns[0]");
    addField("table by its own rows", table({field(u"x"_s, u"integer"_s, {{u"derived"_s, u"size(rows)"_s}})}),
        "forms.definition-cycle", "");

    const QJsonArray one{field(u"a"_s, u"integer"_s)};
    add("check without condition",
        simpleForm(
            one, {QJsonObject{{u"id"_s, u"c"_s}, {u"severity"_s, u"warn"_s}, {u"message"_s, samples::text(u"m"_s)}}}),
        "forms.definition-invalid", "checks[0].when");
    add("check of a number", simpleForm(one, {check(u"c"_s, u"a"_s, u"warn"_s)}), "forms.definition-expression",
        "checks[0].when");
    add("check of unknown severity", simpleForm(one, {check(u"c"_s, u"a > 1"_s, u"error"_s)}),
        "forms.definition-invalid", "checks[0].severity");
    add("check at an unknown field", simpleForm(one, {check(u"c"_s, u"a > 1"_s, u"warn"_s, {u"a"_s, u"b"_s})}),
        "forms.definition-reference", "checks[0].fields[1]");
    add("check twice", simpleForm(one, {check(u"c"_s, u"a > 1"_s, u"warn"_s), check(u"c"_s, u"a > 2"_s, u"warn"_s)}),
        "forms.definition-duplicate", "checks[1].id");
    auto longer = check(u"c"_s, u"a > 1"_s, u"warn"_s);
    longer.insert(u"whenever"_s, 1);
    add("unknown key of a check", simpleForm(one, {longer}), "forms.definition-key", "checks[0].whenever");
}

void TestFindings::findings_mistakes_nameCodeAndPlace()
{
    QFETCH(QJsonObject, json);
    QFETCH(QString, code);
    const auto findings = FormDefinition::findings(json, environment());
    QStringList lines;
    for (const auto& finding : findings)
        lines.append(logLine(finding));
    QVERIFY2(findings.size() == 1, qPrintable(lines.join(u'\n')));
    QCOMPARE(findings[0].code, code);
    QTEST(findings[0].fields.value(u"place"_s).toString(), "place");
    const FailureManual manual;
    for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
        const auto text = manual.text(findings[0], language);
        QVERIFY2(!text.remedy.isEmpty() && !text.what.contains(u'{') && !text.cause.contains(u'{'),
            qPrintable(text.what + text.cause));
    }
}

void TestFindings::findings_goodForm_areNone()
{
    const auto json =
        form({section(u"s"_s,
                 {field(u"name"_s, u"text"_s, {{u"source"_s, u"card.name"_s}, {u"example"_s, u"王建国"_s}}),
                     field(u"type"_s, u"code"_s, {{u"codeTable"_s, u"AAC058"_s}, {u"example"_s, u"01"_s}}),
                     field(u"home"_s, u"area"_s, {{u"example"_s, u"210602"_s}}),
                     field(u"agreed"_s, u"flag"_s, {{u"required"_s, true}}),
                     table({field(u"fen"_s, u"money"_s, {{u"min"_s, 0}})})},
                 u"has(card.name)"_s)},
            {check(u"c"_s, u"rows.sum(r, r.fen) > 100 && agreed"_s, u"block"_s, {u"rows"_s})});
    QCOMPARE(FormDefinition::findings(json, environment()), QList<Error>());
    QVERIFY(FormDefinition::parse(json, environment()));
}

void TestFindings::findings_severalMistakes_areAllFound()
{
    const auto json = form(
        {section(u"s"_s,
             {field(u"a"_s, u"number"_s), field(u"b"_s, u"text"_s, {{u"width"_s, 0}, {u"derived"_s, u"nobody"_s}})}),
            section(u"s"_s, {field(u"b"_s, u"text"_s)})},
        {check(u"c"_s, u"a > 1 &&"_s, u"warn"_s, {u"z"_s})});
    QStringList codes;
    for (const auto& finding : FormDefinition::findings(json, environment()))
        codes.append(finding.code);
    codes.sort();
    QCOMPARE(codes, (QStringList{u"forms.definition-duplicate"_s, u"forms.definition-duplicate"_s,
                        u"forms.definition-expression"_s, u"forms.definition-expression"_s,
                        u"forms.definition-invalid"_s, u"forms.definition-kind"_s, u"forms.definition-reference"_s}));
}

void TestFindings::findings_expression_tellsLineAndColumn()
{
    const auto json =
        simpleForm({field(u"a"_s, u"integer"_s), field(u"b"_s, u"flag"_s, {{u"derived"_s, u"a > 1 &&\n  aa < 3"_s}})});
    const auto findings = FormDefinition::findings(json, environment());
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].code, u"forms.definition-expression"_s);
    QCOMPARE(findings[0].fields.value(u"line"_s).toInt(), 2);
    QCOMPARE(findings[0].fields.value(u"column"_s).toInt(), 3);
    QCOMPARE(findings[0].fields.value(u"cause"_s).toString(), u"expr.unknown-name"_s);
    QCOMPARE(findings[0].fields.value(u"name"_s).toString(), u"aa"_s);
}

void TestFindings::findings_cycle_isSpelledOut()
{
    const auto derived = [](const QString& id, const QString& source) {
        return field(id, u"integer"_s, {{u"derived"_s, source}});
    };
    const auto json = simpleForm({field(u"free"_s, u"integer"_s), derived(u"a"_s, u"free + b"_s),
        derived(u"b"_s, u"c + 1"_s), derived(u"c"_s, u"a"_s)});
    const auto findings = FormDefinition::findings(json, environment());
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].code, u"forms.definition-cycle"_s);
    QCOMPARE(findings[0].fields.value(u"cycle"_s).toString(), u"a → b → c → a"_s);

    const auto hidden = form({section(u"s"_s, {field(u"a"_s, u"flag"_s)}, u"b"_s),
        section(u"t"_s, {field(u"b"_s, u"flag"_s, {{u"visibleWhen"_s, u"a"_s}})})});
    QCOMPARE(FormDefinition::findings(hidden, environment()).value(0).code, u"forms.definition-cycle"_s);
}

void TestFindings::findings_declaredCard_checksItsFields()
{
    auto known = environment();
    known.card = expr::Type::record({{u"name"_s, expr::Type::string()}, {u"birth"_s, expr::Type::date()}});
    const auto good = simpleForm({field(u"a"_s, u"integer"_s, {{u"derived"_s, u"age(card.birth, today)"_s}}),
        field(u"n"_s, u"text"_s, {{u"source"_s, u"card.name"_s}})});
    QCOMPARE(FormDefinition::findings(good, known), QList<Error>());
    const auto bad = simpleForm({field(u"a"_s, u"integer"_s, {{u"derived"_s, u"age(card.born, today)"_s}}),
        field(u"n"_s, u"text"_s, {{u"source"_s, u"card.nmae"_s}})});
    const auto findings = FormDefinition::findings(bad, known);
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings[0].code, u"forms.definition-expression"_s);
    QCOMPARE(findings[1].code, u"forms.definition-reference"_s);
}

void TestFindings::findings_randomJson_neverCrash()
{
    // Every value of a good definition is replaced in turn by something of another kind.
    const auto good =
        simpleForm({field(u"a"_s, u"text"_s,
                        {{u"required"_s, true}, {u"maxLength"_s, 5}, {u"pattern"_s, u"a*"_s},
                            {u"source"_s, u"card.a"_s}, {u"example"_s, u"a"_s}}),
                       field(u"m"_s, u"money"_s, {{u"min"_s, 1}, {u"max"_s, 2}}),
                       table({field(u"x"_s, u"integer"_s, {{u"derived"_s, u"row.y"_s}}), field(u"y"_s, u"integer"_s)})},
            {check(u"c"_s, u"m > 1"_s, u"warn"_s, {u"m"_s})});
    const QList<QJsonValue> strange{QJsonValue(), true, 1.5, -1, u""_s, u"x"_s, QJsonArray{},
        QJsonArray{1, QJsonArray{}}, QJsonObject{}, QJsonObject{{u"id"_s, 1}}};
    int changed = 0;
    const std::function<void(const QJsonValue&, const std::function<QJsonObject(const QJsonValue&)>&)> walk =
        [&](const QJsonValue& value, const std::function<QJsonObject(const QJsonValue&)>& rebuild) {
            for (const auto& other : strange) {
                const auto findings = FormDefinition::findings(rebuild(other), environment());
                changed += findings.isEmpty() ? 0 : 1;
            }
            const auto object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it) {
                const QString key = it.key();
                walk(it.value(), [object, key, &rebuild](const QJsonValue& inner) {
                    auto copy = object;
                    copy.insert(key, inner);
                    return rebuild(copy);
                });
            }
            const auto array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i) {
                walk(array[i], [array, i, &rebuild](const QJsonValue& inner) {
                    auto copy = array;
                    copy[i] = inner;
                    return rebuild(copy);
                });
            }
        };
    walk(good, [](const QJsonValue& value) { return value.toObject(); });
    QVERIFY2(changed > 300, qPrintable(QString::number(changed)));
}

QTEST_GUILESS_MAIN(TestFindings)
#include "test_findings.moc"
