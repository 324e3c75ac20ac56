#pragma once

#include "modules/store/Connection.h"
#include "PersonRecord.h"
#include "Unit.h"

namespace kuaiban::registry {

// Fills an empty register with millions of rows. The indexes for searching are left out while rows come and built at
// the end. All or nothing: unless finish() succeeds, the register is empty again and has its indexes. Nobody else may
// write the register meanwhile.
class BulkLoad
{
public:
    // Errors: registry.not-empty. What a load left behind that was cut off with its process is cleared first.
    static Result<BulkLoad> begin(store::Connection& connection);
    ~BulkLoad();
    BulkLoad(BulkLoad&& other) noexcept
        : m_connection(std::exchange(other.m_connection, nullptr))
    {}
    BulkLoad& operator=(BulkLoad&&) = delete;

    // Each call is one transaction: some 10,000 records a call are good. A household is stored with the record of its
    // head; ids that rise from record to record load fastest.
    Done add(const QList<Unit>& units);
    Done add(const QList<PersonRecord>& records);

    // Builds the indexes. Errors: store.constraint when two rows have the same number.
    Done finish();

    // For the start of a program that may have been killed while it loaded; does nothing otherwise.
    static Done clearCutOff(store::Connection& connection);

private:
    explicit BulkLoad(store::Connection& connection)
        : m_connection(&connection)
    {}
    static Done clear(store::Connection& connection);

    store::Connection* m_connection;
};

} // namespace kuaiban::registry
