#pragma once

#include "Ladder.h"
#include "UnemploymentBenefit.h"

namespace kuaiban::calc {

// The sentences in which the benefit is explained.
Step tooShortStep(qint64 contributionMonths, qint64 leastMonths);
Step statutoryStep(qint64 contributionMonths, const Rung& rung);
Step localStep(const Rung& rung, qint64 months);
Step carriedOverStep(qint64 carriedOver, qint64 sum);
Step cappedStep(qint64 mostMonths);
Step stageStep(const BenefitStage& stage, qint64 minimumWageFen, const QString& percent);
Step totalStep(qint64 months, qint64 totalFen);

} // namespace kuaiban::calc
