#include "StreamLog.h"

#include "Feed.h"
#include "JournalErrors.h"
#include "modules/base/Digest.h"
#include "modules/base/Json.h"

namespace kuaiban::journal {

using namespace Qt::StringLiterals;

namespace {

struct StoredEvent
{
    QByteArray bytes;
    QByteArray personal;
};

Result<Event> restored(const StoredEvent& stored)
{
    KB_TRY(auto event, Event::fromBytes(stored.bytes));
    if (!stored.personal.isEmpty()) {
        KB_TRY(event.personal, parseObject(stored.personal));
    } else {
        event.erased = !Event::personalDigest(stored.bytes).isEmpty();
    }
    return event;
}

StoredEvent storedEvent(const store::Row& row)
{
    return {row.bytes(0), row.bytes(1)};
}

} // namespace

QByteArray chained(const QByteArray& previous, const QByteArray& bytes)
{
    Sm3 hash;
    hash.add(previous);
    hash.add(bytes);
    return hash.finish();
}

Result<StreamHead> StreamLog::head(const QString& stream) const
{
    KB_TRY(const auto found, m_connection.first("SELECT kind, version, hash FROM stream WHERE stream = ?", {stream},
                                 [](const store::Row& row) {
                                     return StreamHead{row.text(0), row.integer(1), row.bytes(2)};
                                 }));
    return found.value_or(StreamHead{{}, 0, chainStart()});
}

Result<QList<Event>> StreamLog::history(const QString& stream) const
{
    KB_TRY(const auto rows,
        m_connection.list("SELECT e.bytes, p.bytes FROM event e LEFT JOIN event_personal p ON p.event = e.id "
                          "WHERE e.stream = ? ORDER BY e.version",
            {stream}, storedEvent));
    QList<Event> events;
    events.reserve(rows.size());
    for (const auto& row : rows) {
        KB_TRY(auto event, restored(row));
        events.append(std::move(event));
    }
    return events;
}

Done StreamLog::replay(const std::function<Done(const Event&)>& onEvent) const
{
    // In pages: a whole journal does not fit into memory, and handlers write through the same connection.
    for (qint64 after = 0;;) {
        qint64 last = after;
        KB_TRY(const auto rows,
            m_connection.list("SELECT e.bytes, p.bytes, e.id FROM event e LEFT JOIN event_personal p ON p.event = e.id "
                              "WHERE e.id > ? ORDER BY e.id LIMIT 500",
                {after}, [&](const store::Row& row) {
                    last = row.integer(2);
                    return storedEvent(row);
                }));
        if (rows.isEmpty())
            return {};
        for (const auto& row : rows) {
            KB_TRY(const auto event, restored(row));
            KB_CHECK(onEvent(event));
        }
        after = last;
    }
}

Done StreamLog::append(Event& event, StreamHead& head, const QString& audience)
{
    event.version = head.version + 1;
    const QByteArray personal = event.personal.isEmpty() ? QByteArray() : canonicalBytes(event.personal);
    QByteArray salt;
    QString digest;
    if (!personal.isEmpty()) {
        salt = m_random.bytes(16);
        digest = digestOf(salt + personal);
    }
    const QByteArray bytes = event.bytes(digest);
    const QByteArray hash = chained(head.hash, bytes);
    KB_TRY(const auto id,
        m_connection.first(
            "INSERT INTO event(stream, version, command, bytes, hash) VALUES(?, ?, ?, ?, ?) RETURNING id",
            {event.stream, event.version, event.command, bytes, hash},
            [](const store::Row& row) { return row.integer(0); }));
    if (!id)
        return fail(eventUnreadable(event.stream));
    if (!personal.isEmpty())
        KB_CHECK(m_connection.execute(
            "INSERT INTO event_personal(event, salt, bytes) VALUES(?, ?, ?)", {*id, salt, personal}));
    head = {event.streamKind, event.version, hash};
    return Feed(m_connection).addEvent(event.stream, *id, audience);
}

Done StreamLog::keepHead(const QString& stream, const StreamHead& head)
{
    KB_CHECK(
        m_connection.execute("INSERT INTO stream(stream, kind, version, hash) VALUES(?, ?, ?, ?) ON CONFLICT(stream) "
                             "DO UPDATE SET version = excluded.version, hash = excluded.hash",
            {stream, head.kind, head.version, head.hash}));
    return {};
}

} // namespace kuaiban::journal
