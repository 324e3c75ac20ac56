#include "app/counter/papers/PageCanvas.h"
#include "app/counter/papers/PageWorkbench.h"
#include "tests/app/counter/intake/MatterDesk.h"
#include "tests/app/counter/shell/Counter.h"
#include "tests/support/counter/ScreenCheck.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// The workbench at 1366×768 in both languages and in large type: nothing is cut, everything has a name and is reached,
// and nothing of what a key does keeps the window from drawing.
class TestWorkbenchScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void states_ofTheBench_areSound_data();
    void states_ofTheBench_areSound();

private:
    std::unique_ptr<CounterHall> m_hall;
};

void TestWorkbenchScreens::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall));
    QVERIFY(m_hall->open());
}

void TestWorkbenchScreens::states_ofTheBench_areSound_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("large");
    QTest::newRow("Chinese") << u"zh_CN"_s << false;
    QTest::newRow("Chinese, large") << u"zh_CN"_s << true;
    QTest::newRow("English") << u"en"_s << false;
    QTest::newRow("English, large") << u"en"_s << true;
}

void TestWorkbenchScreens::states_ofTheBench_areSound()
{
    QFETCH(QString, language);
    QFETCH(bool, large);
    CounterMachine machine(*m_hall);
    machine.layPages({u"skewed"_s, u"cut"_s, u"blurred"_s, u"card-front"_s});
    machine.profile.language = language;
    machine.profile.largeType = large;
    QVERIFY(machine.enrol());
    Counter counter(machine);
    QVERIFY(counter.start() && counter.signIn(u"chen"_s));
    auto* window = counter.window.get();
    const auto bench = [&] { return only<counter::PageWorkbench>(window); };
    const auto problems = [&](const QString& state) {
        QTest::qWait(300);
        const auto cut = cutTexts(window) + namelessControls(window) + tabTraps(bench());
        if (const QString folder = qEnvironmentVariable("KUAIBAN_SCREENS"); !folder.isEmpty())
            window->grab().save(
                u"%1/bench-%2 %3.png"_s.arg(folder, state, QString::fromLatin1(QTest::currentDataTag())));
        return cut.join(u'\n');
    };
    const auto seen = [&] {
        return QTest::qWaitFor([&] { return bench()->findChild<counter::PageCanvas*>()->width() > 50; }, 10'000);
    };
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(counter.page(), u"intake"_s);
    press(Qt::Key_F2);
    QTRY_VERIFY(shows(window, wang().name));
    type(u"ylsx"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTest::qWait(300);
    auto* list = window->findChild<counter::MaterialList*>();
    for (auto* found : window->findChildren<counter::MaterialList*>())
        list = found->isVisible() ? found : list;
    list->setCurrentIndex(list->model()->index(0, 0));
    for (int pages = 1; pages <= 4; ++pages) {
        press(Qt::Key_F4);
        QTRY_VERIFY_WITH_TIMEOUT(list->model()
                                     ->index(0, 0)
                                     .data(counter::MaterialRows::AsideRole)
                                     .toString()
                                     .contains(QString::number(pages)),
            10'000);
    }
    press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(bench());
    press(Qt::Key_Home);
    QVERIFY(seen());
    QCOMPARE(problems(u"crooked"_s), QString());
    press(Qt::Key_PageDown);
    QVERIFY(seen());
    QCOMPARE(problems(u"cut"_s), QString());
    press(Qt::Key_C);
    for (int i = 0; i < 3; ++i) {
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_Up, Qt::ShiftModifier);
    }
    QTest::qWait(300);
    if (const QString folder = qEnvironmentVariable("KUAIBAN_SCREENS"); !folder.isEmpty())
        window->grab().save(u"%1/bench-crop %2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(cutTexts(window).join(u'\n'), QString());
    press(Qt::Key_Escape);
    press(Qt::Key_PageDown);
    QVERIFY(seen());
    press(Qt::Key_P); // nothing to cut: the longest message
    QTest::qWait(500);
    QCOMPARE(problems(u"refused"_s), QString());
}

QTEST_MAIN(TestWorkbenchScreens)
#include "test_workbench_screens.moc"
