#include "UnemploymentSteps.h"

#include "modules/base/Money.h"

namespace kuaiban::calc {

using namespace Qt::StringLiterals;

namespace {

Step rangeOf(const Rung& rung)
{
    Step range{u"满 "_s + zhSpan(rung.fromMonths), u"at least "_s + enSpan(rung.fromMonths)};
    if (rung.toMonths > 0) {
        range.zh += u"不满 "_s + zhSpan(rung.toMonths);
        range.en += u" and less than "_s + enSpan(rung.toMonths);
    }
    return range;
}

} // namespace

Step tooShortStep(qint64 contributionMonths, qint64 leastMonths)
{
    return {u"累计缴费 %1 个月，不满 %2，不产生新的领取月数"_s.arg(contributionMonths).arg(zhSpan(leastMonths)),
        u"Contributions of %1 months are less than %2: no new months are due"_s.arg(contributionMonths)
            .arg(enSpan(leastMonths))};
}

Step statutoryStep(qint64 contributionMonths, const Rung& rung)
{
    const auto range = rangeOf(rung);
    return {u"累计缴费 %1 个月，%2，最长 %3 个月"_s.arg(contributionMonths).arg(range.zh).arg(rung.months),
        u"Contributions of %1 months, %2: at most %3 months"_s.arg(contributionMonths).arg(range.en).arg(rung.months)};
}

Step localStep(const Rung& rung, qint64 months)
{
    const auto range = rangeOf(rung);
    return {u"按本地标准，%1可领 %2 个月"_s.arg(range.zh).arg(months),
        u"By the local ladder, %1: %2 months"_s.arg(range.en).arg(months)};
}

Step carriedOverStep(qint64 carriedOver, qint64 sum)
{
    return {u"加上前次应领未领的 %1 个月，合计 %2 个月"_s.arg(carriedOver).arg(sum),
        u"With %1 months due before and not drawn: %2 months in all"_s.arg(carriedOver).arg(sum)};
}

Step cappedStep(qint64 mostMonths)
{
    return {u"合计最长 %1 个月"_s.arg(mostMonths), u"In all at most %1 months"_s.arg(mostMonths)};
}

Step stageStep(const BenefitStage& stage, qint64 minimumWageFen, const QString& percent)
{
    const bool single = stage.fromMonth == stage.toMonth;
    const QString zhMonths =
        single ? u"第 %1 个月"_s.arg(stage.fromMonth) : u"第 %1 至 %2 个月"_s.arg(stage.fromMonth).arg(stage.toMonth);
    const QString enMonths =
        single ? u"Month %1"_s.arg(stage.fromMonth) : u"Months %1 to %2"_s.arg(stage.fromMonth).arg(stage.toMonth);
    return {u"%1：最低工资标准 %2 元 × %3% = 每月 %4 元"_s.arg(
                zhMonths, formatYuan(minimumWageFen), percent, formatYuan(stage.monthlyFen)),
        u"%1: minimum wage of %2 yuan × %3% = %4 yuan a month"_s.arg(
            enMonths, formatYuan(minimumWageFen), percent, formatYuan(stage.monthlyFen))};
}

Step totalStep(qint64 months, qint64 totalFen)
{
    return {u"共 %1 个月，合计 %2 元"_s.arg(months).arg(formatYuan(totalFen)),
        u"%1 months, %2 yuan in all"_s.arg(months).arg(formatYuan(totalFen))};
}

} // namespace kuaiban::calc
