#pragma once

#include "ParameterSet.h"
#include "Step.h"

namespace kuaiban::calc {

// What the unemployment benefit (失业保险金) of a person is computed from.
struct UnemploymentCase
{
    qint64 contributionMonths = 0; // since the last benefit, 累计缴费月数
    qint64 carriedOverMonths = 0;  // due before and not drawn, 前次应领未领月数
    QString area;
    QDate registeredOn; // day of the unemployment registration, from which the benefit counts
};

// Months that share one monthly amount; they count from 1.
struct BenefitStage
{
    qint64 fromMonth = 1;
    qint64 toMonth = 1;
    qint64 monthlyFen = 0;
};

struct UnemploymentBenefit
{
    qint64 months = 0;          // 0: nothing is due
    QList<BenefitStage> stages; // empty when months is 0
    qint64 totalFen = 0;
    QList<Step> steps;
};

// The benefit by 社会保险法 art. 46 (months) and 失业保险条例 art. 18 (amount below the minimum wage), with the
// standards that hold on the day of registration; later changes of standards are adjustments of their own. Parameters:
//   unemployment.statutory-ladder   most months by contribution months
//   unemployment.ladder             months by contribution months where a province is finer; optional
//   unemployment.most-months        most months in all, carried-over ones included
//   unemployment.stages             [{"fromMonth": 1, "percent": "90"}, …] of the minimum wage, by month of benefit
//   minimum-wage                    fen a month
// Monthly amounts are rounded half up to the fen. Months that were carried over stay due when the new contributions are
// too short for months of their own. Fails with calc.input, calc.parameter-missing or calc.parameter-unfit.
Result<UnemploymentBenefit> unemploymentBenefit(const UnemploymentCase& input, const ParameterSet& parameters);

} // namespace kuaiban::calc
