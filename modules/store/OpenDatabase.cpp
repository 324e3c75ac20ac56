#include "OpenDatabase.h"

#include "PostgresConnection.h"
#include "SqliteConnection.h"

namespace kuaiban::store {

using namespace Qt::StringLiterals;

bool isServerAddress(const QString& address)
{
    return address.startsWith("postgresql://"_L1) || address.startsWith("postgres://"_L1);
}

Result<std::unique_ptr<Connection>> openDatabase(const QString& address)
{
    return isServerAddress(address) ? PostgresConnection::open(address) : SqliteConnection::open(address);
}

} // namespace kuaiban::store
