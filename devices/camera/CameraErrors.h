#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

// The camera offers nothing that can be turned into a page.
inline Error cameraFormat(const QString& port, const QString& detail)
{
    return failure("camera.format", Origin::Device, detail).with(u"port"_s, port);
}

// It is there and says nothing is wrong, but no whole picture comes.
inline Error cameraNoFrame(const QString& port, const QString& detail = {})
{
    return failure("camera.no-frame", Origin::Device, detail).with(u"port"_s, port);
}

// Something below the camera never came to rest.
inline Error cameraMoving()
{
    return failure("camera.moving", Origin::User);
}

} // namespace kuaiban::devices
