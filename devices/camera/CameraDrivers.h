#pragma once

#include "devices/base/Discovery.h"
#include "devices/base/DriverCatalogue.h"
#include "devices/scanner/Scanner.h"

namespace kuaiban::devices {

// Adds camera:v4l2:/dev/video0 and camera:file:PATH (a picture or a folder of them) to the drivers of scanners. They
// run in the device thread of the calling program: there is no vendor's code in them.
void addCameraDrivers(DriverCatalogue<Scanner>& drivers);

// The video devices of this machine that deliver pictures. Blocks for a moment; starts none of them.
QList<FoundDevice> findCameras();

} // namespace kuaiban::devices
