#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

inline Error scannerCancelled()
{
    return failure("scanner.cancelled", Origin::User);
}

inline Error scannerFeederEmpty()
{
    return failure("scanner.feeder-empty", Origin::User);
}

inline Error scannerJam()
{
    return failure("scanner.jam", Origin::Device);
}

inline Error scannerCoverOpen()
{
    return failure("scanner.cover-open", Origin::Device);
}

inline Error scannerBusy()
{
    return failure("scanner.busy", Origin::Device);
}

inline Error scannerInputOutput(const QString& detail)
{
    return failure("scanner.io", Origin::Device, detail);
}

inline Error scannerAccess()
{
    return failure("scanner.access", Origin::Machine);
}

inline Error scannerNotFound(const QString& device)
{
    return failure("scanner.not-found", Origin::Device).with(u"device"_s, device);
}

inline Error scannerUnplugged()
{
    return failure("scanner.unplugged", Origin::Device);
}

inline Error scannerUnsupported(const QString& what)
{
    return failure("scanner.unsupported", Origin::User, what).with(u"what"_s, what);
}

inline Error scannerNoMemory()
{
    return failure("scanner.no-memory", Origin::Machine);
}

// The driver delivered an image that cannot be one.
inline Error scannerBadImage(const QString& detail)
{
    return failure("scanner.image", Origin::Device, detail);
}

inline Error scannerDriverCrashed(const QString& detail)
{
    return failure("scanner.driver-crashed", Origin::Device, detail);
}

inline Error scannerDriverHung(int seconds)
{
    return failure("scanner.driver-hung", Origin::Device).with(u"seconds"_s, seconds);
}

inline Error scannerDriverMissing(const QString& detail)
{
    return failure("scanner.driver-missing", Origin::Machine, detail);
}

inline Error scannerProtocol(const QString& detail)
{
    return failure("scanner.protocol", Origin::Machine, detail);
}

} // namespace kuaiban::devices
