#include "app/counter/kit/ImeGuard.h"
#include "app/counter/kit/StatusLight.h"
#include "Counter.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// Signing in and out, by keyboard.
class TestSigningIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void hub_withAnotherCertificate_isNotTrusted();
    void password_wrong_isToldAndTypedAgain();
    void hub_away_isTold();
    void hub_away_whoWasHereBefore_isLetIn();
    void hub_away_wrongPassword_isToldWithTheTriesLeft();
    void hub_away_forTooManyDays_isTold();
    void enter_withoutAnAccount_asksNothing();
    void enter_whileComposing_doesNotSignIn();
    void signIn_pressedAgain_asksOnce();
    void pages_ofThePosts_areOffered_data();
    void pages_ofThePosts_areOffered();
    void signOut_byKey_endsTheSessionOnTheHub();
    void session_endedOnTheHub_leadsToSignIn();
    void password_afterSigningOut_isGone();
    void controls_onBothPages_haveNames();

private:
    QString enrolCode() { return m_hall->hub.enrolCode(); }
    QLineEdit* line(const QString& name) const { return named<QLineEdit>(m_counter->window.get(), name); }
    QStringList pages() const;
    QString network() const; // what its light says

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<Counter> m_counter;
};

void TestSigningIn::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestSigningIn::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    m_counter = std::make_unique<Counter>(*m_machine);
}

void TestSigningIn::cleanup()
{
    m_counter.reset();
    m_machine.reset();
    QVERIFY(m_hall->mend());
}

QStringList TestSigningIn::pages() const
{
    const auto* rail = m_counter->window->findChild<counter::NavigationRail*>();
    QStringList ids;
    for (int row = 0; rail && row < rail->model()->rowCount(); ++row)
        ids.append(rail->model()->index(row, 0).data(counter::NavigationRows::IdRole).toString());
    return ids;
}

void TestSigningIn::hub_withAnotherCertificate_isNotTrusted()
{
    CounterHall hall;
    hall.speakTls();
    QVERIFY(hall.open());
    CounterMachine machine(hall);
    machine.profile.certificate = QByteArray(32, 'x'); // what was pinned once
    machine.enrolment = {u"device-1"_s, u"synthetic-token"_s, u"210603"_s, u"office"_s, u"3"_s};
    QVERIFY(machine.enrolment.write(machine.profile.dataFolder));
    Counter counter(machine);
    QVERIFY(counter.start());
    counter.typeLogin(u"chen"_s);
    QTRY_COMPARE(messageOn(counter.login()).code, u"sync.certificate"_s);
    QVERIFY(!counter.workplace());
}

void TestSigningIn::password_wrong_isToldAndTypedAgain()
{
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    m_counter->typeLogin(u"zhou"_s, u"wrong-Password1"_s);
    QTRY_COMPARE(messageOn(m_counter->login()).code, u"identity.login"_s);
    QCOMPARE(focusName(), u"Password"_s);
    QCOMPARE(line(u"Account"_s)->text(), u"zhou"_s);
    type(QString::fromLatin1(HubWorld::Password)); // over the wrong one, which is selected
    press(Qt::Key_Return);
    QTRY_VERIFY(m_counter->workplace());
}

void TestSigningIn::hub_away_isTold()
{
    QVERIFY(m_machine->enrol());
    m_hall->cut();
    QVERIFY(m_counter->start());
    m_counter->typeLogin(u"chen"_s);
    QTRY_COMPARE(messageOn(m_counter->login()).code, u"sync.unreachable"_s);
    QVERIFY(m_hall->mend());
    QVERIFY(m_counter->signIn(u"chen"_s)); // nothing has to be started again
}

QString TestSigningIn::network() const
{
    for (const auto* light : m_counter->window->findChildren<counter::StatusLight*>()) {
        if (light->state().id == "network"_L1)
            return light->state().name;
    }
    return {};
}

// As at a township whose line is down: he works, and is signed in there once it is back.
void TestSigningIn::hub_away_whoWasHereBefore_isLetIn()
{
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    QVERIFY(m_hall->endSessions(u"zhou"_s)); // of the tests before
    QVERIFY(m_counter->signIn(u"zhou"_s));
    QVERIFY(m_counter->signOut());
    QTRY_COMPARE(m_hall->sessions(u"zhou"_s), 0);
    m_hall->cut();
    m_counter->typeLogin(u"zhou"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_counter->workplace() && m_counter->workplace()->isVisible(), 30'000);
    QTRY_COMPARE(network(), u"Offline, 7 days left"_s);
    press(Qt::Key_N, Qt::ControlModifier); // what is kept here is there
    QCOMPARE(m_counter->page(), u"intake"_s);
    QTRY_COMPARE(focusName(), u"Matter"_s);
    QVERIFY(m_hall->mend());
    QTRY_COMPARE_WITH_TIMEOUT(network(), u"Online"_s, 40'000);
    QCOMPARE(m_hall->sessions(u"zhou"_s), 1);
    QVERIFY(m_counter->signOut());
    QTRY_COMPARE(m_hall->sessions(u"zhou"_s), 0); // the one it came to have
}

void TestSigningIn::hub_away_wrongPassword_isToldWithTheTriesLeft()
{
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    QVERIFY(m_counter->signIn(u"zhou"_s));
    QVERIFY(m_counter->signOut());
    m_hall->cut();
    m_counter->typeLogin(u"zhou"_s, u"wrong"_s);
    QTRY_COMPARE_WITH_TIMEOUT(messageOn(m_counter->login()).code, u"identity.login"_s, 30'000);
    QVERIFY(!m_counter->workplace());
}

void TestSigningIn::hub_away_forTooManyDays_isTold()
{
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    QVERIFY(m_counter->signIn(u"zhou"_s));
    QVERIFY(m_counter->signOut());
    m_hall->cut();
    m_hall->hub.clock.advance(8LL * 24 * 3600 * 1000);
    m_counter->typeLogin(u"zhou"_s);
    QTRY_COMPARE_WITH_TIMEOUT(messageOn(m_counter->login()).code, u"session.offline-expired"_s, 30'000);
    QVERIFY(m_hall->mend());
    QVERIFY(m_counter->signIn(u"zhou"_s));
}

void TestSigningIn::enter_withoutAnAccount_asksNothing()
{
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTest::qWait(100);
    QVERIFY(messageOn(m_counter->login()).code.isEmpty());
    QVERIFY(named<QPushButton>(m_counter->login(), u"Sign in"_s)->isEnabled());
}

void TestSigningIn::enter_whileComposing_doesNotSignIn()
{
    const counter::ImeGuard guard(qApp);
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    compose(u"chen"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Account"_s);
    compose({});
    type(u"chen"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Password"_s);
}

void TestSigningIn::signIn_pressedAgain_asksOnce()
{
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    const int before = m_hall->sessions(u"zhou"_s);
    m_counter->typeLogin(u"zhou"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_counter->workplace());
    QCOMPARE(m_hall->sessions(u"zhou"_s), before + 1);
}

void TestSigningIn::pages_ofThePosts_areOffered_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("window clerk") << u"chen"_s
                                  << QStringList{u"workbench"_s, u"intake"_s, u"mine"_s, u"todo"_s, u"cases"_s};
    QTest::newRow("dispatcher") << u"sun"_s << QStringList{u"workbench"_s, u"todo"_s, u"cases"_s};
    QTest::newRow("reviewer") << u"liu"_s << QStringList{u"workbench"_s, u"todo"_s, u"cases"_s};
    QTest::newRow("township, all in one")
        << u"wu"_s << QStringList{u"workbench"_s, u"intake"_s, u"mine"_s, u"todo"_s, u"cases"_s};
}

void TestSigningIn::pages_ofThePosts_areOffered()
{
    QFETCH(QString, login);
    QFETCH(QStringList, expected);
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    QVERIFY(m_counter->signIn(login));
    auto offered = pages();
    offered.removeIf([&](const QString& id) { return !expected.contains(id); }); // later pages come between
    QCOMPARE(offered, expected);
    QStringList mustNot{u"intake"_s, u"mine"_s, u"todo"_s};
    mustNot.removeIf([&](const QString& id) { return expected.contains(id); });
    for (const auto& id : std::as_const(mustNot))
        QVERIFY2(!pages().contains(id), qPrintable(id));
}

void TestSigningIn::signOut_byKey_endsTheSessionOnTheHub()
{
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    const int before = m_hall->sessions(u"zhou"_s);
    QVERIFY(m_counter->signIn(u"zhou"_s));
    QCOMPARE(m_hall->sessions(u"zhou"_s), before + 1);
    QVERIFY(m_counter->signOut());
    QTRY_COMPARE(m_hall->sessions(u"zhou"_s), before);
}

void TestSigningIn::session_endedOnTheHub_leadsToSignIn()
{
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    QVERIFY(m_counter->signIn(u"zhou"_s));
    QVERIFY(m_hall->endSessions(u"zhou"_s));
    m_hall->cut(); // the counter, which waits on the feed, has to ask anew
    QVERIFY(m_hall->mend());
    QTRY_VERIFY_WITH_TIMEOUT(m_counter->login(), 20'000);
    QCOMPARE(messageOn(m_counter->login()).code, u"identity.session"_s);
    QVERIFY(m_counter->signIn(u"zhou"_s));
}

void TestSigningIn::password_afterSigningOut_isGone()
{
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    QVERIFY(m_counter->signIn(u"chen"_s));
    QVERIFY(m_counter->signOut());
    QCOMPARE(line(u"Password"_s)->text(), QString());
    QVERIFY(focusName() == u"Account"_s || focusName() == u"Password"_s);
}

void TestSigningIn::controls_onBothPages_haveNames()
{
    QVERIFY(m_counter->start());
    QCOMPARE(namelessControls(m_counter->window.get()), QStringList());
    QCOMPARE(cutTexts(m_counter->window.get()), QStringList());
    press(Qt::Key_Return);
    QTRY_COMPARE(focusName(), u"Enrolment code"_s);
    QCOMPARE(namelessControls(m_counter->window.get()), QStringList());
    QCOMPARE(cutTexts(m_counter->window.get()), QStringList());
    QCOMPARE(tabTraps(m_counter->window.get()), QStringList());
    m_counter->end();
    QVERIFY(m_machine->enrol());
    QVERIFY(m_counter->start());
    QCOMPARE(namelessControls(m_counter->window.get()), QStringList());
    QCOMPARE(cutTexts(m_counter->window.get()), QStringList());
    QCOMPARE(tabTraps(m_counter->window.get()), QStringList());
}

QTEST_MAIN(TestSigningIn)
#include "test_signing_in.moc"
