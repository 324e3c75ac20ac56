#include "TodoDesk.h"

#include "tests/support/counter/ScreenCheck.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// What happens to a case besides being approved: it asks for more, goes to somebody else, or ends as void.
class TestTodoOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void supplement_byKeyboard_namesEverythingAndStopsTheClock();
    void supplement_tooLate_isNoDeadline();
    void handOver_toAColleague_movesTheTask();
    void handOver_offline_saysThatNobodyIsKnown();
    void supervisor_findsWhatOthersHold_andTakesItOver();
    void supervisor_givesACase_toSomebody();
    void supervisor_voidsACase_withAReason();
    void reviewer_isNotOfferedWhatASupervisorDoes();
    void escape_fromAnOutcome_forgetsNothing();
    void task_lapsedWhileAway_isToldUntilUnderstood();
    void nextCase_chosen_isDecidedInsteadOfTheOneBefore();

private:
    bool sit(const QString& login);
    bool isOpen(const QString& stream) const { return m_desk->isOpen(stream); }
    bool shows(const QString& text) const { return test::shows(m_desk->page, text); }
    QString said() const { return messageOn(m_desk->page).what; }
    QString task(const QString& stream);
    QString phase(const QString& stream) { return casework::phaseName(m_hall->state(stream).phase); }
    counter::FieldState stateOf(const QString& label) const;

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<TodoDesk> m_desk;
};

void TestTodoOutcomes::init()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    QVERIFY(m_hall->hub.addAccount(u"wang"_s, {u"supervisor"_s}));
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestTodoOutcomes::cleanup()
{
    m_desk.reset();
    m_machine.reset();
    m_hall.reset();
}

bool TestTodoOutcomes::sit(const QString& login)
{
    m_desk = std::make_unique<TodoDesk>(*m_machine);
    return m_desk->sitDown(login);
}

QString TestTodoOutcomes::task(const QString& stream)
{
    const auto state = m_hall->state(stream);
    return state.currentTask() ? state.currentTask()->step + u' ' + state.currentTask()->holderName : QString();
}

counter::FieldState TestTodoOutcomes::stateOf(const QString& label) const
{
    const auto* field = m_desk->frame(label);
    return field ? field->state() : counter::FieldState::Normal;
}

void TestTodoOutcomes::supplement_byKeyboard_namesEverythingAndStopsTheClock()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(shows(u"Ask the applicant for what is missing"_s));
    press(Qt::Key_Return, Qt::ControlModifier); // nothing is asked for yet
    QCOMPARE(stateOf(u"Something else"_s), counter::FieldState::Error);
    QCOMPARE(focusName(), u"Something else"_s);
    type(u"退休审批表"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Reason: 退休审批表"_s);
    type(u"没有盖章"_s);
    press(Qt::Key_Return, Qt::ControlModifier); // an opinion is still wanted
    QCOMPARE(stateOf(u"Opinion"_s), counter::FieldState::Error);
    QVERIFY(m_desk->seat.outbox().isEmpty());
    press(Qt::Key_2, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(phase(stream) == "supplement"_L1);
    QVERIFY(m_desk->seat.reachesLevel());
    const auto asked = m_hall->state(stream).supplement;
    QCOMPARE(asked.missing.size(), 1);
    QCOMPARE(asked.missing.constFirst().name, u"退休审批表"_s);
    QCOMPARE(asked.missing.constFirst().reason, u"没有盖章"_s);
    QVERIFY(!asked.deadline.isEmpty());
    QCOMPARE(asked.opinion, u"Papers are not complete."_s);
    const auto notices = [this] { return m_machine->printed().filter(u"补正材料通知书"_s).size(); };
    QTRY_COMPARE(notices(), 1);                           // for the applicant
    QTRY_COMPARE(m_hall->state(stream).prints.size(), 1); // and it stands with the case
    press(Qt::Key_F8);
    QTRY_COMPARE(notices(), 2);
    QTRY_COMPARE(m_hall->state(stream).prints.size(), 2);
    QVERIFY(m_hall->state(stream).prints.last().isCopy);
    press(Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->queue(), QStringList{stream});
    press(Qt::Key_PageDown);
    QTRY_VERIFY(shows(u"1. 退休审批表 — 没有盖章"_s)); // and the case says what it waits for
    QTRY_VERIFY(shows(u"At the window of 测试chen"_s));
}

void TestTodoOutcomes::supplement_tooLate_isNoDeadline()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_B, Qt::ControlModifier);
    auto* other = named<QLineEdit>(m_desk->page, u"Something else"_s);
    QVERIFY(other);
    other->setFocus();
    type(u"照片"_s);
    press(Qt::Key_Return);
    auto* deadline = named<QLineEdit>(m_desk->page, u"Bring it by"_s);
    QVERIFY(deadline);
    deadline->setFocus();
    deadline->selectAll();
    type(u"2020-01-01"_s);
    press(Qt::Key_2, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(stateOf(u"Bring it by"_s), counter::FieldState::Error);
    QVERIFY(m_desk->seat.outbox().isEmpty());
}

void TestTodoOutcomes::handOver_toAColleague_movesTheTask()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"The case is yours now."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    press(Qt::Key_H, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->frame(u"Colleague"_s) ? m_desk->frame(u"Colleague"_s)->shownHint() : QString(),
        u"Name; Down shows all"_s); // the hub has said who
    QTRY_COMPARE(focusName(), u"Colleague"_s);
    type(u"测试wu"_s);
    press(Qt::Key_Return); // takes the only one that fits, and goes on
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(stateOf(u"Opinion"_s), counter::FieldState::Error); // why?
    type(u"外出开会"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"The case is now with 测试wu."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(task(stream), u"review 测试wu"_s);
}

void TestTodoOutcomes::handOver_offline_saysThatNobodyIsKnown()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"The case is yours now."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    m_hall->cut();
    press(Qt::Key_H, Qt::ControlModifier);
    QTRY_COMPARE(messageOn(m_desk->page).code, u"sync.unreachable"_s);
    QCOMPARE(stateOf(u"Colleague"_s), counter::FieldState::Error);
    QVERIFY(m_hall->mend());
}

void TestTodoOutcomes::supervisor_findsWhatOthersHold_andTakesItOver()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    const auto wu = m_hall->desk(u"wu"_s);
    QCOMPARE(m_hall->hub.say(wu, m_hall->hub.onTask(wu, stream, u"ClaimTask"_s)), u"applied"_s);
    QVERIFY(sit(u"wang"_s));
    QTRY_VERIFY(shows(u"Nothing waits"_s));
    press(Qt::Key_4, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->queue(), QStringList{stream});
    QTRY_VERIFY(isOpen(stream));
    QTRY_VERIFY(shows(u"Held by 测试wu."_s));
    press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(shows(u"Take the case over from 测试wu"_s));
    type(u"限期将到"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"The case is yours now."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(task(stream), u"review 测试wang"_s);
}

void TestTodoOutcomes::supervisor_givesACase_toSomebody()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"wang"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_desk->frame(u"Colleague"_s) ? m_desk->frame(u"Colleague"_s)->shownHint() : QString(),
        u"Name; Down shows all"_s);
    QTRY_COMPARE(focusName(), u"Colleague"_s);
    type(u"测试liu"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return, Qt::ControlModifier);
    type(u"均衡办件量"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"The case is now with 测试liu."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(task(stream), u"review 测试liu"_s);
}

void TestTodoOutcomes::supervisor_voidsACase_withAReason()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"wang"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(shows(u"Void the case"_s));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(stateOf(u"Opinion"_s), counter::FieldState::Error);
    type(u"重复受理"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"The case is void."_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(phase(stream), u"voided"_s);
}

void TestTodoOutcomes::reviewer_isNotOfferedWhatASupervisorDoes()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    for (const auto& name : {u"todo.void"_s, u"todo.transfer"_s, u"todo.grab"_s})
        QVERIFY(!m_desk->seat.context().actions.action(name)->isVisible());
    for (const auto& name : {u"todo.claim"_s, u"todo.supplement"_s, u"todo.return"_s, u"todo.refuse"_s})
        QVERIFY(m_desk->seat.context().actions.action(name)->isVisible());
    QVERIFY(!m_desk->seat.context().actions.action(u"todo.list-4"_s));
}

void TestTodoOutcomes::escape_fromAnOutcome_forgetsNothing()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_3, Qt::AltModifier);
    press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(shows(u"Ask the applicant for what is missing"_s));
    press(Qt::Key_Escape);
    QVERIFY(!shows(u"Ask the applicant for what is missing"_s));
    QCOMPARE(m_desk->opinion->toPlainText(), u"Details do not agree."_s);
    QVERIFY(isOpen(stream));
}

// A month went by without the hub hearing of him.
void TestTodoOutcomes::task_lapsedWhileAway_isToldUntilUnderstood()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(isOpen(stream));
    press(Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(task(stream), u"review 测试liu"_s);
    QVERIFY(m_desk->seat.reachesLevel());
    m_desk.reset();

    QVERIFY(m_hall->hub.pass(30LL * 24 * 3600 * 1000));
    QVERIFY(m_hall->hub.endLeases());
    QCOMPARE(task(stream), u"review "_s);

    QVERIFY(sit(u"liu"_s));
    QTRY_VERIFY(shows(u"went back to the queue"_s));
    QVERIFY(shows(m_hall->state(stream).number));
    QTRY_VERIFY(isOpen(stream));
    QTRY_VERIFY(shows(u"Back in the queue from 测试liu"_s));
    QCOMPARE(screenProblems(&m_desk->seat.window(), u"todo-lapsed"_s), QString());
    auto* understood = named<QPushButton>(m_desk->page, u"Understood"_s);
    QVERIFY(understood);
    understood->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY(!shows(u"went back to the queue"_s));
    press(Qt::Key_F5);
    QVERIFY(m_desk->seat.reachesLevel());
    QVERIFY(!shows(u"went back to the queue"_s));
}

// Page down and Ctrl+Enter in one go: what stands in the middle is still the case before.
void TestTodoOutcomes::nextCase_chosen_isDecidedInsteadOfTheOneBefore()
{
    const QString first = m_hall->dispatchedCase(u"chen"_s);
    const QString second = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(sit(u"liu"_s));
    QTRY_COMPARE(m_desk->queue(), (QStringList{first, second}));
    QTRY_VERIFY(isOpen(first));
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_PageDown);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(isOpen(second));
    QVERIFY(m_desk->seat.outbox().isEmpty());
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(phase(second), u"completed"_s);
    QCOMPARE(phase(first), u"in-progress"_s);
    QVERIFY(m_desk->seat.reachesLevel());
}

QTEST_MAIN(TestTodoOutcomes)
#include "test_TodoOutcomes.moc"
