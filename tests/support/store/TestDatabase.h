#pragma once

#include "modules/store/Connection.h"

#include <memory>

namespace kuaiban::test {

// Whether this run is for PostgreSQL (KUAIBAN_ENGINE=postgres); else for SQLite.
bool isOnPostgres();

// The address of an empty database on this program's own PostgreSQL server, which ends with the program.
QString postgresDatabase();

// An empty database on the engine that the run is for; SQLite's is in memory.
Result<std::unique_ptr<store::Connection>> testDatabase();

} // namespace kuaiban::test
