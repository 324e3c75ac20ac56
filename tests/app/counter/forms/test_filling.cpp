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

// What a form is filled with besides typing: card, register, what is derived, and another form.
class TestFilling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dress(lookAt()); }
    void init() { failOnAnyWarning(); }
    void prefill_facts_areShownWithTheirSource();
    void prefill_lateRegister_neverTouchesWhatIsTyped();
    void prefill_openComposition_isNotDisturbed();
    void prefill_halfTypedCode_isNotDisturbed();
    void contradiction_typed_isMarkedForAttention();
    void derived_value_isReadOnlyAndSaysSo();
    void readOnly_form_isReadAndNotTyped();
    void setForm_sameDefinition_keepsItsEditors();
    void setForm_otherDefinition_makesOtherEditors();
};

void TestFilling::prefill_facts_areShownWithTheirSource()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.view->prefill({{u"name"_s, u"王桂兰"_s}, {u"idNo"_s, u"11010519491231002X"_s}}, {{u"months"_s, 112}});
    QCOMPARE(form.field(u"name"_s)->editorAs<QLineEdit>()->text(), u"王桂兰"_s);
    QCOMPARE(form.field(u"name"_s)->state(), FieldState::Filled);
    QCOMPARE(form.field(u"name"_s)->shownHint(), u"from the ID card"_s);
    QCOMPARE(form.field(u"idNo"_s)->state(), FieldState::ReadOnly);
    QCOMPARE(form.field(u"months"_s)->shownHint(), u"from the register"_s);
    QCOMPARE(form.origin(u"months"_s), u"register"_s);
    form.view->focusFirst();
    QVERIFY(form.field(u"phone"_s)->isAncestorOf(QApplication::focusWidget())); // what is filled is not asked again
}

void TestFilling::prefill_lateRegister_neverTouchesWhatIsTyped()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.view->prefill({{u"name"_s, u"王桂兰"_s}}, {});
    form.type(u"phone"_s, u"138"_s);
    form.view->setRegistered({{u"phone"_s, u"13304150087"_s}, {u"months"_s, 112}});
    QCOMPARE(form.value(u"phone"_s), QJsonValue(u"138"_s));
    QCOMPARE(form.field(u"phone"_s)->editorAs<QLineEdit>()->text(), u"138"_s);
    QCOMPARE(form.value(u"months"_s).toInt(), 112);
    QCOMPARE(form.value(u"name"_s).toString(), u"王桂兰"_s);
}

void TestFilling::prefill_openComposition_isNotDisturbed()
{
    FormWindow form;
    QVERIFY(form.isReady());
    auto* line = static_cast<QLineEdit*>(form.at(u"phone"_s));
    QInputMethodEvent composing(u"yisan"_s, {});
    QCoreApplication::sendEvent(line, &composing);
    form.view->setRegistered({{u"phone"_s, u"13304150087"_s}});
    QVERIFY(line->text().isEmpty());
    QInputMethodEvent committed;
    committed.setCommitString(u"13"_s);
    QCoreApplication::sendEvent(line, &committed);
    QCOMPARE(form.value(u"phone"_s), QJsonValue(u"13"_s));
    form.press(Qt::Key_Tab);
    QCoreApplication::processEvents();
    QCOMPARE(form.value(u"phone"_s), QJsonValue(u"13"_s));

    form.begin();
    line = static_cast<QLineEdit*>(form.at(u"phone"_s));
    QCoreApplication::sendEvent(line, &composing);
    form.view->setRegistered({{u"phone"_s, u"13304150087"_s}});
    QInputMethodEvent givenUp;
    QCoreApplication::sendEvent(line, &givenUp);
    form.press(Qt::Key_Tab);
    QTRY_COMPARE(line->text(), u"13304150087"_s); // nothing was typed after all
}

void TestFilling::prefill_halfTypedCode_isNotDisturbed()
{
    const auto definition = definitionOf(R"({"id": "coded", "revision": 1, "sections": [
      {"id": "a", "title": {"zh_CN": "一", "en": "One"}, "fields": [
        {"id": "reason", "label": {"zh_CN": "原因", "en": "Reason"}, "kind": "code", "codeTable": "reason",
         "source": "register.reason"},
        {"id": "other", "label": {"zh_CN": "其他", "en": "Other"}, "kind": "text"}]}]})");
    FormWindow form(definition);
    QVERIFY(form.isReady());
    form.type(u"reason"_s, u"dwp"_s);
    form.view->setRegistered({{u"reason"_s, u"31"_s}});
    auto* picker = form.field(u"reason"_s)->editorAs<CodePicker>();
    QCOMPARE(picker->line()->text(), u"dwp"_s);
    form.press(Qt::Key_Return);
    QCoreApplication::processEvents();
    QCOMPARE(form.value(u"reason"_s), QJsonValue(u"12"_s));
    QCOMPARE(form.field(u"reason"_s)->state(), FieldState::Attention);
    QCOMPARE(form.field(u"reason"_s)->shownHint(), u"The register says: 本人辞职"_s);
}

void TestFilling::contradiction_typed_isMarkedForAttention()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.view->prefill({{u"name"_s, u"王桂兰"_s}}, {{u"phone"_s, u"13304150087"_s}});
    auto* line = static_cast<QLineEdit*>(form.at(u"phone"_s));
    line->selectAll();
    QTest::keyClicks(line, u"13898712206"_s);
    QCOMPARE(form.field(u"phone"_s)->state(), FieldState::Attention);
    QCOMPARE(form.field(u"phone"_s)->shownHint(), u"The register says: 13304150087"_s);
}

void TestFilling::derived_value_isReadOnlyAndSaysSo()
{
    FormWindow form;
    QVERIFY(form.isReady());
    auto* benefit = form.field(u"benefit"_s)->editorAs<QLineEdit>();
    form.type(u"wage"_s, u"819"_s);
    QCOMPARE(benefit->text(), u"1,638.00"_s);
    QVERIFY(benefit->isReadOnly());
    QCOMPARE(form.field(u"benefit"_s)->state(), FieldState::ReadOnly);
    QCOMPARE(form.field(u"benefit"_s)->shownHint(), u"calculated"_s);
    QCOMPARE(form.value(u"benefit"_s).toInt(), 163800);
    QVERIFY(!(benefit->focusPolicy() & Qt::TabFocus));
}

void TestFilling::readOnly_form_isReadAndNotTyped()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.view->setReadOnly(true);
    form.begin({{u"name"_s, u"王桂芝"_s}, {u"phone"_s, u"1"_s}, {u"reason"_s, u"12"_s}, {u"married"_s, true}},
        {{u"name"_s, u"typed"_s}, {u"reason"_s, u"register"_s}});
    form.view->prefill({{u"name"_s, u"王桂兰"_s}, {u"idNo"_s, u"11010519491231002X"_s}}, {});
    QCOMPARE(form.value(u"name"_s).toString(), u"王桂芝"_s);
    QVERIFY(form.value(u"idNo"_s).isUndefined()); // what is shown is the case, not what could be filled in
    QCOMPARE(form.field(u"name"_s)->state(), FieldState::Attention);
    QCOMPARE(form.field(u"phone"_s)->state(), FieldState::ReadOnly); // no complaints to somebody who can mend nothing
    QCOMPARE(form.field(u"reason"_s)->shownHint(), u"from the register"_s);
    QSignalSpy edited(form.view, &FormView::edited);
    for (const auto& id : {u"name"_s, u"phone"_s, u"reason"_s, u"remark"_s, u"married"_s}) {
        form.type(id, u"x "_s);
        QVERIFY2(!(QApplication::focusWidget()->focusPolicy() & Qt::TabFocus), qPrintable(id));
    }
    QCOMPARE(edited.size(), 0);
    QVERIFY(form.field(u"married"_s)->editorAs<QCheckBox>()->isChecked());
    form.view->setReadOnly(false);
    form.type(u"phone"_s, u"3"_s);
    QCOMPARE(edited.size(), 1);
}

void TestFilling::setForm_sameDefinition_keepsItsEditors()
{
    FormWindow form;
    QVERIFY(form.isReady());
    auto* line = form.field(u"name"_s)->editor();
    form.commit(u"name"_s, u"王桂兰"_s);
    form.type(u"reason"_s, u"half"_s); // half a word that belongs to the first person
    form.begin({{u"name"_s, u"李成林"_s}});
    QCOMPARE(form.field(u"name"_s)->editor(), line);
    QCOMPARE(form.field(u"name"_s)->editorAs<QLineEdit>()->text(), u"李成林"_s);
    QVERIFY(form.field(u"reason"_s)->editorAs<CodePicker>()->line()->text().isEmpty());
    QVERIFY(form.value(u"reason"_s).isUndefined());
    QCOMPARE(form.field(u"phone"_s)->state(), FieldState::Normal); // nobody was there yet
}

void TestFilling::setForm_otherDefinition_makesOtherEditors()
{
    FormWindow form;
    QVERIFY(form.isReady());
    form.at(u"name"_s);
    form.view->setForm(definitionOf(R"({"id": "other", "revision": 1, "sections": [
        {"id": "a", "title": {"zh_CN": "一", "en": "One"}, "fields": [
          {"id": "alone", "label": {"zh_CN": "独", "en": "Alone"}, "kind": "text"}]}]})"),
        {}, {}, QDate(2026, 11, 21));
    QTRY_VERIFY(!form.field(u"name"_s));
    QVERIFY(form.field(u"alone"_s)->isVisible());
    form.view->clear();
    QVERIFY(!form.view->check());
    QVERIFY(form.view->values().isEmpty());
    form.begin();
    QTRY_VERIFY(form.field(u"name"_s) && form.field(u"name"_s)->isVisible());
}

QTEST_MAIN(TestFilling)
#include "test_filling.moc"
