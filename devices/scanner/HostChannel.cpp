#include "HostChannel.h"

#include "modules/base/Json.h"
#include "ScannerErrors.h"

#include <QDeadlineTimer>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace kuaiban::devices {

namespace {

constexpr qsizetype LargestMessage = 64 * 1024;
constexpr int Seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

Error systemError(const char* call)
{
    return scannerProtocol("%1: %2"_L1.arg(QString::fromLatin1(call), QString::fromLocal8Bit(std::strerror(errno))));
}

Result<UniqueFd> sealedMemory(const QByteArray& bytes)
{
    UniqueFd memory(::memfd_create("kuaiban-page", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory.isOpen())
        return fail(systemError("memfd_create"));
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto count = ::write(memory.get(), bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (count <= 0)
            return fail(systemError("write"));
        done += count;
    }
    if (::fcntl(memory.get(), F_ADD_SEALS, Seals) != 0)
        return fail(systemError("fcntl"));
    return memory;
}

// The descriptor that travelled with a message; further ones are closed at once.
UniqueFd attachmentOf(msghdr& header)
{
    UniqueFd attachment;
    for (cmsghdr* part = CMSG_FIRSTHDR(&header); part; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS)
            continue;
        const size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(part) + i * sizeof(int), sizeof(int));
            UniqueFd owned(fd);
            if (!attachment.isOpen())
                attachment = std::move(owned);
        }
    }
    return attachment;
}

} // namespace

Result<std::pair<UniqueFd, UniqueFd>> makeHostSockets()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(scannerDriverMissing(QString::fromLocal8Bit(std::strerror(errno))));
    return std::pair{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

Done HostChannel::send(const QJsonObject& content)
{
    return send(content, -1);
}

Done HostChannel::sendWithMemory(const QJsonObject& content, const QByteArray& bytes)
{
    KB_TRY(const auto memory, sealedMemory(bytes));
    return send(content, memory.get());
}

Done HostChannel::send(const QJsonObject& content, int attachment)
{
    auto bytes = canonicalBytes(content);
    if (bytes.size() > LargestMessage)
        return fail(scannerProtocol(u"the message is too large"_s));
    iovec part{bytes.data(), static_cast<size_t>(bytes.size())};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    if (attachment >= 0) {
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        cmsghdr* const rights = CMSG_FIRSTHDR(&header);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(rights), &attachment, sizeof(int));
    }
    const std::scoped_lock lock(m_sending);
    if (::sendmsg(m_socket.get(), &header, MSG_NOSIGNAL) < 0)
        return fail(systemError("sendmsg"));
    return {};
}

HostChannel::Arrival HostChannel::receive(HostMessage& message, std::chrono::milliseconds limit)
{
    message = {};
    pollfd wait{m_socket.get(), POLLIN, 0};
    if (::poll(&wait, 1, static_cast<int>(limit.count())) <= 0)
        return Arrival::Nothing;
    QByteArray buffer(LargestMessage, Qt::Uninitialized);
    iovec part{buffer.data(), static_cast<size_t>(buffer.size())};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(4 * sizeof(int))> control{};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    const auto count = ::recvmsg(m_socket.get(), &header, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return Arrival::Nothing;
    if (count <= 0)
        return Arrival::Closed;
    message.attachment = attachmentOf(header);
    message.content = parseObject(QByteArrayView(buffer).first(count)).value_or(QJsonObject());
    return Arrival::Message;
}

Result<QByteArray> bytesOfMemory(const UniqueFd& memory, qint64 most)
{
    struct stat info
    {};
    if (!memory.isOpen() || ::fstat(memory.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return fail(scannerProtocol(u"a page came without its memory"_s));
    const int seals = ::fcntl(memory.get(), F_GET_SEALS);
    if (seals < 0 || (seals & Seals) != Seals) // unsealed memory could change under our hands
        return fail(scannerProtocol(u"a page came in memory that is not sealed"_s));
    if (info.st_size > most)
        return fail(scannerProtocol(u"a page is too large"_s));
    QByteArray bytes(info.st_size, Qt::Uninitialized);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto count = ::pread(memory.get(), bytes.data() + done, static_cast<size_t>(bytes.size() - done), done);
        if (count <= 0)
            return fail(scannerProtocol(u"a page cannot be read"_s));
        done += count;
    }
    return bytes;
}

} // namespace kuaiban::devices
