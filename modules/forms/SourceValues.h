#pragma once

#include "FormField.h"

#include <QJsonObject>

namespace kuaiban::forms {

// What a source of a field ("card.name", "register.insurances[\"210\"].months") says in a world of {card, register,
// params}, as the field stores it; undefined when it says nothing or nothing that fits the kind of the field.
QJsonValue sourceValue(const Field& field, const QJsonObject& world, const QString& source);

} // namespace kuaiban::forms
