#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::counter {

// A file that is no table of text: neither UTF-8 nor GB 18030, or not to be opened.
inline Error sheetUnreadable(const QString& file)
{
    return failure("admin.sheet-unreadable", Origin::User).with(QStringLiteral("file"), file);
}

// The first line does not name that column.
inline Error sheetColumnMissing(const QString& column)
{
    return failure("admin.sheet-column", Origin::User).with(QStringLiteral("column"), column);
}

// A list could not be written where it was to be kept.
inline Error sheetNotKept(const QString& file)
{
    return failure("admin.sheet-not-kept", Origin::Machine).with(QStringLiteral("file"), file);
}

} // namespace kuaiban::counter
