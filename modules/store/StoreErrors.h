#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::store {

inline Error cannotOpen(const QString& detail)
{
    return failure("store.open", Origin::Machine, detail);
}

inline Error constraintViolated(const QString& detail)
{
    return failure("store.constraint", Origin::Data, detail);
}

inline Error storeBusy()
{
    return failure("store.busy", Origin::Machine);
}

inline Error diskFull()
{
    return failure("store.full", Origin::Machine);
}

inline Error inputOutput(const QString& detail)
{
    return failure("store.io", Origin::Machine, detail);
}

inline Error storeCorrupt(const QString& detail)
{
    return failure("store.corrupt", Origin::Machine, detail);
}

inline Error badStatement(const QString& detail)
{
    return failure("store.sql", Origin::Machine, detail);
}

// The file was written by a newer version of the program.
inline Error newerSchema(const QString& room, int version)
{
    using namespace Qt::StringLiterals;
    return failure("store.newer", Origin::Machine, "%1 %2"_L1.arg(room, QString::number(version)))
        .with(u"room"_s, room);
}

} // namespace kuaiban::store
