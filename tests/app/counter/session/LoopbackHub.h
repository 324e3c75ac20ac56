#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace kuaiban::counter {

// A server on this machine that notes the targets it is asked for. Pages the test laid out are answered, everything
// else is out of service, as if the hub were ill.
class LoopbackHub final : public QObject
{
public:
    LoopbackHub()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto* socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                    m_heard.remove(socket);
                    socket->deleteLater();
                });
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
            }
        });
    }

    bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    QUrl address() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    void answer(const QByteArray& path, const QByteArray& json) { m_pages.insert("/api/v1" + path, json); }
    void leaveUnanswered(const QByteArray& path) { m_unanswered.insert("/api/v1" + path); }

    // The targets that were asked for at this path, without /api/v1, in order.
    QByteArrayList asked(const QByteArray& path) const
    {
        QByteArrayList found;
        const QByteArray base = "/api/v1";
        for (const auto& target : m_targets) {
            if (pathOf(target) == base + path)
                found.append(target.mid(base.size()));
        }
        return found;
    }

private:
    static QByteArray pathOf(const QByteArray& target) { return target.split('?').constFirst(); }

    void read(QTcpSocket& socket)
    {
        auto& heard = m_heard[&socket];
        heard += socket.readAll();
        if (!heard.contains("\r\n\r\n"))
            return;
        const auto target = heard.split(' ').value(1);
        m_heard.remove(&socket);
        m_targets.append(target);
        if (m_unanswered.contains(pathOf(target)))
            return;
        const auto page = m_pages.constFind(pathOf(target));
        const bool known = page != m_pages.constEnd();
        const QByteArray body = known ? *page : QByteArray(R"({"code": "test.ill", "origin": "hub"})");
        socket.write((known ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.1 503 Service Unavailable\r\n") +
                     QByteArray("Content-Type: application/json\r\nConnection: close\r\nContent-Length: ") +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket.disconnectFromHost();
    }

    QHash<QByteArray, QByteArray> m_pages;
    QSet<QByteArray> m_unanswered;
    QHash<QTcpSocket*, QByteArray> m_heard;
    QByteArrayList m_targets;
    QTcpServer m_server; // last, so that its sockets end while the rest is still there
};

} // namespace kuaiban::counter
