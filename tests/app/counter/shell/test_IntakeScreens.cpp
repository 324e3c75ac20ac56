#include "Counter.h"
#include "tests/app/counter/intake/MatterDesk.h"
#include "tests/support/counter/ScreenCheck.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// The intake page in every state that a clerk brings it into, one after the other, by keys alone: in both languages and
// in large type nothing is cut, everything has a name and is reached.
class TestIntakeScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void states_ofACase_areSound_data();
    void states_ofACase_areSound();

private:
    std::unique_ptr<CounterHall> m_hall;
};

void TestIntakeScreens::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall));
    QVERIFY(m_hall->open());
}

void TestIntakeScreens::states_ofACase_areSound_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("large");
    QTest::newRow("Chinese") << u"zh_CN"_s << false;
    QTest::newRow("Chinese, large") << u"zh_CN"_s << true;
    QTest::newRow("English") << u"en"_s << false;
    QTest::newRow("English, large") << u"en"_s << true;
}

void TestIntakeScreens::states_ofACase_areSound()
{
    QFETCH(QString, language);
    QFETCH(bool, large);
    CounterMachine machine(*m_hall);
    machine.layPages({u"form"_s, u"household"_s});
    machine.profile.language = language;
    machine.profile.largeType = large;
    QVERIFY(machine.enrol());
    Counter counter(machine);
    QVERIFY(counter.start() && counter.signIn(u"chen"_s));
    auto* window = counter.window.get();
    const auto problems = [&](const QString& state) {
        return screenProblems(window, u"intake-%1 %2"_s.arg(state, QString::fromLatin1(QTest::currentDataTag())));
    };
    const auto settle = [] { QTest::qWait(300); };
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(counter.page(), u"intake"_s);
    press(Qt::Key_Slash, Qt::ControlModifier); // no page has more keys
    QCOMPARE(problems(u"keys"_s), QString());
    press(Qt::Key_Escape);

    press(Qt::Key_I, Qt::ControlModifier);
    settle();
    QCOMPARE(problems(u"typed"_s), QString());
    press(Qt::Key_Escape);
    press(Qt::Key_F2);
    QTRY_VERIFY(shows(window, wang().name));
    settle();
    QCOMPARE(problems(u"matters"_s), QString());
    type(u"ylsx"_s);
    press(Qt::Key_Return);
    settle();
    QCOMPARE(problems(u"scenarios"_s), QString());
    press(Qt::Key_Return);
    settle();
    QCOMPARE(problems(u"form"_s), QString());
    press(Qt::Key_F9); // names what is missing
    settle();
    QCOMPARE(problems(u"gaps"_s), QString());
    struct Turn
    {
        QString state;
        Qt::Key key;
        Qt::KeyboardModifiers held;
    };
    const QList<Turn> turns{{u"agent"_s, Qt::Key_G, Qt::ControlModifier}, {u"missing"_s, Qt::Key_F10, {}},
        {u"refused"_s, Qt::Key_F11, {}}, {u"handover"_s, Qt::Key_F12, {}},
        {u"void"_s, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier}};
    for (const auto& [state, key, held] : turns) {
        press(key, held);
        settle();
        QCOMPARE(problems(state), QString());
        press(Qt::Key_Escape);
    }
}

QTEST_MAIN(TestIntakeScreens)
#include "test_IntakeScreens.moc"
