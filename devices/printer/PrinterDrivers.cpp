#include "PrinterDrivers.h"

#include "CupsConnection.h"
#include "CupsPrinter.h"
#include "devices/base/SimulatorScript.h"
#include "PdfFolderPrinter.h"
#include "SimulatedPrinter.h"

namespace kuaiban::devices {

DriverCatalogue<PagePrinter> printerDrivers()
{
    using Made = DriverCatalogue<PagePrinter>::Made;
    DriverCatalogue<PagePrinter> drivers(u"printer"_s);
    drivers.add(u"pdf"_s, [](const DeviceUri& uri) -> Made { return std::make_unique<PdfFolderPrinter>(uri.address); });
    drivers.add(u"cups"_s, [](const DeviceUri& uri) -> Made {
        KB_TRY(const int patience, integerOption(uri, u"patience"_s, 15, 0, 600));
        return std::make_unique<CupsPrinter>(
            CupsPrinter::Settings{uri.address, uri.option(u"server"_s), std::chrono::seconds(patience)});
    });
    drivers.add(u"sim"_s, [](const DeviceUri& uri) -> Made {
        KB_TRY(const auto object, simulatorScript(uri));
        KB_TRY(auto script, readPrinterScript(object, simulatorScriptPath(uri)));
        return std::make_unique<SimulatedPrinter>(std::move(script), uri.option(u"out"_s));
    });
    return drivers;
}

QList<FoundDevice> findPrinters(const std::stop_token& stop)
{
    QList<FoundDevice> found;
    const auto connection = CupsConnection::open({}, stop);
    for (const auto& queue : connection ? (*connection)->queues().value_or(QStringList()) : QStringList())
        found.append({"cups:"_L1 + queue, queue});
    return found;
}

} // namespace kuaiban::devices
