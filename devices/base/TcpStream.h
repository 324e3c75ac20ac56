#pragma once

#include "ByteStream.h"

class QTcpSocket;

namespace kuaiban::devices {

// A plain TCP connection (port 9100 of network printers).
class TcpStream final : public ByteStream
{
public:
    TcpStream(const QString& host, quint16 port);
    ~TcpStream() override;

    Done open(const std::stop_token& stop) override;
    void close() override;
    bool isOpen() const override;
    Done write(QByteArrayView bytes, std::chrono::milliseconds limit, const std::stop_token& stop) override;
    Result<QByteArray> read(std::chrono::milliseconds limit, const std::stop_token& stop) override;
    void discardInput() override;

private:
    QString name() const;
    bool hasFailed() const;

    QString m_host;
    quint16 m_port;
    std::unique_ptr<QTcpSocket> m_socket; // made in open(), so that it belongs to the device thread
};

} // namespace kuaiban::devices
