#include "app/counter/kit/MessageBar.h"
#include "app/counter/shell/LockSheet.h"
#include "app/counter/shell/SettingsPage.h"
#include "Counter.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// Changing the own password in the settings.
class TestPassword : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void password_changed_opensLockAndSession();
    void mistakes_areTold_data();
    void mistakes_areTold();

private:
    counter::SettingsPage* page() const { return m_counter->window->findChild<counter::SettingsPage*>(); }
    QLineEdit* line(const QString& name) const { return named<QLineEdit>(m_counter->window.get(), name); }
    bool sit(const QString& login, const QString& password);
    void enter(const QString& present, const QString& fresh, const QString& again);

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<Counter> m_counter;
};

void TestPassword::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestPassword::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
    m_counter = std::make_unique<Counter>(*m_machine);
    QVERIFY(m_counter->start());
}

void TestPassword::cleanup()
{
    m_counter.reset();
    m_machine.reset();
}

bool TestPassword::sit(const QString& login, const QString& password)
{
    if (!m_counter->signIn(login, password))
        return false;
    press(Qt::Key_Comma, Qt::ControlModifier);
    return m_counter->page() == "settings"_L1;
}

void TestPassword::enter(const QString& present, const QString& fresh, const QString& again)
{
    line(u"Present password"_s)->setFocus();
    type(present);
    press(Qt::Key_Tab);
    type(fresh);
    press(Qt::Key_Tab);
    type(again);
    press(Qt::Key_Return);
}

void TestPassword::password_changed_opensLockAndSession()
{
    const QString before = QString::fromLatin1(HubWorld::Password);
    const QString fresh = u"Another2horse"_s;
    QVERIFY(sit(u"chen"_s, before));
    enter(before, fresh, fresh);
    QTRY_COMPARE(messageOn(page()).what, u"The password is changed."_s);
    QVERIFY(line(u"Present password"_s)->text().isEmpty());
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    auto* lock = m_counter->window->findChild<counter::LockSheet*>();
    QVERIFY(lock && lock->isVisible());
    type(fresh);
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_counter->window->findChild<counter::LockSheet*>());
    cleanup();
    init();
    QVERIFY(m_counter->signIn(u"chen"_s, fresh));
}

void TestPassword::mistakes_areTold_data()
{
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<QString>("told"); // on the screen
    const QString right = QString::fromLatin1(HubWorld::Password);
    QTest::newRow("nothing") << QStringList{{}, u"Another2horse"_s, u"Another2horse"_s} << u"Say the present one"_s;
    QTest::newRow("two different") << QStringList{right, u"Another2horse"_s, u"Another2hors"_s}
                                   << u"The two are not the same"_s;
    QTest::newRow("no new one") << QStringList{right, {}, {}} << u"The two are not the same"_s;
    QTest::newRow("wrong present one") << QStringList{u"Wrong1horse"_s, u"Another2horse"_s, u"Another2horse"_s}
                                       << u"identity.login"_s;
    QTest::newRow("too weak") << QStringList{right, u"horse"_s, u"horse"_s} << u"identity.password-weak"_s;
}

void TestPassword::mistakes_areTold()
{
    QFETCH(QStringList, typed);
    QFETCH(QString, told);
    QVERIFY(sit(u"zhou"_s, QString::fromLatin1(HubWorld::Password)));
    enter(typed.at(0), typed.at(1), typed.at(2));
    QTRY_VERIFY(shows(page(), told));
}

QTEST_MAIN(TestPassword)
#include "test_password.moc"
