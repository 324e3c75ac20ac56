#include "NumberRanges.h"

#include "CaseworkErrors.h"

namespace kuaiban::casework {

Result<NumberRange> NumberRanges::issue(const QString& area, const QString& device, const QString& key)
{
    const QString place = area.first(qMin<qsizetype>(6, area.size()));
    const auto rangeFrom = [&](const store::Row& row) {
        return NumberRange{place, static_cast<int>(row.integer(0)), static_cast<int>(row.integer(0)) + RangeSize - 1};
    };
    KB_TRY(const auto known, m_connection.first("SELECT first FROM number_range WHERE device = ? AND request = ?",
                                 {device, key}, rangeFrom));
    if (known)
        return *known;
    KB_TRY(const qint64 last, m_connection.integer("SELECT COALESCE(MAX(first), ?) FROM number_range WHERE area = ?",
                                  {qint64(1 - RangeSize), place}));
    const qint64 first = last + RangeSize;
    if (first + RangeSize - 1 > LastSerial)
        return fail(numbersExhausted(place));
    KB_CHECK(m_connection.execute(
        "INSERT INTO number_range(area, first, device, request) VALUES(?, ?, ?, ?)", {place, first, device, key}));
    return NumberRange{place, static_cast<int>(first), static_cast<int>(first) + RangeSize - 1};
}

} // namespace kuaiban::casework
