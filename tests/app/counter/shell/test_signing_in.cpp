#include "app/counter/kit/Field.h"
#include "app/counter/kit/ImeGuard.h"
#include "Counter.h"
#include "tests/support/counter/ScreenCheck.h"
#include "tests/support/devices/PythonDouble.h"

#include <QComboBox>
#include <QPushButton>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

namespace {

// An address at which nobody listens.
QUrl deadAddress()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
}

} // namespace

// The first start of a machine, signing in and out, by keyboard.
class TestSigningIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void firstStart_byKeyboard_endsSignedIn();
    void firstStart_devices_areFoundTriedAndKept();
    void firstStart_wrongAddress_isTold_data();
    void firstStart_wrongAddress_isTold();
    void firstStart_wrongCode_isToldAndTypedAgain();
    void firstStart_overTls_showsTheCertificateAndPinsIt();
    void hub_withAnotherCertificate_isNotTrusted();
    void password_wrong_isToldAndTypedAgain();
    void hub_away_isTold();
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

void TestSigningIn::firstStart_byKeyboard_endsSignedIn()
{
    m_machine->profile.hub.clear();
    QVERIFY(m_counter->start());
    QVERIFY(m_counter->firstStart());
    QCOMPARE(focusName(), u"Address of the hub"_s);
    type(m_hall->address().toString());
    press(Qt::Key_Return);
    QTRY_COMPARE(focusName(), u"Enrolment code"_s);
    type(enrolCode());
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Window number"_s);
    type(u"7"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_counter->login());
    QCOMPARE(focusName(), u"Account"_s);
    QVERIFY(shows(m_counter->login(), u"Window 7"_s));
    QVERIFY(m_counter->signIn(u"chen"_s));
    QCOMPARE(m_counter->page(), u"workbench"_s);

    m_counter->end(); // the next start goes straight to signing in, with what was written
    const auto profile = counter::Profile::read(m_machine->profile.file);
    QVERIFY(profile);
    QCOMPARE(profile->hub, m_hall->address());
    m_machine->profile = *profile;
    QVERIFY(m_counter->start());
    QVERIFY(m_counter->login());
}

void TestSigningIn::firstStart_devices_areFoundTriedAndKept()
{
    // The counter finds its driver host beside itself.
    const QString beside = QCoreApplication::applicationDirPath() + u"/kuaiban-device"_s;
    QFile::remove(beside);
    QVERIFY(QFile::link(QStringLiteral(KUAIBAN_BINARY_DIR "/app/device/kuaiban-device"), beside));
    QTemporaryDir sane; // only SANE's own test devices: nothing searches the network here
    QFile drivers(sane.filePath(u"dll.conf"_s));
    QVERIFY(drivers.open(QIODevice::WriteOnly) && drivers.write("test\n") > 0);
    drivers.close();
    qputenv("SANE_CONFIG_DIR", QFile::encodeName(sane.path()));
    PythonDouble reader(u"sam_emulator.py"_s);
    const QString readerAddress = "ga450:serial:"_L1 + reader.greeting().value("path"_L1).toString();
    m_machine->profile.devices.clear();
    QVERIFY(m_counter->start());
    press(Qt::Key_Return); // the address stands there
    QTRY_COMPARE(focusName(), u"Enrolment code"_s);
    type(enrolCode());
    press(Qt::Key_Return);
    type(u"7"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(focusName(), u"ID card"_s);
    QCOMPARE(namelessControls(m_counter->window.get()), QStringList());
    const auto stands = [this](const QString& label, counter::FieldState state) {
        const auto fields = m_counter->firstStart()->findChildren<counter::Field*>();
        return std::any_of(fields.begin(), fields.end(),
            [&](const counter::Field* field) { return field->label() == label && field->state() == state; });
    };
    auto* scanner = named<QComboBox>(m_counter->firstStart(), u"Scanner"_s);
    QVERIFY(scanner);
    QTRY_VERIFY_WITH_TIMEOUT(scanner->findText(u"sane:test:0"_s) > 0, 20'000);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"ga450:serial:/dev/nothing-here"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Scanner"_s);
    QTRY_VERIFY(stands(u"ID card"_s, counter::FieldState::Error));
    press(Qt::Key_Down); // the first that was found
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QTRY_VERIFY(stands(u"Scanner"_s, counter::FieldState::Filled));
    press(Qt::Key_A, Qt::ControlModifier);
    type(readerAddress);
    press(Qt::Key_Return);
    QTRY_VERIFY(stands(u"ID card"_s, counter::FieldState::Filled));
    QCOMPARE(cutTexts(m_counter->window.get()), QStringList());
    QVERIFY(Counter::tabTo(u"Use these"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(m_counter->login());
    const auto profile = counter::Profile::read(m_machine->profile.file);
    QVERIFY(profile);
    QCOMPARE(profile->devices.value(u"idcard"_s), readerAddress);
    QCOMPARE(profile->devices.value(u"scanner"_s), u"sane:test:0"_s);
    QVERIFY(!profile->devices.contains(u"receipt"_s));
    qunsetenv("SANE_CONFIG_DIR");
    QVERIFY(QFile::remove(beside));
}

void TestSigningIn::firstStart_wrongAddress_isTold_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("code");
    QTest::newRow("plain HTTP to another machine") << u"http://192.0.2.1:8080"_s << u"sync.plain-http"_s;
    QTest::newRow("nothing typed") << QString() << u"sync.address"_s;
    QTest::newRow("nobody there") << u"https://127.0.0.1:%1"_s.arg(deadAddress().port()) << u"sync.unreachable"_s;
    QTest::newRow("no TLS there") << u"https://127.0.0.1:%1"_s.arg(m_hall->address().port()) << u"sync.unreachable"_s;
}

void TestSigningIn::firstStart_wrongAddress_isTold()
{
    QFETCH(QString, address);
    QFETCH(QString, code);
    m_machine->profile.hub.clear();
    QVERIFY(m_counter->start());
    type(address);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(messageOn(m_counter->firstStart()).code, code, 15'000);
    QVERIFY(!messageOn(m_counter->firstStart()).remedy.isEmpty());
    QCOMPARE(line(u"Address of the hub"_s)->text(), address); // to be put right, not typed anew
    QVERIFY(named<QPushButton>(m_counter->firstStart(), u"Find the hub"_s)->isEnabled());
}

void TestSigningIn::firstStart_wrongCode_isToldAndTypedAgain()
{
    QVERIFY(m_counter->start());
    press(Qt::Key_Return); // the address stands there
    QTRY_COMPARE(focusName(), u"Enrolment code"_s);
    type(u"00000000"_s);
    press(Qt::Key_Return);
    type(u"7"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(messageOn(m_counter->firstStart()).code, u"identity.enrol-code"_s);
    QCOMPARE(line(u"Window number"_s)->text(), u"7"_s);
    line(u"Enrolment code"_s)->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    type(enrolCode());
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_counter->login());
}

void TestSigningIn::firstStart_overTls_showsTheCertificateAndPinsIt()
{
    CounterHall hall;
    hall.speakTls();
    QVERIFY(hall.open());
    CounterMachine machine(hall);
    Counter counter(machine);
    QVERIFY(counter.start());
    press(Qt::Key_Return);
    QTRY_COMPARE(focusName(), u"Enrolment code"_s);
    QVERIFY(shows(counter.firstStart(), u"SHA-256"_s));
    QVERIFY(shows(counter.firstStart(), u"localhost"_s));
    type(hall.hub.enrolCode());
    press(Qt::Key_Return);
    type(u"7"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(counter.login());
    QVERIFY(counter.signIn(u"chen"_s));
    counter.end();
    const auto profile = counter::Profile::read(machine.profile.file);
    QVERIFY(profile);
    QCOMPARE(profile->certificate.size(), 32);
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
    QTest::newRow("window clerk") << u"chen"_s << QStringList{u"workbench"_s, u"intake"_s, u"mine"_s, u"cases"_s};
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
