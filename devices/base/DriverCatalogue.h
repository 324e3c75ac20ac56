#pragma once

#include "DeviceErrors.h"
#include "DeviceUri.h"

#include <functional>
#include <memory>

namespace kuaiban::devices {

// The drivers of one device family by the first word of a device URI. Filled explicitly by the composition; simulators
// are entered under "sim" like any other driver.
template<class Driver>
class DriverCatalogue
{
public:
    using Made = Result<std::unique_ptr<Driver>>;
    using Factory = std::function<Made(const DeviceUri&)>;

    explicit DriverCatalogue(const QString& kind)
        : m_kind(kind)
    {}

    QString kind() const { return m_kind; }
    QStringList drivers() const { return m_factories.keys(); }
    void add(const QString& driver, Factory factory) { m_factories.insert(driver, std::move(factory)); }

    bool knows(const DeviceUri& uri) const
    {
        return m_factories.contains(uri.driver) && (uri.driver != "sim"_L1 || uri.address == m_kind);
    }

    // The driver behind a URI, not yet opened; no driver at all for an empty text: the device is not configured.
    Made make(const QString& uriText) const
    {
        if (uriText.trimmed().isEmpty())
            return std::unique_ptr<Driver>();
        KB_TRY(const auto uri, parseDeviceUri(uriText.trimmed()));
        if (!knows(uri))
            return fail(deviceDriverUnknown(uri.driver == "sim"_L1 ? "sim:"_L1 + uri.address : uri.driver));
        return m_factories.value(uri.driver)(uri);
    }

private:
    QString m_kind;
    QMap<QString, Factory> m_factories;
};

} // namespace kuaiban::devices
