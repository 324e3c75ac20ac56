#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/store/FailingConnection.h"
#include "tests/support/sync/Counter.h"

#include "modules/base/Json.h"
#include "modules/journal/CommandLog.h"

#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;
using journal::Verdict;
using sync::OutboxState;
using test::Fault;

// Work that waited without the hub while others changed the same case.
class TestRedeciding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingLeft_leavesTheOutboxWithANote();
    void nothingLeft_inTheMiddleOfAChain_theRestGoesOn();
    void nothingLeft_butPerhapsKnownToTheHub_goesAsItWas();
    void nothingLeft_behindWhichSomethingWasTried_goesAsItWas();
    void refusedNow_reachesTheHubAsHeld_withAllThatFollows();
    void refusedNow_whileTheHubHasIt_isApplied();
    void refusedByTheHub_whatFollowsReachesItToo();
    void streamNotFollowed_isTheHubsToJudge();
    void caseOfANewerProgram_isTheHubsToJudge();
    void redecide_anyStatementFails_nothingHappened();

private:
    void editReason(const QString& value); // by the clerk, here
    void editReasonElsewhere(const QString& value);
    void voidElsewhere();
    bool hasArrived(const QString& command);

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
    std::unique_ptr<test::Counter> m_clerk;
    QString m_stream; // a sample matter in review, opened by the clerk
};

void TestRedeciding::init()
{
    m_clerk.reset();
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
    m_stream = m_write->openedMatter();
    QVERIFY(!m_stream.isEmpty());
    m_clerk = std::make_unique<test::Counter>(*m_world, m_world->clerk, 11);
    QVERIFY(m_clerk->open());
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_clerk->desk().view(m_stream)->exists());
}

void TestRedeciding::editReason(const QString& value)
{
    auto desk = m_clerk->desk();
    const auto base = desk.view(m_stream)->values.value("reason"_L1);
    QVERIFY(desk.act(m_stream, u"EditFields"_s,
        {{u"edits"_s, QJsonArray{QJsonObject{{u"path"_s, u"reason"_s}, {u"base"_s, base}, {u"value"_s, value}}}}}));
}

void TestRedeciding::editReasonElsewhere(const QString& value)
{
    const auto base = m_world->state(m_stream).values.value("reason"_L1);
    QCOMPARE(m_world->say(m_write->edit(m_world->secondClerk, m_stream, u"reason"_s, base, value)), u"applied"_s);
}

void TestRedeciding::voidElsewhere()
{
    QCOMPARE(m_world->say(m_write->voidCase(m_world->supervisor, m_stream, u"重复"_s)), u"applied"_s);
}

bool TestRedeciding::hasArrived(const QString& command)
{
    return journal::CommandLog(*m_world->connection).find(command).value_or(std::nullopt).has_value();
}

void TestRedeciding::nothingLeft_leavesTheOutboxWithANote()
{
    editReason(u"单位解散"_s);
    const QString command = m_clerk->desk().outbox()->constFirst().command.id;
    editReasonElsewhere(u"单位解散"_s);
    QVERIFY(!m_clerk->sync());

    QVERIFY(m_clerk->desk().outbox()->isEmpty());
    QVERIFY(!hasArrived(command));
    const auto notes = *m_clerk->desk().needlessWork();
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.constFirst().command.id, command);
    QCOMPARE(notes.constFirst().command.stream, m_stream);
    QCOMPARE(notes.constFirst().at, m_clerk->clock.nowMs());
    QVERIFY(m_world->state(m_stream).conflicts.isEmpty());
    QCOMPARE(m_clerk->difference(m_stream), QString());
}

void TestRedeciding::nothingLeft_inTheMiddleOfAChain_theRestGoesOn()
{
    auto desk = m_clerk->desk();
    QVERIFY(desk.act(m_stream, u"AddRemark"_s, {{u"text"_s, u"先"_s}}));
    editReason(u"单位解散"_s);
    QVERIFY(desk.act(m_stream, u"AddRemark"_s, {{u"text"_s, u"后"_s}}));
    const auto before = *desk.outbox();
    editReasonElsewhere(u"单位解散"_s);
    m_clerk->link.failOnce(u"POST /commands"_s, Fault::Cut);
    QVERIFY(m_clerk->sync());

    const auto items = *desk.outbox();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(1).command.id, before.at(2).command.id);
    QCOMPARE(items.at(1).command.prev, before.at(0).command.id);
    QCOMPARE(items.at(1).tries, 1);
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.outbox()->isEmpty());
    QCOMPARE(m_world->state(m_stream).remarks.size(), 2);
    QCOMPARE(m_clerk->difference(m_stream), QString());
}

void TestRedeciding::nothingLeft_butPerhapsKnownToTheHub_goesAsItWas()
{
    editReason(u"单位解散"_s);
    const auto command = m_clerk->desk().outbox()->constFirst().command;
    m_clerk->link.failOnce(u"POST /commands"_s, Fault::Cut);
    QVERIFY(m_clerk->sync());
    editReasonElsewhere(u"单位解散"_s);
    QVERIFY(!m_clerk->sync());

    QVERIFY(hasArrived(command.id));
    QVERIFY(m_clerk->desk().outbox()->isEmpty());
    QVERIFY(m_clerk->desk().needlessWork()->isEmpty());
    QCOMPARE(m_clerk->difference(m_stream), QString());
}

// It could not be hung on another command any more: its bytes may be at the hub.
void TestRedeciding::nothingLeft_behindWhichSomethingWasTried_goesAsItWas()
{
    editReason(u"单位解散"_s);
    QVERIFY(m_clerk->desk().act(m_stream, u"AddRemark"_s, {{u"text"_s, u"后"_s}}));
    const auto items = *m_clerk->desk().outbox();
    QVERIFY(m_clerk->user->execute("UPDATE pending_command SET tries = 1 WHERE id = ?", {items.at(1).command.id}));
    editReasonElsewhere(u"单位解散"_s);
    QVERIFY(!m_clerk->sync());

    QVERIFY(hasArrived(items.at(0).command.id));
    QVERIFY(m_clerk->desk().outbox()->isEmpty());
    QCOMPARE(m_world->state(m_stream).remarks.size(), 1);
    QCOMPARE(m_clerk->difference(m_stream), QString());
}

void TestRedeciding::refusedNow_reachesTheHubAsHeld_withAllThatFollows()
{
    auto desk = m_clerk->desk();
    editReason(u"单位解散"_s);
    auto material = m_clerk->scan("what the citizen brought");
    material.id = u"claim"_s;
    QVERIFY(desk.act(m_stream, u"SetMaterial"_s, {{u"material"_s, material.toJson()}}));
    voidElsewhere();
    const qint64 version = m_world->version(m_stream);
    QVERIFY(!m_clerk->sync());

    const auto items = *desk.outbox();
    QCOMPARE(items.size(), 2);
    for (const auto& item : items) {
        QCOMPARE(item.state, OutboxState::Attention);
        QCOMPARE(item.answer->verdict, Verdict::Held);
        const auto logged = *journal::CommandLog(*m_world->connection).find(item.command.id);
        QVERIFY(logged);
        QCOMPARE(logged->answer.verdict, Verdict::Held);
        QCOMPARE(logged->bytes, canonicalBytes(item.command.toJson()));
    }
    const auto fresh = m_write->edit(m_world->clerk, m_stream, u"reason"_s, u"合同期满"_s, u"单位解散"_s);
    QCOMPARE(m_world->say(fresh), u"refused "_s + items.at(0).answer->reason->code); // as the hub would have said
    QCOMPARE(items.at(1).answer->reason->code, u"journal.prev-not-applied"_s);
    QVERIFY(m_world->blobs.has(material.pages.constFirst().digest));
    QCOMPARE(m_world->version(m_stream), version);
    QVERIFY(desk.cases(0)->constFirst().attention);
    QVERIFY(desk.needlessWork()->isEmpty());
}

// The answer was lost, and the feed that was read just before does not have the events yet.
void TestRedeciding::refusedNow_whileTheHubHasIt_isApplied()
{
    auto desk = m_clerk->desk();
    editReason(u"单位解散"_s);
    m_clerk->link.failOnce(u"POST /commands"_s, Fault::LoseReply);
    QVERIFY(m_clerk->sync());
    voidElsewhere();
    const auto command = desk.outbox()->constFirst().command;
    const journal::Holds holds{{command.id, Error{u"casework.closed"_s, Origin::User, {}, {}}}};
    const auto answers = m_world->gate->submit(
        *m_world->connection, {command.toJson()}, m_world->clerk.id, m_world->clerk.device, holds);
    QVERIFY(answers);
    QCOMPARE(answers->constFirst().verdict, Verdict::AlreadyApplied);
    QCOMPARE(answers->constFirst().recorded, Verdict::Applied);
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.outbox()->isEmpty());
    QCOMPARE(m_world->state(m_stream).values.value("reason"_L1).toString(), u"单位解散"_s);
    QCOMPARE(m_clerk->difference(m_stream), QString());
}

void TestRedeciding::refusedByTheHub_whatFollowsReachesItToo()
{
    auto desk = m_clerk->desk();
    const auto first = desk.open({}, test::Counter::freeIntake());
    QVERIFY(first);
    QVERIFY(desk.act(first->id, u"AddRemark"_s, {{u"text"_s, u"下午再来"_s}}));
    QCOMPARE(first->number, m_world->state(m_stream).number); // a range given out twice: only the hub can know
    QVERIFY(!m_clerk->sync());

    const auto items = *desk.outbox();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(0).answer->verdict, Verdict::Refused);
    QCOMPARE(items.at(1).state, OutboxState::Attention);
    QCOMPARE(items.at(1).answer->verdict, Verdict::Held);
    QVERIFY(hasArrived(items.at(1).command.id));
}

void TestRedeciding::streamNotFollowed_isTheHubsToJudge()
{
    auto desk = m_clerk->desk();
    QVERIFY(desk.act(m_stream, u"AddRemark"_s, {{u"text"_s, u"已电话联系"_s}}));
    QVERIFY(desk.leave(m_stream));
    QVERIFY(!desk.view(m_stream)->exists());
    const auto holds = desk.redecide();
    QVERIFY(holds);
    QVERIFY(holds->isEmpty());
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_world->state(m_stream).remarks.size(), 1);
    QVERIFY(desk.outbox()->isEmpty());
}

// The hub was updated before this counter.
void TestRedeciding::caseOfANewerProgram_isTheHubsToJudge()
{
    auto desk = m_clerk->desk();
    editReason(u"单位解散"_s);
    auto newer = m_world->events(m_stream).constLast();
    newer.version += 1;
    newer.type = u"TaskClaimed"_s;
    newer.v = 9;
    newer.command = m_world->ids.next();
    QVERIFY(desk.receiveStream(m_stream, {newer}));
    QCOMPARE(desk.redecide()->size(), 0);
    QCOMPARE(desk.outbox()->constFirst().state, sync::OutboxState::Ready);
    const auto more = desk.act(m_stream, u"AddRemark"_s, {{u"text"_s, u"下午再来"_s}});
    QCOMPARE(more.error().code, u"casework.program-older"_s);
    QCOMPARE(desk.outbox()->size(), 1);
}

void TestRedeciding::redecide_anyStatementFails_nothingHappened()
{
    editReason(u"单位解散"_s);
    QVERIFY(m_clerk->desk().act(m_stream, u"AddRemark"_s, {{u"text"_s, u"后"_s}}));
    editReasonElsewhere(u"单位解散"_s);
    m_clerk->link.failOnce(u"POST /commands"_s, Fault::Cut);
    const auto page =
        journal::Feed(*m_world->connection)
            .page({m_world->clerk.id, {}}, *sync::LocalStreams(*m_clerk->user).cursor(m_world->clerk.id), 100);
    QVERIFY(page);
    QVERIFY(m_clerk->desk().receive(*page));
    const QString before = test::Counter::dump(*m_clerk->user);
    int statement = 1;
    for (;; ++statement) {
        test::FailingConnection failing(*m_clerk->user);
        sync::Desk desk(m_clerk->parts(*m_clerk->machine, failing), m_clerk->deskUser);
        failing.failAt(statement);
        const auto holds = desk.redecide();
        if (!failing.failed()) {
            QVERIFY(holds);
            QVERIFY(holds->isEmpty());
            break;
        }
        QVERIFY2(!holds, qPrintable(QString::number(statement)));
        QCOMPARE(test::Counter::dump(*m_clerk->user), before);
    }
    QVERIFY(statement > 5);
    QCOMPARE(m_clerk->desk().outbox()->size(), 1);
    QCOMPARE(m_clerk->desk().needlessWork()->size(), 1);
}

QTEST_GUILESS_MAIN(TestRedeciding)
#include "test_redeciding.moc"
