#include "RetirementFunctions.h"

#include "PensionEstimate.h"
#include "RetirementAge.h"

namespace kuaiban::calc {

using namespace Qt::StringLiterals;
using expr::Type;
using expr::Value;

namespace {

using Arguments = std::span<const Value>;

void addAge(expr::Functions& functions, const QString& name, const Type& result, const ParameterSet& parameters,
    Value (*answer)(const RetirementAge&))
{
    functions.add(name, {Type::string(), Type::date(), Type::string(), Type::date()}, result,
        [parameters, answer](Arguments a) -> Result<Value> {
            KB_TRY(const auto age, retirementAge({a[0].string(), a[1].date(), a[2].string(), a[3].date()}, parameters));
            return answer(age);
        });
}

void addPension(expr::Functions& functions, const QString& name, const Type& result, const ParameterSet& parameters,
    Value (*answer)(const PensionEstimate&))
{
    const QList<Type> arguments{Type::integer(), Type::integer(), Type::decimal(), Type::decimal(), Type::integer(),
        Type::date(), Type::date(), Type::string()};
    functions.add(name, arguments, result, [parameters, answer](Arguments a) -> Result<Value> {
        const PensionCase input{.birth = a[5].date(),
            .month = a[6].date(),
            .paidMonths = a[0].integer(),
            .deemedMonths = a[1].integer(),
            .index = a[2].decimal(),
            .deemedIndex = a[3].decimal(),
            .balanceFen = a[4].integer(),
            .area = a[7].string()};
        KB_TRY(const auto estimate, pensionEstimate(input, parameters));
        return answer(estimate);
    });
}

Value partsOf(const PensionEstimate& estimate)
{
    return Value::Map{{u"base"_s, estimate.baseFen}, {u"basic"_s, estimate.basicFen},
        {u"account"_s, estimate.accountFen}, {u"transitional"_s, estimate.transitionalFen},
        {u"total"_s, estimate.totalFen}};
}

} // namespace

void addRetirementFunctions(expr::Functions& functions, const ParameterSet& parameters)
{
    addAge(functions, u"calc.retirementMonth"_s, Type::month(), parameters,
        [](const RetirementAge& age) { return Value(age.month); });
    addAge(functions, u"calc.retirementEarliest"_s, Type::month(), parameters,
        [](const RetirementAge& age) { return Value(age.earliest); });
    addAge(functions, u"calc.retirementLatest"_s, Type::month(), parameters,
        [](const RetirementAge& age) { return Value(age.latest); });
    addAge(functions, u"calc.retirementDelay"_s, Type::integer(), parameters,
        [](const RetirementAge& age) { return Value(age.delayMonths); });
    addAge(functions, u"calc.retirementReasoning"_s, Type::string(), parameters,
        [](const RetirementAge& age) { return Value(reasoningOf(age.steps)); });
    functions.add(u"calc.retirementLeastMonths"_s, {Type::date(), Type::string(), Type::date()}, Type::integer(),
        [parameters](Arguments a) -> Result<Value> {
            KB_TRY(const auto least, leastContributionMonths(a[0].date(), a[1].string(), a[2].date(), parameters));
            return Value(least);
        });
    functions.add(u"calc.tradeLeastMonths"_s, {Type::string(), Type::string(), Type::date()}, Type::integer(),
        [parameters](Arguments a) -> Result<Value> {
            KB_TRY(const auto least, leastTradeMonths(a[0].string(), a[1].string(), a[2].date(), parameters));
            return Value(least);
        });
    addPension(functions, u"calc.pension"_s, Type::map(Type::integer()), parameters, partsOf);
    addPension(functions, u"calc.pensionReasoning"_s, Type::string(), parameters,
        [](const PensionEstimate& estimate) { return Value(reasoningOf(estimate.steps)); });
}

} // namespace kuaiban::calc
