#include "KitTest.h"

#include "app/counter/kit/ActionRegistry.h"
#include "app/counter/kit/CheatSheet.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

// The sheet of keys: what works here, and nothing else while it is open.
class TestCheatSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnAnyWarning(); }
    void open_listsThePage_andHoldsItsKeys();
    void series_takesOneLine();
};

void TestCheatSheet::initTestCase()
{
    dress(lookAt());
    QVERIFY(gallery::speakChinese());
}

void TestCheatSheet::open_listsThePage_andHoldsItsKeys()
{
    QWidget window;
    window.resize(900, 600);
    const Look look = lookAt();
    auto* registry = new ActionRegistry(&window);
    registry->nameContext(u"intake"_s, u"受理"_s);
    QAction* submit = *registry->add({.id = u"s"_s, .text = u"提交"_s, .key = Qt::Key_F9, .context = u"intake"_s});
    QVERIFY(registry->add({.id = u"o"_s, .text = u"通过"_s, .key = Qt::Key_F9, .context = u"todo"_s}));
    QAction* keys =
        *registry->add({.id = u"k"_s, .text = u"快捷键"_s, .key = QKeySequence(u"Ctrl+/"_s), .context = {}});
    auto* sheet = new CheatSheet(look, registry, &window);
    connect(keys, &QAction::triggered, sheet, &CheatSheet::open);
    auto* line = new QLineEdit(&window);
    registry->enter(u"intake"_s);
    QVERIFY(showActive(&window));
    line->setFocus();
    QSignalSpy submitted(submit, &QAction::triggered);
    QTest::keyClick(line, Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(sheet->isVisible());
    QStringList texts;
    for (auto* label : sheet->findChildren<QLabel*>())
        texts.append(label->text());
    QVERIFY(texts.contains(u"提交"_s) && texts.contains(u"快捷键"_s) && texts.contains(u"受理"_s));
    QVERIFY(!texts.contains(u"通过"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F9);
    QCOMPARE(submitted.size(), 0); // held while the sheet lies over the page
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != line);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    QCOMPARE(QApplication::focusWidget(), line);
    QTest::keyClick(line, Qt::Key_F9);
    QCOMPARE(submitted.size(), 1);
    QTest::keyClick(line, Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(sheet->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(!sheet->isVisible());
}

void TestCheatSheet::series_takesOneLine()
{
    QWidget window;
    window.resize(900, 600);
    auto* registry = new ActionRegistry(&window);
    registry->nameContext(u"signing"_s, u"评价"_s);
    for (int i = 1; i <= 9; ++i) {
        QVERIFY(registry->add({.id = u"reason%1"_s.arg(i),
            .text = u"原因%1"_s.arg(i),
            .key = QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + i)),
            .context = u"signing"_s}));
    }
    QVERIFY(registry->add({.id = u"step1"_s, .text = u"步骤1"_s, .key = Qt::Key_F7, .context = u"signing"_s}));
    registry->enter(u"signing"_s);
    auto* sheet = new CheatSheet(lookAt(), registry, &window);
    QVERIFY(showActive(&window));
    sheet->open();
    QStringList shown;
    for (auto* child : sheet->findChildren<QWidget*>()) {
        if (const auto* label = qobject_cast<QLabel*>(child))
            shown.append(label->text());
        else
            shown.append(child->accessibleName()); // a key
    }
    QVERIFY2(shown.contains(u"原因"_s) && shown.contains(u"Alt+1…9"_s), qPrintable(shown.join(u' ')));
    QVERIFY2(shown.filter(u"原因"_s).size() == 1, qPrintable(shown.join(u' ')));
    QVERIFY(shown.contains(u"步骤1"_s) && shown.contains(u"F7"_s)); // one alone is no series
}

QTEST_MAIN(TestCheatSheet)
#include "test_cheat_sheet.moc"
