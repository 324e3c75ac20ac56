#include "modules/base/Json.h"
#include "tests/support/casework/CaseCommands.h"
#include "tests/support/sync/Counter.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;
using sync::OutboxState;
using test::Fault;

Q_DECLARE_METATYPE(test::Fault)

// Commands and files on a way that breaks, to a hub that says no.
class TestSending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void push_broken_isSentAgainAndStandsOnce_data();
    void push_broken_isSentAgainAndStandsOnce();
    void push_replyLostAndFeedBehind_isAlreadyApplied();
    void files_brokenInTheMiddle_sendsOnlyWhatIsMissing_data();
    void files_brokenInTheMiddle_sendsOnlyWhatIsMissing();
    void files_oneRefused_doesNotHoldBackTheOthers();
    void push_oneRefused_parksThatStreamOnly();
    void push_oneStreamMustWait_theOthersAllGo();
    void giveUp_ofOneThatOthersFollow_tellsThemToo();
    void push_notBelieved_keepsTheWork();
    void numbers_refused_doNotStopTheRest();
    void push_requestRefusedAsAWhole_parksOnlyTheCommandThatIsWrong();
    void answers_unreadable_endTheRoundAndLoseNothing_data();
    void answers_unreadable_endTheRoundAndLoseNothing();

private:
    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_others;
    std::unique_ptr<test::Counter> m_clerk;
};

void TestSending::init()
{
    m_clerk.reset();
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open());
    m_others = std::make_unique<test::CaseCommands>(*m_world);
    m_clerk = std::make_unique<test::Counter>(*m_world, m_world->clerk, 11);
    QVERIFY(m_clerk->open());
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_clerk->engine->state().online);
    m_clerk->link.calls.clear();
}

void TestSending::push_broken_isSentAgainAndStandsOnce_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("arrived");
    QTest::newRow("cable out") << Fault::Cut << u"sync.unreachable"_s << false;
    QTest::newRow("reply lost") << Fault::LoseReply << u"sync.unreachable"_s << true;
    QTest::newRow("reply too late") << Fault::TimeOut << u"sync.timeout"_s << true;
    QTest::newRow("hub answers 500") << Fault::ServerError << u"http.internal"_s << false;
}

void TestSending::push_broken_isSentAgainAndStandsOnce()
{
    QFETCH(const Fault, fault);
    QFETCH(const QString, code);
    QFETCH(const bool, arrived);
    auto desk = m_clerk->desk();
    const QString stream = desk.open({}, test::Counter::freeIntake())->id;
    m_clerk->link.failOnce(u"POST /commands"_s, fault);
    const auto error = m_clerk->sync();
    QVERIFY(error);
    QCOMPARE(error->code, code);
    QVERIFY(!m_clerk->engine->state().online);
    QCOMPARE(m_world->state(stream).exists(), arrived);
    QCOMPARE(desk.outbox()->size(), 1);

    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_world->events(stream).constFirst().type, u"CaseOpened"_s);
    QCOMPARE(m_world->connection->integer("SELECT COUNT(*) FROM case_row"), 1);
    QCOMPARE(m_clerk->difference(stream), QString());
    QVERIFY(desk.outbox()->isEmpty());
    // What arrived came back in the feed before anything was sent again.
    QCOMPARE(m_clerk->link.count(u"POST /commands"_s), arrived ? 1 : 2);
}

void TestSending::push_replyLostAndFeedBehind_isAlreadyApplied()
{
    auto desk = m_clerk->desk();
    const QString stream = desk.open({}, test::Counter::freeIntake())->id;
    m_clerk->link.failOnce(u"POST /commands"_s, Fault::LoseReply);
    QVERIFY(m_clerk->sync());
    const qint64 cursor = *sync::LocalStreams(*m_clerk->user).cursor(m_world->clerk.id);
    m_clerk->link.instead = [&, first = true](const sync::HubRequest& request) mutable {
        std::optional<sync::HubResponse> answer;
        if (request.path.startsWith("/feed"_L1) && std::exchange(first, false)) // not stamped yet
            answer = sync::HubResponse{
                200, canonicalBytes({{u"rows"_s, QJsonArray{}}, {u"upTo"_s, cursor}, {u"more"_s, false}}), 0, 0};
        return answer;
    };
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->link.count(u"POST /commands"_s), 2);
    QCOMPARE(m_world->connection->integer("SELECT COUNT(*) FROM case_row"), 1);
    QCOMPARE(m_clerk->difference(stream), QString());
    QVERIFY(desk.outbox()->isEmpty());
    QVERIFY(!desk.cases(0)->constFirst().attention);
}

void TestSending::files_brokenInTheMiddle_sendsOnlyWhatIsMissing_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QStringList>("partsSentAgain");
    QTest::newRow("second part never arrives") << Fault::Cut << QStringList{u"1"_s, u"2"_s};
    QTest::newRow("answer to the second part lost") << Fault::LoseReply << QStringList{u"2"_s};
}

void TestSending::files_brokenInTheMiddle_sendsOnlyWhatIsMissing()
{
    QFETCH(const Fault, fault);
    QFETCH(const QStringList, partsSentAgain);
    const QByteArray page = m_clerk->random.bytes(600'000); // three parts
    const auto material = m_clerk->scan(page);
    auto desk = m_clerk->desk();
    QVERIFY(desk.open({}, test::Counter::freeIntake({material.toJson()})));
    m_clerk->link.failOnce(u"PUT /blobs"_s, fault, 2);
    QVERIFY(m_clerk->sync());
    QVERIFY(desk.outbox()->isEmpty() || desk.outbox()->constFirst().state == OutboxState::Sent);
    QCOMPARE(desk.waiting(), 1);

    m_clerk->link.calls.clear();
    QVERIFY(!m_clerk->sync());
    QStringList parts;
    for (const auto& call : std::as_const(m_clerk->link.calls)) {
        if (call.startsWith("PUT"_L1))
            parts.append(call.section("/parts/"_L1, 1).section(u'?', 0, 0));
    }
    QCOMPARE(parts, partsSentAgain);
    QCOMPARE(m_world->blobs.read(material.pages.constFirst().digest), page);
    QCOMPARE(desk.waiting(), 0);
}

void TestSending::files_oneRefused_doesNotHoldBackTheOthers()
{
    const auto bad = m_clerk->scan("refused by the hub");
    const auto good = m_clerk->scan("taken by the hub");
    auto desk = m_clerk->desk();
    QVERIFY(desk.open({}, test::Counter::freeIntake({bad.toJson()})));
    QVERIFY(desk.open({}, test::Counter::freeIntake({good.toJson()})));
    const QString digest = bad.pages.constFirst().digest;
    m_clerk->link.problem = [&](const sync::HubRequest& request) {
        std::optional<Error> error;
        if (request.path.contains(digest))
            error = Error{u"blobs.part"_s, Origin::Data, {}, {{u"status"_s, 422}}};
        return error;
    };
    const auto error = m_clerk->sync();
    QVERIFY(error);
    QCOMPARE(error->code, u"blobs.part"_s);
    QVERIFY(m_world->blobs.has(good.pages.constFirst().digest));
    QCOMPARE(desk.waiting(), 1); // the refused one is still here
    QVERIFY(desk.outbox()->isEmpty());

    m_clerk->link.problem = nullptr;
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_world->blobs.has(digest));
    QCOMPARE(desk.waiting(), 0);
}

void TestSending::push_oneRefused_parksThatStreamOnly()
{
    auto desk = m_clerk->desk();
    const QString draft = m_world->ids.next();
    QVERIFY(desk.saveDraft(draft, {{u"typed"_s, u"前额"_s}}));
    const auto first = desk.open(draft, test::Counter::freeIntake());
    const auto second = desk.open({}, test::Counter::freeIntake());
    QVERIFY(first && second);
    QVERIFY(desk.drafts()->isEmpty());
    auto thief = m_others->openFreeIntake(m_world->secondClerk);
    thief.body.insert(u"number"_s, first->number); // a range given out twice
    QCOMPARE(m_world->say(thief), u"applied"_s);

    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->difference(second->id), QString());
    const auto items = *desk.outbox();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.constFirst().state, OutboxState::Attention);
    QCOMPARE(items.constFirst().answer->reason->code, u"casework.number-taken"_s);
    const auto cases = *desk.cases(0); // the citizen has a receipt: the case stays in sight, with its reason
    QCOMPARE(cases.size(), 2);
    const auto line =
        *std::find_if(cases.begin(), cases.end(), [&](const auto& known) { return known.stream == first->id; });
    QVERIFY(line.unopened);
    QCOMPARE(line.number, first->number);
    QCOMPARE(line.applicant, first->applicantName());
    QCOMPARE(line.attention->code, u"casework.number-taken"_s);

    m_clerk->link.calls.clear();
    QVERIFY(desk.act(second->id, u"AddRemark"_s, {{u"text"_s, u"照常办理"_s}}));
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_world->state(second->id).remarks.size(), 1);
    QCOMPARE(m_clerk->link.count(u"POST /commands"_s), 1); // the refused one is not sent again and again
    QCOMPARE(desk.outbox()->size(), 1);                    // nor dropped

    QVERIFY(desk.giveUp(items.constFirst().command.id));
    QVERIFY(desk.outbox()->isEmpty());
    QCOMPARE(desk.cases(0)->size(), 1);
    const auto drafts = *desk.drafts(); // and what was typed is back
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(drafts.constFirst().content.value("typed"_L1).toString(), u"前额"_s);
    const auto again = desk.open(drafts.constFirst().id, test::Counter::freeIntake());
    QVERIFY(again);
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->difference(again->id), QString());
    QVERIFY(desk.drafts()->isEmpty());
}

// What follows a command that was given up hangs on nothing the hub knows: it is told, not left waiting for ever.
// More of it than one request takes: it would stand before the other case in each round.
void TestSending::push_oneStreamMustWait_theOthersAllGo()
{
    auto desk = m_clerk->desk();
    const QString stuck = desk.open({}, test::Counter::freeIntake())->id;
    QVERIFY(!m_clerk->sync());
    for (int i = 0; i < 120; ++i)
        QVERIFY(desk.act(stuck, u"AddRemark"_s, {{u"text"_s, QString::number(i)}}));
    const QString other = desk.open({}, test::Counter::freeIntake())->id;
    // The feed does not tell yet what a newer hub wrote.
    QVERIFY(m_world->append(m_world->dispatcher, stuck, u"TaskClaimed"_s, 9, {}));
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_world->state(other).exists());
    QCOMPARE(m_world->state(stuck).remarks.size(), 0);
    QCOMPARE(desk.outbox()->size(), 120);
    QCOMPARE(desk.outbox()->constFirst().state, OutboxState::Ready);
}

void TestSending::giveUp_ofOneThatOthersFollow_tellsThemToo()
{
    auto desk = m_clerk->desk();
    const QString stream = desk.open({}, test::Counter::freeIntake())->id;
    QVERIFY(!m_clerk->sync());
    const auto first = desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"一"_s}});
    const auto second = desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"二"_s}});
    QVERIFY(first && second);
    m_clerk->link.problem = [&](const sync::HubRequest& request) {
        std::optional<Error> error;
        if (request.path.contains("/commands"_L1))
            error = Error{u"hub.body"_s, Origin::Data, {}, {{u"status"_s, 413}}};
        return error;
    };
    QVERIFY(!m_clerk->sync());
    m_clerk->link.problem = nullptr;
    const auto items = *desk.outbox();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(0).state, OutboxState::Attention);
    QVERIFY(desk.giveUp(items.at(0).command.id));
    QCOMPARE(desk.outbox()->size(), 1);
    QCOMPARE(desk.outbox()->constFirst().state, OutboxState::Attention);
    QVERIFY(desk.giveUp(items.at(1).command.id));
    QVERIFY(!m_clerk->sync()); // the hub may hold it, as far as is known here
    QVERIFY(desk.outbox()->isEmpty());
    QVERIFY(desk.view(stream)->remarks.isEmpty());
}

// The hub does not believe that this machine sends it: nothing is wrong with the work, which waits.
void TestSending::push_notBelieved_keepsTheWork()
{
    auto desk = m_clerk->desk();
    QVERIFY(desk.open({}, test::Counter::freeIntake()));
    m_clerk->link.problem = [](const sync::HubRequest& request) {
        std::optional<Error> error;
        if (request.path == "/commands"_L1 && request.isSigned)
            error = Error{u"hub.device-signature"_s, Origin::Machine, {}, {{u"status"_s, 403}}};
        return error;
    };
    const auto told = m_clerk->sync();
    QVERIFY(told);
    QCOMPARE(told->code, u"hub.device-signature"_s);
    QCOMPARE(desk.outbox()->constFirst().state, OutboxState::Ready);
    m_clerk->link.problem = nullptr;
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.outbox()->isEmpty());
}

void TestSending::numbers_refused_doNotStopTheRest()
{
    test::Counter other(*m_world, m_world->secondClerk, 12);
    QVERIFY(other.open());
    other.link.problem = [](const sync::HubRequest& request) {
        std::optional<Error> error;
        if (request.path.contains("/number-ranges"_L1))
            error = Error{u"casework.numbers-exhausted"_s, Origin::Data, {}, {{u"status"_s, 409}}};
        return error;
    };
    const auto told = other.sync();
    QVERIFY(told);
    QCOMPARE(told->code, u"casework.numbers-exhausted"_s);
    QVERIFY(other.engine->state().online);
    QVERIFY(!other.desk().items()->isEmpty());
    other.link.problem = nullptr;
    QVERIFY(!other.sync());
}

void TestSending::push_requestRefusedAsAWhole_parksOnlyTheCommandThatIsWrong()
{
    auto desk = m_clerk->desk();
    const QString bad = desk.open({}, test::Counter::freeIntake())->id;
    const QString good = desk.open({}, test::Counter::freeIntake())->id;
    m_clerk->link.problem = [&](const sync::HubRequest& request) {
        std::optional<Error> error;
        if (request.method == "POST" && request.body.contains(bad.toLatin1()))
            error = Error{u"http.body-too-large"_s, Origin::Data, {}, {{u"status"_s, 413}}};
        return error;
    };
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->difference(good), QString());
    QVERIFY(!m_world->state(bad).exists());
    const auto items = *desk.outbox();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.constFirst().command.stream, bad);
    QCOMPARE(items.constFirst().state, OutboxState::Attention);
    QCOMPARE(items.constFirst().answer->reason->code, u"http.body-too-large"_s);
}

void TestSending::answers_unreadable_endTheRoundAndLoseNothing_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("not JSON") << QByteArray("<html>");
    QTest::newRow("fewer answers than commands") << QByteArray("{\"answers\":[]}");
    QTest::newRow("answers to something else")
        << QByteArray("{\"answers\":[{\"command\":\"x\",\"verdict\":\"wait\"}]}");
}

void TestSending::answers_unreadable_endTheRoundAndLoseNothing()
{
    QFETCH(const QByteArray, body);
    auto desk = m_clerk->desk();
    const QString stream = desk.open({}, test::Counter::freeIntake())->id;
    m_clerk->link.instead = [&](const sync::HubRequest& request) {
        std::optional<sync::HubResponse> answer;
        if (request.path == "/commands"_L1)
            answer = sync::HubResponse{200, body, 0, 0};
        return answer;
    };
    const auto error = m_clerk->sync();
    QVERIFY(error);
    QCOMPARE(error->code, u"sync.answer"_s);
    QCOMPARE(desk.outbox()->constFirst().state, OutboxState::Ready);
    m_clerk->link.instead = nullptr;
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->difference(stream), QString());
}

QTEST_GUILESS_MAIN(TestSending)
#include "test_sending.moc"
