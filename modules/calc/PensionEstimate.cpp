#include "PensionEstimate.h"

#include "CalcErrors.h"
#include "modules/base/Money.h"

namespace kuaiban::calc {

using namespace Qt::StringLiterals;
using expr::Decimal;

namespace {

constexpr qint64 LongestLife = 1200; // months; more is a slip of the pen
const QString DivisorsName = u"pension.divisors"_s;

// Product and quotient in one go: rounded once, at the end.
Result<qint64> share(qint64 fen, std::initializer_list<Decimal> factors, qint64 divisor)
{
    auto product = Decimal::fromInteger(fen);
    for (const auto& factor : factors)
        product = product ? product->times(factor) : std::nullopt;
    const auto quotient = product ? product->over(*Decimal::fromInteger(divisor)) : std::nullopt;
    const auto rounded = quotient ? quotient->rounded(0) : std::nullopt;
    if (!rounded)
        return fail(inputInvalid(u"amount"_s, u"an amount that can be calculated with"_s));
    return rounded->truncated();
}

Decimal whole(qint64 value)
{
    return Decimal::fromInteger(value).value_or(Decimal());
}

// Between two ages the divisor falls evenly, or that of the completed years holds.
Result<Decimal> divisorAt(qint64 ageMonths, const PensionCase& input, const ParameterSet& parameters)
{
    KB_TRY(const auto parameter, parameters.value(DivisorsName, input.area, input.month));
    KB_TRY(const auto between, parameters.value(u"pension.divisor-between"_s, input.area, input.month));
    const auto table = parameter.value.toObject();
    const auto months = table.value("months"_L1).toArray();
    const qint64 fromAge = table.value("fromAge"_L1).toInteger();
    const bool linear = between.value.toString() == "linear"_L1;
    if (!linear && between.value.toString() != "years"_L1)
        return fail(parameterUnfit(u"pension.divisor-between"_s, u"linear or years"_s));
    const qint64 years = ageMonths / 12 - fromAge;
    const qint64 rest = ageMonths % 12;
    if (years < 0)
        return fail(inputInvalid(u"birth"_s, u"an age of at least %1 years"_s.arg(fromAge)));
    const auto at = [&](qint64 row) { return months.at(std::min<qint64>(row, months.size() - 1)).toInteger(); };
    if (months.isEmpty() || at(years) < 1)
        return fail(parameterUnfit(DivisorsName, u"fromAge and months above 0"_s));
    if (!linear || rest == 0)
        return whole(at(years));
    const qint64 hundredths = (at(years) * 100 * 12 - (at(years) - at(years + 1)) * 100 * rest + 6) / 12;
    return Decimal::fromUnits(hundredths * (Decimal::UnitsPerOne / 100));
}

void explain(PensionEstimate& estimate, const PensionCase& input, const QString& coefficient)
{
    const QString base = formatYuan(estimate.baseFen);
    const QString years = whole(input.paidMonths + input.deemedMonths).over(whole(12))->rounded(2)->text();
    estimate.steps.append({u"基础养老金：（%1 + %1 × %2）÷ 2 × %3 年 × 1% = %4 元"_s.arg(
                               base, input.index.text(), years, formatYuan(estimate.basicFen)),
        u"Basic part: (%1 + %1 × %2) ÷ 2 × %3 years × 1% = %4 yuan"_s.arg(
            base, input.index.text(), years, formatYuan(estimate.basicFen))});
    estimate.steps.append({u"个人账户养老金：%1 ÷ %2 = %3 元"_s.arg(
                               formatYuan(input.balanceFen), estimate.divisor.text(), formatYuan(estimate.accountFen)),
        u"Account part: %1 ÷ %2 = %3 yuan"_s.arg(
            formatYuan(input.balanceFen), estimate.divisor.text(), formatYuan(estimate.accountFen))});
    if (input.deemedMonths > 0) {
        const QString deemed = whole(input.deemedMonths).over(whole(12))->rounded(2)->text();
        estimate.steps.append({u"过渡性养老金：%1 × %2 × %3 年 × %4% = %5 元"_s.arg(base, input.deemedIndex.text(),
                                   deemed, coefficient, formatYuan(estimate.transitionalFen)),
            u"Transitional part: %1 × %2 × %3 years × %4% = %5 yuan"_s.arg(
                base, input.deemedIndex.text(), deemed, coefficient, formatYuan(estimate.transitionalFen))});
    }
    estimate.steps.append({u"合计每月 %1 元（预估，以核定为准）"_s.arg(formatYuan(estimate.totalFen)),
        u"%1 yuan a month in all, as an estimate"_s.arg(formatYuan(estimate.totalFen))});
}

std::optional<Error> problemOf(const PensionCase& input)
{
    if (!input.birth.isValid() || !input.month.isValid() || input.month < input.birth)
        return inputInvalid(u"month"_s, u"a month after the birth"_s);
    if (input.paidMonths < 0 || input.deemedMonths < 0 || input.paidMonths + input.deemedMonths > LongestLife)
        return inputInvalid(u"months"_s, u"0 … 1200"_s);
    if (input.index < Decimal() || input.index > whole(10) || input.deemedIndex < Decimal() ||
        input.deemedIndex > whole(10))
        return inputInvalid(u"index"_s, u"0 … 10"_s);
    if (input.balanceFen < 0)
        return inputInvalid(u"balance"_s, u"0 or more"_s);
    return {};
}

} // namespace

Result<PensionEstimate> pensionEstimate(const PensionCase& input, const ParameterSet& parameters)
{
    if (auto problem = problemOf(input))
        return fail(*problem);
    PensionEstimate estimate;
    KB_TRY(estimate.baseFen, parameters.integer(u"pension.base"_s, input.area, input.month));
    const qint64 ageMonths = (input.month.year() - input.birth.year()) * 12 + input.month.month() - input.birth.month();
    KB_TRY(estimate.divisor, divisorAt(ageMonths, input, parameters));
    const auto indexSum = whole(1).plus(input.index).value_or(Decimal());
    const qint64 months = input.paidMonths + input.deemedMonths;
    KB_TRY(estimate.basicFen, share(estimate.baseFen, {indexSum, whole(months)}, 2 * 12 * 100));
    const auto account = whole(input.balanceFen).over(estimate.divisor);
    estimate.accountFen = account && account->rounded(0) ? account->rounded(0)->truncated() : 0;
    KB_TRY(const auto coefficient, parameters.decimal(u"pension.transitional-percent"_s, input.area, input.month));
    KB_TRY(estimate.transitionalFen,
        share(estimate.baseFen, {input.deemedIndex, whole(input.deemedMonths), coefficient}, 12 * 100));
    estimate.totalFen = estimate.basicFen + estimate.accountFen + estimate.transitionalFen;
    explain(estimate, input, coefficient.text());
    return estimate;
}

} // namespace kuaiban::calc
