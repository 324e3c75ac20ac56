#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/base/FailureManual.h"
#include "modules/casework/CaseDecision.h"
#include "modules/casework/CaseEvolution.h"
#include "modules/casework/FormEnvironments.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;
using journal::Decision;

// decide() and evolve() by themselves, without a hub: what a counter does with incomplete knowledge.
class TestDecide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void decide_twice_givesTheSameEvents();
    void decide_withoutTheItem_refusesInsteadOfGuessing_data();
    void decide_withoutTheItem_refusesInsteadOfGuessing();
    void decide_codes_areAskedWhenKnown();
    void evolve_unknownEvent_changesOnlyTheVersion();
    void evolve_eventOfAnUnknownTask_isIgnored();
    void phaseNames_readBack_data();
    void phaseNames_readBack();
    void comparesAndSets_unknownCommand_isCareful();
    void identifierChecks_ofTheStandardForms_goByTheGivenDay();
    void manual_everyCodeOfTheRoom_hasBothTexts();

private:
    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestDecide::initTestCase()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestDecide::decide_twice_givesTheSameEvents()
{
    const auto command = m_write->openMatter(m_world->clerk);
    const auto facts = m_world->deskFacts({}, command);
    const auto once = decide({}, command, facts);
    const auto twice = decide({}, command, facts);
    QCOMPARE(once.kind, Decision::Kind::Accept);
    QCOMPARE(once.events.size(), 2);
    for (qsizetype i = 0; i < once.events.size(); ++i) {
        QCOMPARE(twice.events.at(i).type, once.events.at(i).type);
        QCOMPARE(twice.events.at(i).body, once.events.at(i).body);
        QCOMPARE(twice.events.at(i).personal, once.events.at(i).personal);
    }
}

void TestDecide::decide_withoutTheItem_refusesInsteadOfGuessing_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("code");
    QTest::newRow("OpenCase") << u"OpenCase"_s << u"catalogue.item"_s;
    QTest::newRow("EditFields") << u"EditFields"_s << u"casework.wrong-step"_s;
    QTest::newRow("SetMaterial") << u"SetMaterial"_s << u"casework.material-unknown"_s;
    for (const auto* type : {"ClaimTask", "ReleaseTask", "ApproveTask", "ReturnTask", "RefuseCase", "RequestSupplement",
             "DispatchCase", "Resubmit", "RemoveMaterial", "RefuseAcceptance", "SetParty", "HandOver", "TransferTask"})
        QTest::addRow("%s", type) << QString::fromLatin1(type) << u"casework.wrong-step"_s;
}

void TestDecide::decide_withoutTheItem_refusesInsteadOfGuessing()
{
    QFETCH(QString, type);
    QFETCH(QString, code);
    const QString stream = m_write->inReview();
    auto command = type == "OpenCase"_L1
                       ? m_write->openFreeIntake(m_world->clerk)
                       : m_write->onTask(type == "TransferTask"_L1 ? m_world->supervisor : m_world->reviewer, stream,
                             type, {{u"opinion"_s, u"同意"_s}, {u"reason"_s, u"外出"_s}, {u"to"_s, m_world->jack.id}});
    auto state = type == "OpenCase"_L1 ? Case{} : m_world->state(stream);
    if (type == "ClaimTask"_L1)
        state.tasks.last().holder.clear();
    auto facts = m_world->deskFacts(state, command);
    facts.item.reset(); // the catalogue has not been synced yet
    const auto decision = decide(state, command, facts);
    QCOMPARE(decision.kind, Decision::Kind::Refuse);
    QCOMPARE(decision.reason.code, code);
}

void TestDecide::decide_codes_areAskedWhenKnown()
{
    const auto command = m_write->openFreeIntake(m_world->clerk);
    auto facts = m_world->deskFacts({}, command);
    facts.knowsCode = [](const QString&, const QString&) { return false; };
    QCOMPARE(decide({}, command, facts).kind, Decision::Kind::Accept); // this form has no codes
}

void TestDecide::evolve_unknownEvent_changesOnlyTheVersion()
{
    const auto before = m_world->state(m_write->inReview());
    journal::Event event;
    event.version = before.version + 1;
    event.type = u"CaseSungTo"_s;
    auto after = evolve(before, event);
    QCOMPARE(after.version, before.version + 1);
    after.version = before.version;
    QCOMPARE(after, before);
}

void TestDecide::evolve_eventOfAnUnknownTask_isIgnored()
{
    const auto before = m_world->state(m_write->inReview());
    for (const auto* type : {"TaskClaimed", "TaskReleased", "TaskDone"}) {
        journal::Event event;
        event.version = before.version + 1;
        event.type = QString::fromLatin1(type);
        event.body.insert(u"task"_s, u"moon-1"_s);
        auto after = evolve(before, event);
        after.version = before.version;
        QCOMPARE(after, before);
    }
}

void TestDecide::phaseNames_readBack_data()
{
    QTest::addColumn<int>("phase");
    for (const auto phase : {Phase::None, Phase::InProgress, Phase::Supplement, Phase::Completed, Phase::Refused,
             Phase::NotAccepted, Phase::Voided})
        QTest::addRow("%s", qPrintable(phaseName(phase))) << static_cast<int>(phase);
}

void TestDecide::phaseNames_readBack()
{
    QFETCH(int, phase);
    QCOMPARE(static_cast<int>(phaseFromName(phaseName(static_cast<Phase>(phase)))), phase);
    QCOMPARE(phaseFromName(u"dreaming"_s), Phase::None);
}

void TestDecide::comparesAndSets_unknownCommand_isCareful()
{
    QVERIFY(comparesAndSets(u"BurnCase"_s));
    QVERIFY(comparesAndSets(u"ApproveTask"_s));
    QVERIFY(comparesAndSets(u"SetParty"_s)); // identity is never merged
    QVERIFY(comparesAndSets(u"TransferTask"_s));
    QVERIFY(!comparesAndSets(u"EditFields"_s));
    QVERIFY(!comparesAndSets(u"SetMaterial"_s));
    QVERIFY(!comparesAndSets(u"AddRemark"_s));
}

void TestDecide::identifierChecks_ofTheStandardForms_goByTheGivenDay()
{
    const auto environment = standardFormEnvironment();
    const auto check = environment.identifierChecks.value(u"citizen-id"_s);
    QVERIFY(check);
    const QString born = test::citizenId(u"21060320261121001"_s);
    QCOMPARE(check(born, QDate(2026, 11, 20)).error().code, u"codes.id-future"_s);
    QVERIFY(check(born, QDate(2026, 11, 21))); // whatever the machine's clock says
    QVERIFY(environment.isDoubt);
    QVERIFY(!environment.isDoubt(check(born, QDate(2026, 11, 20)).error()));
}

void TestDecide::manual_everyCodeOfTheRoom_hasBothTexts()
{
    QFile header(test::inSource(u"modules/casework/CaseworkErrors.h"));
    QVERIFY(header.open(QIODevice::ReadOnly));
    static const QRegularExpression pattern(u"failure\\(\"([^\"]+)\""_s);
    const FailureManual manual;
    int count = 0;
    for (auto match = pattern.globalMatch(QString::fromUtf8(header.readAll())); match.hasNext(); ++count) {
        const QString code = match.next().captured(1);
        QVERIFY2(manual.has(code), qPrintable(code));
        for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
            const auto text = manual.text(Error{code, Origin::User, {}, {}}, language);
            QVERIFY2(!text.what.isEmpty() && !text.cause.isEmpty() && !text.remedy.isEmpty(),
                qPrintable(code + u' ' + language));
        }
    }
    QVERIFY(count > 20);
}

QTEST_GUILESS_MAIN(TestDecide)
#include "test_decide.moc"
