#pragma once

#include "modules/store/Connection.h"
#include "PersonQuery.h"
#include "PersonRecord.h"

namespace kuaiban::registry {

struct PersonSearch
{
    QString text;   // as typed
    QString area{}; // code of the area whose persons may be found, with all below it; empty for everywhere
    int limit = 20;
    QString after{}; // `next` of the page before; empty for the first
};

struct PersonPage
{
    QList<Person> persons; // in order of what they were found by, full values: callers without the right use masked()
    QString next;          // empty when this is the last page; holds no personal data
    std::optional<PersonKey> foundBy;
};

// Reads and writes the persons of the register with their cards, insured kinds and reports. Works inside the caller's
// transaction and thread.
class Persons
{
public:
    explicit Persons(store::Connection& connection)
        : m_connection(connection)
    {}

    Result<std::optional<Person>> byId(const QString& id) const;
    Result<std::optional<Person>> byIdNo(const QString& idNo) const; // normalised as codes::normalisedIdentifier does
    // Everything of a person in at most seven statements.
    Result<std::optional<PersonRecord>> recordById(const QString& id) const;
    Result<std::optional<PersonRecord>> recordByIdNo(const QString& idNo) const;

    // Finds persons by whatever was typed (PersonQuery.h). Every way of looking runs along an index. Errors:
    // registry.query for too little, registry.cursor for an `after` that does not belong to this search.
    Result<PersonPage> search(const PersonSearch& wanted) const;

    // The persons of an area and all areas below it in order of (area, id), for counters that hold a copy of their own
    // scope: `after` is the id of the last one received, empty at the start.
    Result<QList<Person>> inArea(const QString& area, const QString& after, int limit) const;
    // Who is or was insured through a unit, in order of id.
    Result<QList<Person>> ofUnit(const QString& unit, const QString& after, int limit) const;

    // Stores a row: new when its version is 0, else only if nobody changed it since. They return what is stored, with
    // its new version. Errors: registry.number-taken, registry.changed, registry.person-unknown.
    Result<Person> put(const Person& person);
    Result<Card> put(const Card& card);
    Result<Insurance> put(const Insurance& insurance);
    Result<Household> put(const Household& household);
    Result<TerminationReport> put(const TerminationReport& report);
    Result<PensionAccount> put(const PensionAccount& account);
    Result<Benefit> put(const Benefit& benefit);

private:
    Result<std::optional<Person>> one(QByteArrayView sql, const QString& value) const;
    Result<std::optional<PersonRecord>> record(Result<std::optional<Person>> person) const;

    store::Connection& m_connection;
};

} // namespace kuaiban::registry
