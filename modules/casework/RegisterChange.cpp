#include "RegisterChange.h"

#include "CaseworkErrors.h"
#include "modules/codes/Identifiers.h"

#include <QUuid>

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using registry::Persons;

namespace {

// A person's row must be the same however often it is made from the same number.
const QUuid PersonRows(u"8c7d6b0e-5f0a-5d1b-9a53-0a5f1f2f7a11"_s);

QJsonObject overlaid(QJsonObject row, const QJsonObject& set)
{
    for (auto column = set.begin(); column != set.end(); ++column)
        row.insert(column.key(), column.value());
    return row;
}

// Of a row only what was set.
QJsonObject part(const QJsonObject& row, const QJsonObject& set)
{
    QJsonObject values;
    for (const auto& column : set.keys())
        values.insert(column, row.value(column));
    return values;
}

template<class T>
Result<RegisterChange> put(store::Connection& connection, const QString& table, const QString& key,
    const QJsonObject& present, const QJsonObject& set)
{
    const auto row = T::fromJson(overlaid(present, set));
    if (!row)
        return fail(effectUnfit(table, row.error().detail));
    KB_TRY(const auto stored, Persons(connection).put(*row));
    return RegisterChange{
        table, key, stored.version, row->version == 0 ? QJsonObject() : part(present, set), part(stored.toJson(), set)};
}

} // namespace

Result<registry::Person> registeredPerson(store::Connection& connection, const QJsonObject& party, const QString& area)
{
    const auto text = [&](QLatin1StringView name) { return party.value(name).toString(); };
    const QString idNo = codes::normalisedIdentifier(text("idNo"_L1));
    Persons persons(connection);
    KB_TRY(const auto known, persons.byIdNo(idNo));
    if (known)
        return *known;
    registry::Person person;
    person.id = QUuid::createUuidV5(PersonRows, idNo).toString(QUuid::WithoutBraces);
    person.idKind = text("idKind"_L1);
    person.idNo = idNo;
    person.name = text("name"_L1);
    person.sex = text("sex"_L1);
    person.ethnicity = text("ethnicity"_L1);
    person.birth = QDate::fromString(text("birth"_L1), Qt::ISODate);
    person.address = text("address"_L1);
    person.phone = text("phone"_L1);
    person.area = area;
    return persons.put(person);
}

Result<RegisterChange> changeRegister(store::Connection& connection, const registry::Person& person,
    const QString& table, const QJsonObject& set, const QString& rowId, const QString& grantedBy)
{
    if (table == "person"_L1)
        return put<registry::Person>(connection, table, person.id, person.toJson(), set);
    if (table == "benefit"_L1) {
        const QJsonObject fresh{{u"id"_s, rowId}, {u"person"_s, person.id}, {u"grantedBy"_s, grantedBy}};
        return put<registry::Benefit>(connection, table, rowId, fresh, set);
    }
    KB_TRY(const auto record, Persons(connection).recordById(person.id));
    if (table == "card"_L1) {
        const QString number = set.value("cardNo"_L1).toString();
        const auto cards = record ? record->cards : QList<registry::Card>();
        const auto card =
            std::find_if(cards.begin(), cards.end(), [&](const registry::Card& one) { return one.cardNo == number; });
        const QJsonObject fresh{{u"person"_s, person.id}};
        return put<registry::Card>(
            connection, table, person.id + u'/' + number, card == cards.end() ? fresh : card->toJson(), set);
    }
    const QString kind = set.value("kind"_L1).toString();
    const auto insurances = record ? record->insurances : QList<registry::Insurance>();
    const auto insurance = std::find_if(
        insurances.begin(), insurances.end(), [&](const registry::Insurance& one) { return one.kind == kind; });
    if (insurance == insurances.end())
        return fail(effectUnfit(table, u"not insured in "_s + kind));
    return put<registry::Insurance>(connection, table, person.id + u'/' + kind, insurance->toJson(), set);
}

} // namespace kuaiban::casework
