#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::registry {

inline Error personUnknown()
{
    return failure("registry.person-unknown", Origin::Data);
}

inline Error unitUnknown()
{
    return failure("registry.unit-unknown", Origin::Data);
}

// The row was written by somebody else after it was read, or it is gone.
inline Error rowChanged(const QString& table)
{
    return failure("registry.changed", Origin::User, table);
}

// A new row whose number (identity number, credit code, card number …) the register has already.
inline Error numberTaken(const QString& table)
{
    return failure("registry.number-taken", Origin::User, table);
}

inline Error queryTooShort()
{
    return failure("registry.query", Origin::User);
}

inline Error cursorBroken()
{
    return failure("registry.cursor", Origin::Data);
}

inline Error registerNotEmpty()
{
    return failure("registry.not-empty", Origin::User);
}

} // namespace kuaiban::registry
