#pragma once

#include "devices/base/DeviceState.h"
#include "PagePrinter.h"

namespace kuaiban::devices {

// What a print queue says about itself (RFC 8011: printer-state, printer-is-accepting-jobs, printer-state-reasons,
// sides-supported; PWG 5100.7: media-source-supported).
struct QueueState
{
    bool stopped = false;
    bool accepting = true;
    QStringList reasons;
    PageAbilities abilities = {};
};

// The light of a queue: the reason that needs hands comes before one that only announces itself, and both before
// "stopped" without any reason.
DeviceState pageState(const QString& queue, const QueueState& state);

} // namespace kuaiban::devices
