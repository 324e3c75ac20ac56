#include "tests/support/journal/CounterStream.h"
#include "tests/support/store/FailingConnection.h"

#include "modules/base/Json.h"
#include "modules/journal/CommandLog.h"
#include "modules/journal/JournalVerifier.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::journal;
using namespace Qt::StringLiterals;

class TestCommandGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void submit_once_appendsEventAndProjection();
    void submit_repeat_answersAsRecordedAndDoesNothing();
    void submit_sameIdOtherBytes_isReported();
    void submit_refused_leavesEverythingUntouched();
    void submit_foreignActorOrDevice_isRefused();
    void submit_malformed_namesTheField();
    void submit_unknownKind_isRefused();
    void submit_staleCompareAndSet_isConflict();
    void submit_staleMerge_isApplied();
    void submit_chainOfOwnCommands_isNoConflict();
    void submit_chainWithForeignEventBetween_isConflict();
    void submit_unknownPrevious_waitsAndIsTakenLater();
    void submit_previousOfSomebodyElse_isRefused();
    void submit_previousOfAnotherStream_isRefused();
    void submit_previousRefused_isHeld();
    void submit_heldByItsOwnCounter_isKeptAndNotDecided();
    void submit_holdsMalformed_areReported();
    void submit_manyInOneRequest_oneRefusedDoesNotStopOthers();
    void submit_anyStatementFails_retryGivesTheSameWorld();
    void rebuild_afterRandomCommands_equalsLive();

private:
    std::unique_ptr<test::CounterHub> m_hub;
    QString m_stream;
};

void TestCommandGate::init()
{
    m_hub = std::make_unique<test::CounterHub>();
    QVERIFY(m_hub->open());
    m_stream = m_hub->ids.next();
}

void TestCommandGate::submit_once_appendsEventAndProjection()
{
    const auto answer = m_hub->send(m_hub->command(m_stream, u"Add"_s, 3));
    QVERIFY(answer);
    QCOMPARE(answer->verdict, Verdict::Applied);
    QCOMPARE(answer->version, 1);
    QCOMPARE(m_hub->total(m_stream), 3);
}

void TestCommandGate::submit_repeat_answersAsRecordedAndDoesNothing()
{
    const auto command = m_hub->command(m_stream, u"Add"_s, 3);
    QVERIFY(m_hub->send(command));
    const QString before = m_hub->dump();
    const auto repeat = m_hub->send(command);
    QVERIFY(repeat);
    QCOMPARE(repeat->verdict, Verdict::AlreadyApplied);
    QCOMPARE(repeat->recorded, Verdict::Applied);
    QCOMPARE(repeat->version, 1);
    QCOMPARE(m_hub->dump(), before);
}

void TestCommandGate::submit_sameIdOtherBytes_isReported()
{
    auto command = m_hub->command(m_stream, u"Add"_s, 3);
    QVERIFY(m_hub->send(command));
    command.body.insert(u"amount"_s, 4);
    const auto answer = m_hub->send(command);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"journal.id-reused"_s);
    QCOMPARE(m_hub->total(m_stream), 3);
}

void TestCommandGate::submit_refused_leavesEverythingUntouched()
{
    QVERIFY(m_hub->send(m_hub->command(m_stream, u"Add"_s, 3)));
    const QString before = m_hub->dump();
    const auto command = m_hub->command(m_stream, u"Add"_s, -1);
    const auto answer = m_hub->send(command);
    QVERIFY(answer);
    QCOMPARE(answer->verdict, Verdict::Refused);
    QCOMPARE(answer->reason->code, u"test.negative"_s);
    QCOMPARE(m_hub->dump(), before);
    QCOMPARE(m_hub->send(command)->recorded, Verdict::Refused);
}

void TestCommandGate::submit_foreignActorOrDevice_isRefused()
{
    auto command = m_hub->command(m_stream, u"Add"_s, 3);
    command.actor = u"somebody else"_s;
    QCOMPARE(m_hub->send(command)->reason->code, u"journal.foreign-actor"_s);
    command = m_hub->command(m_stream, u"Add"_s, 3);
    command.device = u"another desk"_s;
    QCOMPARE(m_hub->send(command)->reason->code, u"journal.foreign-actor"_s);
    QCOMPARE(m_hub->total(m_stream), 0);
}

void TestCommandGate::submit_malformed_namesTheField()
{
    auto json = m_hub->command(m_stream, u"Add"_s, 3).toJson();
    json.remove(u"actor"_s);
    auto answers = m_hub->gate->submit(*m_hub->connection, {json}, u"clerk"_s, u"desk"_s);
    QVERIFY(answers);
    QCOMPARE(answers->constFirst().reason->code, u"journal.command"_s);
    QVERIFY(answers->constFirst().reason->detail.contains(u"actor"_s));
    json = m_hub->command(m_stream, u"Add"_s, 3).toJson();
    json.insert(u"body"_s, QJsonObject{{u"amount"_s, 0.5}});
    answers = m_hub->gate->submit(*m_hub->connection, {json}, u"clerk"_s, u"desk"_s);
    QCOMPARE(answers->constFirst().verdict, Verdict::Refused);
}

void TestCommandGate::submit_unknownKind_isRefused()
{
    auto command = m_hub->command(m_stream, u"Add"_s, 3);
    command.streamKind = u"spaceship"_s;
    QCOMPARE(m_hub->send(command)->reason->code, u"journal.stream-kind"_s);
}

void TestCommandGate::submit_staleCompareAndSet_isConflict()
{
    QVERIFY(m_hub->send(m_hub->command(m_stream, u"Add"_s, 1)));
    QVERIFY(m_hub->send(m_hub->command(m_stream, u"Add"_s, 1, 1)));
    const auto answer = m_hub->send(m_hub->command(m_stream, u"Set"_s, 9, 1));
    QCOMPARE(answer->verdict, Verdict::Conflict);
    QCOMPARE(answer->reason->code, u"journal.changed"_s);
    QCOMPARE(m_hub->total(m_stream), 2);
}

void TestCommandGate::submit_staleMerge_isApplied()
{
    QVERIFY(m_hub->send(m_hub->command(m_stream, u"Add"_s, 1)));
    QCOMPARE(m_hub->send(m_hub->command(m_stream, u"Add"_s, 5, 0))->verdict, Verdict::Applied);
    QCOMPARE(m_hub->total(m_stream), 6);
}

void TestCommandGate::submit_chainOfOwnCommands_isNoConflict()
{
    const auto first = m_hub->command(m_stream, u"Add"_s, 1);
    const auto second = m_hub->command(m_stream, u"Add"_s, 2, 0, first.id);
    const auto third = m_hub->command(m_stream, u"Set"_s, 7, 0, second.id);
    for (const auto& command : {first, second, third})
        QCOMPARE(m_hub->send(command)->verdict, Verdict::Applied);
    QCOMPARE(m_hub->total(m_stream), 7);
}

void TestCommandGate::submit_chainWithForeignEventBetween_isConflict()
{
    const auto first = m_hub->command(m_stream, u"Add"_s, 1);
    QVERIFY(m_hub->send(first));
    QVERIFY(m_hub->send(m_hub->command(m_stream, u"Add"_s, 50, 1)));
    QCOMPARE(m_hub->send(m_hub->command(m_stream, u"Set"_s, 7, 0, first.id))->verdict, Verdict::Conflict);
}

void TestCommandGate::submit_unknownPrevious_waitsAndIsTakenLater()
{
    const auto first = m_hub->command(m_stream, u"Add"_s, 1);
    const auto second = m_hub->command(m_stream, u"Add"_s, 2, 0, first.id);
    const auto early = m_hub->send(second);
    QCOMPARE(early->verdict, Verdict::Wait);
    QCOMPARE(early->reason->code, u"journal.prev-unknown"_s);
    QVERIFY(m_hub->send(first));
    QCOMPARE(m_hub->send(second)->verdict, Verdict::Applied);
    QCOMPARE(m_hub->total(m_stream), 3);
}

// To name a colleague's command as one's own would pass over what he changed.
void TestCommandGate::submit_previousOfSomebodyElse_isRefused()
{
    auto theirs = m_hub->command(m_stream, u"Add"_s, 50);
    theirs.actor = u"colleague"_s;
    QCOMPARE(
        m_hub->gate->submit(*m_hub->connection, {theirs.toJson()}, {}, {})->constFirst().verdict, Verdict::Applied);
    const auto answer = m_hub->send(m_hub->command(m_stream, u"Set"_s, 7, 0, theirs.id));
    QCOMPARE(answer->verdict, Verdict::Refused);
    QCOMPARE(answer->reason->code, u"journal.prev-foreign"_s);
    QCOMPARE(m_hub->total(m_stream), 50);
}

void TestCommandGate::submit_previousOfAnotherStream_isRefused()
{
    const auto elsewhere = m_hub->command(m_hub->ids.next(), u"Add"_s, 1);
    QVERIFY(m_hub->send(elsewhere));
    const auto answer = m_hub->send(m_hub->command(m_stream, u"Add"_s, 2, 0, elsewhere.id));
    QCOMPARE(answer->verdict, Verdict::Refused);
    QCOMPARE(answer->reason->code, u"journal.prev-foreign"_s);
    QCOMPARE(m_hub->total(m_stream), 0);
}

void TestCommandGate::submit_previousRefused_isHeld()
{
    const auto first = m_hub->command(m_stream, u"Add"_s, -1);
    const auto second = m_hub->command(m_stream, u"Add"_s, 2, 0, first.id);
    QCOMPARE(m_hub->send(first)->verdict, Verdict::Refused);
    const auto answer = m_hub->send(second);
    QCOMPARE(answer->verdict, Verdict::Held);
    QCOMPARE(answer->reason->code, u"journal.prev-not-applied"_s);
}

void TestCommandGate::submit_heldByItsOwnCounter_isKeptAndNotDecided()
{
    const auto command = m_hub->command(m_stream, u"Add"_s, 3);
    const Error reason{u"casework.wrong-step"_s, Origin::User, {}, {}};
    const auto answers = m_hub->gate->submit(
        *m_hub->connection, {command.toJson()}, command.actor, command.device, {{command.id, reason}});
    QVERIFY(answers);
    QCOMPARE(answers->constFirst().verdict, Verdict::Held);
    QCOMPARE(answers->constFirst().reason->code, reason.code);
    QCOMPARE(m_hub->total(m_stream), 0);
    const auto kept = *CommandLog(*m_hub->connection).find(command.id);
    QVERIFY(kept);
    QCOMPARE(kept->bytes, canonicalBytes(command.toJson()));
    const auto repeat = m_hub->send(command); // also when the counter thinks better of it
    QCOMPARE(repeat->verdict, Verdict::AlreadyApplied);
    QCOMPARE(repeat->recorded, Verdict::Held);
}

void TestCommandGate::submit_holdsMalformed_areReported()
{
    const QJsonObject reason{{u"code"_s, u"casework.wrong-step"_s}};
    QCOMPARE(holdsFromJson({QJsonObject{{u"command"_s, u"c1"_s}, {u"reason"_s, reason}}})->value(u"c1"_s).code,
        u"casework.wrong-step"_s);
    for (const auto& wrong : {QJsonObject{{u"reason"_s, reason}}, QJsonObject{{u"command"_s, u"c1"_s}},
             QJsonObject{{u"command"_s, u"c1"_s}, {u"reason"_s, QJsonObject{}}}}) {
        const auto holds = holdsFromJson({wrong});
        QVERIFY(!holds);
        QCOMPARE(holds.error().code, u"journal.command"_s);
    }
}

void TestCommandGate::submit_manyInOneRequest_oneRefusedDoesNotStopOthers()
{
    const QString other = m_hub->ids.next();
    const auto answers = m_hub->gate->submit(*m_hub->connection,
        {m_hub->command(m_stream, u"Add"_s, 1).toJson(), m_hub->command(m_stream, u"Add"_s, -1).toJson(),
            m_hub->command(other, u"Add"_s, 999).toJson(), m_hub->command(other, u"Add"_s, 2).toJson()},
        u"clerk"_s, u"desk"_s);
    QVERIFY(answers);
    QCOMPARE(answers->at(0).verdict, Verdict::Applied);
    QCOMPARE(answers->at(1).verdict, Verdict::Refused);
    QCOMPARE(answers->at(2).verdict, Verdict::Held);
    QCOMPARE(answers->at(3).verdict, Verdict::Applied);
    QCOMPARE(m_hub->total(m_stream) + m_hub->total(other), 3);
}

void TestCommandGate::submit_anyStatementFails_retryGivesTheSameWorld()
{
    QVERIFY(m_hub->send(m_hub->command(m_stream, u"Add"_s, 1)));
    int failures = 0;
    for (int at = 1;; ++at) {
        test::FailingConnection failing(*m_hub->connection);
        const auto command = m_hub->command(m_stream, u"Add"_s, 1);
        const QString before = m_hub->dump();
        failing.failAt(at);
        const auto broken = m_hub->send(command, &failing);
        if (broken) {
            QVERIFY2(failures > 8, "the command was expected to take more statements");
            break;
        }
        ++failures;
        QCOMPARE(broken.error().code, u"store.io"_s);
        QCOMPARE(m_hub->dump(), before);
        QCOMPARE(m_hub->send(command)->verdict, Verdict::Applied);
    }
    const auto report = verifyJournal(*m_hub->connection, nullptr);
    QVERIFY(report);
    QVERIFY2(report->sound(), qPrintable(report->problems.join(u'\n')));
    QCOMPARE(m_hub->total(m_stream), failures + 2);
}

void TestCommandGate::rebuild_afterRandomCommands_equalsLive()
{
    QStringList streams{m_stream, m_hub->ids.next(), m_hub->ids.next()};
    for (int i = 0; i < 300; ++i) {
        const auto& stream = streams.at(m_hub->random.below(3));
        QVERIFY(m_hub->send(m_hub->command(stream, m_hub->random.below(2) ? u"Add"_s : u"Set"_s,
            m_hub->random.below(20) - 2, m_hub->random.below(5))));
    }
    const QString live = m_hub->dump();
    QVERIFY(m_hub->connection->execute("UPDATE counter SET total = 0"));
    QVERIFY(m_hub->dump() != live);
    QVERIFY(rebuild(*m_hub->connection, m_hub->gate->projections()));
    QCOMPARE(m_hub->dump(), live);
}

QTEST_GUILESS_MAIN(TestCommandGate)
#include "test_commandgate.moc"
