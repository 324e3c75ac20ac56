#include "HubWorld.h"

#include "app/hub/api/HubCommands.h"
#include "modules/base/Json.h"
#include "modules/casework/CaseEvolution.h"
#include "modules/journal/JournalVerifier.h"
#include "modules/registry/Persons.h"
#include "tests/support/casework/ClaimCase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// A claim for unemployment benefit from the window to the register, told through the REST interface.
class TestClaim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void person_ofTheRegister_comesWithWhatFormsRead();
    void claim_openedReviewedApproved_changesTheRegister();
    void claim_whileBenefitIsDrawn_isRefused();
    void hub_dyingAfterTheCommit_changesTheRegisterAtItsNextStart();
    void journal_afterwards_isSoundAndRebuildsEqual();

private:
    QDate today() { return legalDate(m_hub.clock.nowMs()); }
    QString number()
    {
        return u"210603%1%2"_s.arg(today().toString(u"yyyyMMdd"_s)).arg(++m_serial, 5, 10, QLatin1Char('0'));
    }
    QJsonObject person() { return m_hub.get(m_clerk, u"/api/v1/persons/"_s + claimant().person.idNo).json(); }
    casework::Case state(const QString& stream)
    {
        const auto page = m_hub.get(m_clerk, u"/api/v1/streams/%1/events"_s.arg(stream)).json();
        QList<journal::Event> events;
        for (const auto& entry : page.value("events"_L1).toArray())
            events.append(journal::Event::fromJson(entry.toObject()).value_or(journal::Event{}));
        return casework::fold(events);
    }
    journal::Command claim(const QJsonObject& formFacts);
    bool approved(const QString& stream);

    HubWorld m_hub;
    Desk m_clerk;
    Desk m_reviewer;
    Desk m_approver;
    int m_serial = 0;
};

void TestClaim::initTestCase()
{
    QVERIFY(m_hub.copyResources());
    const auto opened = m_hub.open();
    QVERIFY2(opened, opened ? "" : qPrintable(logLine(opened.error())));
    QVERIFY(m_hub.addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(m_hub.addAccount(u"liu"_s, {u"reviewer"_s}));
    QVERIFY(m_hub.addAccount(u"zhou"_s, {u"approver"_s}));
    m_clerk = m_hub.desk(u"chen"_s);
    m_reviewer = m_hub.desk(u"liu"_s);
    m_approver = m_hub.desk(u"zhou"_s);
    auto record = claimant(186, u"24"_s);
    record.terminations.first().endedOn = today().addDays(-10);
    record.terminations.first().reportedOn = today().addDays(-5);
    QVERIFY(keepRecord(m_hub.core->main(), record));
}

journal::Command TestClaim::claim(const QJsonObject& formFacts)
{
    const auto item =
        m_hub.core->parts().shelf.currentItem(m_hub.core->main(), u"unemployment-claim"_s).value_or(nullptr);
    auto record = claimant(186, u"24"_s);
    auto draft = claimDraft(*item, &record, today(), u"first"_s);
    draft.registered = formFacts;
    draft.values.insert(u"endedOn"_s, formFacts.value("termination"_L1).toObject().value("endedOn"_L1));
    draft.derive(*item, today());
    return m_hub.command(m_clerk, m_hub.ids.next(), u"OpenCase"_s, claimBody(draft, *item, number()));
}

bool TestClaim::approved(const QString& stream)
{
    QStringList said{m_hub.say(m_reviewer, m_hub.onTask(m_reviewer, stream, u"ClaimTask"_s)),
        m_hub.say(m_reviewer, m_hub.onTask(m_reviewer, stream, u"ApproveTask"_s, {{u"opinion"_s, u"同意"_s}})),
        m_hub.say(m_approver, m_hub.onTask(m_approver, stream, u"ClaimTask"_s)),
        m_hub.say(m_approver, m_hub.onTask(m_approver, stream, u"ApproveTask"_s, {{u"opinion"_s, u"同意"_s}}))};
    if (said != QStringList(4, u"applied"_s))
        qWarning() << said;
    return said == QStringList(4, u"applied"_s);
}

void TestClaim::person_ofTheRegister_comesWithWhatFormsRead()
{
    const auto json = person();
    QCOMPARE(json.value("formFacts"_L1).toObject().value("unemploymentMonths"_L1).toInt(), 186);
    QCOMPARE(json.value("openCases"_L1).toArray().size(), 0);
    QCOMPARE(json.value("benefits"_L1).toArray().size(), 0);
}

void TestClaim::claim_openedReviewedApproved_changesTheRegister()
{
    const auto opening = claim(person().value("formFacts"_L1).toObject());
    QCOMPARE(m_hub.say(m_clerk, opening), u"applied"_s);
    const auto open = person().value("openCases"_L1).toArray();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().toObject().value("stream"_L1).toString(), opening.stream);
    QVERIFY(approved(opening.stream));

    const auto after = person();
    QCOMPARE(after.value("person"_L1).toObject().value("employment"_L1).toString(), u"50"_s);
    const auto benefits = after.value("benefits"_L1).toArray();
    QCOMPARE(benefits.size(), 1);
    QCOMPARE(benefits.first().toObject().value("months"_L1).toInt(), 24);
    QCOMPARE(benefits.first().toObject().value("grantedBy"_L1).toString(), opening.stream);
    const auto facts = after.value("formFacts"_L1).toObject();
    QCOMPARE(facts.value("usedMonths"_L1).toInt(), 186);
    QCOMPARE(facts.value("benefit"_L1).toObject().value("state"_L1).toString(), u"10"_s);
    QCOMPARE(after.value("openCases"_L1).toArray().size(), 0);

    // The clerk's counter hears of it with the feed of the case.
    const auto closed = state(opening.stream);
    QCOMPARE(closed.phase, casework::Phase::Completed);
    QCOMPARE(closed.effects.size(), 2);
    const auto rows = m_hub.get(m_clerk, u"/api/v1/feed?after=0&limit=500"_s).json().value("rows"_L1).toArray();
    const auto types = std::count_if(rows.begin(), rows.end(), [](const QJsonValue& row) {
        const auto event = journal::Event::fromJson(row.toObject().value("content"_L1).toObject());
        return event && event->type == "EffectApplied"_L1;
    });
    QCOMPARE(types, 2);
}

void TestClaim::claim_whileBenefitIsDrawn_isRefused()
{
    QCOMPARE(m_hub.say(m_clerk, claim(person().value("formFacts"_L1).toObject())), u"refused forms.check"_s);
}

void TestClaim::hub_dyingAfterTheCommit_changesTheRegisterAtItsNextStart()
{
    HubWorld hub;
    QVERIFY(hub.copyResources());
    QVERIFY(hub.open());
    QVERIFY(hub.addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(hub.addAccount(u"liu"_s, {u"reviewer"_s}));
    QVERIFY(hub.addAccount(u"zhou"_s, {u"approver"_s}));
    const auto clerk = hub.desk(u"chen"_s);
    const auto reviewer = hub.desk(u"liu"_s);
    const auto approver = hub.desk(u"zhou"_s);
    QVERIFY(keepRecord(hub.core->main(), claimant()));
    const auto item = hub.core->parts().shelf.currentItem(hub.core->main(), u"unemployment-claim"_s).value_or(nullptr);
    auto record = claimant();
    auto draft = claimDraft(*item, &record, today(), u"first"_s);
    draft.values.insert(u"endedOn"_s, today().addDays(-1).toString(Qt::ISODate));
    draft.derive(*item, today());
    const auto opening = hub.command(clerk, hub.ids.next(), u"OpenCase"_s, claimBody(draft, *item, number()));
    QCOMPARE(hub.say(clerk, opening), u"applied"_s);
    QCOMPARE(hub.say(reviewer, hub.onTask(reviewer, opening.stream, u"ClaimTask"_s)), u"applied"_s);
    QCOMPARE(hub.say(reviewer, hub.onTask(reviewer, opening.stream, u"ApproveTask"_s)), u"applied"_s);
    QCOMPARE(hub.say(approver, hub.onTask(approver, opening.stream, u"ClaimTask"_s)), u"applied"_s);
    // The last commit reaches the disk, and the process ends before it does anything else.
    const auto last = hub.onTask(approver, opening.stream, u"ApproveTask"_s);
    hub.server->stop();
    hub.server.reset();
    const auto answers =
        hub.core->parts().gate.submit(hub.core->main(), {last.toJson()}, approver.account, approver.device);
    QVERIFY(answers);
    QCOMPARE(answers->constFirst().verdict, journal::Verdict::Applied);
    const auto owed = journal::ReactionQueue(hub.core->main()).waiting();
    QCOMPARE(owed, 2);
    hub.core.reset();

    QVERIFY(hub.open());
    const auto found = registry::Persons(hub.core->main()).recordByIdNo(claimant().person.idNo);
    QVERIFY(found && *found);
    QCOMPARE((*found)->person.employment, u"50"_s);
    QCOMPARE((*found)->benefits.size(), 1);
    QVERIFY(hub::react(hub.core->parts(), hub.core->main()));
    const auto again = registry::Persons(hub.core->main()).recordByIdNo(claimant().person.idNo);
    QVERIFY(again && *again == *found);
    const auto report = journal::verifyJournal(hub.core->main(), nullptr);
    QVERIFY(report && report->sound());
}

void TestClaim::journal_afterwards_isSoundAndRebuildsEqual()
{
    const auto before = person();
    const auto report = journal::verifyJournal(m_hub.core->main(), nullptr);
    QVERIFY(report);
    QVERIFY2(report->sound(), qPrintable(report->problems.join(u'\n')));
    QVERIFY(journal::rebuild(m_hub.core->main(), m_hub.core->parts().gate.projections()));
    QCOMPARE(person(), before);
    QCOMPARE(journal::ReactionQueue(m_hub.core->main()).waiting(), 0);
}

QTEST_GUILESS_MAIN(TestClaim)
#include "test_Claim.moc"
