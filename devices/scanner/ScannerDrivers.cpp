#include "ScannerDrivers.h"

#include "devices/base/SimulatorScript.h"
#include "HostedScanner.h"
#include "SimulatedScanner.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace kuaiban::devices {

namespace {

using Made = DriverCatalogue<Scanner>::Made;

Made makeSimulator(const DeviceUri& uri, SimulatedScanner::Mishaps mishaps)
{
    KB_TRY(const auto object, simulatorScript(uri));
    KB_TRY(auto script, readScannerScript(object, simulatorScriptPath(uri)));
    return std::make_unique<SimulatedScanner>(std::move(script), mishaps);
}

Made makeHosted(const QString& program, const DeviceUri& uri)
{
    KB_TRY(const int patience, integerOption(uri, u"patience"_s, 60, 1, 3600));
    return std::make_unique<HostedScanner>(
        HostedScanner::Settings{program, deviceUriText(uri), std::chrono::seconds(patience)});
}

} // namespace

DriverCatalogue<Scanner> scannerDrivers(const QString& hostProgram)
{
    DriverCatalogue<Scanner> drivers(u"scanner"_s);
    drivers.add(u"sane"_s, [hostProgram](const DeviceUri& uri) { return makeHosted(hostProgram, uri); });
    drivers.add(u"sim"_s, [hostProgram](const DeviceUri& uri) {
        return uri.option(u"hosted"_s) == "1"_L1 ? makeHosted(hostProgram, uri)
                                                 : makeSimulator(uri, SimulatedScanner::Mishaps::Told);
    });
    return drivers;
}

QList<FoundDevice> findScanners(const QString& hostProgram, const std::stop_token& stop)
{
    constexpr int limitMs = 15'000;
    constexpr int sliceMs = 100;
    QProcess process;
    process.start(hostProgram, {u"--list-scanners"_s});
    const QDeadlineTimer limit(limitMs);
    while (!process.waitForFinished(sliceMs)) {
        if (process.state() != QProcess::NotRunning && !limit.hasExpired() && !stop.stop_requested())
            continue;
        process.kill();
        process.waitForFinished();
        return {};
    }
    QList<FoundDevice> found;
    for (const auto& entry : QJsonDocument::fromJson(process.readAllStandardOutput()).array())
        found.append({entry[u"port"_s].toString(), entry[u"title"_s].toString()});
    return found;
}

QString findHostProgram(const QString& applicationFolder)
{
    for (const auto place :
        {"/kuaiban-device"_L1, "/../device/kuaiban-device"_L1, "/../../app/device/kuaiban-device"_L1}) {
        if (const QFileInfo program(applicationFolder + place); program.isExecutable())
            return program.canonicalFilePath();
    }
    return applicationFolder + "/kuaiban-device"_L1;
}

Result<std::unique_ptr<Scanner>> makeHostedSimulator(const DeviceUri& uri)
{
    return makeSimulator(uri, SimulatedScanner::Mishaps::Real);
}

} // namespace kuaiban::devices
