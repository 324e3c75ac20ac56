#include "Decimal.h"

#include <QtNumeric>

#include <limits>

namespace kuaiban::expr {

namespace {

__extension__ using Wide = __int128; // products of two 64-bit counts

std::optional<qint64> narrowed(Wide value)
{
    if (value < std::numeric_limits<qint64>::min() || value > std::numeric_limits<qint64>::max())
        return {};
    return static_cast<qint64>(value);
}

// dividend / divisor, half away from zero; divisor > 0.
Wide dividedHalfUp(Wide dividend, Wide divisor)
{
    const Wide half = divisor / 2 + divisor % 2; // the smallest remainder that rounds up
    const Wide quotient = dividend / divisor;
    const Wide remainder = dividend % divisor;
    if (remainder >= half)
        return quotient + 1;
    if (-remainder >= half)
        return quotient - 1;
    return quotient;
}

} // namespace

std::optional<Decimal> Decimal::fromInteger(qint64 whole)
{
    qint64 units = 0;
    if (qMulOverflow(whole, UnitsPerOne, &units))
        return {};
    return Decimal(units);
}

std::optional<Decimal> Decimal::fromText(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.sliced(1);
    Wide units = 0;
    int digits = 0;
    int decimals = -1; // none before the point
    for (const QChar character : text) {
        if (character == u'.') {
            if (decimals >= 0 || digits == 0)
                return {};
            decimals = 0;
            continue;
        }
        if (character < u'0' || character > u'9')
            return {};
        if (decimals >= 0 && ++decimals > MaxDecimals)
            return {};
        if (++digits > 19) // more could not fit, and Wide must not overflow
            return {};
        units = units * 10 + (character.unicode() - u'0');
    }
    if (digits == 0 || decimals == 0)
        return {};
    for (int i = std::max(decimals, 0); i < MaxDecimals; ++i)
        units *= 10;
    if (const auto fitting = narrowed(negative ? -units : units))
        return Decimal(*fitting);
    return {};
}

QString Decimal::text() const
{
    const quint64 amount = m_units < 0 ? 0 - static_cast<quint64>(m_units) : static_cast<quint64>(m_units);
    QString text = QString::number(amount / UnitsPerOne);
    if (const quint64 rest = amount % UnitsPerOne; rest != 0) {
        text += u'.' + QString::number(rest).rightJustified(MaxDecimals, u'0');
        while (text.endsWith(u'0'))
            text.chop(1);
    }
    return m_units < 0 ? u'-' + text : text;
}

std::optional<Decimal> Decimal::plus(Decimal other) const
{
    qint64 sum = 0;
    if (qAddOverflow(m_units, other.m_units, &sum))
        return {};
    return Decimal(sum);
}

std::optional<Decimal> Decimal::minus(Decimal other) const
{
    qint64 difference = 0;
    if (qSubOverflow(m_units, other.m_units, &difference))
        return {};
    return Decimal(difference);
}

std::optional<Decimal> Decimal::times(Decimal other) const
{
    if (const auto units = narrowed(dividedHalfUp(Wide(m_units) * other.m_units, UnitsPerOne)))
        return Decimal(*units);
    return {};
}

std::optional<Decimal> Decimal::over(Decimal other) const
{
    if (other.m_units == 0)
        return {};
    Wide dividend = Wide(m_units) * UnitsPerOne;
    Wide divisor = other.m_units;
    if (divisor < 0) {
        dividend = -dividend;
        divisor = -divisor;
    }
    if (const auto units = narrowed(dividedHalfUp(dividend, divisor)))
        return Decimal(*units);
    return {};
}

std::optional<Decimal> Decimal::negated() const
{
    return Decimal().minus(*this);
}

std::optional<Decimal> Decimal::rounded(int decimals) const
{
    if (decimals < 0 || decimals > MaxDecimals)
        return {};
    Wide step = 1;
    for (int i = decimals; i < MaxDecimals; ++i)
        step *= 10;
    if (const auto units = narrowed(dividedHalfUp(m_units, step) * step))
        return Decimal(*units);
    return {};
}

qint64 Decimal::floor() const
{
    return truncated() - (m_units % UnitsPerOne < 0 ? 1 : 0);
}

qint64 Decimal::ceil() const
{
    return truncated() + (m_units % UnitsPerOne > 0 ? 1 : 0);
}

std::strong_ordering Decimal::compare(qint64 whole) const
{
    return Wide(m_units) <=> Wide(whole) * UnitsPerOne;
}

} // namespace kuaiban::expr
