#pragma once

#include <QDate>
#include <QList>
#include <QStringView>

#include <random>
#include <span>

namespace kuaiban::hub {

// Chance by seed. The distributions are our own, because those of the standard library differ from one to the next: the
// same seed gives the same people on every machine. For that each throw stands in a statement of its own: compilers
// differ in which argument or operand they evaluate first.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {}

    quint64 bits() { return m_engine(); }
    // 0 … limit-1, every number as likely (up to one part in 2^32); limit at least 1.
    int below(int limit) { return static_cast<int>((m_engine() >> 32) * static_cast<quint64>(limit) >> 32); }
    int between(int first, int last) { return first + below(last - first + 1); }
    bool oneIn(int number) { return below(number) == 0; }
    bool percent(int chance) { return below(100) < chance; }
    bool perMille(int chance) { return below(1000) < chance; }
    // A day from the first to the last; the first when the last is earlier.
    QDate day(QDate first, QDate last)
    {
        return first < last ? first.addDays(below(static_cast<int>(first.daysTo(last)) + 1)) : first;
    }

    // An index, as likely as its weight.
    int weighted(std::span<const int> weights);

    template<class List>
    decltype(auto) oneOf(const List& list) // a view gives its characters by value, a list its items by reference
    {
        return list[static_cast<decltype(std::size(list))>(below(static_cast<int>(std::size(list))))];
    }

private:
    std::mt19937_64 m_engine; // fixed by the C++ standard down to its output
};

} // namespace kuaiban::hub
