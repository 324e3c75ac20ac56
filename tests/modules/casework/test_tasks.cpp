#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Who holds a task, and what stands in the way of a step.
class TestTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void claim_race_secondIsToldTheHolder();
    void claim_again_changesNothing();
    void claim_otherThanCurrentTask_isUnknown();
    void claim_released_isFreeForOthers();
    void release_byAnother_isRefused();
    void release_ofReturnedCase_isRefused();
    void step_withoutHolding_isRefused_data();
    void step_withoutHolding_isRefused();
    void step_ofAnotherKind_isRefused_data();
    void step_ofAnotherKind_isRefused();
    void step_withoutWords_isRefused_data();
    void step_withoutWords_isRefused();
    void step_returnTarget_mustBeInTheFlow_data();
    void step_returnTarget_mustBeInTheFlow();
    void step_fromStaleView_isConflict();
    void step_afterAPrint_isNoConflict();
    void closedCase_everyCommandButAdditions_isRefused_data();
    void closedCase_everyCommandButAdditions_isRefused();
    void uncertainTime_untilConfirmed_blocksTheDecision();
    void unknownCase_anyCommand_isRefused();
    void unknownCommand_isRefused();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestTasks::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestTasks::claim_race_secondIsToldTheHolder()
{
    const QString stream = m_write->openedFreeIntake();
    const auto first = m_write->claim(m_world->dispatcher, stream);
    const auto second = m_write->claim(m_world->supervisor, stream); // both saw it free
    QCOMPARE(say(first), u"applied"_s);
    const auto answer = m_world->send(second);
    QVERIFY(answer && answer->reason);
    QCOMPARE(answer->verdict, journal::Verdict::Refused);
    QCOMPARE(answer->reason->code, u"casework.task-taken"_s);
    QCOMPARE(answer->reason->fields.value("holder"_L1).toString(), u"孙分发"_s);
    QCOMPARE(m_world->state(stream).currentTask()->holder, m_world->dispatcher.id);
}

void TestTasks::claim_again_changesNothing()
{
    const QString stream = m_write->openedFreeIntake();
    QCOMPARE(say(m_write->claim(m_world->dispatcher, stream)), u"applied"_s);
    const qint64 version = m_world->version(stream);
    QCOMPARE(say(m_write->claim(m_world->dispatcher, stream)), u"applied"_s);
    QCOMPARE(m_world->version(stream), version);
}

void TestTasks::claim_otherThanCurrentTask_isUnknown()
{
    const QString stream = m_write->inReview();
    const auto old = m_write->make(m_world->dispatcher, stream, u"ClaimTask"_s, {{u"task"_s, u"dispatch-1"_s}});
    QCOMPARE(say(old), u"refused casework.task"_s);
    const auto later = m_write->make(m_world->dispatcher, stream, u"ReleaseTask"_s, {{u"task"_s, u"review-7"_s}});
    QCOMPARE(say(later), u"refused casework.task"_s);
}

void TestTasks::claim_released_isFreeForOthers()
{
    const QString stream = m_write->openedFreeIntake();
    QCOMPARE(say(m_write->claim(m_world->dispatcher, stream)), u"applied"_s);
    QCOMPARE(say(m_write->release(m_world->dispatcher, stream)), u"applied"_s);
    const auto state = m_world->state(stream);
    QCOMPARE(state.currentTask()->state, TaskState::Open);
    QCOMPARE(state.currentTask()->holder, QString());
    QCOMPARE(state.currentTask()->claimedAt, 0);
    QCOMPARE(say(m_write->claim(m_world->supervisor, stream)), u"applied"_s);
    QCOMPARE(m_world->state(stream).currentTask()->holderName, u"吴领导"_s);
}

void TestTasks::release_byAnother_isRefused()
{
    const QString stream = m_write->inReview();
    QCOMPARE(say(m_write->release(m_world->supervisor, stream)), u"refused casework.not-holder"_s);
}

void TestTasks::release_ofReturnedCase_isRefused()
{
    const QString stream = m_write->inReview();
    QCOMPARE(say(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请补充说明。"_s)), u"applied"_s);
    QCOMPARE(say(m_write->release(m_world->clerk, stream)), u"refused casework.wrong-step"_s);
}

void TestTasks::step_withoutHolding_isRefused_data()
{
    QTest::addColumn<QString>("type");
    for (const auto* type :
        {"ApproveTask", "ReturnTask", "RefuseCase", "RequestSupplement", "DispatchCase", "Resubmit"})
        QTest::addRow("%s", type) << QString::fromLatin1(type);
}

void TestTasks::step_withoutHolding_isRefused()
{
    QFETCH(QString, type);
    const QString stream = m_write->inReview();
    const QJsonObject body{{u"opinion"_s, u"同意"_s}, {u"to"_s, u"accept"_s}, {u"department"_s, u"科室"_s}};
    QCOMPARE(say(m_write->onTask(m_world->supervisor, stream, type, body)), u"refused casework.not-holder"_s);
    const QString free = m_write->openedFreeIntake(); // nobody holds it at all
    QCOMPARE(say(m_write->onTask(m_world->dispatcher, free, type, body)), u"refused casework.not-holder"_s);
    auto stale = body;
    stale.insert(u"task"_s, u"dispatch-1"_s);
    QCOMPARE(say(m_write->make(m_world->reviewer, stream, type, stale)), u"refused casework.task"_s);
}

void TestTasks::step_ofAnotherKind_isRefused_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("type");
    for (const auto* type : {"DispatchCase", "Resubmit"})
        QTest::addRow("%s in review", type) << u"review"_s << QString::fromLatin1(type);
    for (const auto* type : {"ApproveTask", "RefuseCase", "RequestSupplement", "Resubmit"})
        QTest::addRow("%s in dispatch", type) << u"dispatch"_s << QString::fromLatin1(type);
    for (const auto* type : {"ApproveTask", "RefuseCase", "RequestSupplement", "DispatchCase", "ReturnTask"})
        QTest::addRow("%s at the window", type) << u"accept"_s << QString::fromLatin1(type);
}

void TestTasks::step_ofAnotherKind_isRefused()
{
    QFETCH(QString, step);
    QFETCH(QString, type);
    const QJsonObject body{{u"opinion"_s, u"同意"_s}, {u"to"_s, u"accept"_s}, {u"department"_s, u"科室"_s}};
    QString stream = step == "dispatch"_L1 ? m_write->openedFreeIntake() : m_write->inReview();
    test::Actor holder = m_world->reviewer;
    if (step == "dispatch"_L1) {
        holder = m_world->dispatcher;
        QCOMPARE(say(m_write->claim(holder, stream)), u"applied"_s);
    } else if (step == "accept"_L1) {
        holder = m_world->clerk;
        QCOMPARE(say(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请补充说明。"_s)), u"applied"_s);
    }
    QCOMPARE(m_world->state(stream).currentTask()->step, step);
    QCOMPARE(say(m_write->onTask(holder, stream, type, body)), u"refused casework.wrong-step"_s);
}

void TestTasks::step_withoutWords_isRefused_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("code");
    QTest::newRow("return without opinion") << u"ReturnTask"_s << u"casework.opinion"_s;
    QTest::newRow("refuse without opinion") << u"RefuseCase"_s << u"casework.opinion"_s;
    QTest::newRow("supplement without opinion") << u"RequestSupplement"_s << u"casework.opinion"_s;
    QTest::newRow("void without reason") << u"VoidCase"_s << u"casework.reason"_s;
    QTest::newRow("empty remark") << u"AddRemark"_s << u"casework.reason"_s;
    QTest::newRow("dispatch without department") << u"DispatchCase"_s << u"casework.department"_s;
}

void TestTasks::step_withoutWords_isRefused()
{
    QFETCH(QString, type);
    QFETCH(QString, code);
    const bool dispatching = type == "DispatchCase"_L1;
    const QString stream = dispatching ? m_write->openedFreeIntake() : m_write->inReview();
    if (dispatching)
        QCOMPARE(say(m_write->claim(m_world->dispatcher, stream)), u"applied"_s);
    const auto& actor = dispatching ? m_world->dispatcher : m_world->reviewer;
    const QString blank = u" \n"_s;
    const QJsonObject body{{u"opinion"_s, blank}, {u"to"_s, u"accept"_s}, {u"department"_s, blank},
        {u"reason"_s, blank}, {u"text"_s, blank}};
    QCOMPARE(say(m_write->onTask(actor, stream, type, body)), u"refused "_s + code);
}

void TestTasks::step_returnTarget_mustBeInTheFlow_data()
{
    QTest::addColumn<QString>("to");
    QTest::newRow("nowhere") << QString();
    QTest::newRow("an unknown step") << u"moon"_s;
    QTest::newRow("the same step") << u"review"_s;
    QTest::newRow("the end") << u"finish"_s;
}

void TestTasks::step_returnTarget_mustBeInTheFlow()
{
    QFETCH(QString, to);
    const QString stream = m_write->inReview();
    QCOMPARE(
        say(m_write->sendBack(m_world->reviewer, stream, to, u"请补充说明。"_s)), u"refused casework.wrong-step"_s);
}

void TestTasks::step_fromStaleView_isConflict()
{
    const QString stream = m_write->inReview();
    const auto approving = m_write->approve(m_world->reviewer, stream);
    QCOMPARE(say(m_write->remark(m_world->supervisor, stream, u"请注意附件二。"_s)), u"applied"_s);
    QCOMPARE(say(approving), u"conflict journal.changed"_s);
    QCOMPARE(m_world->state(stream).phase, Phase::InProgress);
    QCOMPARE(say(m_write->approve(m_world->reviewer, stream)), u"applied"_s);
}

// The window prints its receipt while the reviewer reads: nothing that anybody decides on has changed.
void TestTasks::step_afterAPrint_isNoConflict()
{
    const QString stream = m_write->inReview();
    const auto approving = m_write->approve(m_world->reviewer, stream);
    const auto print = [&](bool isCopy) {
        return m_write->make(m_world->clerk, stream, u"RecordPrint"_s,
            {{u"paper"_s, u"intake-receipt"_s}, {u"name"_s, u"收件回执"_s}, {u"copy"_s, isCopy}});
    };
    QVERIFY(!m_world->state(stream).wasPrinted(u"intake-receipt"_s));
    QCOMPARE(say(print(false)), u"applied"_s);
    QCOMPARE(say(approving), u"applied"_s);
    QCOMPARE(say(print(true)), u"applied"_s); // also of a closed case
    const auto state = m_world->state(stream);
    QVERIFY(state.wasPrinted(u"intake-receipt"_s));
    QVERIFY(!state.wasPrinted(u"intake-receipt"_s, state.prints.last().at + 1));
    QCOMPARE(state.prints.size(), 2);
    QVERIFY(!state.prints.first().isCopy && state.prints.last().isCopy);
    QCOMPARE(state.prints.first().byName, u"赵窗口"_s);
    QCOMPARE(say(m_write->make(m_world->outsider, stream, u"RecordPrint"_s, {{u"paper"_s, u"x"_s}})),
        u"refused casework.right"_s);
    QCOMPARE(say(m_write->make(m_world->clerk, stream, u"RecordPrint"_s)), u"refused casework.papers"_s);
}

void TestTasks::closedCase_everyCommandButAdditions_isRefused_data()
{
    QTest::addColumn<QString>("type");
    for (const auto* type : {"EditFields", "SetAccount", "SettleConflict", "RemoveMaterial", "ClaimTask", "ReleaseTask",
             "DispatchCase", "ApproveTask", "ReturnTask", "RefuseCase", "RequestSupplement", "Resubmit", "VoidCase",
             "ConfirmTime", "RefuseAcceptance", "SetParty", "HandOver", "TransferTask", "ReleaseDuplicate"})
        QTest::addRow("%s", type) << QString::fromLatin1(type);
}

void TestTasks::closedCase_everyCommandButAdditions_isRefused()
{
    QFETCH(QString, type);
    const QString stream = m_write->completed();
    QCOMPARE(say(m_write->make(m_world->supervisor, stream, type, {{u"task"_s, u"review-1"_s}})),
        u"refused casework.closed"_s);
}

void TestTasks::uncertainTime_untilConfirmed_blocksTheDecision()
{
    auto& world = *m_world;
    auto opening = m_write->openFreeIntake(world.clerk);
    opening.times.uncertain = true;
    const QString stream = opening.stream;
    QCOMPARE(say(opening), u"applied"_s);
    QCOMPARE(say(m_write->claim(world.dispatcher, stream)), u"applied"_s);
    QCOMPARE(say(m_write->dispatch(world.dispatcher, stream, u"养老保险科"_s)), u"applied"_s);
    QCOMPARE(say(m_write->claim(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->approve(world.reviewer, stream)), u"refused casework.time-uncertain"_s);
    QCOMPARE(say(m_write->refuse(world.reviewer, stream, u"不予受理。"_s)), u"refused casework.time-uncertain"_s);
    QCOMPARE(say(m_write->confirmTime(world.reviewer, stream)), u"refused casework.right"_s);
    QCOMPARE(say(m_write->confirmTime(world.supervisor, stream)), u"applied"_s);
    QVERIFY(!world.state(stream).uncertain);
    QVERIFY(!world.row(stream).uncertain);
    const qint64 version = world.version(stream);
    QCOMPARE(say(m_write->confirmTime(world.supervisor, stream)), u"applied"_s); // nothing left to confirm
    QCOMPARE(world.version(stream), version);
    QCOMPARE(say(m_write->approve(world.reviewer, stream)), u"applied"_s);
}

void TestTasks::unknownCase_anyCommand_isRefused()
{
    const QString nowhere = m_world->ids.next();
    QCOMPARE(say(m_write->claim(m_world->reviewer, nowhere)), u"refused casework.unknown"_s);
    QCOMPARE(say(m_write->remark(m_world->reviewer, nowhere, u"在吗？"_s)), u"refused casework.unknown"_s);
    QCOMPARE(m_world->version(nowhere), 0);
}

void TestTasks::unknownCommand_isRefused()
{
    const QString stream = m_write->openedFreeIntake();
    QCOMPARE(say(m_write->make(m_world->supervisor, stream, u"BurnCase"_s)), u"refused casework.command"_s);
}

QTEST_GUILESS_MAIN(TestTasks)
#include "test_tasks.moc"
