#pragma once

#include "ByteStream.h"

namespace kuaiban::devices {

// A device file such as /dev/usb/lp0, two-way and without ever blocking; an ordinary file is made and appended to.
class FileStream final : public ByteStream
{
public:
    explicit FileStream(const QString& path);
    ~FileStream() override;

    Done open(const std::stop_token& stop) override;
    void close() override;
    bool isOpen() const override { return m_fd >= 0; }
    bool canAnswer() const override { return m_readable; }
    Done write(QByteArrayView bytes, std::chrono::milliseconds limit, const std::stop_token& stop) override;
    Result<QByteArray> read(std::chrono::milliseconds limit, const std::stop_token& stop) override;
    void discardInput() override;

private:
    Error errorOf(int number) const;

    QString m_path;
    int m_fd = -1;
    bool m_readable = false;
};

} // namespace kuaiban::devices
