#pragma once

#include "ParameterSet.h"

#include <optional>

namespace kuaiban::calc {

// One step of a ladder: from so many contribution months on, so many benefit months are due.
struct Rung
{
    qint64 fromMonths = 0;
    qint64 toMonths = 0; // exclusive; 0: without end
    qint64 months = 0;
};

// Benefit months by contribution months, as a parameter: [{"fromMonths": 12, "months": 12}, …], both rising.
class Ladder
{
public:
    static Result<Ladder> read(const QString& parameter, const QJsonArray& json);

    // The rung that somebody stands on, or nothing below the first.
    std::optional<Rung> at(qint64 contributionMonths) const;
    qint64 lowest() const { return m_rungs.first().fromMonths; }

private:
    QList<Rung> m_rungs;
};

} // namespace kuaiban::calc
