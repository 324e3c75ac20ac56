#include "app/counter/casefile/CaseListModel.h"
#include "app/counter/cases/CaseSearchPage.h"
#include "app/counter/kit/PagedTableView.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::CaseListModel;

// Looking cases up on the hub: what is found, page by page, and what stays when the hub is away.
class TestCaseSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void search_byWhatIsTyped_findsTheCase_data();
    void search_byWhatIsTyped_findsTheCase();
    void search_fromAnywhere_opensThePage();
    void case_chosenByKey_isShownMasked();
    void search_findingNothing_saysSo();
    void list_longerThanAPage_comesWhole();
    void offline_lastContentStaysWithReasonAndTime();
    void clerk_withoutTheRight_findsOnlyHisOwn();
    void controls_onThePage_haveNamesAndAreReached();

private:
    bool sit(const QString& login = u"sun"_s);
    bool search(const QString& text);
    QStringList numbers() const;

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    counter::CaseSearchPage* m_page = nullptr;
    counter::PagedTableView* m_table = nullptr;
    QStringList m_streams; // of chen, oldest first
};

void TestCaseSearch::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    for (int i = 0; i < 3; ++i)
        m_streams.append(m_hall->openedCase(u"chen"_s));
    QVERIFY(!m_streams.contains(QString()));
}

void TestCaseSearch::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestCaseSearch::cleanup()
{
    m_seat.reset();
    m_machine.reset();
    QVERIFY(m_hall->mend());
}

bool TestCaseSearch::sit(const QString& login)
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(login))
        return false;
    m_page = m_seat->add<counter::CaseSearchPage>();
    m_table = m_page->findChild<counter::PagedTableView*>();
    return m_seat->show();
}

bool TestCaseSearch::search(const QString& text)
{
    auto* box = named<QLineEdit>(m_page, u"Case number, name or ID number"_s);
    if (!box)
        return false;
    box->setFocus();
    box->selectAll();
    press(Qt::Key_Delete);
    type(text);
    press(Qt::Key_Return);
    return true;
}

QStringList TestCaseSearch::numbers() const
{
    QStringList found;
    for (int row = 0; row < m_table->model()->rowCount(); ++row)
        found.append(m_table->model()->index(row, CaseListModel::Number).data().toString());
    return found;
}

void TestCaseSearch::search_byWhatIsTyped_findsTheCase_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found");
    const auto state = m_hall->state(m_streams.constFirst());
    QTest::newRow("the whole number") << state.number << 1;
    QTest::newRow("the beginning of all numbers") << state.number.left(14) << 3;
    QTest::newRow("a name, beyond the basic plane") << state.applicantName() << 3;
    QTest::newRow("part of a name") << state.applicantName().right(1) << 3;
    QTest::newRow("an ID number") << state.applicantIdNo() << 3;
    QTest::newRow("blanks around it") << u"  "_s + state.number + u" "_s << 1;
    QTest::newRow("signs of SQL") << u"%"_s << 3;
}

void TestCaseSearch::search_byWhatIsTyped_findsTheCase()
{
    QFETCH(QString, text);
    QFETCH(int, found);
    QVERIFY(sit());
    QVERIFY(search(u"nobody"_s));
    QTRY_COMPARE(numbers().size(), 0);
    QVERIFY(search(text));
    QTRY_COMPARE(numbers().size(), found);
}

void TestCaseSearch::search_fromAnywhere_opensThePage()
{
    QVERIFY(sit());
    const QString number = m_hall->state(m_streams.at(1)).number;
    press(Qt::Key_K, Qt::ControlModifier);
    type(number);
    press(Qt::Key_Return);
    QTRY_COMPARE(numbers(), QStringList{number});
    QCOMPARE(m_seat->context().actions.context(), u"cases"_s);
}

void TestCaseSearch::case_chosenByKey_isShownMasked()
{
    QVERIFY(sit());
    const auto state = m_hall->state(m_streams.at(2));
    QVERIFY(search(state.number));
    QTRY_COMPARE(numbers().size(), 1);
    m_table->setFocus();
    press(Qt::Key_Down);
    QTRY_VERIFY(shows(m_page, state.number));
    QTRY_VERIFY(shows(m_page, u"The way of the case"_s));
    QVERIFY(!shows(m_page, state.applicantName()));
    QVERIFY(!shows(m_page, state.applicantIdNo()));
    QVERIFY(!shows(m_page, state.values.value("phone"_L1).toString()));
}

void TestCaseSearch::search_findingNothing_saysSo()
{
    QVERIFY(sit());
    QTRY_COMPARE(numbers().size(), 3);
    QVERIFY(search(u"nobody"_s));
    QTRY_COMPARE(numbers().size(), 0);
    QTRY_VERIFY(shows(m_page, u"0 case(s)"_s));
    QVERIFY(messageOn(m_page).code.isEmpty());
}

void TestCaseSearch::list_longerThanAPage_comesWhole()
{
    constexpr int more = 110; // a page holds 100
    const auto zhou = m_hall->desk(u"zhou"_s);
    QList<journal::Command> commands;
    for (int i = 0; i < more; ++i)
        commands.append(m_hall->hub.openCase(zhou));
    for (qsizetype from = 0; from < commands.size(); from += 50)
        QCOMPARE(
            m_hall->hub.send(zhou, commands.sliced(from, std::min<qsizetype>(50, commands.size() - from))).status, 200);
    QVERIFY(sit());
    const QAbstractItemModelTester tester(m_table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(numbers().size() >= 100);
    m_table->setFocus();
    QTRY_VERIFY([&] {
        press(Qt::Key_End);
        return numbers().size() == more + 3;
    }());
    const auto all = numbers();
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), more + 3); // each once
    QCOMPARE(all.constLast(), m_hall->state(m_streams.constFirst()).number);
}

void TestCaseSearch::offline_lastContentStaysWithReasonAndTime()
{
    QVERIFY(sit());
    QVERIFY(search(m_hall->state(m_streams.constFirst()).number));
    QTRY_COMPARE(numbers().size(), 1);
    const auto before = numbers();
    m_hall->cut();
    QVERIFY(search(u"somebody"_s));
    QTRY_COMPARE(messageOn(m_page).code, u"sync.unreachable"_s);
    QVERIFY(!messageOn(m_page).remedy.isEmpty());
    QCOMPARE(numbers(), before);
    QVERIFY(shows(m_page, u"as of"_s));
    QVERIFY(m_hall->mend());
    QVERIFY(search(u"nobody"_s));
    QTRY_VERIFY(messageOn(m_page).code.isEmpty());
    QTRY_COMPARE(numbers().size(), 0);
}

void TestCaseSearch::clerk_withoutTheRight_findsOnlyHisOwn()
{
    QVERIFY(sit(u"wu"_s)); // may search, but in this area only; all three lie there
    QTRY_VERIFY(numbers().size() >= 3);
    m_seat.reset();
    QVERIFY(sit(u"chen"_s));
    QTRY_COMPARE(numbers().size(), 3);
    const auto own = numbers();
    QCOMPARE(QSet<QString>(own.begin(), own.end()).size(), 3);
}

void TestCaseSearch::controls_onThePage_haveNamesAndAreReached()
{
    QVERIFY(sit());
    QTRY_VERIFY(numbers().size() >= 3);
    QCOMPARE(namelessControls(&m_seat->window()), QStringList());
    QCOMPARE(tabTraps(&m_seat->window()), QStringList());
}

QTEST_MAIN(TestCaseSearch)
#include "test_case_search.moc"
