#pragma once

#include "FormState.h"

namespace kuaiban::forms {

// Derives, shows, hides and checks. A pure function: the counter runs it at every change, the hub before every verdict.
// Hidden values stay out of the result but remain in the caller's input, so that nothing typed is lost by a tick.
FormState evaluate(const FormDefinition& definition, const FormValues& input, const FormContext& context);

inline FormState evaluate(const FormDefinition& definition, const QJsonObject& values, const FormContext& context)
{
    return evaluate(definition, FormValues{values, {}}, context);
}

} // namespace kuaiban::forms
