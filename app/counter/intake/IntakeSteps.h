#pragma once

#include "app/counter/kit/StepTrail.h"
#include "IntakeDraft.h"

namespace kuaiban::counter {

// How far a case is: card, matter, form, papers, submit. Papers are optional and never stand in the way.
QVector<TrailStep> intakeSteps(const IntakeDraft& draft, bool hasItem, bool formComplete);

} // namespace kuaiban::counter
