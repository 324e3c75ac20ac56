#pragma once

#include "Event.h"
#include "modules/base/Random.h"
#include "modules/store/Connection.h"

namespace kuaiban::journal {

struct StreamHead
{
    QString kind;
    qint64 version = 0; // 0: the stream does not exist
    QByteArray hash;
};

// Reads and appends the events of streams. Works inside the caller's transaction.
class StreamLog
{
public:
    StreamLog(store::Connection& connection, RandomSource& random)
        : m_connection(connection)
        , m_random(random)
    {}

    Result<StreamHead> head(const QString& stream) const;
    // All events in order of version, with their personal parts.
    Result<QList<Event>> history(const QString& stream) const;
    // Calls `onEvent` for every event of the journal in the order of appending.
    Done replay(const std::function<Done(const Event&)>& onEvent) const;

    // Appends one event as the next version: fills event.version, extends the stream's chain, adds it to the feed
    // for `audience` ("stream" for its members, "*" for everybody). The caller keeps the head afterwards, once for all
    // events of a command. store.constraint means another process was first.
    Done append(Event& event, StreamHead& head, const QString& audience);
    Done keepHead(const QString& stream, const StreamHead& head);

private:
    store::Connection& m_connection;
    RandomSource& m_random;
};

// hash = SM3(previous hash ‖ canonical bytes); the first event follows 32 zero bytes.
QByteArray chained(const QByteArray& previous, const QByteArray& bytes);
inline QByteArray chainStart()
{
    return QByteArray(32, '\0');
}

} // namespace kuaiban::journal
