#include "app/counter/cases/CaseEditor.h"
#include "app/counter/cases/MyCasesPage.h"
#include "app/counter/citizen/CitizenDesk.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/PagedTableView.h"
#include "app/counter/outcomes/CollectionPane.h"
#include "modules/casework/Parties.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/counter/Cards.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// A case that comes back to a window: gone on with, taken over, handed over, its result handed out.
class TestContinuing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void returnedCase_edited_isSavedByItself();
    void returnedCase_editedAndSent_goesOnChanged();
    void returnedCase_photographed_hasThePage();
    void returnedCase_withAFieldEmptied_staysWithItsReason();
    void editor_leftByEsc_keepsWhatWasTyped();
    void editor_withAFieldThatIsWrong_keepsTheOthersAndAsksBeforeItIsLeft();
    void editor_closedAtOnce_losesNothing();
    void refusal_writtenForOneCase_isNotSaidOfAnother();
    void openingRefusedByTheHub_staysInSight_andIsADraftAgain();
    void supplementCase_atAnotherWindow_isTakenOverByItsNumber();
    void result_collectedByTheApplicant_isRecordedOnce();
    void result_collectedBySomebodyElse_needsRelationAndProof();
    void case_handedOver_isTheColleagues();
    void voiding_isAskedOfASupervisor();
    void editor_controls_haveNamesAndAreReached();

private:
    bool sit(const QString& login = u"chen"_s);
    QString returned(); // by the dispatcher, to chen's window
    QString asked();    // chen's case, reviewed by liu, who asks for a paper
    bool choose(const QString& stream);
    bool goOnWith(const QString& stream); // chosen, and its form is open
    bool select(const QString& label);    // what stands in a field, to be typed over
    bool editing() const;
    bool shows(const QString& text) const { return test::shows(m_page, text); }
    QString said() const { return messageOn(m_page).what; }
    bool say(const QString& who, const QString& stream, const QString& type, const QJsonObject& body = {});

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    counter::MyCasesPage* m_page = nullptr;
    counter::PagedTableView* m_table = nullptr;
};

void TestContinuing::init()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestContinuing::cleanup()
{
    m_seat.reset();
    m_machine.reset();
    m_hall.reset();
}

bool TestContinuing::sit(const QString& login)
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(login))
        return false;
    m_page = m_seat->add<counter::MyCasesPage>(*new counter::CitizenDesk(m_seat->context(), &m_seat->workplace()));
    m_table = m_page->findChild<counter::PagedTableView*>();
    return m_seat->show();
}

bool TestContinuing::say(const QString& who, const QString& stream, const QString& type, const QJsonObject& body)
{
    const auto desk = m_hall->desk(who);
    return m_hall->hub.say(desk, m_hall->hub.onTask(desk, stream, type, body)) == "applied"_L1;
}

QString TestContinuing::returned()
{
    const QString stream = m_hall->openedCase(u"chen"_s);
    const bool done = say(u"sun"_s, stream, u"ClaimTask"_s) &&
                      say(u"sun"_s, stream, u"ReturnTask"_s, {{u"to"_s, u"accept"_s}, {u"opinion"_s, u"电话有误"_s}});
    return done ? stream : QString();
}

QString TestContinuing::asked()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    const QJsonArray missing{
        QJsonObject{{u"material"_s, QString()}, {u"name"_s, u"照片"_s}, {u"reason"_s, u"不清楚"_s}}};
    const bool done = say(u"liu"_s, stream, u"ClaimTask"_s) &&
                      say(u"liu"_s, stream, u"RequestSupplement"_s,
                          {{u"opinion"_s, u"请补照片"_s}, {u"missing"_s, missing}, {u"deadline"_s, u"2099-01-01"_s}});
    return done ? stream : QString();
}

bool TestContinuing::choose(const QString& stream)
{
    m_seat->open(u"mine"_s, stream);
    return QTest::qWaitFor([&] { return m_table->currentId() == stream; }) &&
           QTest::qWaitFor([&] { return shows(m_hall->state(stream).number); });
}

bool TestContinuing::goOnWith(const QString& stream)
{
    if (!choose(stream))
        return false;
    press(Qt::Key_Return, Qt::ControlModifier);
    return QTest::qWaitFor([this] { return editing(); });
}

bool TestContinuing::select(const QString& label)
{
    auto* line = named<QLineEdit>(m_page, label);
    if (!line)
        return false;
    line->setFocus();
    line->selectAll();
    return true;
}

bool TestContinuing::editing() const
{
    return m_page->findChild<counter::CaseEditor*>()->isVisible();
}

void TestContinuing::returnedCase_edited_isSavedByItself()
{
    const QString stream = returned();
    QVERIFY(!stream.isEmpty());
    QVERIFY(sit() && goOnWith(stream));
    QVERIFY(shows(u"电话有误"_s)); // why it came back stands beside the form
    QVERIFY(select(u"Phone"_s));
    type(u"13900000009"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_hall->state(stream).values.value("phone"_L1).toString() == "13900000009"_L1, 10'000);
    QVERIFY(editing());
    QCOMPARE(m_hall->state(stream).currentTask()->step, u"accept"_s);
}

void TestContinuing::returnedCase_editedAndSent_goesOnChanged()
{
    const QString stream = returned();
    QVERIFY(sit() && goOnWith(stream));
    QVERIFY(select(u"Phone"_s));
    type(u"13900000008"_s);
    press(Qt::Key_F9); // at once, before it saved itself
    QTRY_COMPARE(said(), u"The case goes on to the next step."_s);
    QTRY_VERIFY(!editing());
    QVERIFY(m_seat->reachesLevel());
    const auto state = m_hall->state(stream);
    QCOMPARE(state.currentTask()->step, u"dispatch"_s);
    QCOMPARE(state.values.value("phone"_L1).toString(), u"13900000008"_s);
}

void TestContinuing::returnedCase_photographed_hasThePage()
{
    m_machine->profile.devices.remove(u"scanner"_s);
    m_machine->profile.devices.insert(u"camera"_s, u"sim:scanner"_s);
    const QString stream = returned();
    QVERIFY(sit() && goOnWith(stream));
    named<QLineEdit>(m_page, u"Add a paper"_s)->setFocus();
    type(u"proof"_s);
    press(Qt::Key_F4, Qt::ControlModifier);
    press(Qt::Key_F9); // the page belongs to the case that is open
    QCOMPARE(said(), u"The scanner is still at work."_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_hall->state(stream).materials.value(0).pages.size(), 1, 15'000);
}

void TestContinuing::returnedCase_withAFieldEmptied_staysWithItsReason()
{
    const QString stream = returned();
    QVERIFY(sit() && goOnWith(stream));
    QVERIFY(select(u"Phone"_s));
    press(Qt::Key_Delete);
    press(Qt::Key_F9);
    QTRY_VERIFY(said().startsWith(u"Not complete yet"_s));
    QVERIFY(editing());
    QVERIFY(m_seat->reachesLevel());
    QCOMPARE(m_hall->state(stream).currentTask()->step, u"accept"_s);
    QCOMPARE(m_hall->state(stream).values.value("phone"_L1).toString(), u"13900000001"_s);
}

void TestContinuing::editor_leftByEsc_keepsWhatWasTyped()
{
    const QString stream = returned();
    QVERIFY(sit() && goOnWith(stream));
    QVERIFY(select(u"Phone"_s));
    type(u"13900000007"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!editing());
    QVERIFY(m_seat->reachesLevel());
    QCOMPARE(m_hall->state(stream).values.value("phone"_L1).toString(), u"13900000007"_s);
}

void TestContinuing::editor_withAFieldThatIsWrong_keepsTheOthersAndAsksBeforeItIsLeft()
{
    const QString stream = returned();
    QVERIFY(sit() && goOnWith(stream));
    QVERIFY(select(u"Phone"_s));
    press(Qt::Key_Delete); // it must not be empty
    QVERIFY(select(u"Matter"_s));
    type(u"half done"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_hall->state(stream).values.value("title"_L1).toString(), u"half done"_s, 10'000);
    press(Qt::Key_Escape);
    QTRY_VERIFY(said().contains(u"marked red"_s));
    QVERIFY(editing());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!editing());
    QCOMPARE(m_hall->state(stream).values.value("phone"_L1).toString(), u"13900000001"_s);
}

void TestContinuing::editor_closedAtOnce_losesNothing()
{
    const QString stream = returned();
    QVERIFY(sit() && goOnWith(stream));
    QVERIFY(select(u"Phone"_s));
    type(u"13900000006"_s);
    m_seat.reset(); // the window is closed
    QVERIFY(sit());
    QVERIFY(m_seat->reachesLevel());
    QCOMPARE(m_hall->state(stream).values.value("phone"_L1).toString(), u"13900000006"_s);
}

void TestContinuing::refusal_writtenForOneCase_isNotSaidOfAnother()
{
    const QString first = returned();
    const QString second = returned();
    QVERIFY(sit() && choose(first));
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    auto* text = named<QPlainTextEdit>(m_page, u"In words, as it is printed"_s);
    QVERIFY(text);
    text->setFocus();
    type(u"only of the first"_s);
    press(Qt::Key_Escape);
    QVERIFY(choose(second));
    QTRY_VERIFY(m_seat->context().actions.action(u"mine.refuse"_s)->isEnabled());
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(text->isVisible());
    QCOMPARE(text->toPlainText(), QString());
}

// Somebody else has its number: the hub cannot take the case. The citizen has its receipt already.
void TestContinuing::openingRefusedByTheHub_staysInSight_andIsADraftAgain()
{
    QVERIFY(sit());
    m_hall->cut();
    const QString stream = m_seat->take(wang().party());
    QVERIFY(!stream.isEmpty());
    const QString number = m_seat->cases().constFirst().number;
    QVERIFY(m_hall->mend());
    const auto zhou = m_hall->desk(u"zhou"_s);
    auto thief = m_hall->hub.openCase(zhou);
    thief.body.insert(u"number"_s, number);
    QCOMPARE(m_hall->hub.say(zhou, thief), u"applied"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_seat->outbox().size() == 1 && m_seat->outbox().constFirst().state == sync::OutboxState::Attention, 30'000);
    m_seat->open(u"mine"_s, stream);
    QTRY_COMPARE(m_table->currentId(), stream);
    QTRY_COMPARE(messageOn(m_page).code, u"casework.number-taken"_s);
    QVERIFY(m_seat->drafts().isEmpty());
    m_seat->context().actions.action(u"mine.reopen-draft"_s)->trigger();
    QTRY_VERIFY(m_seat->outbox().isEmpty());
    QTRY_VERIFY(m_seat->cases().isEmpty());
}

void TestContinuing::supplementCase_atAnotherWindow_isTakenOverByItsNumber()
{
    const QString stream = asked();
    QVERIFY(!stream.isEmpty());
    QVERIFY(sit(u"zhou"_s)); // another window
    press(Qt::Key_F, Qt::ControlModifier);
    type(m_hall->state(stream).number);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
    QTRY_VERIFY(shows(u"1. 照片 — 不清楚"_s));
    QTRY_VERIFY(shows(u"take it over to go on here"_s));
    press(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(said().startsWith(u"The case is yours now"_s));
    QVERIFY(m_seat->reachesLevel());
    QCOMPARE(m_hall->state(stream).currentTask()->holderName, u"测试zhou"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(editing());
    const MessageLog messages(m_page);
    press(Qt::Key_F9);
    QTRY_COMPARE(m_machine->printed().filter(u"回执"_s).size(), 1); // accepted only now
    QTRY_VERIFY(messages.contains(u"The case goes on to the next step."_s));
    QTRY_VERIFY(said().startsWith("Papers of "_L1));
    QVERIFY(m_seat->reachesLevel());
    QCOMPARE(casework::phaseName(m_hall->state(stream).phase), u"in-progress"_s);
}

void TestContinuing::result_collectedByTheApplicant_isRecordedOnce()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(say(u"liu"_s, stream, u"ClaimTask"_s));
    QVERIFY(say(u"liu"_s, stream, u"ApproveTask"_s));
    QVERIFY(sit() && choose(stream));
    QTRY_VERIFY(m_seat->context().actions.action(u"mine.collect"_s)->isEnabled());
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(shows(u"Hand out the result"_s));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"Recorded: the result was handed out."_s);
    QVERIFY(m_seat->reachesLevel());
    const auto collection = m_hall->state(stream).collection;
    QVERIFY(collection.at > 0);
    QCOMPARE(collection.papers.size(), 1);
    QTRY_VERIFY(shows(u"Result collected by"_s));
    QVERIFY(!m_seat->context().actions.action(u"mine.collect"_s)->isVisible());
}

void TestContinuing::result_collectedBySomebodyElse_needsRelationAndProof()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(say(u"liu"_s, stream, u"ClaimTask"_s));
    QVERIFY(say(u"liu"_s, stream, u"ApproveTask"_s));
    QVERIFY(sit() && choose(stream));
    QTRY_VERIFY(m_seat->context().actions.action(u"mine.collect"_s)->isEnabled());
    press(Qt::Key_E, Qt::ControlModifier);
    auto* who = named<QComboBox>(m_page, u"Collected by"_s);
    QVERIFY(who);
    who->setCurrentIndex(who->count() - 1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(100);
    QVERIFY(m_seat->outbox().isEmpty());
    QCOMPARE(m_hall->state(stream).collection.at, qint64(0));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!shows(u"Hand out the result"_s));
}

void TestContinuing::case_handedOver_isTheColleagues()
{
    const QString stream = returned();
    QVERIFY(sit() && choose(stream));
    QTRY_VERIFY(m_seat->context().actions.action(u"mine.hand-over"_s)->isEnabled());
    press(Qt::Key_H, Qt::ControlModifier);
    const auto hint = [this] {
        for (const auto* field : m_page->findChildren<counter::Field*>()) {
            if (field->isVisible() && field->label() == u"Colleague"_s)
                return field->shownHint();
        }
        return QString();
    };
    QTRY_COMPARE(hint(), u"Name; Down shows all"_s); // the hub has said who
    QTRY_COMPARE(focusName(), u"Colleague"_s);
    type(u"测试zhou"_s);
    press(Qt::Key_Return);
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"The case is now with 测试zhou."_s);
    QVERIFY(m_seat->reachesLevel());
    QCOMPARE(m_hall->state(stream).currentTask()->holderName, u"测试zhou"_s);
}

void TestContinuing::voiding_isAskedOfASupervisor()
{
    const QString stream = m_hall->openedCase(u"chen"_s);
    QVERIFY(sit() && choose(stream));
    QTRY_VERIFY(m_seat->context().actions.action(u"mine.ask-void"_s)->isEnabled());
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(shows(u"Ask to void the case"_s));
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(said().startsWith(u"Asked."_s));
    QVERIFY(m_seat->reachesLevel());
    QCOMPARE(casework::phaseName(m_hall->state(stream).phase), u"in-progress"_s);
    QCOMPARE(m_hall->state(stream).remarks.size(), 1);
    QVERIFY(m_hall->state(stream).remarks.constFirst().text.contains(u"Taken twice"_s));
}

void TestContinuing::editor_controls_haveNamesAndAreReached()
{
    const QString stream = returned();
    QVERIFY(sit() && goOnWith(stream));
    QCOMPARE(namelessControls(&m_seat->window()), QStringList());
    QCOMPARE(tabTraps(&m_seat->window()), QStringList());
}

QTEST_MAIN(TestContinuing)
#include "test_Continuing.moc"
