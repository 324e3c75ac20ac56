#include "TestDatabase.h"

#include "modules/store/PostgresConnection.h"
#include "modules/store/SqliteConnection.h"
#include "PrivateCluster.h"

#include <QCoreApplication>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

bool isOnPostgres()
{
    return qEnvironmentVariable("KUAIBAN_ENGINE") == "postgres"_L1;
}

QString postgresDatabase()
{
    static std::unique_ptr<PrivateCluster> cluster;
    if (!cluster) {
        cluster = std::make_unique<PrivateCluster>();
        qAddPostRoutine([] { cluster.reset(); });
        if (const auto problem = cluster->start(); !problem.isEmpty())
            qFatal("PostgreSQL: %s", qPrintable(problem));
    }
    return cluster->database();
}

Result<std::unique_ptr<store::Connection>> testDatabase()
{
    return isOnPostgres() ? store::PostgresConnection::open(postgresDatabase())
                          : store::SqliteConnection::open(u":memory:"_s, {.durable = false});
}

} // namespace kuaiban::test
