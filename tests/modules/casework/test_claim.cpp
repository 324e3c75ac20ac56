#include "tests/support/casework/ClaimCase.h"

#include "modules/casework/CaseDecision.h"
#include "modules/casework/CaseEvolution.h"
#include "modules/forms/FormEvaluation.h"
#include "modules/registry/Persons.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::casework;
using namespace kuaiban::test;

// 失业登记及失业保险金申领: what the item says of people who claim, asked of the deciding functions alone, and on a
// hub.
class TestClaim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void amounts_ofAClaim_areThoseOfTheCalculator_data();
    void amounts_ofAClaim_areThoseOfTheCalculator();
    void claim_withSomethingWrong_isRefusedByTheForm_data();
    void claim_withSomethingWrong_isRefusedByTheForm();
    void claim_withADoubt_warnsAndIsTaken_data();
    void claim_withADoubt_warnsAndIsTaken();
    void materials_ofAClaim_countByWhatStandsForThem_data();
    void materials_ofAClaim_countByWhatStandsForThem();
    void scenario_unknownOrMissing_isRefused_data();
    void scenario_unknownOrMissing_isRefused();

    void register_otherThanTheClerkSaw_refusesBindingValues();
    void register_otherThanTheClerkSaw_isNotedWhereItDoesNotBind();
    void claimTakenOffline_isDerivedFromTheHubsRegister();
    void edit_afterTheRegisterChanged_derivesFromWhatTheCaseRecorded();
    void event_ofOpening_keepsCardRegisterAndParameters();
    void form_filledFromCardAndRegister_leavesFewFieldsToType();

private:
    std::shared_ptr<const PreparedItem> item();
    QDate today() { return legalDate(m_world->clock.nowMs()); }
    // The verdict of `decide` on the facts of a desk.
    journal::Decision decided(const ClaimDraft& draft);
    QString refusal(const ClaimDraft& draft) { return refusalOf(*m_world, opening(draft)); }
    ClaimDraft draft(const registry::PersonRecord& known, const QString& scenario = u"first"_s)
    {
        return claimDraft(*item(), &known, today(), scenario);
    }
    journal::Command opening(const ClaimDraft& draft)
    {
        return m_write->make(
            m_world->clerk, m_world->ids.next(), u"OpenCase"_s, claimBody(draft, *item(), m_write->freshNumber()));
    }

    std::unique_ptr<CaseWorld> m_world;
    std::unique_ptr<CaseCommands> m_write;
};

void TestClaim::init()
{
    m_world = std::make_unique<CaseWorld>();
    const auto opened = m_world->open();
    QVERIFY2(opened, opened ? "" : qPrintable(logLine(opened.error())));
    m_write = std::make_unique<CaseCommands>(*m_world);
}

std::shared_ptr<const PreparedItem> TestClaim::item()
{
    const auto found = m_world->shelf.currentItem(*m_world->connection, u"unemployment-claim"_s);
    if (!found || !*found)
        qFatal("%s", found ? "no such item" : qPrintable(logLine(found.error())));
    return *found;
}

journal::Decision TestClaim::decided(const ClaimDraft& draft)
{
    const auto command = opening(draft);
    return decide({}, command, m_world->deskFacts({}, command));
}

void TestClaim::amounts_ofAClaim_areThoseOfTheCalculator_data()
{
    QTest::addColumn<qint64>("months");
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<bool>("again");
    QTest::addColumn<int>("granted");
    QTest::addColumn<qint64>("total");
    // 190,000 fen of minimum wage: 90 per cent for the first twelve months, 80 per cent after them.
    QTest::newRow("a year") << qint64(12) << u"first"_s << false << 12 << qint64(12 * 171'000);
    QTest::newRow("eight years") << qint64(96) << u"first"_s << false << 18 << qint64(12 * 171'000 + 6 * 152'000);
    QTest::newRow("over ten years") << qint64(186) << u"first"_s << false << 24 << qint64(12 * 171'000 + 12 * 152'000);
    QTest::newRow("again, with eleven months left")
        << qint64(86) << u"again"_s << true << 23 << qint64(12 * 171'000 + 11 * 152'000);
}

void TestClaim::amounts_ofAClaim_areThoseOfTheCalculator()
{
    QFETCH(qint64, months);
    QFETCH(QString, scenario);
    QFETCH(bool, again);
    QFETCH(int, granted);
    QFETCH(qint64, total);
    const auto claim = draft(again ? claimantAgain() : claimant(months), scenario);
    QCOMPARE(refusal(claim), u"accepted"_s);
    const auto decision = decided(claim);
    const auto values = decision.events.constFirst().personal.value("values"_L1).toObject();
    QCOMPARE(values.value("benefitMonths"_L1).toInt(), granted);
    QCOMPARE(values.value("monthlyAmount"_L1).toInteger(), 171'000);
    QCOMPARE(values.value("totalAmount"_L1).toInteger(), total);
    QCOMPARE(values.value("firstMonth"_L1).toString(), u"2026-11"_s);
    QCOMPARE(values.value("age"_L1).toInt(), 46);
    QVERIFY(values.value("reasoning"_L1).toString().contains(QString::number(granted)));
    QCOMPARE(decision.events.constFirst().body.value("dueOn"_L1).toString(), u"2026-12-04"_s); // ten working days
}

void TestClaim::claim_withSomethingWrong_isRefusedByTheForm_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("refused");
    QTest::newRow("nothing") << u""_s << u"accepted"_s;
    QTest::newRow("too few months") << u"short"_s << u"forms.check too-short"_s;
    QTest::newRow("resigned by the register") << u"resigned"_s << u"forms.check voluntary"_s;
    QTest::newRow("said to be dismissed, resigned by the register")
        << u"contradicts"_s << u"forms.check reported-voluntary"_s;
    QTest::newRow("work ends tomorrow") << u"tomorrow"_s << u"forms.check ended-later"_s;
    QTest::newRow("still insured by a unit") << u"paying"_s << u"forms.check still-paying"_s;
    QTest::newRow("draws a pension") << u"pension"_s << u"forms.check pensioner"_s;
    QTest::newRow("died") << u"dead"_s << u"forms.check died"_s;
    QTest::newRow("draws benefit already") << u"drawing"_s << u"forms.check drawing"_s;
    QTest::newRow("account frozen") << u"frozen"_s << u"forms.check card-account"_s;
    QTest::newRow("a job that ends before it began") << u"job"_s << u"forms.check job-order"_s;
    QTest::newRow("own number for emergencies") << u"contact"_s << u"forms.check contact-twice"_s;
    QTest::newRow("does not want to work") << u"idle"_s << u"forms.required wantsWork"_s;
    QTest::newRow("a reason that no table knows") << u"code"_s << u"forms.code-unknown reason"_s;
    QTest::newRow("an account with a wrong digit") << u"account"_s << u"codes.bank-check account"_s;
    QTest::newRow("service without months") << u"service"_s << u"forms.required serviceMonths"_s;
}

void TestClaim::claim_withSomethingWrong_isRefusedByTheForm()
{
    QFETCH(QString, what);
    QFETCH(QString, refused);
    auto known =
        claimant(what == "short"_L1 ? 8 : 96, what == "resigned"_L1 || what == "contradicts"_L1 ? u"31"_s : u"11"_s);
    if (what == "paying"_L1)
        known.insurances.first().state = u"1"_s;
    if (what == "pension"_L1) {
        auto pension = known.insurances.first();
        pension.kind = u"110"_s;
        pension.reason = u"6501"_s;
        known.insurances.prepend(pension);
    }
    if (what == "dead"_L1)
        known.person.vital = u"2"_s;
    if (what == "drawing"_L1) {
        known.benefits = claimantAgain().benefits;
        known.benefits.first().state = u"10"_s;
        known.benefits.first().countedMonths = 0;
    }
    if (what == "frozen"_L1)
        known.cards.first().bankState = u"2"_s;
    auto claim = draft(known);
    const QHash<QString, std::pair<QString, QJsonValue>> typed{{u"contradicts"_s, {u"reason"_s, u"24"_s}},
        {u"tomorrow"_s, {u"endedOn"_s, u"2026-11-21"_s}}, {u"idle"_s, {u"wantsWork"_s, false}},
        {u"code"_s, {u"reason"_s, u"77"_s}}, {u"account"_s, {u"account"_s, u"6217990000000000122"_s}},
        {u"service"_s, {u"served"_s, true}}};
    if (typed.contains(what))
        claim.values.insert(typed[what].first, typed[what].second);
    if (what == "contact"_L1) {
        claim.values.insert(u"otherName"_s, u"王亲友"_s);
        claim.values.insert(u"otherPhone"_s, claim.values.value("phone"_L1));
    }
    if (what == "job"_L1) {
        const QJsonObject job{{u"unit"_s, u"甲厂"_s}, {u"from"_s, u"2020-05"_s}, {u"to"_s, u"2019-05"_s}};
        claim.values.insert(
            u"jobs"_s, QJsonObject{{u"rows"_s, QJsonObject{{u"r1"_s, job}}}, {u"order"_s, QJsonArray{u"r1"_s}}});
    }
    if (what == "service"_L1)
        claim.materials = withMaterial(claim.materials, claimMaterial(u"service-proof"_s, u"supplied"_s));
    claim.derive(*item(), today());
    QCOMPARE(refusal(claim), refused);
}

void TestClaim::claim_withADoubt_warnsAndIsTaken_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("typed");
    QTest::addColumn<QString>("check");
    QTest::newRow("other months than the register") << u"reportedMonths"_s << QJsonValue(120) << u"months-differ"_s;
    QTest::newRow("another involuntary reason") << u"reason"_s << QJsonValue(u"24"_s) << u"reason-differs"_s;
    QTest::newRow("another account") << u"account"_s << QJsonValue(u"6222020000000000000"_s) << u"account-differs"_s;
    QTest::newRow("long ago") << u"endedOn"_s << QJsonValue(u"2026-01-15"_s) << u"late"_s;
}

void TestClaim::claim_withADoubt_warnsAndIsTaken()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, typed);
    QFETCH(QString, check);
    auto claim = draft(claimant());
    claim.values.insert(path, typed);
    if (path == "account"_L1)
        claim.materials = withMaterial(
            withoutMaterial(claim.materials, u"bank-proof"_s), claimMaterial(u"passbook"_s, u"supplied"_s));
    claim.derive(*item(), today());
    const auto command = opening(claim);
    const auto facts = m_world->deskFacts({}, command);
    const forms::FormContext context{today(), claim.card, claim.registered,
        {{u"area"_s, u"210603"_s}, {u"scenario"_s, claim.scenario},
            {u"subject"_s, claim.parties.value("applicant"_L1)}},
        {}, facts.knowsCode};
    const auto state = forms::evaluate(facts.item->form, claim.values, context);
    QStringList warned;
    for (const auto& problem : state.problems) {
        QCOMPARE(problem.severity, forms::Severity::Warn);
        warned.append(problem.error.fields.value("check"_L1).toString());
    }
    QCOMPARE(warned, QStringList{check});
    QCOMPARE(refusal(claim), u"accepted"_s);
    // Months typed otherwise change nothing: those of the register count.
    QCOMPARE(state.values.value("countedMonths"_L1).toInt(), 96);
}

void TestClaim::materials_ofAClaim_countByWhatStandsForThem_data()
{
    QTest::addColumn<QString>("material");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("dueOn");
    QTest::addColumn<bool>("reported"); // the employer's report stands in the register
    QTest::addColumn<QString>("refused");
    const QString missing = u"casework.material-missing"_s;
    QTest::newRow("form signed") << u"claim-form"_s << u"supplied"_s << u""_s << true << u"accepted"_s;
    QTest::newRow("form missing") << u"claim-form"_s << u""_s << u""_s << true << missing;
    QTest::newRow("form from an earlier case") << u"claim-form"_s << u"reused"_s << u""_s << true << missing;
    QTest::newRow("promise replaced by commitment")
        << u"job-promise"_s << u"committed"_s << u""_s << true << u"accepted"_s;
    QTest::newRow("form replaced by commitment") << u"claim-form"_s << u"committed"_s << u""_s << true << missing;
    QTest::newRow("proof from the register") << u"end-proof"_s << u"shared"_s << u""_s << true << u"accepted"_s;
    QTest::newRow("proof said to be in the register") << u"end-proof"_s << u"shared"_s << u""_s << false << missing;
    QTest::newRow("proof deferred") << u"end-proof"_s << u"deferred"_s << u"2026-12-05"_s << false << u"accepted"_s;
    QTest::newRow("proof deferred too long")
        << u"end-proof"_s << u"deferred"_s << u"2026-12-06"_s << false << u"casework.deferred"_s;
    QTest::newRow("proof deferred without a date")
        << u"end-proof"_s << u"deferred"_s << u""_s << false << u"casework.deferred"_s;
    QTest::newRow("none of proof and judgment") << u"end-proof"_s << u""_s << u""_s << false << missing;
    QTest::newRow("photo left out") << u"photo"_s << u""_s << u""_s << true << u"accepted"_s;
}

void TestClaim::materials_ofAClaim_countByWhatStandsForThem()
{
    QFETCH(QString, material);
    QFETCH(QString, state);
    QFETCH(QString, dueOn);
    QFETCH(bool, reported);
    QFETCH(QString, refused);
    auto claim = draft(claimant(96, reported ? u"11"_s : QString()));
    claim.values.insert(u"reason"_s, u"11"_s);
    claim.derive(*item(), today());
    claim.materials = withoutMaterial(claim.materials, material);
    if (!state.isEmpty())
        claim.materials.append(claimMaterial(material, state, dueOn));
    QCOMPARE(refusal(claim), refused);
    if (material == "end-proof"_L1 && !reported && state.isEmpty()) { // one of the two is enough
        claim.materials.append(claimMaterial(u"judgment"_s, u"supplied"_s));
        QCOMPARE(refusal(claim), u"accepted"_s);
    }
}

void TestClaim::scenario_unknownOrMissing_isRefused_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::newRow("none") << u""_s;
    QTest::newRow("unknown") << u"third-time"_s;
}

void TestClaim::scenario_unknownOrMissing_isRefused()
{
    QFETCH(QString, scenario);
    QCOMPARE(refusal(draft(claimant(), scenario)), u"casework.scenario"_s);
}

void TestClaim::register_otherThanTheClerkSaw_refusesBindingValues()
{
    // The clerk saw 96 months; meanwhile the register has 130: 24 months instead of 18.
    QVERIFY(keepRecord(*m_world->connection, claimant(130)));
    const auto command = opening(draft(claimant(96)));
    const auto answer = m_world->send(command);
    QVERIFY(answer);
    QCOMPARE(answer->verdict, journal::Verdict::Refused);
    QCOMPARE(answer->reason->code, u"casework.facts-differ"_s);
    QCOMPARE(answer->reason->fields.value("path"_L1).toString(), u"countedMonths"_s);
    QCOMPARE(answer->reason->fields.value("seen"_L1).toString(), u"96"_s);
    QCOMPARE(answer->reason->fields.value("derived"_L1).toString(), u"130"_s);
    QVERIFY(m_world->events(command.stream).isEmpty());
    // Asked again with the register of the hub it is taken.
    QCOMPARE(m_world->say(opening(draft(claimant(130)))), u"applied"_s);
}

void TestClaim::register_otherThanTheClerkSaw_isNotedWhereItDoesNotBind()
{
    QVERIFY(keepRecord(*m_world->connection, claimant()));
    auto claim = draft(claimant());
    claim.values.insert(u"age"_s, 45); // a counter that counts otherwise
    const auto command = opening(claim);
    QCOMPARE(m_world->say(command), u"applied"_s);
    const auto state = m_world->state(command.stream);
    QCOMPARE(state.differences, (QList<Difference>{{u"age"_s, 45, 46}}));
    QCOMPARE(state.values.value("age"_L1).toInt(), 46);
    const auto opened = m_world->events(command.stream).constFirst();
    QCOMPARE(opened.body.value("differences"_L1).toArray(), QJsonArray{u"age"_s});
    QVERIFY(!opened.body.contains("registered"_L1)); // personal data stands beside the event
}

void TestClaim::claimTakenOffline_isDerivedFromTheHubsRegister()
{
    QVERIFY(keepRecord(*m_world->connection, claimant(96)));
    auto offline = claimDraft(*item(), nullptr, today(), u"first"_s);
    QCOMPARE(refusal(offline), u"accepted"_s);
    const auto command = opening(offline);
    QCOMPARE(m_world->say(command), u"applied"_s); // 96 months were typed, and are right
    const auto state = m_world->state(command.stream);
    QCOMPARE(state.registered.value("unemploymentMonths"_L1).toInt(), 96);
    QVERIFY(state.differences.isEmpty());

    offline.values.insert(u"reportedMonths"_s, 130);
    offline.derive(*item(), today());
    QCOMPARE(m_world->say(opening(offline)), u"refused casework.facts-differ"_s);
}

void TestClaim::edit_afterTheRegisterChanged_derivesFromWhatTheCaseRecorded()
{
    QVERIFY(keepRecord(*m_world->connection, claimant(96)));
    const auto command = opening(draft(claimant(96)));
    QCOMPARE(m_world->say(command), u"applied"_s);
    registry::Persons persons(*m_world->connection);
    auto record = persons.recordByIdNo(claimant().person.idNo);
    QVERIFY(record && *record);
    auto insurance = (*record)->insurances.first();
    insurance.months = 200;
    QVERIFY(persons.put(insurance));
    QCOMPARE(
        m_world->say(m_write->edit(m_world->clerk, command.stream, u"trade"_s, u"车工"_s, u"钳工"_s)), u"applied"_s);
    const auto state = m_world->state(command.stream);
    QCOMPARE(state.values.value("trade"_L1).toString(), u"钳工"_s);
    QCOMPARE(state.values.value("countedMonths"_L1).toInt(), 96);
    QCOMPARE(state.values.value("benefitMonths"_L1).toInt(), 18);
}

void TestClaim::event_ofOpening_keepsCardRegisterAndParameters()
{
    QVERIFY(keepRecord(*m_world->connection, claimant()));
    const auto command = opening(draft(claimant()));
    QCOMPARE(m_world->say(command), u"applied"_s);
    const auto opened = m_world->events(command.stream).constFirst();
    QCOMPARE(opened.personal.value("card"_L1).toObject(), command.body.value("card"_L1).toObject());
    QCOMPARE(
        opened.personal.value("registered"_L1).toObject().value("bankAccount"_L1).toString(), u"6217990000000000121"_s);
    QCOMPARE(
        opened.body.value("parameters"_L1).toObject(), (QJsonObject{{u"retirement"_s, 1}, {u"unemployment"_s, 1}}));
    QCOMPARE(fold({opened}).parameters, (QJsonObject{{u"retirement"_s, 1}, {u"unemployment"_s, 1}}));
}

void TestClaim::form_filledFromCardAndRegister_leavesFewFieldsToType()
{
    const auto prepared = item();
    int fields = 0;
    for (const auto& section : prepared->form.sections())
        fields += static_cast<int>(section.fields.size());
    QVERIFY(fields >= 20);
    const auto filled = draft(claimant()).values;
    for (const auto* path : {"name", "idNo", "sex", "unit", "endedOn", "reason", "reportedMonths", "phone", "address",
             "area", "bank", "account", "householdKind", "education"})
        QVERIFY2(!filled.value(QLatin1StringView(path)).isUndefined(), path);
    QCOMPARE(filled.value("unit"_L1).toString(), u"示范机械有限公司"_s);
}

QTEST_GUILESS_MAIN(TestClaim)
#include "test_claim.moc"
