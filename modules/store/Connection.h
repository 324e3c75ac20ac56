#pragma once

#include "modules/base/Result.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>
#include <variant>

namespace kuaiban::store {

using Value = std::variant<std::monostate, qint64, QString, QByteArray>;
using Values = QList<Value>;

// NULL for an empty text: the column stays comparable with "IS NULL".
inline Value orNull(const QString& text)
{
    return text.isEmpty() ? Value{} : Value{text};
}

// The current row of a running query; valid only inside the row handler.
class Row
{
public:
    virtual ~Row() = default;
    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;
};

using RowHandler = std::function<void(const Row&)>;

enum class Dialect { Sqlite, Postgres };

// One connection to one database, used by one thread at a time. SQL is the common subset of SQLite and PostgreSQL with
// "?" for each value, written as literals only: values never become part of the text. Statements are prepared once
// and kept. Errors: store.constraint (a unique key or check says no), store.busy, store.full, store.io,
// store.corrupt, store.sql (a mistake of ours).
class Connection
{
public:
    virtual ~Connection() = default;

    virtual Dialect dialect() const = 0;

    // Runs one statement and hands each row to `onRow`. Returns the number of rows changed.
    virtual Result<qint64> run(QByteArrayView sql, const Values& values, const RowHandler& onRow) = 0;

    // Loads many rows into a table at the engine's best speed; `next` fills the values and returns false at the end.
    // Belongs into a transaction of the caller.
    virtual Result<qint64> load(
        QByteArrayView table, const QList<QByteArray>& columns, const std::function<bool(Values&)>& next) = 0;

    // Number of statements run so far: screens and requests have a budget that tests check.
    virtual qint64 statementCount() const = 0;

    Result<qint64> execute(QByteArrayView sql, const Values& values = {}) { return run(sql, values, {}); }

    // All rows as a list of what `read` makes of each.
    template<class Read>
    auto list(QByteArrayView sql, const Values& values, Read read)
        -> Result<QList<decltype(read(std::declval<const Row&>()))>>
    {
        QList<decltype(read(std::declval<const Row&>()))> items;
        KB_CHECK(run(sql, values, [&](const Row& row) { items.append(read(row)); }));
        return items;
    }

    // The first row, if any.
    template<class Read>
    auto first(QByteArrayView sql, const Values& values, Read read)
        -> Result<std::optional<decltype(read(std::declval<const Row&>()))>>
    {
        std::optional<decltype(read(std::declval<const Row&>()))> item;
        KB_CHECK(run(sql, values, [&](const Row& row) {
            if (!item)
                item = read(row);
        }));
        return item;
    }

    Result<qint64> integer(
        QByteArrayView sql, const Values& values = {}); // first column of the first row, 0 without one
};

} // namespace kuaiban::store
