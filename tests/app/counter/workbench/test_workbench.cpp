#include "app/counter/kit/MaterialList.h"
#include "app/counter/workbench/WorkbenchPage.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::MaterialList;
using counter::MaterialRows;

// What a clerk sees first: what came back, drafts to go on with, what waits.
class TestWorkbench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothing_thereYet_saysWhatToDo();
    void returnedCase_isShownWithItsReason_andOpensByEnter();
    void completedCase_isNewsUntilTheNextSignIn();
    void draft_isShownMasked_andOpensByEnter();
    void queue_ofAReviewer_isCounted();
    void taskThatLapsed_isShown_andOpensByEnter_untilItIsNoted();
    void newCase_byKey_isAskedFor();

private:
    bool sit(const QString& login, bool takes, bool reviews);
    MaterialList* list(const QString& name) const { return named<MaterialList>(m_page, name); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    counter::WorkbenchPage* m_page = nullptr;
    QStringList m_asked; // "page subject" of every request to go elsewhere
};

void TestWorkbench::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestWorkbench::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
    m_asked.clear();
}

void TestWorkbench::cleanup()
{
    m_seat.reset();
    m_machine.reset();
}

bool TestWorkbench::sit(const QString& login, bool takes, bool reviews)
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(login))
        return false;
    m_page = m_seat->add<counter::WorkbenchPage>(takes, reviews);
    connect(m_page, &counter::Page::pageRequested, this, [this](const QString& page, const QString& subject) {
        m_asked.append(u"%1 %2"_s.arg(page, subject).trimmed());
    });
    return m_seat->show();
}

void TestWorkbench::nothing_thereYet_saysWhatToDo()
{
    QVERIFY(sit(u"zhou"_s, true, false));
    QTRY_VERIFY(shows(m_page, u"Nothing was returned and nothing is stuck."_s));
    QTRY_VERIFY(shows(m_page, u"Ctrl+N begins a case"_s));
    QVERIFY(shows(m_page, u"测试zhou"_s));
    QTRY_VERIFY(shows(m_page, u"0 case(s) taken"_s));
}

void TestWorkbench::returnedCase_isShownWithItsReason_andOpensByEnter()
{
    QVERIFY(sit(u"chen"_s, true, false));
    const QString stream = m_seat->take(party());
    QVERIFY(m_seat->reachesLevel());
    QTRY_VERIFY(shows(m_page, u"1 case(s) taken"_s));
    const auto sun = m_hall->desk(u"sun"_s);
    QCOMPARE(m_hall->hub.say(sun, m_hall->hub.onTask(sun, stream, u"ClaimTask"_s)), u"applied"_s);
    QCOMPARE(m_hall->hub.say(sun, m_hall->hub.onTask(sun, stream, u"ReturnTask"_s,
                                      {{u"to"_s, u"accept"_s}, {u"opinion"_s, u"电话有误"_s}})),
        u"applied"_s);
    QTRY_VERIFY(list(u"New since last time"_s));
    auto* news = list(u"New since last time"_s);
    const auto row = news->model()->index(0, 0);
    QVERIFY2(row.data(MaterialRows::NoteRole).toString().contains(u"电话有误"_s),
        qPrintable(row.data(MaterialRows::NoteRole).toString()));
    QVERIFY(row.data().toString().contains(u'*'));
    news->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    QCOMPARE(m_asked, QStringList{u"mine "_s + stream});
}

void TestWorkbench::completedCase_isNewsUntilTheNextSignIn()
{
    const QString stream = m_hall->dispatchedCase(u"zhou"_s);
    const auto liu = m_hall->desk(u"liu"_s);
    QCOMPARE(m_hall->hub.say(liu, m_hall->hub.onTask(liu, stream, u"ClaimTask"_s)), u"applied"_s);
    QCOMPARE(m_hall->hub.say(liu, m_hall->hub.onTask(liu, stream, u"ApproveTask"_s)), u"applied"_s);
    QVERIFY(sit(u"zhou"_s, true, false));
    QTRY_VERIFY(list(u"New since last time"_s) && list(u"New since last time"_s)->model()->rowCount() == 1);
    m_hall->hub.clock.advance(60'000);
    m_seat.reset();
    QVERIFY(sit(u"zhou"_s, true, false));
    QTRY_COMPARE(m_seat->cases().size(), 1);
    QTRY_VERIFY(shows(m_page, u"Nothing was returned and nothing is stuck."_s));
}

void TestWorkbench::draft_isShownMasked_andOpensByEnter()
{
    QVERIFY(sit(u"zhou"_s, true, false));
    const QString draft = m_hall->hub.ids.next();
    const auto saved = m_seat->session().saveDraft(draft,
        {{u"item"_s, u"free-intake"_s}, {u"revision"_s, 1}, {u"parties"_s, QJsonObject{{u"applicant"_s, party()}}}});
    QTRY_VERIFY(saved.isFinished());
    m_seat->open(u"workbench"_s);
    QTRY_VERIFY(list(u"Drafts"_s));
    auto* drafts = list(u"Drafts"_s);
    QCOMPARE(drafts->model()->rowCount(), 1);
    const auto row = drafts->model()->index(0, 0);
    QVERIFY(!row.data().toString().contains(party().value("name"_L1).toString()));
    QCOMPARE(row.data(MaterialRows::NoteRole).toString(), u"Free intake"_s);
    drafts->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    QCOMPARE(m_asked, QStringList{u"intake "_s + draft});
}

void TestWorkbench::queue_ofAReviewer_isCounted()
{
    QVERIFY(!m_hall->dispatchedCase(u"chen"_s).isEmpty());
    QVERIFY(sit(u"liu"_s, false, true));
    QTRY_VERIFY(shows(m_page, u"1 case(s) wait in the queue"_s));
    QVERIFY(!list(u"Drafts"_s));
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_asked, QStringList{u"todo"_s});
}

void TestWorkbench::taskThatLapsed_isShown_andOpensByEnter_untilItIsNoted()
{
    CounterHall hall; // whose clock may run ahead
    QVERIFY(hall.open());
    m_machine = std::make_unique<CounterMachine>(hall);
    QVERIFY(m_machine->enrol());
    const QString stream = hall.dispatchedCase(u"chen"_s);
    const auto liu = hall.desk(u"liu"_s);
    QCOMPARE(hall.hub.say(liu, hall.hub.onTask(liu, stream, u"ClaimTask"_s)), u"applied"_s);
    QVERIFY(hall.hub.pass(14LL * 24 * 3600 * 1000));
    QVERIFY(hall.hub.endLeases());
    QVERIFY(sit(u"liu"_s, false, true));
    QTRY_VERIFY(list(u"New since last time"_s) && list(u"New since last time"_s)->model()->rowCount() == 1);
    auto* news = list(u"New since last time"_s);
    const QString note = news->model()->index(0, 0).data(MaterialRows::NoteRole).toString();
    QVERIFY2(note.contains(u"the hub had not heard of you since"_s), qPrintable(note));
    news->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    QCOMPARE(m_asked, QStringList{u"todo "_s + stream});
    bool isNoted = false;
    m_seat->session().noteLapsesSeen(hall.hub.clock.nowMs()).then(m_page, [&](const Result<void>& done) {
        isNoted = done.has_value();
    });
    QTRY_VERIFY(isNoted);
    m_page->opened();
    QTRY_VERIFY(shows(m_page, u"Nothing was returned and nothing is stuck."_s));
    cleanup(); // before its hall
}

void TestWorkbench::newCase_byKey_isAskedFor()
{
    QVERIFY(sit(u"chen"_s, true, false));
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_asked, QStringList{u"intake new"_s});
}

QTEST_MAIN(TestWorkbench)
#include "test_workbench.moc"
