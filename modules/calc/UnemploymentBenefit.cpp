#include "UnemploymentBenefit.h"

#include "CalcErrors.h"
#include "UnemploymentSteps.h"

namespace kuaiban::calc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LongestLife = 1200; // months; more is a slip of the pen

struct Rate
{
    qint64 fromMonth = 1;
    expr::Decimal percent;
};

Result<QList<Rate>> readRates(const QJsonArray& json)
{
    const auto unfit =
        parameterUnfit(u"unemployment.stages"_s, u"rising fromMonth from 1, percent above 0 and at most 100"_s);
    const auto hundred = expr::Decimal::fromInteger(100);
    QList<Rate> rates;
    for (const auto& item : json) {
        const auto object = item.toObject();
        const auto percent = expr::Decimal::fromText(object.value("percent"_L1).toString());
        const qint64 fromMonth = object.value("fromMonth"_L1).toInteger(-1);
        const bool rises = rates.isEmpty() ? fromMonth == 1 : fromMonth > rates.last().fromMonth;
        if (!rises || !percent || *percent <= expr::Decimal() || *percent > *hundred)
            return fail(unfit);
        rates.append({fromMonth, *percent});
    }
    if (rates.isEmpty())
        return fail(unfit);
    return rates;
}

Result<qint64> monthlyAmount(qint64 minimumWageFen, expr::Decimal percent)
{
    const auto wage = expr::Decimal::fromInteger(minimumWageFen);
    const auto product = wage ? wage->times(percent) : std::nullopt;
    const auto amount = product ? product->over(*expr::Decimal::fromInteger(100)) : std::nullopt;
    const auto rounded = amount ? amount->rounded(0) : std::nullopt;
    if (!rounded || minimumWageFen <= 0)
        return fail(parameterUnfit(u"minimum-wage"_s, u"an amount in fen"_s));
    return rounded->truncated();
}

// The months due for the new contributions alone.
Result<qint64> newMonths(const UnemploymentCase& input, const ParameterSet& parameters, QList<Step>& steps)
{
    const QString statutoryName = u"unemployment.statutory-ladder"_s;
    KB_TRY(const auto json, parameters.list(statutoryName, input.area, input.registeredOn));
    KB_TRY(const auto statutory, Ladder::read(statutoryName, json));
    const auto rung = statutory.at(input.contributionMonths);
    if (!rung) {
        steps.append(tooShortStep(input.contributionMonths, statutory.lowest()));
        return qint64(0);
    }
    steps.append(statutoryStep(input.contributionMonths, *rung));
    const QString localName = u"unemployment.ladder"_s;
    const auto localJson = parameters.list(localName, input.area, input.registeredOn);
    if (!localJson) {
        if (localJson.error().is("calc.parameter-missing"_L1))
            return rung->months;
        return fail(localJson.error());
    }
    KB_TRY(const auto local, Ladder::read(localName, *localJson));
    const auto localRung = local.at(input.contributionMonths);
    if (!localRung) {
        steps.append(tooShortStep(input.contributionMonths, local.lowest()));
        return qint64(0);
    }
    const qint64 months = std::min(localRung->months, rung->months); // the law is the upper bound of local rules
    steps.append(localStep(*localRung, months));
    return months;
}

} // namespace

Result<UnemploymentBenefit> unemploymentBenefit(const UnemploymentCase& input, const ParameterSet& parameters)
{
    if (input.contributionMonths < 0 || input.contributionMonths > LongestLife)
        return fail(inputInvalid(u"contributionMonths"_s, u"0 … 1200"_s));
    if (input.carriedOverMonths < 0 || input.carriedOverMonths > LongestLife)
        return fail(inputInvalid(u"carriedOverMonths"_s, u"0 … 1200"_s));
    if (!input.registeredOn.isValid())
        return fail(inputInvalid(u"registeredOn"_s, u"a date"_s));
    UnemploymentBenefit benefit;
    KB_TRY(benefit.months, newMonths(input, parameters, benefit.steps));
    if (input.carriedOverMonths > 0) {
        benefit.months += input.carriedOverMonths;
        benefit.steps.append(carriedOverStep(input.carriedOverMonths, benefit.months));
    }
    KB_TRY(const auto most, parameters.integer(u"unemployment.most-months"_s, input.area, input.registeredOn));
    if (benefit.months > most) {
        benefit.months = most;
        benefit.steps.append(cappedStep(most));
    }
    KB_TRY(const auto wage, parameters.integer(u"minimum-wage"_s, input.area, input.registeredOn));
    KB_TRY(const auto ratesJson, parameters.list(u"unemployment.stages"_s, input.area, input.registeredOn));
    KB_TRY(const auto rates, readRates(ratesJson));
    for (qsizetype i = 0; i < rates.size() && rates[i].fromMonth <= benefit.months; ++i) {
        const qint64 last = i + 1 < rates.size() ? rates[i + 1].fromMonth - 1 : benefit.months;
        BenefitStage stage{rates[i].fromMonth, std::min(last, benefit.months), 0};
        KB_TRY(stage.monthlyFen, monthlyAmount(wage, rates[i].percent));
        benefit.totalFen += (stage.toMonth - stage.fromMonth + 1) * stage.monthlyFen;
        benefit.steps.append(stageStep(stage, wage, rates[i].percent.text()));
        benefit.stages.append(stage);
    }
    if (benefit.months > 0)
        benefit.steps.append(totalStep(benefit.months, benefit.totalFen));
    return benefit;
}

} // namespace kuaiban::calc
