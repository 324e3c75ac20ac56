#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// The window takes back what it sent on, as long as nobody has taken it up.
class TestRecall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void recall_untouchedCase_isAtTheWindowAgain();
    void recall_dispatchedAndWaiting_isPossible();
    void recall_whoeverHasIt_isNamed();
    void recall_afterACheck_isRefused();
    void recall_byAnotherWindow_isRefused();
    void recall_atTheWindow_changesNothing();
    void recall_ofAnotherTask_isRefused();
    void recall_closedCase_isRefused();
    void recall_twice_findsItThere();
    void recall_afterAHandOver_isOfTheWindowThatSentIt();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    void act(const journal::Command& command) { QCOMPARE(say(command), u"applied"_s); }
    journal::Command recall(const test::Actor& by, const QString& stream)
    {
        return m_write->onTask(by, stream, u"RecallCase"_s);
    }
    Task task(const QString& stream) { return *m_world->state(stream).currentTask(); }

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestRecall::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestRecall::recall_untouchedCase_isAtTheWindowAgain()
{
    const QString stream = m_write->openedFreeIntake();
    QCOMPARE(task(stream).step, u"dispatch"_s);
    act(recall(m_world->clerk, stream));
    QCOMPARE(task(stream).step, u"accept"_s);
    QCOMPARE(task(stream).holder, m_world->clerk.id);
    const auto state = m_world->state(stream);
    QCOMPARE(state.tasks.at(state.tasks.size() - 2).outcome, u"recalled"_s);
    QVERIFY(m_world->receives(m_world->clerk, stream));
    act(m_write->edit(m_world->clerk, stream, u"phone"_s, state.values.value("phone"_L1), u"13900000009"_s));
    act(m_write->resubmit(m_world->clerk, stream));
    QCOMPARE(task(stream).step, u"dispatch"_s);
    QVERIFY(task(stream).holder.isEmpty());
}

void TestRecall::recall_dispatchedAndWaiting_isPossible()
{
    const QString stream = m_write->openedFreeIntake();
    act(m_write->claim(m_world->dispatcher, stream));
    act(m_write->dispatch(m_world->dispatcher, stream, u"养老保险科"_s));
    QCOMPARE(task(stream).step, u"review"_s);
    act(recall(m_world->clerk, stream));
    QCOMPARE(task(stream).step, u"accept"_s);
}

void TestRecall::recall_whoeverHasIt_isNamed()
{
    const QString stream = m_write->inReview();
    const auto version = m_world->version(stream);
    QCOMPARE(say(recall(m_world->clerk, stream)), u"refused casework.task-taken"_s);
    QCOMPARE(m_world->version(stream), version);
    act(m_write->release(m_world->reviewer, stream));
    act(recall(m_world->clerk, stream));
}

void TestRecall::recall_afterACheck_isRefused()
{
    const QString stream = m_write->openedMatter();
    while (task(stream).step != "approve"_L1) { // judged once, and waiting for the next
        const auto step = task(stream).step;
        const auto& who = step == "dispatch"_L1 ? m_world->dispatcher : m_world->reviewer;
        act(m_write->claim(who, stream));
        if (step == "dispatch"_L1)
            act(m_write->dispatch(who, stream, u"失业保险科"_s));
        else
            act(m_write->approve(who, stream));
    }
    QCOMPARE(say(recall(m_world->clerk, stream)), u"refused casework.wrong-step"_s);
}

void TestRecall::recall_byAnotherWindow_isRefused()
{
    const QString stream = m_write->openedFreeIntake();
    QCOMPARE(say(recall(m_world->secondClerk, stream)), u"refused casework.not-holder"_s);
    QCOMPARE(say(recall(m_world->supervisor, stream)), u"refused casework.not-holder"_s);
}

void TestRecall::recall_atTheWindow_changesNothing()
{
    const QString stream = m_write->inReview();
    act(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"电话有误"_s));
    const auto version = m_world->version(stream);
    act(recall(m_world->clerk, stream));
    QCOMPARE(m_world->version(stream), version);
}

void TestRecall::recall_ofAnotherTask_isRefused()
{
    const QString stream = m_write->openedFreeIntake();
    auto command = recall(m_world->clerk, stream);
    command.body.insert(u"task"_s, u"review-7"_s);
    QCOMPARE(say(command), u"refused casework.task"_s);
}

void TestRecall::recall_closedCase_isRefused()
{
    const QString stream = m_write->openedFreeIntake();
    auto command = recall(m_world->clerk, stream);
    act(m_write->voidCase(m_world->supervisor, stream, u"重复受理"_s));
    QCOMPARE(say(command), u"refused casework.closed"_s);
}

// The answer to the first was lost, and somebody pressed again.
void TestRecall::recall_twice_findsItThere()
{
    const QString stream = m_write->openedFreeIntake();
    const auto first = recall(m_world->clerk, stream);
    act(first);
    QCOMPARE(say(first), u"already-applied"_s);
    const auto version = m_world->version(stream);
    QCOMPARE(say(m_write->make(m_world->clerk, stream, u"RecallCase"_s, first.body)), u"applied"_s);
    QCOMPARE(m_world->version(stream), version);
    QCOMPARE(task(stream).step, u"accept"_s);
}

void TestRecall::recall_afterAHandOver_isOfTheWindowThatSentIt()
{
    const QString stream = m_write->inReview();
    act(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"电话有误"_s));
    act(m_write->handOver(m_world->clerk, stream, m_world->secondClerk));
    act(m_write->resubmit(m_world->secondClerk, stream));
    QCOMPARE(say(recall(m_world->clerk, stream)), u"refused casework.not-holder"_s);
    act(recall(m_world->secondClerk, stream));
    QCOMPARE(task(stream).holder, m_world->secondClerk.id);
}

QTEST_GUILESS_MAIN(TestRecall)
#include "test_recall.moc"
