#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

// `uri` is what an administrator wrote into the profile: it names a port, never a person.
inline Error deviceUriMalformed(const QString& uri, const QString& reason)
{
    return failure("device.uri", Origin::User, reason).with(u"uri"_s, uri).with(u"reason"_s, reason);
}

inline Error deviceDriverUnknown(const QString& driver)
{
    return failure("device.driver-unknown", Origin::User).with(u"driver"_s, driver);
}

inline Error deviceNotConfigured()
{
    return failure("device.not-configured", Origin::User);
}

inline Error deviceCancelled()
{
    return failure("device.cancelled", Origin::User);
}

inline Error deviceScriptBroken(const QString& file, const QString& reason)
{
    return failure("device.script", Origin::Data, reason).with(u"file"_s, file).with(u"reason"_s, reason);
}

inline Error devicePortMissing(const QString& port)
{
    return failure("device.port-missing", Origin::Device).with(u"port"_s, port);
}

inline Error devicePortAccess(const QString& port)
{
    return failure("device.port-access", Origin::Machine).with(u"port"_s, port);
}

inline Error devicePortBusy(const QString& port)
{
    return failure("device.port-busy", Origin::Machine).with(u"port"_s, port);
}

inline Error devicePortFailed(const QString& port, const QString& detail)
{
    return failure("device.port", Origin::Device, detail).with(u"port"_s, port);
}

inline Error deviceUnplugged(const QString& port)
{
    return failure("device.unplugged", Origin::Device).with(u"port"_s, port);
}

inline Error deviceWriteTimeout(const QString& port)
{
    return failure("device.write-timeout", Origin::Device).with(u"port"_s, port);
}

// It was asked to do something and neither did it nor said why.
inline Error deviceSilent()
{
    return failure("device.silent", Origin::Device);
}

inline Error deviceUnreachable(const QString& port, const QString& detail)
{
    return failure("device.unreachable", Origin::Network, detail).with(u"port"_s, port);
}

} // namespace kuaiban::devices
