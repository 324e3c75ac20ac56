#pragma once

#include "PythonDouble.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QThread>

#include <signal.h>

namespace kuaiban::test {

// A card service (pcscd) of the test's own, with one virtual reader that has two slots. Lives in a mount namespace of
// its own, so that any number run beside each other and beside the machine's.
class CardService
{
public:
    // Must be made before the program's first call into PC/SC, which remembers where the service is.
    CardService()
    {
        using namespace Qt::StringLiterals;
        m_port = freePortPair();
        QDir().mkpath(m_folder.filePath(u"readers"_s));
        QFile file(m_folder.filePath(u"readers/vpcd.conf"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write("FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:0x%1\n"
                       "LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID 0x%1\n"_L1
                           .arg(QString::number(m_port, 16))
                           .toUtf8());
    }
    ~CardService() { stop(); }
    Q_DISABLE_COPY_MOVE(CardService)

    bool start()
    {
        using namespace Qt::StringLiterals;
        QDir().mkpath(u"/run/pcscd"_s);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(u"/usr/bin/unshare"_s,
            {u"-m"_s, u"/bin/sh"_s, u"-c"_s, u"mount -t tmpfs tmpfs /run/pcscd && exec /usr/sbin/pcscd -f -c \"$0\""_s,
                m_folder.filePath(u"readers"_s)});
        if (!m_process.waitForStarted())
            return false;
        const auto socket = "/proc/%1/root/run/pcscd/pcscd.comm"_L1.arg(QString::number(m_process.processId()));
        for (int i = 0; i < 500 && !QFile::exists(socket); ++i)
            QThread::msleep(10);
        // The library remembers the first path it hears: a link leads to whichever service runs.
        const auto link = m_folder.filePath(u"pcscd.comm"_s);
        QFile::remove(link);
        QFile::link(socket, link);
        qputenv("PCSCLITE_CSOCK_NAME", link.toUtf8());
        return QFile::exists(socket);
    }

    void stop()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }

    // Stands still as a whole machine under load does, and goes on.
    bool freeze(bool still)
    {
        return ::kill(static_cast<pid_t>(m_process.processId()), still ? SIGSTOP : SIGCONT) == 0;
    }

    int port(int slot = 0) const { return m_port + slot; }
    static QString reader(int slot = 0) { return QStringLiteral("Virtual PCD 00 0%1").arg(slot); }

private:
    // Where vpcd listens for the cards of its two slots.
    static quint16 freePortPair()
    {
        for (;;) {
            QTcpServer first;
            QTcpServer second;
            if (first.listen(QHostAddress::Any) && first.serverPort() < 65'535 &&
                second.listen(QHostAddress::Any, first.serverPort() + 1))
                return first.serverPort();
        }
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port;
};

} // namespace kuaiban::test
