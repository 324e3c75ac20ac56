#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::carried {

inline Error fileNotOurs(const QString& name)
{
    return failure("carried.not-ours", Origin::Data, name).with(QStringLiteral("file"), name);
}

// The password does not open it; a file whose first bytes were changed looks the same.
inline Error passwordWrong()
{
    return failure("carried.password", Origin::User);
}

inline Error passwordShort(int least)
{
    return failure("carried.password-short", Origin::User).with(QStringLiteral("least"), least);
}

inline Error fileDamaged(const QString& detail)
{
    return failure("carried.damaged", Origin::Data, detail);
}

inline Error fileUnwritable(const QString& file, const QString& detail)
{
    return failure("carried.write", Origin::Machine, detail).with(QStringLiteral("file"), file);
}

inline Error fileUnreadable(const QString& file, const QString& detail)
{
    return failure("carried.read", Origin::Machine, detail).with(QStringLiteral("file"), file);
}

inline Error machineWithoutKey()
{
    return failure("carried.no-key", Origin::Machine);
}

inline Error nothingToCarry()
{
    return failure("carried.nothing", Origin::User);
}

} // namespace kuaiban::carried
