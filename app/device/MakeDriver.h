#pragma once

#include "devices/base/DriverCatalogue.h"

namespace kuaiban::doctor {

// The driver behind an address; `device.not-configured` for none, as nothing can be asked of it.
template<class Driver>
Result<std::unique_ptr<Driver>> makeDriver(const devices::DriverCatalogue<Driver>& catalogue, const QString& port)
{
    KB_TRY(auto driver, catalogue.make(port));
    if (!driver)
        return fail(devices::deviceNotConfigured());
    return driver;
}

} // namespace kuaiban::doctor
