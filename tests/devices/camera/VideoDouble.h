#pragma once

#include <QFile>
#include <QList>
#include <QTemporaryDir>

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstring>

#include <linux/videodev2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace kuaiban::test {

// The kernel's side of a camera, written from its documentation: an ordinary file serves as the memory of the buffers,
// and this program's ioctl(), below, asks here about it. One at a time.
class VideoDouble
{
public:
    static constexpr quint32 BufferBytes = 65'536; // a multiple of any page

    struct Shot
    {
        QByteArray bytes;
        quint32 flags = 0;
        int error = 0; // instead of a picture
    };

    VideoDouble()
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || !file.resize(Count * BufferBytes))
            qFatal("cannot write %s", qPrintable(path()));
        current = this;
    }
    ~VideoDouble() { current = nullptr; }
    Q_DISABLE_COPY_MOVE(VideoDouble)

    QString path() const { return m_folder.filePath(QStringLiteral("video0")); }
    bool isBehind(int fd) const
    {
        struct stat a
        {};
        struct stat b
        {};
        return ::fstat(fd, &a) == 0 && ::stat(QFile::encodeName(path()).constData(), &b) == 0 && a.st_ino == b.st_ino &&
               a.st_dev == b.st_dev;
    }

    int answer(unsigned long request, void* argument)
    {
        if (request == refused)
            return refusal;
        switch (request) {
        case VIDIOC_QUERYCAP:
            return tellAbout(*static_cast<v4l2_capability*>(argument));
        case VIDIOC_ENUM_FMT: {
            auto& listed = *static_cast<v4l2_fmtdesc*>(argument);
            if (listed.index >= static_cast<quint32>(formats.size()))
                return EINVAL;
            listed.pixelformat = formats.at(static_cast<int>(listed.index));
            return 0;
        }
        case VIDIOC_ENUM_FRAMESIZES: {
            auto& listed = *static_cast<v4l2_frmsizeenum*>(argument);
            listed.type = V4L2_FRMSIZE_TYPE_DISCRETE;
            listed.discrete = {width, height};
            return listed.index == 0 ? 0 : EINVAL;
        }
        case VIDIOC_S_FMT:
            static_cast<v4l2_format*>(argument)->fmt.pix.width += widens;
            chosen = static_cast<v4l2_format*>(argument)->fmt.pix.pixelformat;
            return 0;
        case VIDIOC_REQBUFS:
            static_cast<v4l2_requestbuffers*>(argument)->count = gives;
            return 0;
        case VIDIOC_QUERYBUF: {
            auto& buffer = *static_cast<v4l2_buffer*>(argument);
            buffer.length = BufferBytes;
            buffer.m.offset = buffer.index * BufferBytes;
            return 0;
        }
        case VIDIOC_QBUF:
            queued.append(static_cast<v4l2_buffer*>(argument)->index);
            return 0;
        case VIDIOC_STREAMON:
        case VIDIOC_STREAMOFF:
            streams = request == VIDIOC_STREAMON;
            if (!streams)
                queued.clear();
            return 0;
        case VIDIOC_DQBUF:
            return deliver(*static_cast<v4l2_buffer*>(argument));
        default:
            return ENOTTY;
        }
    }

    static inline VideoDouble* current = nullptr;
    static constexpr quint32 Count = 3;

    quint32 abilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    QList<quint32> formats{V4L2_PIX_FMT_YUYV};
    quint32 width = 4;
    quint32 height = 2;
    quint32 widens = 0;        // what the driver makes of a width that it offered itself
    quint32 gives = Count;     // buffers, whatever was asked for
    unsigned long refused = 0; // this request
    int refusal = 0;           // with this error number
    QList<Shot> shots;         // delivered one after another; after that, silence

    quint32 chosen = 0;
    bool streams = false;
    QList<quint32> queued; // the buffers that the driver may fill

private:
    int tellAbout(v4l2_capability& about) const
    {
        about.capabilities = V4L2_CAP_DEVICE_CAPS | V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING; // of all its nodes
        about.device_caps = abilities;
        std::memset(about.card, 'C', sizeof about.card); // a name may fill its field without an end
        return 0;
    }
    int deliver(v4l2_buffer& buffer)
    {
        if (!streams)
            return EINVAL;
        if (shots.isEmpty() || queued.isEmpty())
            return EAGAIN;
        const auto shot = shots.takeFirst();
        if (shot.error != 0)
            return shot.error;
        buffer.index = queued.takeFirst();
        buffer.bytesused = static_cast<quint32>(shot.bytes.size());
        buffer.flags = shot.flags;
        QFile file(path());
        if (!file.open(QIODevice::ReadWrite) || !file.seek(buffer.index * BufferBytes) ||
            file.write(shot.bytes.first(std::min<qsizetype>(shot.bytes.size(), BufferBytes))) < 0)
            return EIO;
        return 0;
    }

    QTemporaryDir m_folder;
};

} // namespace kuaiban::test

// Takes the place of the C library's own in this program.
extern "C" inline __attribute__((used)) int ioctl(int fd, unsigned long request, ...) noexcept
{
    va_list arguments;
    va_start(arguments, request);
    void* const argument = va_arg(arguments, void*);
    va_end(arguments);
    auto* const video = kuaiban::test::VideoDouble::current;
    if (!video || !video->isBehind(fd))
        return static_cast<int>(::syscall(SYS_ioctl, fd, request, argument));
    errno = video->answer(request, argument);
    return errno == 0 ? 0 : -1;
}
