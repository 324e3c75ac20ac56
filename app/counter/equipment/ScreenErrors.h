#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::counter {

// `number` of the monitor that the profile names, `count` of those that are connected.
inline Error screenMissing(int number, int count)
{
    return failure("screen.missing", Origin::Device)
        .with(QStringLiteral("number"), static_cast<qint64>(number))
        .with(QStringLiteral("count"), static_cast<qint64>(count));
}

} // namespace kuaiban::counter
