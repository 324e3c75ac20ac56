#pragma once

#include "modules/store/Connection.h"
#include "modules/store/Migration.h"

#include <QJsonObject>

namespace kuaiban::catalogue {

// One published definition: the bytes of a file, addressed by table and key, with a revision that grows.
struct Definition
{
    QString table; // item, codes, template, posts, calendar, parameters
    QString key;
    int revision = 0;
    QByteArray content; // JSON (or CSV for areas), never re-serialised
};

// Tables for definitions; the same on hub and counter.
store::Schema definitionSchema();

// Reads definitions from a store. Old revisions stay: a case keeps the one in force when it was accepted.
class Definitions
{
public:
    explicit Definitions(store::Connection& connection)
        : m_connection(connection)
    {}

    Result<std::optional<Definition>> current(const QString& table, const QString& key) const;
    Result<std::optional<Definition>> revision(const QString& table, const QString& key, int revision) const;
    // The newest revision of every key of a table, in order of key.
    Result<QList<Definition>> all(const QString& table) const;
    // The newest revision of every key of a table, without the contents: {key: revision}.
    Result<QJsonObject> revisions(const QString& table) const;
    // Another number after every change of any definition: what was made of them holds as long as it stays.
    Result<qint64> stamp() const;
    Done put(const Definition& definition);
    Done clear();

private:
    Done touch();

    store::Connection& m_connection;
};

} // namespace kuaiban::catalogue
