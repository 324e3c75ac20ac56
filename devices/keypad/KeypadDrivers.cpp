#include "KeypadDrivers.h"

#include "devices/base/SimulatorScript.h"
#include "LineKeypad.h"
#include "SimulatedKeypadLine.h"

namespace kuaiban::devices {

DriverCatalogue<Keypad> keypadDrivers(const Clock& clock)
{
    using Made = DriverCatalogue<Keypad>::Made;
    DriverCatalogue<Keypad> drivers(u"keypad"_s);
    drivers.add(u"keypad"_s, [](const DeviceUri& uri) -> Made {
        KB_TRY(auto profile, loadKeypadProfile(uri.profile));
        KB_TRY(auto stream, makeByteStream(uri, profile.baud));
        return std::make_unique<LineKeypad>(std::move(profile), std::move(stream));
    });
    drivers.add(u"sim"_s, [&clock](const DeviceUri& uri) -> Made {
        KB_TRY(const auto object, simulatorScript(uri));
        KB_TRY(auto script, readKeypadScript(object, simulatorScriptPath(uri)));
        KB_TRY(const auto profile, loadKeypadProfile(u"framed-ff68"_s));
        auto line = std::make_unique<SimulatedKeypadLine>(profile, std::move(script), clock);
        return std::make_unique<LineKeypad>(profile, std::move(line));
    });
    return drivers;
}

QList<FoundDevice> findKeypads()
{
    QList<FoundDevice> found;
    for (const auto& profile : shippedKeypadProfiles()) {
        for (const auto& device : foundOnSerial("keypad:"_L1 + profile))
            found.append({device.uri, "%1, %2"_L1.arg(device.title, profile)});
    }
    return found;
}

} // namespace kuaiban::devices
