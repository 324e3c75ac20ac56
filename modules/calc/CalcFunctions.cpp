#include "CalcFunctions.h"

#include "modules/expr/JsonValue.h"
#include "RetirementFunctions.h"
#include "UnemploymentBenefit.h"

namespace kuaiban::calc {

using namespace Qt::StringLiterals;
using expr::Type;
using expr::Value;

namespace {

using Arguments = std::span<const Value>;
using Answer = Value (*)(const UnemploymentBenefit&);

void addUnemployment(
    expr::Functions& functions, const QString& name, const Type& result, const ParameterSet& parameters, Answer answer)
{
    functions.add(name, {Type::integer(), Type::integer(), Type::string(), Type::date()}, result,
        [parameters, answer](Arguments a) -> Result<Value> {
            KB_TRY(const auto benefit,
                unemploymentBenefit({a[0].integer(), a[1].integer(), a[2].string(), a[3].date()}, parameters));
            return answer(benefit);
        });
}

Value stepsOf(const UnemploymentBenefit& benefit)
{
    Value::List list;
    for (const auto& step : benefit.steps)
        list.append(Value::Map{{u"zh_CN"_s, step.zh}, {u"en"_s, step.en}});
    return list;
}

Value stagesOf(const UnemploymentBenefit& benefit)
{
    Value::List list;
    for (const auto& stage : benefit.stages)
        list.append(Value::Map{
            {u"fromMonth"_s, stage.fromMonth}, {u"toMonth"_s, stage.toMonth}, {u"monthlyFen"_s, stage.monthlyFen}});
    return list;
}

} // namespace

void addCalcFunctions(expr::Functions& functions, const ParameterSet& parameters)
{
    functions.add(u"calc.parameter"_s, {Type::string(), Type::string(), Type::date()}, Type::any(),
        [parameters](Arguments a) -> Result<Value> {
            KB_TRY(const auto parameter, parameters.value(a[0].string(), a[1].string(), a[2].date()));
            return expr::valueFromJson(parameter.value);
        });
    addUnemployment(functions, u"calc.unemploymentMonths"_s, Type::integer(), parameters,
        [](const UnemploymentBenefit& benefit) { return Value(benefit.months); });
    addUnemployment(
        functions, u"calc.unemploymentMonthly"_s, Type::integer(), parameters, [](const UnemploymentBenefit& benefit) {
            return Value(benefit.stages.isEmpty() ? 0 : benefit.stages.first().monthlyFen);
        });
    addUnemployment(functions, u"calc.unemploymentTotal"_s, Type::integer(), parameters,
        [](const UnemploymentBenefit& benefit) { return Value(benefit.totalFen); });
    addUnemployment(functions, u"calc.unemploymentSteps"_s, Type::list(Type::map(Type::string())), parameters, stepsOf);
    addUnemployment(functions, u"calc.unemploymentReasoning"_s, Type::string(), parameters,
        [](const UnemploymentBenefit& benefit) { return Value(reasoningOf(benefit.steps)); });
    addUnemployment(
        functions, u"calc.unemploymentStages"_s, Type::list(Type::map(Type::integer())), parameters, stagesOf);
    addRetirementFunctions(functions, parameters);
}

} // namespace kuaiban::calc
