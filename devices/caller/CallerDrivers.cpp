#include "CallerDrivers.h"

#include "devices/base/SimulatorScript.h"
#include "HttpCaller.h"
#include "SimulatedCaller.h"

namespace kuaiban::devices {

namespace {

constexpr int LongestWindow = 40;

Result<HttpCaller::Place> placeOf(const DeviceUri& uri)
{
    HttpCaller::Place place{QUrl(uri.transport + u':' + uri.address, QUrl::StrictMode), uri.option(u"window"_s)};
    const bool plain = !place.base.hasQuery() && !place.base.hasFragment() && place.base.userInfo().isEmpty();
    if (!uri.address.startsWith("//"_L1) || !place.base.isValid() || place.base.host().isEmpty() || !plain)
        return fail(deviceUriMalformed(deviceUriText(uri), u"after the line comes //HOST:PORT/base"_s));
    if (place.window.isEmpty() || place.window.size() > LongestWindow)
        return fail(deviceUriMalformed(deviceUriText(uri), u"window is the system's name of this window"_s));
    return place;
}

} // namespace

DriverCatalogue<CallTerminal> callerDrivers(const Clock& clock)
{
    using Made = DriverCatalogue<CallTerminal>::Made;
    DriverCatalogue<CallTerminal> drivers(u"caller"_s);
    drivers.add(u"caller"_s, [](const DeviceUri& uri) -> Made {
        KB_TRY(auto place, placeOf(uri));
        KB_TRY(auto profile, loadCallerProfile(uri.profile));
        return std::make_unique<HttpCaller>(std::move(profile), std::move(place));
    });
    drivers.add(u"sim"_s, [&clock](const DeviceUri& uri) -> Made {
        KB_TRY(const auto object, simulatorScript(uri));
        KB_TRY(auto script, readCallerScript(object, simulatorScriptPath(uri)));
        return std::make_unique<SimulatedCaller>(std::move(script), clock);
    });
    return drivers;
}

} // namespace kuaiban::devices
