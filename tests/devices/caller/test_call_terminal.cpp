#include "devices/caller/CallerDrivers.h"
#include "devices/caller/SimulatedCaller.h"
#include "Hall.h"
#include "tests/support/base/FakeClock.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

// What happens in the hall, one stage after another: the same for every driver.
enum Stage { TwoArrive, Refuse, OneArrives, LoseTheAnswer, LoseTheRequest, GoAway, ComeBack };

class Rig
{
public:
    virtual ~Rig() = default;
    virtual bool enter(Stage stage) = 0; // stages come in their order

    Result<CallState> ask(CallOperation operation, const QString& ticket = {})
    {
        return test::answerOf(*m_terminal, {operation, ticket, u"1024"_s});
    }
    bool knowsEverything() const
    {
        return std::all_of(CallOperationNames.begin(), CallOperationNames.end(),
            [this](const auto& operation) { return m_terminal->knows(operation.first); });
    }

protected:
    std::unique_ptr<CallTerminal> m_terminal;
};

class HttpRig final : public Rig
{
public:
    explicit HttpRig(const QString& style)
        : m_hall(style)
    {
        m_terminal = m_hall.terminal(test::ShortLimit);
    }
    bool enter(Stage stage) override
    {
        switch (stage) {
        case TwoArrive:
            return m_hall.arrive(u"A001"_s) && m_hall.arrive(u"A002"_s);
        case Refuse:
            return m_hall.obey({{"fault"_L1, "refuse"_L1}});
        case OneArrives:
            return m_hall.arrive(u"A003"_s);
        case LoseTheAnswer:
            return m_hall.obey({{"fault"_L1, "mute"_L1}});
        case LoseTheRequest:
            return m_hall.obey({{"fault"_L1, "silent"_L1}});
        case GoAway:
            return m_hall.obey({{"close"_L1, true}});
        case ComeBack:
            return m_hall.obey({{"open"_L1, true}});
        }
        return false;
    }

private:
    test::Hall m_hall;
};

class SimulatedRig final : public Rig
{
public:
    SimulatedRig()
    {
        const QJsonObject second{{"wait"_L1, 1000}};
        const QJsonObject arrive{{"arrive"_L1, "A"_L1}};
        const QJsonArray steps{second, arrive, arrive, second, QJsonObject{{"refuse"_L1, u"系统维护中"_s}}, second,
            arrive, second, QJsonObject{{"mute"_L1, 1}}, second, QJsonObject{{"silent"_L1, 1}}, second,
            QJsonObject{{"unplug"_L1, true}}, second, QJsonObject{{"plug"_L1, true}}};
        const QJsonObject script{
            {"queues"_L1, QJsonObject{{"A"_L1, u"社会保险"_s}}}, {"steps"_L1, steps}, {"limit"_L1, 200}};
        m_terminal = std::make_unique<SimulatedCaller>(readCallerScript(script, u"test"_s).value(), m_clock);
    }
    bool enter(Stage) override
    {
        m_clock.advance(1000);
        return true;
    }

private:
    test::FakeClock m_clock;
};

std::unique_ptr<Rig> makeRig(const QString& name)
{
    if (name == "simulator"_L1)
        return std::make_unique<SimulatedRig>();
    return std::make_unique<HttpRig>(name);
}

// "A001 +1 paused", or the failure code.
QString brief(const Result<CallState>& state)
{
    if (!state)
        return state.error().code;
    const auto waiting = state->waiting ? QString::number(*state->waiting) : u"?"_s;
    return (state->ticket ? state->ticketNumber() : u"-"_s) + " +"_L1 + waiting +
           (state->paused ? " paused"_L1 : ""_L1);
}

} // namespace

// The contract of CallTerminal, kept by the simulator and by systems of both styles alike.
class TestCallTerminal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void terminal_aDayAtTheWindow_keepsTheContract_data();
    void terminal_aDayAtTheWindow_keepsTheContract();
};

void TestCallTerminal::terminal_aDayAtTheWindow_keepsTheContract_data()
{
    QTest::addColumn<QString>("rig");
    QTest::addRow("simulator") << u"simulator"_s;
    QTest::addRow("plain REST over HTTP") << u"hall"_s;
    QTest::addRow("codes in an envelope over HTTP") << u"envelope"_s;
}

void TestCallTerminal::terminal_aDayAtTheWindow_keepsTheContract()
{
    using enum CallOperation;
    QFETCH(QString, rig);
    const auto hall = makeRig(rig);
    QVERIFY(hall->knowsEverything());
    QCOMPARE(brief(hall->ask(State)), u"- +0"_s);
    QCOMPARE(brief(hall->ask(Next)), u"- +0"_s); // nobody waits: no error
    QCOMPARE(brief(hall->ask(Recall, u"A001"_s)), u"caller.refused"_s);

    QVERIFY(hall->enter(TwoArrive));
    QCOMPARE(brief(hall->ask(State)), u"- +2"_s);
    const auto called = hall->ask(Next);
    QCOMPARE(brief(called), u"A001 +1"_s);
    QCOMPARE(called->ticket->queue, u"社会保险"_s);
    QVERIFY(called->ticket->calledAtMs);
    QCOMPARE(brief(hall->ask(Recall, u"A001"_s)), u"A001 +1"_s);
    QCOMPARE(brief(hall->ask(Pause, u"A001"_s)), u"A001 +1 paused"_s);
    QCOMPARE(brief(hall->ask(Next, u"A001"_s)), u"caller.refused"_s);
    QCOMPARE(brief(hall->ask(State)), u"A001 +1 paused"_s);
    QCOMPARE(brief(hall->ask(Resume, u"A001"_s)), u"A001 +1"_s);
    QCOMPARE(brief(hall->ask(Skip, u"A001"_s)), u"- +1"_s);

    QVERIFY(hall->enter(Refuse));
    const auto refused = hall->ask(Next);
    QCOMPARE(brief(refused), u"caller.refused"_s);
    QCOMPARE(refused.error().fields.value("text"_L1).toString(), u"系统维护中"_s);
    QVERIFY(!leavesDoubt(refused.error()));
    QCOMPARE(brief(hall->ask(Next)), u"A002 +0"_s);
    QCOMPARE(brief(hall->ask(Done, u"A002"_s)), u"- +0"_s);

    QVERIFY(hall->enter(OneArrives));
    QCOMPARE(brief(hall->ask(State)), u"- +1"_s);
    QVERIFY(hall->enter(LoseTheAnswer));
    const auto muted = hall->ask(Next);
    QCOMPARE(brief(muted), u"caller.no-answer"_s);
    QVERIFY(leavesDoubt(muted.error()));
    QCOMPARE(brief(hall->ask(State)), u"A003 +0"_s); // called all the same
    QVERIFY(hall->enter(LoseTheRequest));
    QCOMPARE(brief(hall->ask(Done, u"A003"_s)), u"caller.no-answer"_s);
    QCOMPARE(brief(hall->ask(State)), u"A003 +0"_s);

    QVERIFY(hall->enter(GoAway));
    QCOMPARE(brief(hall->ask(State)), u"device.unreachable"_s);
    const auto unsent = hall->ask(Done, u"A003"_s);
    QCOMPARE(brief(unsent), u"device.unreachable"_s);
    QVERIFY(!leavesDoubt(unsent.error()));
    QVERIFY(hall->enter(ComeBack));
    QCOMPARE(brief(hall->ask(State)), u"A003 +0"_s);
}

QTEST_GUILESS_MAIN(TestCallTerminal)
#include "test_call_terminal.moc"
