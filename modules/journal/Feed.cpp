#include "Feed.h"

#include "JournalErrors.h"
#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"
#include "Signer.h"
#include "StreamLog.h"

#include <QtEndian>

namespace kuaiban::journal {

using namespace Qt::StringLiterals;

QJsonObject FeedRow::toJson() const
{
    QJsonObject json{{u"pos"_s, pos}, {u"kind"_s, kind}, {u"content"_s, content}};
    if (!stream.isEmpty())
        json.insert(u"stream"_s, stream);
    return json;
}

Result<FeedRow> FeedRow::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json);
    FeedRow row;
    row.pos = reader.integer(u"pos"_s);
    row.kind = reader.text(u"kind"_s);
    row.stream = reader.textOr(u"stream"_s);
    row.content = reader.objectOr(u"content"_s);
    KB_CHECK(reader.finish());
    return row;
}

Done Feed::addEvent(const QString& stream, qint64 event, const QString& audience)
{
    KB_CHECK(m_connection.execute(
        "INSERT INTO feed(kind, audience, stream, event) VALUES('event', ?, ?, ?)", {audience, stream, event}));
    return {};
}

Done Feed::addRow(const QString& table, const QString& key, const QJsonObject& row, const QString& audience)
{
    const QJsonObject content{{u"table"_s, table}, {u"key"_s, key}, {u"row"_s, row}};
    KB_CHECK(
        m_connection.execute("INSERT INTO feed(kind, audience, table_name, row_key, bytes) VALUES('row', ?, ?, ?, ?)",
            {audience, table, key, canonicalBytes(content)}));
    return {};
}

Done Feed::enter(const QString& stream, const QString& account)
{
    KB_TRY(const qint64 added,
        m_connection.execute(
            "INSERT INTO feed_member(stream, account) VALUES(?, ?) ON CONFLICT DO NOTHING", {stream, account}));
    if (added > 0)
        KB_CHECK(
            m_connection.execute("INSERT INTO feed(kind, audience, stream) VALUES('enter', ?, ?)", {account, stream}));
    return {};
}

Done Feed::leave(const QString& stream, const QString& account)
{
    KB_TRY(const qint64 removed,
        m_connection.execute("DELETE FROM feed_member WHERE stream = ? AND account = ?", {stream, account}));
    if (removed > 0)
        KB_CHECK(
            m_connection.execute("INSERT INTO feed(kind, audience, stream) VALUES('leave', ?, ?)", {account, stream}));
    return {};
}

Result<bool> Feed::isMember(const QString& stream, const QString& account) const
{
    KB_TRY(const qint64 count,
        m_connection.integer("SELECT COUNT(*) FROM feed_member WHERE stream = ? AND account = ?", {stream, account}));
    return count > 0;
}

QByteArray feedLink(const QByteArray& chain, qint64 pos, const QByteArray& kind, const QByteArray& audience,
    const QByteArray& stream, const QByteArray& content)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian(pos, bytes.data());
    for (const auto& part : {kind, audience, stream})
        bytes += part + '\0';
    return chained(chain, bytes + content);
}

Result<int> Feed::stamp(int limit)
{
    struct Fresh
    {
        qint64 id;
        QString kind;
        QString audience;
        QString stream;
        QByteArray content;
    };
    KB_TRY(const auto fresh,
        m_connection.list(
            "SELECT f.id, f.kind, f.audience, COALESCE(f.stream, ''), COALESCE(e.hash, f.bytes) FROM feed f "
            "LEFT JOIN event e ON e.id = f.event WHERE f.pos IS NULL ORDER BY f.id LIMIT ?",
            {qint64(limit)}, [](const store::Row& row) {
                return Fresh{row.integer(0), row.text(1), row.text(2), row.text(3), row.bytes(4)};
            }));
    if (fresh.isEmpty())
        return 0;
    KB_TRY(
        auto head, m_connection.first("SELECT pos, chain FROM feed_head WHERE one = 1", {}, [](const store::Row& row) {
            return std::pair{row.integer(0), row.bytes(1)};
        }));
    auto [pos, chain] = head.value_or(std::pair{qint64(0), chainStart()});
    for (const auto& row : fresh) {
        ++pos;
        chain = feedLink(chain, pos, row.kind.toUtf8(), row.audience.toUtf8(), row.stream.toUtf8(), row.content);
        KB_CHECK(m_connection.execute(
            "UPDATE feed SET pos = ?, chain = ? WHERE id = ? AND pos IS NULL", {pos, chain, row.id}));
    }
    KB_CHECK(m_connection.execute("INSERT INTO feed_head(one, pos, chain) VALUES(1, ?, ?) "
                                  "ON CONFLICT(one) DO UPDATE SET pos = excluded.pos, chain = excluded.chain",
        {pos, chain}));
    return static_cast<int>(fresh.size());
}

Done Feed::stampAll()
{
    for (int stamped = 1; stamped > 0;) {
        KB_TRY(stamped, stamp());
    }
    return {};
}

Result<qint64> Feed::head() const
{
    return m_connection.integer("SELECT pos FROM feed_head WHERE one = 1");
}

Result<Feed::Page> Feed::page(const Reader& reader, qint64 after, int limit) const
{
    Page page;
    KB_TRY(const qint64 top, head());
    std::optional<Error> broken;
    KB_CHECK(m_connection.run(
        "SELECT f.pos, f.kind, COALESCE(f.stream, ''), f.bytes, e.bytes, p.bytes FROM feed f "
        "LEFT JOIN event e ON e.id = f.event LEFT JOIN event_personal p ON p.event = e.id "
        "WHERE f.pos > ? AND f.pos <= ? AND (f.audience IN ('*', ?) OR (f.audience = 'stream' AND EXISTS("
        "SELECT 1 FROM feed_member m WHERE m.stream = f.stream AND m.account = ?)) OR "
        "f.audience = substr(?, 1, length(f.audience))) ORDER BY f.pos LIMIT ?",
        {after, top, reader.account, reader.account, audienceOfArea(reader.area), qint64(limit)},
        [&](const store::Row& row) {
            FeedRow item{row.integer(0), row.text(1), row.text(2), {}};
            if (item.kind == "event"_L1) {
                auto event = Event::fromBytes(row.bytes(4));
                if (!event) {
                    broken = event.error();
                    return;
                }
                event->personal = parseObject(row.bytes(5)).value_or(QJsonObject{});
                event->erased = event->personal.isEmpty() && !Event::personalDigest(row.bytes(4)).isEmpty();
                item.content = event->toJson();
            } else if (item.kind == "row"_L1 || item.kind == "reload"_L1) {
                item.content = parseObject(row.bytes(3)).value_or(QJsonObject{});
            }
            page.rows.append(item);
        }));
    if (broken)
        return fail(*broken);
    page.more = page.rows.size() == limit;
    page.upTo = page.more ? page.rows.constLast().pos : top;
    return page;
}

Done Feed::checkpoint(qint64 atMs, const Signer* signer)
{
    KB_TRY(const auto head,
        m_connection.first("SELECT pos, chain FROM feed_head WHERE one = 1", {}, [](const store::Row& row) {
            return std::pair{row.integer(0), row.bytes(1)};
        }));
    if (!head)
        return {};
    const auto& [pos, chain] = *head;
    store::Value keyId;
    store::Value signature;
    if (signer) {
        KB_TRY(const auto signedBytes, signer->sign(checkpointBytes(pos, chain, atMs)));
        keyId = signer->keyId();
        signature = signedBytes;
    }
    KB_CHECK(m_connection.execute(
        "INSERT INTO checkpoint(pos, chain, at, key_id, signature) VALUES(?, ?, ?, ?, ?) ON CONFLICT(pos) DO NOTHING",
        {pos, chain, atMs, keyId, signature}));
    return {};
}

} // namespace kuaiban::journal
