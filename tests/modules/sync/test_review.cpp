#include "modules/casework/CaseStream.h"
#include "tests/support/casework/CaseCommands.h"
#include "tests/support/sync/Counter.h"

#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;

// Two counters and the hub: what one person does offline reaches the other.
class TestReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void caseOfTheClerk_reviewedElsewhere_isCompletedAtBothCounters();
    void task_claimedByTwo_theLaterOneIsToldAndLosesNothing();
    void fetchCase_offline_showsTheLastKnownPicture();
    void task_lapsedWhileItsHolderWasAway_isToldHim();

private:
    QString taskOf(test::Counter& counter, const QString& stream);

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::Counter> m_clerk;
    std::unique_ptr<test::Counter> m_office; // dispatcher and reviewer in one
};

void TestReview::init()
{
    m_clerk.reset();
    m_office.reset();
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open());
    m_clerk = std::make_unique<test::Counter>(*m_world, m_world->clerk, 11);
    m_office = std::make_unique<test::Counter>(*m_world, m_world->jack, 12);
    for (auto* counter : {m_clerk.get(), m_office.get()}) {
        QVERIFY(counter->open());
        QVERIFY(!counter->sync());
    }
}

QString TestReview::taskOf(test::Counter& counter, const QString& stream)
{
    const auto seen = counter.desk().view(stream);
    return seen && seen->currentTask() ? seen->currentTask()->id : u"none"_s;
}

void TestReview::caseOfTheClerk_reviewedElsewhere_isCompletedAtBothCounters()
{
    auto window = m_clerk->desk();
    auto office = m_office->desk();
    m_clerk->link.cut = true;
    const auto opened = window.open({}, test::Counter::freeIntake({m_clerk->scan("a page").toJson()}));
    QVERIFY(opened);
    const QString stream = opened->id;
    m_clerk->link.cut = false;
    QVERIFY(!m_clerk->sync());

    QVERIFY(m_office->fetchCase(stream));
    QVERIFY(office.act(stream, u"ClaimTask"_s, {{u"task"_s, taskOf(*m_office, stream)}}));
    QVERIFY(!m_office->sync());
    QCOMPARE(m_office->difference(stream), QString());
    QVERIFY(office.cases(0)->constFirst().mine);
    QVERIFY(office.act(
        stream, u"DispatchCase"_s, {{u"task"_s, taskOf(*m_office, stream)}, {u"department"_s, u"养老保险科"_s}}));
    QVERIFY(!m_office->sync());
    QVERIFY(office.outbox()->isEmpty());
    QVERIFY(office.cases(0)->isEmpty()); // it is with the department now, nobody here holds it

    QVERIFY(m_office->fetchCase(stream));
    m_office->link.cut = true; // claimed and approved in one go, offline
    QVERIFY(office.act(stream, u"ClaimTask"_s, {{u"task"_s, taskOf(*m_office, stream)}}));
    QVERIFY(office.act(stream, u"ApproveTask"_s, {{u"task"_s, taskOf(*m_office, stream)}, {u"opinion"_s, u"同意"_s}}));
    QCOMPARE(office.view(stream)->phase, casework::Phase::Completed);
    QVERIFY(m_office->sync());
    m_office->link.cut = false;
    QVERIFY(!m_office->sync());
    QVERIFY(office.outbox()->isEmpty());

    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->difference(stream), QString());
    const auto line = window.cases(0)->constFirst();
    QCOMPARE(line.phase, u"completed"_s);
    QCOMPARE(line.outcome, u"approved"_s);
    QCOMPARE(line.opinion, u"同意"_s);
    QCOMPARE(line.number, opened->number);
    QVERIFY(!line.pending);
}

void TestReview::task_claimedByTwo_theLaterOneIsToldAndLosesNothing()
{
    test::CaseCommands others(*m_world);
    const QString stream = others.openedFreeIntake();
    QVERIFY(m_office->fetchCase(stream));
    auto office = m_office->desk();
    QVERIFY(office.act(stream, u"ClaimTask"_s, {{u"task"_s, taskOf(*m_office, stream)}}));
    QVERIFY(office.act(stream, u"AddRemark"_s, {{u"text"_s, u"我来办"_s}}));
    QCOMPARE(m_world->say(others.claim(m_world->dispatcher, stream)), u"applied"_s);

    QVERIFY(!m_office->sync());
    const auto items = *office.outbox();
    QCOMPARE(items.size(), 2);
    for (const auto& item : items) {
        QCOMPARE(item.state, sync::OutboxState::Attention);
        QVERIFY(item.answer && item.answer->reason);
    }
    QCOMPARE(items.constLast().answer->verdict, journal::Verdict::Held);
    QVERIFY(office.cases(0)->constFirst().attention);
}

void TestReview::fetchCase_offline_showsTheLastKnownPicture()
{
    test::CaseCommands others(*m_world);
    const QString known = others.openedFreeIntake();
    const QString unknown = others.openedFreeIntake();
    QVERIFY(m_office->fetchCase(known));
    m_office->link.cut = true;
    const auto last = m_office->fetchCase(known);
    QVERIFY(last);
    QCOMPARE(last->id, known);
    const auto none = m_office->fetchCase(unknown);
    QVERIFY(!none);
    QCOMPARE(none.error().code, u"sync.unreachable"_s);
}

// He decided meanwhile: his work is kept with the reason, and he hears whose the task is not any more.
void TestReview::task_lapsedWhileItsHolderWasAway_isToldHim()
{
    test::CaseCommands others(*m_world);
    const QString stream = others.openedFreeIntake();
    QVERIFY(m_office->fetchCase(stream));
    auto office = m_office->desk();
    QVERIFY(office.act(stream, u"ClaimTask"_s, {{u"task"_s, taskOf(*m_office, stream)}}));
    QVERIFY(!m_office->sync());
    const QString task = taskOf(*m_office, stream);
    const qint64 heard = m_world->clock.nowMs();
    m_office->link.cut = true;
    QVERIFY(office.act(stream, u"DispatchCase"_s, {{u"task"_s, task}, {u"department"_s, u"养老保险科"_s}}));

    m_world->clock.setWall(utcMs({2026, 11, 24}, {0, 0}));
    QCOMPARE(m_world->say(m_world->hubCommand(
                 casework::CaseStream::kind(), stream, u"EndLease"_s, {{u"task"_s, task}, {u"heardAt"_s, heard}})),
        u"applied"_s);
    m_office->link.cut = false;
    QVERIFY(!m_office->sync());
    const auto lapsed = *office.lapsedTasks();
    QCOMPARE(lapsed.size(), 1);
    QCOMPARE(lapsed.constFirst().stream, stream);
    QCOMPARE(lapsed.constFirst().number, m_world->state(stream).number);
    QCOMPARE(lapsed.constFirst().heardAt, heard);
    QCOMPARE(lapsed.constFirst().at, m_world->clock.nowMs());
    QCOMPARE(office.outbox()->constFirst().state, sync::OutboxState::Attention);
    QCOMPARE(m_world->state(stream).currentTask()->step, u"dispatch"_s);

    QVERIFY(!m_clerk->sync());
    QVERIFY(m_clerk->desk().lapsedTasks()->isEmpty());
    QVERIFY(office.noteLapsesSeen(lapsed.constFirst().at));
    QVERIFY(!m_office->sync());
    QVERIFY(office.lapsedTasks()->isEmpty());
}

QTEST_GUILESS_MAIN(TestReview)
#include "test_review.moc"
