#include "RegistryRows.h"

#include "modules/codes/Identifiers.h"
#include "modules/codes/PinyinTable.h"
#include "PersonName.h"
#include "RegistryJson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

namespace {

store::Value dateValue(QDate date)
{
    return store::orNull(dateText(date));
}

QDate dateAt(const store::Row& row, int column)
{
    return QDate::fromString(row.text(column), Qt::ISODate);
}

// Empty for none, so that the column stays NULL.
QString partsText(const QMap<QString, qint64>& parts)
{
    QJsonObject json;
    for (auto part = parts.begin(); part != parts.end(); ++part)
        json.insert(part.key(), part.value());
    return json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

const RowTable& personTable()
{
    static const RowTable table("person", {"id"},
        {"id_kind", "id_no", "name", "sex", "ethnicity", "nationality", "birth", "address", "area", "phone",
            "household_kind", "education", "marital", "employment", "vital", "died_on", "household"},
        {"given_name", "initials"});
    return table;
}

store::Values personValues(const Person& person)
{
    // Names and phones are stored in one form: search compares bytes.
    const auto name = normalisedName(person.name);
    return {person.id, person.idKind, person.idNo, name, person.sex, person.ethnicity, person.nationality,
        dateValue(person.birth), person.address, person.area, store::orNull(codes::normalisedIdentifier(person.phone)),
        person.householdKind, person.education, person.marital, person.employment, person.vital,
        dateValue(person.diedOn), store::orNull(person.household), store::orNull(givenNameOf(name)),
        codes::pinyinInitials(name)};
}

Person personFrom(const store::Row& row, int at)
{
    Person person;
    person.id = row.text(at);
    person.idKind = row.text(at + 1);
    person.idNo = row.text(at + 2);
    person.name = row.text(at + 3);
    person.sex = row.text(at + 4);
    person.ethnicity = row.text(at + 5);
    person.nationality = row.text(at + 6);
    person.birth = dateAt(row, at + 7);
    person.address = row.text(at + 8);
    person.area = row.text(at + 9);
    person.phone = row.text(at + 10);
    person.householdKind = row.text(at + 11);
    person.education = row.text(at + 12);
    person.marital = row.text(at + 13);
    person.employment = row.text(at + 14);
    person.vital = row.text(at + 15);
    person.diedOn = dateAt(row, at + 16);
    person.household = row.text(at + 17);
    person.version = row.integer(at + 18);
    return person;
}

const RowTable& householdTable()
{
    static const RowTable table("household", {"id"}, {"head", "kind", "area", "address"});
    return table;
}

store::Values householdValues(const Household& household)
{
    return {household.id, household.head, household.kind, household.area, household.address};
}

Household householdFrom(const store::Row& row, int at)
{
    return {
        row.text(at), row.text(at + 1), row.text(at + 2), row.text(at + 3), row.text(at + 4), row.integer(at + 5), 0};
}

const RowTable& unitTable()
{
    static const RowTable table("unit", {"id"},
        {"credit_code", "name", "trade_name", "kind", "economy", "area", "address", "phone", "legal_person",
            "registered_on", "closed_on"},
        {"initials", "trade_initials"});
    return table;
}

store::Values unitValues(const Unit& unit)
{
    return {unit.id, unit.creditCode, unit.name, store::orNull(unit.tradeName), unit.kind, unit.economy, unit.area,
        unit.address, store::orNull(codes::normalisedIdentifier(unit.phone)), unit.legalPerson,
        dateValue(unit.registeredOn), dateValue(unit.closedOn), codes::pinyinInitials(unit.name),
        store::orNull(codes::pinyinInitials(unit.tradeName))};
}

Unit unitFrom(const store::Row& row, int at)
{
    return {row.text(at), row.text(at + 1), row.text(at + 2), row.text(at + 3), row.text(at + 4), row.text(at + 5),
        row.text(at + 6), row.text(at + 7), row.text(at + 8), row.text(at + 9), dateAt(row, at + 10),
        dateAt(row, at + 11), row.integer(at + 12)};
}

const RowTable& cardTable()
{
    static const RowTable table(
        "card", {"person", "card_no"}, {"card_id", "state", "bank", "bank_account", "bank_state", "issued", "expires"});
    return table;
}

store::Values cardValues(const Card& card)
{
    return {card.person, card.cardNo, store::orNull(card.cardId), card.state, card.bank,
        store::orNull(card.bankAccount), card.bankState, dateValue(card.issued), dateValue(card.expires)};
}

Card cardFrom(const store::Row& row, int at)
{
    return {row.text(at), row.text(at + 1), row.text(at + 2), row.text(at + 3), row.text(at + 4), row.text(at + 5),
        row.text(at + 6), dateAt(row, at + 7), dateAt(row, at + 8), row.integer(at + 9)};
}

const RowTable& insuranceTable()
{
    static const RowTable table("insurance", {"person", "kind"},
        {"state", "insured_as", "unit", "first_on", "since", "until", "reason", "months", "base_fen"});
    return table;
}

store::Values insuranceValues(const Insurance& insurance)
{
    return {insurance.person, insurance.kind, insurance.state, insurance.insuredAs, store::orNull(insurance.unit),
        dateValue(insurance.firstOn), dateValue(insurance.since), dateValue(insurance.until),
        store::orNull(insurance.reason), insurance.months, insurance.baseFen};
}

Insurance insuranceFrom(const store::Row& row, int at)
{
    return {row.text(at), row.text(at + 1), row.text(at + 2), row.text(at + 3), row.text(at + 4), dateAt(row, at + 5),
        dateAt(row, at + 6), dateAt(row, at + 7), row.text(at + 8), row.integer(at + 9), row.integer(at + 10),
        row.integer(at + 11)};
}

const RowTable& terminationTable()
{
    static const RowTable table("termination_report", {"id"}, {"person", "unit", "reason", "ended_on", "reported_on"});
    return table;
}

store::Values terminationValues(const TerminationReport& report)
{
    return {
        report.id, report.person, report.unit, report.reason, dateText(report.endedOn), dateText(report.reportedOn)};
}

TerminationReport terminationFrom(const store::Row& row, int at)
{
    return {row.text(at), row.text(at + 1), row.text(at + 2), row.text(at + 3), dateAt(row, at + 4),
        dateAt(row, at + 5), row.integer(at + 6)};
}

const RowTable& pensionTable()
{
    static const RowTable table("pension_account", {"person"},
        {"working_since", "category", "deemed_months", "special_months", "average_index", "balance_fen"});
    return table;
}

store::Values pensionValues(const PensionAccount& account)
{
    return {account.person, dateValue(account.workingSince), account.category, account.deemedMonths,
        account.specialMonths, account.index.text(), account.balanceFen};
}

PensionAccount pensionFrom(const store::Row& row, int at)
{
    return {row.text(at), dateAt(row, at + 1), row.text(at + 2), row.integer(at + 3), row.integer(at + 4),
        expr::Decimal::fromText(row.text(at + 5)).value_or(expr::Decimal()), row.integer(at + 6), row.integer(at + 7)};
}

const RowTable& benefitTable()
{
    static const RowTable table("benefit", {"id"},
        {"person", "kind", "state", "reason", "registered_on", "from_month", "months", "added_months", "drawn_months",
            "counted_months", "stages", "total_fen", "bank", "bank_account", "pay_medical", "granted_by", "parts"});
    return table;
}

store::Values benefitValues(const Benefit& benefit)
{
    const auto stages = benefit.toJson().value("stages"_L1).toArray();
    return {benefit.id, benefit.person, benefit.kind, benefit.state, store::orNull(benefit.reason),
        dateValue(benefit.registeredOn), dateValue(benefit.fromMonth), benefit.months, benefit.addedMonths,
        benefit.drawnMonths, benefit.countedMonths,
        QString::fromUtf8(QJsonDocument(stages).toJson(QJsonDocument::Compact)), benefit.totalFen,
        store::orNull(benefit.bank), store::orNull(benefit.bankAccount), qint64(benefit.payMedical),
        store::orNull(benefit.grantedBy), store::orNull(partsText(benefit.parts))};
}

Benefit benefitFrom(const store::Row& row, int at)
{
    Benefit benefit;
    benefit.id = row.text(at);
    benefit.person = row.text(at + 1);
    benefit.kind = row.text(at + 2);
    benefit.state = row.text(at + 3);
    benefit.reason = row.text(at + 4);
    benefit.registeredOn = dateAt(row, at + 5);
    benefit.fromMonth = dateAt(row, at + 6);
    benefit.months = row.integer(at + 7);
    benefit.addedMonths = row.integer(at + 8);
    benefit.drawnMonths = row.integer(at + 9);
    benefit.countedMonths = row.integer(at + 10);
    for (const auto& entry : QJsonDocument::fromJson(row.text(at + 11).toUtf8()).array()) {
        const auto stage = entry.toObject();
        benefit.stages.append({stage.value("fromMonth"_L1).toInteger(), stage.value("toMonth"_L1).toInteger(),
            stage.value("monthlyFen"_L1).toInteger()});
    }
    benefit.totalFen = row.integer(at + 12);
    benefit.bank = row.text(at + 13);
    benefit.bankAccount = row.text(at + 14);
    benefit.payMedical = row.integer(at + 15) != 0;
    benefit.grantedBy = row.text(at + 16);
    const auto parts = QJsonDocument::fromJson(row.text(at + 17).toUtf8()).object();
    for (auto part = parts.begin(); part != parts.end(); ++part)
        benefit.parts.insert(part.key(), part.value().toInteger());
    benefit.version = row.integer(at + 18);
    return benefit;
}

} // namespace kuaiban::registry
