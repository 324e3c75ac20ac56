#include "modules/casework/HeldWork.h"
#include "tests/support/casework/CaseCommands.h"
#include "tests/support/sync/Counter.h"

#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;
using sync::OutboxState;

// Work of this counter that the hub holds: what a supervisor says of it arrives, and what is given up is told.
class TestHeldHere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void work_ruledOn_isTold();
    void work_givenUp_isTakenBackAtTheHub();
    void work_givenUp_afterALostAnswer_isTakenBackToo();
    void draft_submittedOnceMore_andHeldAgain_comesBack();
    void work_doneAgain_leavesNothingHeld();
    void work_doneAgain_whileItIsAdmitted_countsOnce();

private:
    void timePasses()
    {
        for (auto* clock : {&m_world->clock, &m_clerk->clock})
            clock->advance(60'000);
    }
    // Of a clerk whose post was withdrawn: a case taken since. Empty when the hub does not hold it.
    journal::Command heldOpening(const QString& draft);
    bool postComesBack(); // and the clerk signs in again
    qsizetype heldAtTheHub();

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
    std::unique_ptr<test::Counter> m_clerk;
};

void TestHeldHere::init()
{
    m_clerk.reset();
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open());
    m_write = std::make_unique<test::CaseCommands>(*m_world);
    m_clerk = std::make_unique<test::Counter>(*m_world, m_world->clerk, 11);
    QVERIFY(m_clerk->open());
    QVERIFY(!m_clerk->sync());
}

journal::Command TestHeldHere::heldOpening(const QString& draft)
{
    if (!m_world->withdraw(m_world->clerk, u"window-clerk"_s))
        return {};
    timePasses();
    const auto opened = m_clerk->desk().open(draft, test::Counter::freeIntake());
    if (!opened || m_clerk->sync())
        return {};
    const auto items = m_clerk->desk().outbox().value_or(QList<sync::OutboxItem>{});
    const bool isHeld =
        items.size() == 1 && items.constFirst().answer && items.constFirst().answer->verdict == journal::Verdict::Held;
    return isHeld ? items.constFirst().command : journal::Command();
}

bool TestHeldHere::postComesBack()
{
    if (!m_world->grant(m_world->clerk, u"window-clerk"_s, u"210603"_s))
        return false;
    m_clerk->close();
    m_clerk->deskUser.grants = m_world->account(m_world->clerk).grants;
    timePasses();
    return m_clerk->open().has_value();
}

qsizetype TestHeldHere::heldAtTheHub()
{
    const auto posts = m_world->shelf.posts(*m_world->connection);
    const auto& who = m_world->supervisor;
    return casework::heldWork(
        *m_world->connection, *posts, who.id, m_world->account(who).grants, m_world->clock.nowMs(), 100)
        ->size();
}

// Two cases taken without the network while the clerk's post ended: one is let count, the other is not.
void TestHeldHere::work_ruledOn_isTold()
{
    auto desk = m_clerk->desk();
    QVERIFY(m_world->withdraw(m_world->clerk, u"window-clerk"_s));
    timePasses();
    const QString good = desk.open({}, test::Counter::freeIntake({m_clerk->scan("a page").toJson()}))->id;
    QVERIFY(desk.act(good, u"AddRemark"_s, {{u"text"_s, u"下午再来"_s}}));
    const QString draft = m_clerk->ids.next();
    QVERIFY(desk.saveDraft(draft, {{u"phone"_s, u"13900000001"_s}}));
    const QString bad = desk.open(draft, test::Counter::freeIntake())->id;
    QVERIFY(!m_clerk->sync());
    const auto waiting = *desk.outbox();
    for (const auto& item : waiting)
        QCOMPARE(item.answer->verdict, journal::Verdict::Held);

    const auto rule = [&](const QString& stream, const QString& type, QJsonObject body) {
        QJsonArray ids;
        for (const auto& item : waiting) {
            if (item.command.stream == stream)
                ids.append(item.command.id);
        }
        body.insert(u"commands"_s, ids);
        return m_world->say(m_write->make(m_world->supervisor, stream, type, body));
    };
    QCOMPARE(rule(good, u"AdmitWork"_s, {}), u"applied"_s);
    QCOMPARE(rule(bad, u"RefuseWork"_s, {{u"reason"_s, u"请重新受理"_s}}), u"applied"_s);
    QVERIFY(!m_clerk->sync());
    const auto left = *desk.outbox();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.constFirst().command.stream, bad);
    QCOMPARE(left.constFirst().state, OutboxState::Attention);
    QCOMPARE(left.constFirst().answer->reason->code, u"casework.work-refused"_s);
    QCOMPARE(left.constFirst().answer->reason->fields.value("reason"_L1).toString(), u"请重新受理"_s);
    QVERIFY(desk.drafts()->isEmpty());
    QVERIFY(desk.giveUp(left.constFirst().command.id)); // what was entered is not lost with it
    QCOMPARE(desk.drafts()->size(), 1);
    QCOMPARE(m_clerk->difference(good), QString());
    QCOMPARE(m_world->state(good).remarks.size(), 1);
    QVERIFY(m_world->blobs.has(m_world->state(good).materials.constFirst().pages.constFirst().digest));
}

// The hub said it twice, because its first answer was lost.
void TestHeldHere::work_givenUp_afterALostAnswer_isTakenBackToo()
{
    m_clerk->link.failOnce(u"POST /commands"_s, test::Fault::LoseReply);
    QVERIFY(m_world->withdraw(m_world->clerk, u"window-clerk"_s));
    timePasses();
    QVERIFY(m_clerk->desk().open({}, test::Counter::freeIntake()));
    QVERIFY(m_clerk->sync());
    QVERIFY(!m_clerk->sync());
    const auto item = m_clerk->desk().outbox()->constFirst();
    QCOMPARE(item.answer->verdict, journal::Verdict::AlreadyApplied);
    QCOMPARE(heldAtTheHub(), 1);
    QVERIFY(m_clerk->desk().giveUp(item.command.id));
    QVERIFY(!m_clerk->sync());
    QCOMPARE(heldAtTheHub(), 0);
}

// A citizen who changed his mind must not be surprised by a case of a month ago.
void TestHeldHere::work_givenUp_isTakenBackAtTheHub()
{
    auto desk = m_clerk->desk();
    const QString draft = m_clerk->ids.next();
    QVERIFY(desk.saveDraft(draft, {{u"phone"_s, u"13900000001"_s}}));
    const auto opening = heldOpening(draft);
    QVERIFY(!opening.id.isEmpty());
    QCOMPARE(heldAtTheHub(), 1);
    m_clerk->link.cut = true;
    QVERIFY(desk.giveUp(opening.id));
    QCOMPARE(desk.drafts()->size(), 1);
    QVERIFY(desk.outgoing()->constFirst().isWaiting()); // that it is taken back has to be told
    QVERIFY(desk.cases(0)->isEmpty());
    m_clerk->link.cut = false;
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.outbox()->isEmpty());
    QCOMPARE(m_world->send(opening)->reason->code, u"casework.work-withdrawn"_s);
    QCOMPARE(heldAtTheHub(), 0);

    // The draft is corrected and becomes the same case, by somebody who may again.
    QVERIFY(postComesBack());
    QCOMPARE(m_clerk->desk().open(draft, test::Counter::freeIntake())->id, opening.stream);
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_world->state(opening.stream).exists());
    QCOMPARE(m_clerk->difference(opening.stream), QString());
}

void TestHeldHere::work_doneAgain_leavesNothingHeld()
{
    auto desk = m_clerk->desk();
    const auto opening = heldOpening({});
    QCOMPARE(heldAtTheHub(), 1);
    QVERIFY(postComesBack());
    QVERIFY(m_clerk->desk().doAgain(opening.stream));
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_clerk->desk().outbox()->isEmpty());
    QCOMPARE(heldAtTheHub(), 0);
    QCOMPARE(m_world->state(opening.stream).number, opening.body.value("number"_L1).toString());
    QCOMPARE(m_clerk->difference(opening.stream), QString());
}

// Put right without the network, and the post is still gone: what was typed comes back a second time, too.
void TestHeldHere::draft_submittedOnceMore_andHeldAgain_comesBack()
{
    auto desk = m_clerk->desk();
    const QString draft = m_clerk->ids.next();
    QVERIFY(desk.saveDraft(draft, {{u"phone"_s, u"13900000001"_s}}));
    const auto opening = heldOpening(draft);
    QVERIFY(!opening.id.isEmpty());
    QVERIFY(desk.giveUp(opening.id));
    QVERIFY(desk.open(draft, test::Counter::freeIntake()));
    QVERIFY(!m_clerk->sync());
    const auto left = *desk.outbox();
    QCOMPARE(left.size(), 1);
    QCOMPARE(heldAtTheHub(), 1);
    QVERIFY(desk.drafts()->isEmpty());
    QVERIFY(desk.giveUp(left.constFirst().command.id));
    QCOMPARE(desk.drafts()->size(), 1);
    QVERIFY(!m_clerk->sync());
    QCOMPARE(heldAtTheHub(), 0);
}

// Done again without the network, while a supervisor lets the first try count.
void TestHeldHere::work_doneAgain_whileItIsAdmitted_countsOnce()
{
    const auto opening = heldOpening({});
    m_clerk->link.cut = true;
    QVERIFY(postComesBack());
    QVERIFY(m_clerk->desk().doAgain(opening.stream));
    QVERIFY(m_clerk->desk().act(opening.stream, u"AddRemark"_s, {{u"text"_s, u"下午再来"_s}}));
    QCOMPARE(m_world->say(m_write->make(
                 m_world->supervisor, opening.stream, u"AdmitWork"_s, {{u"commands"_s, QJsonArray{opening.id}}})),
        u"applied"_s);
    m_clerk->link.cut = false;
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_clerk->desk().outbox()->isEmpty());
    const auto state = m_world->state(opening.stream);
    QCOMPARE(state.number, opening.body.value("number"_L1).toString());
    QCOMPARE(state.remarks.size(), 1); // and what was done behind it goes on
    QCOMPARE(m_clerk->difference(opening.stream), QString());
}

QTEST_GUILESS_MAIN(TestHeldHere)
#include "test_held_here.moc"
