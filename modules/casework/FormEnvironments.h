#pragma once

#include "Case.h"
#include "modules/calc/ParameterSet.h"
#include "modules/forms/FormEnvironment.h"

namespace kuaiban::casework {

// What the forms of the catalogue may use on desk and hub alike, but for the calculators: the identifier checks of the
// codes room.
forms::FormEnvironment standardFormEnvironment();

// The same with the calculators, working with these parameters.
forms::FormEnvironment withCalculators(forms::FormEnvironment environment, const calc::ParameterSet& parameters);

// What forms read under "params": the settings of one case. `area` and `scenario` as in OpenCase, `subject` the party
// whose matter it is. Counter and hub make it from the same body, so that they derive the same.
QJsonObject formParams(const QString& area, const QString& scenario, const QJsonObject& parties);

// The world of the form as it was when the case was accepted: what was valid then stays valid. Card, register and
// parameters are those the case recorded; codes are not checked. Sections of later steps are there once their step is
// done, or while somebody works at `atStep`.
forms::FormContext formContext(const Case& state, const QString& atStep = {});

} // namespace kuaiban::casework
