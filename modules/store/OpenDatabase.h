#pragma once

#include "Connection.h"

#include <memory>

namespace kuaiban::store {

// Whether an address names a PostgreSQL server ("postgresql://USER@HOST:PORT/NAME"); else it is the path of a file.
bool isServerAddress(const QString& address);

// A database by its address, on the engine that the address is of. Errors: those of the engine's open().
Result<std::unique_ptr<Connection>> openDatabase(const QString& address);

} // namespace kuaiban::store
