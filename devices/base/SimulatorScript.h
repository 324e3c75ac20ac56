#pragma once

#include "DeviceUri.h"

#include <QJsonObject>

namespace kuaiban::devices {

// The script of a simulator, taken from the option `script`: a file, or one of the scripts that are compiled in
// (":/simulator/idcard-demo.json"). Without the option the demo script of that kind is used.
// `device.script` if it cannot be read. What the words of a script mean is told in resources/simulator/README.md.
Result<QJsonObject> simulatorScript(const DeviceUri& uri);
QString simulatorScriptPath(const DeviceUri& uri);

} // namespace kuaiban::devices
