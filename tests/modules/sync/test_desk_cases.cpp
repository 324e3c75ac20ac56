#include "modules/sync/NumberStock.h"
#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/CaseJson.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/sync/Counter.h"

#include "modules/base/Clock.h"
#include "modules/base/Digest.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;
using sync::OutboxState;

// What the desk makes of drafts, which cases it calls its own, and what goes with a command.
class TestDeskCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void open_refused_usesUpNoNumber();
    void refuse_draft_makesAClosedCaseWithNumber();
    void refuse_withoutReason_keepsDraftAndNumber();
    void draft_withAUuid_becomesThatStreamOnce();
    void case_thatWasOnlyLookedAt_isNotMine();
    void case_handedToAnotherCounter_movesThere();
    void supplement_takenOverElsewhere_isSeenAtBothCounters();
    void line_ofACase_saysWhatItWaitsFor();
    void files_ofPartiesAndSignatures_goWithTheirCommands();
    void file_thatOnlyTheHubHas_mayBeNamedAgain();
    void nextCommand_hangsOnNothingThatNeedsAttention();

private:
    QString nextNumber();
    casework::Page scan(test::Counter& counter, const QByteArray& bytes);
    QJsonObject typedParty(const casework::Page& proof);

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
    std::unique_ptr<test::Counter> m_clerk;
    std::unique_ptr<test::Counter> m_second;
};

void TestDeskCases::init()
{
    m_clerk.reset();
    m_second.reset();
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open());
    m_write = std::make_unique<test::CaseCommands>(*m_world);
    m_clerk = std::make_unique<test::Counter>(*m_world, m_world->clerk, 11);
    m_second = std::make_unique<test::Counter>(*m_world, m_world->secondClerk, 12);
    for (auto* counter : {m_clerk.get(), m_second.get()}) {
        QVERIFY(counter->open());
        QVERIFY(!counter->sync());
    }
}

QString TestDeskCases::nextNumber()
{
    const QDate day = legalDate(m_clerk->time->now().corrected);
    return sync::NumberStock(*m_clerk->machine).next(m_clerk->deskUser.area, day).value_or(QString());
}

casework::Page TestDeskCases::scan(test::Counter& counter, const QByteArray& bytes)
{
    return counter.scan(bytes).pages.constFirst();
}

QJsonObject TestDeskCases::typedParty(const casework::Page& proof)
{
    auto party = test::party();
    party.insert(u"source"_s, u"typed"_s);
    party.insert(u"typedReason"_s, u"10"_s);
    party.insert(u"proof"_s, QJsonArray{proof.toJson()});
    return party;
}

void TestDeskCases::open_refused_usesUpNoNumber()
{
    auto desk = m_clerk->desk();
    const QString next = nextNumber();
    auto body = test::Counter::freeIntake();
    body.insert(u"parties"_s, QJsonObject{});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(desk.open({}, body).error().code, u"casework.applicant"_s);
    QCOMPARE(nextNumber(), next);
    QCOMPARE(desk.open({}, test::Counter::freeIntake())->number, next);
    QVERIFY(nextNumber() != next);
}

void TestDeskCases::refuse_draft_makesAClosedCaseWithNumber()
{
    auto desk = m_clerk->desk();
    QVERIFY(desk.saveDraft(u"draft-1"_s, {}));
    auto body = test::Counter::freeIntake();
    body.insert(u"reason"_s, u"10"_s);
    const QString next = nextNumber();
    const auto refused = desk.refuse(u"draft-1"_s, body);
    QVERIFY(refused);
    QCOMPARE(refused->phase, casework::Phase::NotAccepted);
    QCOMPARE(refused->number, next);
    QVERIFY(nextNumber() != next);
    QVERIFY(desk.drafts()->isEmpty());
    QCOMPARE(desk.outbox()->constFirst().command.type, u"RefuseAcceptance"_s);
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.outbox()->isEmpty());
    QCOMPARE(m_world->state(refused->id).phase, casework::Phase::NotAccepted);
    QCOMPARE(desk.cases(0)->constFirst().phase, u"not-accepted"_s);
}

void TestDeskCases::refuse_withoutReason_keepsDraftAndNumber()
{
    auto desk = m_clerk->desk();
    QVERIFY(desk.saveDraft(u"draft-1"_s, {}));
    const QString next = nextNumber();
    QCOMPARE(desk.refuse(u"draft-1"_s, test::Counter::freeIntake()).error().code, u"casework.refusal-reason"_s);
    QCOMPARE(nextNumber(), next);
    QCOMPARE(desk.drafts()->size(), 1);
    QVERIFY(desk.outbox()->isEmpty());
}

void TestDeskCases::draft_withAUuid_becomesThatStreamOnce()
{
    auto desk = m_clerk->desk();
    const QString draft = m_clerk->ids.next();
    QVERIFY(desk.saveDraft(draft, {}));
    QCOMPARE(desk.open(draft, test::Counter::freeIntake())->id, draft);
    const QString next = nextNumber();
    QCOMPARE(desk.open(draft, test::Counter::freeIntake()).error().code, u"casework.exists"_s); // clicked twice
    QCOMPARE(nextNumber(), next);
    QCOMPARE(desk.cases(0)->size(), 1);
}

void TestDeskCases::case_thatWasOnlyLookedAt_isNotMine()
{
    const QString stream = m_write->awaitingSupplement(); // of the first clerk
    auto desk = m_second->desk();
    QVERIFY(m_second->fetchCase(stream));
    QVERIFY(desk.view(stream)->exists());
    QVERIFY(desk.cases(0)->isEmpty());
    QVERIFY(desk.act(stream, u"ClaimTask"_s, {{u"task"_s, desk.view(stream)->currentTask()->id}}));
    QCOMPARE(desk.cases(0)->size(), 1);
    QVERIFY(desk.cases(0)->constFirst().mine);
    QVERIFY(!m_second->sync());
    QCOMPARE(desk.cases(0)->size(), 1);
}

void TestDeskCases::case_handedToAnotherCounter_movesThere()
{
    const QString stream = m_write->inReview();
    QCOMPARE(m_world->say(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请核对。"_s)), u"applied"_s);
    QVERIFY(!m_clerk->sync());
    auto first = m_clerk->desk();
    auto second = m_second->desk();
    QVERIFY(first.cases(0)->constFirst().mine);
    QVERIFY(first.act(stream, u"HandOver"_s,
        {{u"task"_s, first.view(stream)->currentTask()->id}, {u"to"_s, m_world->secondClerk.id},
            {u"toName"_s, m_world->secondClerk.name}, {u"reason"_s, u"午休换岗"_s}}));
    QVERIFY(!first.cases(0)->constFirst().mine);
    QVERIFY(!m_clerk->sync());
    QVERIFY(!m_second->sync());
    QCOMPARE(second.cases(0)->size(), 1);
    QVERIFY(second.cases(0)->constFirst().mine);
    QCOMPARE(second.view(stream)->currentTask()->givenReason, u"午休换岗"_s);
    QCOMPARE(first.cases(0)->constFirst().holderName, m_world->secondClerk.name); // its opener still follows it
    QVERIFY(second.act(stream, u"Resubmit"_s, {{u"task"_s, second.view(stream)->currentTask()->id}}));
    QVERIFY(!m_second->sync());
    QVERIFY(second.cases(0)->isEmpty());
    QVERIFY(!m_clerk->sync());
    QCOMPARE(test::firstDifference(test::caseToJson(m_world->state(stream)), test::caseToJson(*first.view(stream))),
        QString());
}

void TestDeskCases::supplement_takenOverElsewhere_isSeenAtBothCounters()
{
    const QString stream = m_write->awaitingSupplement();
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_second->fetchCase(stream));
    auto second = m_second->desk();
    const QJsonObject task{{u"task"_s, second.view(stream)->currentTask()->id}};
    m_second->link.cut = true; // taken over, brought and sent on in one go
    QVERIFY(second.act(stream, u"ClaimTask"_s, task));
    auto proxy = m_second->scan("proxy");
    proxy.id = u"m-9"_s;
    QVERIFY(second.act(stream, u"SetMaterial"_s, {{u"material"_s, proxy.toJson()}}));
    QVERIFY(second.act(stream, u"Resubmit"_s, task));
    QVERIFY(m_second->sync());
    m_second->link.cut = false;
    QVERIFY(!m_second->sync());
    QVERIFY(second.outbox()->isEmpty());
    QVERIFY(second.cases(0)->isEmpty());
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->desk().view(stream)->currentTask()->step, u"dispatch"_s);
}

void TestDeskCases::line_ofACase_saysWhatItWaitsFor()
{
    const QString stream = m_write->awaitingSupplement();
    QVERIFY(!m_clerk->sync());
    auto desk = m_clerk->desk();
    auto line = desk.cases(0)->constFirst();
    QCOMPARE(line.supplementDue, u"2026-12-05"_s);
    QCOMPARE(line.holder, m_world->clerk.id);
    QCOMPARE(line.holderName, m_world->clerk.name);
    QVERIFY(!line.collected);
    QCOMPARE(sync::LocalCase::fromJson(line.toJson()).toJson(), line.toJson());
    QVERIFY(desk.act(
        stream, u"RefuseAcceptance"_s, {{u"task"_s, desk.view(stream)->currentTask()->id}, {u"reason"_s, u"20"_s}}));
    QVERIFY(desk.act(stream, u"RecordCollection"_s,
        {{u"collector"_s, test::party()}, {u"papers"_s, QJsonArray{u"不予受理决定书"_s}}}));
    line = desk.cases(0)->constFirst();
    QCOMPARE(line.supplementDue, QString());
    QVERIFY(line.collected);
    QCOMPARE(line.holder, QString());
    QVERIFY(sync::LocalCase::fromJson(line.toJson()).collected);
}

void TestDeskCases::files_ofPartiesAndSignatures_goWithTheirCommands()
{
    auto desk = m_clerk->desk();
    auto body = test::Counter::freeIntake({m_clerk->scan("material").toJson()});
    body.insert(u"parties"_s, QJsonObject{{u"applicant"_s, typedParty(scan(*m_clerk, "proof"))}});
    body.insert(u"reason"_s, u"20"_s);
    const QString stream = desk.refuse({}, body)->id;
    QVERIFY(desk.act(stream, u"RecordCollection"_s,
        {{u"collector"_s, typedParty(scan(*m_clerk, "another proof"))}, {u"papers"_s, QJsonArray{u"不予受理决定书"_s}},
            {u"signature"_s, QJsonArray{scan(*m_clerk, "signature").toJson()}}}));
    const auto items = *desk.outbox();
    QCOMPARE(items.at(0).command.files, QStringList({digestOf("material"), digestOf("proof")}));
    QCOMPARE(items.at(1).command.files, QStringList({digestOf("another proof"), digestOf("signature")}));
    QVERIFY(!m_clerk->sync());
    for (const auto* bytes : {"material", "proof", "another proof", "signature"})
        QVERIFY2(m_world->blobs.has(digestOf(bytes)), bytes);
}

void TestDeskCases::file_thatOnlyTheHubHas_mayBeNamedAgain()
{
    const auto opening = m_write->openFreeIntake(
        m_world->secondClerk, {m_write->material(u"m-1"_s, u"申请书"_s, "on the hub").toJson()});
    QCOMPARE(m_world->say(opening), u"applied"_s);
    QVERIFY(m_clerk->fetchCase(opening.stream));
    auto desk = m_clerk->desk();
    auto material = desk.view(opening.stream)->materials.constFirst();
    material.pages.append(scan(*m_clerk, "a second page"));
    QVERIFY(desk.act(opening.stream, u"SetMaterial"_s, {{u"material"_s, material.toJson()}}));
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_world->state(opening.stream).materials.constFirst().pages.size(), 2);
    QVERIFY(m_world->blobs.has(digestOf("a second page")));
    auto unknown = material; // but one that nobody has would never arrive
    unknown.pages.append({digestOf("nowhere"), u"image/png"_s, 1, 1, 150, 7});
    QCOMPARE(desk.act(opening.stream, u"SetMaterial"_s, {{u"material"_s, unknown.toJson()}}).error().code,
        u"blobs.missing"_s);
}

void TestDeskCases::nextCommand_hangsOnNothingThatNeedsAttention()
{
    const QString stream = m_write->awaitingSupplement();
    QVERIFY(!m_clerk->sync());
    auto desk = m_clerk->desk();
    QVERIFY(desk.act(stream, u"Resubmit"_s, {{u"task"_s, desk.view(stream)->currentTask()->id}}));
    QCOMPARE(m_world->say(m_write->claim(m_world->secondClerk, stream)), u"applied"_s); // meanwhile
    QVERIFY(!m_clerk->sync());
    auto items = *desk.outbox();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.constFirst().state, OutboxState::Attention);
    QVERIFY(desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"材料已由邻窗收下。"_s}}));
    items = *desk.outbox();
    QCOMPARE(items.constLast().command.prev, QString());
    QVERIFY(desk.giveUp(items.constFirst().command.id));
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.outbox()->isEmpty());
    QCOMPARE(m_world->state(stream).remarks.size(), 1);
}

QTEST_GUILESS_MAIN(TestDeskCases)
#include "test_desk_cases.moc"
