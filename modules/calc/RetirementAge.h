#pragma once

#include "ParameterSet.h"
#include "Step.h"

namespace kuaiban::calc {

// Whose retirement age is asked for.
struct RetirementCase
{
    QString category; // retirement-category: who has which original age, as the parameter lists it
    QDate birth;
    QString area;
    QDate day; // on which the standards are looked up
};

struct RetirementAge
{
    QDate month;               // first day of the month in which the statutory age is reached
    qint64 originalMonths = 0; // age of before the reform
    qint64 delayMonths = 0;
    QDate earliest; // 弹性提前: never below the original age
    QDate latest;   // 弹性延迟, with the employer's agreement
    QList<Step> steps;
};

// 国务院关于渐进式延迟法定退休年龄的办法, articles 1 and 3. Parameters:
//   retirement.ages            [{"category": "male", "originalYears": 60, "from": "1965-01", "stepMonths": 4,
//                              "mostMonths": 36}, …]; born in or after the month `from`: a month later for every
//                              `stepMonths` begun. Without `from` the age stays and is not flexible (special trades).
//   retirement.flexible-months by how much somebody may retire earlier or later
// Months are counted by the calendar: whoever was born on any day of a month retires in the same month. Fails with
// calc.input, calc.parameter-missing or calc.parameter-unfit.
Result<RetirementAge> retirementAge(const RetirementCase& input, const ParameterSet& parameters);

// Months that must be paid for a monthly pension by somebody who retires in this month (same decision, article 2).
// Parameter:
//   retirement.least-months    [{"fromYear": 2025, "months": 180}, {"fromYear": 2030, "months": 186}, …]
Result<qint64> leastContributionMonths(QDate retires, const QString& area, QDate day, const ParameterSet& parameters);

// Months of work in one special trade (特殊工种, code of the table special-trade) that let somebody retire by its
// rules; months of the same trade count together. Parameter:
//   retirement.trade-months    [{"trade": "10", "months": 120}, …]
// Fails with calc.input for a trade that stands in no list.
Result<qint64> leastTradeMonths(const QString& trade, const QString& area, QDate day, const ParameterSet& parameters);

} // namespace kuaiban::calc
