#include "LocalStreams.h"

#include "modules/base/Json.h"

namespace kuaiban::sync {

using namespace Qt::StringLiterals;

Result<QList<journal::Event>> LocalStreams::events(const QString& stream) const
{
    KB_TRY(const auto rows, m_user.list("SELECT bytes FROM confirmed_event WHERE stream = ? ORDER BY version", {stream},
                                [](const store::Row& row) { return row.bytes(0); }));
    QList<journal::Event> events;
    for (const auto& bytes : rows) {
        KB_TRY(const auto json, parseObject(bytes));
        KB_TRY(auto event, journal::Event::fromJson(json));
        events.append(std::move(event));
    }
    return events;
}

Result<qint64> LocalStreams::version(const QString& stream) const
{
    return m_user.integer("SELECT COALESCE(MAX(version), 0) FROM confirmed_event WHERE stream = ?", {stream});
}

Done LocalStreams::add(const journal::Event& event)
{
    KB_CHECK(m_user.execute("INSERT INTO confirmed_event(stream, version, command, bytes) VALUES(?, ?, ?, ?) "
                            "ON CONFLICT(stream, version) DO NOTHING",
        {event.stream, event.version, event.command, canonicalBytes(event.toJson())}));
    return {};
}

Done LocalStreams::purge(const QString& stream)
{
    KB_CHECK(m_user.execute("DELETE FROM confirmed_event WHERE stream = ?", {stream}));
    KB_CHECK(m_user.execute("DELETE FROM local_stream WHERE stream = ?", {stream}));
    return {};
}

Done LocalStreams::noteEntered(const QString& stream)
{
    KB_CHECK(m_user.execute(
        "INSERT INTO local_stream(stream, kind, whole) SELECT ?, 'case', COUNT(*) > 0 AND COUNT(*) = MAX(version) FROM "
        "confirmed_event WHERE stream = ? ON CONFLICT(stream) DO UPDATE SET whole = excluded.whole",
        {stream, stream}));
    return {};
}

Done LocalStreams::askFor(const QString& stream)
{
    KB_CHECK(m_user.execute("INSERT INTO local_stream(stream, kind, whole) VALUES(?, 'case', 0) ON CONFLICT(stream) DO "
                            "UPDATE SET whole = 0",
        {stream}));
    return {};
}

Result<QStringList> LocalStreams::toFetch() const
{
    KB_TRY(const auto streams, m_user.list("SELECT stream FROM local_stream WHERE whole = 0 ORDER BY stream", {},
                                   [](const store::Row& row) { return row.text(0); }));
    return QStringList(streams);
}

Done LocalStreams::noteFetched(const QString& stream)
{
    KB_CHECK(m_user.execute("UPDATE local_stream SET whole = 1 WHERE stream = ?", {stream}));
    return {};
}

Result<qint64> LocalStreams::cursor(const QString& scope) const
{
    return m_user.integer("SELECT pos FROM cursor WHERE scope = ?", {scope});
}

Done LocalStreams::setCursor(const QString& scope, qint64 pos)
{
    KB_CHECK(m_user.execute(
        "INSERT INTO cursor(scope, pos) VALUES(?, ?) ON CONFLICT(scope) DO UPDATE SET pos = excluded.pos",
        {scope, pos}));
    return {};
}

} // namespace kuaiban::sync
