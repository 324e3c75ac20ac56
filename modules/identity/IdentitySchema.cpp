#include "IdentitySchema.h"

namespace kuaiban::identity {

store::Schema identitySchema()
{
    return {QStringLiteral("identity"),
        {{"accounts, secrets, sessions and devices",
             {
                 "CREATE TABLE account(id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, area TEXT "
                 "NOT NULL, "
                 "office TEXT NOT NULL, locked BIGINT NOT NULL)",
                 "CREATE TABLE account_grant(id TEXT PRIMARY KEY, account TEXT NOT NULL, post TEXT NOT NULL, area TEXT "
                 "NOT NULL, "
                 "items TEXT NOT NULL, valid_from BIGINT NOT NULL, valid_until BIGINT NOT NULL)",
                 "CREATE INDEX account_grant_account ON account_grant(account)",
                 "CREATE TABLE account_secret(account TEXT PRIMARY KEY, verifier TEXT NOT NULL, failures BIGINT NOT "
                 "NULL, "
                 "blocked_until BIGINT NOT NULL)",
                 "CREATE TABLE session(token TEXT PRIMARY KEY, account TEXT NOT NULL, device TEXT NOT NULL, issued_at "
                 "BIGINT NOT NULL, "
                 "expires_at BIGINT NOT NULL)",
                 "CREATE TABLE device(id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, name TEXT NOT NULL, area TEXT "
                 "NOT NULL, "
                 "office TEXT NOT NULL, window_no TEXT NOT NULL, enrolled_at BIGINT NOT NULL, revoked_at BIGINT NOT "
                 "NULL)",
                 "CREATE TABLE enrol_code(code TEXT PRIMARY KEY, area TEXT NOT NULL, office TEXT NOT NULL, expires_at "
                 "BIGINT NOT NULL, "
                 "device TEXT)",
             }},
            {"organisations",
                {
                    "CREATE TABLE organisation(id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, area TEXT "
                    "NOT NULL, parent TEXT NOT NULL, code TEXT NOT NULL, contact TEXT NOT NULL, phone TEXT NOT NULL, "
                    "idle_minutes BIGINT NOT NULL, closed BIGINT NOT NULL, version BIGINT NOT NULL)",
                    "CREATE INDEX organisation_area ON organisation(area, name)",
                    "CREATE INDEX organisation_name ON organisation(name)",
                    "CREATE INDEX organisation_parent ON organisation(parent)",
                    "ALTER TABLE account ADD COLUMN organisation TEXT NOT NULL DEFAULT ''",
                    "CREATE INDEX account_organisation ON account(organisation)",
                    "ALTER TABLE device ADD COLUMN organisation TEXT NOT NULL DEFAULT ''",
                    "CREATE INDEX device_organisation ON device(organisation)",
                    "ALTER TABLE enrol_code ADD COLUMN organisation TEXT NOT NULL DEFAULT ''",
                }},
            {"when each account was heard of", {"CREATE TABLE contact(account TEXT PRIMARY KEY, at BIGINT NOT NULL)"}},
            {"each machine has a key, and users",
                {"ALTER TABLE device ADD COLUMN public_key TEXT NOT NULL DEFAULT ''",
                    "CREATE TABLE device_user(device TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY(device, "
                    "account))",
                    "INSERT INTO device_user(device, account) SELECT DISTINCT device, account FROM session"}}}};
}

} // namespace kuaiban::identity
