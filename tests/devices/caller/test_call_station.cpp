#include "devices/caller/CallerDrivers.h"
#include "devices/caller/CallStation.h"
#include "devices/caller/SimulatedCaller.h"
#include "Hall.h"
#include "tests/support/base/FairTimer.h"

#include <QSignalSpy>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;
using test::Hall;

namespace {

constexpr CallTiming Fast{30, 30};
constexpr CallTiming Seldom{600'000, 600'000}; // whatever is asked, the test asks it

// A station at a system, and everything it tells, in order.
class Window : public QObject
{
public:
    Window(std::unique_ptr<CallTerminal> terminal, CallTiming timing)
        : m_station(std::move(terminal), timing)
    {
        connect(&m_station, &CallStation::answered, this, [this](int ticket, const CallState& call) {
            told.append("%1 %2"_L1.arg(QString::number(ticket), numberOf(call)));
        });
        connect(&m_station, &CallStation::failed, this, [this](int ticket, const Error& error) {
            told.append("%1 %2"_L1.arg(QString::number(ticket), error.code));
            last = error;
        });
        connect(&m_station, &CallStation::called, this, [this](const CallState& call) {
            seen.append(numberOf(call));
            seen.removeDuplicates();
        });
    }

    static QString numberOf(const CallState& call) { return call.ticket ? call.ticketNumber() : u"-"_s; }
    CallStation* operator->() { return &m_station; }
    bool isReady() const { return m_station.state().health == DeviceHealth::Ready; }
    bool isFaultWith(QLatin1StringView code) const
    {
        return m_station.state().health == DeviceHealth::Fault && m_station.state().reason->is(code);
    }

    QStringList told; // tickets of orders, each with the number at the window or a failure code
    QStringList seen; // numbers at the window
    Error last;

private:
    CallStation m_station;
};

std::unique_ptr<CallTerminal> simulator(const QJsonArray& steps)
{
    static const SystemClock clock;
    const QJsonObject script{
        {"queues"_L1, QJsonObject{{"A"_L1, u"社会保险"_s}}}, {"steps"_L1, steps}, {"limit"_L1, 150}};
    return std::make_unique<SimulatedCaller>(readCallerScript(script, u"test"_s).value(), clock);
}

const QJsonObject Arrive{{"arrive"_L1, "A"_L1}};

} // namespace

class TestCallStation : public QObject
{
    Q_OBJECT
    using enum CallOperation;

private Q_SLOTS:
    void ask_aDayAtTheWindow_isAnsweredInOrder();
    void ask_keyPressedTwice_callsOneCitizen();
    void ask_answerLost_stateTellsWhoWasCalled();
    void ask_requestLost_mayBeAskedAgain();
    void ask_recallAnswerLost_mayBeAskedAgain();
    void ask_systemDiesOverIt_callsNobodyTwice_data();
    void ask_systemDiesOverIt_callsNobodyTwice();
    void ask_inDoubtAboutAnotherOperation_sendsNothing();
    void ask_refused_leavesTheLightGreen();
    void ask_nobodyAtTheWindow_sendsNothing();
    void ask_operationTheSystemLacks_isUnsupported();
    void ask_systemAtFault_isNotSent();
    void poll_citizensArriveAndOthersCall_isTold();
    void poll_system_diesAndComesBack_data();
    void poll_system_diesAndComesBack();
    void poll_windowUnknownThere_isFault();
    void station_notConfigured_saysSo();
    void station_wrongUri_showsFault();
    void destroy_whileTheSystemIsSilent_isQuick();
};

void TestCallStation::ask_aDayAtTheWindow_isAnsweredInOrder()
{
    Window window(simulator({Arrive, Arrive, QJsonObject{{"delay"_L1, 20}}}), Fast);
    QCOMPARE(window->call(), std::optional<CallState>());
    for (const auto operation : {Next, Recall, Skip, Pause, Resume, Done})
        window->ask(operation, u"1024"_s);
    QTRY_COMPARE(window.told.size(), 6);
    QCOMPARE(window.told, (QStringList{u"1 A001"_s, u"2 A001"_s, u"3 -"_s, u"4 -"_s, u"5 -"_s, u"6 caller.nobody"_s}));
    QCOMPARE(window->ask(Next), 7);
    QCOMPARE(window->ask(State), 8);
    QTRY_COMPARE(window.told.size(), 8);
    QCOMPARE(window.told.mid(6), (QStringList{u"7 A002"_s, u"8 A002"_s}));
    QCOMPARE(window->call()->waiting, std::optional(0));
    QVERIFY(window.isReady());
}

void TestCallStation::ask_keyPressedTwice_callsOneCitizen()
{
    Window window(simulator({Arrive, Arrive, QJsonObject{{"delay"_L1, 50}}}), Seldom);
    QTRY_VERIFY(window.isReady());
    const int ticket = window->ask(Next);
    QCOMPARE(window->ask(Next), ticket);
    QTRY_COMPARE(window.told, (QStringList{u"1 A001"_s}));
    QCOMPARE(window->ask(Next), ticket + 1); // the answer is there: that is another press
    QTRY_COMPARE(window.told, (QStringList{u"1 A001"_s, u"2 A002"_s}));
}

void TestCallStation::ask_answerLost_stateTellsWhoWasCalled()
{
    Hall hall(u"envelope"_s);
    QVERIFY(hall.arrive(u"A001"_s) && hall.arrive(u"A002"_s));
    Window window(hall.terminal(test::ShortLimit), Seldom);
    QTRY_VERIFY(window.isReady());
    for (const auto& fault : {u"mute"_s, u"drop"_s, u"garbage"_s}) {
        QVERIFY(hall.obey({{"fault"_L1, fault}}));
        window.told.clear();
        window->ask(fault == "drop"_L1 ? Done : Next);
        QTRY_COMPARE_WITH_TIMEOUT(window.told.size(), 1, 15'000);
        QCOMPARE(window.told.first().section(u' ', 1), fault == "mute"_L1   ? u"A001"_s
                                                       : fault == "drop"_L1 ? u"-"_s
                                                                            : u"A002"_s);
        QVERIFY(window.isReady());
    }
    QVERIFY(hall.hasBeenAsked(u"next"_s, 2));
    QVERIFY(hall.hasBeenAsked(u"done"_s, 1));
}

void TestCallStation::ask_requestLost_mayBeAskedAgain()
{
    Window window(simulator({Arrive, QJsonObject{{"silent"_L1, 1}}}), Seldom);
    QTRY_VERIFY(window.isReady());
    window->ask(Next);
    QTRY_COMPARE(window.told, (QStringList{u"1 caller.no-answer"_s}));
    QVERIFY(window.isReady()); // it did answer the question for the state
    window->ask(Next);
    QTRY_COMPARE(window.told.value(1), u"2 A001"_s);
}

void TestCallStation::ask_recallAnswerLost_mayBeAskedAgain()
{
    Hall hall;
    QVERIFY(hall.arrive(u"A001"_s));
    Window window(hall.terminal(test::ShortLimit), Seldom);
    window->ask(Next);
    QTRY_COMPARE(window.told, (QStringList{u"1 A001"_s}));
    QVERIFY(hall.obey({{"fault"_L1, "drop"_L1}}));
    window->ask(Recall);
    QTRY_COMPARE(window.told.value(1), u"2 caller.no-answer"_s); // nothing shows that it was heard
    window->ask(Recall);
    QTRY_COMPARE(window.told.value(2), u"3 A001"_s);
    QVERIFY(hall.hasBeenAsked(u"recall"_s, 2));
}

void TestCallStation::ask_systemDiesOverIt_callsNobodyTwice_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("clerkIsQuick");
    QTest::addRow("before the answer, the number appears by itself") << u"crash"_s << false;
    QTest::addRow("before the answer, the clerk presses again before that") << u"crash"_s << true;
    QTest::addRow("after the answer, the number appears by itself") << u"leave"_s << false;
    QTest::addRow("after the answer, the clerk presses again before that") << u"leave"_s << true;
}

void TestCallStation::ask_systemDiesOverIt_callsNobodyTwice()
{
    QFETCH(QString, fault);
    QFETCH(bool, clerkIsQuick);
    Hall hall(u"envelope"_s); // its next does not say after whom
    QVERIFY(hall.arrive(u"A001"_s) && hall.arrive(u"A002"_s));
    Window window(hall.terminal(test::ShortLimit), clerkIsQuick ? Seldom : Fast);
    QTRY_VERIFY(window.isReady());
    QVERIFY(hall.obey({{"fault"_L1, fault}}));
    window->ask(Next);
    QTRY_COMPARE_WITH_TIMEOUT(window.told, (QStringList{u"1 caller.unconfirmed"_s}), 15'000);
    QCOMPARE(window.last.fields.value("why"_L1).toString(), u"caller.no-answer"_s);
    QVERIFY(window.isFaultWith("device.unreachable"_L1));
    QVERIFY(hall.obey({{"open"_L1, true}}));
    if (clerkIsQuick) {
        window->ask(Next);
        QTRY_COMPARE(window.told.value(1), u"2 A001"_s);
    }
    QTRY_COMPARE(window.seen.last(), u"A001"_s);
    QVERIFY(window.isReady());
    QVERIFY(hall.hasBeenAsked(u"next"_s, 1));
    window->ask(Next);
    QTRY_COMPARE(window.seen.last(), u"A002"_s); // that is a new order
    QVERIFY(hall.hasBeenAsked(u"next"_s, 2));
}

void TestCallStation::ask_inDoubtAboutAnotherOperation_sendsNothing()
{
    Hall hall(u"envelope"_s);
    QVERIFY(hall.arrive(u"A001"_s) && hall.arrive(u"A002"_s));
    Window window(hall.terminal(test::ShortLimit), Seldom);
    window->ask(Next);
    QTRY_COMPARE(window.told, (QStringList{u"1 A001"_s}));
    QVERIFY(hall.obey({{"fault"_L1, "crash"_L1}}));
    window->ask(Next);
    QTRY_COMPARE_WITH_TIMEOUT(window.told.value(1), u"2 caller.unconfirmed"_s, 15'000);
    QVERIFY(hall.obey({{"open"_L1, true}}));
    window->ask(Skip); // meant for A001, but A002 has been called
    QTRY_COMPARE(window.told.value(2), u"3 caller.moved-on"_s);
    QCOMPARE(window.last.fields.value("ticket"_L1).toString(), u"A002"_s);
    QVERIFY(hall.hasBeenAsked(u"skip"_s, 0));
    QCOMPARE(window.seen.last(), u"A002"_s);
    window->ask(Skip); // now the clerk has seen it
    QTRY_COMPARE(window.told.value(3), u"4 -"_s);
}

void TestCallStation::ask_refused_leavesTheLightGreen()
{
    Window window(simulator({Arrive, QJsonObject{{"refuse"_L1, u"系统维护中"_s}}}), Seldom);
    QTRY_VERIFY(window.isReady());
    window->ask(Next);
    QTRY_COMPARE(window.told, (QStringList{u"1 caller.refused"_s}));
    QCOMPARE(window.last.fields.value("text"_L1).toString(), u"系统维护中"_s);
    QVERIFY(window.isReady());
}

void TestCallStation::ask_nobodyAtTheWindow_sendsNothing()
{
    Hall hall;
    Window window(hall.terminal(test::ShortLimit), Seldom);
    for (const auto operation : {Recall, Skip, Done})
        window->ask(operation);
    QTRY_COMPARE(window.told, (QStringList{u"1 caller.nobody"_s, u"2 caller.nobody"_s, u"3 caller.nobody"_s}));
    for (const auto& operation : {u"recall"_s, u"skip"_s, u"done"_s})
        QVERIFY(hall.hasBeenAsked(operation, 0));
    QVERIFY(window.isReady());
}

void TestCallStation::ask_operationTheSystemLacks_isUnsupported()
{
    Hall hall;
    auto profile = loadCallerProfile(u"hall-json.json"_s).value();
    profile.steps.remove(Recall);
    Window window(Hall::terminalFor(profile, hall.address()), Seldom);
    QVERIFY(window->knows(Next));
    QVERIFY(!window->knows(Recall));
    window->ask(Recall);
    QTRY_COMPARE(window.told, (QStringList{u"1 caller.unsupported"_s}));
}

void TestCallStation::ask_systemAtFault_isNotSent()
{
    Hall hall;
    QVERIFY(hall.arrive(u"A001"_s));
    QVERIFY(hall.obey({{"fault"_L1, "status"_L1}, {"value"_L1, 500}, {"of"_L1, "state"_L1}, {"times"_L1, 2}}));
    Window window(hall.terminal(test::ShortLimit), Seldom);
    QTRY_VERIFY(window.isFaultWith("caller.status"_L1));
    window->ask(Next);
    QTRY_COMPARE(window.told, (QStringList{u"1 caller.status"_s}));
    QVERIFY(hall.hasBeenAsked(u"next"_s, 0));
    window->ask(Next); // the system is well again
    QTRY_COMPARE(window.told.value(1), u"2 A001"_s);
    QVERIFY(window.isReady());
}

void TestCallStation::poll_citizensArriveAndOthersCall_isTold()
{
    Hall hall;
    Window window(hall.terminal(test::ShortLimit), Fast);
    QTRY_VERIFY(window->call());
    QCOMPARE(window->call()->waiting, std::optional(0));
    QVERIFY(hall.arrive(u"B001"_s) && hall.arrive(u"B002"_s));
    QTRY_COMPARE(window->call()->waiting, std::optional(2));
    QVERIFY(hall.obey({{"call"_L1, "B002"_L1}}));
    QTRY_COMPARE(window->call()->ticketNumber(), u"B002"_s);
    QCOMPARE(window.told, QStringList());
    QVERIFY(hall.hasBeenAsked(u"next"_s, 0));
}

void TestCallStation::poll_system_diesAndComesBack_data()
{
    QTest::addColumn<QJsonObject>("fault");
    QTest::addColumn<QString>("code");
    const auto fault = [](const QString& kind, int value = 0) {
        return QJsonObject{{"fault"_L1, kind}, {"of"_L1, "state"_L1}, {"times"_L1, 3}, {"value"_L1, value}};
    };
    QTest::addRow("stops listening") << QJsonObject{{"close"_L1, true}} << u"device.unreachable"_s;
    QTest::addRow("says nothing") << fault(u"silent"_s) << u"caller.no-answer"_s;
    QTest::addRow("shows a page") << fault(u"html"_s) << u"caller.answer"_s;
    QTest::addRow("talks without end") << fault(u"flood"_s) << u"caller.too-large"_s;
    QTest::addRow("sends us on") << fault(u"redirect"_s, 307) << u"caller.redirect"_s;
    QTest::addRow("is broken inside") << fault(u"status"_s, 503) << u"caller.status"_s;
    QTest::addRow("forgets us") << fault(u"status"_s, 401) << u"caller.access"_s;
}

void TestCallStation::poll_system_diesAndComesBack()
{
    QFETCH(QJsonObject, fault);
    QFETCH(QString, code);
    Hall hall;
    Window window(hall.terminal(std::chrono::milliseconds(500)), Fast);
    QStringList lights;
    connect(window.operator->(), &CallStation::stateChanged, &window, [&lights](const DeviceState& state) {
        lights.append(state.reason ? state.reason->code : healthName(state.health));
    });
    QTRY_VERIFY(window.isReady());
    QVERIFY(hall.obey(fault));
    QTRY_VERIFY_WITH_TIMEOUT(lights.contains(code), 15'000);
    if (fault.contains("close"_L1))
        QVERIFY(hall.obey({{"open"_L1, true}}));
    QTRY_VERIFY_WITH_TIMEOUT(lights.last() == "ready"_L1, 15'000);
    QVERIFY(hall.arrive(u"A001"_s));
    QTRY_COMPARE(window->call()->waiting, std::optional(1));
}

void TestCallStation::poll_windowUnknownThere_isFault()
{
    Hall hall(u"envelope"_s);
    QVERIFY(hall.obey({{"fault"_L1, "refuse"_L1}, {"of"_L1, "state"_L1}}));
    Window window(hall.terminal(test::ShortLimit), Seldom);
    QTRY_VERIFY(window.isFaultWith("caller.refused"_L1));
}

void TestCallStation::station_notConfigured_saysSo()
{
    Window window(nullptr, Fast);
    QCOMPARE(window->state().health, DeviceHealth::NotConfigured);
    QVERIFY(!window->knows(Next));
    window->ask(Next);
    QTRY_COMPARE(window.told, (QStringList{u"1 device.not-configured"_s}));
    QCOMPARE(window->ask(Next), 2); // answered, so it may be asked again
}

void TestCallStation::station_wrongUri_showsFault()
{
    const SystemClock clock;
    CallStation station(callerDrivers(clock).make(u"caller:none.json:http://127.0.0.1:9?window=3"_s));
    QCOMPARE(station.state().reason->code, u"caller.profile"_s);
    QSignalSpy failed(&station, &CallStation::failed);
    station.ask(Next);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"caller.profile"_s);
}

void TestCallStation::destroy_whileTheSystemIsSilent_isQuick()
{
    Hall hall;
    test::FairTimer timer;
    {
        Window window(hall.terminal(std::chrono::seconds(30)), Seldom);
        QTRY_VERIFY(window.isReady());
        QVERIFY(hall.obey({{"fault"_L1, "silent"_L1}}));
        window->ask(Next);
        window->ask(Pause);
        QTRY_VERIFY(hall.hasBeenAsked(u"next"_s, 1));
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestCallStation)
#include "test_call_station.moc"
