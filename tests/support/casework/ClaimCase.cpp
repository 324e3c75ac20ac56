#include "ClaimCase.h"

#include "modules/casework/CaseDecision.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/forms/FormEvaluation.h"
#include "modules/forms/Prefill.h"
#include "modules/registry/Persons.h"
#include "modules/registry/Units.h"
#include "SampleMatter.h"

namespace kuaiban::test {

using namespace Qt::StringLiterals;

namespace {

const QString PersonId = u"019aa000-0000-7000-8000-000000000001"_s;
const QString UnitId = u"019aa000-0000-7000-8000-000000000002"_s;
const QString ReportId = u"019aa000-0000-7000-8000-000000000003"_s;
const QString BenefitId = u"019aa000-0000-5000-8000-000000000004"_s;
const QString Digits17 = u"21060319800101002"_s;
const QString Name = u"张𠮷秀"_s;
constexpr qint64 BaseFen = 520'000;

QString shared(const casework::MaterialNeed& need)
{
    return need.canShare ? u"shared"_s : u"supplied"_s;
}

} // namespace

registry::PersonRecord claimant(qint64 months, const QString& reason)
{
    registry::PersonRecord record;
    auto& person = record.person;
    person.id = PersonId;
    person.idNo = citizenId(Digits17);
    person.name = Name;
    person.sex = u"2"_s;
    person.ethnicity = u"01"_s;
    person.birth = QDate(1980, 1, 1);
    person.address = u"辽宁省丹东市振兴区永昌街道示范路1号"_s;
    person.area = u"210603002001"_s;
    person.phone = u"13900000001"_s;
    person.householdKind = u"10"_s;
    person.education = u"61"_s;
    person.marital = u"2"_s;
    person.employment = u"10"_s;
    record.cards.append({PersonId, u"A12345678"_s, {}, u"40"_s, u"示范银行"_s, u"6217990000000000121"_s, u"1"_s,
        QDate(2022, 5, 6), QDate(2032, 5, 6), 0});
    registry::Insurance insurance;
    insurance.person = PersonId;
    insurance.kind = u"210"_s;
    insurance.state = u"2"_s;
    insurance.insuredAs = u"10"_s;
    insurance.unit = UnitId;
    insurance.unitName = u"示范机械有限公司"_s;
    insurance.firstOn = QDate(2010, 1, 1);
    insurance.since = QDate(2018, 2, 1);
    insurance.until = QDate(2026, 11, 10);
    insurance.reason = u"6301"_s;
    insurance.months = months;
    insurance.baseFen = BaseFen;
    record.insurances.append(insurance);
    if (!reason.isEmpty())
        record.terminations.append(
            {ReportId, PersonId, UnitId, reason, QDate(2026, 11, 10), QDate(2026, 11, 16), 0, u"示范机械有限公司"_s});
    return record;
}

registry::PersonRecord claimantAgain()
{
    auto record = claimant(86);
    registry::Benefit benefit;
    benefit.id = BenefitId;
    benefit.person = PersonId;
    benefit.kind = u"210"_s;
    benefit.state = u"30"_s;
    benefit.reason = u"11"_s;
    benefit.registeredOn = QDate(2024, 2, 5);
    benefit.fromMonth = QDate(2024, 2, 1);
    benefit.months = 18;
    benefit.drawnMonths = 7;
    benefit.countedMonths = 60;
    benefit.stages = {{1, 18, 153'000}};
    benefit.totalFen = 18 * 153'000;
    record.benefits.append(benefit);
    return record;
}

registry::PersonRecord worker(const CardHolder& person, const QString& category, qint64 months)
{
    auto record = claimant();
    record.terminations.clear();
    record.person.idNo = citizenId(person.digits17);
    record.person.name = person.name;
    record.person.sex = person.sex;
    record.person.birth = person.birth;
    record.person.address = person.address;
    auto& insurance = record.insurances.first();
    insurance.kind = u"110"_s;
    insurance.state = u"1"_s;
    insurance.firstOn = QDate(1992, 1, 1);
    insurance.until = {};
    insurance.reason.clear();
    insurance.months = months;
    registry::PensionAccount account;
    account.person = PersonId;
    account.workingSince = QDate(1984, 6, 15);
    account.category = category;
    account.deemedMonths = 91;
    account.index = *expr::Decimal::fromText(u"1.05");
    account.balanceFen = 12'000'000;
    record.pension = account;
    return record;
}

Done keepRecord(store::Connection& connection, const registry::PersonRecord& record)
{
    registry::Unit unit;
    unit.id = UnitId;
    unit.creditCode = u"91210603MA0AAAAA2B"_s;
    unit.name = u"示范机械有限公司"_s;
    unit.kind = u"10"_s;
    unit.economy = u"150"_s;
    unit.area = u"210603001"_s;
    unit.address = u"辽宁省丹东市振兴区示范路2号"_s;
    unit.legalPerson = u"王法人"_s;
    KB_CHECK(registry::Units(connection).put(unit));
    registry::Persons persons(connection);
    KB_CHECK(persons.put(record.person));
    for (const auto& card : record.cards)
        KB_CHECK(persons.put(card));
    for (const auto& insurance : record.insurances)
        KB_CHECK(persons.put(insurance));
    for (const auto& report : record.terminations)
        KB_CHECK(persons.put(report));
    for (const auto& benefit : record.benefits)
        KB_CHECK(persons.put(benefit));
    if (record.pension)
        KB_CHECK(persons.put(*record.pension));
    return {};
}

void ClaimDraft::derive(const casework::PreparedItem& item, QDate today)
{
    const forms::FormContext context{
        today, card, registered, casework::formParams(u"210603"_s, scenario, parties), {}, {}};
    values = forms::evaluate(item.form, values, context).values;
}

ClaimDraft itemDraft(const casework::PreparedItem& item, const CardHolder& person, const registry::PersonRecord* known,
    QDate today, const QString& scenario, const QJsonObject& typed)
{
    ClaimDraft draft;
    draft.scenario = scenario;
    const auto applicant = party(person.name, person.digits17);
    draft.parties = {{u"applicant"_s, applicant}};
    draft.card = {{u"name"_s, person.name}, {u"idNo"_s, applicant.value("idNo"_L1)}, {u"sex"_s, person.sex},
        {u"birth"_s, person.birth.toString(Qt::ISODate)}, {u"address"_s, person.address}};
    if (known)
        draft.registered = registry::formFacts(*known);
    const forms::FormContext context{
        today, draft.card, draft.registered, casework::formParams(u"210603"_s, scenario, draft.parties), {}, {}};
    draft.values = forms::prefill(item.form, context).values;
    for (auto it = typed.begin(); it != typed.end(); ++it)
        draft.values.insert(it.key(), it.value());
    draft.derive(item, today);
    QSet<QString> groups; // of each one is enough
    for (const auto& need : item.materials.needs(item.item, item.form, draft.values, context, {})) {
        const auto& group = need.material->oneOf;
        if (!need.isAsked || (!need.canShare && groups.contains(group)))
            continue;
        if (!group.isEmpty())
            groups.insert(group);
        draft.materials.append(claimMaterial(need.material->id, shared(need)));
    }
    return draft;
}

ClaimDraft claimDraft(
    const casework::PreparedItem& item, const registry::PersonRecord* known, QDate today, const QString& scenario)
{
    QJsonObject typed{{u"wantsWork"_s, true}, {u"wish"_s, u"10"_s}, {u"trade"_s, u"车工"_s}, {u"promise"_s, true}};
    if (!known) { // what the citizen says and shows, while the hub cannot be asked
        const QJsonObject said{{u"householdKind"_s, u"10"_s}, {u"education"_s, u"61"_s},
            {u"unit"_s, u"示范机械有限公司"_s}, {u"endedOn"_s, u"2026-11-10"_s}, {u"reason"_s, u"11"_s},
            {u"reportedMonths"_s, 96}, {u"phone"_s, u"13900000001"_s}, {u"bank"_s, u"示范银行"_s},
            {u"account"_s, u"6217990000000000121"_s}};
        for (auto it = said.begin(); it != said.end(); ++it)
            typed.insert(it.key(), it.value());
    }
    return itemDraft(item, {Name, Digits17, u"2"_s, QDate(1980, 1, 1), u"辽宁省丹东市振兴区永昌街道示范路1号"_s}, known,
        today, scenario, typed);
}

QJsonObject claimMaterial(const QString& id, const QString& state, const QString& dueOn)
{
    casework::CaseMaterial material{id, u"材料 "_s + id, u"copy"_s, state, 1, {}, dueOn, false};
    return material.toJson();
}

QJsonArray withMaterial(QJsonArray materials, const QJsonObject& material)
{
    materials = withoutMaterial(materials, material.value("id"_L1).toString());
    materials.append(material);
    return materials;
}

QJsonArray withoutMaterial(QJsonArray materials, const QString& id)
{
    QJsonArray rest;
    for (const auto& material : materials) {
        if (material.toObject().value("id"_L1).toString() != id)
            rest.append(material);
    }
    return rest;
}

QString refusalOf(CaseWorld& world, const journal::Command& opening)
{
    const auto decision = casework::decide({}, opening, world.deskFacts({}, opening));
    if (decision.kind == journal::Decision::Kind::Accept)
        return u"accepted"_s;
    const auto& fields = decision.reason.fields;
    const QString which =
        decision.reason.is("forms.check"_L1) ? fields.value("check"_L1).toString() : fields.value("path"_L1).toString();
    return which.isEmpty() ? decision.reason.code : decision.reason.code + u' ' + which;
}

QJsonObject claimBody(const ClaimDraft& draft, const casework::PreparedItem& item, const QString& number)
{
    return {{u"number"_s, number}, {u"item"_s, item.item.id}, {u"revision"_s, item.item.revision},
        {u"scenario"_s, draft.scenario}, {u"area"_s, u"210603"_s}, {u"office"_s, u"振安区政务服务中心"_s},
        {u"window"_s, u"3"_s}, {u"queryCode"_s, u"7K2M9Q"_s}, {u"parties"_s, draft.parties},
        {u"values"_s, draft.values}, {u"materials"_s, draft.materials}, {u"card"_s, draft.card},
        {u"registered"_s, draft.registered}, {u"parameters"_s, item.parameters}};
}

} // namespace kuaiban::test
