#pragma once

#include "ByteStream.h"

class QSerialPort;

namespace kuaiban::devices {

// A serial line, 8N1 without flow control. A pty path works as well.
class SerialStream final : public ByteStream
{
public:
    SerialStream(const QString& path, int baud);
    ~SerialStream() override;

    Done open(const std::stop_token& stop) override;
    void close() override;
    bool isOpen() const override;
    Done write(QByteArrayView bytes, std::chrono::milliseconds limit, const std::stop_token& stop) override;
    Result<QByteArray> read(std::chrono::milliseconds limit, const std::stop_token& stop) override;
    void discardInput() override;

private:
    Error portError() const;

    QString m_path;
    int m_baud;
    std::unique_ptr<QSerialPort> m_port; // made in open(), so that it belongs to the device thread
};

} // namespace kuaiban::devices
