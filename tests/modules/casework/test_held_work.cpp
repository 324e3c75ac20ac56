#include "HeldHall.h"
#include "modules/casework/CaseStream.h"
#include "modules/casework/CaseworkErrors.h"
#include "modules/journal/Feed.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;
using journal::Command;

// Work that is held: who sees it, who rules on it, and what becomes of it.
class TestHeldWork : public QObject, private test::HeldHall
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void list_isForSupervisorsOfTheArea();
    void list_namesTheWorkInTheOrderItWasDone();
    void admitted_countsAsIfItsMakerHadDoneIt();
    void admitted_withWhatFollows_allCounts();
    void admitted_onACaseThatIsThere_counts();
    void admitted_whatCannotStand_changesNothing();
    void admitted_outOfOrder_changesNothing();
    void refused_isAnsweredWithTheReason();
    void refused_withoutAReason_isNot();
    void ruling_isToldToWhoDidTheWork();
    void ruling_byOthers_isRefused_data();
    void ruling_byOthers_isRefused();
    void ruling_byAMakerOfTheCase_isRefused();
    void ruling_twice_isRefused();
    void ruling_onWorkOfAnotherStream_isRefused();
    void rulings_thatAreHeldThemselves_neverCount();
    void caseAdmitted_canBeGoneOnWith();
};

void TestHeldWork::init()
{
    QVERIFY(openHall());
}

void TestHeldWork::list_isForSupervisorsOfTheArea()
{
    QVERIFY(seenBy(m_world->supervisor).isEmpty());
    const auto opening = heldOpening();
    QVERIFY(!opening.id.isEmpty());
    QCOMPARE(seenBy(m_world->supervisor).size(), 1);
    QCOMPARE(seenBy(m_world->jack).size(), 1); // he supervises too
    for (const auto& who : {m_world->clerk, m_world->reviewer, m_world->outsider})
        QVERIFY(seenBy(who).isEmpty());
}

void TestHeldWork::list_namesTheWorkInTheOrderItWasDone()
{
    const auto opening = heldOpening();
    const auto remark = after(opening);
    QCOMPARE(m_world->say(remark), u"held journal.prev-not-applied"_s);
    const auto list = seenBy(m_world->supervisor);
    QCOMPARE(list.size(), 1);
    const auto& work = list.constFirst();
    QCOMPARE(work.stream, opening.stream);
    QVERIFY(work.opens);
    QCOMPARE(work.number, opening.body.value("number"_L1).toString());
    QCOMPARE(work.area, opening.body.value("area"_L1).toString());
    QCOMPARE(work.actor, m_world->clerk.id);
    QCOMPARE(work.actorName, m_world->clerk.name);
    QVERIFY(!work.applicant.isEmpty() && !work.idNo.isEmpty());
    QCOMPARE(work.reason.code, u"casework.right-withdrawn"_s);
    QCOMPARE(work.ids(), (QStringList{opening.id, remark.id}));
    QCOMPARE(work.commands.constLast().type, u"AddRemark"_s);
    const auto read = HeldWork::fromJson(work.toJson());
    QCOMPARE(read.toJson(), work.toJson());
}

void TestHeldWork::admitted_countsAsIfItsMakerHadDoneIt()
{
    const auto opening = heldOpening();
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {opening}), u"applied"_s);
    const auto state = m_world->state(opening.stream);
    QVERIFY(state.exists());
    QCOMPARE(state.openedBy, m_world->clerk.id);
    QCOMPARE(state.openedAt, opening.times.corrected);
    QCOMPARE(state.admissions.size(), 1);
    QCOMPARE(state.admissions.constFirst().byName, m_world->supervisor.name);
    QCOMPARE(state.admissions.constFirst().ofName, m_world->clerk.name);
    const auto events = m_world->events(opening.stream);
    QCOMPARE(events.constFirst().command, opening.id);
    QCOMPARE(events.constFirst().actor, m_world->clerk.id);
    QCOMPARE(events.constLast().type, u"WorkAdmitted"_s);
    QCOMPARE(events.constLast().actor, m_world->supervisor.id);
    QVERIFY(m_world->receives(m_world->clerk, opening.stream));
    QVERIFY(seenBy(m_world->supervisor).isEmpty());
    const auto repeat = m_world->send(opening);
    QCOMPARE(repeat->verdict, journal::Verdict::AlreadyApplied);
    QCOMPARE(repeat->recorded, journal::Verdict::Applied);
    QVERIFY(!repeat->reason);
}

void TestHeldWork::admitted_withWhatFollows_allCounts()
{
    const auto opening = heldOpening();
    const auto remark = after(opening);
    m_world->say(remark);
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {opening, remark}), u"applied"_s);
    QCOMPARE(m_world->state(opening.stream).remarks.size(), 1);
    QCOMPARE(m_world->state(opening.stream).remarks.constFirst().by, m_world->clerk.name);
    QVERIFY(seenBy(m_world->supervisor).isEmpty());
}

void TestHeldWork::admitted_onACaseThatIsThere_counts()
{
    const QString stream = m_write->inReview();
    QVERIFY(m_world->withdraw(m_world->reviewer, u"reviewer"_s));
    m_world->clock.advance(1000);
    const auto approval = m_write->approve(m_world->reviewer, stream);
    QCOMPARE(m_world->say(approval), u"held casework.right-withdrawn"_s);
    QVERIFY(!seenBy(m_world->supervisor).constFirst().opens);
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {approval}), u"applied"_s);
    QCOMPARE(m_world->state(stream).phase, Phase::Completed);
}

// Two clerks gave the same number: it cannot be opened any more.
void TestHeldWork::admitted_whatCannotStand_changesNothing()
{
    const auto opening = heldOpening();
    const auto remark = after(opening);
    m_world->say(remark);
    auto other = m_write->openFreeIntake(m_world->secondClerk);
    other.body.insert(u"number"_s, opening.body.value("number"_L1));
    QCOMPARE(m_world->say(other), u"applied"_s);
    const QString journal = m_world->dumpJournal();
    const QString tables = m_world->dumpProjections();
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {opening, remark}), u"refused casework.number-taken"_s);
    QCOMPARE(m_world->dumpJournal(), journal);
    QCOMPARE(m_world->dumpProjections(), tables);
    QCOMPARE(seenBy(m_world->supervisor).constFirst().commands.size(), 2);
}

void TestHeldWork::admitted_outOfOrder_changesNothing()
{
    const auto opening = heldOpening();
    const auto remark = after(opening);
    m_world->say(remark);
    const QString journal = m_world->dumpJournal();
    QVERIFY(rule(m_world->supervisor, u"AdmitWork"_s, {remark, opening}).startsWith("refused "_L1));
    QVERIFY(rule(m_world->supervisor, u"AdmitWork"_s, {remark}).startsWith("refused "_L1));
    QCOMPARE(m_world->dumpJournal(), journal);
}

void TestHeldWork::refused_isAnsweredWithTheReason()
{
    const auto opening = heldOpening();
    QCOMPARE(rule(m_world->supervisor, u"RefuseWork"_s, {opening}, {{u"reason"_s, u"请重新受理"_s}}), u"applied"_s);
    QVERIFY(!m_world->state(opening.stream).exists());
    QVERIFY(seenBy(m_world->supervisor).isEmpty());
    const auto repeat = m_world->send(opening);
    QCOMPARE(repeat->recorded, journal::Verdict::Refused);
    QCOMPARE(repeat->reason->code, u"casework.work-refused"_s);
    QCOMPARE(repeat->reason->fields.value("reason"_L1).toString(), u"请重新受理"_s);
    QCOMPARE(repeat->reason->fields.value("by"_L1).toString(), m_world->supervisor.name);
    const auto event = m_world->events(opening.stream).constLast();
    QCOMPARE(event.type, u"WorkRefused"_s);
    QVERIFY(!event.body.contains("reason"_L1)); // a person's words: they can be erased
    QCOMPARE(event.personal.value("reason"_L1).toString(), u"请重新受理"_s);
    // The stream is free for the same work, done anew by somebody who may.
    QVERIFY(m_world->grant(m_world->clerk, u"window-clerk"_s, u"210603"_s));
    m_world->clock.advance(1000);
    auto again = m_write->openFreeIntake(m_world->clerk);
    again.stream = opening.stream;
    again.base = 0;
    QCOMPARE(m_world->say(again), u"applied"_s);
}

void TestHeldWork::refused_withoutAReason_isNot()
{
    const auto opening = heldOpening();
    QCOMPARE(
        rule(m_world->supervisor, u"RefuseWork"_s, {opening}, {{u"reason"_s, u"  "_s}}), u"refused casework.reason"_s);
    QCOMPARE(seenBy(m_world->supervisor).size(), 1);
}

// Without a word of the reason: the feed's chain can never be erased.
void TestHeldWork::ruling_isToldToWhoDidTheWork()
{
    const auto opening = heldOpening();
    QCOMPARE(rule(m_world->supervisor, u"RefuseWork"_s, {opening}, {{u"reason"_s, u"请重新受理"_s}}), u"applied"_s);
    const auto rows = [&](const test::Actor& who) {
        QList<QJsonObject> list;
        const auto page = *journal::Feed(*m_world->connection).page({who.id, {}}, 0, 500);
        for (const auto& row : page.rows) {
            if (row.kind == "row"_L1)
                list.append(row.content);
        }
        return list;
    };
    QCOMPARE(rows(m_world->clerk), (QList<QJsonObject>{{{u"table"_s, journal::RulingTable}, {u"key"_s, opening.id},
                                       {u"row"_s, QJsonObject{{u"stream"_s, opening.stream}}}}}));
    QVERIFY(rows(m_world->supervisor).isEmpty());
    QVERIFY(rows(m_world->secondClerk).isEmpty());
}

void TestHeldWork::ruling_byOthers_isRefused_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("admitted") << u"AdmitWork"_s;
    QTest::newRow("refused") << u"RefuseWork"_s;
}

void TestHeldWork::ruling_byOthers_isRefused()
{
    QFETCH(const QString, type);
    const auto opening = heldOpening();
    const QJsonObject why{{u"reason"_s, u"请重新受理"_s}};
    QCOMPARE(rule(m_world->reviewer, type, {opening}, why), u"refused casework.right"_s);
    QVERIFY(m_world->grant(m_world->outsider, u"supervisor"_s, u"210682"_s)); // of another district
    QCOMPARE(rule(m_world->outsider, type, {opening}, why), u"refused casework.right"_s);
    QVERIFY(m_world->grant(m_world->clerk, u"supervisor"_s, u"210603"_s)); // nobody lets his own work count
    m_world->clock.advance(1000);
    QCOMPARE(rule(m_world->clerk, type, {opening}, why), u"refused casework.maker-checks"_s);
    QCOMPARE(seenBy(m_world->supervisor).size(), 1);
    QVERIFY(seenBy(m_world->clerk).isEmpty());
}

void TestHeldWork::ruling_byAMakerOfTheCase_isRefused()
{
    const auto opening = m_write->openFreeIntake(m_world->jack);
    QCOMPARE(m_world->say(opening), u"applied"_s);
    QCOMPARE(m_world->say(m_write->claim(m_world->dispatcher, opening.stream)), u"applied"_s);
    QCOMPARE(m_world->say(m_write->dispatch(m_world->dispatcher, opening.stream, u"养老保险科"_s)), u"applied"_s);
    QCOMPARE(m_world->say(m_write->claim(m_world->reviewer, opening.stream)), u"applied"_s);
    QVERIFY(m_world->withdraw(m_world->reviewer, u"reviewer"_s));
    m_world->clock.advance(1000);
    const auto approval = m_write->approve(m_world->reviewer, opening.stream);
    QCOMPARE(m_world->say(approval), u"held casework.right-withdrawn"_s);
    QCOMPARE(rule(m_world->jack, u"AdmitWork"_s, {approval}), u"refused casework.maker-checks"_s);
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {approval}), u"applied"_s);
}

void TestHeldWork::ruling_twice_isRefused()
{
    const auto opening = heldOpening();
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {opening}), u"applied"_s);
    QCOMPARE(rule(m_world->jack, u"AdmitWork"_s, {opening}), u"refused journal.not-held"_s);
    QCOMPARE(
        rule(m_world->jack, u"RefuseWork"_s, {opening}, {{u"reason"_s, u"重复"_s}}), u"refused journal.not-held"_s);
    QCOMPARE(m_world->state(opening.stream).openedBy, m_world->clerk.id);
}

void TestHeldWork::ruling_onWorkOfAnotherStream_isRefused()
{
    const auto opening = heldOpening();
    const QString stream = m_write->openedFreeIntake(); // by the second clerk or jack; whoever may
    auto ruling = m_write->make(m_world->supervisor, stream.isEmpty() ? m_world->ids.next() : stream, u"AdmitWork"_s,
        {{u"commands"_s, QJsonArray{opening.id}}});
    QCOMPARE(m_world->say(ruling), u"refused journal.not-held"_s);
    ruling = m_write->make(m_world->supervisor, opening.stream, u"AdmitWork"_s, {{u"commands"_s, QJsonArray{}}});
    QCOMPARE(m_world->say(ruling), u"refused journal.not-held"_s);
}

// Two rulings, each of which lets the other one count.
void TestHeldWork::rulings_thatAreHeldThemselves_neverCount()
{
    const QString stream = m_write->openedFreeIntake();
    auto one = m_write->make(m_world->supervisor, stream, u"AdmitWork"_s);
    auto other = m_write->make(m_world->jack, stream, u"AdmitWork"_s);
    one.body.insert(u"commands"_s, QJsonArray{other.id});
    other.body.insert(u"commands"_s, QJsonArray{one.id});
    for (const auto& ruling : {one, other}) {
        const auto answers = m_world->gate->submit(
            *m_world->connection, {ruling.toJson()}, ruling.actor, ruling.device, {{ruling.id, rightWithdrawn()}});
        QCOMPARE(answers->constFirst().verdict, journal::Verdict::Held);
    }
    QVERIFY(m_world->grant(m_world->approver, u"supervisor"_s, u"210603"_s));
    m_world->clock.advance(1000);
    QCOMPARE(rule(m_world->approver, u"AdmitWork"_s, {one}), u"refused journal.not-held"_s);
    QCOMPARE(rule(m_world->approver, u"RefuseWork"_s, {one, other}, {{u"reason"_s, u"重复"_s}}), u"applied"_s);
}

void TestHeldWork::caseAdmitted_canBeGoneOnWith()
{
    const auto opening = heldOpening();
    QCOMPARE(rule(m_world->supervisor, u"AdmitWork"_s, {opening}), u"applied"_s);
    QCOMPARE(m_world->say(m_write->claim(m_world->dispatcher, opening.stream)), u"applied"_s);
    QCOMPARE(m_world->say(m_write->dispatch(m_world->dispatcher, opening.stream, u"养老保险科"_s)), u"applied"_s);
    QCOMPARE(m_world->say(m_write->claim(m_world->reviewer, opening.stream)), u"applied"_s);
    QCOMPARE(m_world->say(m_write->approve(m_world->reviewer, opening.stream)), u"applied"_s);
    QCOMPARE(m_world->state(opening.stream).phase, Phase::Completed);
}

QTEST_GUILESS_MAIN(TestHeldWork)
#include "test_held_work.moc"
