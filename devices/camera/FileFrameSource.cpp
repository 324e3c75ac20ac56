#include "FileFrameSource.h"

#include "CameraErrors.h"
#include "devices/base/DeviceErrors.h"
#include "devices/scanner/ScannerErrors.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>

namespace kuaiban::devices {

FileFrameSource::FileFrameSource(const QString& path)
    : m_path(path)
{}

Done FileFrameSource::open(const std::stop_token& stop)
{
    close();
    if (stop.stop_requested())
        return fail(scannerCancelled());
    const QFileInfo info(m_path);
    if (!info.exists())
        return fail(devicePortMissing(m_path));
    if (!info.isReadable())
        return fail(devicePortAccess(m_path));
    if (!info.isDir()) {
        m_pictures = {m_path};
        return {};
    }
    const QDir folder(m_path);
    for (const auto& name :
        folder.entryList({u"*.png"_s, u"*.jpg"_s, u"*.jpeg"_s, u"*.bmp"_s}, QDir::Files, QDir::Name))
        m_pictures.append(folder.filePath(name));
    if (m_pictures.isEmpty())
        return fail(cameraNoFrame(m_path, u"the folder has no pictures"_s));
    return {};
}

Result<QImage> FileFrameSource::frame(std::chrono::milliseconds, const std::stop_token& stop)
{
    if (stop.stop_requested())
        return fail(scannerCancelled());
    if (m_pictures.isEmpty())
        return fail(cameraNoFrame(m_path, u"not open"_s));
    QImageReader reader(m_pictures.first());
    const auto image = reader.read();
    if (image.isNull())
        return fail(scannerBadImage(reader.errorString()));
    if (m_pictures.size() > 1)
        m_pictures.removeFirst();
    return image;
}

void FileFrameSource::close()
{
    m_pictures.clear();
}

} // namespace kuaiban::devices
