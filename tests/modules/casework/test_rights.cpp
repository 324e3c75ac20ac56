#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Who may do what: posts, areas, items, times, and never checking one's own work.
class TestRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void neverHeld_right_isRefusedByName_data();
    void neverHeld_right_isRefusedByName();
    void otherArea_right_doesNotCount();
    void otherItem_right_doesNotCount();
    void withdrawn_right_isHeldForASupervisor();
    void withdrawn_afterTheAct_staysValid();
    void withdrawn_whileHoldingATask_isHeld();
    void grantedAgain_right_counts();
    void maker_neverClaimsTheCheck();
    void maker_mayDispatchOwnCase();
    void maker_whoEditedWhileHolding_cannotDecide_data();
    void maker_whoEditedWhileHolding_cannotDecide();
    void void_byOthersThanASupervisor_isRefused();
    void void_byTheMaker_isRefused();
    void foreignAccount_inCommand_isRefused();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestRights::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestRights::neverHeld_right_isRefusedByName_data()
{
    QTest::addColumn<QString>("act");
    QTest::addColumn<QString>("right");
    QTest::newRow("reviewer opens") << u"open"_s << u"case.open"_s;
    QTest::newRow("clerk claims dispatch") << u"claim"_s << u"case.dispatch"_s;
    QTest::newRow("reviewer edits without holding") << u"edit"_s << u"case.open"_s;
    QTest::newRow("reviewer adds a material without holding") << u"material"_s << u"case.open"_s;
    QTest::newRow("reviewer voids") << u"void"_s << u"case.supervise"_s;
    QTest::newRow("clerk confirms the time") << u"confirm"_s << u"case.supervise"_s;
    QTest::newRow("outsider remarks") << u"remark"_s << u"case.search"_s;
}

void TestRights::neverHeld_right_isRefusedByName()
{
    QFETCH(QString, act);
    QFETCH(QString, right);
    auto& world = *m_world;
    const QString stream = m_write->openedFreeIntake();
    const QHash<QString, journal::Command> acts{
        {u"open"_s, m_write->openFreeIntake(world.reviewer)},
        {u"claim"_s, m_write->claim(world.secondClerk, stream)},
        {u"edit"_s, m_write->edit(world.reviewer, stream, u"phone"_s, {}, u"13900000009"_s)},
        {u"material"_s, m_write->setMaterial(world.reviewer, stream, m_write->material(u"m"_s, u"证明"_s, "p"))},
        {u"void"_s, m_write->voidCase(world.reviewer, stream, u"误收"_s)},
        {u"confirm"_s, m_write->confirmTime(world.secondClerk, stream)},
        {u"remark"_s, m_write->remark(world.outsider, stream, u"路过"_s)},
    };
    const auto answer = world.send(acts.value(act));
    QVERIFY(answer && answer->reason);
    QCOMPARE(answer->verdict, journal::Verdict::Refused);
    QCOMPARE(answer->reason->code, u"casework.right"_s);
    QCOMPARE(answer->reason->fields.value("right"_L1).toString(), right);
}

void TestRights::otherArea_right_doesNotCount()
{
    auto& world = *m_world;
    const QString stream = m_write->inReview();
    QCOMPARE(say(m_write->release(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->claim(world.outsider, stream)), u"refused casework.right"_s);
    QVERIFY(world.grant(world.outsider, u"reviewer"_s, u"2106"_s)); // the city covers its districts
    QCOMPARE(say(m_write->claim(world.outsider, stream)), u"applied"_s);
    auto elsewhere = m_write->openFreeIntake(world.clerk);
    elsewhere.body.insert(u"area"_s, u"210682"_s);
    elsewhere.body.insert(u"number"_s, u"2106822026112000001"_s);
    QCOMPARE(say(elsewhere), u"refused casework.right"_s);
}

void TestRights::otherItem_right_doesNotCount()
{
    auto& world = *m_world;
    QVERIFY(world.withdraw(world.dispatcher, u"dispatcher"_s));
    world.clock.advance(1000);
    QVERIFY(world.grant(world.dispatcher, u"reviewer"_s, u"210603"_s, {u"sample-matter"_s}));
    const QString intake = m_write->inReview();
    QCOMPARE(intake, QString()); // nobody dispatched it
    const QString free = m_write->openedFreeIntake();
    QCOMPARE(say(m_write->claim(world.supervisor, free)), u"applied"_s);
    QCOMPARE(say(m_write->dispatch(world.supervisor, free, u"养老保险科"_s)), u"applied"_s);
    QCOMPARE(say(m_write->claim(world.dispatcher, free)), u"refused casework.right"_s);
    QCOMPARE(say(m_write->claim(world.dispatcher, m_write->openedMatter())), u"applied"_s);
}

void TestRights::withdrawn_right_isHeldForASupervisor()
{
    auto& world = *m_world;
    const QString stream = m_write->openedFreeIntake();
    QVERIFY(world.withdraw(world.dispatcher, u"dispatcher"_s));
    const auto late = m_write->claim(world.dispatcher, stream);
    const QString before = world.dumpJournal() + world.dumpProjections();
    QCOMPARE(say(late), u"held casework.right-withdrawn"_s);
    QCOMPARE(world.dumpJournal() + world.dumpProjections(), before);
    QCOMPARE(world.send(late)->recorded, journal::Verdict::Held);
}

void TestRights::withdrawn_afterTheAct_staysValid()
{
    auto& world = *m_world;
    const auto offline = m_write->openFreeIntake(world.clerk); // made while the right was held
    world.clock.advance(3600 * 1000);
    QVERIFY(world.withdraw(world.clerk, u"window-clerk"_s));
    world.clock.advance(3600 * 1000);
    QCOMPARE(say(offline), u"applied"_s);
    QCOMPARE(say(m_write->openFreeIntake(world.clerk)), u"held casework.right-withdrawn"_s);
}

void TestRights::withdrawn_whileHoldingATask_isHeld()
{
    auto& world = *m_world;
    const QString stream = m_write->inReview();
    QVERIFY(world.withdraw(world.reviewer, u"reviewer"_s));
    world.clock.advance(1000);
    QCOMPARE(say(m_write->approve(world.reviewer, stream)), u"held casework.right-withdrawn"_s);
    QCOMPARE(world.state(stream).phase, Phase::InProgress);
    QCOMPARE(say(m_write->release(world.reviewer, stream)), u"applied"_s); // giving back needs no right
    QCOMPARE(say(m_write->claim(world.supervisor, stream)), u"applied"_s);
}

void TestRights::grantedAgain_right_counts()
{
    auto& world = *m_world;
    const QString stream = m_write->openedFreeIntake();
    QVERIFY(world.withdraw(world.dispatcher, u"dispatcher"_s));
    world.clock.advance(1000);
    QVERIFY(world.grant(world.dispatcher, u"dispatcher"_s, u"210603"_s));
    QCOMPARE(say(m_write->claim(world.dispatcher, stream)), u"applied"_s);
}

void TestRights::maker_neverClaimsTheCheck()
{
    auto& world = *m_world;
    const auto opening = m_write->openFreeIntake(world.jack);
    QCOMPARE(say(opening), u"applied"_s);
    QCOMPARE(say(m_write->claim(world.jack, opening.stream)), u"applied"_s);
    QCOMPARE(say(m_write->dispatch(world.jack, opening.stream, u"就业科"_s)), u"applied"_s);
    QCOMPARE(say(m_write->claim(world.jack, opening.stream)), u"refused casework.maker-checks"_s);
    QCOMPARE(say(m_write->claim(world.reviewer, opening.stream)), u"applied"_s);
}

void TestRights::maker_mayDispatchOwnCase()
{
    auto& world = *m_world;
    const auto opening = m_write->openFreeIntake(world.jack);
    QCOMPARE(say(opening), u"applied"_s);
    QCOMPARE(say(m_write->claim(world.jack, opening.stream)), u"applied"_s);
    QCOMPARE(say(m_write->dispatch(world.jack, opening.stream, u"就业科"_s)), u"applied"_s);
}

void TestRights::maker_whoEditedWhileHolding_cannotDecide_data()
{
    QTest::addColumn<QString>("deed");
    QTest::newRow("changed a field") << u"edit"_s;
    QTest::newRow("added a material") << u"material"_s;
    QTest::newRow("wrote a value that conflicts") << u"conflict"_s;
}

void TestRights::maker_whoEditedWhileHolding_cannotDecide()
{
    QFETCH(QString, deed);
    auto& world = *m_world;
    const QString stream = m_write->inReview();
    if (deed == "edit"_L1) {
        QCOMPARE(
            say(m_write->edit(world.reviewer, stream, u"phone"_s, u"13900000001"_s, u"13900000003"_s)), u"applied"_s);
    } else if (deed == "material"_L1) {
        QCOMPARE(
            say(m_write->setMaterial(world.reviewer, stream, m_write->material(u"m"_s, u"证明"_s, "p"))), u"applied"_s);
    } else {
        QCOMPARE(
            say(m_write->edit(world.reviewer, stream, u"phone"_s, u"13900000007"_s, u"13900000003"_s)), u"applied"_s);
        const auto conflicts = world.state(stream).conflicts;
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(
            say(m_write->settle(world.supervisor, stream, conflicts.constFirst().id, u"13900000003"_s)), u"applied"_s);
    }
    QCOMPARE(say(m_write->approve(world.reviewer, stream)), u"refused casework.maker-checks"_s);
    QCOMPARE(say(m_write->refuse(world.reviewer, stream, u"不同意"_s)), u"refused casework.maker-checks"_s);
    QCOMPARE(
        say(m_write->sendBack(world.reviewer, stream, u"accept"_s, u"请核对。"_s)), u"applied"_s); // not a final word
}

void TestRights::void_byOthersThanASupervisor_isRefused()
{
    auto& world = *m_world;
    const QString stream = m_write->openedFreeIntake();
    for (const auto& actor : {world.clerk, world.dispatcher, world.reviewer})
        QCOMPARE(say(m_write->voidCase(actor, stream, u"误收"_s)), u"refused casework.right"_s);
    QCOMPARE(say(m_write->voidCase(world.supervisor, stream, u"误收"_s)), u"applied"_s);
}

void TestRights::void_byTheMaker_isRefused()
{
    auto& world = *m_world;
    const auto opening = m_write->openFreeIntake(world.jack); // also a supervisor
    QCOMPARE(say(opening), u"applied"_s);
    QCOMPARE(say(m_write->voidCase(world.jack, opening.stream, u"误收"_s)), u"refused casework.maker-checks"_s);
    QCOMPARE(say(m_write->voidCase(world.jack, m_write->openedFreeIntake(), u"误收"_s)), u"applied"_s);
}

void TestRights::foreignAccount_inCommand_isRefused()
{
    const QString stream = m_write->openedFreeIntake();
    const auto forged = m_write->claim(m_world->dispatcher, stream);
    const auto answers =
        m_world->gate->submit(*m_world->connection, {forged.toJson()}, m_world->clerk.id, m_world->dispatcher.device);
    QVERIFY(answers);
    QCOMPARE(answers->constFirst().reason->code, u"journal.foreign-actor"_s);
}

QTEST_GUILESS_MAIN(TestRights)
#include "test_rights.moc"
