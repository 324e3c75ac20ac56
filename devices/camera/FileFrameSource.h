#pragma once

#include "FrameSource.h"

#include <QStringList>

namespace kuaiban::devices {

// Pictures from the disk instead of a camera: one file, or those of a folder in the order of their names (PNG, JPEG,
// BMP). Plays them once after each open() and then shows the last one for ever, as a camera over a paper that has come
// to rest. `device.port-missing` without file or folder, `camera.no-frame` for a folder without pictures,
// `scanner.image` for a file that is no picture.
class FileFrameSource final : public FrameSource
{
public:
    explicit FileFrameSource(const QString& path);

    Done open(const std::stop_token& stop) override;
    Result<QImage> frame(std::chrono::milliseconds limit, const std::stop_token& stop) override;
    void close() override;

private:
    QString m_path;
    QStringList m_pictures; // those still to come, and the last one
};

} // namespace kuaiban::devices
