#include "CameraDrivers.h"

#include "CameraScanner.h"
#include "FileFrameSource.h"
#include "V4l2FrameSource.h"

#include <QDir>

namespace kuaiban::devices {

void addCameraDrivers(DriverCatalogue<Scanner>& drivers)
{
    drivers.add(u"camera"_s, [](const DeviceUri& uri) -> DriverCatalogue<Scanner>::Made {
        std::unique_ptr<FrameSource> source;
        if (uri.transport == "v4l2"_L1)
            source = std::make_unique<V4l2FrameSource>(uri.address);
        else
            source = std::make_unique<FileFrameSource>(uri.address);
        return std::make_unique<CameraScanner>(std::move(source));
    });
}

QList<FoundDevice> findCameras()
{
    QList<FoundDevice> found;
    const QDir folder(u"/dev"_s);
    for (const auto& entry : folder.entryList({u"video*"_s}, QDir::System | QDir::Files, QDir::Name)) {
        const auto path = folder.filePath(entry);
        if (const auto name = cameraName(path); !name.isEmpty())
            found.append({"camera:v4l2:"_L1 + path, u"%1, %2"_s.arg(name, path)});
    }
    return found;
}

} // namespace kuaiban::devices
