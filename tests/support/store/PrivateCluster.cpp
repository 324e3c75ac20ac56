#include "PrivateCluster.h"

#include "modules/store/PostgresConnection.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QThread>
#include <QUrl>

#include <unistd.h>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 20'000;
constexpr int InitPatienceMs = 60'000;
constexpr int EndPatienceMs = 5000;

QString binaries()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    const auto names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    return names.isEmpty() ? QString() : versions.filePath(names.constLast()) + u"/bin"_s;
}

QStringList asOwner()
{
    return ::geteuid() == 0 ? QStringList{u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--init-groups"_s}
                            : QStringList{};
}

bool run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program, arguments);
    return process.waitForFinished(InitPatienceMs) && process.exitCode() == 0;
}

} // namespace

PrivateCluster::~PrivateCluster()
{
    m_server.terminate();
    if (!m_server.waitForFinished(EndPatienceMs))
        m_server.kill();
    m_server.waitForFinished(EndPatienceMs);
}

QString PrivateCluster::start()
{
    if (binaries().isEmpty())
        return u"it is not installed"_s;
    const QString data = m_folder.filePath(u"data"_s);
    if (::geteuid() == 0 && !run(u"chown"_s, {u"postgres:"_s, m_folder.path()}))
        return u"chown"_s;
    if (!run(u"setpriv"_s, asOwner() + QStringList{binaries() + u"/initdb"_s, u"-D"_s, data, u"-U"_s, u"hub"_s, u"-A"_s,
                                           u"trust"_s, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s, u"--no-sync"_s}))
        return u"initdb"_s;
    m_server.setStandardErrorFile(m_folder.filePath(u"log"_s));
    QStringList arguments{u"--pdeathsig"_s, u"INT"_s};
    arguments += asOwner();
    arguments += {binaries() + u"/postgres"_s, u"-D"_s, data};
    for (const auto& setting :
        {u"listen_addresses="_s, QString(u"unix_socket_directories="_s + m_folder.path()), u"shared_buffers=64MB"_s,
            u"fsync=off"_s, u"synchronous_commit=off"_s, u"full_page_writes=off"_s, u"autovacuum=off"_s, u"jit=off"_s})
        arguments += {u"-c"_s, setting};
    m_server.start(u"setpriv"_s, arguments);
    const QDeadlineTimer deadline(PatienceMs);
    while (!store::PostgresConnection::open(address(u"postgres"_s))) {
        if (deadline.hasExpired() || m_server.state() == QProcess::NotRunning)
            return u"the server does not answer"_s;
        QThread::msleep(20);
    }
    return {};
}

QString PrivateCluster::address(const QString& database) const
{
    return u"postgresql://hub@%1/"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(m_folder.path()))) + database;
}

QString PrivateCluster::database()
{
    const auto name = u"test%1"_s.arg(++m_databases);
    const auto connection = store::PostgresConnection::open(address(u"postgres"_s));
    if (!connection || !(*connection)->execute(QByteArray("CREATE SCHEMA " + name.toLatin1())))
        return {};
    return address(u"postgres?options=-csearch_path%3D"_s) + name;
}

} // namespace kuaiban::test
