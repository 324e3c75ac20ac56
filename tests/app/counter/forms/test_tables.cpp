#include "app/counter/forms/TableEditor.h"
#include "app/counter/kit/TableField.h"
#include "FormFixture.h"
#include "modules/forms/FormPaths.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestFormTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dress(lookAt()); }
    void init() { failOnAnyWarning(); }
    void rows_addedByKeys_getIdsOfTheirOwn();
    void rows_removed_leaveTheOthersAlone();
    void rows_beyondTheMaximum_areShownAndCannotGrow();
    void rows_leftEmpty_goAtTheCheck();
    void enter_lastCellThatCanBeTyped_addsARow();
    void cell_typed_isKeptUnderItsRow();
    void cell_derived_isCalculatedAndSkipped();
    void cell_hidden_keepsItsColumn();
    void problem_inACell_isNamedUnderTheTable();
    void check_problemInATable_getsTheKeyboard();
    void prefilled_rows_areShownAndFollowTheRegister();
    void readOnly_table_showsRowsAndNoButtons();

private:
    static QJsonObject rowsOf(const FormWindow& form)
    {
        return form.value(u"periods"_s).toObject().value("rows"_L1).toObject();
    }
    static QStringList orderOf(const FormWindow& form) { return forms::rowIds(form.value(u"periods"_s).toObject()); }
    static TableField* tableOf(const FormWindow& form) { return form.field(u"periods"_s)->editorAs<TableField>(); }
    static QJsonObject threeRows()
    {
        QJsonObject rows;
        for (const auto& id : {u"a"_s, u"b"_s, u"c"_s})
            rows.insert(id, QJsonObject{{u"unit"_s, QString(u"厂"_s + id)}, {u"months"_s, 5}});
        return {{u"months"_s, 15},
            {u"periods"_s, QJsonObject{{u"rows"_s, rows}, {u"order"_s, QJsonArray{u"b"_s, u"a"_s, u"c"_s}}}}};
    }
};

void TestFormTables::rows_addedByKeys_getIdsOfTheirOwn()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.begin({{u"months"_s, 5}});
    form.at(u"periods"_s); // the button, as long as there is no row
    QSignalSpy edited(form.view, &FormView::edited);
    form.press(Qt::Key_Return);
    QCOMPARE(orderOf(form), QStringList{u"new-1"_s});
    QCOMPARE(edited.size(), 1);
    QCOMPARE(QApplication::focusWidget(), tableOf(form)->editor(0, 0));
    QTest::keyClicks(QApplication::focusWidget(), u"A"_s);
    form.press(Qt::Key_Insert);
    QTest::keyClicks(QApplication::focusWidget(), u"C"_s);
    form.at(u"periods.rows.new-1.unit"_s);
    form.press(Qt::Key_Insert); // between the two
    QTest::keyClicks(QApplication::focusWidget(), u"B"_s);
    QCOMPARE(orderOf(form), (QStringList{u"new-1"_s, u"new-3"_s, u"new-2"_s}));
    QCOMPARE(rowsOf(form).value(u"new-3"_s).toObject().value(u"unit"_s), QJsonValue(u"B"_s));
    QVERIFY(!tableOf(form)->addButton()->isEnabled()); // three at most
}

void TestFormTables::rows_removed_leaveTheOthersAlone()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.begin(threeRows());
    auto* third = tableOf(form)->editor(2, 0);
    form.at(u"periods.rows.a.unit"_s);
    form.press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(orderOf(form), (QStringList{u"b"_s, u"c"_s}));
    QCOMPARE(rowsOf(form).value(u"c"_s).toObject().value(u"unit"_s), QJsonValue(u"厂c"_s));
    QCOMPARE(tableOf(form)->editor(1, 0), third); // the same editors: nothing is built anew
    QCOMPARE(QApplication::focusWidget(), third);
    form.press(Qt::Key_Delete, Qt::ControlModifier);
    form.at(u"periods.rows.b.unit"_s);
    form.press(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(form.value(u"periods"_s).isUndefined());
    QCOMPARE(form.origin(u"periods"_s), u"typed"_s);
}

void TestFormTables::rows_beyondTheMaximum_areShownAndCannotGrow()
{
    FormWindow form;
    QVERIFY(form.isReady());
    QJsonArray periods;
    for (int i = 0; i < 5; ++i)
        periods.append(QJsonObject{{u"unit"_s, u"厂%1"_s.arg(i)}, {u"months"_s, 1}});
    form.view->prefill({}, {{u"months"_s, 5}, {u"periods"_s, periods}});
    QCOMPARE(tableOf(form)->rowCount(), 5);
    QVERIFY(!tableOf(form)->addButton()->isEnabled());
    form.at(u"periods.rows.r1.unit"_s);
    form.press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(orderOf(form).size(), 4); // and none of the others is lost
    form.view->check();
    QVERIFY(form.field(u"periods"_s)->shownHint().contains(u"0 … 3"_s));
}

void TestFormTables::rows_leftEmpty_goAtTheCheck()
{
    FormWindow form;
    QVERIFY(form.isReady());
    auto values = threeRows();
    values.insert(u"name"_s, u"王桂兰"_s);
    values.insert(u"phone"_s, u"13898712206"_s);
    values.insert(u"reason"_s, u"11"_s);
    form.begin(values);
    form.at(u"periods.rows.c.unit"_s);
    form.press(Qt::Key_Delete, Qt::ControlModifier);
    form.press(Qt::Key_Insert);
    QCOMPARE(orderOf(form).size(), 3);
    QVERIFY2(form.view->check(), qPrintable(form.view->firstProblem()));
    QCOMPARE(orderOf(form), (QStringList{u"b"_s, u"a"_s}));
    QCOMPARE(tableOf(form)->rowCount(), 2);
}

void TestFormTables::enter_lastCellThatCanBeTyped_addsARow()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.begin({{u"months"_s, 5}});
    form.at(u"periods"_s);
    form.press(Qt::Key_Return);
    form.commit(u"periods.rows.new-1.unit"_s, u"甲厂"_s);
    QStringList names;
    for (int i = 0; i < 3; ++i) {
        form.press(Qt::Key_Return);
        names.append(QApplication::focusWidget()->accessibleName());
    }
    QCOMPARE(names, (QStringList{u"起始月份, row 1"_s, u"月数, row 1"_s, u"已缴, row 1"_s}));
    form.press(Qt::Key_Return); // the calculated column after it is no stop
    QCOMPARE(orderOf(form).size(), 2);
    QCOMPARE(QApplication::focusWidget(), tableOf(form)->editor(1, 0));
}

void TestFormTables::cell_typed_isKeptUnderItsRow()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.begin(threeRows());
    form.type(u"periods.rows.a.since"_s, u"202001"_s);
    QCOMPARE(rowsOf(form).value(u"a"_s).toObject().value(u"since"_s), QJsonValue(u"2020-01"_s));
    QCOMPARE(form.origin(u"periods.rows.a.since"_s), u"typed"_s);
    form.at(u"periods.rows.a.paid"_s);
    form.press(Qt::Key_Space);
    QCOMPARE(rowsOf(form).value(u"a"_s).toObject().value(u"paid"_s), QJsonValue(true));
    form.type(u"periods.rows.a.months"_s, u"7"_s);
    QCOMPARE(rowsOf(form).value(u"a"_s).toObject().value(u"months"_s).toInt(), 7);
    QCOMPARE(rowsOf(form).value(u"b"_s).toObject().value(u"months"_s).toInt(), 5);
}

void TestFormTables::cell_derived_isCalculatedAndSkipped()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.begin(threeRows());
    form.type(u"periods.rows.b.months"_s, u"9"_s);
    auto* weight = tableOf(form)->editorAs<QLineEdit>(0, 4);
    QCOMPARE(weight->text(), u"18"_s);
    QVERIFY(weight->isReadOnly());
    QCOMPARE(fieldState(weight), FieldState::ReadOnly);
    QCOMPARE(rowsOf(form).value(u"b"_s).toObject().value(u"weight"_s).toInt(), 18); // as the clerk saw it
}

void TestFormTables::cell_hidden_keepsItsColumn()
{
    const auto definition = definitionOf(R"({"id": "rows", "revision": 1, "sections": [
      {"id": "a", "title": {"zh_CN": "一", "en": "One"}, "fields": [
        {"id": "people", "label": {"zh_CN": "家庭成员", "en": "People"}, "kind": "table", "columns": [
          {"id": "alive", "label": {"zh_CN": "健在", "en": "Alive"}, "kind": "flag"},
          {"id": "phone", "label": {"zh_CN": "电话", "en": "Phone"}, "kind": "text", "required": true,
           "visibleWhen": "row.alive"},
          {"id": "name", "label": {"zh_CN": "姓名", "en": "Name"}, "kind": "text"}]}]}]})");
    FormWindow form(definition);
    QVERIFY(form.isReady());
    form.at(u"people"_s);
    form.press(Qt::Key_Return);
    auto* table = form.field(u"people"_s)->editorAs<TableField>();
    QCoreApplication::processEvents();
    QVERIFY(!table->editor(0, 1)->isVisible());
    const QRect name = table->editor(0, 2)->geometry();
    form.at(u"people.rows.new-1.alive"_s);
    form.press(Qt::Key_Space);
    QCoreApplication::processEvents();
    QVERIFY(table->editor(0, 1)->isVisible());
    QCOMPARE(table->editor(0, 2)->geometry(), name);
}

void TestFormTables::problem_inACell_isNamedUnderTheTable()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.begin(threeRows());
    form.type(u"periods.rows.a.since"_s, u"2020-13"_s);
    auto* cell = QApplication::focusWidget();
    QCOMPARE(fieldState(cell), FieldState::Normal);
    form.press(Qt::Key_Tab);
    QCOMPARE(fieldState(cell), FieldState::Error);
    QCOMPARE(cell->toolTip(), u"There is no such month"_s);
    QCOMPARE(form.field(u"periods"_s)->shownHint(), u"工作经历第 2 行：起始月份: There is no such month"_s);
    form.type(u"periods.rows.a.since"_s, u"202012"_s);
    QCOMPARE(fieldState(cell), FieldState::Normal);
    QVERIFY(form.field(u"periods"_s)->shownHint().isEmpty());
}

void TestFormTables::check_problemInATable_getsTheKeyboard()
{
    FormWindow form;
    QVERIFY(form.isReady());
    auto values = threeRows();
    values.insert(u"name"_s, u"王桂兰"_s);
    values.insert(u"phone"_s, u"13898712206"_s);
    values.insert(u"reason"_s, u"11"_s);
    form.begin(values);
    form.type(u"periods.rows.c.months"_s, u"0"_s);
    form.at(u"name"_s);
    QVERIFY(!form.view->check());
    QCOMPARE(form.view->firstProblem(), u"工作经历第 3 行：月数"_s);
    QCOMPARE(QApplication::focusWidget(), tableOf(form)->editor(2, 2));
}

void TestFormTables::prefilled_rows_areShownAndFollowTheRegister()
{
    FormWindow form;
    QVERIFY(form.isReady());
    const auto period = [](const QString& id, const QString& unit) {
        return QJsonObject{{u"id"_s, id}, {u"unit"_s, unit}, {u"months"_s, 3}};
    };
    form.view->prefill({}, {{u"months"_s, 5}, {u"periods"_s, QJsonArray{period(u"x"_s, u"甲厂"_s)}}});
    QCOMPARE(form.field(u"periods"_s)->shownHint(), u"from the register"_s);
    QCOMPARE(tableOf(form)->editorAs<QLineEdit>(0, 0)->text(), u"甲厂"_s);
    form.view->setRegistered(
        {{u"months"_s, 5}, {u"periods"_s, QJsonArray{period(u"y"_s, u"乙厂"_s), period(u"x"_s, u"甲厂"_s)}}});
    QCOMPARE(orderOf(form), (QStringList{u"y"_s, u"x"_s}));
    form.type(u"periods.rows.x.unit"_s, u"B"_s);
    form.view->setRegistered({{u"months"_s, 5}, {u"periods"_s, QJsonArray{period(u"z"_s, u"丙厂"_s)}}});
    QCOMPARE(orderOf(form), (QStringList{u"y"_s, u"x"_s})); // typed: nobody overwrites it
    QCOMPARE(form.field(u"periods"_s)->state(), FieldState::Attention);
    QCOMPARE(form.origin(u"periods.rows.y.unit"_s), u"register"_s);
    QCOMPARE(fieldState(tableOf(form)->editor(0, 0)), FieldState::Filled);
}

void TestFormTables::readOnly_table_showsRowsAndNoButtons()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.view->setReadOnly(true);
    form.begin(threeRows());
    QCOMPARE(tableOf(form)->rowCount(), 3);
    QVERIFY(!tableOf(form)->addButton()->isVisible());
    QCOMPARE(tableOf(form)->editorAs<QLineEdit>(0, 0)->text(), u"厂b"_s);
    form.at(u"periods.rows.a.unit"_s);
    form.press(Qt::Key_Delete, Qt::ControlModifier);
    form.press(Qt::Key_Insert);
    QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
    QCOMPARE(tableOf(form)->rowCount(), 3);
    QCOMPARE(orderOf(form), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(tableOf(form)->editorAs<QLineEdit>(1, 0)->text(), u"厂a"_s);
}

QTEST_MAIN(TestFormTables)
#include "test_tables.moc"
