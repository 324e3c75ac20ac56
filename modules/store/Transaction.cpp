#include "Transaction.h"

#include <QLoggingCategory>

namespace kuaiban::store {

namespace {

Q_LOGGING_CATEGORY(lcStore, "kuaiban.store")

// Any number that nobody else in the database uses; the lock goes with the transaction.
constexpr auto WriterLock = "SELECT pg_advisory_xact_lock(5231)";

void undo(Connection& connection, QByteArrayView sql)
{
    // A failing rollback means the engine rolled back by itself already (disk full, I/O error) or the connection is
    // gone: either way nothing of the transaction stays.
    if (const auto done = connection.execute(sql); !done)
        qCWarning(lcStore).noquote() << "rollback:" << logLine(done.error());
}

} // namespace

Result<Transaction> Transaction::begin(Connection& connection)
{
    // Two writers queue at the start instead of one failing half-way.
    if (connection.dialect() == Dialect::Sqlite) {
        KB_CHECK(connection.execute("BEGIN IMMEDIATE"));
        return Transaction(connection);
    }
    KB_CHECK(connection.execute("BEGIN"));
    Transaction begun(connection);
    KB_CHECK(connection.execute(WriterLock));
    return begun;
}

Transaction::~Transaction()
{
    if (m_connection)
        undo(*m_connection, "ROLLBACK");
}

Done Transaction::commit()
{
    KB_CHECK(m_connection->execute("COMMIT"));
    m_connection = nullptr;
    return {};
}

Result<Savepoint> Savepoint::begin(Connection& connection)
{
    KB_CHECK(connection.execute("SAVEPOINT part"));
    return Savepoint(connection);
}

Savepoint::~Savepoint()
{
    if (m_connection) {
        undo(*m_connection, "ROLLBACK TO SAVEPOINT part");
        undo(*m_connection, "RELEASE SAVEPOINT part");
    }
}

Done Savepoint::release()
{
    KB_CHECK(m_connection->execute("RELEASE SAVEPOINT part"));
    m_connection = nullptr;
    return {};
}

} // namespace kuaiban::store
