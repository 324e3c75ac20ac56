#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace kuaiban::test {

// A PostgreSQL server of the test's own: its files in a folder that goes with it, its socket among them, no
// password. Ends with the test, also when that is killed. `initdb` refuses root, so root gives the cluster to
// the account that the package made.
class PrivateCluster
{
public:
    PrivateCluster() = default;
    ~PrivateCluster();
    Q_DISABLE_COPY_MOVE(PrivateCluster)

    QString start(); // what went wrong; empty when the server answers
    // The address of an empty place for tables: a schema of its own, made in a moment, where a database would take a
    // tenth of a second. Empty if it could not be made.
    QString database();

private:
    QString address(const QString& database) const;

    QTemporaryDir m_folder;
    QProcess m_server;
    int m_databases = 0;
};

} // namespace kuaiban::test
