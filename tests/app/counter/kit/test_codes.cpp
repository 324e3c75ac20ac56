#include "KitTest.h"

#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/CodePopup.h"
#include "app/counter/kit/KeyboardFlow.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnAnyWarning(); }
    void codeList_typed_ranks_data();
    void codeList_typed_ranks();
    void codeList_twentyThousandRows_findsAtEveryKey();
    void codePicker_typedInitials_enterTakesAndGoesOn();
    void codePicker_arrows_walkTheList();
    void codePicker_escape_givesTheOldValueBack();
    void codePicker_codeAlone_isTakenOnLeaving();
    void codePicker_nonsense_staysAndIsReported();
    void codePicker_emptied_isCleared();
    void codePicker_popup_staysInsideTheWindow();

private:
    static std::shared_ptr<CodeList> reasons()
    {
        return std::make_shared<CodeList>(QVector<CodeItem>{{u"01"_s, u"终止劳动合同"_s, u"zzldht"_s},
            {u"02"_s, u"劳动合同期满，单位不再续订"_s, u"ldhtqmdwbzxd"_s},
            {u"03"_s, u"被用人单位解除劳动合同"_s, u"byrdwjcldht"_s}, {u"10"_s, u"劳动者辞职"_s, u"ldzcz"_s}});
    }

    // Chinese comes from an input method, not from keys.
    static void commit(QWidget* widget, const QString& text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(widget, &event);
    }

    // A window with a picker between two line edits.
    struct Page
    {
        QWidget window;
        QLineEdit* before = new QLineEdit;
        CodePicker* picker;
        QLineEdit* after = new QLineEdit;

        explicit Page(const std::shared_ptr<const CodeSource>& source)
            : picker(new CodePicker(lookAt(), source))
        {
            window.resize(600, 400);
            auto* column = new QVBoxLayout(&window);
            for (QWidget* widget : std::initializer_list<QWidget*>{before, picker, after})
                column->addWidget(widget);
            column->addStretch(1);
            new KeyboardFlow(&window);
        }
    };
};

void TestCodes::initTestCase()
{
    dress(lookAt());
    QVERIFY(gallery::speakChinese());
}

void TestCodes::codeList_typed_ranks_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("codes");
    QTest::addRow("nothing: the table's order") << QString() << QStringList{u"01"_s, u"02"_s, u"03"_s, u"10"_s};
    QTest::addRow("the code") << u"02"_s << QStringList{u"02"_s};
    QTest::addRow("beginning of codes") << u"0"_s << QStringList{u"01"_s, u"02"_s, u"03"_s, u"10"_s};
    QTest::addRow("initials") << u"ldz"_s << QStringList{u"10"_s};
    QTest::addRow("capitals") << u"LDHTQM"_s << QStringList{u"02"_s};
    QTest::addRow("first words before inner words") << u"劳动"_s << QStringList{u"02"_s, u"10"_s, u"01"_s, u"03"_s};
    QTest::addRow("inner initials last") << u"ldht"_s << QStringList{u"02"_s, u"01"_s, u"03"_s};
    QTest::addRow("two words") << u"劳动 解除"_s << QStringList{u"03"_s};
    QTest::addRow("nothing matches") << u"退休"_s << QStringList();
}

void TestCodes::codeList_typed_ranks()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, codes);
    QStringList found;
    for (const CodeItem& item : reasons()->find(typed, 10))
        found.append(item.code);
    QCOMPARE(found, codes);
    QCOMPARE(reasons()->find(typed, 1).size(), std::min<qsizetype>(1, codes.size()));
}

void TestCodes::codeList_twentyThousandRows_findsAtEveryKey()
{
    QVector<CodeItem> items;
    for (int i = 0; i < 20'000; ++i)
        items.append({QString::number(210600000000 + i), u"振兴区站前街道第 %1 村"_s.arg(i), u"zxqzqjdd%1c"_s.arg(i)});
    const CodeList list(items);
    const QString typed = u"第 19999 村"_s;
    for (qsizetype length = 1; length <= typed.size(); ++length) // as a clerk types, each answer narrows the one before
        QVERIFY(!list.find(typed.left(length), 50).isEmpty());
    QCOMPARE(list.find(typed, 50).size(), 1);
    QCOMPARE(list.find(u"第 1999"_s, 50).size(), 12); // going back widens again: 1999, 19990 to 19999, and code …11999
    QCOMPARE(list.find(u"210600019999"_s, 50).front().text, u"振兴区站前街道第 19999 村"_s);
    QCOMPARE(list.find(QString(), 50).size(), 50);
    QCOMPARE(list.byCode(u"210600000007"_s)->text, u"振兴区站前街道第 7 村"_s);
    QVERIFY(!list.byCode(u"999"_s));
}

void TestCodes::codePicker_typedInitials_enterTakesAndGoesOn()
{
    Page page(reasons());
    QVERIFY(showActive(&page.window));
    QSignalSpy chosen(page.picker, &CodePicker::chosen);
    page.picker->setFocus();
    QTest::keyClicks(page.picker->line(), u"ldhtq"_s);
    QVERIFY(page.picker->isOpen());
    QVERIFY(!page.picker->isResolved());
    QTest::keyClick(page.picker->line(), Qt::Key_Return);
    QVERIFY(!page.picker->isOpen());
    QCOMPARE(page.picker->code(), u"02"_s);
    QCOMPARE(page.picker->line()->text(), u"02  劳动合同期满，单位不再续订"_s);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toString(), u"02"_s);
    QCOMPARE(QApplication::focusWidget(), page.after);
}

void TestCodes::codePicker_arrows_walkTheList()
{
    Page page(reasons());
    QVERIFY(showActive(&page.window));
    page.picker->setFocus();
    QTest::keyClick(page.picker->line(), Qt::Key_Down); // opens the whole table
    QVERIFY(page.picker->isOpen());
    QTest::keyClick(page.picker->line(), Qt::Key_Down);
    QTest::keyClick(page.picker->line(), Qt::Key_Down);
    QTest::keyClick(page.picker->line(), Qt::Key_Down);
    QTest::keyClick(page.picker->line(), Qt::Key_Up);
    QTest::keyClick(page.picker->line(), Qt::Key_Tab);
    QCOMPARE(page.picker->code(), u"02"_s);
    QCOMPARE(QApplication::focusWidget(), page.after);
}

void TestCodes::codePicker_escape_givesTheOldValueBack()
{
    Page page(reasons());
    page.picker->setCode(u"10"_s);
    QVERIFY(showActive(&page.window));
    QSignalSpy chosen(page.picker, &CodePicker::chosen);
    page.picker->setFocus();
    page.picker->line()->selectAll();
    QTest::keyClicks(page.picker->line(), u"zz"_s);
    QTest::keyClick(page.picker->line(), Qt::Key_Escape);
    QVERIFY(!page.picker->isOpen());
    QCOMPARE(page.picker->code(), u"10"_s);
    QCOMPARE(page.picker->line()->text(), u"10  劳动者辞职"_s);
    QCOMPARE(chosen.size(), 0);
}

void TestCodes::codePicker_codeAlone_isTakenOnLeaving()
{
    Page page(reasons());
    QVERIFY(showActive(&page.window));
    page.picker->setFocus();
    QTest::keyClicks(page.picker->line(), u"03"_s);
    page.before->setFocus(Qt::MouseFocusReason);
    QCOMPARE(page.picker->code(), u"03"_s);
}

void TestCodes::codePicker_nonsense_staysAndIsReported()
{
    Page page(reasons());
    page.picker->setCode(u"10"_s);
    QVERIFY(showActive(&page.window));
    QSignalSpy unresolved(page.picker, &CodePicker::leftUnresolved);
    page.picker->setFocus();
    page.picker->line()->selectAll();
    commit(page.picker->line(), u"退休"_s);
    QTest::keyClick(page.picker->line(), Qt::Key_Return);
    QCOMPARE(unresolved.size(), 1);
    QCOMPARE(page.picker->line()->text(), u"退休"_s); // to be corrected, not to be typed again
    QVERIFY(page.picker->code().isEmpty());
    QVERIFY(!page.picker->isResolved());
}

void TestCodes::codePicker_emptied_isCleared()
{
    Page page(reasons());
    page.picker->setCode(u"10"_s);
    QVERIFY(showActive(&page.window));
    QSignalSpy chosen(page.picker, &CodePicker::chosen);
    page.picker->setFocus();
    page.picker->line()->selectAll();
    QTest::keyClick(page.picker->line(), Qt::Key_Delete);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(page.picker->code().isEmpty());
    QVERIFY(page.picker->isResolved());
    page.picker->setCode(u"77"_s); // a code of an older table is shown as it is
    QCOMPARE(page.picker->line()->text(), u"77"_s);
}

void TestCodes::codePicker_popup_staysInsideTheWindow()
{
    Page page(reasons());
    delete page.window.layout()->takeAt(3);
    static_cast<QVBoxLayout*>(page.window.layout())->insertStretch(0, 1); // everything at the lower edge
    QVERIFY(showActive(&page.window));
    page.picker->setFocus();
    QTest::keyClick(page.picker->line(), Qt::Key_Down);
    auto* popup = page.window.findChild<CodePopup*>();
    QVERIFY(popup && popup->isVisible());
    QVERIFY(page.window.rect().contains(popup->geometry()));
    QVERIFY(popup->geometry().bottom() <= page.picker->geometry().top());
    QVERIFY(!popup->isWindow()); // no second window, and the keyboard stays in the field
    QCOMPARE(QApplication::focusWidget(), page.picker->line());
}

QTEST_MAIN(TestCodes)
#include "test_codes.moc"
