#pragma once

#include "modules/casework/CaseFacts.h"
#include "modules/forms/FormState.h"

namespace kuaiban::counter {

// Everything that is missing at once, as it is printed on the notice (一次性告知): papers first, then empty fields of
// the form. Papers of which one is enough are one line. In official Chinese, whatever the language of the screen.
QList<casework::MissingThing> gapsOf(
    const QList<casework::MaterialNeed>& needs, const forms::FormDefinition& form, const forms::FormState& state);

// What is wrong rather than missing: it must be put right before even an incomplete case can be taken.
std::optional<forms::Problem> mistakeIn(const forms::FormState& state);

} // namespace kuaiban::counter
