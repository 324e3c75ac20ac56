#include "BulkLoad.h"

#include "modules/store/Transaction.h"
#include "RegistryErrors.h"
#include "RegistryRows.h"
#include "RegistrySchema.h"

#include <QLoggingCategory>

namespace kuaiban::registry {

namespace {

Q_LOGGING_CATEGORY(lcRegistry, "kuaiban.registry")

Done dropIndexes(store::Connection& connection)
{
    for (const auto& index : searchIndexes())
        KB_CHECK(connection.execute("DROP INDEX IF EXISTS " + index.name));
    return {};
}

Done buildIndexes(store::Connection& connection)
{
    // One transaction each, so that an engine which keeps all changed pages in memory holds those of one index only.
    for (const auto& index : searchIndexes()) {
        const auto statement = "CREATE " + QByteArray(index.definition).replace("INDEX ", "INDEX IF NOT EXISTS ");
        KB_CHECK(store::inTransaction(connection, [&]() -> Done {
            KB_CHECK(connection.execute(statement));
            return {};
        }));
    }
    return {};
}

// Loads what `valuesOf` makes of each item.
template<class Items, class ValuesOf>
Done loadRows(store::Connection& connection, const RowTable& table, const Items& items, ValuesOf valuesOf)
{
    auto item = items.begin();
    KB_CHECK(connection.load(table.name(), table.loadColumns(), [&](store::Values& values) {
        if (item == items.end())
            return false;
        values = valuesOf(*item++);
        return true;
    }));
    return {};
}

template<class Part>
QList<Part> partsOf(const QList<PersonRecord>& records, QList<Part> PersonRecord::*parts)
{
    QList<Part> all;
    for (const auto& record : records)
        all += record.*parts;
    return all;
}

QList<Person> personsOf(const QList<PersonRecord>& records)
{
    QList<Person> persons;
    persons.reserve(records.size());
    for (const auto& record : records)
        persons.append(record.person);
    return persons;
}

QList<Household> householdsOf(const QList<PersonRecord>& records)
{
    QList<Household> households;
    for (const auto& record : records) {
        if (record.household && record.household->head == record.person.id)
            households.append(*record.household);
    }
    return households;
}

QList<PensionAccount> pensionsOf(const QList<PersonRecord>& records)
{
    QList<PensionAccount> accounts;
    for (const auto& record : records) {
        if (record.pension)
            accounts.append(*record.pension);
    }
    return accounts;
}

} // namespace

Result<BulkLoad> BulkLoad::begin(store::Connection& connection)
{
    KB_CHECK(clearCutOff(connection));
    KB_CHECK(store::inTransaction(connection, [&]() -> Done {
        KB_TRY(const auto rows, connection.integer("SELECT (SELECT COUNT(*) FROM (SELECT id FROM person LIMIT 1) a) + "
                                                   "(SELECT COUNT(*) FROM (SELECT id FROM unit LIMIT 1) b)"));
        if (rows > 0)
            return fail(registerNotEmpty());
        KB_CHECK(connection.execute("INSERT INTO registry_load(id) VALUES(1)"));
        return dropIndexes(connection);
    }));
    return BulkLoad(connection);
}

BulkLoad::~BulkLoad()
{
    if (!m_connection)
        return;
    // If even this fails, the mark in registry_load stays and the next start clears up.
    if (const auto done = clear(*m_connection); !done)
        qCWarning(lcRegistry).noquote() << "clearing an unfinished load:" << logLine(done.error());
}

Done BulkLoad::clearCutOff(store::Connection& connection)
{
    KB_TRY(const auto cutOff, connection.integer("SELECT COUNT(*) FROM registry_load"));
    return cutOff > 0 ? clear(connection) : Done();
}

Done BulkLoad::clear(store::Connection& connection)
{
    KB_CHECK(store::inTransaction(connection, [&]() -> Done {
        for (const char* statement : {"DELETE FROM person", "DELETE FROM household", "DELETE FROM unit",
                 "DELETE FROM card", "DELETE FROM insurance", "DELETE FROM termination_report", "DELETE FROM benefit",
                 "DELETE FROM pension_account"})
            KB_CHECK(connection.execute(statement));
        return {};
    }));
    KB_CHECK(buildIndexes(connection));
    KB_CHECK(connection.execute("DELETE FROM registry_load"));
    return {};
}

Done BulkLoad::add(const QList<Unit>& units)
{
    return store::inTransaction(
        *m_connection, [&]() -> Done { return loadRows(*m_connection, unitTable(), units, unitValues); });
}

Done BulkLoad::add(const QList<PersonRecord>& records)
{
    return store::inTransaction(*m_connection, [&]() -> Done {
        KB_CHECK(loadRows(*m_connection, householdTable(), householdsOf(records), householdValues));
        KB_CHECK(loadRows(*m_connection, personTable(), personsOf(records), personValues));
        KB_CHECK(loadRows(*m_connection, cardTable(), partsOf(records, &PersonRecord::cards), cardValues));
        KB_CHECK(
            loadRows(*m_connection, insuranceTable(), partsOf(records, &PersonRecord::insurances), insuranceValues));
        KB_CHECK(loadRows(
            *m_connection, terminationTable(), partsOf(records, &PersonRecord::terminations), terminationValues));
        KB_CHECK(loadRows(*m_connection, pensionTable(), pensionsOf(records), pensionValues));
        return loadRows(*m_connection, benefitTable(), partsOf(records, &PersonRecord::benefits), benefitValues);
    });
}

Done BulkLoad::finish()
{
    KB_CHECK(buildIndexes(*m_connection));
    KB_CHECK(m_connection->execute("DELETE FROM registry_load"));
    auto* connection = std::exchange(m_connection, nullptr);
    // Figures for the planner; the rows are safe already.
    KB_CHECK(connection->execute("ANALYZE"));
    return {};
}

} // namespace kuaiban::registry
