#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::doctor {

using namespace Qt::StringLiterals;

inline Error unknownCommand(const QString& command)
{
    return failure("device.command", Origin::User).with(u"command"_s, command);
}

inline Error wrongArgument(const QString& detail)
{
    return failure("device.argument", Origin::User, detail).with(u"detail"_s, detail);
}

inline Error fileNotRead(const QString& file, const QString& detail)
{
    return failure("device.file-read", Origin::Machine, detail).with(u"file"_s, file);
}

inline Error fileNotWritten(const QString& file, const QString& detail)
{
    return failure("device.file-write", Origin::Machine, detail).with(u"file"_s, file);
}

} // namespace kuaiban::doctor
