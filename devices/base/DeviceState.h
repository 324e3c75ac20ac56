#pragma once

#include "modules/base/Failure.h"

#include <optional>

namespace kuaiban::devices {

enum class DeviceHealth { NotConfigured, Ready, Attention, Fault };

// What a status light shows: the health decides symbol and word, the reason (a code of the failure manual) what is
// wrong and what to do. A reason beside Ready is a remark only, for example a printer that never answers questions.
struct DeviceState
{
    DeviceHealth health = DeviceHealth::NotConfigured;
    std::optional<Error> reason;

    static DeviceState ready() { return {DeviceHealth::Ready, {}}; }
    static DeviceState readyWith(Error remark) { return {DeviceHealth::Ready, std::move(remark)}; }
    static DeviceState attention(Error reason) { return {DeviceHealth::Attention, std::move(reason)}; }
    static DeviceState fault(Error reason) { return {DeviceHealth::Fault, std::move(reason)}; }
    friend bool operator==(const DeviceState&, const DeviceState&) = default;
};

// Whether whoever should answer is not there at all, so that asking costs time.
inline bool isAway(const DeviceState& state)
{
    return state.health == DeviceHealth::Fault && state.reason &&
           state.reason->code.startsWith(QLatin1String("device."));
}

// "not-configured", "ready", "attention", "fault": for JSON and logs.
inline QString healthName(DeviceHealth health)
{
    using namespace Qt::StringLiterals;
    switch (health) {
    case DeviceHealth::Ready:
        return u"ready"_s;
    case DeviceHealth::Attention:
        return u"attention"_s;
    case DeviceHealth::Fault:
        return u"fault"_s;
    case DeviceHealth::NotConfigured:
        break;
    }
    return u"not-configured"_s;
}

} // namespace kuaiban::devices
