#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

inline Error keypadProfileUnreadable(const QString& file, const QString& detail)
{
    return failure("keypad.profile-read", Origin::Data, detail).with(u"file"_s, file);
}

// `place` is the dotted path of the word that is wrong, or the offset where the file stops being JSON.
inline Error keypadProfileBroken(const QString& file, const QString& place, const QString& reason)
{
    return failure("keypad.profile", Origin::Data, "%1: %2"_L1.arg(place, reason))
        .with(u"file"_s, file)
        .with(u"place"_s, place)
        .with(u"reason"_s, reason);
}

inline Error keypadNoAnswer()
{
    return failure("keypad.no-answer", Origin::Device);
}

// This model cannot be asked whether it is there, so only a broken line shows.
inline Error keypadStateUnknown()
{
    return failure("keypad.state-unknown", Origin::Device);
}

} // namespace kuaiban::devices
