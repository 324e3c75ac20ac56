#pragma once

#include "modules/identity/Posts.h"
#include "modules/journal/Command.h"
#include "modules/store/Connection.h"

namespace kuaiban::casework {

// One command of a case that the hub keeps and did not decide, or not in the sense of whoever made it.
struct HeldCommand
{
    QString id;
    QString type;
    qint64 at = 0;    // the legal time of the act, UTC milliseconds
    QJsonObject body; // what was to be done

    friend bool operator==(const HeldCommand&, const HeldCommand&) = default;
};

// What somebody did on one case and is held, as a supervisor is asked about it.
struct HeldWork
{
    QString stream;
    QString number;
    QString item;
    int revision = 0;
    QString area;
    QString applicant;
    QString idNo;
    bool opens = false; // there is no such case yet: the work would open it
    QString actor;
    QString actorName;
    Error reason;                // why the first of it is held
    qint64 arrivedAt = 0;        // the last of it
    QList<HeldCommand> commands; // in the order they were made

    QStringList ids() const;
    QJsonObject toJson() const;
    static HeldWork fromJson(const QJsonObject& json);
};

// Of AdmitWork, RefuseWork and WithdrawWork: the commands that are ruled on.
QStringList ruledOn(const QJsonObject& body);

// On the hub: held work of others that the account supervises, what arrived last first; on about `limit` cases.
Result<QList<HeldWork>> heldWork(store::Connection& connection, const identity::Posts& posts, const QString& account,
    const QList<identity::Grant>& grants, qint64 nowMs, int limit);

// What a decision on held work has to know of it.
struct HeldFacts
{
    QString command;
    QString actor;
    QString actorName;
    QString area; // of the case that it would open; empty otherwise
    QString item;
};
// Of these commands; what is not held or not of the stream is left out.
Result<QList<HeldFacts>> heldFacts(store::Connection& connection, const QString& stream, const QStringList& commands);

} // namespace kuaiban::casework
