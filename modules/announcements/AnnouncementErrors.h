#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::announcements {

inline Error announcementUnknown()
{
    return failure("announcements.unknown", Origin::Data);
}

// Title or text is empty or too long.
inline Error announcementText(const QString& field, int most)
{
    return failure("announcements.text", Origin::User, field)
        .with(QStringLiteral("field"), field)
        .with(QStringLiteral("most"), most);
}

// The last day on which it holds is over already.
inline Error announcementOver()
{
    return failure("announcements.over", Origin::User);
}

// Not the code of an area.
inline Error announcementArea(const QString& area)
{
    return failure("announcements.area", Origin::User, area).with(QStringLiteral("area"), area);
}

// The counter's time is far from the hub's: what is announced now would carry a wrong date.
inline Error announcementTime()
{
    return failure("announcements.time", Origin::Machine);
}

// The account does not belong to the area that was addressed.
inline Error notAddressed()
{
    return failure("announcements.not-addressed", Origin::User);
}

} // namespace kuaiban::announcements
