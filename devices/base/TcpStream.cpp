#include "TcpStream.h"

#include "DeviceErrors.h"

#include <QDeadlineTimer>
#include <QTcpSocket>

namespace kuaiban::devices {

namespace {

constexpr int ConnectLimitMs = 3000;
constexpr int LingerMs = 500;

} // namespace

TcpStream::TcpStream(const QString& host, quint16 port)
    : m_host(host)
    , m_port(port)
{}

TcpStream::~TcpStream() = default;

QString TcpStream::name() const
{
    return "%1:%2"_L1.arg(m_host, QString::number(m_port));
}

bool TcpStream::hasFailed() const
{
    return m_socket->state() != QAbstractSocket::ConnectedState;
}

Done TcpStream::open(const std::stop_token& stop)
{
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->connectToHost(m_host, m_port);
    QDeadlineTimer deadline(ConnectLimitMs);
    while (!m_socket->waitForConnected(SliceMs)) {
        const bool waiting = m_socket->error() == QAbstractSocket::SocketTimeoutError &&
                             m_socket->state() != QAbstractSocket::UnconnectedState;
        if (!stop.stop_requested() && waiting && !deadline.hasExpired())
            continue;
        const auto error =
            stop.stop_requested() ? deviceCancelled() : deviceUnreachable(name(), m_socket->errorString());
        m_socket.reset();
        return fail(error);
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return {};
}

void TcpStream::close()
{
    if (!m_socket)
        return;
    m_socket->disconnectFromHost(); // a plain close would reset the line and lose bytes the printer has not taken yet
    if (m_socket->state() != QAbstractSocket::UnconnectedState)
        m_socket->waitForDisconnected(LingerMs);
    m_socket.reset();
}

bool TcpStream::isOpen() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

Done TcpStream::write(QByteArrayView bytes, std::chrono::milliseconds limit, const std::stop_token& stop)
{
    if (!isOpen())
        return fail(deviceUnplugged(name()));
    m_socket->write(bytes.data(), bytes.size());
    QDeadlineTimer deadline(limit);
    while (m_socket->bytesToWrite() > 0) {
        if (stop.stop_requested())
            return fail(deviceCancelled());
        if (m_socket->waitForBytesWritten(SliceMs))
            continue;
        if (hasFailed())
            return fail(deviceUnplugged(name()));
        if (deadline.hasExpired())
            return fail(deviceWriteTimeout(name()));
    }
    return {};
}

Result<QByteArray> TcpStream::read(std::chrono::milliseconds limit, const std::stop_token& stop)
{
    if (!isOpen())
        return fail(deviceUnplugged(name()));
    QDeadlineTimer deadline(limit);
    while (m_socket->bytesAvailable() == 0) {
        if (stop.stop_requested())
            return fail(deviceCancelled());
        const auto slice = std::min<qint64>(SliceMs, deadline.remainingTime());
        if (m_socket->waitForReadyRead(static_cast<int>(slice)))
            break;
        if (hasFailed())
            return fail(deviceUnplugged(name()));
        if (deadline.hasExpired())
            return QByteArray();
    }
    return m_socket->readAll();
}

void TcpStream::discardInput()
{
    if (!isOpen())
        return;
    m_socket->waitForReadyRead(0);
    m_socket->readAll();
}

} // namespace kuaiban::devices
