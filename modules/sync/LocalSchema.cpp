#include "LocalSchema.h"

#include "modules/announcements/AnnouncementSchema.h"
#include "modules/catalogue/Definitions.h"

namespace kuaiban::sync {

QList<store::Schema> machineSchemas()
{
    return {catalogue::definitionSchema(),
        {QStringLiteral("machine"),
            {{"numbers and settings",
                 {
                     "CREATE TABLE number_stock(area TEXT NOT NULL, first BIGINT NOT NULL, last "
                     "BIGINT NOT NULL, PRIMARY KEY(area, first))",
                     "CREATE TABLE number_used(number TEXT PRIMARY KEY)",
                 }},
                {"what is known of users and time without the hub",
                    {"CREATE TABLE known_user(login TEXT PRIMARY KEY, verifier TEXT NOT NULL, bytes {bytes} NOT NULL, "
                     "met_at BIGINT NOT NULL, seen_at BIGINT NOT NULL, failures BIGINT NOT NULL)",
                        "CREATE TABLE machine_note(key TEXT PRIMARY KEY, bytes {bytes} NOT NULL)"}}}}};
}

QList<store::Schema> userSchemas()
{
    return {announcements::announcementSchema(),
        {QStringLiteral("user"),
            {{"events, commands and drafts",
                 {
                     "CREATE TABLE local_stream(stream TEXT PRIMARY KEY, kind TEXT NOT NULL, whole BIGINT NOT NULL)",
                     "CREATE TABLE confirmed_event(stream TEXT NOT NULL, version BIGINT NOT NULL, command TEXT NOT "
                     "NULL, "
                     "bytes {bytes} NOT NULL, "
                     "PRIMARY KEY(stream, version))",
                     "CREATE TABLE pending_command(seq {id}, id TEXT NOT NULL UNIQUE, stream TEXT NOT NULL, bytes "
                     "{bytes} "
                     "NOT NULL, "
                     "state TEXT NOT NULL, answer {bytes}, made_at BIGINT NOT NULL)",
                     "CREATE INDEX pending_command_stream ON pending_command(stream)",
                     "CREATE TABLE outgoing_file(digest TEXT PRIMARY KEY, size BIGINT NOT NULL, command TEXT NOT NULL)",
                     "CREATE TABLE local_case(stream TEXT PRIMARY KEY, opened_at BIGINT NOT NULL, phase TEXT NOT NULL, "
                     "bytes {bytes} NOT NULL)",
                     "CREATE INDEX local_case_opened ON local_case(opened_at)",
                     "CREATE TABLE draft(id TEXT PRIMARY KEY, bytes {bytes} NOT NULL, saved_at BIGINT NOT NULL)",
                     "CREATE TABLE cursor(scope TEXT PRIMARY KEY, pos BIGINT NOT NULL)",
                 }},
                {"drafts that became cases, and the last visit",
                    {"CREATE TABLE sent_draft(id TEXT PRIMARY KEY, stream TEXT NOT NULL UNIQUE, "
                     "bytes {bytes} NOT NULL, saved_at BIGINT NOT NULL)",
                        "CREATE TABLE visit(at BIGINT NOT NULL)"}},
                {"what the user found last, and likes",
                    {"CREATE TABLE preference(key TEXT PRIMARY KEY, bytes {bytes} NOT NULL)"}},
                // Read by a counter that did not know them, they are behind its cursor: all is read once more.
                {"announcements are received", {"DELETE FROM cursor"}},
                {"tries, parking, and work that was left with nothing to change",
                    {"ALTER TABLE pending_command ADD COLUMN tries BIGINT NOT NULL DEFAULT 0",
                        // What is there may have been sent by a program that did not count.
                        "UPDATE pending_command SET tries = 1",
                        "CREATE TABLE needless_command(id TEXT PRIMARY KEY, stream TEXT NOT NULL, bytes {bytes} NOT "
                        "NULL, at BIGINT NOT NULL)",
                        "CREATE TABLE parked_stream(stream TEXT PRIMARY KEY)",
                        "ALTER TABLE outgoing_file ADD COLUMN sent BIGINT NOT NULL DEFAULT 0",
                        "ALTER TABLE outgoing_file ADD COLUMN stream TEXT NOT NULL DEFAULT ''",
                        "UPDATE outgoing_file SET stream = COALESCE((SELECT p.stream FROM pending_command p WHERE "
                        "p.id = outgoing_file.command), '')"}},
                {"tasks that went back to the queue",
                    {"CREATE TABLE lapsed_task(key TEXT PRIMARY KEY, at BIGINT NOT NULL, bytes {bytes} NOT NULL, seen "
                     "BIGINT NOT NULL)"}}}}};
}

} // namespace kuaiban::sync
