#include "app/counter/forms/FormSheet.h"
#include "FormFixture.h"
#include "modules/forms/FormPaths.h"

#include <QJsonArray>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fill_facts_fillWhatNobodyTyped_data();
    void fill_facts_fillWhatNobodyTyped();
    void fill_lateRegister_fillsWhatIsStillEmpty();
    void fill_anotherPerson_takesBackWhatTheFirstOneSaid();
    void fill_registerNotAskedYet_keepsTheDraft();
    void fill_busyField_waits();
    void write_cell_claimsTheTable();
    void write_table_forgetsOriginsOfRowsThatAreGone();
    void values_hiddenAndDerived_areKeptApart();
    void contradiction_typedOtherwise_isFound();
    void dropEmptyRows_keepsWhatSomebodyEntered();

private:
    static FormSheet sheet(const QJsonObject& values = {}, const QJsonObject& origins = {})
    {
        FormSheet made;
        made.begin(everyKind(), values, origins);
        return made;
    }

    static forms::FormContext facts(const QJsonObject& card, const QJsonObject& registered = {})
    {
        forms::FormContext context;
        context.today = QDate(2026, 11, 21);
        context.card = card;
        context.registered = registered;
        return context;
    }

    static QJsonObject card() { return {{u"name"_s, u"王桂兰"_s}, {u"idNo"_s, u"11010519491231002X"_s}}; }
    static QJsonObject table(const QJsonObject& rows)
    {
        return {{u"rows"_s, rows}, {u"order"_s, QJsonArray::fromStringList(rows.keys())}};
    }
};

void TestSheet::fill_facts_fillWhatNobodyTyped_data()
{
    QTest::addColumn<QJsonObject>("values");
    QTest::addColumn<QJsonObject>("origins");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("origin");
    const auto row = [](const char* name, const QJsonValue& value, const QString& from, const QString& shown,
                         const QString& origin) {
        QJsonObject values;
        if (!value.isUndefined())
            values.insert(u"name"_s, value);
        QJsonObject origins;
        if (!from.isEmpty())
            origins.insert(u"name"_s, from);
        QTest::newRow(name) << values << origins << shown << origin;
    };
    const QJsonValue nothing(QJsonValue::Undefined);
    row("empty", nothing, {}, u"王桂兰"_s, u"card"_s);
    row("typed", u"王桂芝"_s, u"typed"_s, u"王桂芝"_s, u"typed"_s);
    row("emptied by hand", nothing, u"typed"_s, {}, u"typed"_s);
    row("filled by the register before", u"王桂"_s, u"register"_s, u"王桂兰"_s, u"card"_s);
    row("there, and nobody knows from where", u"王桂芝"_s, {}, u"王桂芝"_s, {});
}

void TestSheet::fill_facts_fillWhatNobodyTyped()
{
    QFETCH(QJsonObject, values);
    QFETCH(QJsonObject, origins);
    QFETCH(QString, name);
    QFETCH(QString, origin);
    auto form = sheet(values, origins);
    form.setContext(facts(card()));
    form.fill();
    QCOMPARE(form.values().value(u"name"_s).toString(), name);
    QCOMPARE(form.origins().value(u"name"_s).toString(), origin);
    QCOMPARE(form.values().value(u"idNo"_s).toString(), u"11010519491231002X"_s); // read-only fields are always filled
}

void TestSheet::fill_lateRegister_fillsWhatIsStillEmpty()
{
    auto form = sheet();
    form.setContext(facts(card()));
    form.fill();
    form.write(u"phone"_s, u"13898712206"_s);
    form.setContext(facts(card(),
        {{u"name"_s, u"王桂蘭"_s}, {u"phone"_s, u"13304150087"_s}, {u"months"_s, 112},
            {u"periods"_s, QJsonArray{QJsonObject{{u"unit"_s, u"丹东曙光车桥有限公司"_s}, {u"months"_s, 112}}}}}));
    form.fill();
    QCOMPARE(form.values().value(u"name"_s).toString(), u"王桂兰"_s); // the card comes first in the definition
    QCOMPARE(form.values().value(u"phone"_s).toString(), u"13898712206"_s);
    QCOMPARE(form.values().value(u"months"_s).toInt(), 112);
    QCOMPARE(form.origins().value(u"months"_s).toString(), u"register"_s);
    QCOMPARE(forms::valueAt(form.values(), u"periods.rows.r1.months"_s).toInt(), 112);
}

void TestSheet::fill_anotherPerson_takesBackWhatTheFirstOneSaid()
{
    auto form = sheet();
    form.setContext(facts({}, {{u"phone"_s, u"13304150087"_s}, {u"months"_s, 112}}));
    form.fill();
    form.write(u"wage"_s, 163800);
    form.setContext(facts({}, {{u"months"_s, 7}}));
    form.fill();
    QCOMPARE(form.values().value(u"months"_s).toInt(), 7);
    QVERIFY(!form.values().contains(u"phone"_s));
    QVERIFY(!form.origins().contains(u"phone"_s));
    QCOMPARE(form.values().value(u"wage"_s).toInt(), 163800);
}

void TestSheet::fill_registerNotAskedYet_keepsTheDraft()
{
    auto form = sheet({{u"phone"_s, u"13304150087"_s}}, {{u"phone"_s, u"register"_s}});
    form.setContext(facts(card())); // offline: the register was not asked
    form.fill();
    QCOMPARE(form.values().value(u"phone"_s).toString(), u"13304150087"_s);
}

void TestSheet::fill_busyField_waits()
{
    auto form = sheet();
    form.setContext(facts(card()));
    form.fill([](const QString& field) { return field == "name"_L1; });
    QVERIFY(!form.values().contains(u"name"_s));
    QVERIFY(form.values().contains(u"idNo"_s));
    form.fill();
    QVERIFY(form.values().contains(u"name"_s));
}

void TestSheet::write_cell_claimsTheTable()
{
    auto form = sheet();
    form.setContext(facts({}, {{u"months"_s, 5}, {u"periods"_s, QJsonArray{QJsonObject{{u"id"_s, u"p1"_s},
                                                                    {u"unit"_s, u"甲厂"_s}, {u"months"_s, 5}}}}}));
    form.fill();
    QCOMPARE(form.origins().value(u"periods"_s).toString(), u"register"_s);
    form.write(u"periods.rows.p1.months"_s, 6);
    QCOMPARE(form.origins().value(u"periods"_s).toString(), u"typed"_s);
    QCOMPARE(form.origins().value(u"periods.rows.p1.months"_s).toString(), u"typed"_s);
    QCOMPARE(form.origins().value(u"periods.rows.p1.unit"_s).toString(), u"register"_s);
    form.fill(); // the register may say what it likes now
    QCOMPARE(forms::valueAt(form.values(), u"periods.rows.p1.months"_s).toInt(), 6);
    form.evaluate();
    QCOMPARE(forms::valueAt(form.values(), u"periods.rows.p1.weight"_s).toInt(), 12); // derived, as it is shown
}

void TestSheet::write_table_forgetsOriginsOfRowsThatAreGone()
{
    auto form = sheet();
    const QJsonObject row{{u"unit"_s, u"甲厂"_s}};
    form.write(u"periods"_s, table({{u"a"_s, row}, {u"b"_s, row}}));
    form.write(u"periods.rows.a.months"_s, 1);
    form.write(u"periods.rows.b.months"_s, 2);
    form.write(u"periods"_s, table({{u"b"_s, row}}));
    QVERIFY(!form.origins().contains(u"periods.rows.a.months"_s));
    QVERIFY(form.origins().contains(u"periods.rows.b.months"_s));
    form.write(u"periods"_s, table({}));
    QVERIFY(!form.values().contains(u"periods"_s));
    QCOMPARE(form.origins().value(u"periods"_s).toString(), u"typed"_s); // emptied by hand: not filled again
}

void TestSheet::values_hiddenAndDerived_areKeptApart()
{
    auto form = sheet({{u"benefit"_s, 1}, {u"periods"_s, table({{u"a"_s, QJsonObject{{u"weight"_s, 99}}}})}});
    form.write(u"married"_s, true);
    form.write(u"spouse"_s, u"李成林"_s);
    form.write(u"married"_s, false);
    form.write(u"wage"_s, 100);
    form.evaluate();
    QVERIFY(!form.state().values.contains(u"spouse"_s));                // a case is made of what is seen,
    QCOMPARE(form.values().value(u"spouse"_s).toString(), u"李成林"_s); // a draft of everything that was typed
    QCOMPARE(form.values().value(u"benefit"_s).toInt(), 200);           // not what an old draft said
    QVERIFY(forms::valueAt(form.values(), u"periods.rows.a.weight"_s).isUndefined());
}

void TestSheet::contradiction_typedOtherwise_isFound()
{
    auto form = sheet();
    form.setContext(facts(card(), {{u"name"_s, u"王桂兰"_s}, {u"phone"_s, u"13304150087"_s}}));
    form.fill();
    const auto& fields = form.definition().sections().constFirst().fields;
    QVERIFY(!form.contradiction(fields[0]));
    QVERIFY(!form.contradiction(fields[2]));
    form.write(u"phone"_s, u"13898712206"_s);
    QCOMPARE(form.contradiction(fields[2])->origin, u"register"_s);
    QCOMPARE(form.contradiction(fields[2])->value, QJsonValue(u"13304150087"_s));
    form.write(u"phone"_s, u"13304150087"_s);
    QVERIFY(!form.contradiction(fields[2]));
    form.setContext(facts(card(), {{u"name"_s, u"王桂蘭"_s}})); // card and register do not agree
    form.fill();
    QCOMPARE(form.contradiction(fields[0])->origin, u"register"_s);
}

void TestSheet::dropEmptyRows_keepsWhatSomebodyEntered()
{
    auto form = sheet();
    form.write(
        u"periods"_s, table({{u"a"_s, QJsonObject{}}, {u"b"_s, QJsonObject{{u"paid"_s, false}}},
                          {u"c"_s, QJsonObject{{u"unit"_s, u"甲厂"_s}}}, {u"d"_s, QJsonObject{{u"paid"_s, true}}}}));
    QVERIFY(form.dropEmptyRows());
    QCOMPARE(forms::rowIds(form.values().value(u"periods"_s).toObject()), (QStringList{u"c"_s, u"d"_s}));
    QVERIFY(!form.dropEmptyRows());
}

QTEST_MAIN(TestSheet)
#include "test_sheet.moc"
