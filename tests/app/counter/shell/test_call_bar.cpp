#include "app/counter/citizen/CitizenDesk.h"
#include "app/counter/intake/IntakePage.h"
#include "CallBarDesk.h"
#include "tests/support/counter/CounterSeat.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// The clerk calls citizens by keys from wherever the keyboard is; whatever is pressed, nobody is called unseen.
class TestCallBar : public QObject, private CallBarDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(furnish()); }
    void init() { QVERIFY(sitDown()); }
    void cleanup() { leave(); }
    void day_atTheWindow_byKeys();
    void next_pressedTwice_callsOneCitizen();
    void space_pressedTwice_callsOneCitizen();
    void keys_whileTheSystemThinks_typeNothing();
    void next_whileTyping_changesNothing();
    void click_leavesTheKeyboardWithThePage();
    void calling_isLeftAlone_whileLocked();
    void user_changed_findsTheQueueAsItIs();
    void language_changedWhileTheSystemThinks_callsOneCitizen();
    void ticket_ofTheCitizenHere_goesIntoTheDraft_data();
    void ticket_ofTheCitizenHere_goesIntoTheDraft();
};

void TestCallBar::day_atTheWindow_byKeys()
{
    Hall hall;
    QVERIFY(hall.arrive(u"A001"_s) && hall.arrive(u"A002"_s) && hall.arrive(u"A003"_s));
    connectTo(hall);
    QVERIFY(begin());
    QTRY_COMPARE_WITH_TIMEOUT(queue(), u"Now · — · 3 waiting"_s, Patience);
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(queue(), u"Now · A001 · 社会保险 · 2 waiting"_s);
    QTRY_VERIFY(!isBusy());
    QVERIFY(hall.obey({{"clerk"_L1, "chen"_L1}}));
    press(Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY(!isBusy());
    QVERIFY(hall.hasBeenAsked(u"recall"_s, 1));
    press(Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(queue(), u"Now · — · 2 waiting"_s);
    QTRY_VERIFY(!isBusy());
    press(Qt::Key_P, Qt::AltModifier);
    QTRY_COMPARE(queue(), u"Now · — · 2 waiting · ▲ Paused"_s);
    QTRY_VERIFY(!isBusy());
    QVERIFY(button(u"Resume"_s) && !button(u"Pause"_s));
    press(Qt::Key_P, Qt::AltModifier);
    QTRY_COMPARE(queue(), u"Now · — · 2 waiting"_s);
    QTRY_VERIFY(!isBusy());
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(queue(), u"Now · A002 · 社会保险 · 1 waiting"_s);
    QTRY_VERIFY(!isBusy());
    press(Qt::Key_D, Qt::AltModifier);
    QTRY_COMPARE(queue(), u"Now · — · 1 waiting"_s);
    QCOMPARE(told().what, QString());
    for (const auto& operation : {u"recall"_s, u"skip"_s, u"pause"_s, u"resume"_s, u"done"_s})
        QVERIFY2(hall.hasBeenAsked(operation, 1), qPrintable(operation));
    QVERIFY(hall.hasBeenAsked(u"next"_s, 2));
}

void TestCallBar::next_pressedTwice_callsOneCitizen()
{
    simulate({arrive(u"A"_s), arrive(u"A"_s), arrive(u"A"_s), QJsonObject{{u"delay"_s, 200}}});
    QVERIFY(begin());
    QTRY_COMPARE_WITH_TIMEOUT(queue(), u"Now · — · 3 waiting"_s, Patience);
    press(Qt::Key_N, Qt::AltModifier);
    QVERIFY(isBusy());
    press(Qt::Key_N, Qt::AltModifier);
    press(Qt::Key_S, Qt::AltModifier); // would send away a citizen whom nobody has seen yet
    QTRY_VERIFY(!isBusy());
    QTest::qWait(600);
    QCOMPARE(queue(), u"Now · A001 · 社会保险 · 2 waiting"_s);
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(queue(), u"Now · A002 · 社会保险 · 1 waiting"_s);
}

void TestCallBar::space_pressedTwice_callsOneCitizen()
{
    simulate({arrive(u"A"_s), arrive(u"A"_s), QJsonObject{{u"delay"_s, 200}}});
    QVERIFY(begin());
    QTRY_COMPARE_WITH_TIMEOUT(queue(), u"Now · — · 2 waiting"_s, Patience);
    QVERIFY(Counter::tabTo(u"Call next"_s));
    press(Qt::Key_Space);
    QVERIFY(isBusy());
    press(Qt::Key_Space);
    QTRY_VERIFY(!isBusy());
    QTest::qWait(600);
    QCOMPARE(queue(), u"Now · A001 · 社会保险 · 1 waiting"_s);
    QCOMPARE(focusName(), u"Call next"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focusName(), u"Call again"_s);
}

void TestCallBar::keys_whileTheSystemThinks_typeNothing()
{
    simulate({arrive(u"A"_s), QJsonObject{{u"delay"_s, 300}}});
    QVERIFY(begin());
    press(Qt::Key_K, Qt::ControlModifier);
    auto* search = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(search);
    type(u"wang"_s);
    press(Qt::Key_N, Qt::AltModifier);
    QVERIFY(isBusy());
    for (const auto key : {Qt::Key_N, Qt::Key_C, Qt::Key_S, Qt::Key_P, Qt::Key_D})
        QTest::keyClick(keyboardOwner(), char(key), Qt::AltModifier);
    QCOMPARE(search->text(), u"wang"_s);
    QCOMPARE(QApplication::focusWidget(), search);
}

void TestCallBar::next_whileTyping_changesNothing()
{
    simulate({arrive(u"A"_s), arrive(u"B"_s)});
    QVERIFY(begin());
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(focusName(), u"Matter"_s);
    press(Qt::Key_F2);
    QTRY_VERIFY(shows(m_counter->window.get(), wang().name));
    type(u"half typed"_s);
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line);
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(queue(), u"Now · A001 · 社会保险 · 1 waiting"_s);
    QCOMPARE(m_counter->page(), u"intake"_s);
    QCOMPARE(QApplication::focusWidget(), line);
    QCOMPARE(line->text(), u"half typed"_s);
    QVERIFY(shows(m_counter->window.get(), wang().name));
    type(u" further"_s);
    QCOMPARE(line->text(), u"half typed further"_s);
}

void TestCallBar::click_leavesTheKeyboardWithThePage()
{
    simulate({arrive(u"A"_s)});
    QVERIFY(begin());
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(focusName(), u"Matter"_s);
    auto* before = QApplication::focusWidget();
    QTest::mouseClick(button(u"Call next"_s), Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), before);
    QTRY_COMPARE(queue(), u"Now · A001 · 社会保险 · 0 waiting"_s);
    QCOMPARE(QApplication::focusWidget(), before);
}

void TestCallBar::calling_isLeftAlone_whileLocked()
{
    Hall hall;
    QVERIFY(hall.arrive(u"A001"_s));
    connectTo(hall);
    QVERIFY(begin());
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_N, Qt::AltModifier);
    QTest::qWait(300);
    QVERIFY(hall.hasBeenAsked(u"next"_s, 0));
}

void TestCallBar::user_changed_findsTheQueueAsItIs()
{
    simulate({arrive(u"A"_s), arrive(u"A"_s)});
    QVERIFY(begin());
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(queue(), u"Now · A001 · 社会保险 · 1 waiting"_s);
    QVERIFY(m_counter->signOut());
    QVERIFY(m_counter->signIn(u"zhou"_s));
    QTRY_COMPARE(queue(), u"Now · A001 · 社会保险 · 1 waiting"_s);
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(queue(), u"Now · A002 · 社会保险 · 0 waiting"_s);
}

// The window is built anew under an order; the new bar does not know of it and must not send a second one.
void TestCallBar::language_changedWhileTheSystemThinks_callsOneCitizen()
{
    simulate({arrive(u"A"_s), arrive(u"A"_s), QJsonObject{{u"delay"_s, 2500}}});
    QVERIFY(begin());
    press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(Counter::tabTo(u"English"_s));
    press(Qt::Key_N, Qt::AltModifier);
    QVERIFY(isBusy());
    press(Qt::Key_Up);
    QTRY_VERIFY(bar() && !isBusy());
    QVERIFY(!queue().contains(u"A001"_s));
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(queue().contains(u"A001"_s), Patience);
    QTest::qWait(4000);
    QVERIFY2(queue().contains(u"A001"_s), qPrintable(queue()));
}

void TestCallBar::ticket_ofTheCitizenHere_goesIntoTheDraft_data()
{
    QTest::addColumn<bool>("called");
    QTest::addColumn<QString>("ticket");
    QTest::newRow("called") << true << u"A001"_s;
    QTest::newRow("nobody called") << false << QString();
}

void TestCallBar::ticket_ofTheCitizenHere_goesIntoTheDraft()
{
    QFETCH(bool, called);
    QFETCH(QString, ticket);
    simulate({arrive(u"A"_s), arrive(u"A"_s)});
    CounterSeat seat(*m_machine);
    QVERIFY(seat.signIn(u"chen"_s));
    seat.add<counter::IntakePage>(*new counter::CitizenDesk(seat.context(), &seat.workplace()));
    QVERIFY(seat.show());
    auto& station = seat.context().devices.caller();
    if (called) {
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(station.call().value_or(devices::CallState{}).ticketNumber(), u"A001"_s);
    }
    press(Qt::Key_F2);
    QTRY_VERIFY(shows(&seat.window(), wang().name));
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(seat.drafts().size(), 1);
    QCOMPARE(seat.drafts().constFirst().content.value("ticket"_L1).toString(), ticket);
    if (!called)
        return;
    press(Qt::Key_N, Qt::AltModifier); // the next citizen's number is not this case's
    QTRY_COMPARE(station.call()->ticketNumber(), u"A002"_s);
    type(u"x"_s);
    press(Qt::Key_F2); // zhang's card
    QTRY_COMPARE(messageOn(&seat.window()).what, u"This is the card of %1."_s.arg(zhang().name));
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(seat.drafts().size(), 2);
    QStringList tickets;
    for (const auto& draft : seat.drafts())
        tickets.append(draft.content.value("ticket"_L1).toString());
    tickets.sort();
    QCOMPARE(tickets, (QStringList{u"A001"_s, u"A002"_s}));
}

QTEST_MAIN(TestCallBar)
#include "test_call_bar.moc"
