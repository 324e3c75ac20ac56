#include "KitTest.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/ActionRegistry.h"
#include "app/counter/kit/ImeGuard.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/TextArea.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnAnyWarning(); }
    void add_takenKey_isRefused_data();
    void add_takenKey_isRefused();
    void add_takenId_isRefused();
    void add_keyOfATextField_isRefused_data();
    void add_keyOfATextField_isRefused();
    void keys_ofAnotherPage_doNothing();
    void keys_ofADisabledAction_doNothing();
    void ctrlEnter_bothEnterKeys_trigger();
    void button_ofAnAction_saysItsKeyAndFollows();
    void flow_enter_goesToTheNextField();
    void flow_ctrlEnter_pressesTheMainButton();
    void flow_enterInText_isANewLine();
    void flow_readOnlyField_isPassedOver();
    void ime_whileComposing_keepsItsKeys_data();
    void ime_whileComposing_keepsItsKeys();
    void ime_afterCommit_keysActAgain();
};

void TestActions::initTestCase()
{
    dress(lookAt());
    QVERIFY(gallery::speakChinese());
}

void TestActions::add_takenKey_isRefused_data()
{
    QTest::addColumn<QString>("firstContext");
    QTest::addColumn<QString>("secondContext");
    QTest::addColumn<bool>("refused");
    QTest::addRow("same page") << u"intake"_s << u"intake"_s << true;
    QTest::addRow("two pages") << u"intake"_s << u"todo"_s << false;
    QTest::addRow("everywhere after a page") << u"intake"_s << QString() << true;
    QTest::addRow("a page after everywhere") << QString() << u"todo"_s << true;
}

void TestActions::add_takenKey_isRefused()
{
    QFETCH(QString, firstContext);
    QFETCH(QString, secondContext);
    QFETCH(bool, refused);
    QWidget window;
    ActionRegistry registry(&window);
    QVERIFY(registry.add({.id = u"a"_s, .text = u"提交"_s, .key = Qt::Key_F9, .context = firstContext}));
    const auto second = registry.add({.id = u"b"_s, .text = u"归档"_s, .key = Qt::Key_F9, .context = secondContext});
    QCOMPARE(!second.has_value(), refused);
    if (refused) {
        QVERIFY(second.error().is("kit.action-key-taken"_L1));
        QCOMPARE(second.error().fields.value("holder"_L1).toString(), u"a"_s);
        QVERIFY(!registry.action(u"b"_s));
    }
}

void TestActions::add_takenId_isRefused()
{
    QWidget window;
    ActionRegistry registry(&window);
    QVERIFY(registry.add({.id = u"a"_s, .text = u"提交"_s, .key = {}, .context = {}}));
    const auto second = registry.add({.id = u"a"_s, .text = u"提交"_s, .key = {}, .context = u"todo"_s});
    QVERIFY(!second && second.error().is("kit.action-id-taken"_L1));
}

void TestActions::add_keyOfATextField_isRefused_data()
{
    QTest::addColumn<QKeySequence>("key");
    QTest::addColumn<bool>("refused");
    QTest::addRow("a letter") << QKeySequence(Qt::Key_A) << true;
    QTest::addRow("a digit") << QKeySequence(Qt::Key_1) << true;
    QTest::addRow("a capital") << QKeySequence(Qt::SHIFT | Qt::Key_A) << true;
    QTest::addRow("enter") << QKeySequence(Qt::Key_Return) << true;
    QTest::addRow("tab") << QKeySequence(Qt::Key_Tab) << true;
    QTest::addRow("an arrow") << QKeySequence(Qt::Key_Down) << true;
    QTest::addRow("delete") << QKeySequence(Qt::Key_Delete) << true;
    QTest::addRow("a function key") << QKeySequence(Qt::Key_F4) << false;
    QTest::addRow("escape") << QKeySequence(Qt::Key_Escape) << false;
    QTest::addRow("page down") << QKeySequence(Qt::Key_PageDown) << false;
    QTest::addRow("alt and digit") << QKeySequence(Qt::ALT | Qt::Key_1) << false;
    QTest::addRow("ctrl and enter") << QKeySequence(Qt::CTRL | Qt::Key_Return) << false;
}

void TestActions::add_keyOfATextField_isRefused()
{
    QFETCH(QKeySequence, key);
    QFETCH(bool, refused);
    QWidget window;
    ActionRegistry registry(&window);
    const auto added = registry.add({.id = u"a"_s, .text = u"提交"_s, .key = key, .context = {}});
    QCOMPARE(!added.has_value(), refused);
    if (refused)
        QVERIFY(added.error().is("kit.action-key-types"_L1));
}

void TestActions::keys_ofAnotherPage_doNothing()
{
    QWidget window;
    auto* registry = new ActionRegistry(&window);
    QAction* intake =
        *registry->add({.id = u"intake.submit"_s, .text = u"提交"_s, .key = Qt::Key_F9, .context = u"intake"_s});
    QAction* todo = *registry->add({.id = u"todo.pass"_s, .text = u"通过"_s, .key = Qt::Key_F9, .context = u"todo"_s});
    QAction* search =
        *registry->add({.id = u"search"_s, .text = u"搜索"_s, .key = QKeySequence(u"Ctrl+K"_s), .context = {}});
    QSignalSpy submitted(intake, &QAction::triggered);
    QSignalSpy passed(todo, &QAction::triggered);
    QSignalSpy searched(search, &QAction::triggered);
    QVERIFY(showActive(&window));
    registry->enter(u"intake"_s);
    QTest::keyClick(&window, Qt::Key_F9);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(passed.size(), 0);
    registry->enter(u"todo"_s);
    QTest::keyClick(&window, Qt::Key_F9);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(passed.size(), 1);
    QCOMPARE(searched.size(), 2);
    QVERIFY(intake->isEnabled()); // the page's own say on its action is left alone
    registry->removeContext(u"todo"_s);
    QVERIFY(!registry->action(u"todo.pass"_s));
    QVERIFY(registry->add({.id = u"todo.pass"_s, .text = u"通过"_s, .key = Qt::Key_F9, .context = u"todo"_s}));
}

void TestActions::keys_ofADisabledAction_doNothing()
{
    QWidget window;
    auto* registry = new ActionRegistry(&window);
    QAction* action =
        *registry->add({.id = u"a"_s, .text = u"提交"_s, .key = Qt::Key_F9, .context = {}, .enabled = false});
    QSignalSpy triggered(action, &QAction::triggered);
    QVERIFY(showActive(&window));
    QTest::keyClick(&window, Qt::Key_F9);
    QCOMPARE(triggered.size(), 0);
    action->setEnabled(true);
    QTest::keyClick(&window, Qt::Key_F9);
    QCOMPARE(triggered.size(), 1);
}

void TestActions::ctrlEnter_bothEnterKeys_trigger()
{
    QWidget window;
    auto* registry = new ActionRegistry(&window);
    QAction* action =
        *registry->add({.id = u"a"_s, .text = u"通过"_s, .key = Qt::CTRL | Qt::Key_Return, .context = {}});
    QCOMPARE(action->shortcut().toString(), u"Ctrl+Enter"_s);
    QSignalSpy triggered(action, &QAction::triggered);
    QVERIFY(showActive(&window));
    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_Enter, Qt::ControlModifier);
    QCOMPARE(triggered.size(), 2);
}

void TestActions::button_ofAnAction_saysItsKeyAndFollows()
{
    QWidget window;
    const Look look = lookAt();
    auto* registry = new ActionRegistry(&window);
    QAction* action = *registry->add(
        {.id = u"a"_s, .text = u"提交"_s, .key = Qt::Key_F9, .context = {}, .hint = u"提交并打印回执"_s});
    auto* bar = new ActionBar(look, &window);
    ActionButton* button = bar->setPrimary(action);
    QCOMPARE(button->text(), u"提交"_s);
    QCOMPARE(button->keyText(), u"F9"_s);
    QCOMPARE(button->accessibleName(), u"提交"_s);
    QCOMPARE(button->accessibleDescription(), u"F9"_s);
    QCOMPARE(button->toolTip(), u"提交并打印回执"_s);
    const int width = button->sizeHint().width();
    action->setText(u"提交并打印"_s);
    QVERIFY(button->sizeHint().width() > width);
    action->setEnabled(false);
    QVERIFY(!button->isEnabled());
    action->setEnabled(true);
    QSignalSpy triggered(action, &QAction::triggered);
    QVERIFY(showActive(&window));
    button->click();
    QCOMPARE(triggered.size(), 1);
    action->setVisible(false);
    QVERIFY(button->isHidden());
}

namespace {

// Three fields, a text and a button, one under the other.
struct Page
{
    QWidget window;
    QLineEdit* first = new QLineEdit;
    QLineEdit* second = new QLineEdit;
    QCheckBox* check = new QCheckBox(u"已核对"_s);
    TextArea* text = new TextArea(lookAt(), 3);
    QPushButton* button = new QPushButton(u"下一步"_s);
    KeyboardFlow* flow = nullptr;

    Page()
    {
        auto* column = new QVBoxLayout(&window);
        for (QWidget* widget : std::initializer_list<QWidget*>{first, second, check, text, button})
            column->addWidget(widget);
        flow = new KeyboardFlow(&window);
        flow->setMainButton(button);
    }
};

} // namespace

void TestActions::flow_enter_goesToTheNextField()
{
    Page page;
    QVERIFY(showActive(&page.window));
    page.first->setFocus();
    QTest::keyClick(page.first, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), page.second);
    QTest::keyClick(page.second, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), page.first);
    QTest::keyClick(page.first, Qt::Key_Enter, Qt::KeypadModifier);
    QTest::keyClick(page.second, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), page.check);
    QTest::keyClick(page.check, Qt::Key_Return);
    QVERIFY(!page.check->isChecked()); // Enter goes on, Space ticks
    QCOMPARE(QApplication::focusWidget(), page.text);
}

void TestActions::flow_ctrlEnter_pressesTheMainButton()
{
    Page page;
    QSignalSpy clicked(page.button, &QPushButton::clicked);
    QVERIFY(showActive(&page.window));
    page.first->setFocus();
    QTest::keyClick(page.first, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(clicked.size(), 1);
    page.text->setFocus();
    QTest::keyClick(page.text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(clicked.size(), 2);
    page.button->setEnabled(false);
    QTest::keyClick(page.text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(clicked.size(), 2);
    page.button->setEnabled(true);
    page.button->setFocus();
    QTest::keyClick(page.button, Qt::Key_Return);
    QCOMPARE(clicked.size(), 3);
}

void TestActions::flow_enterInText_isANewLine()
{
    Page page;
    QVERIFY(showActive(&page.window));
    page.text->setFocus();
    QTest::keyClicks(page.text, u"a"_s);
    QTest::keyClick(page.text, Qt::Key_Return);
    QTest::keyClicks(page.text, u"b"_s);
    QCOMPARE(page.text->toPlainText(), u"a\nb"_s);
    QTest::keyClick(page.text, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), page.button);
}

void TestActions::flow_readOnlyField_isPassedOver()
{
    Page page;
    page.second->setFocusPolicy(Qt::ClickFocus);
    QVERIFY(showActive(&page.window));
    page.first->setFocus();
    QTest::keyClick(page.first, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), page.check);
}

void TestActions::ime_whileComposing_keepsItsKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::addRow("enter") << int(Qt::Key_Return);
    QTest::addRow("escape") << int(Qt::Key_Escape);
    QTest::addRow("a digit") << int(Qt::Key_2);
    QTest::addRow("next candidates") << int(Qt::Key_PageDown);
    QTest::addRow("tab") << int(Qt::Key_Tab);
}

void TestActions::ime_whileComposing_keepsItsKeys()
{
    QFETCH(int, key);
    ImeGuard guard(qApp);
    Page page;
    auto* registry = new ActionRegistry(&page.window);
    QAction* back = *registry->add({.id = u"back"_s, .text = u"返回"_s, .key = Qt::Key_Escape, .context = {}});
    QAction* next = *registry->add({.id = u"next"_s, .text = u"下一件"_s, .key = Qt::Key_PageDown, .context = {}});
    QSignalSpy wentBack(back, &QAction::triggered);
    QSignalSpy wentOn(next, &QAction::triggered);
    QVERIFY(showActive(&page.window));
    page.first->setFocus();
    QInputMethodEvent composing(u"wang"_s, {});
    QCoreApplication::sendEvent(page.first, &composing);
    QVERIFY(guard.isComposing());
    QTest::keyClick(page.first, Qt::Key(key));
    QCOMPARE(QApplication::focusWidget(), page.first);
    QCOMPARE(wentBack.size() + wentOn.size(), 0);
    QVERIFY(page.first->text().isEmpty());
}

void TestActions::ime_afterCommit_keysActAgain()
{
    ImeGuard guard(qApp);
    Page page;
    QVERIFY(showActive(&page.window));
    page.first->setFocus();
    QInputMethodEvent composing(u"wang"_s, {});
    QCoreApplication::sendEvent(page.first, &composing);
    QInputMethodEvent committed;
    committed.setCommitString(u"王"_s);
    QCoreApplication::sendEvent(page.first, &committed);
    QVERIFY(!guard.isComposing());
    QCOMPARE(page.first->text(), u"王"_s);
    QTest::keyClick(page.first, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), page.second);
    QCoreApplication::sendEvent(page.second, &composing);
    QVERIFY(guard.isComposing());
    page.first->setFocus(); // leaving the field ends the composition
    QVERIFY(!guard.isComposing());
}

QTEST_MAIN(TestActions)
#include "test_actions.moc"
