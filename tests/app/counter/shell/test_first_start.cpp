#include "app/counter/kit/Field.h"
#include "Counter.h"
#include "tests/support/counter/ScreenCheck.h"
#include "tests/support/devices/OnlySaneTest.h"
#include "tests/support/devices/PythonDouble.h"
#include "tests/support/places/Places.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
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

// The first start of a machine, by keyboard: the hub, the administrator's code, the devices.
class TestFirstStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void hubCodeAndWindow_byKeyboard_endSignedIn();
    void devices_areFoundTriedAndKept();
    void wrongAddress_isTold_data();
    void wrongAddress_isTold();
    void wrongCode_isToldAndTypedAgain();
    void certificate_ofAHubOverTls_isShownAndPinned();

private:
    QString enrolCode() { return m_hall->hub.enrolCode(); }
    QLineEdit* line(const QString& name) const { return named<QLineEdit>(m_counter->window.get(), name); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<Counter> m_counter;
};

void TestFirstStart::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestFirstStart::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    m_counter = std::make_unique<Counter>(*m_machine);
}

void TestFirstStart::cleanup()
{
    m_counter.reset();
    m_machine.reset();
    QVERIFY(m_hall->mend());
}

void TestFirstStart::hubCodeAndWindow_byKeyboard_endSignedIn()
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
    QSignalSpy asked(m_counter->firstStart(), &counter::FirstStartPage::enrolRequested);
    press(Qt::Key_Return);
    press(Qt::Key_Return); // a code is good for one request
    QCOMPARE(asked.count(), 1);
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

void TestFirstStart::devices_areFoundTriedAndKept()
{
    // The counter finds its driver host beside itself.
    const QString beside = QCoreApplication::applicationDirPath() + u"/kuaiban-device"_s;
    QFile::remove(beside);
    QVERIFY(QFile::link(test::inBuild(u"app/device/kuaiban-device"), beside));
    const OnlySaneTest sane;
    QVERIFY(sane.isReady());
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
    QVERIFY(!named<QComboBox>(m_counter->firstStart(), u"Camera"_s)); // few windows have one
    QTRY_VERIFY_WITH_TIMEOUT(scanner->findText(u"sane:test:0"_s) > 0, 20'000);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"ga450:serial:/dev/nothing-here"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Security card"_s);
    press(Qt::Key_Return); // none here
    QCOMPARE(focusName(), u"Scanner"_s);
    QTRY_VERIFY(stands(u"ID card"_s, counter::FieldState::Error));
    press(Qt::Key_Down); // the first that was found
    press(Qt::Key_Backtab, Qt::ShiftModifier);
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
    QVERIFY(QFile::remove(beside));
}

void TestFirstStart::wrongAddress_isTold_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("code");
    QTest::newRow("plain HTTP to another machine") << u"http://192.0.2.1:8080"_s << u"sync.plain-http"_s;
    QTest::newRow("nothing typed") << QString() << u"sync.address"_s;
    QTest::newRow("nobody there") << u"https://127.0.0.1:%1"_s.arg(deadAddress().port()) << u"sync.unreachable"_s;
    QTest::newRow("no TLS there") << u"https://127.0.0.1:%1"_s.arg(m_hall->address().port()) << u"sync.unreachable"_s;
}

void TestFirstStart::wrongAddress_isTold()
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

void TestFirstStart::wrongCode_isToldAndTypedAgain()
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

void TestFirstStart::certificate_ofAHubOverTls_isShownAndPinned()
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

QTEST_MAIN(TestFirstStart)
#include "test_first_start.moc"
