#include "Persons.h"

#include "Cursor.h"
#include "KeyPages.h"
#include "modules/codes/Identifiers.h"
#include "PersonName.h"
#include "RegistryErrors.h"
#include "RegistryRows.h"

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

namespace {

const QByteArray Columns = personTable().readColumns("p");
const QByteArray ById = "SELECT " + Columns + " FROM person p WHERE p.id = ?";
const QByteArray ByIdNo = "SELECT " + Columns + " FROM person p WHERE p.id_no = ?";
const QByteArray CardsOf = "SELECT " + cardTable().readColumns("c") +
                           " FROM card c WHERE c.person = ? ORDER BY COALESCE(c.issued, '9999') DESC, c.card_no";
const QByteArray InsurancesOf = "SELECT " + insuranceTable().readColumns("i") +
                                ", COALESCE(u.name, '') FROM insurance i LEFT JOIN unit u ON u.id = i.unit "
                                "WHERE i.person = ? ORDER BY i.kind";
const QByteArray TerminationsOf = "SELECT " + terminationTable().readColumns("t") +
                                  ", COALESCE(u.name, '') FROM termination_report t LEFT JOIN unit u ON u.id = t.unit "
                                  "WHERE t.person = ? ORDER BY t.ended_on DESC, t.id";
const QByteArray BenefitsOf = "SELECT " + benefitTable().readColumns("b") +
                              " FROM benefit b WHERE b.person = ? ORDER BY b.from_month DESC, b.id DESC";
const QByteArray PensionOf = "SELECT " + pensionTable().readColumns("a") + " FROM pension_account a WHERE a.person = ?";
const QByteArray HouseholdOf =
    "SELECT " + householdTable().readColumns("h") +
    ", (SELECT COUNT(*) FROM person p WHERE p.household = h.id) FROM household h WHERE h.id = ?";
const QByteArray OfUnit =
    "SELECT " + Columns +
    " FROM person p WHERE p.id IN (SELECT i.person FROM insurance i WHERE i.unit = ? AND i.person > ? "
    "GROUP BY i.person ORDER BY i.person LIMIT ?) ORDER BY p.id";

const QByteArray FoundByCard =
    "SELECT " + Columns + " FROM person p WHERE p.id IN (SELECT c.person FROM card c WHERE c.";
const QByteArray InScope = " = ?) AND p.area || '' >= ? AND p.area || '' < ? AND p.id > ? ORDER BY p.id LIMIT ?";
const QByteArray ByCardNo = FoundByCard + "card_no" + InScope;
const QByteArray ByBankAccount = FoundByCard + "bank_account" + InScope;

constexpr int MostRows = 200;

Person readPerson(const store::Row& row)
{
    return personFrom(row);
}

const KeyPages& pagesBy(PersonKey key)
{
    static const KeyPages idNo("person", "id_no", Columns);
    static const KeyPages name("person", "name", Columns);
    static const KeyPages givenName("person", "given_name", Columns);
    static const KeyPages initials("person", "initials", Columns);
    static const KeyPages phone("person", "phone", Columns);
    switch (key) {
    case PersonKey::Name:
        return name;
    case PersonKey::GivenName:
        return givenName;
    case PersonKey::Initials:
        return initials;
    case PersonKey::Phone:
        return phone;
    default:
        return idNo;
    }
}

Result<QList<Person>> find(store::Connection& connection, const PersonQuery& query, const PersonSearch& wanted,
    const QString& afterId, int limit)
{
    QList<Person> persons;
    const auto keep = [&persons](const store::Row& row) { persons.append(personFrom(row)); };
    if (query.key == PersonKey::CardNo || query.key == PersonKey::BankAccount) {
        KB_CHECK(connection.run(query.key == PersonKey::CardNo ? ByCardNo : ByBankAccount,
            {query.text, wanted.area, endOfPrefix(wanted.area), afterId, qint64(limit)}, keep));
    } else {
        KB_CHECK(pagesBy(query.key).read(connection, {query.text, wanted.area, afterId, limit}, keep));
    }
    return persons;
}

} // namespace

Result<std::optional<Person>> Persons::byId(const QString& id) const
{
    return m_connection.first(ById, {id}, readPerson);
}

Result<std::optional<Person>> Persons::byIdNo(const QString& idNo) const
{
    return m_connection.first(ByIdNo, {idNo}, readPerson);
}

Result<std::optional<PersonRecord>> Persons::recordById(const QString& id) const
{
    return record(byId(id));
}

Result<std::optional<PersonRecord>> Persons::recordByIdNo(const QString& idNo) const
{
    return record(byIdNo(idNo));
}

Result<std::optional<PersonRecord>> Persons::record(Result<std::optional<Person>> found) const
{
    KB_TRY(auto person, std::move(found));
    if (!person)
        return std::optional<PersonRecord>();
    PersonRecord record;
    record.person = *std::move(person);
    const store::Values key{record.person.id};
    KB_TRY(record.cards, m_connection.list(CardsOf, key, [](const store::Row& row) { return cardFrom(row); }));
    KB_TRY(record.insurances, m_connection.list(InsurancesOf, key, [](const store::Row& row) {
        auto insurance = insuranceFrom(row);
        insurance.unitName = row.text(InsuranceColumns);
        return insurance;
    }));
    KB_TRY(record.terminations, m_connection.list(TerminationsOf, key, [](const store::Row& row) {
        auto report = terminationFrom(row);
        report.unitName = row.text(TerminationColumns);
        return report;
    }));
    KB_TRY(record.benefits, m_connection.list(BenefitsOf, key, [](const store::Row& row) { return benefitFrom(row); }));
    KB_TRY(record.pension, m_connection.first(PensionOf, key, [](const store::Row& row) { return pensionFrom(row); }));
    if (!record.person.household.isEmpty()) {
        KB_TRY(record.household, m_connection.first(HouseholdOf, {record.person.household}, [](const store::Row& row) {
            auto household = householdFrom(row);
            household.members = row.integer(HouseholdColumns);
            return household;
        }));
    }
    return std::optional<PersonRecord>(std::move(record));
}

Result<PersonPage> Persons::search(const PersonSearch& wanted) const
{
    const auto readings = recognise(wanted.text);
    if (readings.isEmpty())
        return fail(queryTooShort());
    KB_TRY(const auto cursor, Cursor::parse(wanted.after, readings.size()));
    const int limit = qBound(1, wanted.limit, MostRows);
    PersonPage page;
    for (auto i = cursor.reading; i <= cursor.lastReading(readings.size()) && page.persons.isEmpty(); ++i) {
        const auto& query = readings.at(i);
        KB_TRY(page.persons, find(m_connection, query, wanted, cursor.id, limit + 1));
        if (page.persons.isEmpty())
            continue;
        page.foundBy = query.key;
        if (page.persons.size() > limit) {
            page.persons.removeLast();
            page.next = Cursor{i, page.persons.last().id}.text();
        }
    }
    return page;
}

Result<QList<Person>> Persons::inArea(const QString& area, const QString& after, int limit) const
{
    static const KeyPages pages("person", "area", Columns);
    QList<Person> persons;
    KB_CHECK(pages.read(m_connection, {area, {}, after, limit},
        [&persons](const store::Row& row) { persons.append(personFrom(row)); }));
    return persons;
}

Result<QList<Person>> Persons::ofUnit(const QString& unit, const QString& after, int limit) const
{
    return m_connection.list(OfUnit, {unit, after, qint64(limit)}, readPerson);
}

Result<Person> Persons::put(const Person& person)
{
    Person stored = person;
    const auto version = personTable().put(m_connection, personValues(person), person.version);
    if (!version && version.error().is("registry.changed"_L1)) {
        KB_TRY(const auto present, byId(person.id));
        return fail(present ? version.error() : personUnknown());
    }
    KB_TRY(stored.version, version);
    stored.name = normalisedName(person.name);
    stored.phone = codes::normalisedIdentifier(person.phone);
    return stored;
}

Result<Card> Persons::put(const Card& card)
{
    Card stored = card;
    KB_TRY(stored.version, cardTable().put(m_connection, cardValues(card), card.version));
    return stored;
}

Result<Insurance> Persons::put(const Insurance& insurance)
{
    Insurance stored = insurance;
    KB_TRY(stored.version, insuranceTable().put(m_connection, insuranceValues(insurance), insurance.version));
    return stored;
}

Result<Household> Persons::put(const Household& household)
{
    Household stored = household;
    KB_TRY(stored.version, householdTable().put(m_connection, householdValues(household), household.version));
    return stored;
}

Result<TerminationReport> Persons::put(const TerminationReport& report)
{
    TerminationReport stored = report;
    KB_TRY(stored.version, terminationTable().put(m_connection, terminationValues(report), report.version));
    return stored;
}

Result<PensionAccount> Persons::put(const PensionAccount& account)
{
    PensionAccount stored = account;
    KB_TRY(stored.version, pensionTable().put(m_connection, pensionValues(account), account.version));
    return stored;
}

Result<Benefit> Persons::put(const Benefit& benefit)
{
    Benefit stored = benefit;
    KB_TRY(stored.version, benefitTable().put(m_connection, benefitValues(benefit), benefit.version));
    return stored;
}

} // namespace kuaiban::registry
