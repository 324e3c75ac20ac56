#include "app/counter/kit/ImeGuard.h"
#include "tests/support/counter/ScreenCheck.h"
#include "TodoDesk.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// Dispatching and reviewing by keyboard: one key decides, the next case opens by itself, and nobody checks what he
// made.
class TestTodo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void queue_opened_listsWhatWaits();
    void queue_withNothingInIt_saysSo();
    void queue_searched_showsOnlyWhatFits();
    void opinion_onAlt1_andCtrlEnter_approvesAndGoesOn();
    void lastCase_approved_leavesAnEmptyQueue();
    void enter_inTheOpinion_isANewLine();
    void enter_whileComposing_decidesNothing();
    void dispatch_byKeyboard_namesTheOffice();
    void claim_andGiveBack_moveTheTask();
    void return_withoutAnOpinion_isRefused();
    void esc_duringAReturn_goesBackToDeciding();
    void refusal_byKeyboard_endsTheCase();
    void maker_ofTheCase_cannotCheckIt();
    void case_takenByAnotherMeanwhile_isToldAndStays();
    void opinion_ofOneCase_isNotLeftForTheNext();
    void offline_lastContentStaysWithItsReason();
    void pane_onF6_isTheNextOne();
    void keyboard_inTheOpinion_whenNothingIsLeft_isBackAtTheQueue();
    void model_ofTheQueue_isSound();
    void controls_onThePage_haveNamesAndAreReached();

private:
    bool sit(const QString& login);
    QStringList queue() const { return m_desk->queue(); }
    bool isOpen(const QString& stream) const { return m_desk->isOpen(stream); }
    bool shows(const QString& words) const { return test::shows(m_desk->page, words); }
    QString said() const { return messageOn(m_desk->page).what; }
    QString task(const QString& stream); // on the hub: the step and who holds it
    QString phase(const QString& stream) { return casework::phaseName(m_hall->state(stream).phase); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<TodoDesk> m_desk;
};

// A hall of its own for each test: queues are shared by everybody.
void TestTodo::init()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestTodo::cleanup()
{
    m_desk.reset();
    m_machine.reset();
    m_hall.reset();
}

bool TestTodo::sit(const QString& login)
{
    m_desk = std::make_unique<TodoDesk>(*m_machine);
    return m_desk->sitDown(login);
}

QString TestTodo::task(const QString& stream)
{
    const auto state = m_hall->state(stream);
    return state.currentTask() ? state.currentTask()->step + u' ' + state.currentTask()->holderName : QString();
}

void TestTodo::queue_opened_listsWhatWaits()
{
    const QString first = m_hall->openedCase(u"chen"_s);
    const QString second = m_hall->openedCase(u"zhou"_s);
    QVERIFY(sit(u"sun"_s));
    QTRY_COMPARE(queue(), (QStringList{first, second})); // oldest first
    QTRY_VERIFY(isOpen(first));
    const auto line = m_desk->queueView->model()->index(0, 0);
    QVERIFY(line.data().toString().contains(u'*')); // masked in the list …
    QVERIFY(!line.data(counter::EntryAsideRole).toString().isEmpty());
    QVERIFY(line.data(Qt::AccessibleTextRole).toString().contains(m_hall->state(first).number));
    QVERIFY(shows(m_hall->state(first).applicantName())); // … and whole in the case, to be compared with the papers
    QCOMPARE(QApplication::focusWidget(), m_desk->queueView);
    press(Qt::Key_PageDown);
    QTRY_VERIFY(isOpen(second));
    press(Qt::Key_PageUp);
    QTRY_VERIFY(isOpen(first));
    press(Qt::Key_Down);
    QTRY_VERIFY(isOpen(second));
}

void TestTodo::queue_withNothingInIt_saysSo()
{
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(shows(u"Nothing waits"_s));
    QTRY_VERIFY(shows(u"Nothing to decide"_s));
    QVERIFY(!shows(u"Choose a case at the left"_s)); // there is none
    QCOMPARE(QApplication::focusWidget(), m_desk->queueView);
    for (const auto& key : {Qt::Key_Return, Qt::Key_T, Qt::Key_R})
        press(key, Qt::ControlModifier); // no key does anything to nothing
    QVERIFY(messageOn(m_desk->page).code.isEmpty());
}

void TestTodo::queue_searched_showsOnlyWhatFits()
{
    const QString first = m_hall->openedCase(u"chen"_s);
    const QString second = m_hall->openedCase(u"chen"_s);
    QVERIFY(sit(u"sun"_s));
    QTRY_COMPARE(queue().size(), 2);
    QTRY_VERIFY(isOpen(first));
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(focusName(), u"Search in this queue"_s);
    type(m_hall->state(second).number);
    press(Qt::Key_Return);
    QTRY_COMPARE(queue(), QStringList{second});
    QVERIFY(isOpen(first)); // what was open stays until another one is chosen
    press(Qt::Key_PageDown);
    QTRY_VERIFY(isOpen(second));
    press(Qt::Key_Escape); // the search is over
    QTRY_COMPARE(queue(), (QStringList{first, second}));
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"nobody"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(queue().isEmpty());
    QTRY_VERIFY(shows(u"Nothing fits the search"_s));
}

void TestTodo::opinion_onAlt1_andCtrlEnter_approvesAndGoesOn()
{
    const QString first = m_hall->dispatchedCase(u"chen"_s);
    const QString second = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(first));
    press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(m_desk->opinion->toPlainText(), u"Agreed."_s);
    QCOMPARE(focusName(), u"Opinion"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"Approved."_s);
    QTRY_VERIFY(isOpen(second));
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(phase(first), u"completed"_s);
    const auto done = m_hall->state(first).tasks.constLast();
    QCOMPARE(done.holderName + u": "_s + done.opinion, u"测试liu: Agreed."_s);
    QTRY_COMPARE(queue(), QStringList{second});
    QCOMPARE(phase(second), u"in-progress"_s); // one key, one case
}

void TestTodo::lastCase_approved_leavesAnEmptyQueue()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(queue().isEmpty());
    QTRY_VERIFY(shows(u"Nothing waits"_s));
    QCOMPARE(QApplication::focusWidget(), m_desk->queueView); // also now that it is empty
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(phase(stream), u"completed"_s);
    press(Qt::Key_Return, Qt::ControlModifier); // pressed once more it does nothing
    QTest::qWait(50);
    QVERIFY(messageOn(m_desk->page).code.isEmpty());
}

void TestTodo::enter_inTheOpinion_isANewLine()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    m_desk->opinion->setFocus();
    type(u"one"_s);
    press(Qt::Key_Return);
    type(u"two"_s);
    QCOMPARE(m_desk->opinion->toPlainText(), u"one\ntwo"_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(phase(stream), u"in-progress"_s);
}

void TestTodo::enter_whileComposing_decidesNothing()
{
    const counter::ImeGuard guard(qApp);
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    m_desk->opinion->setFocus();
    compose(u"tong yi"_s);
    press(Qt::Key_Return);
    press(Qt::Key_1);
    QCOMPARE(m_desk->opinion->toPlainText(), QString());
    compose({});
    type(u"同意"_s);
    QCOMPARE(m_desk->opinion->toPlainText(), u"同意"_s);
    QVERIFY(m_desk->seat.outbox().isEmpty());
}

void TestTodo::dispatch_byKeyboard_namesTheOffice()
{
    const QString stream = m_hall->openedCase(u"chen"_s);
    QVERIFY(sit(u"sun"_s));
    QTRY_VERIFY(isOpen(stream));
    auto* office = named<QLineEdit>(m_desk->page, u"Office in charge"_s);
    QVERIFY(office);
    office->setFocus();
    press(Qt::Key_Return, Qt::ControlModifier); // nowhere to send it to
    QCOMPARE(m_desk->frame(u"Office in charge"_s)->state(), counter::FieldState::Error);
    QCOMPARE(focusName(), u"Office in charge"_s);
    type(u"养老保险科"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"The case was dispatched."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(task(stream), u"review "_s);
    QCOMPARE(m_hall->state(stream).tasks.constFirst().to, u"养老保险科"_s);
}

void TestTodo::claim_andGiveBack_moveTheTask()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"The case is yours now."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(task(stream), u"review 测试liu"_s);
    QVERIFY(isOpen(stream));               // taking is not deciding: it stays in front
    press(Qt::Key_2, Qt::ControlModifier); // my own
    QTRY_COMPARE(queue(), QStringList{stream});
    press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(said(), u"The case is back in the queue."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(task(stream), u"review "_s);
    press(Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(queue(), QStringList{stream});
}

void TestTodo::return_withoutAnOpinion_isRefused()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_R, Qt::ControlModifier); // two steps to go back to: which one is asked
    QCOMPARE(focusName(), u"Back to"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_desk->frame(u"Opinion"_s)->state(), counter::FieldState::Error);
    QCOMPARE(focusName(), u"Opinion"_s);
    QVERIFY(m_desk->seat.outbox().isEmpty());
    press(Qt::Key_2, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"Returned."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(task(stream), u"accept 测试chen"_s);
}

void TestTodo::esc_duringAReturn_goesBackToDeciding()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(focusName(), u"Back to"_s);
    press(Qt::Key_Escape);
    QVERIFY(!m_desk->frame(u"Back to"_s));
    QVERIFY(isOpen(stream));
    press(Qt::Key_Return, Qt::ControlModifier); // approves again
    QTRY_COMPARE(said(), u"Approved."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(phase(stream), u"completed"_s);
}

void TestTodo::refusal_byKeyboard_endsTheCase()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_3, Qt::AltModifier);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(said(), u"The case was not approved."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(phase(stream), u"refused"_s);
}

void TestTodo::maker_ofTheCase_cannotCheckIt()
{
    const QString stream = m_hall->dispatchedCase(u"wu"_s);
    QVERIFY(sit(u"wu"_s));
    QTRY_COMPARE(queue(), QStringList{stream});
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shows(u"somebody else must check it"_s)); // the reason stands there, not only a grey button
    QVERIFY(isOpen(stream));
    for (const auto& key : {Qt::Key_T, Qt::Key_R})
        press(key, Qt::ControlModifier);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(task(stream), u"review "_s);
    QVERIFY(m_desk->seat.outbox().isEmpty());
}

void TestTodo::case_takenByAnotherMeanwhile_isToldAndStays()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    const auto wu = m_hall->desk(u"wu"_s);
    QCOMPARE(m_hall->hub.say(wu, m_hall->hub.onTask(wu, stream, u"ClaimTask"_s)), u"applied"_s);
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    // Whether this counter heard of it or not: the case is wu's, and liu's decision is not lost in silence.
    QTRY_VERIFY(!said().isEmpty() || shows(u"Held by"_s));
    QTest::qWait(500);
    QCOMPARE(task(stream), u"review 测试wu"_s);
    QCOMPARE(phase(stream), u"in-progress"_s);
}

void TestTodo::opinion_ofOneCase_isNotLeftForTheNext()
{
    const QString first = m_hall->dispatchedCase(u"chen"_s);
    const QString second = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(first));
    m_desk->opinion->setFocus();
    type(u"only for the first"_s);
    press(Qt::Key_PageDown);
    QTRY_VERIFY(isOpen(second));
    QCOMPARE(m_desk->opinion->toPlainText(), QString());
}

void TestTodo::offline_lastContentStaysWithItsReason()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    m_hall->cut();
    m_desk->seat.open(u"todo"_s);
    QTRY_VERIFY(shows(u"Not connected: as of"_s));
    QCOMPARE(queue(), QStringList{stream}); // the last content
    QVERIFY(isOpen(stream));
    QVERIFY(m_hall->mend());
    m_desk->seat.session().retryNow();
    press(Qt::Key_F5);
    QTRY_VERIFY(!shows(u"Not connected"_s));
}

void TestTodo::pane_onF6_isTheNextOne()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    for (const auto& pane : {u"Opinion"_s, u"Scanned page"_s, u"Cases that wait"_s, u"Opinion"_s}) {
        press(Qt::Key_F6); // also to papers of which there are none
        QCOMPARE(focusName(), pane);
    }
}

void TestTodo::keyboard_inTheOpinion_whenNothingIsLeft_isBackAtTheQueue()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(focusName(), u"Opinion"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shows(u"Nothing to decide"_s));
    QCOMPARE(QApplication::focusWidget(), m_desk->queueView);
}

void TestTodo::model_ofTheQueue_isSound()
{
    const QString first = m_hall->dispatchedCase(u"chen"_s);
    const QString second = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    const QAbstractItemModelTester tester(
        m_desk->queueView->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(isOpen(first));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(queue(), QStringList{second});
}

void TestTodo::controls_onThePage_haveNamesAndAreReached()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    QCOMPARE(namelessControls(&m_desk->seat.window()), QStringList());
    QCOMPARE(tabTraps(&m_desk->seat.window()), QStringList());
}

QTEST_MAIN(TestTodo)
#include "test_todo.moc"
