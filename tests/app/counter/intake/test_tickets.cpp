#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/CallBar.h"
#include "SlipDesk.h"
#include "tests/devices/caller/Hall.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// The number of the citizen at the window belongs to his case: to nobody's who came before or after him.
class TestTickets : public QObject, private SlipDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(openHall()); }
    void init();
    void cleanup();
    void number_ofWhoeverIsServed_isInTheCase_data();
    void number_ofWhoeverIsServed_isInTheCase();
    void number_ofACaseTakenIncomplete_isKept();
    void number_ofTheDraft_outlivesTheProgram();
    void number_givenWithTheCommand_isInTheDraftThatComesBack();
    void system_thatIsAway_keepsNoCaseBack();
    void slip_ofACalledCitizen_namesHisNumber();

private:
    static constexpr int Patience = 20'000; // a system that fell silent is asked a few times before it counts as away

    bool sitDown(); // with the queue system, which has answered
    devices::CallStation& station() { return m_desk->seat.context().devices.caller(); }
    QString served() { return station().call().value_or(devices::CallState{}).ticketNumber(); }
    bool order(Qt::Key key, const QString& then); // who is served then, or nobody
    bool play(const QString& step);
    bool readAndType(); // a whole request
    casework::Case onlyCase();

    qsizetype m_before = 0; // cases that the hub had
    std::unique_ptr<test::Hall> m_queue;
};

void TestTickets::init()
{
    QVERIFY(setUp());
    m_before = m_hall->streams().size();
    m_queue = std::make_unique<test::Hall>();
    for (const auto& number : {u"A001"_s, u"A002"_s, u"A003"_s})
        QVERIFY(m_queue->arrive(number));
    m_machine->profile.devices.insert(u"caller"_s, u"caller:hall-json.json:%1?window=3"_s.arg(m_queue->address()));
}

void TestTickets::cleanup()
{
    getUp();
    m_queue.reset();
    QVERIFY(m_hall->mend());
}

bool TestTickets::sitDown()
{
    return sit() && QTest::qWaitFor([this] { return station().call().has_value(); }, Patience);
}

bool TestTickets::order(Qt::Key key, const QString& then)
{
    const auto* next = m_desk->seat.window().findChild<counter::CallBar*>()->findChild<counter::ActionButton*>();
    press(key, Qt::AltModifier);
    return QTest::qWaitFor([&] { return next->isEnabled() && served() == then; }, Patience);
}

bool TestTickets::readAndType()
{
    if (!m_desk->readCard(zhang()))
        return false;
    m_desk->typeRequest(u"request"_s);
    return true;
}

// next:A001, skip, done, person, submit
bool TestTickets::play(const QString& step)
{
    const QString what = step.section(u':', 0, 0);
    if (what == "person"_L1)
        return readAndType();
    if (what == "submit"_L1)
        return m_desk->submit();
    if (what == "nobody"_L1) { // the wrong key
        press(Qt::Key_I, Qt::ControlModifier);
        press(Qt::Key_Escape);
        return true;
    }
    const QHash<QString, Qt::Key> keys{{u"next"_s, Qt::Key_N}, {u"skip"_s, Qt::Key_S}, {u"done"_s, Qt::Key_D}};
    return order(keys.value(what), step.section(u':', 1));
}

// As the hub has it.
casework::Case TestTickets::onlyCase()
{
    if (!m_desk->seat.reachesLevel())
        return {};
    const auto all = m_hall->streams();
    return all.size() == m_before + 1 ? m_hall->state(all.constLast()) : casework::Case();
}

void TestTickets::number_ofWhoeverIsServed_isInTheCase_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("ticket");
    QTest::newRow("nobody was called") << u"person submit"_s << QString();
    QTest::newRow("called, then he came") << u"next:A001 person submit"_s << u"A001"_s;
    QTest::newRow("he came, then he was called") << u"person next:A001 submit"_s << u"A001"_s;
    QTest::newRow("finished before the case was begun") << u"next:A001 done person submit"_s << QString();
    QTest::newRow("did not come, somebody else did") << u"next:A001 skip person submit"_s << QString();
    QTest::newRow("finished before the case was submitted") << u"next:A001 person done submit"_s << u"A001"_s;
    QTest::newRow("the next one is served meanwhile") << u"next:A001 person next:A002 submit"_s << u"A001"_s;
    QTest::newRow("called and finished between") << u"person next:A001 done submit"_s << QString();
    QTest::newRow("began to type nobody") << u"next:A001 nobody next:A002 person submit"_s << u"A002"_s;
    QTest::newRow("begun by the second") << u"next:A001 next:A002 person submit"_s << u"A002"_s;
    QTest::newRow("begun by nobody, submitted with the second")
        << u"next:A001 done person next:A002 submit"_s << u"A002"_s;
}

void TestTickets::number_ofWhoeverIsServed_isInTheCase()
{
    QFETCH(QString, day);
    QFETCH(QString, ticket);
    QVERIFY(sitDown());
    for (const auto& step : day.split(u' '))
        QVERIFY2(play(step), qPrintable(step));
    const auto state = onlyCase();
    QVERIFY(state.exists());
    QCOMPARE(state.ticket, ticket);
}

void TestTickets::number_ofACaseTakenIncomplete_isKept()
{
    QVERIFY(sitDown());
    QVERIFY(order(Qt::Key_N, u"A001"_s));
    QVERIFY(readAndType());
    press(Qt::Key_F10);
    type(u"身份证复印件"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->taken().size(), 1);
    const auto state = onlyCase();
    QCOMPARE(casework::phaseName(state.phase), u"supplement"_s);
    QCOMPARE(state.ticket, u"A001"_s);
}

void TestTickets::number_ofTheDraft_outlivesTheProgram()
{
    QVERIFY(sitDown());
    QVERIFY(order(Qt::Key_N, u"A001"_s));
    QVERIFY(readAndType());
    QVERIFY(sitDown()); // the program is closed and started again
    QTRY_COMPARE(m_desk->value(u"Matter"_s), u"request"_s);
    QVERIFY(order(Qt::Key_N, u"A002"_s));
    QVERIFY(m_desk->submit());
    QCOMPARE(onlyCase().ticket, u"A001"_s);
}

// Somebody else has the case's number, and the clerk puts it right the next day: it is still that citizen's.
void TestTickets::number_givenWithTheCommand_isInTheDraftThatComesBack()
{
    QVERIFY(sitDown());
    QVERIFY(readAndType());
    QVERIFY(order(Qt::Key_N, u"A001"_s));
    m_hall->cut();
    QVERIFY(m_desk->submit());
    const auto number = m_desk->taken().constFirst().number;
    QVERIFY(m_hall->mend());
    const auto zhou = m_hall->desk(u"zhou"_s);
    auto thief = m_hall->hub.openCase(zhou);
    thief.body.insert(u"number"_s, number);
    QCOMPARE(m_hall->hub.say(zhou, thief), u"applied"_s);
    auto& seat = m_desk->seat;
    QTRY_VERIFY_WITH_TIMEOUT(seat.outbox().value(0).state == sync::OutboxState::Attention, 30'000);
    const auto givenUp = seat.session().giveUp(seat.outbox().constFirst().command.id);
    QTRY_VERIFY(givenUp.isFinished());
    QCOMPARE(seat.drafts().size(), 1);
    QCOMPARE(seat.drafts().constFirst().content.value("ticket"_L1).toString(), u"A001"_s);
}

void TestTickets::system_thatIsAway_keepsNoCaseBack()
{
    QVERIFY(sitDown());
    QVERIFY(order(Qt::Key_N, u"A001"_s));
    m_queue.reset();
    QTRY_COMPARE_WITH_TIMEOUT(station().state().health, devices::DeviceHealth::Fault, Patience);
    QVERIFY(readAndType());
    QVERIFY(m_desk->submit());
    const auto state = onlyCase();
    QVERIFY(state.exists());
    QCOMPARE(state.ticket, QString()); // he may have left since
}

void TestTickets::slip_ofACalledCitizen_namesHisNumber()
{
    QVERIFY(sitDown());
    QVERIFY(order(Qt::Key_N, u"A001"_s));
    QVERIFY(readAndType());
    QVERIFY(m_desk->submit());
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 1, 10'000);
    QVERIFY(slips().contains(gbk(u"排 队 号："_s)));
    QVERIFY(slips().contains("A001"));
    QVERIFY(m_desk->seat.reachesLevel());
}

QTEST_MAIN(TestTickets)
#include "test_tickets.moc"
