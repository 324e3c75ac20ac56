#pragma once

#include "modules/expr/Decimal.h"
#include "ParameterSet.h"
#include "Step.h"

namespace kuaiban::calc {

// What a monthly pension of the enterprise scheme (企业职工基本养老金) is estimated from.
struct PensionCase
{
    QDate birth;
    QDate month;                 // of retirement
    qint64 paidMonths = 0;       // 实际缴费月数
    qint64 deemedMonths = 0;     // 视同缴费月数
    expr::Decimal index{};       // 平均缴费指数
    expr::Decimal deemedIndex{}; // 视同缴费指数
    qint64 balanceFen = 0;       // 个人账户储存额
    QString area;
};

struct PensionEstimate
{
    qint64 baseFen = 0;         // 计发基数 that was used, a month
    expr::Decimal divisor;      // 计发月数
    qint64 basicFen = 0;        // 基础养老金
    qint64 accountFen = 0;      // 个人账户养老金
    qint64 transitionalFen = 0; // 过渡性养老金
    qint64 totalFen = 0;
    QList<Step> steps;
};

// The three parts by 国发〔2005〕38号, each rounded half up to the fen, with the standards that hold in the month of
// retirement:
//   basic        = (base + base × index) ÷ 2 × months ÷ 12 × 1 %
//   account      = balance ÷ divisor
//   transitional = base × deemed index × deemed months ÷ 12 × coefficient
// Parameters:
//   pension.base                 fen a month
//   pension.divisors             {"fromAge": 40, "months": [233, …]} by years of age
//   pension.divisor-between      "linear" between two ages, rounded to a hundredth, or "years": the years completed
//   pension.transitional-percent "1.3"
// Fails with calc.input, calc.parameter-missing or calc.parameter-unfit.
Result<PensionEstimate> pensionEstimate(const PensionCase& input, const ParameterSet& parameters);

} // namespace kuaiban::calc
