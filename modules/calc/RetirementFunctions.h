#pragma once

#include "modules/expr/Functions.h"
#include "ParameterSet.h"

namespace kuaiban::calc {

// The part of addCalcFunctions() that is about retirement and pensions.
void addRetirementFunctions(expr::Functions& functions, const ParameterSet& parameters);

} // namespace kuaiban::calc
