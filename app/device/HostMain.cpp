#include "HostMain.h"

#include "devices/scanner/DriverHost.h"
#include "devices/scanner/sane/SaneScanner.h"
#include "devices/scanner/ScannerDrivers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

#include <unistd.h>

namespace kuaiban::doctor {

using namespace devices;
using namespace Qt::StringLiterals;

namespace {

constexpr int UnknownDriver = 2;

Result<std::unique_ptr<Scanner>> makeScanner(const QString& text)
{
    KB_TRY(const auto uri, parseDeviceUri(text));
    if (uri.driver == "sane"_L1)
        return std::unique_ptr<Scanner>(std::make_unique<SaneScanner>(uri));
    if (uri.driver == "sim"_L1 && uri.address == "scanner"_L1)
        return makeHostedSimulator(uri);
    return fail(deviceDriverUnknown(uri.driver));
}

} // namespace

void runDriverHost(const QString& uri)
{
    DriverHost::shieldProcess();
    auto scanner = makeScanner(uri);
    if (!scanner) {
        qWarning("%s", qPrintable(logLine(scanner.error())));
        ::_exit(UnknownDriver);
    }
    DriverHost host(UniqueFd(STDIN_FILENO), *std::move(scanner));
    host.serve();
    ::_exit(0); // nothing is saved here, and a driver that hangs must not hold the process
}

void listScanners()
{
    DriverHost::shieldProcess();
    QJsonArray list;
    const auto found = startSane({}) ? findSaneDevices() : Result<QList<SaneDeviceName>>(QList<SaneDeviceName>());
    for (const auto& device : found.value_or(QList<SaneDeviceName>()))
        list.append(QJsonObject{{"port"_L1, "sane:"_L1 + device.name}, {"title"_L1, device.title}});
    std::puts(QJsonDocument(list).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    ::_exit(0); // without the drivers' own clean-up, which may wait for devices that are gone
}

} // namespace kuaiban::doctor
