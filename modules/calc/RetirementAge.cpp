#include "RetirementAge.h"

#include "CalcErrors.h"

#include <algorithm>

namespace kuaiban::calc {

using namespace Qt::StringLiterals;

namespace {

const QString AgesName = u"retirement.ages"_s;
const QString LeastName = u"retirement.least-months"_s;
const QString TradesName = u"retirement.trade-months"_s;

struct AgeRule
{
    qint64 originalMonths = 0;
    QDate from; // invalid: no delay, not flexible
    qint64 stepMonths = 0;
    qint64 mostMonths = 0;
};

Result<AgeRule> readRule(const QJsonObject& json)
{
    AgeRule rule;
    rule.originalMonths = json.value("originalYears"_L1).toInteger() * 12;
    rule.stepMonths = json.value("stepMonths"_L1).toInteger();
    rule.mostMonths = json.value("mostMonths"_L1).toInteger();
    const QString from = json.value("from"_L1).toString();
    rule.from = QDate::fromString(from + u"-01"_s, Qt::ISODate);
    const bool delays = rule.from.isValid() && rule.stepMonths > 0 && rule.mostMonths > 0;
    if (rule.originalMonths <= 0 || (!delays && !from.isEmpty()))
        return fail(parameterUnfit(AgesName, u"originalYears, and with from also stepMonths and mostMonths above 0"_s));
    return rule;
}

Result<AgeRule> ruleFor(const RetirementCase& input, const ParameterSet& parameters)
{
    KB_TRY(const auto rules, parameters.list(AgesName, input.area, input.day));
    for (const auto& rule : rules) {
        if (rule.toObject().value("category"_L1).toString() == input.category)
            return readRule(rule.toObject());
    }
    return fail(inputInvalid(u"category"_s, u"one of "_s + AgesName));
}

QDate firstOf(QDate day)
{
    return {day.year(), day.month(), 1};
}

qint64 monthsBetween(QDate from, QDate to)
{
    return (to.year() - from.year()) * 12 + to.month() - from.month();
}

QString zhAge(qint64 months)
{
    return months % 12 == 0 ? u"%1 周岁"_s.arg(months / 12) : u"%1 周岁 %2 个月"_s.arg(months / 12).arg(months % 12);
}

QString enAge(qint64 months)
{
    return months % 12 == 0 ? u"%1 years"_s.arg(months / 12)
                            : u"%1 years %2 months"_s.arg(months / 12).arg(months % 12);
}

QString zhMonth(QDate month)
{
    return u"%1 年 %2 月"_s.arg(month.year()).arg(month.month());
}

QString enMonth(QDate month)
{
    return month.toString(u"yyyy-MM"_s);
}

QList<Step> explain(const RetirementAge& age, const AgeRule& rule, QDate born)
{
    QList<Step> steps{{u"%1出生，原法定退休年龄 %2"_s.arg(zhMonth(born), zhAge(age.originalMonths)),
        u"Born in %1, original age %2"_s.arg(enMonth(born), enAge(age.originalMonths))}};
    if (!rule.from.isValid()) {
        steps.append({u"按特殊规定执行，不延迟：%1达到退休年龄"_s.arg(zhMonth(age.month)),
            u"Special rules, no delay: the age is reached in %1"_s.arg(enMonth(age.month))});
        return steps;
    }
    if (age.delayMonths == 0) {
        steps.append({u"%1前出生，不延迟：%2达到法定退休年龄"_s.arg(zhMonth(rule.from), zhMonth(age.month)),
            u"Born before %1, no delay: the age is reached in %2"_s.arg(enMonth(rule.from), enMonth(age.month))});
    } else {
        steps.append({u"自%1起每 %2 个月延迟 1 个月，最多 %3 个月：延迟 %4 个月"_s.arg(zhMonth(rule.from))
                          .arg(rule.stepMonths)
                          .arg(rule.mostMonths)
                          .arg(age.delayMonths),
            u"From %1 on one month later for every %2 months, at most %3: %4 months later"_s.arg(enMonth(rule.from))
                .arg(rule.stepMonths)
                .arg(rule.mostMonths)
                .arg(age.delayMonths)});
        steps.append({u"%1达到法定退休年龄，%2"_s.arg(zhMonth(age.month), zhAge(age.originalMonths + age.delayMonths)),
            u"The age is reached in %1, at %2"_s.arg(enMonth(age.month), enAge(age.originalMonths + age.delayMonths))});
    }
    steps.append({u"弹性：最早%1，最晚%2（与单位协商一致）"_s.arg(zhMonth(age.earliest), zhMonth(age.latest)),
        u"Flexible: %1 at the earliest, %2 at the latest if the employer agrees"_s.arg(
            enMonth(age.earliest), enMonth(age.latest))});
    return steps;
}

} // namespace

Result<RetirementAge> retirementAge(const RetirementCase& input, const ParameterSet& parameters)
{
    if (!input.birth.isValid())
        return fail(inputInvalid(u"birth"_s, u"a date"_s));
    if (!input.day.isValid())
        return fail(inputInvalid(u"day"_s, u"a date"_s));
    KB_TRY(const auto rule, ruleFor(input, parameters));
    const QDate born = firstOf(input.birth);
    RetirementAge age;
    age.originalMonths = rule.originalMonths;
    const QDate original = born.addMonths(static_cast<int>(rule.originalMonths));
    if (!rule.from.isValid()) {
        age.month = age.earliest = age.latest = original;
    } else {
        KB_TRY(const auto flexible, parameters.integer(u"retirement.flexible-months"_s, input.area, input.day));
        const qint64 index = monthsBetween(rule.from, born);
        age.delayMonths = index < 0 ? 0 : std::min(rule.mostMonths, index / rule.stepMonths + 1);
        age.month = original.addMonths(static_cast<int>(age.delayMonths));
        age.earliest = std::max(original, age.month.addMonths(-static_cast<int>(flexible)));
        age.latest = age.month.addMonths(static_cast<int>(flexible));
    }
    age.steps = explain(age, rule, born);
    return age;
}

Result<qint64> leastContributionMonths(QDate retires, const QString& area, QDate day, const ParameterSet& parameters)
{
    if (!retires.isValid())
        return fail(inputInvalid(u"month"_s, u"a month"_s));
    KB_TRY(const auto rungs, parameters.list(LeastName, area, day));
    std::optional<qint64> least;
    qint64 before = 0;
    for (const auto& entry : rungs) {
        const auto rung = entry.toObject();
        const qint64 from = rung.value("fromYear"_L1).toInteger();
        const qint64 months = rung.value("months"_L1).toInteger();
        if (from <= before || months < 1)
            return fail(parameterUnfit(LeastName, u"rising fromYear with months above 0"_s));
        before = from;
        if (from <= retires.year() || !least) // earlier years: what held first
            least = months;
    }
    if (!least)
        return fail(parameterUnfit(LeastName, u"at least one step"_s));
    return *least;
}

Result<qint64> leastTradeMonths(const QString& trade, const QString& area, QDate day, const ParameterSet& parameters)
{
    KB_TRY(const auto rules, parameters.list(TradesName, area, day));
    for (const auto& entry : rules) {
        const auto rule = entry.toObject();
        const qint64 months = rule.value("months"_L1).toInteger();
        if (months < 1)
            return fail(parameterUnfit(TradesName, u"months above 0"_s));
        if (rule.value("trade"_L1).toString() == trade)
            return months;
    }
    return fail(inputInvalid(u"trade"_s, u"a special trade"_s));
}

} // namespace kuaiban::calc
