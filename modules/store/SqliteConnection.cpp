#include "SqliteConnection.h"

#include "StoreErrors.h"

#include <QDeadlineTimer>

#include <cerrno>
#include <sqlite3.h>

namespace kuaiban::store {

using namespace Qt::StringLiterals;

namespace {

// SQLite knows one kind of full disk; a used-up quota or the limit of a file's size is the same to the person. What the
// system said stands with the file that was written: the database itself or its journal.
bool ranOutOfRoom(sqlite3* database)
{
    const auto said = [database](int which) {
        sqlite3_file* file = nullptr;
        int reason = 0;
        if (sqlite3_file_control(database, "main", which, &file) == SQLITE_OK && file && file->pMethods)
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &reason);
        return reason == EDQUOT || reason == EFBIG;
    };
    return said(SQLITE_FCNTL_JOURNAL_POINTER) || said(SQLITE_FCNTL_FILE_POINTER);
}

class SqliteRow final : public Row
{
public:
    explicit SqliteRow(sqlite3_stmt* statement)
        : m_statement(statement)
    {}

    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    QString text(int column) const override
    {
        const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column));
    }
    QByteArray bytes(int column) const override
    {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
        return {data, sqlite3_column_bytes(m_statement, column)};
    }

private:
    sqlite3_stmt* m_statement;
};

int bind(sqlite3_stmt* statement, int index, const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return sqlite3_bind_int64(statement, index, *number);
    if (const auto* text = std::get_if<QString>(&value)) {
        const QByteArray utf8 = text->toUtf8();
        return sqlite3_bind_text(statement, index, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    }
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return sqlite3_bind_blob(
            statement, index, bytes->constData(), static_cast<int>(bytes->size()), SQLITE_TRANSIENT);
    return sqlite3_bind_null(statement, index);
}

} // namespace

Result<std::unique_ptr<Connection>> SqliteConnection::open(const QString& path, const SqliteOptions& options)
{
    sqlite3* database = nullptr;
    const int flags =
        (options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) | SQLITE_OPEN_NOMUTEX;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &database, flags, nullptr);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(database));
    if (opened != SQLITE_OK)
        return fail(cannotOpen(database ? QString::fromUtf8(sqlite3_errmsg(database)) : u"out of memory"_s));
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, options.busyTimeoutMs);
    QList<QByteArray> settings{"PRAGMA temp_store = MEMORY", "PRAGMA cache_spill = OFF", "PRAGMA foreign_keys = ON"};
    if (!options.readOnly)
        KB_CHECK(connection->useLog(options.busyTimeoutMs));
    settings.append(options.durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    for (const auto& setting : settings)
        KB_CHECK(connection->execute(setting));
    return std::unique_ptr<Connection>(std::move(connection));
}

// Of two that open a new file at once, one finds it locked while the other makes it a database with a log, and for that
// SQLite itself does not wait: for the right to write it does.
Done SqliteConnection::useLog(int busyTimeoutMs)
{
    const QDeadlineTimer deadline(busyTimeoutMs);
    for (;;) {
        const auto done = execute("PRAGMA journal_mode = WAL");
        if (done || !done.error().is("store.busy"_L1) || deadline.hasExpired())
            return done ? Done{} : fail(done.error());
        KB_CHECK(execute("BEGIN EXCLUSIVE"));
        KB_CHECK(execute("COMMIT"));
    }
}

SqliteConnection::~SqliteConnection()
{
    for (auto* statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

Error SqliteConnection::lastError() const
{
    const int extended = sqlite3_extended_errcode(m_database);
    const QString detail = "%1 (%2)"_L1.arg(QString::fromUtf8(sqlite3_errmsg(m_database)), QString::number(extended));
    switch (extended & 0xff) {
    case SQLITE_CONSTRAINT:
        return constraintViolated(detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return storeBusy();
    case SQLITE_FULL:
        return diskFull();
    case SQLITE_IOERR:
        return extended == SQLITE_IOERR_WRITE && ranOutOfRoom(m_database) ? diskFull() : inputOutput(detail);
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
        return inputOutput(detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return storeCorrupt(detail);
    default:
        return badStatement(detail);
    }
}

Result<sqlite3_stmt*> SqliteConnection::prepared(QByteArrayView sql)
{
    // The key is a view of the caller's bytes for the look-up only; it is copied when the statement is kept.
    const auto key = QByteArray::fromRawData(sql.data(), sql.size());
    if (const auto known = m_statements.constFind(key); known != m_statements.constEnd())
        return *known;
    sqlite3_stmt* statement = nullptr;
    const int done = sqlite3_prepare_v3(
        m_database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (done != SQLITE_OK)
        return fail(lastError());
    m_statements.insert(sql.toByteArray(), statement);
    return statement;
}

Result<qint64> SqliteConnection::step(sqlite3_stmt* statement, const Values& values, const RowHandler& onRow)
{
    ++m_statementCount;
    for (int i = 0; i < values.size(); ++i) {
        if (bind(statement, i + 1, values.at(i)) != SQLITE_OK) {
            const Error error = lastError();
            sqlite3_clear_bindings(statement);
            return fail(error);
        }
    }
    int done = SQLITE_ROW;
    const SqliteRow row(statement);
    while ((done = sqlite3_step(statement)) == SQLITE_ROW) {
        if (onRow)
            onRow(row);
    }
    const qint64 changed = sqlite3_changes64(m_database);
    if (done != SQLITE_DONE) {
        const Error error = lastError();
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
        return fail(error);
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement); // personal data must not linger in prepared statements
    return changed;
}

Result<qint64> SqliteConnection::run(QByteArrayView sql, const Values& values, const RowHandler& onRow)
{
    KB_TRY(auto* statement, prepared(sql));
    if (sqlite3_stmt_busy(statement)) // the same statement runs further up the stack, inside a row handler
        return fail(badStatement(u"statement is used inside its own row handler"_s));
    return step(statement, values, onRow);
}

Result<qint64> SqliteConnection::load(
    QByteArrayView table, const QList<QByteArray>& columns, const std::function<bool(Values&)>& next)
{
    const QByteArray sql = "INSERT INTO " + table.toByteArray() + '(' + columns.join(',') + ") VALUES(" +
                           QByteArray("?,").repeated(columns.size()).chopped(1) + ')';
    KB_TRY(auto* statement, prepared(sql));
    Values values;
    qint64 count = 0;
    while (next(values)) {
        KB_CHECK(step(statement, values, {}));
        ++count;
    }
    return count;
}

} // namespace kuaiban::store
