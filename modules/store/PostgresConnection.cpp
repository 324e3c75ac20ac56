#include "PostgresConnection.h"

#include "StoreErrors.h"

#include <libpq-fe.h>
#include <QLoggingCategory>

#include <array>
#include <vector>

namespace kuaiban::store {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcPostgres, "kuaiban.store.postgres")

constexpr Oid BoolType = 16; // pg_type.dat; fixed since the type exists
constexpr Oid BytesType = 17;
constexpr qsizetype CopyChunk = 64 * 1024;

// How long a statement waits for a lock of another transaction before it is told to come again.
constexpr auto LockTimeout = "SET lock_timeout = '5s'";

class PostgresRow final : public Row
{
public:
    PostgresRow(const PGresult* result, int row)
        : m_result(result)
        , m_row(row)
    {}

    bool isNull(int column) const override { return PQgetisnull(m_result, m_row, column) != 0; }
    qint64 integer(int column) const override
    {
        const auto raw = view(column);
        return PQftype(m_result, column) == BoolType ? raw == "t" : raw.toByteArray().toLongLong();
    }
    QString text(int column) const override { return QString::fromUtf8(view(column)); }
    QByteArray bytes(int column) const override
    {
        const auto raw = view(column);
        if (PQftype(m_result, column) != BytesType)
            return raw.toByteArray();
        return QByteArray::fromHex(raw.sliced(std::min<qsizetype>(2, raw.size())).toByteArray()); // after "\x"
    }

private:
    QByteArrayView view(int column) const
    {
        return {PQgetvalue(m_result, m_row, column), PQgetlength(m_result, m_row, column)};
    }

    const PGresult* m_result;
    int m_row;
};

// "?" becomes $1, $2 …, except inside texts.
QByteArray numbered(QByteArrayView sql)
{
    QByteArray out;
    out.reserve(sql.size() + 16);
    int number = 0;
    bool quoted = false;
    for (const char c : sql) {
        if (c == '\'')
            quoted = !quoted;
        if (c == '?' && !quoted)
            out += '$' + QByteArray::number(++number);
        else
            out += c;
    }
    return out;
}

// Only what comes again and again is worth a place at the server.
bool isWorthPreparing(QByteArrayView sql)
{
    for (const auto word : {"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"}) {
        if (sql.startsWith(word))
            return true;
    }
    return false;
}

// The values as libpq takes them; the bytes live as long as this does.
class Parameters
{
public:
    explicit Parameters(const Values& values)
    {
        m_bytes.reserve(static_cast<size_t>(values.size()));
        for (const auto& value : values)
            add(value);
    }

    bool areTexts() const { return m_areTexts; } // none with U+0000 in it
    int count() const { return static_cast<int>(m_values.size()); }
    const char* const* values() const { return m_values.data(); }
    const int* lengths() const { return m_lengths.data(); }
    const int* formats() const { return m_formats.data(); }

private:
    void add(const Value& value)
    {
        QByteArray bytes;
        if (const auto* number = std::get_if<qint64>(&value))
            bytes = QByteArray::number(*number);
        else if (const auto* text = std::get_if<QString>(&value))
            bytes = text->toUtf8();
        else if (const auto* raw = std::get_if<QByteArray>(&value))
            bytes = raw->isNull() ? QByteArray("") : *raw;
        const bool binary = std::holds_alternative<QByteArray>(value);
        m_areTexts = m_areTexts && (binary || !bytes.contains('\0'));
        m_bytes.push_back(bytes);
        m_values.push_back(std::holds_alternative<std::monostate>(value) ? nullptr : m_bytes.back().constData());
        m_lengths.push_back(static_cast<int>(bytes.size()));
        m_formats.push_back(binary ? 1 : 0);
    }

    std::vector<QByteArray> m_bytes;
    std::vector<const char*> m_values;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
    bool m_areTexts = true;
};

// One value of a line of COPY in its text format.
QByteArray copied(const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return QByteArray::number(*number);
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return "\\\\x" + bytes->toHex();
    if (const auto* text = std::get_if<QString>(&value)) {
        auto utf8 = text->toUtf8();
        utf8.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r");
        return utf8;
    }
    return "\\N";
}

// Class and condition of SQLSTATE (appendix A of the manual).
Error errorOf(QByteArrayView state, const QString& detail)
{
    if (state.startsWith("23") || state.startsWith("22")) // a key or check says no; a value does not fit its column
        return constraintViolated(detail);
    if (state.startsWith("40") || state == "55P03" || state == "57014")
        return storeBusy();
    if (state == "53100")
        return diskFull();
    if (state.isEmpty() || state.startsWith("08") || state.startsWith("53") || state.startsWith("57") ||
        state.startsWith("58") || state == "25006")
        return inputOutput(detail);
    if (state.startsWith("XX"))
        return storeCorrupt(detail);
    return badStatement(detail);
}

QString said(const char* message)
{
    return QString::fromUtf8(message).simplified();
}

void hearNotice(void*, const PGresult* notice)
{
    qCDebug(lcPostgres).noquote() << said(PQresultErrorMessage(notice));
}

} // namespace

void PostgresConnection::Free::operator()(pg_result* result) const
{
    PQclear(result);
}

Result<std::unique_ptr<Connection>> PostgresConnection::open(const QString& address)
{
    // A server that is gone without a word is noticed within half a minute; the address may say otherwise.
    const auto wanted = address.toUtf8();
    const std::array<const char*, 7> names{"connect_timeout", "keepalives_idle", "keepalives_interval",
        "keepalives_count", "tcp_user_timeout", "dbname", nullptr};
    const std::array<const char*, 7> values{"5", "10", "5", "4", "30000", wanted.constData(), nullptr};
    PGconn* const raw = PQconnectdbParams(names.data(), values.data(), 1);
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(raw));
    if (PQstatus(raw) != CONNECTION_OK)
        return fail(cannotOpen(said(PQerrorMessage(raw))));
    PQsetNoticeReceiver(raw, hearNotice, nullptr);
    KB_CHECK(connection->checkSettings());
    return std::unique_ptr<Connection>(std::move(connection));
}

PostgresConnection::~PostgresConnection()
{
    PQfinish(m_connection);
}

// Another order of texts would give other first rows, other pages and other unique keys than the counters have.
Done PostgresConnection::checkSettings()
{
    if (PQsetClientEncoding(m_connection, "UTF8") != 0)
        return fail(cannotOpen(said(PQerrorMessage(m_connection))));
    QString found;
    KB_CHECK(run("SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = current_database()",
        {}, [&](const Row& row) { found = u"%1 %2"_s.arg(row.text(0), row.text(1)); }));
    if (found != "UTF8 C"_L1 && found != "UTF8 C.UTF-8"_L1)
        return fail(cannotOpen(u"the database must be UTF8 with locale C or C.UTF-8, it is %1"_s.arg(found)));
    return execute(LockTimeout).map([](qint64) {});
}

Result<PostgresConnection::Answer> PostgresConnection::good(pg_result* result)
{
    Answer answer(result);
    switch (PQresultStatus(answer.get())) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_COPY_IN:
        return answer;
    default:
        break;
    }
    const char* const state = PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE);
    const auto detail = u"%1 (%2)"_s.arg(
        said(answer ? PQresultErrorMessage(answer.get()) : PQerrorMessage(m_connection)), QString::fromLatin1(state));
    return fail(errorOf(QByteArrayView(state ? state : ""), detail));
}

// What was prepared is gone with the old connection, and so is a transaction: its rest must not run outside of it.
Done PostgresConnection::reconnectIfLost(QByteArrayView sql)
{
    if (PQstatus(m_connection) == CONNECTION_OK)
        return {};
    if (m_inTransaction && sql != "ROLLBACK")
        return fail(inputOutput(u"the connection was lost inside a transaction"_s));
    m_inTransaction = false;
    PQreset(m_connection);
    m_statements.clear();
    if (PQstatus(m_connection) != CONNECTION_OK)
        return fail(inputOutput(said(PQerrorMessage(m_connection))));
    return execute(LockTimeout).map([](qint64) {});
}

Result<QByteArray> PostgresConnection::prepared(QByteArrayView sql)
{
    const auto key = QByteArray::fromRawData(sql.data(), sql.size());
    if (const auto known = m_statements.constFind(key); known != m_statements.constEnd())
        return *known;
    const QByteArray name = 's' + QByteArray::number(m_statements.size());
    KB_CHECK(good(PQprepare(m_connection, name.constData(), numbered(sql).constData(), 0, nullptr)));
    m_statements.insert(sql.toByteArray(), name);
    return name;
}

Result<PostgresConnection::Answer> PostgresConnection::send(QByteArrayView sql, const Values& values)
{
    const Parameters parameters(values);
    if (!parameters.areTexts())
        return fail(constraintViolated(u"a text with U+0000"_s));
    if (!isWorthPreparing(sql))
        return good(PQexecParams(m_connection, numbered(sql).constData(), parameters.count(), nullptr,
            parameters.values(), parameters.lengths(), parameters.formats(), 0));
    KB_TRY(const auto name, prepared(sql));
    return good(PQexecPrepared(m_connection, name.constData(), parameters.count(), parameters.values(),
        parameters.lengths(), parameters.formats(), 0));
}

Result<qint64> PostgresConnection::run(QByteArrayView sql, const Values& values, const RowHandler& onRow)
{
    ++m_statementCount;
    KB_CHECK(reconnectIfLost(sql));
    KB_TRY(const auto answer, send(sql, values));
    m_inTransaction = PQtransactionStatus(m_connection) != PQTRANS_IDLE;
    // A transaction that a failed statement has spoilt is rolled back by COMMIT, and that is called a success.
    if (sql == "COMMIT" && QByteArrayView(PQcmdStatus(answer.get())) == "ROLLBACK")
        return fail(badStatement(u"the transaction was spoilt by a statement that failed"_s));
    if (onRow) {
        for (int row = 0; row < PQntuples(answer.get()); ++row)
            onRow(PostgresRow(answer.get(), row));
    }
    return QByteArray(PQcmdTuples(answer.get())).toLongLong();
}

Result<qint64> PostgresConnection::load(
    QByteArrayView table, const QList<QByteArray>& columns, const std::function<bool(Values&)>& next)
{
    ++m_statementCount;
    const QByteArray sql = "COPY " + table.toByteArray() + '(' + columns.join(',') + ") FROM STDIN";
    KB_CHECK(reconnectIfLost(sql));
    KB_CHECK(good(PQexec(m_connection, sql.constData())));
    qint64 count = 0;
    const auto sent = copyRows(columns.size(), next, count);
    const auto detail = sent ? QByteArray() : logLine(sent.error()).toUtf8();
    PQputCopyEnd(m_connection, sent ? nullptr : detail.constData());
    const auto answer = good(PQgetResult(m_connection));
    while (auto* rest = PQgetResult(m_connection)) // the end of the answers
        PQclear(rest);
    KB_CHECK(sent);
    if (!answer)
        return fail(answer.error());
    return count;
}

Done PostgresConnection::copyRows(qsizetype columns, const std::function<bool(Values&)>& next, qint64& count)
{
    QByteArray chunk;
    const auto flush = [&]() -> Done {
        if (PQputCopyData(m_connection, chunk.constData(), static_cast<int>(chunk.size())) != 1)
            return fail(inputOutput(said(PQerrorMessage(m_connection))));
        chunk.clear();
        return {};
    };
    Values values;
    while (next(values)) {
        if (values.size() != columns)
            return fail(badStatement(u"%1 values for %2 columns"_s.arg(values.size()).arg(columns)));
        for (qsizetype i = 0; i < values.size(); ++i) {
            const auto cell = copied(values.at(i));
            if (cell.contains('\0'))
                return fail(constraintViolated(u"a text with U+0000"_s));
            chunk += (i > 0 ? "\t" : "") + cell;
        }
        chunk += '\n';
        ++count;
        if (chunk.size() >= CopyChunk)
            KB_CHECK(flush());
    }
    return flush();
}

} // namespace kuaiban::store
