#pragma once

#include "modules/base/Result.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace kuaiban::journal {

inline const QString HubActor = QStringLiteral("hub"); // account and device of what the hub does by itself

// Times of a command as the device knows them, in UTC milliseconds.
struct CommandTimes
{
    qint64 device = 0;      // what the device's clock said
    qint64 corrected = 0;   // corrected by the last known offset to the hub: the legal time of the act
    bool uncertain = false; // 时间存疑: the clock jumped, or the offset is unknown or over five minutes
};

// What somebody wants to change on one stream. Made once by the client and never altered; the hub accepts each id once.
struct Command
{
    QString id;         // UUIDv7, the idempotency key
    QString stream;     // UUIDv7
    QString streamKind; // "case", "account" …
    QString type;
    int v = 1;     // version of the body's shape
    QString actor; // account id
    QString device;
    qint64 base = 0; // last confirmed version of the stream that the writer saw
    QString prev;    // the writer's previous command on this stream that is not yet in `base`, or empty
    CommandTimes times;
    QStringList files; // digests that belong to this command whatever its verdict
    QJsonObject body;
    QString instead = {};  // the writer's own command, held or refused, that this one is done in place of; or empty
    bool admitted = false; // never on the wire: a supervisor lets it count although a right had been withdrawn

    QJsonObject toJson() const;
    // Errors: journal.command with the path of the field that is wrong.
    static Result<Command> fromJson(const QJsonObject& json);
};

enum class Verdict { Applied, AlreadyApplied, Conflict, Refused, Wait, Held };

QString verdictName(Verdict verdict);
Verdict verdictFromName(const QString& name);

// The hub's answer to one command.
struct Answer
{
    QString command;
    Verdict verdict = Verdict::Applied;
    Verdict recorded = Verdict::Applied; // with AlreadyApplied: what the first arrival was answered
    qint64 version = 0;                  // version of the stream after the command
    std::optional<Error> reason;         // with Conflict, Refused, Wait, Held

    QJsonObject toJson() const;
    static Answer fromJson(const QJsonObject& json);
};

// An error as it travels and is recorded.
QJsonObject errorToJson(const Error& error);
Error errorFromJson(const QJsonObject& json);

// Commands, by id, that their writer's own counter no longer stands by, and why: since they were made it learnt of
// something that they do not fit. They travel beside the commands, whose bytes never change.
using Holds = QHash<QString, Error>;

QJsonArray holdsToJson(const Holds& holds);
// Errors: journal.command.
Result<Holds> holdsFromJson(const QJsonArray& list);

} // namespace kuaiban::journal
