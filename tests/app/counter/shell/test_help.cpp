#include "app/counter/shell/HelpSheet.h"
#include "Counter.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QAction>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// F1 on every page: what it is for and how it is worked. A key that the help names is a key that acts there.
class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void page_onF1_isExplained_data() { pages(); }
    void page_onF1_isExplained();
    void help_namesKeysThatAct_data() { pages(); }
    void help_namesKeysThatAct();
    void help_whileOpen_keepsOtherKeysStill();

private:
    void pages();
    counter::HelpSheet* sheet() const
    {
        auto* found = m_counter->window->findChild<counter::HelpSheet*>();
        return found && found->isVisible() ? found : nullptr;
    }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<Counter> m_counter;
};

// Somebody with every post sees every page.
void TestHelp::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    QVERIFY(m_hall->hub.addAccount(
        u"all"_s, {u"window-clerk"_s, u"dispatcher"_s, u"reviewer"_s, u"supervisor"_s, u"administrator"_s}));
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    m_machine->profile.largeType = true; // the least room
    QVERIFY(m_machine->enrol());
    m_machine->profile.devices.insert(u"caller"_s, u"sim:caller"_s);  // its keys are explained too, …
    m_machine->profile.devices.insert(u"camera"_s, u"sim:scanner"_s); // … and so is the key of this
    m_counter = std::make_unique<Counter>(*m_machine);
    QVERIFY(m_counter->start() && m_counter->signIn(u"all"_s));
}

void TestHelp::cleanupTestCase()
{
    m_counter.reset();
    m_machine.reset();
}

void TestHelp::pages()
{
    QTest::addColumn<QString>("page");
    for (const auto& page : {u"workbench"_s, u"intake"_s, u"mine"_s, u"todo"_s, u"cases"_s, u"person"_s, u"unit"_s,
             u"organisations"_s, u"accounts"_s, u"devices"_s, u"settings"_s})
        QTest::newRow(qPrintable(page)) << page;
}

void TestHelp::page_onF1_isExplained()
{
    QFETCH(QString, page);
    m_counter->workplace()->openPage(page);
    press(Qt::Key_F1);
    QVERIFY(sheet());
    auto* text = sheet()->findChild<QTextBrowser*>();
    QCOMPARE(QApplication::focusWidget(), text);
    QVERIFY(text->toPlainText().size() > 60);
    QVERIFY(!text->toPlainText().contains(u'`')); // it is laid out, not shown as written
    QCOMPARE(cutTexts(sheet()).join(u'\n'), QString());
    QCOMPARE(namelessControls(sheet()), QStringList());
    if (const QString folder = qEnvironmentVariable("KUAIBAN_SCREENS"); !folder.isEmpty())
        m_counter->window->grab().save(u"%1/help %2.png"_s.arg(folder, page));
    press(page == "todo"_L1 ? Qt::Key_F1 : Qt::Key_Escape);
    QVERIFY(!sheet());
}

void TestHelp::help_namesKeysThatAct()
{
    QFETCH(QString, page);
    m_counter->workplace()->openPage(page);
    const auto* registry = m_counter->actions();
    QList<QKeySequence> keys;
    for (const auto& context : {page, QString()}) {
        for (const auto& entry : registry->entries(context))
            keys += registry->action(entry.id)->shortcuts();
    }
    static const QRegularExpression code(u"`([^`]+)`"_s);
    int named = 0;
    for (const auto& found : code.globalMatch(counter::HelpSheet::textOf(page))) {
        const QString key = found.captured(1).replace(u"Enter"_s, u"Return"_s);
        const bool acts = keys.contains(QKeySequence::fromString(key, QKeySequence::PortableText));
        QVERIFY2(acts || key == "Esc"_L1, qPrintable(key));
        ++named;
    }
    QVERIFY(named > 0);
}

void TestHelp::help_whileOpen_keepsOtherKeysStill()
{
    m_counter->workplace()->openPage(u"intake"_s);
    press(Qt::Key_F1);
    QVERIFY(sheet());
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_D, Qt::ControlModifier);
    press(Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(m_counter->page(), u"intake"_s);
    press(Qt::Key_Escape);
    QVERIFY(!sheet());
    press(Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(m_counter->page(), u"settings"_s);
}

QTEST_MAIN(TestHelp)
#include "test_help.moc"
