#pragma once

#include "modules/registry/Persons.h"

#include <QJsonObject>

namespace kuaiban::casework {

// One row of a register as an effect left it. Only the columns that were set, before and after.
struct RegisterChange
{
    QString table;
    QString row; // key of the row
    qint64 version = 0;
    QJsonObject before; // empty for a new row
    QJsonObject after;
};

// The row of the register for a party, made from what the party says if there is none yet. `area` is where the case
// was taken, for persons whose own is not known.
Result<registry::Person> registeredPerson(store::Connection& connection, const QJsonObject& party, const QString& area);

// Writes `set` into the person's row of `table` ("person", "insurance", "benefit", "card"); `rowId` is the key of a new
// row and `grantedBy` the case. Errors: casework.effect for values the row does not take, registry.…
Result<RegisterChange> changeRegister(store::Connection& connection, const registry::Person& person,
    const QString& table, const QJsonObject& set, const QString& rowId, const QString& grantedBy);

} // namespace kuaiban::casework
