#include "app/counter/intake/ConfirmSheet.h"
#include "MatterDesk.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::ConfirmSheet;

// What comes between while the clerk types or the citizen looks: cards, questions, values that change.
class TestInterruptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void question_thatIsGone_isNotAnswered_data();
    void question_thatIsGone_isNotAnswered();
    void cardOfAnother_whileTyping_leavesTheKeyboard();
    void cardOfAnother_whileNothingIsTyped_takesTheKeyboard();
    void sameCard_whileTyping_leavesTheKeyboard();
    void card_underTheConfirmation_isLeftAlone_data();
    void card_underTheConfirmation_isLeftAlone();
    void confirmation_ofWhatIsUnchanged_isSent();
    void confirmation_ofWhatChangedSince_isShownAnew();

private:
    bool begin(const QStringList& cards);
    bool confirms();
    // A card that is laid down is read without a key.
    bool layDown();
    ConfirmSheet* sheet() const { return only<ConfirmSheet>(&m_desk->seat.window()); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<MatterDesk> m_desk;
};

void TestInterruptions::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall, {{u"confirmation"_s, u"confirmation"_s}}));
    QVERIFY(m_hall->open());
}

void TestInterruptions::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestInterruptions::cleanup()
{
    m_desk.reset();
    m_machine.reset();
}

bool TestInterruptions::begin(const QStringList& cards)
{
    m_machine->layCards(cards);
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    return m_desk->begin();
}

bool TestInterruptions::confirms()
{
    if (!m_desk->completeCase())
        return false;
    press(Qt::Key_F9);
    return QTest::qWaitFor([this] { return sheet() != nullptr; });
}

bool TestInterruptions::layDown()
{
    auto& reader = m_desk->seat.context().devices.idCard();
    const QSignalSpy read(&reader, &devices::IdCardStation::cardRead);
    reader.readNow();
    return QTest::qWaitFor([&] { return read.size() == 1; });
}

void TestInterruptions::question_thatIsGone_isNotAnswered_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("closed") << true;
    QTest::newRow("another message came") << false;
}

void TestInterruptions::question_thatIsGone_isNotAnswered()
{
    QFETCH(bool, isClosed);
    QVERIFY(begin({wang().key, li().key, wrongCheckDigit().key}));
    m_desk->fillForm();
    press(Qt::Key_F2);
    QTRY_VERIFY(m_desk->messageText().contains(li().name));
    if (isClosed) {
        QVERIFY(m_desk->pressButton(u"Close message"_s));
        QCOMPARE(m_desk->messageText(), QString());
    } else {
        press(Qt::Key_F2);
        QTRY_COMPARE(m_desk->messageCode(), u"idcard.check-digit"_s);
    }
    press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(m_desk->strip()->count(), 1);
    QVERIFY(m_desk->shows(wang().name));
    QCOMPARE(m_desk->value(u"Months paid"_s), u"30"_s);
}

void TestInterruptions::cardOfAnother_whileTyping_leavesTheKeyboard()
{
    QVERIFY(begin({wang().key, li().key}));
    m_desk->field(u"Reason"_s)->setFocus();
    type(u"half"_s);
    press(Qt::Key_F2);
    QTRY_VERIFY(m_desk->messageText().contains(li().name));
    press(Qt::Key_Return); // was meant for the field
    QCOMPARE(focusName(), u"Months paid"_s);
    QCOMPARE(m_desk->strip()->count(), 1);
    press(Qt::Key_1, Qt::AltModifier); // and the question still stands
    QTRY_VERIFY(m_desk->shows(li().name));
    QCOMPARE(m_desk->strip()->count(), 2);
}

void TestInterruptions::cardOfAnother_whileNothingIsTyped_takesTheKeyboard()
{
    QVERIFY(begin({wang().key, li().key}));
    m_desk->papers()->setFocus();
    press(Qt::Key_F2);
    QTRY_VERIFY(m_desk->messageText().contains(li().name));
    QVERIFY2(focusName().startsWith(u"1 New case"_s), qPrintable(focusName()));
}

void TestInterruptions::sameCard_whileTyping_leavesTheKeyboard()
{
    QVERIFY(begin({wang().key, wang().key}));
    m_desk->fillForm();
    m_desk->field(u"Months paid"_s)->setFocus();
    press(Qt::Key_End);
    QVERIFY(layDown());
    type(u"1"_s);
    QCOMPARE(m_desk->value(u"Months paid"_s), u"301"_s);
}

void TestInterruptions::card_underTheConfirmation_isLeftAlone_data()
{
    QTest::addColumn<QString>("card");
    QTest::newRow("the same citizen's") << wang().key;
    QTest::newRow("another's") << li().key;
}

void TestInterruptions::card_underTheConfirmation_isLeftAlone()
{
    QFETCH(QString, card);
    QVERIFY(begin({wang().key, card}));
    QVERIFY(confirms());
    QVERIFY(layDown());
    QVERIFY(sheet());
    QVERIFY(sheet() == QApplication::focusWidget() || sheet()->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(m_desk->messageText(), QString());
    QVERIFY2(m_desk->barText().contains(u"F2 or F3 reads it again"_s), qPrintable(m_desk->barText()));
    press(Qt::Key_F9); // the sheet has the keyboard still
    QTRY_COMPARE(m_desk->taken().size(), 1);
}

void TestInterruptions::confirmation_ofWhatIsUnchanged_isSent()
{
    QVERIFY(begin({wang().key}));
    QVERIFY(confirms());
    press(Qt::Key_Escape);
    QVERIFY(!sheet());
    QVERIFY(m_desk->taken().isEmpty());
    press(Qt::Key_F9);
    QTRY_VERIFY(sheet());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->taken().size(), 1);
    QVERIFY(!sheet());
}

void TestInterruptions::confirmation_ofWhatChangedSince_isShownAnew()
{
    QVERIFY(begin({wang().key}));
    QVERIFY(confirms());
    auto& window = m_desk->seat.window();
    QVERIFY(!shows(&window, u"check it once more"_s));
    m_desk->field(u"Months paid"_s)->setFocus(); // as the register or a rule may do behind the sheet
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"31"_s);
    sheet()->setFocus();
    press(Qt::Key_F9);
    QTRY_VERIFY(sheet() && shows(sheet(), u"31"_s));
    QVERIFY(shows(sheet(), u"check it once more"_s));
    QVERIFY(m_desk->taken().isEmpty());
    press(Qt::Key_F9); // this is what the citizen saw
    QTRY_COMPARE(m_desk->taken().size(), 1);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(m_hall->state(m_desk->taken().constFirst().stream).values.value("months"_L1).toInt(), 31);
}

QTEST_MAIN(TestInterruptions)
#include "test_interruptions.moc"
