#include "app/counter/cases/CaseEditor.h"
#include "app/counter/cases/MyCasesPage.h"
#include "app/counter/citizen/CitizenDesk.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/PagedTableView.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// Under "My cases": settling what two people wrote into one field, and taking back what was sent on.
class TestOwnWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void conflict_chosenByTheHolder_isSettled_data();
    void conflict_chosenByTheHolder_isSettled();
    void case_sentOn_isTakenBackByKey();

private:
    bool sit(const QString& stream); // chen, with that case in front
    QString disputed();              // a case at chen's window whose phone is 13900000002 or 13900000003
    bool say(const QString& who, const QString& stream, const QString& type, const QJsonObject& body = {});

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    counter::MyCasesPage* m_page = nullptr;
};

void TestOwnWork::init()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestOwnWork::cleanup()
{
    m_seat.reset();
    m_machine.reset();
    m_hall.reset();
}

bool TestOwnWork::say(const QString& who, const QString& stream, const QString& type, const QJsonObject& body)
{
    const auto desk = m_hall->desk(who);
    return m_hall->hub.say(desk, m_hall->hub.onTask(desk, stream, type, body)) == "applied"_L1;
}

QString TestOwnWork::disputed()
{
    const QString stream = m_hall->openedCase(u"chen"_s);
    bool done = say(u"sun"_s, stream, u"ClaimTask"_s) &&
                say(u"sun"_s, stream, u"ReturnTask"_s, {{u"to"_s, u"accept"_s}, {u"opinion"_s, u"电话有误"_s}});
    const QString phone = m_hall->state(stream).values.value("phone"_L1).toString();
    for (const auto& value : {u"13900000002"_s, u"13900000003"_s}) { // both saw the same number
        const QJsonObject edit{{u"path"_s, u"phone"_s}, {u"base"_s, phone}, {u"value"_s, value}};
        done = done && say(u"chen"_s, stream, u"EditFields"_s, {{u"edits"_s, QJsonArray{edit}}});
    }
    return done && m_hall->state(stream).conflicts.size() == 1 ? stream : QString();
}

bool TestOwnWork::sit(const QString& stream)
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (stream.isEmpty() || !m_seat->signIn(u"chen"_s))
        return false;
    m_page = m_seat->add<counter::MyCasesPage>(*new counter::CitizenDesk(m_seat->context(), &m_seat->workplace()));
    if (!m_seat->show())
        return false;
    m_seat->open(u"mine"_s, stream);
    return QTest::qWaitFor([&] { return shows(m_page, m_hall->state(stream).number); });
}

void TestOwnWork::conflict_chosenByTheHolder_isSettled_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("phone");
    QTest::newRow("what is there already") << u"Keep · 13900000002"_s << u"13900000002"_s;
    QTest::newRow("what came later") << u"Take · 13900000003"_s << u"13900000003"_s;
}

void TestOwnWork::conflict_chosenByTheHolder_isSettled()
{
    QFETCH(QString, button);
    QFETCH(QString, phone);
    const QString stream = disputed();
    QVERIFY(!stream.isEmpty());
    QVERIFY(sit(stream));
    counter::ActionButton* choice = nullptr;
    const auto offered = [&] {
        for (auto* one : m_page->findChildren<counter::ActionButton*>()) {
            if (one->isVisible() && spokenName(one) == button)
                choice = one;
        }
        return choice != nullptr;
    };
    QTRY_VERIFY(offered());
    choice->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(messageOn(m_page).what, u"Settled."_s);
    QVERIFY(m_seat->reachesLevel());
    QVERIFY(m_hall->state(stream).conflicts.isEmpty());
    QTEST(m_hall->state(stream).values.value("phone"_L1).toString(), "phone");
}

void TestOwnWork::case_sentOn_isTakenBackByKey()
{
    const QString stream = m_hall->openedCase(u"chen"_s);
    QVERIFY(sit(stream));
    QTRY_VERIFY(shows(m_page, u"Nobody has taken it up yet"_s));
    press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(messageOn(m_page).what.contains(u"back at your window"_s));
    QVERIFY(m_seat->reachesLevel());
    const auto state = m_hall->state(stream);
    QCOMPARE(state.currentTask()->step, u"accept"_s);
    QCOMPARE(state.currentTask()->holder, m_hall->desk(u"chen"_s).account);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_page->findChild<counter::CaseEditor*>()->isVisible());
}

QTEST_MAIN(TestOwnWork)
#include "test_OwnWork.moc"
