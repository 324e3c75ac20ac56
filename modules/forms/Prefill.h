#pragma once

#include "FormState.h"

namespace kuaiban::forms {

// What a new form can be filled with: for each field the first of its sources that has a fitting value, with the
// source's name ("card", "register", "params") as origin. Values that do not fit the kind of the field are left out;
// the other rules are checked when the form is evaluated. A table takes a list of objects: one row each, the row id
// from "id" where that is a row id, else "r1", "r2", …
FormValues prefill(const FormDefinition& definition, const FormContext& context);

} // namespace kuaiban::forms
