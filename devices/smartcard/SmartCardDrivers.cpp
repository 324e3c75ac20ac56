#include "SmartCardDrivers.h"

#include "devices/base/SimulatorScript.h"
#include "PcscTerminal.h"
#include "SimulatedTerminal.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

DriverCatalogue<SscReader> smartCardDrivers(const Clock& clock)
{
    using Made = DriverCatalogue<SscReader>::Made;
    DriverCatalogue<SscReader> drivers(u"smartcard"_s);
    drivers.add(u"pcsc"_s, [](const DeviceUri& uri) -> Made {
        return std::make_unique<SscReader>(std::make_unique<PcscTerminal>(), uri.address);
    });
    drivers.add(u"sim"_s, [&clock](const DeviceUri& uri) -> Made {
        KB_TRY(const auto object, simulatorScript(uri));
        KB_TRY(auto script, readSmartCardScript(object, simulatorScriptPath(uri)));
        auto terminal = std::make_unique<SimulatedTerminal>(std::move(script), clock);
        return std::make_unique<SscReader>(std::move(terminal), uri.option(u"reader"_s));
    });
    return drivers;
}

QList<FoundDevice> findSmartCardReaders(const std::stop_token& stop)
{
    PcscTerminal terminal;
    if (!terminal.open(stop))
        return {};
    const auto readers = terminal.survey(stop);
    if (!readers || readers->isEmpty())
        return {};
    QList<FoundDevice> found;
    if (readers->size() > 1)
        found.append({u"pcsc:"_s, u"PC/SC"_s});
    for (const auto& slot : *readers)
        found.append({deviceUriText({u"pcsc"_s, {}, slot.reader, {}}), slot.reader});
    return found;
}

} // namespace kuaiban::devices
