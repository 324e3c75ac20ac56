#include "V4l2FrameSource.h"

#include "CameraErrors.h"
#include "devices/base/DeviceErrors.h"
#include "devices/scanner/ScannerErrors.h"
#include "FramePixels.h"

#include <QDeadlineTimer>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

namespace kuaiban::devices {

namespace {

constexpr int SliceMs = 100;
constexpr quint32 WantedBuffers = 4;
constexpr quint32 MostBuffers = 32; // a driver may give more than was asked for
constexpr quint32 MostListed = 64;  // formats, and sizes of each: an end for a driver that knows none
constexpr quint32 MostBufferBytes = 64 * 1024 * 1024;

// Zero, or the error number. Signals interrupt these calls.
int controlled(int fd, unsigned long request, void* argument)
{
    for (;;) {
        if (::ioctl(fd, request, argument) >= 0)
            return 0;
        if (errno != EINTR)
            return errno;
    }
}

int openVideo(const QString& path)
{
    return ::open(QFile::encodeName(path).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
}

std::optional<FrameEncoding> encodingOf(quint32 pixelFormat)
{
    switch (pixelFormat) {
    case V4L2_PIX_FMT_MJPEG:
        return FrameEncoding::Mjpg;
    case V4L2_PIX_FMT_YUYV:
        return FrameEncoding::Yuyv;
    default:
        return {};
    }
}

// Cameras have further nodes, for data about their pictures: those capture nothing.
bool canCapture(const v4l2_capability& about)
{
    constexpr quint32 needed = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    const quint32 has = about.capabilities & V4L2_CAP_DEVICE_CAPS ? about.device_caps : about.capabilities;
    return (has & needed) == needed;
}

v4l2_buffer bufferNumber(quint32 index)
{
    v4l2_buffer buffer{};
    buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    buffer.memory = V4L2_MEMORY_MMAP;
    buffer.index = index;
    return buffer;
}

} // namespace

Error v4l2Error(int number, const QString& port)
{
    switch (number) {
    case ENOENT:
        return devicePortMissing(port);
    case EACCES:
    case EPERM:
        return devicePortAccess(port);
    case EBUSY:
        return devicePortBusy(port);
    case ENODEV:
    case ENXIO:
    case EIO:
    case EPIPE:
        return deviceUnplugged(port);
    default:
        return devicePortFailed(port, QString::fromLocal8Bit(std::strerror(number)));
    }
}

QString cameraName(const QString& path)
{
    const UniqueFd fd(openVideo(path));
    v4l2_capability about{};
    if (!fd.isOpen() || controlled(fd.get(), VIDIOC_QUERYCAP, &about) != 0 || !canCapture(about))
        return {};
    const auto* name = reinterpret_cast<const char*>(about.card);
    return QString::fromUtf8(name, static_cast<qsizetype>(strnlen(name, sizeof about.card)));
}

V4l2FrameSource::V4l2FrameSource(const QString& path)
    : m_path(path)
{}

V4l2FrameSource::~V4l2FrameSource()
{
    close();
}

Done V4l2FrameSource::control(unsigned long request, void* argument) const
{
    if (const int number = controlled(m_fd.get(), request, argument); number != 0)
        return fail(v4l2Error(number, m_path));
    return {};
}

Done V4l2FrameSource::open(const std::stop_token& stop)
{
    close();
    if (stop.stop_requested())
        return fail(scannerCancelled());
    m_fd = UniqueFd(openVideo(m_path));
    if (!m_fd.isOpen())
        return fail(v4l2Error(errno, m_path));
    v4l2_capability about{};
    KB_CHECK(control(VIDIOC_QUERYCAP, &about));
    if (!canCapture(about))
        return fail(devicePortFailed(m_path, u"it captures no pictures"_s));
    KB_TRY(const auto offered, offeredFormats());
    KB_TRY(const auto wanted, bestFormat(offered, m_path));
    KB_CHECK(agreeOn(wanted));
    KB_CHECK(mapBuffers());
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    return control(VIDIOC_STREAMON, &type);
}

Result<QList<CameraFormat>> V4l2FrameSource::offeredFormats() const
{
    QList<CameraFormat> offered;
    for (quint32 index = 0; index < MostListed; ++index) {
        v4l2_fmtdesc description{};
        description.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        description.index = index;
        const int number = controlled(m_fd.get(), VIDIOC_ENUM_FMT, &description);
        if (number == EINVAL) // the end of the list
            break;
        if (number != 0)
            return fail(v4l2Error(number, m_path));
        const auto encoding = encodingOf(description.pixelformat);
        if (!encoding)
            continue;
        for (const auto size : offeredSizes(description.pixelformat))
            offered.append({*encoding, size});
    }
    return offered;
}

QList<QSize> V4l2FrameSource::offeredSizes(quint32 pixelFormat) const
{
    QList<QSize> sizes;
    for (quint32 index = 0; index < MostListed; ++index) {
        v4l2_frmsizeenum listed{};
        listed.pixel_format = pixelFormat;
        listed.index = index;
        if (controlled(m_fd.get(), VIDIOC_ENUM_FRAMESIZES, &listed) != 0)
            break;
        if (listed.type != V4L2_FRMSIZE_TYPE_DISCRETE) {
            const auto size = [](quint32 width, quint32 height) {
                return QSize(static_cast<int>(width), static_cast<int>(height));
            };
            const auto& range = listed.stepwise;
            return usualSizes(size(range.min_width, range.min_height), size(range.max_width, range.max_height),
                size(range.step_width, range.step_height));
        }
        sizes.append({static_cast<int>(listed.discrete.width), static_cast<int>(listed.discrete.height)});
    }
    return sizes;
}

Done V4l2FrameSource::agreeOn(const CameraFormat& wanted)
{
    v4l2_format format{};
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    auto& picture = format.fmt.pix;
    picture.width = static_cast<quint32>(wanted.size.width());
    picture.height = static_cast<quint32>(wanted.size.height());
    picture.pixelformat = wanted.encoding == FrameEncoding::Mjpg ? V4L2_PIX_FMT_MJPEG : V4L2_PIX_FMT_YUYV;
    picture.field = V4L2_FIELD_NONE;
    KB_CHECK(control(VIDIOC_S_FMT, &format));
    const QSize size(static_cast<int>(picture.width), static_cast<int>(picture.height));
    if (encodingOf(picture.pixelformat) != wanted.encoding ||
        size != wanted.size) // a driver may change what it is given
        return fail(cameraFormat(m_path, u"the driver sets another format than it offers"_s));
    m_format = wanted;
    m_lineBytes = static_cast<int>(std::max(picture.bytesperline, 2 * picture.width));
    return {};
}

Done V4l2FrameSource::mapBuffers()
{
    v4l2_requestbuffers request{};
    request.count = WantedBuffers;
    request.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    request.memory = V4L2_MEMORY_MMAP;
    KB_CHECK(control(VIDIOC_REQBUFS, &request));
    if (request.count == 0 || request.count > MostBuffers)
        return fail(devicePortFailed(m_path, u"%1 buffers"_s.arg(request.count)));
    for (quint32 index = 0; index < request.count; ++index) {
        auto buffer = bufferNumber(index);
        KB_CHECK(control(VIDIOC_QUERYBUF, &buffer));
        if (buffer.length > MostBufferBytes)
            return fail(devicePortFailed(m_path, u"a buffer of %1 bytes"_s.arg(buffer.length)));
        void* const memory =
            ::mmap(nullptr, buffer.length, PROT_READ | PROT_WRITE, MAP_SHARED, m_fd.get(), buffer.m.offset);
        if (memory == MAP_FAILED)
            return fail(v4l2Error(errno, m_path));
        m_buffers.emplace_back(static_cast<char*>(memory), buffer.length);
        KB_CHECK(control(VIDIOC_QBUF, &buffer));
    }
    return {};
}

Result<QImage> V4l2FrameSource::frame(std::chrono::milliseconds limit, const std::stop_token& stop)
{
    const QDeadlineTimer deadline(limit);
    QString last;
    while (!deadline.hasExpired()) {
        if (stop.stop_requested())
            return fail(scannerCancelled());
        pollfd wait{m_fd.get(), POLLIN, 0};
        if (::poll(&wait, 1, SliceMs) <= 0)
            continue;
        if (!(wait.revents & POLLIN))
            return fail(deviceUnplugged(m_path));
        auto buffer = bufferNumber(0);
        const int number = controlled(m_fd.get(), VIDIOC_DQBUF, &buffer);
        if (number == EAGAIN)
            continue;
        if (number != 0)
            return fail(v4l2Error(number, m_path));
        auto image = imageIn(buffer);
        KB_CHECK(control(VIDIOC_QBUF, &buffer));
        if (image)
            return image;
        last = image.error().detail; // the next frame may come through whole
    }
    return fail(cameraNoFrame(m_path, last));
}

Result<QImage> V4l2FrameSource::imageIn(const v4l2_buffer& buffer) const
{
    if (buffer.index >= m_buffers.size() || buffer.flags & V4L2_BUF_FLAG_ERROR)
        return fail(scannerBadImage(u"a frame that the driver calls spoilt"_s));
    const auto memory = m_buffers[buffer.index];
    const auto used = std::min<size_t>(buffer.bytesused, memory.size());
    return imageFromFrame(QByteArrayView(memory.data(), static_cast<qsizetype>(used)), m_format, m_lineBytes);
}

void V4l2FrameSource::close()
{
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    if (!m_buffers.empty())
        controlled(m_fd.get(), VIDIOC_STREAMOFF, &type);
    for (const auto& memory : m_buffers)
        ::munmap(memory.data(), memory.size());
    m_buffers.clear();
    m_fd.reset();
}

} // namespace kuaiban::devices
