#pragma once

#include "modules/store/PostgresConnection.h"

#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace kuaiban::test {

// A PostgreSQL server of the test's own: its files in a folder that goes with it, a port of this machine alone, no
// user's password. Ends with the test, also when that is killed. `initdb` refuses root, so root gives the cluster to
// the account that the package made.
class PrivateCluster
{
public:
    PrivateCluster() = default;
    ~PrivateCluster()
    {
        m_server.terminate(); // to postgres a request to end soon, to setpriv's child by its own
        if (!m_server.waitForFinished(5000))
            m_server.kill();
        m_server.waitForFinished(5000);
    }
    Q_DISABLE_COPY_MOVE(PrivateCluster)

    static bool isInstalled() { return !binaries().isEmpty(); }

    // What went wrong; empty when the server answers.
    QString start()
    {
        using namespace Qt::StringLiterals;
        const QString data = m_folder.filePath(u"data"_s);
        if (::geteuid() == 0 && !run(u"chown"_s, {u"postgres:"_s, m_folder.path()}))
            return u"chown"_s;
        if (!run(u"setpriv"_s,
                asOwner() + QStringList{binaries() + u"/initdb"_s, u"-D"_s, data, u"-U"_s, u"hub"_s, u"-A"_s,
                                u"trust"_s, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s, u"--no-sync"_s}))
            return u"initdb"_s;
        m_port = freePort();
        m_server.setStandardErrorFile(m_folder.filePath(u"log"_s));
        m_server.start(u"setpriv"_s, QStringList{u"--pdeathsig"_s, u"INT"_s} + asOwner() +
                                         QStringList{binaries() + u"/postgres"_s, u"-D"_s, data, u"-p"_s,
                                             QString::number(m_port), u"-c"_s, u"listen_addresses=127.0.0.1"_s, u"-c"_s,
                                             u"unix_socket_directories="_s, u"-c"_s, u"shared_buffers=64MB"_s});
        const bool ready = QTest::qWaitFor(
            [this] { return store::PostgresConnection::open(address(u"postgres"_s)).has_value(); }, 20'000);
        return ready ? QString() : u"the server does not answer"_s;
    }

    QString address(const QString& database) const
    {
        return QStringLiteral("postgresql://hub@127.0.0.1:%1/%2").arg(m_port).arg(database);
    }

    // An empty database; its address.
    QString database()
    {
        const auto name = QStringLiteral("test%1").arg(++m_databases);
        const auto connection = store::PostgresConnection::open(address(QStringLiteral("postgres")));
        return connection && (*connection)->execute(QByteArray("CREATE DATABASE " + name.toLatin1())) ? address(name)
                                                                                                      : QString();
    }

private:
    static QString binaries()
    {
        const QDir versions(QStringLiteral("/usr/lib/postgresql"));
        const auto names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        return names.isEmpty() ? QString() : versions.filePath(names.constLast()) + QStringLiteral("/bin");
    }
    static QStringList asOwner()
    {
        return ::geteuid() == 0 ? QStringList{QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"),
                                      QStringLiteral("--init-groups")}
                                : QStringList{};
    }
    static bool run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(program, arguments);
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    }
    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }

    QTemporaryDir m_folder;
    QProcess m_server;
    quint16 m_port = 0;
    int m_databases = 0;
};

} // namespace kuaiban::test
