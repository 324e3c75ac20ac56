#pragma once

#include "ParameterSet.h"

namespace kuaiban::calc {

// Reads one entry of a page; `place` stands in failures.
Result<Parameter> readParameter(const QJsonObject& json, const QString& place);

} // namespace kuaiban::calc
