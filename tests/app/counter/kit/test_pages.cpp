#include "KitTest.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/NavigationRail.h"
#include "app/counter/kit/TextLabel.h"

#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

// The sample pages as a whole: what holds for them holds for pages made of the kit. Run at 100 % and at 150 %.
class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanup();
    void controls_focusable_haveNames();
    void tabChain_ofEachPage_isVisualOrder();
    void tabChain_ofTheForm_readsLikeTheForm();
    void page_at1366x768_fits();
    void texts_ofEachPage_areNotCut();
    void children_ofEachPage_lieInsideTheirParents();
    void window_opensNoSecondWindow();

private:
    // The name that was given; on Linux the interface of a combo box answers with its value and gives the name by
    // relation.
    static QString spokenName(QWidget* widget)
    {
        const QString given = widget->accessibleName();
        return given.isEmpty() && !qobject_cast<QComboBox*>(widget)
                   ? QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name)
                   : given;
    }

    QWidget* m_window = nullptr;
};

void TestPages::initTestCase_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<double>("scale");
    for (const char* page : {"intake", "review", "controls", "states"}) {
        QTest::addRow("%s", page) << QString::fromLatin1(page) << 1.0;
        QTest::addRow("%s in large type", page) << QString::fromLatin1(page) << 1.25;
    }
}

void TestPages::initTestCase()
{
    QVERIFY(gallery::speakChinese());
}

void TestPages::init()
{
    failOnAnyWarning();
    QFETCH_GLOBAL(QString, page);
    QFETCH_GLOBAL(double, scale);
    const Look look = lookAt(scale);
    dress(look);
    m_window = gallery::makeWindow(page, look);
    QVERIFY(showActive(m_window));
    KeyboardFlow::orderByPosition(m_window);
}

void TestPages::cleanup()
{
    delete m_window;
    m_window = nullptr;
}

void TestPages::controls_focusable_haveNames()
{
    int checked = 0;
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || !widget->isVisibleTo(m_window) ||
            widget->objectName() == "qt_spinbox_lineedit"_L1)
            continue;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(spoken);
        QVERIFY2(!spoken->text(QAccessible::Name).trimmed().isEmpty() && !spokenName(widget).isEmpty(),
            qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
        ++checked;
    }
    QVERIFY(checked > 10);
}

void TestPages::tabChain_ofEachPage_isVisualOrder()
{
    const QVector<QWidget*> chain = KeyboardFlow::tabChain(m_window);
    const QVector<QWidget*> seen = KeyboardFlow::visualOrder(m_window);
    // The chain is a ring: it may begin elsewhere, but the order must be the same.
    QCOMPARE(chain.size(), seen.size());
    const qsizetype start = chain.indexOf(seen.front());
    QVERIFY(start >= 0);
    for (qsizetype i = 0; i < seen.size(); ++i)
        QVERIFY2(
            chain[(start + i) % chain.size()] == seen[i], qPrintable(u"stop %1: %2"_s.arg(i).arg(spokenName(seen[i]))));
}

void TestPages::tabChain_ofTheForm_readsLikeTheForm()
{
    QFETCH_GLOBAL(QString, page);
    if (page != "intake"_L1) // spelled out for one page
        return;
    QStringList names;
    for (QWidget* stop : KeyboardFlow::visualOrder(m_window))
        names.append(spokenName(stop));
    const QStringList expected{u"呼叫下一位"_s, u"重呼"_s, u"过号"_s, u"暂停"_s,
        u"搜索 身份证号、姓名、受理号、事项、政策"_s, u"已登录：陈思远"_s, u"导航"_s, u"失业原因"_s, u"本人求职要求"_s,
        u"户籍性质"_s, u"联系电话"_s, u"账户"_s, u"材料"_s, u"扫描页"_s, u"一次性告知"_s, u"不予受理"_s, u"收件回执"_s,
        u"暂存"_s, u"预览文书"_s, u"下一步：材料"_s, u"身份证 就绪"_s, u"社保卡 已放卡"_s, u"扫描仪 就绪"_s,
        u"小票机 纸将尽"_s, u"评价器 未配置"_s, u"在线"_s, u"待上传 3 件 · 12.4 MB"_s};
    QCOMPARE(names, expected); // read-only values are no stops
}

void TestPages::page_at1366x768_fits()
{
    m_window->resize(1366, 768);
    QCOMPARE(m_window->size(), QSize(1366, 768)); // the contents do not force it larger
    auto* rail = m_window->findChild<NavigationRail*>();
    QVERIFY2(rail->sizeHint().height() <= rail->height(), "the navigation needs scrolling");
}

void TestPages::texts_ofEachPage_areNotCut()
{
    QFETCH_GLOBAL(double, scale);
    int checked = 0;
    for (auto* label : m_window->findChildren<QLabel*>()) {
        if (!label->isVisibleTo(m_window) || label->text().isEmpty())
            continue;
        ++checked;
        const auto* elided = qobject_cast<ElidedLabel*>(label);
        if (elided) // these may give way in large type, and then say the rest in a tool tip
            QVERIFY2(scale > 1.0 || !elided->isCut(), qPrintable(label->text()));
        else if (label->wordWrap())
            QVERIFY2(label->heightForWidth(label->width()) <= label->height(), qPrintable(label->text()));
        else
            QVERIFY2(label->sizeHint().width() <= label->width() && label->sizeHint().height() <= label->height(),
                qPrintable(label->text()));
    }
    for (auto* button : m_window->findChildren<QAbstractButton*>()) {
        if (!button->isVisibleTo(m_window) || button->text().isEmpty())
            continue;
        ++checked;
        QVERIFY2(button->sizeHint().width() <= button->width(), qPrintable(button->text()));
        QVERIFY2(button->fontMetrics().height() <= button->height(), qPrintable(button->text()));
    }
    QVERIFY(checked > 20);
}

void TestPages::children_ofEachPage_lieInsideTheirParents()
{
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        QWidget* parent = widget->parentWidget();
        if (!widget->isVisibleTo(m_window) || widget->isWindow() ||
            qobject_cast<QAbstractScrollArea*>(parent->parentWidget()) || parent->inherits("QLineEdit") ||
            parent->inherits("QAbstractScrollArea"))
            continue;
        QVERIFY2(parent->rect().contains(widget->geometry()),
            qPrintable(u"%1 in %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                QString::fromLatin1(parent->metaObject()->className()))));
    }
}

void TestPages::window_opensNoSecondWindow()
{
    for (QWidget* window : QApplication::topLevelWidgets())
        QVERIFY2(window == m_window || !window->isVisible(), window->metaObject()->className());
}

QTEST_MAIN(TestPages)
#include "test_pages.moc"
