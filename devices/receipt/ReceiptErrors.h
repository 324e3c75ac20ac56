#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

// Only the place is told: the character may belong to a name.
inline Error receiptGlyph(int line)
{
    return failure("receipt.glyph", Origin::Data).with(u"line"_s, line);
}

inline Error receiptPicture(int line)
{
    return failure("receipt.picture", Origin::Data).with(u"line"_s, line);
}

inline Error receiptQr(int line)
{
    return failure("receipt.qr", Origin::Data).with(u"line"_s, line);
}

inline Error receiptSlip(const QString& detail)
{
    return failure("receipt.slip", Origin::Data, detail);
}

inline Error receiptPaperOut()
{
    return failure("receipt.paper-out", Origin::Device);
}

inline Error receiptPaperLow()
{
    return failure("receipt.paper-low", Origin::Device);
}

inline Error receiptCoverOpen()
{
    return failure("receipt.cover-open", Origin::Device);
}

inline Error receiptCutter()
{
    return failure("receipt.cutter", Origin::Device);
}

inline Error receiptOffline()
{
    return failure("receipt.offline", Origin::Device);
}

inline Error receiptPrinterError()
{
    return failure("receipt.printer-error", Origin::Device);
}

// The printer never says how it is: usual behind a USB printer class driver or a print server.
inline Error receiptStatusUnknown()
{
    return failure("receipt.status-unknown", Origin::Device);
}

// Part of the receipt may be on paper; `why` is the failure code of the cause.
inline Error receiptInterrupted(const QString& why)
{
    return failure("receipt.interrupted", Origin::Device, why).with(u"why"_s, why);
}

} // namespace kuaiban::devices
