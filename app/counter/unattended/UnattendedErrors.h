#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::counter {

// A line on standard input is no request; `rule` names the field and what it should be.
inline Error requestWrong(const QString& rule)
{
    return failure("unattended.request", Origin::Data, rule).with(QStringLiteral("rule"), rule);
}

inline Error notSignedIn()
{
    return failure("unattended.signed-out", Origin::User);
}

inline Error draftUnknown(const QString& draft)
{
    return failure("unattended.draft", Origin::Data, draft).with(QStringLiteral("draft"), draft);
}

// The time given for sync ran out with something still waiting.
inline Error stillWaiting(int cases)
{
    return failure("unattended.not-level", Origin::Network).with(QStringLiteral("count"), cases);
}

} // namespace kuaiban::counter
