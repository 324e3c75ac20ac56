#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Whole lives of cases, from the first paper to the end.
class TestLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void freeIntake_fromWindowToEnd_isCompleted();
    void freeIntake_everyStep_showsInCaseAndRow();
    void matter_twoChecks_isCompletedByTheSecond();
    void matter_approverSendsBackToReview_goesRoundAgain();
    void returned_toWindow_isHeldByItsClerkAndGoesOnAfterwards();
    void returned_toDispatch_isOpenForAnyDispatcher();
    void refused_case_isClosedWithItsReason();
    void supplement_requested_waitsForTheWindow();
    void voided_case_isClosedAndItsTaskCancelled();
    void deadlines_ofCaseAndSteps_countWorkingDays();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestLife::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestLife::freeIntake_fromWindowToEnd_isCompleted()
{
    auto& world = *m_world;
    const auto opening = m_write->openFreeIntake(world.clerk);
    const QString stream = opening.stream;
    QCOMPARE(say(opening), u"applied"_s);
    QCOMPARE(say(m_write->claim(world.dispatcher, stream)), u"applied"_s);
    QCOMPARE(say(m_write->dispatch(world.dispatcher, stream, u"养老保险科"_s)), u"applied"_s);
    QCOMPARE(say(m_write->claim(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->approve(world.reviewer, stream, u"材料齐全，同意补发。"_s)), u"applied"_s);

    const auto state = world.state(stream);
    QCOMPARE(state.phase, Phase::Completed);
    QCOMPARE(state.closedAt, world.clock.nowMs());
    QVERIFY(!state.currentTask());
    QCOMPARE(state.tasks.size(), 2);
    QCOMPARE(state.tasks.at(0).id, u"dispatch-1"_s);
    QCOMPARE(state.tasks.at(0).outcome, u"dispatched"_s);
    QCOMPARE(state.tasks.at(0).to, u"养老保险科"_s);
    QCOMPARE(state.tasks.at(0).holderName, u"孙分发"_s);
    QCOMPARE(state.tasks.at(1).id, u"review-1"_s);
    QCOMPARE(state.tasks.at(1).outcome, u"approved"_s);
    QCOMPARE(state.tasks.at(1).opinion, u"材料齐全，同意补发。"_s);
    QCOMPARE(state.applicantName(), u"张𠮷秀"_s);
    QCOMPARE(state.number, opening.body.value("number"_L1).toString());
    QCOMPARE(state.queryCode, u"7K2M9Q"_s);
    QCOMPARE(state.openedByName, u"赵窗口"_s);
}

void TestLife::freeIntake_everyStep_showsInCaseAndRow()
{
    auto& world = *m_world;
    const QString stream = m_write->openedFreeIntake();
    const auto picture = [&] {
        const auto row = world.row(stream);
        return u"%1 %2 %3"_s.arg(
            row.phase, row.step.isEmpty() ? u"-"_s : row.step, row.outcome.isEmpty() ? u"-"_s : row.outcome);
    };
    QCOMPARE(picture(), u"in-progress dispatch -"_s);
    QCOMPARE(world.state(stream).currentTask()->state, TaskState::Open);
    QCOMPARE(say(m_write->claim(world.dispatcher, stream)), u"applied"_s);
    QCOMPARE(world.state(stream).currentTask()->state, TaskState::Claimed);
    QCOMPARE(world.state(stream).currentTask()->claimedAt, world.clock.nowMs());
    QCOMPARE(say(m_write->dispatch(world.dispatcher, stream, u"养老保险科"_s)), u"applied"_s);
    QCOMPARE(picture(), u"in-progress review dispatched"_s);
    QCOMPARE(say(m_write->claim(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->approve(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(picture(), u"completed - approved"_s);
}

void TestLife::matter_twoChecks_isCompletedByTheSecond()
{
    auto& world = *m_world;
    const QString stream = m_write->openedMatter();
    QCOMPARE(world.state(stream).currentTask()->id, u"review-1"_s);
    QCOMPARE(say(m_write->claim(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->approve(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(world.state(stream).phase, Phase::InProgress);
    QCOMPARE(world.state(stream).currentTask()->id, u"approve-1"_s);
    QCOMPARE(say(m_write->claim(world.approver, stream)), u"applied"_s);
    QCOMPARE(say(m_write->approve(world.approver, stream)), u"applied"_s);
    QCOMPARE(world.state(stream).phase, Phase::Completed);
    QCOMPARE(world.state(stream).scenario, u"first"_s);
}

void TestLife::matter_approverSendsBackToReview_goesRoundAgain()
{
    auto& world = *m_world;
    const QString stream = m_write->openedMatter();
    QCOMPARE(say(m_write->claim(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->approve(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->claim(world.approver, stream)), u"applied"_s);
    QCOMPARE(say(m_write->sendBack(world.approver, stream, u"review"_s, u"请核对缴费年限。"_s)), u"applied"_s);
    const auto state = world.state(stream);
    QCOMPARE(state.currentTask()->id, u"review-2"_s);
    QCOMPARE(state.currentTask()->holder, QString());
    QCOMPARE(state.task(u"approve-1"_s)->outcome, u"returned"_s);
    QCOMPARE(say(m_write->claim(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->approve(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(world.state(stream).currentTask()->id, u"approve-2"_s);
}

void TestLife::returned_toWindow_isHeldByItsClerkAndGoesOnAfterwards()
{
    auto& world = *m_world;
    const QString stream = m_write->inReview();
    QCOMPARE(say(m_write->sendBack(world.reviewer, stream, u"accept"_s, u"联系电话打不通。"_s)), u"applied"_s);
    auto state = world.state(stream);
    QCOMPARE(state.currentTask()->id, u"accept-1"_s);
    QCOMPARE(state.currentTask()->holder, world.clerk.id);
    QCOMPARE(state.currentTask()->holderName, world.clerk.name);
    QCOMPARE(state.currentTask()->state, TaskState::Claimed);
    QCOMPARE(state.task(u"review-1"_s)->to, u"accept"_s);

    QCOMPARE(say(m_write->edit(world.clerk, stream, u"phone"_s, u"13900000001"_s, u"13900000002"_s)), u"applied"_s);
    QCOMPARE(say(m_write->resubmit(world.clerk, stream)), u"applied"_s);
    state = world.state(stream);
    QCOMPARE(state.task(u"accept-1"_s)->outcome, u"resubmitted"_s);
    QCOMPARE(state.currentTask()->id, u"dispatch-2"_s);
    QCOMPARE(state.values.value("phone"_L1).toString(), u"13900000002"_s);
    QCOMPARE(say(m_write->claim(world.dispatcher, stream)), u"applied"_s);
    QCOMPARE(say(m_write->dispatch(world.dispatcher, stream, u"养老保险科"_s)), u"applied"_s);
    QCOMPARE(world.state(stream).currentTask()->id, u"review-2"_s);
}

void TestLife::returned_toDispatch_isOpenForAnyDispatcher()
{
    auto& world = *m_world;
    const QString stream = m_write->inReview();
    QCOMPARE(say(m_write->sendBack(world.reviewer, stream, u"dispatch"_s, u"应由工伤保险科办理。"_s)), u"applied"_s);
    const auto state = world.state(stream);
    QCOMPARE(state.currentTask()->id, u"dispatch-2"_s);
    QCOMPARE(state.currentTask()->state, TaskState::Open);
    QCOMPARE(say(m_write->claim(world.supervisor, stream)), u"applied"_s);
}

void TestLife::refused_case_isClosedWithItsReason()
{
    auto& world = *m_world;
    const QString stream = m_write->inReview();
    QCOMPARE(say(m_write->refuse(world.reviewer, stream, u"不属于本区职权范围。"_s)), u"applied"_s);
    const auto state = world.state(stream);
    QCOMPARE(state.phase, Phase::Refused);
    QCOMPARE(state.closingReason, u"不属于本区职权范围。"_s);
    QCOMPARE(state.tasks.constLast().outcome, u"refused"_s);
    QCOMPARE(world.row(stream).phase, u"refused"_s);
    QCOMPARE(say(m_write->claim(world.reviewer, stream)), u"refused casework.closed"_s);
}

void TestLife::supplement_requested_waitsForTheWindow()
{
    auto& world = *m_world;
    const QString stream = m_write->inReview();
    QCOMPARE(say(m_write->requestSupplement(world.reviewer, stream, u"请补交委托书。"_s)), u"applied"_s);
    auto state = world.state(stream);
    QCOMPARE(state.phase, Phase::Supplement);
    QCOMPARE(state.currentTask()->id, u"accept-1"_s);
    QCOMPARE(state.currentTask()->holder, world.clerk.id);
    QCOMPARE(world.row(stream).phase, u"supplement"_s);
    const auto events = world.events(stream);
    const auto asked = std::find_if(events.begin(), events.end(),
        [](const journal::Event& event) { return event.body.value("outcome"_L1).toString() == "supplement"_L1; });
    QVERIFY(asked != events.end());
    QCOMPARE(asked->body.value("deadline"_L1).toString(), u"2026-12-05"_s);
    QCOMPARE(asked->personal.value("missing"_L1).toArray().size(), 1);

    const auto paper = m_write->material(u"m-proxy"_s, u"委托书"_s, "proxy");
    QCOMPARE(say(m_write->setMaterial(world.clerk, stream, paper)), u"applied"_s);
    QCOMPARE(say(m_write->resubmit(world.clerk, stream)), u"applied"_s);
    state = world.state(stream);
    QCOMPARE(state.phase, Phase::InProgress);
    QCOMPARE(state.materials.size(), 1);
    QVERIFY(!state.materials.constFirst().late);
    QCOMPARE(world.row(stream).phase, u"in-progress"_s);
}

void TestLife::voided_case_isClosedAndItsTaskCancelled()
{
    auto& world = *m_world;
    const QString stream = m_write->inReview();
    QCOMPARE(say(m_write->voidCase(world.supervisor, stream, u"重复收件"_s)), u"applied"_s);
    const auto state = world.state(stream);
    QCOMPARE(state.phase, Phase::Voided);
    QCOMPARE(state.closingReason, u"重复收件"_s);
    QCOMPARE(state.tasks.constLast().state, TaskState::Cancelled);
    QCOMPARE(world.row(stream).phase, u"voided"_s);
    QCOMPARE(world.row(stream).step, QString());
}

void TestLife::deadlines_ofCaseAndSteps_countWorkingDays()
{
    auto& world = *m_world;
    QCOMPARE(legalDate(world.clock.nowMs()), QDate(2026, 11, 20)); // a Friday
    const QString stream = m_write->openedFreeIntake();
    QCOMPARE(world.state(stream).dueOn, u"2026-11-27"_s);
    QCOMPARE(world.state(stream).currentTask()->dueOn, u"2026-11-23"_s);
    QCOMPARE(world.row(stream).dueOn, u"2026-11-27"_s);
    QCOMPARE(say(m_write->claim(world.dispatcher, stream)), u"applied"_s);
    world.clock.advance(3LL * 24 * 3600 * 1000);
    QCOMPARE(say(m_write->dispatch(world.dispatcher, stream, u"养老保险科"_s)), u"applied"_s);
    QCOMPARE(world.state(stream).currentTask()->dueOn, u"2026-11-26"_s);
    QCOMPARE(world.state(stream).dueOn, u"2026-11-27"_s);
}

QTEST_GUILESS_MAIN(TestLife)
#include "test_life.moc"
