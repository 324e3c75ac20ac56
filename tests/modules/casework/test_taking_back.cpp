#include "HeldHall.h"

#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;

// Held work that its maker gives up, or does once more: it counts once, or not at all.
class TestTakingBack : public QObject, private test::HeldHall
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withdrawn_canNotBeAdmitted();
    void withdrawn_withWhatFollows_leavesTheList();
    void withdrawn_afterItWasAdmitted_changesNothing();
    void withdrawn_byAnybodyElse_isRefused();
    void doneAgain_standsInPlaceOfTheFirst();
    void doneAgain_afterTheFirstWasAdmitted_countsOnce();
    void doneAgain_hangingOnItself_leadsNowhere();
    void doneAgain_inPlaceOfAColleaguesWork_changesNothingOfIt();
};

void TestTakingBack::init()
{
    QVERIFY(openHall());
}

// Given up, corrected and submitted once more with another number: the first try must not come back.
void TestTakingBack::withdrawn_canNotBeAdmitted()
{
    const auto opening = heldOpening();
    auto again = m_write->openFreeIntake(m_world->clerk);
    again.stream = opening.stream;
    again.base = 0;
    QCOMPARE(m_world->say(again), u"held casework.right-withdrawn"_s);
    QCOMPARE(rule(m_world->clerk, u"WithdrawWork"_s, {opening}), u"applied"_s);
    QVERIFY(m_world->events(opening.stream).isEmpty());
    QCOMPARE(m_world->send(opening)->reason->code, u"casework.work-withdrawn"_s);
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {opening}), u"refused journal.not-held"_s);
    QCOMPARE(seenBy(m_world->supervisor).constFirst().ids(), QStringList{again.id});
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {again}), u"applied"_s);
    QCOMPARE(m_world->state(opening.stream).number, again.body.value("number"_L1).toString());
}

void TestTakingBack::withdrawn_withWhatFollows_leavesTheList()
{
    const auto opening = heldOpening();
    const auto remark = after(opening);
    m_world->say(remark);
    QCOMPARE(rule(m_world->clerk, u"WithdrawWork"_s, {opening, remark}), u"applied"_s);
    QVERIFY(seenBy(m_world->supervisor).isEmpty());
}

// The supervisor was faster: what counts goes on counting.
void TestTakingBack::withdrawn_afterItWasAdmitted_changesNothing()
{
    const auto opening = heldOpening();
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {opening}), u"applied"_s);
    QCOMPARE(rule(m_world->clerk, u"WithdrawWork"_s, {opening}), u"applied"_s);
    QVERIFY(m_world->state(opening.stream).exists());
    QCOMPARE(m_world->events(opening.stream).constLast().type, u"WorkAdmitted"_s);
    QVERIFY(!m_world->send(opening)->reason);
}

void TestTakingBack::withdrawn_byAnybodyElse_isRefused()
{
    const auto opening = heldOpening();
    for (const auto& who : {m_world->secondClerk, m_world->supervisor})
        QCOMPARE(rule(who, u"WithdrawWork"_s, {opening}), u"refused journal.not-held"_s);
    QCOMPARE(seenBy(m_world->supervisor).size(), 1);
}

void TestTakingBack::doneAgain_standsInPlaceOfTheFirst()
{
    const auto opening = heldOpening();
    auto again = opening;
    again.id = m_world->ids.next();
    again.instead = opening.id;
    QCOMPARE(m_world->say(again), u"held casework.right-withdrawn"_s);
    QCOMPARE(m_world->send(opening)->reason->code, u"journal.done-again"_s);
    QCOMPARE(seenBy(m_world->supervisor).constFirst().ids(), QStringList{again.id});
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {again}), u"applied"_s);
    QCOMPARE(m_world->events(opening.stream).constFirst().command, again.id);
}

void TestTakingBack::doneAgain_afterTheFirstWasAdmitted_countsOnce()
{
    const auto opening = heldOpening();
    const auto remark = after(opening);
    m_world->say(remark);
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {opening, remark}), u"applied"_s);
    const QString journal = m_world->dumpJournal();
    auto again = remark;
    again.id = m_world->ids.next();
    again.instead = remark.id;
    QCOMPARE(m_world->say(again), u"applied"_s);
    QCOMPARE(m_world->dumpJournal(), journal);
    QVERIFY(!m_world->send(again)->reason);
}

// What counts already is never asked for what it hangs on: it must not lead in a circle, and what hangs on it goes on.
void TestTakingBack::doneAgain_hangingOnItself_leadsNowhere()
{
    const auto opening = m_write->openFreeIntake(m_world->clerk);
    QCOMPARE(m_world->say(opening), u"applied"_s);
    auto again = opening;
    again.id = m_world->ids.next();
    again.instead = opening.id;
    again.prev = again.id;
    QCOMPARE(m_world->say(again), u"applied"_s);
    auto removal = m_write->removeMaterial(m_world->clerk, opening.stream, u"none"_s); // which compares and sets
    removal.prev = again.id;
    removal.base = 0;
    QVERIFY(!m_world->say(removal).startsWith("conflict"_L1));
}

void TestTakingBack::doneAgain_inPlaceOfAColleaguesWork_changesNothingOfIt()
{
    const auto opening = heldOpening();
    auto other = m_write->openFreeIntake(m_world->secondClerk);
    other.stream = opening.stream;
    other.base = 0;
    other.instead = opening.id;
    QCOMPARE(m_world->say(other), u"applied"_s);
    QCOMPARE(m_world->send(opening)->recorded, journal::Verdict::Held);
}

QTEST_GUILESS_MAIN(TestTakingBack)
#include "test_taking_back.moc"
