#include "IdCardDrivers.h"

#include "devices/base/SimulatorScript.h"
#include "Ga450Reader.h"
#include "SimulatedIdCardReader.h"

namespace kuaiban::devices {

DriverCatalogue<IdCardReader> idCardDrivers(const Clock& clock)
{
    using Made = DriverCatalogue<IdCardReader>::Made;
    DriverCatalogue<IdCardReader> drivers(u"idcard"_s);
    drivers.add(u"ga450"_s, [](const DeviceUri& uri) -> Made {
        constexpr int defaultBaud = 115'200;
        KB_TRY(auto stream, makeByteStream(uri, defaultBaud));
        return std::make_unique<Ga450Reader>(std::move(stream));
    });
    drivers.add(u"sim"_s, [&clock](const DeviceUri& uri) -> Made {
        KB_TRY(const auto object, simulatorScript(uri));
        KB_TRY(auto script, readIdCardScript(object, simulatorScriptPath(uri)));
        return std::make_unique<SimulatedIdCardReader>(std::move(script), clock);
    });
    return drivers;
}

QList<FoundDevice> findIdCardReaders()
{
    return foundOnSerial(u"ga450"_s);
}

} // namespace kuaiban::devices
