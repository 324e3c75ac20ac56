#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/casework/CaseDecision.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Work passes from one person to another: handed over, transferred, grabbed; never to whoever would check himself.
class TestHanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void handOver_toAColleague_movesTheTask();
    void handOver_wrongly_isRefused_data();
    void handOver_wrongly_isRefused();
    void handOver_byWhoLostTheRight_isStillPossible();
    void handOver_toOneself_changesNothing();
    void handOver_onTheDesk_trustsTheHubAboutTheColleague();
    void check_neverGoesToAMaker_data();
    void check_neverGoesToAMaker();
    void dispatch_mayGoToAMaker();
    void transfer_bySupervisor_alsoOfAFreeTask();
    void transfer_byOthers_isRefused();
    void transfer_toOneself_isAGrab();
    void transfer_fromAStaleView_isConflict();
    void windowTask_toAnotherWindow_keepsTheOpener();
    void claimedAgain_task_forgetsWhoGaveIt();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    void act(const journal::Command& command) { QCOMPARE(say(command), u"applied"_s); }

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestHanding::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestHanding::handOver_toAColleague_movesTheTask()
{
    const QString stream = m_write->inReview();
    act(m_write->handOver(m_world->reviewer, stream, m_world->supervisor));
    const auto state = m_world->state(stream);
    QCOMPARE(state.currentTask()->holder, m_world->supervisor.id);
    QCOMPARE(state.currentTask()->holderName, u"吴领导"_s);
    QCOMPARE(state.currentTask()->givenBy, u"李审核"_s);
    QCOMPARE(state.currentTask()->givenReason, u"下午外出"_s);
    QCOMPARE(m_world->events(stream).constLast().type, u"TaskTransferred"_s);
    QVERIFY(m_world->receives(m_world->supervisor, stream));
    QVERIFY(!m_world->receives(m_world->reviewer, stream));
    QCOMPARE(say(m_write->approve(m_world->reviewer, stream)), u"refused casework.not-holder"_s);
    act(m_write->approve(m_world->supervisor, stream));
}

void TestHanding::handOver_wrongly_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("to nobody") << u"to"_s << QString() << u"casework.colleague"_s;
    QTest::newRow("to an account that is not there") << u"to"_s << u"nobody"_s << u"casework.colleague-right"_s;
    QTest::newRow("to somebody without the right") << u"to"_s << u"clerk"_s << u"casework.colleague-right"_s;
    QTest::newRow("to a reviewer of another district") << u"to"_s << u"outsider"_s << u"casework.colleague-right"_s;
    QTest::newRow("without reason") << u"reason"_s << u" "_s << u"casework.reason"_s;
    QTest::newRow("of another task") << u"task"_s << u"review-7"_s << u"casework.task"_s;
}

void TestHanding::handOver_wrongly_isRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, code);
    const QHash<QString, QString> accounts{{u"clerk"_s, m_world->clerk.id}, {u"outsider"_s, m_world->outsider.id}};
    const QString stream = m_write->inReview();
    for (const bool isTransfer : {false, true}) {
        auto command = isTransfer ? m_write->transfer(m_world->supervisor, stream, m_world->jack)
                                  : m_write->handOver(m_world->reviewer, stream, m_world->supervisor);
        command.body.insert(name, accounts.value(value, value));
        QCOMPARE(say(command), u"refused "_s + code);
    }
    QCOMPARE(say(m_write->handOver(m_world->supervisor, stream, m_world->jack)), u"refused casework.not-holder"_s);
    QCOMPARE(m_world->state(stream).currentTask()->holder, m_world->reviewer.id);
}

void TestHanding::handOver_byWhoLostTheRight_isStillPossible()
{
    const QString stream = m_write->inReview();
    QVERIFY(m_world->withdraw(m_world->reviewer, u"reviewer"_s));
    m_world->clock.advance(1000);
    act(m_write->handOver(m_world->reviewer, stream, m_world->supervisor));
}

void TestHanding::handOver_toOneself_changesNothing()
{
    const QString stream = m_write->inReview();
    const qint64 version = m_world->version(stream);
    act(m_write->handOver(m_world->reviewer, stream, m_world->reviewer));
    QCOMPARE(m_world->version(stream), version);
}

void TestHanding::handOver_onTheDesk_trustsTheHubAboutTheColleague()
{
    const QString stream = m_write->inReview();
    const auto state = m_world->state(stream);
    const auto command = m_write->handOver(m_world->reviewer, stream, m_world->dispatcher); // may not review
    auto facts = m_world->deskFacts(state, command);
    QCOMPARE(decide(state, command, facts).reason.code, u"casework.colleague-right"_s);
    facts.targetGrants.reset();
    facts.targetName.clear();
    const auto toMaker = m_write->handOver(m_world->reviewer, stream, m_world->clerk); // this the case itself tells
    QCOMPARE(decide(state, toMaker, facts).reason.code, u"casework.colleague-maker"_s);
    const auto decision = decide(state, command, facts);
    QCOMPARE(decision.kind, journal::Decision::Kind::Accept);
    QCOMPARE(decision.events.constFirst().body.value("holderName"_L1).toString(), u"孙分发"_s);
}

void TestHanding::check_neverGoesToAMaker_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("handed over") << u"hand"_s;
    QTest::newRow("transferred") << u"transfer"_s;
    QTest::newRow("grabbed") << u"grab"_s;
}

void TestHanding::check_neverGoesToAMaker()
{
    QFETCH(QString, way);
    const QString stream = m_write->inReview();
    act(m_write->setMaterial(m_world->jack, stream, m_write->material(u"m"_s, u"证明"_s, "p"))); // jack may do all
    const auto command = way == "hand"_L1       ? m_write->handOver(m_world->reviewer, stream, m_world->jack)
                         : way == "transfer"_L1 ? m_write->transfer(m_world->supervisor, stream, m_world->jack)
                                                : m_write->transfer(m_world->jack, stream, m_world->jack);
    QCOMPARE(
        say(command), way == "grab"_L1 ? u"refused casework.maker-checks"_s : u"refused casework.colleague-maker"_s);
    act(m_write->transfer(m_world->jack, stream, m_world->supervisor)); // giving it to others is no check
}

void TestHanding::dispatch_mayGoToAMaker()
{
    const auto opening = m_write->openFreeIntake(m_world->jack);
    act(opening);
    act(m_write->claim(m_world->dispatcher, opening.stream));
    act(m_write->handOver(m_world->dispatcher, opening.stream, m_world->jack));
    act(m_write->dispatch(m_world->jack, opening.stream, u"就业科"_s));
}

void TestHanding::transfer_bySupervisor_alsoOfAFreeTask()
{
    const QString stream = m_write->openedFreeIntake(); // nobody holds the dispatching
    act(m_write->transfer(m_world->supervisor, stream, m_world->dispatcher));
    QCOMPARE(m_world->state(stream).currentTask()->state, TaskState::Claimed);
    QCOMPARE(m_world->state(stream).currentTask()->holder, m_world->dispatcher.id);
    QVERIFY(m_world->receives(m_world->dispatcher, stream));
    act(m_write->transfer(m_world->supervisor, stream, m_world->jack));
    QVERIFY(!m_world->receives(m_world->dispatcher, stream));
    act(m_write->dispatch(m_world->jack, stream, u"就业科"_s));
}

void TestHanding::transfer_byOthers_isRefused()
{
    const QString stream = m_write->inReview();
    for (const auto& actor : {m_world->clerk, m_world->reviewer, m_world->dispatcher})
        QCOMPARE(say(m_write->transfer(actor, stream, m_world->supervisor)), u"refused casework.right"_s);
}

void TestHanding::transfer_toOneself_isAGrab()
{
    const QString stream = m_write->inReview();
    act(m_write->transfer(m_world->supervisor, stream, m_world->supervisor));
    QCOMPARE(m_world->state(stream).currentTask()->holder, m_world->supervisor.id);
    act(m_write->approve(m_world->supervisor, stream));
    const QString returned = m_write->inReview(); // a window's work, for which a supervisor has no right
    act(m_write->sendBack(m_world->reviewer, returned, u"accept"_s, u"请核对。"_s));
    QCOMPARE(say(m_write->transfer(m_world->supervisor, returned, m_world->supervisor)), u"refused casework.right"_s);
}

void TestHanding::transfer_fromAStaleView_isConflict()
{
    const QString stream = m_write->inReview();
    const auto late = m_write->transfer(m_world->supervisor, stream, m_world->jack);
    act(m_write->handOver(m_world->reviewer, stream, m_world->supervisor));
    QCOMPARE(say(late), u"conflict journal.changed"_s);
}

void TestHanding::windowTask_toAnotherWindow_keepsTheOpener()
{
    const QString stream = m_write->inReview();
    act(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请核对。"_s));
    act(m_write->transfer(m_world->supervisor, stream, m_world->secondClerk));
    QVERIFY(m_world->receives(m_world->clerk, stream));
    QVERIFY(m_world->receives(m_world->secondClerk, stream));
    QCOMPARE(m_world->state(stream).openedBy, m_world->clerk.id);
    act(m_write->resubmit(m_world->secondClerk, stream));
    QVERIFY(!m_world->receives(m_world->secondClerk, stream));
}

void TestHanding::claimedAgain_task_forgetsWhoGaveIt()
{
    const QString stream = m_write->inReview();
    act(m_write->handOver(m_world->reviewer, stream, m_world->supervisor));
    act(m_write->release(m_world->supervisor, stream));
    QCOMPARE(m_world->state(stream).currentTask()->givenBy, QString());
    act(m_write->claim(m_world->reviewer, stream));
    QCOMPARE(m_world->state(stream).currentTask()->givenReason, QString());
}

QTEST_GUILESS_MAIN(TestHanding)
#include "test_handing.moc"
