#include "Ladder.h"

#include "CalcErrors.h"

namespace kuaiban::calc {

using namespace Qt::StringLiterals;

Result<Ladder> Ladder::read(const QString& parameter, const QJsonArray& json)
{
    Ladder ladder;
    Rung before;
    for (const auto& item : json) {
        const auto object = item.toObject();
        const Rung rung{object.value("fromMonths"_L1).toInteger(-1), 0, object.value("months"_L1).toInteger(-1)};
        const bool rises =
            ladder.m_rungs.isEmpty() || (rung.fromMonths > before.fromMonths && rung.months >= before.months);
        if (rung.fromMonths < 1 || rung.months < 1 || !rises)
            return fail(parameterUnfit(parameter, u"rising steps of fromMonths and months"_s));
        if (!ladder.m_rungs.isEmpty())
            ladder.m_rungs.last().toMonths = rung.fromMonths;
        ladder.m_rungs.append(rung);
        before = rung;
    }
    if (ladder.m_rungs.isEmpty())
        return fail(parameterUnfit(parameter, u"at least one step"_s));
    return ladder;
}

std::optional<Rung> Ladder::at(qint64 contributionMonths) const
{
    std::optional<Rung> found;
    for (const auto& rung : m_rungs) {
        if (rung.fromMonths <= contributionMonths)
            found = rung;
    }
    return found;
}

} // namespace kuaiban::calc
