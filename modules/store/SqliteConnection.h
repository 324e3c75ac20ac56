#pragma once

#include "Connection.h"

#include <QHash>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace kuaiban::store {

struct SqliteOptions
{
    bool readOnly = false;
    bool durable = true; // synchronous=FULL: an answer is given only for what survives a power cut
    int busyTimeoutMs = 5000;
};

// SQLite behind the store interface. Opened with WAL, foreign keys, cache_spill off (with spill, a rollback to a
// savepoint can lose acknowledged commits at a crash), temporary data in memory.
class SqliteConnection final : public Connection
{
public:
    // The one place where a database file is opened, on the counter and on the hub. Errors: store.open, store.corrupt.
    static Result<std::unique_ptr<Connection>> open(const QString& path, const SqliteOptions& options = {});
    ~SqliteConnection() override;
    Q_DISABLE_COPY_MOVE(SqliteConnection)

    Dialect dialect() const override { return Dialect::Sqlite; }
    Result<qint64> run(QByteArrayView sql, const Values& values, const RowHandler& onRow) override;
    Result<qint64> load(
        QByteArrayView table, const QList<QByteArray>& columns, const std::function<bool(Values&)>& next) override;
    qint64 statementCount() const override { return m_statementCount; }

private:
    explicit SqliteConnection(sqlite3* database)
        : m_database(database)
    {}
    Result<sqlite3_stmt*> prepared(QByteArrayView sql);
    Result<qint64> step(sqlite3_stmt* statement, const Values& values, const RowHandler& onRow);
    Done useLog(int busyTimeoutMs);
    Error lastError() const;

    sqlite3* m_database;
    QHash<QByteArray, sqlite3_stmt*> m_statements;
    qint64 m_statementCount = 0;
};

} // namespace kuaiban::store
