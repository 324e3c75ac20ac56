#pragma once

#include "CameraFormat.h"
#include "devices/scanner/UniqueFd.h"
#include "FrameSource.h"

#include <span>
#include <vector>

struct v4l2_buffer;

namespace kuaiban::devices {

// A camera of the kernel's video4linux, /dev/video0, through a few buffers that the driver fills and hands over one
// after another. No real camera was ever tried: the machines on which this was written have none, and their kernel
// knows no video devices. The talk with the kernel follows its documentation and was tried with a double of the
// kernel's side only. `device.port-missing`, `device.port-access`, `device.port-busy`, `device.port` for what is no
// camera, `camera.format`, `camera.no-frame`, and `device.unplugged` when it is pulled out.
class V4l2FrameSource final : public FrameSource
{
public:
    explicit V4l2FrameSource(const QString& path);
    ~V4l2FrameSource() override;

    Done open(const std::stop_token& stop) override;
    Result<QImage> frame(std::chrono::milliseconds limit, const std::stop_token& stop) override;
    void close() override;

private:
    Done control(unsigned long request, void* argument) const;
    Result<QList<CameraFormat>> offeredFormats() const;
    QList<QSize> offeredSizes(quint32 pixelFormat) const;
    Done agreeOn(const CameraFormat& wanted);
    Done mapBuffers();
    Result<QImage> imageIn(const v4l2_buffer& buffer) const;

    QString m_path;
    UniqueFd m_fd;
    CameraFormat m_format;
    int m_lineBytes = 0;
    std::vector<std::span<char>> m_buffers; // memory of the driver
};

// The name by which the camera at this path knows itself, or nothing if there is no camera that delivers pictures.
QString cameraName(const QString& path);

// What an error number of a video device means to people.
Error v4l2Error(int number, const QString& port);

} // namespace kuaiban::devices
