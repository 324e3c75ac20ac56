#include "app/counter/shell/Workplace.h"
#include "Counter.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// What the window shows of its devices, at 1366×768 in both languages: each control has a name and is reached by Tab,
// no text is cut, and all fits.
class TestDeviceScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void papers_ofThePrinter_areSound_data();
    void papers_ofThePrinter_areSound();
    void tasks_ofTheWindow_areSound_data() { papers_ofThePrinter_areSound_data(); }
    void tasks_ofTheWindow_areSound();
    void pin_ofTheCard_isSound_data() { papers_ofThePrinter_areSound_data(); }
    void pin_ofTheCard_isSound();
    void devices_inTrouble_areSound_data();
    void devices_inTrouble_areSound();
    void lights_ofEveryDevice_areSound_data() { papers_ofThePrinter_areSound_data(); }
    void lights_ofEveryDevice_areSound();

private:
    bool sitDown(const QString& language);

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<Counter> m_counter;
};

void TestDeviceScreens::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestDeviceScreens::init()
{
    m_hall->hub.clock.advance(3000); // a hub lets only so many machines enrol in a minute
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    m_counter = std::make_unique<Counter>(*m_machine);
}

void TestDeviceScreens::cleanup()
{
    m_counter.reset();
    m_machine.reset();
}

bool TestDeviceScreens::sitDown(const QString& language)
{
    m_machine->profile.language = language;
    return m_machine->enrol() && m_counter->start() && m_counter->signIn(u"chen"_s);
}

void TestDeviceScreens::papers_ofThePrinter_areSound_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("large");
    for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
        QTest::newRow(qPrintable(language)) << language << false;
        QTest::newRow(qPrintable(u"large "_s + language)) << language << true;
    }
}

void TestDeviceScreens::papers_ofThePrinter_areSound()
{
    QFETCH(QString, language);
    QFETCH(bool, large);
    m_machine->profile.largeType = large;
    m_machine->profile.papers = {{u"decision"_s, {u"cups:letterhead"_s, u"tray-2"_s, devices::PaperSides::One, 2}},
        {u"list"_s, {{}, {}, devices::PaperSides::LongEdge}}};
    QVERIFY(sitDown(language));
    m_counter->workplace()->openPage(u"devices"_s);
    press(Qt::Key_P, Qt::ControlModifier);
    QTest::qWait(300);
    const auto name = u"papers-"_s + QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(screenProblems(m_counter->window.get(), name), QString());
}

void TestDeviceScreens::tasks_ofTheWindow_areSound()
{
    QFETCH(QString, language);
    QFETCH(bool, large);
    m_machine->profile.largeType = large;
    m_machine->profile.tasks.insert(u"papers"_s, u"camera"_s); // which is not set up
    QVERIFY(sitDown(language));
    m_counter->workplace()->openPage(u"devices"_s);
    press(Qt::Key_D, Qt::ControlModifier);
    QTest::qWait(300);
    const auto name = u"tasks-"_s + QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(screenProblems(m_counter->window.get(), name), QString());
}

// After a wrong one, with the tries that are left.
void TestDeviceScreens::pin_ofTheCard_isSound()
{
    QFETCH(QString, language);
    QFETCH(bool, large);
    m_machine->profile.largeType = large;
    m_machine->laySecurityCards({securityCard(zhang(), u"2.00"_s, {{u"pin"_s, u"123456"_s}})});
    QVERIFY(sitDown(language));
    m_counter->workplace()->openPage(u"intake"_s);
    press(Qt::Key_F3);
    QTRY_VERIFY(shows(m_counter->window.get(), zhang().name));
    press(Qt::Key_F3, Qt::ControlModifier);
    type(u"654321"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTest::qWait(500);
    const auto name = u"pin-"_s + QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(screenProblems(m_counter->window.get(), name), QString());
}

void TestDeviceScreens::devices_inTrouble_areSound_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("family");
    for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
        for (const auto& family : {u"idcard"_s, u"receipt"_s, u"printer"_s, u"smartcard"_s})
            QTest::newRow(qPrintable(family + u' ' + language)) << language << family;
    }
}

// One of each: ready, attention, fault, and one that nobody can reach; tried once, so that the verdict is there as
// well.
void TestDeviceScreens::devices_inTrouble_areSound()
{
    QFETCH(QString, language);
    QFETCH(QString, family);
    const auto script = [this](const QString& name, const QString& state) {
        QFile file(m_machine->path(name + u"-own.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(QJsonObject{{u"state"_s, state}}).toJson());
        m_machine->profile.devices.insert(name, u"sim:%1?script=%2"_s.arg(name, file.fileName()));
    };
    script(u"receipt"_s, u"paper-low"_s);
    script(u"printer"_s, u"jam"_s);
    m_machine->profile.devices.insert(u"smartcard"_s, u"pcsc:a reader that is not there"_s);
    QVERIFY(sitDown(language));
    m_counter->workplace()->openPage(u"devices"_s, family);
    press(Qt::Key_T, Qt::ControlModifier);
    QTest::qWait(1500);
    const auto name = u"trouble-"_s + QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(screenProblems(m_counter->window.get(), name), QString());
}

// A window that has everything a window can have: all of its lights find room.
void TestDeviceScreens::lights_ofEveryDevice_areSound()
{
    QFETCH(QString, language);
    QFETCH(bool, large);
    m_machine->profile.largeType = large;
    m_machine->profile.devices.insert(u"smartcard"_s, u"sim:smartcard"_s);
    m_machine->profile.devices.insert(u"camera"_s, u"camera:file:/dev/null/none"_s);
    m_machine->profile.devices.insert(u"receipt"_s, u"sim:receipt"_s);
    m_machine->profile.devices.insert(u"keypad"_s, u"sim:keypad"_s);
    m_machine->profile.devices.insert(u"screen"_s, u"screen:9"_s);
    m_machine->profile.devices.insert(u"caller"_s, u"sim:caller"_s);
    QVERIFY(sitDown(language));
    m_counter->workplace()->openPage(u"devices"_s, u"camera"_s);
    QTest::qWait(1500);
    const auto name = u"lights-"_s + QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(screenProblems(m_counter->window.get(), name), QString());
}

QTEST_MAIN(TestDeviceScreens)
#include "test_DeviceScreens.moc"
