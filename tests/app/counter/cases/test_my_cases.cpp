#include "app/counter/casefile/CaseListModel.h"
#include "app/counter/cases/MyCasesPage.h"
#include "app/counter/citizen/CitizenDesk.h"
#include "app/counter/kit/PagedTableView.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::CaseListModel;

namespace {

counter::CaseLine line(const QString& stream, const QString& applicant)
{
    counter::CaseLine made;
    made.stream = stream;
    made.applicant = applicant;
    return made;
}

QStringList applicants(const CaseListModel& model)
{
    QStringList names;
    for (const auto& shown : model.lines())
        names.append(shown.applicant);
    return names;
}

} // namespace

// What a clerk took: from the local store, so also offline; and the list every page of cases is made of.
class TestMyCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void model_whateverComes_isSound();
    void model_sorted_staysSortedWhenLinesComeAnew();
    void cases_takenHere_areListedNewestFirst();
    void case_ofACalledCitizen_showsHisNumber();
    void case_takenOffline_saysThatItWaits();
    void case_decidedElsewhere_changesHereBySync();
    void filter_byKeyboard_showsOnlyThatKind();
    void selection_duringRefresh_staysWithItsCase();
    void returnedCase_onF9_isSentAgain();
    void anotherCase_chosen_isSentInsteadOfTheOneBefore();
    void copy_ofTheList_isMaskedAsShown();
    void controls_onThePage_haveNamesAndAreReached();

private:
    bool sit(const QString& login = u"chen"_s);
    QStringList column(int number) const;
    bool giveBack(const QString& stream); // by the dispatcher, to the window

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    counter::MyCasesPage* m_page = nullptr;
    counter::PagedTableView* m_table = nullptr;
};

// A hall of its own for each test: what somebody took comes to every machine he signs in at.
void TestMyCases::init()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestMyCases::cleanup()
{
    m_seat.reset();
    m_machine.reset();
    m_hall.reset();
}

bool TestMyCases::sit(const QString& login)
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(login))
        return false;
    m_page = m_seat->add<counter::MyCasesPage>(*new counter::CitizenDesk(m_seat->context(), &m_seat->workplace()));
    m_table = m_page->findChild<counter::PagedTableView*>();
    return m_seat->show();
}

QStringList TestMyCases::column(int number) const
{
    QStringList texts;
    for (int row = 0; row < m_table->model()->rowCount(); ++row)
        texts.append(m_table->model()->index(row, number).data().toString());
    return texts;
}

bool TestMyCases::giveBack(const QString& stream)
{
    const auto sun = m_hall->desk(u"sun"_s);
    return m_hall->hub.say(sun, m_hall->hub.onTask(sun, stream, u"ClaimTask"_s)) == "applied"_L1 &&
           m_hall->hub.say(sun, m_hall->hub.onTask(sun, stream, u"ReturnTask"_s,
                                    {{u"to"_s, u"accept"_s}, {u"opinion"_s, u"电话有误"_s}})) == "applied"_L1;
}

void TestMyCases::model_whateverComes_isSound()
{
    CaseListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLines({});
    model.setLines({line(u"a"_s, u"一"_s), line(u"b"_s, u"二"_s)});
    model.setLines({line(u"a"_s, u"三"_s), line(u"b"_s, u"二"_s)}); // the same rows, other words
    QCOMPARE(model.index(0, CaseListModel::Applicant).data().toString(), u"三"_s);
    model.sort(CaseListModel::Applicant, Qt::DescendingOrder);
    model.setLines({line(u"b"_s, u"二"_s)});
    QCOMPARE(model.rowOf(u"a"_s), -1);
    QCOMPARE(model.rowOf(u"b"_s), 0);
    for (int column = 0; column < CaseListModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    model.setLines({});
    QCOMPARE(model.rowCount(), 0);
}

void TestMyCases::model_sorted_staysSortedWhenLinesComeAnew()
{
    CaseListModel model;
    model.setLines({line(u"a"_s, u"b"_s), line(u"b"_s, u"c"_s), line(u"c"_s, u"a"_s)});
    model.sort(CaseListModel::Applicant, Qt::AscendingOrder);
    QCOMPARE(applicants(model), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    model.setLines({line(u"a"_s, u"b"_s), line(u"b"_s, u"c"_s), line(u"c"_s, u"a"_s), line(u"d"_s, u"aa"_s)});
    QCOMPARE(applicants(model), (QStringList{u"a"_s, u"aa"_s, u"b"_s, u"c"_s}));
    model.sort(-1, Qt::AscendingOrder); // as they come
    model.setLines({line(u"a"_s, u"b"_s), line(u"c"_s, u"a"_s)});
    QCOMPARE(applicants(model), (QStringList{u"b"_s, u"a"_s}));
}

void TestMyCases::cases_takenHere_areListedNewestFirst()
{
    QVERIFY(sit());
    const QString first = m_seat->take(wang().party());
    const QString second = m_seat->take(li().party());
    QTRY_COMPARE(column(CaseListModel::Applicant).size(), 2);
    QCOMPARE(m_table->model()->index(0, 0).data(counter::TableIdRole).toString(), second);
    QCOMPARE(column(CaseListModel::Applicant).at(1), u"王**"_s.left(1) + u"*"_s + wang().name.right(1));
    m_table->setFocus();
    press(Qt::Key_Down);
    QTRY_VERIFY(shows(m_page, m_seat->cases().constFirst().number));
    QVERIFY(shows(m_page, li().name)); // the clerk's own case, whole
    press(Qt::Key_Down);
    QTRY_VERIFY(shows(m_page, wang().name));
    QVERIFY(m_seat->reachesLevel());
    QCOMPARE(m_hall->state(first).number, column(CaseListModel::Number).at(1));
}

void TestMyCases::case_ofACalledCitizen_showsHisNumber()
{
    const auto chen = m_hall->desk(u"chen"_s);
    auto called = m_hall->hub.openCase(chen);
    called.body.insert(u"ticket"_s, u"A012"_s);
    QCOMPARE(m_hall->hub.say(chen, called), u"applied"_s);
    const QString walkedIn = m_hall->openedCase(u"chen"_s);
    QVERIFY(sit());
    m_seat->open(u"mine"_s, called.stream);
    QTRY_VERIFY(shows(m_page, u"Queue number"_s));
    QVERIFY(shows(m_page, u"A012"_s));
    m_seat->open(u"mine"_s, walkedIn);
    QTRY_VERIFY(shows(m_page, m_hall->state(walkedIn).number) && !shows(m_page, u"Queue number"_s));
}

void TestMyCases::case_takenOffline_saysThatItWaits()
{
    QVERIFY(sit());
    m_hall->cut();
    m_seat->take(wang().party());
    QTRY_COMPARE(column(CaseListModel::Note), QStringList{u"waiting to be sent"_s});
    QVERIFY(m_hall->mend());
    m_seat->session().retryNow();
    QVERIFY(m_seat->reachesLevel());
    QTRY_COMPARE(column(CaseListModel::Note), QStringList{QString()});
}

void TestMyCases::case_decidedElsewhere_changesHereBySync()
{
    QVERIFY(sit());
    const QString stream = m_seat->take(wang().party());
    QVERIFY(m_seat->reachesLevel());
    QTRY_COMPARE(column(CaseListModel::State), QStringList{u"In progress"_s});
    const auto sun = m_hall->desk(u"sun"_s);
    QCOMPARE(m_hall->hub.say(sun, m_hall->hub.onTask(sun, stream, u"ClaimTask"_s)), u"applied"_s);
    QCOMPARE(
        m_hall->hub.say(sun, m_hall->hub.onTask(sun, stream, u"DispatchCase"_s, {{u"department"_s, u"养老保险科"_s}})),
        u"applied"_s);
    const auto liu = m_hall->desk(u"liu"_s);
    QCOMPARE(m_hall->hub.say(liu, m_hall->hub.onTask(liu, stream, u"ClaimTask"_s)), u"applied"_s);
    QCOMPARE(m_hall->hub.say(liu, m_hall->hub.onTask(liu, stream, u"ApproveTask"_s)), u"applied"_s);
    QTRY_COMPARE(column(CaseListModel::State), QStringList{u"Completed"_s});
}

void TestMyCases::filter_byKeyboard_showsOnlyThatKind()
{
    QVERIFY(sit());
    m_seat->take(wang().party());
    QTRY_COMPARE(column(0).size(), 1);
    auto* filter = only<QComboBox>(m_page);
    QVERIFY(filter);
    filter->setFocus();
    QCOMPARE(filter->currentText(), u"Today"_s);
    press(Qt::Key_Down); // it has gone on to the next step
    QCOMPARE(filter->currentText(), u"To continue"_s);
    QTRY_COMPARE(column(0).size(), 0);
    press(Qt::Key_Down);
    QCOMPARE(filter->currentText(), u"In transit"_s);
    QTRY_COMPARE(column(0).size(), 1);
    press(Qt::Key_Down);
    QCOMPARE(filter->currentText(), u"Passed"_s);
    QTRY_COMPARE(column(0).size(), 0);
    press(Qt::Key_End);
    QCOMPARE(filter->currentText(), u"All"_s);
    QTRY_COMPARE(column(0).size(), 1);
}

void TestMyCases::selection_duringRefresh_staysWithItsCase()
{
    QVERIFY(sit());
    const QString first = m_seat->take(wang().party());
    m_seat->take(li().party());
    QTRY_COMPARE(column(0).size(), 2);
    m_table->setFocus();
    press(Qt::Key_End);
    QCOMPARE(m_table->currentId(), first);
    m_seat->take(guan().party());
    QTRY_COMPARE(column(0).size(), 3);
    QCOMPARE(m_table->currentId(), first);
    QTRY_VERIFY(shows(m_page, wang().name));
    QVERIFY(m_seat->reachesLevel());
}

void TestMyCases::returnedCase_onF9_isSentAgain()
{
    QVERIFY(sit());
    const QString stream = m_seat->take(wang().party());
    QVERIFY(m_seat->reachesLevel());
    press(Qt::Key_F9); // nothing chosen: nothing to send
    QVERIFY(giveBack(stream));
    QTRY_COMPARE(column(CaseListModel::Note), QStringList{u"电话有误"_s});
    m_table->setFocus();
    press(Qt::Key_Down);
    QTRY_VERIFY(shows(m_page, u"电话有误"_s));
    QTRY_VERIFY(m_seat->context().actions.action(u"mine.resubmit"_s)->isEnabled());
    press(Qt::Key_F9);
    QTRY_COMPARE(messageOn(m_page).what, u"The case goes on to the next step."_s);
    QVERIFY(m_seat->reachesLevel());
    const auto state = m_hall->state(stream);
    QVERIFY(state.currentTask());
    QCOMPARE(state.currentTask()->step, u"dispatch"_s);
    press(Qt::Key_F9); // once is enough
    QTest::qWait(50);
    QVERIFY(messageOn(m_page).code.isEmpty());
}

// Down and F9 in one go: what stands at the right is still the case before.
void TestMyCases::anotherCase_chosen_isSentInsteadOfTheOneBefore()
{
    QVERIFY(sit());
    const QString below = m_seat->take(wang().party());
    const QString above = m_seat->take(li().party());
    QVERIFY(m_seat->reachesLevel());
    QVERIFY(giveBack(below) && giveBack(above));
    QTRY_COMPARE(column(CaseListModel::Note), QStringList(2, u"电话有误"_s));
    const auto* resubmit = m_seat->context().actions.action(u"mine.resubmit"_s);
    m_table->setFocus();
    press(Qt::Key_Home);
    QTRY_VERIFY(resubmit->isEnabled() && m_table->currentId() == above);
    press(Qt::Key_End);
    press(Qt::Key_F9);
    QCOMPARE(m_table->currentId(), below);
    QTRY_VERIFY(resubmit->isEnabled());
    QVERIFY(m_seat->outbox().isEmpty());
    press(Qt::Key_F9);
    QTRY_COMPARE(messageOn(m_page).what, u"The case goes on to the next step."_s);
    QVERIFY(m_seat->reachesLevel());
    QCOMPARE(m_hall->state(above).currentTask()->step, u"accept"_s);
    QCOMPARE(m_hall->state(below).currentTask()->step, u"dispatch"_s);
}

void TestMyCases::copy_ofTheList_isMaskedAsShown()
{
    QVERIFY(sit());
    m_seat->take(wang().party());
    QTRY_COMPARE(column(0).size(), 1);
    m_table->setFocus();
    press(Qt::Key_Down);
    const QString copied = m_table->copyText();
    QVERIFY(!copied.contains(wang().name));
    QVERIFY(!copied.contains(wang().idNo));
    QVERIFY(copied.contains(m_seat->cases().constFirst().number));
    QVERIFY(m_seat->reachesLevel());
}

void TestMyCases::controls_onThePage_haveNamesAndAreReached()
{
    QVERIFY(sit());
    m_seat->take(wang().party());
    QTRY_COMPARE(column(0).size(), 1);
    QCOMPARE(namelessControls(&m_seat->window()), QStringList());
    QCOMPARE(tabTraps(&m_seat->window()), QStringList());
    QVERIFY(m_seat->reachesLevel());
}

QTEST_MAIN(TestMyCases)
#include "test_my_cases.moc"
