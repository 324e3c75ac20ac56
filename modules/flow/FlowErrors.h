#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::flow {

// A flow definition breaks a rule; `place` is the path inside the flow.
inline Error flowBroken(const QString& place, const QString& rule)
{
    using namespace Qt::StringLiterals;
    return failure("flow.broken", Origin::Data, "%1: %2"_L1.arg(place, rule))
        .with(u"place"_s, place)
        .with(u"rule"_s, rule);
}

} // namespace kuaiban::flow
