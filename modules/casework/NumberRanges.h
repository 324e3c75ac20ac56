#pragma once

#include "modules/base/Result.h"
#include "modules/store/Connection.h"

namespace kuaiban::casework {

struct NumberRange
{
    QString area; // 6 digits
    int first = 0;
    int last = 0;

    int count() const { return last - first + 1; }
    friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

// Serials of case numbers on the hub: a device holds ranges of its area, no two devices the same one. The number is
// area(6) + date(8) + serial(5), so a range is good on every date until it is given back.
class NumberRanges
{
public:
    static constexpr int RangeSize = 200;
    static constexpr int LastSerial = 99999;

    explicit NumberRanges(store::Connection& connection)
        : m_connection(connection)
    {}

    // A further range for the device; `key` makes a repeat answer the same range. Error: casework.numbers-exhausted.
    Result<NumberRange> issue(const QString& area, const QString& device, const QString& key);

private:
    store::Connection& m_connection;
};

} // namespace kuaiban::casework
