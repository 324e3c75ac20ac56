#include "KitTest.h"

#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/DateField.h"
#include "app/counter/kit/DateText.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/FormGrid.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/TableField.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnAnyWarning(); }
    void parseDate_texts_data();
    void parseDate_texts();
    void dateField_typed_isCheckedAndTidied_data();
    void dateField_typed_isCheckedAndTidied();
    void field_states_neverMoveTheLayout();
    void field_readOnly_isNoStop();
    void field_labelAndHint_reachTheEditor();
    void formGrid_wide_hasEqualColumns();
    void formGrid_narrow_foldsInsteadOfCutting();
    void tableField_keys_addAndRemoveRows();
    void tableField_cells_haveNamesOfColumnAndRow();
    void tableField_fullTable_addsNoMore();

private:
    static std::shared_ptr<CodeList> reasons()
    {
        return std::make_shared<CodeList>(QVector<CodeItem>{{u"01"_s, u"终止劳动合同"_s, u"zzldht"_s},
            {u"02"_s, u"劳动合同期满，单位不再续订"_s, u"ldhtqmdwbzxd"_s},
            {u"03"_s, u"被用人单位解除劳动合同"_s, u"byrdwjcldht"_s}, {u"10"_s, u"劳动者辞职"_s, u"ldzcz"_s}});
    }
};

void TestFields::initTestCase()
{
    dress(lookAt());
    QVERIFY(gallery::speakChinese());
}

void TestFields::parseDate_texts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("date");
    const QDate day(2026, 11, 21);
    QTest::addRow("dashes") << u"2026-11-21"_s << day;
    QTest::addRow("eight digits") << u"20261121"_s << day;
    QTest::addRow("slashes") << u"2026/11/21"_s << day;
    QTest::addRow("points") << u"2026.11.21"_s << day;
    QTest::addRow("short month and day") << u"2026-1-2"_s << QDate(2026, 1, 2);
    QTest::addRow("Chinese") << u"2026年11月21日"_s << day;
    QTest::addRow("full width") << u"２０２６１１２１"_s << day;
    QTest::addRow("blanks around") << u" 2026-11-21 "_s << day;
    QTest::addRow("leap day") << u"20240229"_s << QDate(2024, 2, 29);
    QTest::addRow("no leap day") << u"20260229"_s << QDate();
    QTest::addRow("six digits are ambiguous") << u"261121"_s << QDate();
    QTest::addRow("before 1900") << u"18991231"_s << QDate();
    QTest::addRow("words") << u"长期"_s << QDate();
    QTest::addRow("nothing") << QString() << QDate();
}

void TestFields::parseDate_texts()
{
    QFETCH(QString, typed);
    QFETCH(QDate, date);
    QCOMPARE(parseDate(typed).value_or(QDate()), date);
}

void TestFields::dateField_typed_isCheckedAndTidied_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("problem");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QString>("left");
    QTest::addRow("good") << u"20261121"_s << int(DateProblem::None) << QString() << u"2026-11-21"_s;
    QTest::addRow("unfinished") << u"202611"_s << int(DateProblem::Malformed) << u"请按 2026-11-21 填写日期"_s
                                << u"202611"_s;
    QTest::addRow("no such day") << u"2026-02-30"_s << int(DateProblem::NoSuchDay) << u"没有这一天"_s
                                 << u"2026-02-30"_s;
    QTest::addRow("too early") << u"20251231"_s << int(DateProblem::TooEarly) << u"不能早于 2026-01-01"_s
                               << u"2025-12-31"_s;
    QTest::addRow("too late") << u"20270101"_s << int(DateProblem::TooLate) << u"不能晚于 2026-12-31"_s
                              << u"2027-01-01"_s;
}

void TestFields::dateField_typed_isCheckedAndTidied()
{
    QFETCH(QString, typed);
    QFETCH(int, problem);
    QFETCH(QString, hint);
    QFETCH(QString, left);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* date = new DateField;
    auto* next = new QLineEdit;
    column->addWidget(date);
    column->addWidget(next);
    date->setRange(QDate(2026, 1, 1), QDate(2026, 12, 31));
    QVERIFY(showActive(&window));
    date->setFocus();
    QCOMPARE(date->problem(), DateProblem::Empty);
    QSignalSpy edited(date, &DateField::dateEdited);
    QTest::keyClicks(date, typed);
    QCOMPARE(edited.size(), typed.size());
    QCOMPARE(int(date->problem()), problem);
    QCOMPARE(date->problemText(), hint);
    QCOMPARE(date->date().has_value(), problem == int(DateProblem::None));
    next->setFocus();
    QCOMPARE(date->text(), left);
}

void TestFields::field_states_neverMoveTheLayout()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* phone = new Field(lookAt(), u"联系电话"_s, new QLineEdit);
    auto* below = new Field(lookAt(), u"账户"_s, new QLineEdit);
    column->addWidget(phone);
    column->addWidget(below);
    column->addStretch(1);
    window.resize(300, 300);
    QVERIFY(showActive(&window));
    const QRect place = phone->geometry();
    const QRect placeBelow = below->geometry();
    phone->setError(
        u"手机号应为 11 位，现为 7 位；请与申请人核对后重新填写，本行文字故意写得很长以便检查布局是否移动"_s);
    QTest::qWait(0);
    QCOMPARE(phone->geometry(), place);
    phone->setFilled(u"来自身份证"_s);
    phone->setAttention(u"请核对"_s);
    phone->setNormal();
    phone->setRequired(true);
    QTest::qWait(0);
    QCOMPARE(phone->geometry(), place);
    QCOMPARE(below->geometry(), placeBelow);
    QCOMPARE(phone->state(), FieldState::Normal);
}

void TestFields::field_readOnly_isNoStop()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* line = new Field(lookAt(), u"终止日期"_s, new QLineEdit(u"2026-10-31"_s));
    auto* choice = new Field(lookAt(), u"户籍性质"_s, new QComboBox);
    auto* picker = new Field(lookAt(), u"失业原因"_s, new CodePicker(lookAt(), reasons()));
    for (Field* field : {line, choice, picker}) {
        column->addWidget(field);
        field->setReadOnly(u"登记库"_s);
    }
    QVERIFY(showActive(&window));
    QVERIFY(line->editorAs<QLineEdit>()->isReadOnly());
    QVERIFY(!choice->editor()->isEnabled());
    QVERIFY(picker->editorAs<CodePicker>()->isReadOnly());
    QVERIFY(KeyboardFlow::tabChain(&window).isEmpty());
    QCOMPARE(line->shownHint(), u"登记库"_s);
    for (Field* field : {line, choice, picker})
        field->setNormal();
    QCOMPARE(KeyboardFlow::tabChain(&window).size(), 3);
    QVERIFY(!line->editorAs<QLineEdit>()->isReadOnly());
}

void TestFields::field_labelAndHint_reachTheEditor()
{
    auto* picker = new CodePicker(lookAt(), reasons());
    Field field(lookAt(), u"失业原因"_s, picker);
    field.setRequired(true);
    QCOMPARE(picker->line()->accessibleName(), u"失业原因"_s);
    field.setError(u"请选择失业原因"_s);
    QCOMPARE(picker->line()->accessibleDescription(), u"必填, 请选择失业原因"_s);
    QCOMPARE(fieldState(picker->line()), FieldState::Error);
    field.setHint(u"来自单位报送名单"_s);
    QCOMPARE(field.shownHint(), u"请选择失业原因"_s); // the error outranks the hint
    field.setNormal();
    QCOMPARE(field.shownHint(), u"来自单位报送名单"_s);
}

void TestFields::formGrid_wide_hasEqualColumns()
{
    FormGrid form(lookAt());
    QVector<Field*> fields;
    for (int i = 0; i < 7; ++i)
        fields.append(new Field(lookAt(), u"字段"_s, new QLineEdit));
    for (int i = 0; i < 3; ++i)
        form.addWidget(fields[i], 4);
    form.addWidget(fields[3], 6);
    form.addWidget(fields[4], 6);
    form.addWidget(fields[5], 8);
    form.breakRow();
    form.addWidget(fields[6], 4);
    form.resize(641, form.heightForWidth(641));
    QVERIFY(showActive(&form));
    QCOMPARE(fields[0]->y(), fields[2]->y());
    QVERIFY(qAbs(fields[0]->width() - fields[2]->width()) <= 1);
    QCOMPARE(fields[2]->geometry().right(), fields[4]->geometry().right()); // rows end at the same pixel
    QCOMPARE(fields[4]->geometry().right(), 640);
    QVERIFY(fields[3]->y() > fields[0]->y());
    QCOMPARE(fields[6]->x(), 0);
    QVERIFY(fields[6]->y() > fields[5]->y());
}

void TestFields::formGrid_narrow_foldsInsteadOfCutting()
{
    FormGrid form(lookAt());
    QVector<Field*> fields;
    for (const int columns : {3, 3, 6}) {
        fields.append(new Field(lookAt(), u"本人求职要求"_s, new QLineEdit));
        fields.back()->setMinimumCharacters(8);
        form.addWidget(fields.back(), columns);
    }
    form.resize(900, 200);
    QVERIFY(showActive(&form));
    QCOMPARE(fields[0]->y(), fields[2]->y());
    form.resize(340, 400);
    QTest::qWait(0);
    for (Field* field : fields)
        QVERIFY(field->width() >= field->minimumSizeHint().width());
    QCOMPARE(fields[0]->y(), fields[1]->y());
    QVERIFY(fields[2]->y() > fields[0]->y());
    QCOMPARE(fields[1]->geometry().right(), 339); // the folded rows are filled
    QCOMPARE(fields[2]->width(), 340);
}

void TestFields::tableField_keys_addAndRemoveRows()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* table = new TableField(lookAt(), u"家庭成员"_s, {{u"关系"_s, 1, {}}, {u"姓名"_s, 2, {}}});
    auto* after = new QLineEdit;
    column->addWidget(table);
    column->addWidget(after);
    new KeyboardFlow(&window);
    table->addRow();
    QVERIFY(showActive(&window));
    table->editor(0, 0)->setFocus();
    QTest::keyClicks(table->editor(0, 0), u"a"_s);
    QTest::keyClick(table->editor(0, 0), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), table->editor(0, 1));
    QTest::keyClick(table->editor(0, 1), Qt::Key_Return); // the last cell of a filled row: another row
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(QApplication::focusWidget(), table->editor(1, 0));
    QTest::keyClick(table->editor(1, 0), Qt::Key_Return);
    QTest::keyClick(table->editor(1, 1), Qt::Key_Return); // an empty last row: on to what follows
    QCOMPARE(table->rowCount(), 2);
    QVERIFY(QApplication::focusWidget() != table->editor(1, 1));
    table->editor(0, 1)->setFocus();
    QTest::keyClick(table->editor(0, 1), Qt::Key_Insert);
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(QApplication::focusWidget(), table->editor(1, 0)); // below the current row
    QTest::keyClicks(table->editor(1, 0), u"b"_s);
    QCOMPARE(KeyboardFlow::tabChain(&window).indexOf(table->editor(1, 0)),
        KeyboardFlow::tabChain(&window).indexOf(table->editor(0, 1)) + 1);
    QSignalSpy removed(table, &TableField::rowRemoved);
    QTest::keyClick(table->editor(1, 0), Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(QApplication::focusWidget(), table->editor(1, 0));
    QCOMPARE(table->editorAs<QLineEdit>(0, 0)->text(), u"a"_s);
}

void TestFields::tableField_cells_haveNamesOfColumnAndRow()
{
    TableField table(lookAt(), u"家庭成员"_s,
        {{u"关系"_s, 1, [] { return new CodePicker(lookAt(), reasons()); }}, {u"姓名"_s, 2, {}}});
    table.addRow();
    table.addRow();
    QCOMPARE(table.editorAs<CodePicker>(1, 0)->line()->accessibleName(), u"关系，第 2 行"_s);
    table.removeRow(0);
    QCOMPARE(table.editor(0, 1)->accessibleName(), u"姓名，第 1 行"_s);
}

void TestFields::tableField_fullTable_addsNoMore()
{
    TableField table(lookAt(), u"家庭成员"_s, {{u"姓名"_s, 1, {}}});
    table.setMaximumRows(2);
    for (int i = 0; i < 5; ++i)
        table.addRow();
    QCOMPARE(table.rowCount(), 2);
}

QTEST_MAIN(TestFields)
#include "test_fields.moc"
