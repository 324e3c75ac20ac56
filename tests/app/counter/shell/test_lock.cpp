#include "app/counter/kit/CaseStrip.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/shell/LockSheet.h"
#include "Counter.h"
#include "tests/support/counter/Cards.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using namespace std::chrono_literals;

namespace {

const QString Password = QString::fromLatin1(HubWorld::Password);

} // namespace

// A window that nobody sits at shows nothing and does nothing, until its user is back or somebody else signs in.
class TestLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void idleWindow_locksByItself_andKeysKeepItOpen();
    void lockedWindow_showsNothing_andNoKeyActs();
    void card_laidDownMeanwhile_isLeftAside();
    void password_opensIt_whereItWasLeft();
    void password_opensIt_whileTheHubIsAway();
    void wrongPassword_isTold_andTooOftenEndsTheSession();
    void somebodyElse_signsIn_andSeesNothingOfTheOneBefore();
    void sheet_inBothLooks_isSound_data();
    void sheet_inBothLooks_isSound();

private:
    bool sitDown();
    counter::LockSheet* sheet() const
    {
        auto* found = m_counter->window->findChild<counter::LockSheet*>();
        return found && found->isVisible() ? found : nullptr;
    }
    bool lock()
    {
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        return sheet() != nullptr;
    }
    QLineEdit* matter() const { return named<QLineEdit>(m_counter->window.get(), u"Matter"_s); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<Counter> m_counter;
};

void TestLock::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestLock::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
    m_machine->profile.idleLock = 0s;
    m_counter = std::make_unique<Counter>(*m_machine);
}

void TestLock::cleanup()
{
    m_counter.reset();
    m_machine.reset();
    QVERIFY(m_hall->mend());
}

// At the intake page with a half-typed matter.
bool TestLock::sitDown()
{
    if (!m_counter->start() || !m_counter->signIn(u"chen"_s))
        return false;
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_F2);
    if (!QTest::qWaitFor([this] { return shows(m_counter->window.get(), wang().name); }) || !matter())
        return false;
    matter()->setFocus();
    type(u"half"_s);
    return true;
}

void TestLock::idleWindow_locksByItself_andKeysKeepItOpen()
{
    m_machine->profile.idleLock = 1s;
    QVERIFY(sitDown());
    for (int i = 0; i < 8; ++i) { // two seconds of slow typing
        QTest::qWait(250);
        type(u"."_s);
        QVERIFY(!sheet());
    }
    QTRY_VERIFY_WITH_TIMEOUT(sheet(), 3000);
    type(Password);
    press(Qt::Key_Return);
    QTRY_VERIFY(!sheet());
    QTRY_VERIFY_WITH_TIMEOUT(sheet(), 3000); // and again
}

void TestLock::lockedWindow_showsNothing_andNoKeyActs()
{
    QVERIFY(sitDown());
    QVERIFY(lock());
    QCOMPARE(focusName(), u"Password"_s);
    const auto picture = m_counter->window->grab().toImage();
    const auto box = sheet()->sheet()->geometry();
    int seen = 0; // points that are not of the cover
    for (int y = 0; y < picture.height(); y += 3) {
        for (int x = 0; x < picture.width(); x += 3)
            seen += !box.contains(x, y) && picture.pixel(x, y) != picture.pixel(0, 0) ? 1 : 0;
    }
    QCOMPARE(seen, 0);
    for (const auto key : {Qt::Key_F2, Qt::Key_F4, Qt::Key_F9, Qt::Key_F10, Qt::Key_Escape})
        press(key);
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_K, Qt::ControlModifier);
    press(Qt::Key_Slash, Qt::ControlModifier);
    for (int i = 0; i < 10; ++i) { // Tab stays on the sheet
        press(Qt::Key_Tab);
        QVERIFY(sheet()->isAncestorOf(QApplication::focusWidget()));
    }
    QVERIFY(sheet());
    QCOMPARE(matter()->text(), u"half"_s);
    QCOMPARE(m_counter->page(), u"intake"_s);
}

void TestLock::card_laidDownMeanwhile_isLeftAside()
{
    QVERIFY(sitDown());
    QVERIFY(lock());
    QTest::qWait(1500); // the simulator lays the next citizen's card by itself
    QVERIFY(!shows(m_counter->window.get(), zhang().name));
}

void TestLock::password_opensIt_whereItWasLeft()
{
    QVERIFY(sitDown());
    QVERIFY(lock());
    type(Password);
    press(Qt::Key_Return);
    QTRY_VERIFY(!sheet());
    type(u" typed"_s); // the keyboard is back in its field
    QCOMPARE(matter()->text(), u"half typed"_s);
    QVERIFY(lock()); // and its keys act again
}

void TestLock::password_opensIt_whileTheHubIsAway()
{
    QVERIFY(sitDown());
    m_hall->cut();
    QVERIFY(lock());
    type(Password);
    press(Qt::Key_Return);
    QTRY_VERIFY(!sheet());
    QCOMPARE(matter()->text(), u"half"_s);
}

void TestLock::wrongPassword_isTold_andTooOftenEndsTheSession()
{
    QVERIFY(sitDown());
    QVERIFY(lock());
    for (int i = 1; i <= 4; ++i) {
        type(u"wrong"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(named<QPushButton>(sheet(), u"Unlock"_s)->isEnabled()); // checked
        QVERIFY(messageOn(sheet()).what.contains(u"not the password"_s));
        QCOMPARE(focusName(), u"Password"_s);
    }
    type(u"wrong"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_counter->login());
    QVERIFY(!sheet());
    QVERIFY(messageOn(m_counter->login()).what.contains(u"too often"_s));
    QVERIFY(m_counter->signIn(u"chen"_s)); // nothing is lost
    press(Qt::Key_N, Qt::ControlModifier);
    auto* open = m_counter->workplace()->findChild<counter::CaseStrip*>();
    QTRY_COMPARE(open->count(), 2);
    press(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_VERIFY(matter() && matter()->text() == "half"_L1);
}

void TestLock::somebodyElse_signsIn_andSeesNothingOfTheOneBefore()
{
    QVERIFY(sitDown());
    QVERIFY(lock());
    named<QPushButton>(sheet(), u"Somebody else signs in"_s)->click();
    QTRY_VERIFY(m_counter->login());
    QVERIFY(m_counter->signIn(u"zhou"_s));
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(m_counter->page(), u"intake"_s);
    QTRY_VERIFY(matter());
    QCOMPARE(matter()->text(), QString());
    QVERIFY(!shows(m_counter->window.get(), wang().name));
    QVERIFY(lock()); // the keys of the new workplace act
}

void TestLock::sheet_inBothLooks_isSound_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("large");
    QTest::newRow("Chinese") << u"zh_CN"_s << false;
    QTest::newRow("English, large") << u"en"_s << true;
}

void TestLock::sheet_inBothLooks_isSound()
{
    QFETCH(QString, language);
    QFETCH(bool, large);
    m_machine->profile.language = language;
    m_machine->profile.largeType = large;
    QVERIFY(m_counter->start() && m_counter->signIn(u"chen"_s));
    QVERIFY(lock());
    type(u"wrong"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!messageOn(sheet()).what.isEmpty());
    QTRY_COMPARE(cutTexts(sheet()).join(u'\n'), QString());
    QCOMPARE(namelessControls(sheet()), QStringList());
    if (const QString folder = qEnvironmentVariable("KUAIBAN_SCREENS"); !folder.isEmpty())
        m_counter->window->grab().save(u"%1/lock %2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag())));
}

QTEST_MAIN(TestLock)
#include "test_lock.moc"
