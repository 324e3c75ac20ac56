#pragma once

#include "app/counter/kit/StepTrail.h"
#include "IntakeDraft.h"
#include "modules/casework/MaterialRules.h"

namespace kuaiban::counter {

// How far a case is: card, matter, form, papers, submit. Papers nobody asks for never stand in the way.
QVector<TrailStep> intakeSteps(
    const IntakeDraft& draft, bool hasItem, bool formComplete, const QList<casework::MaterialNeed>& needs);

} // namespace kuaiban::counter
