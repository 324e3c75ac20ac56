#include "tests/support/casework/ClaimCase.h"
#include "tests/support/store/FailingConnection.h"

#include "modules/casework/ItemEffects.h"
#include "modules/casework/RegisterChange.h"
#include "modules/casework/RegisterReaction.h"
#include "modules/journal/JournalVerifier.h"
#include "modules/registry/Persons.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::casework;
using namespace kuaiban::test;

// What completion does to the registers: once, whatever happens in between.
class TestRegisterEffects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void completedClaim_changesPersonAndGrantsTheBenefit();
    void claimWithService_usesUpOnlyWhatWasPaid();
    void reactions_runAgain_changeNothing();
    void hubDyingBeforeTheReaction_doesItAtItsNextStart();
    void reaction_anyStatementFails_isDoneOnceLater();
    void person_unknownToTheRegister_becomesARow();
    void effect_thatTheRegisterDoesNotTake_isTriedAgain();
    void collectionOnTheClosedCase_isNoConflictWithTheEffects();
    void rebuild_afterEffects_isSoundAndEqual();
    void change_ofAnInsurance_isOfTheKindNamed();
    void definition_broken_isNamed_data();
    void definition_broken_isNamed();
    void condition_thatDoesNotHold_changesNothing();

private:
    QString completedClaim(int serviceMonths = 0);
    registry::PersonRecord record();
    int run();

    std::unique_ptr<CaseWorld> m_world;
    std::unique_ptr<CaseCommands> m_write;
};

void TestRegisterEffects::init()
{
    m_world = std::make_unique<CaseWorld>();
    QVERIFY(m_world->open());
    m_write = std::make_unique<CaseCommands>(*m_world);
}

QString TestRegisterEffects::completedClaim(int serviceMonths)
{
    const auto item = m_world->shelf.currentItem(*m_world->connection, u"unemployment-claim"_s).value_or(nullptr);
    const auto known =
        registry::Persons(*m_world->connection).recordByIdNo(claimant().person.idNo).value_or(std::nullopt);
    const QDate today = legalDate(m_world->clock.nowMs());
    auto draft = claimDraft(*item, known ? &*known : nullptr, today, u"first"_s);
    if (serviceMonths > 0) {
        draft.values.insert(u"served"_s, true);
        draft.values.insert(u"serviceMonths"_s, serviceMonths);
        draft.materials = withMaterial(draft.materials, claimMaterial(u"service-proof"_s, u"supplied"_s));
        draft.derive(*item, today);
    }
    const auto opening = m_write->make(
        m_world->clerk, m_world->ids.next(), u"OpenCase"_s, claimBody(draft, *item, m_write->freshNumber()));
    QStringList said{m_world->say(opening)};
    said.append(m_world->say(m_write->claim(m_world->reviewer, opening.stream)));
    said.append(m_world->say(m_write->approve(m_world->reviewer, opening.stream)));
    said.append(m_world->say(m_write->claim(m_world->approver, opening.stream)));
    said.append(m_world->say(m_write->approve(m_world->approver, opening.stream)));
    if (said != QStringList(5, u"applied"_s))
        qWarning() << said;
    return m_world->state(opening.stream).phase == Phase::Completed ? opening.stream : QString();
}

// Service in the army counts like contributions, but was never paid in: it is not what the next claim has less of.
void TestRegisterEffects::claimWithService_usesUpOnlyWhatWasPaid()
{
    QVERIFY(keepRecord(*m_world->connection, claimant(60)));
    QVERIFY(!completedClaim(24).isEmpty());
    QCOMPARE(run(), 2);
    const auto after = record();
    QCOMPARE(after.benefits.first().countedMonths, 60);
    QCOMPARE(registry::formFacts(after).value("usedMonths"_L1).toInt(), 60);
}

registry::PersonRecord TestRegisterEffects::record()
{
    const auto found = registry::Persons(*m_world->connection).recordByIdNo(claimant().person.idNo);
    return found && *found ? **found : registry::PersonRecord{};
}

int TestRegisterEffects::run()
{
    return m_world->reactions->runDue(*m_world->connection).value_or(-1);
}

void TestRegisterEffects::completedClaim_changesPersonAndGrantsTheBenefit()
{
    QVERIFY(keepRecord(*m_world->connection, claimant()));
    const auto before = record();
    const QString stream = completedClaim();
    QVERIFY(!stream.isEmpty());
    QCOMPARE(record().person.employment, u"10"_s); // not before the reaction
    QCOMPARE(run(), 2);

    const auto after = record();
    QCOMPARE(after.person.employment, u"50"_s);
    QCOMPARE(after.person.version, before.person.version + 1);
    QCOMPARE(after.insurances, before.insurances);
    QCOMPARE(after.benefits.size(), 1);
    const auto& benefit = after.benefits.first();
    QCOMPARE(benefit.kind, u"210"_s);
    QCOMPARE(benefit.state, u"10"_s);
    QCOMPARE(benefit.months, 18);
    QCOMPARE(benefit.countedMonths, 96);
    QCOMPARE(benefit.stages, (QList<registry::BenefitStage>{{1, 12, 171'000}, {13, 18, 152'000}}));
    QCOMPARE(benefit.totalFen, 12 * 171'000 + 6 * 152'000);
    QCOMPARE(benefit.fromMonth, QDate(2026, 11, 1));
    QCOMPARE(benefit.registeredOn, QDate(2026, 11, 20));
    QCOMPARE(benefit.bankAccount, u"6217990000000000121"_s);
    QCOMPARE(benefit.grantedBy, stream);

    // The case says what was done, and the next claim reads it.
    const auto state = m_world->state(stream);
    QCOMPARE(state.effects.size(), 2);
    QCOMPARE(state.effects[0].id, u"registered-unemployed"_s);
    QCOMPARE(state.effects[0].detail.value("before"_L1).toObject(), (QJsonObject{{u"employment"_s, u"10"_s}}));
    QCOMPARE(state.effects[0].detail.value("after"_L1).toObject(), (QJsonObject{{u"employment"_s, u"50"_s}}));
    QCOMPARE(state.effects[1].detail.value("table"_L1).toString(), u"benefit"_s);
    QCOMPARE(state.effects[1].detail.value("row"_L1).toString(), benefit.id);
    const auto facts = registry::formFacts(after);
    QCOMPARE(facts.value("usedMonths"_L1).toInt(), 96);
    QCOMPARE(facts.value("benefit"_L1).toObject().value("state"_L1).toString(), u"10"_s);
}

void TestRegisterEffects::reactions_runAgain_changeNothing()
{
    QVERIFY(keepRecord(*m_world->connection, claimant()));
    const QString stream = completedClaim();
    QCOMPARE(run(), 2);
    const auto after = record();
    const auto version = m_world->version(stream);
    m_world->clock.advance(3'600'000);
    QCOMPARE(run(), 0);
    QCOMPARE(record(), after);
    QCOMPARE(m_world->version(stream), version);
}

void TestRegisterEffects::hubDyingBeforeTheReaction_doesItAtItsNextStart()
{
    QVERIFY(keepRecord(*m_world->connection, claimant()));
    QVERIFY(!completedClaim().isEmpty());
    QCOMPARE(journal::ReactionQueue(*m_world->connection).waiting(), 2);
    // Another process: nothing of the first one's memory is there.
    ItemShelf shelf(m_world->shelf.environment());
    std::vector<std::unique_ptr<journal::Reaction>> handlers;
    handlers.push_back(std::make_unique<RegisterReaction>(shelf));
    journal::ReactionRunner next(m_world->clock, m_world->random, m_world->gate->projections(), std::move(handlers));
    QCOMPARE(next.runDue(*m_world->connection), 2);
    QCOMPARE(record().benefits.size(), 1);
    QCOMPARE(run(), 0); // and the first one, should it still be alive, has nothing left
}

void TestRegisterEffects::reaction_anyStatementFails_isDoneOnceLater()
{
    for (qint64 at = 1;; ++at) {
        init();
        QVERIFY(keepRecord(*m_world->connection, claimant()));
        const QString stream = completedClaim();
        FailingConnection failing(*m_world->connection);
        failing.failAt(at);
        [[maybe_unused]] const auto first = m_world->reactions->runDue(failing);
        const bool failed = failing.failed();
        for (int i = 0; i < 3; ++i) {
            m_world->clock.advance(10 * 60 * 1000);
            QVERIFY(run() >= 0);
        }
        QCOMPARE(record().person.employment, u"50"_s);
        QCOMPARE(record().person.version, 2);
        QCOMPARE(record().benefits.size(), 1);
        QCOMPARE(m_world->state(stream).effects.size(), 2);
        QCOMPARE(journal::ReactionQueue(*m_world->connection).waiting(), 0);
        if (!failed)
            break;
    }
}

void TestRegisterEffects::person_unknownToTheRegister_becomesARow()
{
    const QString stream = completedClaim(); // offline, and nobody knows the person
    QVERIFY(!stream.isEmpty());
    QCOMPARE(run(), 2);
    const auto made = record();
    QCOMPARE(made.person.name, u"张𠮷秀"_s);
    QCOMPARE(made.person.idKind, u"01"_s);
    QCOMPARE(made.person.area, u"210603"_s);
    QCOMPARE(made.person.employment, u"50"_s);
    QCOMPARE(made.benefits.size(), 1);
    QCOMPARE(made.benefits.first().person, made.person.id);
}

void TestRegisterEffects::effect_thatTheRegisterDoesNotTake_isTriedAgain()
{
    QVERIFY(keepRecord(*m_world->connection, claimant()));
    const auto person = claimant().person;
    const auto missing = changeRegister(*m_world->connection, person, u"insurance"_s, {{u"kind"_s, u"410"_s}}, {}, {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, u"casework.effect"_s);
    const auto unfit = changeRegister(*m_world->connection, person, u"benefit"_s,
        {{u"kind"_s, u"210"_s}, {u"state"_s, u"10"_s}, {u"months"_s, u"many"_s}}, u"b1"_s, {});
    QVERIFY(!unfit);
    QCOMPARE(unfit.error().code, u"casework.effect"_s);

    // A reaction for an effect that the item does not have fails, waits longer each time and keeps nobody waiting.
    const QString stream = completedClaim();
    const auto completed = m_world->events(stream).constLast();
    QCOMPARE(completed.type, u"CaseCompleted"_s);
    journal::ReactionQueue queue(*m_world->connection);
    QVERIFY(queue.add(completed, RegisterReaction::reactionName(), u"no-such-effect"_s, m_world->clock.nowMs() - 1));
    QCOMPARE(run(), 2);
    QCOMPARE(run(), 0);
    QCOMPARE(queue.waiting(), 1);
    QCOMPARE(queue.due(m_world->clock.nowMs(), 10)->size(), 0);
    QCOMPARE(queue.due(m_world->clock.nowMs() + 1000, 10)->size(), 1);
    QCOMPARE(queue.due(m_world->clock.nowMs() + 1000, 10)->constFirst().attempts, 1);
}

void TestRegisterEffects::collectionOnTheClosedCase_isNoConflictWithTheEffects()
{
    QVERIFY(keepRecord(*m_world->connection, claimant()));
    const QString stream = completedClaim();
    auto remark = m_write->remark(m_world->clerk, stream, u"已电话告知"_s);
    auto voiding = m_write->voidCase(m_world->supervisor, stream, u"误办"_s); // compares and sets; refused as closed
    QCOMPARE(run(), 2);
    QCOMPARE(m_world->say(remark), u"applied"_s);
    voiding.base = m_world->version(stream) - 3; // saw the completion, not what followed
    voiding.prev.clear();
    remark = m_write->remark(m_world->clerk, stream, u"再次告知"_s);
    QCOMPARE(m_world->say(remark), u"applied"_s);
}

void TestRegisterEffects::rebuild_afterEffects_isSoundAndEqual()
{
    QVERIFY(keepRecord(*m_world->connection, claimant()));
    QVERIFY(!completedClaim().isEmpty());
    QCOMPARE(run(), 2);
    const auto report = journal::verifyJournal(*m_world->connection, nullptr);
    QVERIFY(report);
    QVERIFY2(report->sound(), qPrintable(report->problems.join(u'\n')));
    const QString live = m_world->dumpProjections();
    const auto registered = record();
    QVERIFY(journal::rebuild(*m_world->connection, m_world->gate->projections()));
    QCOMPARE(m_world->dumpProjections(), live);
    QCOMPARE(record(), registered); // registers are no projections
    QCOMPARE(run(), 0);
}

void TestRegisterEffects::change_ofAnInsurance_isOfTheKindNamed()
{
    QVERIFY(keepRecord(*m_world->connection, claimant()));
    const auto change = changeRegister(*m_world->connection, claimant().person, u"insurance"_s,
        {{u"kind"_s, u"210"_s}, {u"state"_s, u"3"_s}, {u"reason"_s, u"6404"_s}}, {}, {});
    QVERIFY(change);
    QCOMPARE(change->version, 2);
    QCOMPARE(change->before.value("state"_L1).toString(), u"2"_s);
    QCOMPARE(record().insurances.first().state, u"3"_s);
    QCOMPARE(record().insurances.first().months, 96);
}

void TestRegisterEffects::definition_broken_isNamed_data()
{
    QTest::addColumn<QByteArray>("effect");
    QTest::addColumn<QString>("place");
    QTest::newRow("unknown table") << R"({"id":"a","name":{},"table":"pension","set":{}})"_ba << u"table"_s;
    QTest::newRow("column of identity") << R"({"id":"a","name":{},"table":"person","set":{"idNo":"idNo"}})"_ba
                                        << u"set.idNo"_s;
    QTest::newRow("benefit without months")
        << R"({"id":"a","name":{},"table":"benefit","set":{"kind":"\"210\"","state":"\"10\""}})"_ba << u"set.months"_s;
    QTest::newRow("a name nobody knows") << R"({"id":"a","name":{},"table":"person","set":{"phone":"telephone"}})"_ba
                                         << u"set.phone"_s;
    QTest::newRow("a condition that is none")
        << R"({"id":"a","name":{},"table":"person","when":"phone","set":{"phone":"phone"}})"_ba << u"when"_s;
    QTest::newRow("a slash in the id") << R"({"id":"a/b","name":{},"table":"person","set":{"phone":"phone"}})"_ba
                                       << u"id"_s;
}

void TestRegisterEffects::definition_broken_isNamed()
{
    QFETCH(QByteArray, effect);
    QFETCH(QString, place);
    const auto item = m_world->shelf.currentItem(*m_world->connection, u"unemployment-claim"_s).value_or(nullptr);
    auto changed = item->item;
    changed.effects = {QJsonDocument::fromJson(effect).object()};
    const auto compiled = ItemEffects::compile(changed, item->form);
    QVERIFY(!compiled);
    QCOMPARE(compiled.error().code, u"base.json-field"_s);
    QCOMPARE(compiled.error().fields.value("path"_L1).toString(), u"effects[0]."_s + place);
}

void TestRegisterEffects::condition_thatDoesNotHold_changesNothing()
{
    const auto item = m_world->shelf.currentItem(*m_world->connection, u"unemployment-claim"_s).value_or(nullptr);
    const forms::FormContext context{QDate(2026, 11, 20), {}, {}, {{u"area"_s, u"210603"_s}}, {}, {}};
    const auto granted = item->effects.set(u"benefit-granted"_s, item->form, {{u"benefitMonths"_s, 0}}, context);
    QVERIFY(granted);
    QVERIFY(!*granted);
    const auto registered = item->effects.set(u"registered-unemployed"_s, item->form, {}, context);
    QVERIFY(registered && *registered);
    QCOMPARE(**registered, (QJsonObject{{u"employment"_s, u"50"_s}}));
    QCOMPARE(item->effects.ids(EffectTime::Completed), (QStringList{u"registered-unemployed"_s, u"benefit-granted"_s}));
    QCOMPARE(item->effects.name(u"benefit-granted"_s).zh, u"建立失业保险金待遇台账"_s);
}

QTEST_GUILESS_MAIN(TestRegisterEffects)
#include "test_register_effects.moc"
