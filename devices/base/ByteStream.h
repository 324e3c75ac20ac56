#pragma once

#include "DeviceUri.h"

#include <chrono>
#include <memory>
#include <stop_token>

namespace kuaiban::devices {

// How long one wait of a line lasts before the stop token is looked at again.
inline constexpr int SliceMs = 40;

// A two-way line to a device. Belongs to the thread that opens it; waits end early when `stop` is requested, with
// `device.cancelled`. A device that goes away is `device.unplugged`.
class ByteStream
{
public:
    virtual ~ByteStream() = default;
    virtual Done open(const std::stop_token& stop) = 0;
    virtual void close() = 0;
    virtual bool isOpen() const = 0;
    // Whether anything can ever come back: an ordinary file takes bytes only, so nobody should ask it questions.
    virtual bool canAnswer() const { return true; }

    // Everything is handed to the line, or an error; `device.write-timeout` when the device stops taking bytes.
    virtual Done write(QByteArrayView bytes, std::chrono::milliseconds limit, const std::stop_token& stop) = 0;
    // What has arrived, at least one byte; nothing when the limit passes in silence.
    virtual Result<QByteArray> read(std::chrono::milliseconds limit, const std::stop_token& stop) = 0;
    // Forgets what arrived before: an answer that came too late must not be taken for the next one.
    virtual void discardInput() = 0;
};

// The line behind serial:, tcp: and file: addresses. Options: baud (serial).
Result<std::unique_ptr<ByteStream>> makeByteStream(const DeviceUri& uri, int defaultBaud);

} // namespace kuaiban::devices
