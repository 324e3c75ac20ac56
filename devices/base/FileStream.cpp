#include "FileStream.h"

#include "DeviceErrors.h"
#include "Pause.h"

#include <QDeadlineTimer>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kuaiban::devices {

namespace {} // namespace

FileStream::FileStream(const QString& path)
    : m_path(path)
{}

FileStream::~FileStream()
{
    close();
}

Error FileStream::errorOf(int number) const
{
    switch (number) {
    case ENOENT:
        return devicePortMissing(m_path);
    case EACCES:
    case EPERM:
        return devicePortAccess(m_path);
    case EBUSY:
        return devicePortBusy(m_path);
    case ENODEV:
    case ENXIO:
    case EIO:
    case EPIPE:
        return deviceUnplugged(m_path);
    default:
        return devicePortFailed(m_path, QString::fromLocal8Bit(std::strerror(number)));
    }
}

Done FileStream::open(const std::stop_token&)
{
    close();
    const auto path = QFile::encodeName(m_path);
    struct stat info
    {};
    const bool exists = ::stat(path.constData(), &info) == 0;
    // A device that is not plugged in must never become a file of its name. /dev/shm holds files, not devices.
    const bool isNamedAsDevice = m_path.startsWith("/dev/"_L1) && !m_path.startsWith("/dev/shm/"_L1);
    const bool device = exists ? !S_ISREG(info.st_mode) : isNamedAsDevice;
    m_fd = device ? ::open(path.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
                  : ::open(path.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    m_readable = device;
    if (m_fd < 0)
        return fail(errorOf(errno));
    return {};
}

void FileStream::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

Done FileStream::write(QByteArrayView bytes, std::chrono::milliseconds limit, const std::stop_token& stop)
{
    QDeadlineTimer deadline(limit);
    while (!bytes.isEmpty()) {
        if (stop.stop_requested())
            return fail(deviceCancelled());
        const auto written = ::write(m_fd, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written >= 0) {
            bytes = bytes.sliced(written);
            continue;
        }
        if (errno != EAGAIN && errno != EINTR)
            return fail(errorOf(errno));
        if (deadline.hasExpired())
            return fail(deviceWriteTimeout(m_path));
        pollfd wait{m_fd, POLLOUT, 0};
        ::poll(&wait, 1, SliceMs);
    }
    return {};
}

Result<QByteArray> FileStream::read(std::chrono::milliseconds limit, const std::stop_token& stop)
{
    if (!m_readable)
        return QByteArray(); // an ordinary file never answers: silence, and nobody needs to wait for it
    QDeadlineTimer deadline(limit);
    for (;;) {
        if (stop.stop_requested())
            return fail(deviceCancelled());
        QByteArray buffer(4096, Qt::Uninitialized);
        const auto count = ::read(m_fd, buffer.data(), static_cast<size_t>(buffer.size()));
        if (count > 0)
            return buffer.first(count);
        if (count < 0 && errno != EAGAIN && errno != EINTR)
            return fail(errorOf(errno));
        if (deadline.hasExpired())
            return QByteArray();
        const auto slice = std::min<qint64>(SliceMs, deadline.remainingTime());
        if (count == 0) { // some printer class drivers say "end of file" for "nothing yet", at once: poll would spin
            pause(stop, std::chrono::milliseconds(slice));
            continue;
        }
        pollfd wait{m_fd, POLLIN, 0};
        ::poll(&wait, 1, static_cast<int>(slice));
    }
}

void FileStream::discardInput()
{
    if (!m_readable)
        return;
    QByteArray buffer(4096, Qt::Uninitialized);
    while (::read(m_fd, buffer.data(), static_cast<size_t>(buffer.size())) > 0) {
    }
}

} // namespace kuaiban::devices
