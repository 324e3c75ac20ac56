#pragma once

#include "modules/casework/NumberRanges.h"

#include <QDate>

namespace kuaiban::sync {

// The serials this machine may use. A number counts as used the moment it is handed out, printed or not: two receipts
// with one number would be worse than a gap.
class NumberStock
{
public:
    explicit NumberStock(store::Connection& machine)
        : m_machine(machine)
    {}

    Done add(const casework::NumberRange& range);
    // The next case number for the area and acceptance date, not yet used up by asking. Error: sync.numbers.
    Result<QString> next(const QString& area, QDate day) const;
    // The number is handed out and never again.
    Done use(const QString& number);
    Result<QString> take(const QString& area, QDate day); // both at once
    // Numbers left for the day, and whether it is time to ask the hub for more (below a quarter of a range).
    Result<int> left(const QString& area, QDate day) const;
    static bool needsRefill(int left) { return left < casework::NumberRanges::RangeSize / 4; }

private:
    store::Connection& m_machine;
};

} // namespace kuaiban::sync
