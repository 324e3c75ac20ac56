#pragma once

#include "Connection.h"

#include <QHash>

#include <memory>

struct pg_conn;
struct pg_result;

namespace kuaiban::store {

// PostgreSQL 15 behind the store interface. The database must be UTF-8 and compare texts by their bytes (locale C or
// C.UTF-8), as SQLite does. Write transactions queue at their start on one lock of the database, as SQLite's do, so
// that a room may read, decide and number without a second hub between. Unlike there, a statement that fails inside a
// transaction spoils it: what may fail and be gone on from stands in a Savepoint. Texts cannot hold U+0000. A
// connection that was lost is made anew by the next statement; inside a transaction only by its ROLLBACK, all else is
// store.io.
class PostgresConnection final : public Connection
{
public:
    // `address`: "postgresql://USER@HOST:PORT/NAME" with whatever else libpq takes. Errors: store.open.
    static Result<std::unique_ptr<Connection>> open(const QString& address);
    ~PostgresConnection() override;
    Q_DISABLE_COPY_MOVE(PostgresConnection)

    Dialect dialect() const override { return Dialect::Postgres; }
    Result<qint64> run(QByteArrayView sql, const Values& values, const RowHandler& onRow) override;
    Result<qint64> load(
        QByteArrayView table, const QList<QByteArray>& columns, const std::function<bool(Values&)>& next) override;
    qint64 statementCount() const override { return m_statementCount; }

private:
    struct Free
    {
        void operator()(pg_result* result) const;
    };
    using Answer = std::unique_ptr<pg_result, Free>;

    explicit PostgresConnection(pg_conn* connection)
        : m_connection(connection)
    {}
    Done checkSettings();
    Result<QByteArray> prepared(QByteArrayView sql);
    Result<Answer> good(pg_result* result);
    Result<Answer> send(QByteArrayView sql, const Values& values);
    Done reconnectIfLost(QByteArrayView sql);
    Done copyRows(qsizetype columns, const std::function<bool(Values&)>& next, qint64& count);

    pg_conn* m_connection;
    QHash<QByteArray, QByteArray> m_statements; // SQL → name at the server
    qint64 m_statementCount = 0;
    bool m_inTransaction = false;
};

} // namespace kuaiban::store
