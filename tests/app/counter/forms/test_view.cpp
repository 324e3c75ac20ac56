#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/CodePopup.h"
#include "FormFixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dress(lookAt()); }
    void init() { failOnAnyWarning(); }
    void type_eachKind_keepsTheValue_data();
    void type_eachKind_keepsTheValue();
    void type_flag_isTickedByTheSpaceBar();
    void type_multiline_enterIsANewLine();
    void code_initialsCodeOrWords_areTaken_data();
    void code_initialsCodeOrWords_areTaken();
    void code_unknown_staysAndIsRefused();
    void code_tableComesLate_showsTheWords();
    void area_typed_isTaken();
    void problem_whileTyping_waitsUntilTheFieldIsLeft();
    void problem_crossField_isShownAtItsFields();
    void problem_warning_isNoObstacle();
    void check_firstProblem_isNamedAndGetsTheKeyboard();
    void hidden_fieldAndSection_comeAndGo();
    void hidden_aboveTheCursor_keepsTheCursorInPlace();
    void keys_enterAndTab_goInReadingOrder();
    void keys_everyStop_hasANameAndComesIntoSight();
    void largeType_narrowPane_cutsNoLabel();
};

void TestView::type_eachKind_keepsTheValue_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("shown"); // after the field is left
    const auto row = [](const char* name, const QString& field, const QString& typed, const QJsonValue& value,
                         const QString& shown) { QTest::newRow(name) << field << typed << value << shown; };
    row("text", u"name"_s, u"John "_s, u"John"_s, u"John"_s);
    row("identifier", u"phone"_s, u"138 9871 2206"_s, u"13898712206"_s, u"13898712206"_s);
    row("integer", u"months"_s, u"112"_s, 112, u"112"_s);
    row("money", u"wage"_s, u"1638.5"_s, 163850, u"1,638.50"_s);
    row("decimal", u"share"_s, u".9"_s, u"0.9"_s, u"0.9"_s);
    row("date", u"ended"_s, u"20261031"_s, u"2026-10-31"_s, u"2026-10-31"_s);
    row("month", u"from"_s, u"2026.1"_s, u"2026-01"_s, u"2026-01"_s);
    row("money that is none", u"wage"_s, u"1.234"_s, u"1.234"_s, u"1.234"_s);
}

void TestView::type_eachKind_keepsTheValue()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QJsonValue, value);
    QFETCH(QString, shown);
    FormWindow form;
    QVERIFY(form.isReady());
    QSignalSpy edited(form.view, &FormView::edited);
    form.type(field, typed);
    QCOMPARE(form.value(field), value);
    QCOMPARE(form.origin(field), u"typed"_s);
    QVERIFY(!edited.isEmpty());
    QCOMPARE(form.field(field)->editorAs<QLineEdit>()->text(), typed); // nothing moves under the fingers
    form.press(Qt::Key_Return);
    QCOMPARE(form.field(field)->editorAs<QLineEdit>()->text(), shown);
    QCOMPARE(form.value(field), value);
    form.at(field);
    static_cast<QLineEdit*>(QApplication::focusWidget())->selectAll();
    form.press(Qt::Key_Delete);
    QVERIFY(form.value(field).isUndefined());
    QCOMPARE(form.origin(field), u"typed"_s);
}

void TestView::type_flag_isTickedByTheSpaceBar()
{
    FormWindow form;
    QVERIFY(form.isReady());
    QVERIFY(form.value(u"married"_s).isUndefined());
    form.at(u"married"_s);
    form.press(Qt::Key_Space);
    QCOMPARE(form.value(u"married"_s), QJsonValue(true));
    form.press(Qt::Key_Space);
    QCOMPARE(form.value(u"married"_s), QJsonValue(false));
    form.press(Qt::Key_Return); // goes on, and ticks nothing
    QCOMPARE(form.value(u"married"_s), QJsonValue(false));
}

void TestView::type_multiline_enterIsANewLine()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.commit(u"remark"_s, u"第一行"_s);
    form.press(Qt::Key_Return);
    form.commit(u"remark"_s, u"第二行"_s);
    QCOMPARE(form.value(u"remark"_s), QJsonValue(u"第一行\n第二行"_s));
    QVERIFY(qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()));
}

void TestView::code_initialsCodeOrWords_areTaken_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::addRow("initials") << u"brcz"_s << u"31"_s;
    QTest::addRow("the code") << u"12"_s << u"12"_s;
    QTest::addRow("words") << u"期满"_s << u"11"_s;
}

void TestView::code_initialsCodeOrWords_areTaken()
{
    QFETCH(QString, typed);
    QFETCH(QString, code);
    FormWindow form;
    QVERIFY(form.isReady());
    if (typed[0].unicode() < 0x80)
        form.type(u"reason"_s, typed);
    else
        form.commit(u"reason"_s, typed);
    form.press(Qt::Key_Return);
    QCOMPARE(form.value(u"reason"_s), QJsonValue(code));
    QVERIFY(form.field(u"reason"_s)->editorAs<CodePicker>()->line()->text().startsWith(code));
    QCOMPARE(form.field(u"reason"_s)->state(), FieldState::Normal);
    QVERIFY(form.field(u"village"_s)->isAncestorOf(QApplication::focusWidget()));
}

void TestView::code_unknown_staysAndIsRefused()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.commit(u"reason"_s, u"退休"_s);
    form.press(Qt::Key_Return);
    QCOMPARE(form.value(u"reason"_s), QJsonValue(u"退休"_s)); // the draft keeps it, the check finds it
    QCOMPARE(form.field(u"reason"_s)->state(), FieldState::Error);
    QVERIFY2(
        form.field(u"reason"_s)->shownHint().contains(u"退休"_s), qPrintable(form.field(u"reason"_s)->shownHint()));
    form.begin({{u"reason"_s, u"90"_s}});
    QCOMPARE(form.field(u"reason"_s)->editorAs<CodePicker>()->line()->text(), u"90  旧的原因"_s);
}

void TestView::code_tableComesLate_showsTheWords()
{
    FormWindow form(everyKind(), 1.0, true);
    QVERIFY(form.isReady());
    form.begin({{u"reason"_s, u"12"_s}, {u"village"_s, u"210603001"_s}});
    auto* picker = form.field(u"reason"_s)->editorAs<CodePicker>();
    QCOMPARE(picker->line()->text(), u"12"_s);
    QVERIFY(form.view->state().problemsAt(u"reason"_s).isEmpty()); // not refused for want of a table
    form.definitions.letGo();
    QTRY_COMPARE(picker->line()->text(), u"12  单位破产"_s);
    QTRY_COMPARE(form.field(u"village"_s)->editorAs<CodePicker>()->line()->text(), u"辽宁省丹东市振兴区站前街道"_s);
}

void TestView::area_typed_isTaken()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.type(u"village"_s, u"ljjd"_s);
    form.press(Qt::Key_Tab);
    QCOMPARE(form.value(u"village"_s), QJsonValue(u"210603002"_s));
    QCOMPARE(form.field(u"village"_s)->editorAs<CodePicker>()->line()->text(), u"辽宁省丹东市振兴区临江街道"_s);
}

void TestView::problem_whileTyping_waitsUntilTheFieldIsLeft()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.type(u"phone"_s, u"1389871"_s);
    QCOMPARE(form.field(u"phone"_s)->state(), FieldState::Normal);
    form.press(Qt::Key_Tab);
    QCOMPARE(form.field(u"phone"_s)->state(), FieldState::Error);
    QVERIFY2(form.field(u"phone"_s)->shownHint().contains(u"7"_s),
        qPrintable(form.field(u"phone"_s)->shownHint())); // says how many digits there are
    form.type(u"phone"_s, {});
    static_cast<QLineEdit*>(QApplication::focusWidget())->end(false);
    QTest::keyClicks(QApplication::focusWidget(), u"2206"_s); // and goes away at the key that mends it
    QCOMPARE(form.field(u"phone"_s)->state(), FieldState::Normal);
    form.type(u"ended"_s, u"20260230"_s);
    form.press(Qt::Key_Tab);
    QCOMPARE(form.field(u"ended"_s)->shownHint(), u"There is no such day"_s);
    form.type(u"wage"_s, u"0.005"_s);
    form.press(Qt::Key_Tab);
    QCOMPARE(form.field(u"wage"_s)->shownHint(), u"At most two decimals: amounts end at the fen"_s);
    form.type(u"months"_s, u"481"_s);
    form.press(Qt::Key_Tab);
    QVERIFY(form.field(u"months"_s)->shownHint().contains(u"0 … 480"_s));
}

void TestView::problem_crossField_isShownAtItsFields()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.type(u"wage"_s, u"20000"_s);
    form.press(Qt::Key_Return);
    form.type(u"share"_s, u"0.8"_s);
    QCOMPARE(form.field(u"wage"_s)->state(), FieldState::Error); // left before
    QCOMPARE(form.field(u"share"_s)->state(), FieldState::Normal);
    form.press(Qt::Key_Return);
    QCOMPARE(form.field(u"share"_s)->state(), FieldState::Error);
    QCOMPARE(form.field(u"share"_s)->shownHint(), u"工资过高时比例不能超过 0.5"_s);
}

void TestView::problem_warning_isNoObstacle()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.begin({{u"name"_s, u"王桂兰"_s}, {u"phone"_s, u"13898712206"_s}, {u"reason"_s, u"11"_s}});
    form.type(u"months"_s, u"410"_s);
    form.press(Qt::Key_Return);
    QCOMPARE(form.field(u"months"_s)->state(), FieldState::Attention);
    QVERIFY(form.view->check());
    QVERIFY(form.view->firstProblem().isEmpty());
}

void TestView::check_firstProblem_isNamedAndGetsTheKeyboard()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.view->focusPath(u"remark"_s);
    QVERIFY(!form.view->check());
    QCOMPARE(form.view->firstProblem(), u"姓名"_s);
    QVERIFY(form.field(u"name"_s)->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(form.field(u"reason"_s)->state(), FieldState::Error); // all are shown
    QCOMPARE(form.field(u"wage"_s)->state(), FieldState::Normal);
    form.commit(u"name"_s, u"王桂兰"_s);
    form.type(u"phone"_s, u"13898712206"_s);
    QVERIFY(!form.view->check());
    QCOMPARE(form.view->firstProblem(), u"失业原因"_s);
    form.type(u"reason"_s, u"11"_s);
    form.press(Qt::Key_Return);
    QVERIFY(form.view->check());
}

void TestView::hidden_fieldAndSection_comeAndGo()
{
    FormWindow form;
    QVERIFY(form.isReady());
    QVERIFY(!form.field(u"spouse"_s)->isVisible());
    QVERIFY(!form.field(u"periods"_s)->isVisible());
    const auto headings = [&form] {
        QStringList seen;
        for (const auto* label : form.view->findChildren<QLabel*>())
            if (label->isVisible() && (label->text() == u"工作与待遇" || label->text() == u"工作经历"))
                seen.append(label->text());
        return seen;
    };
    QCOMPARE(headings().size(), 1);
    form.at(u"married"_s);
    form.press(Qt::Key_Space);
    QVERIFY(form.field(u"spouse"_s)->isVisible());
    form.commit(u"spouse"_s, u"李成林"_s);
    form.type(u"months"_s, u"12"_s);
    QVERIFY(form.field(u"periods"_s)->isVisible());
    QCOMPARE(headings().size(), 3); // the section and its table
    form.at(u"married"_s);
    form.press(Qt::Key_Space);
    QVERIFY(!form.field(u"spouse"_s)->isVisible());
    QVERIFY(!form.view->state().values.contains(u"spouse"_s));
    form.press(Qt::Key_Space);
    QCOMPARE(form.field(u"spouse"_s)->editorAs<QLineEdit>()->text(), u"李成林"_s); // nothing is lost by a tick
}

void TestView::hidden_aboveTheCursor_keepsTheCursorInPlace()
{
    const auto definition = definitionOf(R"({"id": "shifting", "revision": 1, "sections": [
      {"id": "a", "title": {"zh_CN": "一", "en": "One"}, "visibleWhen": "switch != \"no\"", "fields": [
        {"id": "a1", "label": {"zh_CN": "甲", "en": "A"}, "kind": "multiline"},
        {"id": "a2", "label": {"zh_CN": "乙", "en": "B"}, "kind": "multiline"}]},
      {"id": "b", "title": {"zh_CN": "二", "en": "Two"}, "fields": [
        {"id": "b1", "label": {"zh_CN": "丙", "en": "C"}, "kind": "multiline"},
        {"id": "b2", "label": {"zh_CN": "丁", "en": "D"}, "kind": "multiline"},
        {"id": "switch", "label": {"zh_CN": "开关", "en": "Switch"}, "kind": "text"},
        {"id": "b3", "label": {"zh_CN": "戊", "en": "E"}, "kind": "multiline"},
        {"id": "b4", "label": {"zh_CN": "己", "en": "F"}, "kind": "multiline"},
        {"id": "b5", "label": {"zh_CN": "庚", "en": "G"}, "kind": "multiline"},
        {"id": "b6", "label": {"zh_CN": "辛", "en": "H"}, "kind": "multiline"}]}]})");
    FormWindow form(definition);
    QVERIFY(form.isReady());
    form.window.resize(640, 300);
    QCoreApplication::processEvents();
    form.at(u"switch"_s);
    const auto place = [&form] { return form.field(u"switch"_s)->mapTo(form.scroll->viewport(), QPoint()).y(); };
    QVERIFY(!form.field(u"a1"_s)->isVisible());
    const int before = place();
    QTest::keyClicks(QApplication::focusWidget(), u"n"_s);
    QVERIFY(form.field(u"a1"_s)->isVisible()); // 200 px came above the cursor
    QCOMPARE(place(), before);
    QTest::keyClicks(QApplication::focusWidget(), u"o"_s);
    QVERIFY(!form.field(u"a1"_s)->isVisible());
    QCOMPARE(place(), before);
    QCoreApplication::processEvents();
    QCOMPARE(place(), before);
}

void TestView::keys_enterAndTab_goInReadingOrder()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.begin({{u"months"_s, 3}, {u"married"_s, true}});
    QCoreApplication::processEvents();
    QCOMPARE(KeyboardFlow::tabChain(form.view), KeyboardFlow::visualOrder(form.view));
    form.at(u"name"_s);
    QStringList seen;
    for (int i = 0; i < 6; ++i) {
        form.press(i % 2 == 0 ? Qt::Key_Return : Qt::Key_Tab);
        seen.append(QApplication::focusWidget()->accessibleName());
    }
    QCOMPARE(seen, (QStringList{u"联系电话"_s, u"失业原因"_s, u"常住地"_s, u"已婚"_s, u"配偶姓名"_s, u"缴费月数"_s}));
}

void TestView::keys_everyStop_hasANameAndComesIntoSight()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.begin({{u"months"_s, 3}});
    form.window.resize(640, 260);
    QCoreApplication::processEvents();
    form.at(u"name"_s);
    for (qsizetype i = 0; i < KeyboardFlow::tabChain(form.view).size(); ++i) {
        QWidget* stop = QApplication::focusWidget();
        QVERIFY2(
            !stop->accessibleName().isEmpty() || qobject_cast<QAbstractButton*>(stop), stop->metaObject()->className());
        const QRect place(stop->mapTo(form.scroll->viewport(), QPoint()), stop->size());
        QVERIFY2(form.scroll->viewport()->rect().contains(place.intersected(QRect(place.topLeft(), QSize(1, 30)))),
            qPrintable(stop->accessibleName()));
        form.press(Qt::Key_Tab);
    }
}

void TestView::largeType_narrowPane_cutsNoLabel()
{
    FormWindow form(everyKind(), 1.25);
    QVERIFY(form.isReady());
    form.window.resize(560, 420);
    QCoreApplication::processEvents();
    for (auto* label : form.view->findChildren<QLabel*>()) {
        if (label->isVisible() && label->buddy())
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    }
    QCOMPARE(form.scroll->horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(TestView)
#include "test_view.moc"
