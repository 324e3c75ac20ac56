#pragma once

#include "Connection.h"

namespace kuaiban::store {

// A write transaction that rolls back unless commit() was reached.
class Transaction
{
public:
    static Result<Transaction> begin(Connection& connection);
    ~Transaction();
    Transaction(Transaction&& other) noexcept
        : m_connection(std::exchange(other.m_connection, nullptr))
    {}
    Transaction& operator=(Transaction&&) = delete;

    Done commit();

private:
    explicit Transaction(Connection& connection)
        : m_connection(&connection)
    {}
    Connection* m_connection;
};

// A part of a transaction that can be undone alone; rolls back to its start unless release() was reached.
class Savepoint
{
public:
    static Result<Savepoint> begin(Connection& connection);
    ~Savepoint();
    Savepoint(Savepoint&& other) noexcept
        : m_connection(std::exchange(other.m_connection, nullptr))
    {}
    Savepoint& operator=(Savepoint&&) = delete;

    Done release();

private:
    explicit Savepoint(Connection& connection)
        : m_connection(&connection)
    {}
    Connection* m_connection;
};

// Runs `work` (returning Done or a Result) in a transaction of its own and commits if it succeeded.
template<class Work>
auto inTransaction(Connection& connection, Work work) -> decltype(work())
{
    KB_TRY(auto transaction, Transaction::begin(connection));
    auto result = work();
    if (result)
        KB_CHECK(transaction.commit());
    return result;
}

} // namespace kuaiban::store
