#pragma once

#include "Event.h"
#include "modules/store/Connection.h"

namespace kuaiban::journal {

class Signer;

// One row of what a counter receives, in order of `pos`.
struct FeedRow
{
    qint64 pos = 0;
    QString kind;        // event, row, reload, enter, leave
    QString stream;      // event, enter, leave
    QJsonObject content; // the event; or {table, key, row}; or {table, area, revision}

    QJsonObject toJson() const;
    static Result<FeedRow> fromJson(const QJsonObject& json);
};

// The feed: committed changes with dense positions, so that a cursor can never skip a late commit. Rows are added
// without a position; the stamper gives positions in order of id and extends one hash chain over them.
class Feed
{
public:
    explicit Feed(store::Connection& connection)
        : m_connection(connection)
    {}

    Done addEvent(const QString& stream, qint64 event, const QString& audience);
    // A register or definition row changed; `audience` is "*" or an account id.
    Done addRow(const QString& table, const QString& key, const QJsonObject& row,
        const QString& audience = QStringLiteral("*"));
    // From now on the account receives the stream (it fetches the stream whole), or no longer does.
    Done enter(const QString& stream, const QString& account);
    Done leave(const QString& stream, const QString& account);
    Result<bool> isMember(const QString& stream, const QString& account) const;

    // Gives positions to rows that have none, in the transaction that wrote them: write transactions queue at their
    // start on both engines, so the order of positions is that in which they become visible.
    Result<int> stamp(int limit = 5000);
    Done stampAll(); // at the end of a write transaction
    Result<qint64> head() const;

    // The audience of all accounts that belong to the area or to one below it; an empty area is everybody.
    static QString audienceOfArea(const QString& area) { return QStringLiteral("area:") + area; }

    struct Reader
    {
        QString account;
        QString area; // where the account belongs
    };
    // Rows after `after` that this reader may see, and the position up to which they are complete.
    struct Page
    {
        QList<FeedRow> rows;
        qint64 upTo = 0;
        bool more = false;
    };
    Result<Page> page(const Reader& reader, qint64 after, int limit) const;

    // Signs (or merely records, without a signer) the chain as it stands.
    Done checkpoint(qint64 atMs, const Signer* signer);

private:
    store::Connection& m_connection;
};

} // namespace kuaiban::journal
