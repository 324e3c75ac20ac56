#pragma once

#include "modules/expr/Functions.h"
#include "ParameterSet.h"

namespace kuaiban::calc {

// Adds the calculators to the expression language:
//   calc.parameter(name, area, date)                                        the value; a list or object as such
//   calc.unemploymentMonths(contributionMonths, carriedOver, area, date)    int
//   calc.unemploymentMonthly(contributionMonths, carriedOver, area, date)   int, fen of the first month; 0 for none
//   calc.unemploymentTotal(contributionMonths, carriedOver, area, date)     int, fen
//   calc.unemploymentStages(contributionMonths, carriedOver, area, date)    list of {"fromMonth", "toMonth",
//                                                                           "monthlyFen"}, months counted from 1
//   calc.unemploymentSteps(contributionMonths, carriedOver, area, date)     list of {"zh_CN", "en"}
//   calc.unemploymentReasoning(contributionMonths, carriedOver, area, date) string, the steps as lines in Chinese
//   calc.retirementMonth(category, birth, area, date)                       month of the statutory age
//   calc.retirementEarliest(…), calc.retirementLatest(…)                    month, the bounds of flexible retirement
//   calc.retirementDelay(…)                                                 int, months later than before the reform
//   calc.retirementReasoning(…)                                             string
//   calc.retirementLeastMonths(month, area, date)                           int, that must be paid for a pension
//   calc.pension(months paid, deemed months, index, deemed index, balance, birth, month, area)
//                                                                           map of int, fen: base, basic, account,
//                                                                           transitional, total
//   calc.pensionReasoning(the same)                                         string
// The functions keep the parameters they were made with; a new catalogue needs new functions.
void addCalcFunctions(expr::Functions& functions, const ParameterSet& parameters);

} // namespace kuaiban::calc
