#pragma once

#include "Connection.h"

namespace kuaiban::store {

// One step of a room's tables. In the statements {id} stands for a self-numbering primary key and {bytes} for the
// engine's type of raw bytes; all else is the common subset.
struct Migration
{
    const char* name;
    QList<QByteArray> statements;
};

// The tables of one room, as the list of steps that led to today's; step n brings the room to version n.
struct Schema
{
    QString room;
    QList<Migration> migrations;
};

// Brings the tables of each room, in the order given, to their newest version; all steps of a room in one transaction.
// A database written by a newer program is refused with store.newer and left untouched.
Done migrate(Connection& connection, const QList<Schema>& schemas);

} // namespace kuaiban::store
