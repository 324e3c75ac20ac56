#include "JournalSchema.h"

namespace kuaiban::journal {

store::Schema journalSchema()
{
    return {QStringLiteral("journal"),
        {{"streams, events, commands and feed",
             {
                 "CREATE TABLE stream(stream TEXT PRIMARY KEY, kind TEXT NOT NULL, version BIGINT NOT NULL, hash "
                 "{bytes} NOT NULL)",
                 "CREATE TABLE event(id {id}, stream TEXT NOT NULL, version BIGINT NOT NULL, command TEXT NOT NULL, "
                 "bytes {bytes} NOT NULL, hash {bytes} NOT NULL, UNIQUE(stream, version))",
                 "CREATE TABLE event_personal(event BIGINT PRIMARY KEY, salt {bytes} NOT NULL, bytes {bytes} NOT NULL)",
                 "CREATE TABLE command(id TEXT PRIMARY KEY, stream TEXT NOT NULL, prev TEXT, digest TEXT NOT NULL, "
                 "bytes {bytes} NOT NULL, verdict TEXT NOT NULL, answer {bytes} NOT NULL, arrived_at BIGINT NOT NULL)",
                 "CREATE INDEX command_stream ON command(stream)",
                 "CREATE TABLE feed(id {id}, pos BIGINT UNIQUE, kind TEXT NOT NULL, audience TEXT NOT NULL, stream "
                 "TEXT, event BIGINT, "
                 "table_name TEXT, row_key TEXT, bytes {bytes}, chain {bytes})",
                 "CREATE INDEX feed_unstamped ON feed(id) WHERE pos IS NULL",
                 "CREATE INDEX feed_stream ON feed(stream)",
                 "CREATE TABLE feed_head(one BIGINT PRIMARY KEY, pos BIGINT NOT NULL, chain {bytes} NOT NULL)",
                 "CREATE TABLE feed_member(stream TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY(stream, account))",
                 "CREATE TABLE checkpoint(pos BIGINT PRIMARY KEY, chain {bytes} NOT NULL, at BIGINT NOT NULL, key_id "
                 "TEXT, signature {bytes})",
             }},
            {"reactions",
                {"CREATE TABLE reaction(id {id}, stream TEXT NOT NULL, version BIGINT NOT NULL, name TEXT NOT NULL, "
                 "reaction_key TEXT NOT NULL, state TEXT NOT NULL, attempts BIGINT NOT NULL, next_at BIGINT NOT NULL, "
                 "done_at BIGINT, failure TEXT, UNIQUE(stream, version, name, reaction_key))",
                    "CREATE INDEX reaction_due ON reaction(next_at) WHERE state = 'due'"}},
            {"held work is found", {"CREATE INDEX command_held ON command(arrived_at) WHERE verdict = 'held'"}}}};
}

} // namespace kuaiban::journal
