#pragma once

#include "devices/base/DeviceState.h"
#include "modules/base/Result.h"
#include "ScanJob.h"

#include <stop_token>

namespace kuaiban::devices {

// A scanner. Every call blocks in the device thread; requesting `stop` ends it early with `scanner.cancelled`.
class Scanner
{
public:
    virtual ~Scanner() = default;
    virtual DeviceState state(const std::stop_token& stop) = 0;
    // The number of pages. A feeder that runs empty after at least one page has done its work; empty from the start it
    // is `scanner.feeder-empty`.
    virtual Result<int> scan(const ScanJob& job, const ScanListener& listener, const std::stop_token& stop) = 0;
    // Whatever a job leaves to be done after its outcome is known. Apart from scan(), because drivers hang here too and
    // the outcome need not wait for them.
    virtual void letGo() {}
};

} // namespace kuaiban::devices
