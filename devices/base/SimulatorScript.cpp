#include "SimulatorScript.h"

#include "DeviceErrors.h"
#include "modules/base/Json.h"

#include <QFile>

static void initialiseSimulatorResource()
{
    Q_INIT_RESOURCE(simulator); // a static library's resources are dropped by the linker unless someone asks for them
}

namespace kuaiban::devices {

namespace {

constexpr qint64 LargestScript = 4 * 1024 * 1024;

} // namespace

QString simulatorScriptPath(const DeviceUri& uri)
{
    return uri.option(u"script"_s, ":/simulator/%1-demo.json"_L1.arg(uri.address));
}

Result<QJsonObject> simulatorScript(const DeviceUri& uri)
{
    initialiseSimulatorResource();
    const auto path = simulatorScriptPath(uri);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(deviceScriptBroken(path, file.errorString()));
    const auto script = parseObject(file.read(LargestScript));
    if (!script)
        return fail(deviceScriptBroken(path, script.error().detail));
    return *script;
}

} // namespace kuaiban::devices
