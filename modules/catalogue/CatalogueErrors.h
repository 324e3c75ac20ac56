#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::catalogue {

// A definition breaks a rule; `place` is the path inside the file.
inline Error definitionBroken(const QString& file, const QString& rule)
{
    using namespace Qt::StringLiterals;
    return failure("catalogue.broken", Origin::Data, "%1: %2"_L1.arg(file, rule))
        .with(u"file"_s, file)
        .with(u"rule"_s, rule);
}

inline Error folderUnreadable(const QString& folder)
{
    return failure("catalogue.folder", Origin::Machine, folder);
}

inline Error itemUnknown(const QString& item)
{
    return failure("catalogue.item", Origin::Data, item).with(QStringLiteral("item"), item);
}

} // namespace kuaiban::catalogue
