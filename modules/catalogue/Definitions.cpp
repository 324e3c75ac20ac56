#include "Definitions.h"

#include <QRandomGenerator>

namespace kuaiban::catalogue {

namespace {

Definition definitionFrom(const store::Row& row)
{
    return {row.text(0), row.text(1), static_cast<int>(row.integer(2)), row.bytes(3)};
}

} // namespace

store::Schema definitionSchema()
{
    return {QStringLiteral("catalogue"),
        {{"definitions", {"CREATE TABLE definition(table_name TEXT NOT NULL, row_key TEXT "
                          "NOT NULL, revision BIGINT NOT NULL, content {bytes} NOT NULL, "
                          "PRIMARY KEY(table_name, row_key, revision))"}},
            {"definition stamp", {"CREATE TABLE definition_stamp(one BIGINT PRIMARY KEY, stamp BIGINT NOT NULL)",
                                     "INSERT INTO definition_stamp(one, stamp) SELECT 1, COUNT(*) FROM definition"}}}};
}

Result<std::optional<Definition>> Definitions::current(const QString& table, const QString& key) const
{
    return m_connection.first(
        "SELECT table_name, row_key, revision, content FROM definition WHERE table_name = ? AND row_key = ? "
        "ORDER BY revision DESC LIMIT 1",
        {table, key}, definitionFrom);
}

Result<std::optional<Definition>> Definitions::revision(const QString& table, const QString& key, int revision) const
{
    return m_connection.first("SELECT table_name, row_key, revision, content FROM definition "
                              "WHERE table_name = ? AND row_key = ? AND revision = ?",
        {table, key, qint64(revision)}, definitionFrom);
}

Result<QList<Definition>> Definitions::all(const QString& table) const
{
    return m_connection.list(
        "SELECT d.table_name, d.row_key, d.revision, d.content FROM definition d WHERE d.table_name = ? "
        "AND d.revision = (SELECT MAX(n.revision) FROM definition n WHERE n.table_name = d.table_name "
        "AND n.row_key = d.row_key) ORDER BY d.row_key",
        {table}, definitionFrom);
}

Result<QJsonObject> Definitions::revisions(const QString& table) const
{
    QJsonObject newest;
    KB_CHECK(m_connection.run("SELECT row_key, MAX(revision) FROM definition WHERE table_name = ? GROUP BY row_key",
        {table}, [&](const store::Row& row) { newest.insert(row.text(0), row.integer(1)); }));
    return newest;
}

Result<qint64> Definitions::stamp() const
{
    return m_connection.integer("SELECT stamp FROM definition_stamp WHERE one = 1");
}

// Drawn and not counted on: after a transaction that was rolled back another change must not get the same number.
Done Definitions::touch()
{
    const auto drawn = static_cast<qint64>(QRandomGenerator::global()->generate64() >> 1U);
    KB_CHECK(m_connection.execute("UPDATE definition_stamp SET stamp = ? WHERE one = 1", {drawn}));
    return {};
}

Done Definitions::put(const Definition& definition)
{
    KB_CHECK(m_connection.execute("INSERT INTO definition(table_name, row_key, revision, content) VALUES(?, ?, ?, ?) "
                                  "ON CONFLICT(table_name, row_key, revision) DO UPDATE SET content = excluded.content",
        {definition.table, definition.key, qint64(definition.revision), definition.content}));
    return touch();
}

Done Definitions::clear()
{
    KB_CHECK(m_connection.execute("DELETE FROM definition"));
    return touch();
}

} // namespace kuaiban::catalogue
