#pragma once

#include "FormEnvironment.h"
#include "FormField.h"

namespace kuaiban::forms {

// What holds for one value of a field or column by itself. Tables are looked at by their cells.

// Nothing was entered: absent, null, or white space only.
bool isBlank(const QJsonValue& json);

// The value in expressions of JSON that is not blank; `forms.kind` when it is not written as the kind demands.
Result<expr::Value> fieldValue(const Field& field, const QJsonValue& json);

// The first rule that a value breaks: characters, length, pattern, range, code, identifier check; in this order, so
// that people read about the simplest mistake first. Reads of the context today and knowsCode.
std::optional<Error> brokenRule(
    const Field& field, const expr::Value& value, const FormEnvironment& environment, const FormContext& context);

// "1 … 12", "≥ 0.00", "≤ 2026-12"; amounts in yuan.
QString rangeText(const Field& field);

} // namespace kuaiban::forms
