#pragma once

#include "modules/base/Result.h"

#include <QJsonObject>

namespace kuaiban::journal {

// What a decision wants to happen. `personal` holds what a lawful erasure may remove later: it is stored beside the
// event, and the chain covers only its salted digest.
struct NewEvent
{
    QString type;
    QJsonObject body;
    QJsonObject personal;
    int v = 1;
};

// What happened. The stored bytes are canonical JSON of everything but the personal part and are never re-serialised.
struct Event
{
    QString stream;
    QString streamKind;
    qint64 version = 0; // 1, 2, 3 … within the stream
    QString type;
    int v = 1;
    QString actor;
    QString device;
    QString command;
    qint64 at = 0;          // legal time of the act, UTC milliseconds
    bool uncertain = false; // 时间存疑
    QJsonObject body;
    QJsonObject personal;
    bool erased = false;   // the personal part was lawfully removed
    QJsonObject more = {}; // what a newer program wrote beside these: passed on and kept

    // The canonical bytes of the event with the digest of its personal part (empty for none).
    QByteArray bytes(const QString& personalDigest) const;
    // Errors: journal.event.
    static Result<Event> fromBytes(const QByteArray& bytes);
    // Digest of the personal part that the bytes name, or empty.
    static QString personalDigest(const QByteArray& bytes);

    // As it travels in the feed: the envelope with the personal part inside.
    QJsonObject toJson() const;
    static Result<Event> fromJson(const QJsonObject& json);
};

} // namespace kuaiban::journal
