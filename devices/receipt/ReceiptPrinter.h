#pragma once

#include "devices/base/DeviceState.h"
#include "modules/base/Result.h"
#include "Slip.h"

#include <stop_token>

namespace kuaiban::devices {

enum class ReceiptJob {
    Printed, // the printer answered afterwards that all is well
    Sent,    // all bytes are out; this printer never tells more
};

inline QString receiptJobName(ReceiptJob job)
{
    using namespace Qt::StringLiterals;
    return job == ReceiptJob::Printed ? u"printed"_s : u"sent"_s;
}

// A receipt printer. Every call blocks in the device thread and ends early with `device.cancelled` when `stop` is
// requested. `receipt.interrupted` means that paper may hold part of the slip; after any other error nothing was
// printed.
class ReceiptPrinter
{
public:
    virtual ~ReceiptPrinter() = default;
    virtual DeviceState state(const std::stop_token& stop) = 0;
    virtual Result<ReceiptJob> print(const Slip& slip, const std::stop_token& stop) = 0;
};

} // namespace kuaiban::devices
