#pragma once

#include "modules/base/Result.h"
#include "UniqueFd.h"

#include <QJsonObject>

#include <chrono>
#include <mutex>

namespace kuaiban::devices {

// One message between the counter and a driver host: a JSON object, and for a page the memory that holds it.
struct HostMessage
{
    QJsonObject content; // empty when the other side sent something that is no message
    UniqueFd attachment;
};

// Both ends of the line between the counter and a driver host: a local socket that keeps messages apart
// (SOCK_SEQPACKET), over which pages travel as sealed memory, so that no scan ever touches a disk in clear. Messages
// may be sent from several threads; one thread receives.
class HostChannel
{
public:
    explicit HostChannel(UniqueFd socket)
        : m_socket(std::move(socket))
    {}

    // `scanner.protocol` when the other end is gone or the message is larger than 64 KB.
    Done send(const QJsonObject& content);
    Done sendWithMemory(const QJsonObject& content, const QByteArray& bytes);

    enum class Arrival { Message, Nothing, Closed };
    Arrival receive(HostMessage& message, std::chrono::milliseconds limit);

    void close() { m_socket.reset(); }

private:
    Done send(const QJsonObject& content, int attachment);

    UniqueFd m_socket;
    std::mutex m_sending;
};

// Two connected ends, closed on exec. `scanner.driver-missing` when the system has no more descriptors.
Result<std::pair<UniqueFd, UniqueFd>> makeHostSockets();

// The bytes of sealed memory, at most `most` of them; `scanner.protocol` for anything that is not such memory.
Result<QByteArray> bytesOfMemory(const UniqueFd& memory, qint64 most);

} // namespace kuaiban::devices
