#include "modules/casework/CaseDecision.h"
#include "modules/casework/CaseEvolution.h"
#include "modules/casework/EventVersions.h"
#include "modules/journal/CommandLog.h"
#include "tests/support/casework/CaseCommands.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;
using journal::Event;

// Events that an older or a newer program wrote.
class TestEventVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lifted_olderEvent_readsAsTodays();
    void lifted_todaysAndNewerEvents_stayAsTheyAre();
    void released_isWrittenInTodaysVersion();
    void released_inTheOldVersion_freesTheTask();
    void newerEvent_isNotGuessedAt();
    void newerEvent_onAHub_makesItWait();
    void newerEvent_onAHub_leavesTheTablesAlone();

private:
    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestEventVersions::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open());
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestEventVersions::lifted_olderEvent_readsAsTodays()
{
    Event event;
    event.type = u"TaskReleased"_s;
    event.actor = u"liu"_s;
    const auto today = lifted(event);
    QCOMPARE(today.v, currentVersion(event.type));
    QCOMPARE(today.body.value("from"_L1).toString(), u"liu"_s);
    QCOMPARE(event.v, 1);
}

void TestEventVersions::lifted_todaysAndNewerEvents_stayAsTheyAre()
{
    Event event;
    event.type = u"TaskReleased"_s;
    event.v = currentVersion(event.type);
    event.actor = u"hub"_s;
    event.body.insert(u"from"_s, u"liu"_s);
    QCOMPARE(lifted(event).body, event.body);
    QVERIFY(!isBeyond(event));
    ++event.v;
    QCOMPARE(lifted(event).v, event.v);
    QVERIFY(isBeyond(event));
    event.type = u"RemarkAdded"_s; // never changed
    event.v = 1;
    QVERIFY(!isBeyond(event));
}

void TestEventVersions::released_isWrittenInTodaysVersion()
{
    const QString stream = m_write->inReview();
    QCOMPARE(m_world->say(m_write->release(m_world->reviewer, stream)), u"applied"_s);
    const auto event = m_world->events(stream).constLast();
    QCOMPARE(event.type, u"TaskReleased"_s);
    QCOMPARE(event.v, 2);
    QCOMPARE(event.body.value("from"_L1).toString(), m_world->reviewer.id);
    QVERIFY(!m_world->receives(m_world->reviewer, stream));
}

void TestEventVersions::released_inTheOldVersion_freesTheTask()
{
    const QString stream = m_write->inReview();
    QVERIFY(m_world->append(
        m_world->reviewer, stream, u"TaskReleased"_s, 1, {{u"task"_s, m_world->state(stream).currentTask()->id}}));
    QVERIFY(m_world->state(stream).currentTask()->holder.isEmpty());
    QCOMPARE(m_world->say(m_write->claim(m_world->reviewer, stream)), u"applied"_s);
}

void TestEventVersions::newerEvent_isNotGuessedAt()
{
    const auto before = m_world->state(m_write->inReview());
    Event event;
    event.stream = before.id;
    event.version = before.version + 1;
    event.type = u"TaskReleased"_s;
    event.v = 9;
    event.body.insert(u"task"_s, before.currentTask()->id);
    auto after = evolve(before, event);
    QVERIFY(after.isBeyond);
    QCOMPARE(after.version, before.version + 1);
    const auto command = m_write->release(m_world->reviewer, before.id);
    const auto verdict = decide(after, command, m_world->deskFacts(after, command));
    QCOMPARE(verdict.kind, journal::Decision::Kind::Wait);
    QCOMPARE(verdict.reason.code, u"casework.program-older"_s);
    after.isBeyond = false;
    after.version = before.version;
    QCOMPARE(after, before);
}

// Nobody's work is at fault: the counter keeps the command and tries again, perhaps at a hub that knows more.
void TestEventVersions::newerEvent_onAHub_makesItWait()
{
    const QString stream = m_write->inReview();
    QVERIFY(m_world->append(m_world->reviewer, stream, u"TaskReleased"_s, 9, {{u"task"_s, u"?"_s}}));
    const auto command = m_write->remark(m_world->clerk, stream, u"下午再来"_s);
    QCOMPARE(m_world->say(command), u"wait casework.program-older"_s);
    QVERIFY(!*journal::CommandLog(*m_world->connection).find(command.id));
}

void TestEventVersions::newerEvent_onAHub_leavesTheTablesAlone()
{
    const QString stream = m_write->inReview();
    const auto before = m_world->dumpProjections();
    QVERIFY(m_world->append(
        m_world->reviewer, stream, u"TaskReleased"_s, 9, {{u"task"_s, m_world->state(stream).currentTask()->id}}));
    QCOMPARE(m_world->dumpProjections(), before);
}

QTEST_GUILESS_MAIN(TestEventVersions)
#include "test_event_versions.moc"
