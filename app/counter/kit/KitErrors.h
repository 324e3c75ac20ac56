#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::counter {

inline Error actionIdTaken(const QString& id)
{
    using namespace Qt::StringLiterals;
    return failure("kit.action-id-taken", Origin::Machine, id).with(u"id"_s, id);
}

// `holder` is the id of the action that has the key already.
inline Error actionKeyTaken(const QString& key, const QString& id, const QString& holder)
{
    using namespace Qt::StringLiterals;
    return failure("kit.action-key-taken", Origin::Machine, "%1: %2, %3"_L1.arg(key, id, holder))
        .with(u"key"_s, key)
        .with(u"id"_s, id)
        .with(u"holder"_s, holder);
}

// The key writes, erases or moves in a text field, so an action may not have it.
inline Error actionKeyTypes(const QString& key, const QString& id)
{
    using namespace Qt::StringLiterals;
    return failure("kit.action-key-types", Origin::Machine, "%1: %2"_L1.arg(key, id))
        .with(u"key"_s, key)
        .with(u"id"_s, id);
}

} // namespace kuaiban::counter
