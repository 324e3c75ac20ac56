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

// The account does not belong to the area that was addressed.
inline Error notAddressed()
{
    return failure("announcements.not-addressed", Origin::User);
}

} // namespace kuaiban::announcements
