#include "app/counter/kit/ImeGuard.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "IntakeDesk.h"
#include "tests/support/counter/ScreenCheck.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// Taking a case by keyboard alone: card, form, submit.
class TestTaking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void card_onF2_fillsPersonAndForm();
    void request_typedByKeyboardOnly_becomesACaseOnTheHub();
    void enter_inTheDetails_isANewLine();
    void enter_inALine_goesToTheNextField();
    void tab_onThePage_reachesEverything();
    void controls_onThePage_haveNames();
    void enter_whileComposing_staysInTheField();
    void submit_withoutAPerson_saysSo();
    void submit_withAnEmptyField_namesAndFocusesTheFirst();
    void submit_heldDown_takesOneCase();
    void correction_ofAFilledValue_staysWhenTheCardIsReadAgain();
    void cardOfAnother_whileACaseIsOpen_asksAndDoesNotFillIt_data();
    void cardOfAnother_whileACaseIsOpen_asksAndDoesNotFillIt();
    void cardThatFails_isToldWithItsCode_andNothingIsLost_data();
    void cardThatFails_isToldWithItsCode_andNothingIsLost();
    void expiredCard_isShownAsExpired();
    void unknownEthnicity_doesNotStopTheCase();
    void offline_caseGetsItsNumberAndGoesOutLater();

private:
    bool sit(const QStringList& cards = {});

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<IntakeDesk> m_desk;
};

void TestTaking::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestTaking::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestTaking::cleanup()
{
    m_desk.reset();
    m_machine.reset();
    QVERIFY(m_hall->mend());
}

bool TestTaking::sit(const QStringList& cards)
{
    if (!cards.isEmpty())
        m_machine->layCards(cards);
    m_desk = std::make_unique<IntakeDesk>(*m_machine);
    return m_desk->sitDown();
}

void TestTaking::card_onF2_fillsPersonAndForm()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    QTRY_COMPARE(m_desk->value(u"Address"_s), wang().address);
    QCOMPARE(m_desk->frame(u"Address"_s)->state(), counter::FieldState::Filled);
    QCOMPARE(m_desk->frame(u"Address"_s)->shownHint(), u"from the ID card"_s);
    QCOMPARE(focusName(), u"Matter"_s); // typing starts at once
    QVERIFY2(m_desk->messageCode().isEmpty(), qPrintable(m_desk->messageCode()));
}

void TestTaking::request_typedByKeyboardOnly_becomesACaseOnTheHub()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    type(u"视同缴费年限咨询"_s);
    press(Qt::Key_Return);
    type(u"养老科"_s);
    press(Qt::Key_Return);
    type(u"本人一九八六年参加工作。"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focusName(), u"Phone"_s);
    type(u"13900000001"_s);
    press(Qt::Key_F9);
    QTRY_COMPARE(m_desk->taken().size(), 1);
    const auto line = m_desk->taken().constFirst();
    QCOMPARE(line.number.size(), 19);
    QVERIFY(line.number.startsWith(u"210603"_s));
    QTRY_VERIFY(m_desk->messageText().contains(line.number));
    QVERIFY(m_desk->shows(u"Who is it for?"_s)); // the window is free for the next one
    QVERIFY(m_desk->seat.drafts().isEmpty());

    QVERIFY(m_desk->seat.reachesLevel());
    const auto state = m_hall->state(line.stream);
    QCOMPARE(state.number, line.number);
    QCOMPARE(state.applicantName(), wang().name);
    QCOMPARE(state.applicantIdNo(), wang().idNo);
    QCOMPARE(state.values, (QJsonObject{{u"title"_s, u"视同缴费年限咨询"_s}, {u"department"_s, u"养老科"_s},
                               {u"content"_s, u"本人一九八六年参加工作。"_s}, {u"phone"_s, u"13900000001"_s},
                               {u"address"_s, wang().address}}));
    QCOMPARE(state.origins.value("address"_L1).toString(), u"card"_s);
    QCOMPARE(state.origins.value("phone"_L1).toString(), u"typed"_s);
}

void TestTaking::enter_inTheDetails_isANewLine()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->details()->setFocus();
    type(u"one"_s);
    press(Qt::Key_Return);
    type(u"two"_s);
    QCOMPARE(m_desk->details()->toPlainText(), u"one\ntwo"_s);
    QCOMPARE(focusName(), u"Details"_s);
    QVERIFY(m_desk->taken().isEmpty());
}

void TestTaking::enter_inALine_goesToTheNextField()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    QCOMPARE(focusName(), u"Matter"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Suggested office"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Details"_s);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(focusName(), u"Suggested office"_s);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(focusName(), u"Matter"_s);
}

void TestTaking::tab_onThePage_reachesEverything()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    QCOMPARE(tabTraps(&m_desk->seat.window()), QStringList());
    // Within the form Tab goes as the eye does.
    QStringList order;
    for (auto* stop : counter::KeyboardFlow::tabChain(m_desk->page))
        order.append(spokenName(stop));
    const QStringList fields{
        u"Matter"_s, u"Suggested office"_s, u"Details"_s, u"Phone"_s, u"Address"_s, u"Add a paper"_s};
    QStringList inOrder;
    for (const auto& name : std::as_const(order)) {
        if (fields.contains(name))
            inOrder.append(name);
    }
    QCOMPARE(inOrder, fields);
}

void TestTaking::controls_onThePage_haveNames()
{
    QVERIFY(sit());
    const auto nameless = namelessControls(&m_desk->seat.window());
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY(m_desk->readCard(wang()));
    QCOMPARE(namelessControls(&m_desk->seat.window()), QStringList());
}

void TestTaking::enter_whileComposing_staysInTheField()
{
    const counter::ImeGuard guard(qApp);
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    type(u"补"_s);
    compose(u"zhi"_s);
    press(Qt::Key_Return);
    press(Qt::Key_1);
    QCOMPARE(focusName(), u"Matter"_s);
    QCOMPARE(m_desk->value(u"Matter"_s), u"补"_s);
    compose({});
    type(u"纸"_s);
    QCOMPARE(m_desk->value(u"Matter"_s), u"补纸"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Suggested office"_s);
    QTest::qWait(0); // the guard is removed while nothing waits for it
}

void TestTaking::submit_withoutAPerson_saysSo()
{
    QVERIFY(sit());
    m_desk->field(u"Matter"_s)->setFocus();
    m_desk->typeRequest(u"request"_s);
    press(Qt::Key_F9);
    QCOMPARE(m_desk->barText(), u"Read the ID card first"_s);
    QCOMPARE(m_desk->value(u"Matter"_s), u"request"_s);
    QVERIFY(m_desk->taken().isEmpty());
}

void TestTaking::submit_withAnEmptyField_namesAndFocusesTheFirst()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    type(u"request"_s);
    press(Qt::Key_F6); // to the papers, away from the form
    press(Qt::Key_F9);
    QVERIFY2(m_desk->barText().contains(u"Details"_s), qPrintable(m_desk->barText()));
    QCOMPARE(focusName(), u"Details"_s);
    QCOMPARE(m_desk->frame(u"Details"_s)->state(), counter::FieldState::Error);
    QCOMPARE(
        m_desk->frame(u"Phone"_s)->state(), counter::FieldState::Error); // all are shown, the first has the keyboard
    type(u"details"_s);
    press(Qt::Key_F9);
    QCOMPARE(focusName(), u"Phone"_s);
    type(u"12345"_s); // no phone number
    press(Qt::Key_F9);
    QCOMPARE(focusName(), u"Phone"_s);
    QVERIFY(m_desk->taken().isEmpty());
}

void TestTaking::submit_heldDown_takesOneCase()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"request"_s);
    for (int i = 0; i < 5; ++i)
        press(Qt::Key_F9);
    QTRY_VERIFY(!m_desk->messageText().isEmpty());
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(m_desk->taken().size(), 1);
}

void TestTaking::correction_ofAFilledValue_staysWhenTheCardIsReadAgain()
{
    QVERIFY(sit({wang().key, wang().key}));
    QVERIFY(m_desk->readCard(wang()));
    m_desk->field(u"Address"_s)->setFocus();
    press(Qt::Key_End);
    type(u" B"_s);
    press(Qt::Key_Return);
    press(Qt::Key_F2);
    QTest::qWait(300); // nothing tells that the same card was read once more
    QCOMPARE(m_desk->value(u"Address"_s), wang().address + u" B"_s);
}

void TestTaking::cardOfAnother_whileACaseIsOpen_asksAndDoesNotFillIt_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<int>("cases");
    QTest::newRow("a new case") << 1 << 2;
    QTest::newRow("leave it") << 3 << 1;
}

void TestTaking::cardOfAnother_whileACaseIsOpen_asksAndDoesNotFillIt()
{
    QFETCH(int, answer);
    QFETCH(int, cases);
    QVERIFY(sit({wang().key, li().key}));
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"first"_s);
    press(Qt::Key_F2);
    QTRY_VERIFY(m_desk->messageText().contains(li().name)); // asks …
    QCOMPARE(m_desk->value(u"Matter"_s), u"first"_s);       // … and has done nothing yet
    QCOMPARE(m_desk->value(u"Address"_s), wang().address);
    QVERIFY(m_desk->shows(wang().name));
    press(static_cast<Qt::Key>(Qt::Key_0 + answer), Qt::AltModifier);
    QTRY_COMPARE(m_desk->strip()->count(), cases);
    if (cases > 1) {
        QTRY_COMPARE(m_desk->value(u"Address"_s), li().address);
        QCOMPARE(m_desk->value(u"Matter"_s), QString());
        press(Qt::Key_Tab, Qt::ControlModifier);
    }
    QTRY_COMPARE(m_desk->value(u"Matter"_s), u"first"_s);
    QCOMPARE(m_desk->value(u"Address"_s), wang().address);
    QVERIFY(m_desk->shows(wang().name));
    QCOMPARE(m_desk->messageText(), QString());
}

void TestTaking::cardThatFails_isToldWithItsCode_andNothingIsLost_data()
{
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("code");
    QTest::newRow("wrong check digit") << wrongCheckDigit().key << u"idcard.check-digit"_s;
    QTest::newRow("birthday of somebody else") << wrongBirth().key << u"idcard.birth-mismatch"_s;
    QTest::newRow("nothing on the reader") << QString() << u"idcard.no-card"_s;
}

void TestTaking::cardThatFails_isToldWithItsCode_andNothingIsLost()
{
    QFETCH(QString, card);
    QFETCH(QString, code);
    m_machine->layCards(card.isEmpty() ? QStringList() : QStringList{card});
    QVERIFY(sit());
    m_desk->field(u"Matter"_s)->setFocus();
    type(u"half typed"_s);
    press(Qt::Key_F2);
    QTRY_COMPARE(m_desk->messageCode(), code);
    QVERIFY(!m_desk->messageText().isEmpty());
    QVERIFY(!messageOn(m_desk->page).remedy.isEmpty());
    QCOMPARE(m_desk->value(u"Matter"_s), u"half typed"_s);
    QVERIFY(m_desk->shows(u"Who is it for?"_s));
    QCOMPARE(focusName(), u"Matter"_s);
}

void TestTaking::expiredCard_isShownAsExpired()
{
    QVERIFY(sit({expiredCard().key}));
    QVERIFY(m_desk->readCard(expiredCard()));
    QTRY_VERIFY(m_desk->shows(u"ID card expired on 2020-05-20"_s));
    m_desk->typeRequest(u"request"_s);
    QVERIFY(m_desk->submit()); // what follows from it is for the reviewer: he sees the date
    QVERIFY(m_desk->seat.reachesLevel());
    const auto state = m_hall->state(m_desk->taken().constFirst().stream);
    QCOMPARE(state.parties.value("applicant"_L1).toObject().value("validTo"_L1).toString(), u"2020-05-20"_s);
}

void TestTaking::unknownEthnicity_doesNotStopTheCase()
{
    QVERIFY(sit({unknownEthnicity().key}));
    QVERIFY(m_desk->readCard(unknownEthnicity()));
    m_desk->typeRequest(u"request"_s);
    QVERIFY(m_desk->submit());
    QVERIFY(m_desk->seat.reachesLevel());
    const auto state = m_hall->state(m_desk->taken().constFirst().stream);
    QCOMPARE(state.parties.value("applicant"_L1).toObject().value("ethnicity"_L1).toString(), u"88"_s);
}

void TestTaking::offline_caseGetsItsNumberAndGoesOutLater()
{
    QVERIFY(sit());
    m_hall->cut();
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"request"_s);
    QVERIFY(m_desk->submit());
    const auto line = m_desk->taken().constFirst();
    QCOMPARE(line.number.size(), 19);
    QVERIFY(line.pending);
    QCOMPARE(m_desk->seat.outbox().size(), 1);
    QTRY_VERIFY(m_desk->messageText().contains(line.number));

    QVERIFY(m_hall->mend());
    m_desk->seat.session().retryNow();
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(m_hall->state(line.stream).number, line.number);
    QTRY_VERIFY(m_desk->seat.outbox().isEmpty());
}

QTEST_MAIN(TestTaking)
#include "test_taking.moc"
