#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace kuaiban::expr {

// An exact decimal number: a count of millionths in 64 bits, so six decimals and about ±9.2 × 10^12. Products,
// quotients and roundings that need more decimals are rounded half up, away from zero for negative amounts (四舍五入).
// Operations yield nothing when the result does not fit or the divisor is zero.
class Decimal
{
public:
    static constexpr int MaxDecimals = 6;
    static constexpr qint64 UnitsPerOne = 1'000'000;

    constexpr Decimal() = default;
    static constexpr Decimal fromUnits(qint64 millionths) { return Decimal(millionths); }
    static std::optional<Decimal> fromInteger(qint64 whole);
    // "12", "-0.5", "1638.000000"; no sign "+", no exponent, no grouping, at most six decimals.
    static std::optional<Decimal> fromText(QStringView text);

    constexpr qint64 units() const { return m_units; }
    QString text() const; // as short as possible: "0.5", "12"

    std::optional<Decimal> plus(Decimal other) const;
    std::optional<Decimal> minus(Decimal other) const;
    std::optional<Decimal> times(Decimal other) const;
    std::optional<Decimal> over(Decimal other) const;
    std::optional<Decimal> negated() const;
    std::optional<Decimal> rounded(int decimals) const; // 0…6 decimals

    qint64 truncated() const { return m_units / UnitsPerOne; } // toward zero
    qint64 floor() const;
    qint64 ceil() const;

    friend constexpr auto operator<=>(Decimal, Decimal) = default;
    std::strong_ordering compare(qint64 whole) const; // exact for every 64-bit integer

private:
    constexpr explicit Decimal(qint64 units)
        : m_units(units)
    {}

    qint64 m_units = 0;
};

} // namespace kuaiban::expr
