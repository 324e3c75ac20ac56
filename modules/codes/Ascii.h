#pragma once

#include <QString>

#include <optional>

namespace kuaiban::codes {

// QChar::isDigit and friends also accept full-width and other scripts' digits, which must never reach a register.
constexpr bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

constexpr bool isAsciiUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

// First index in [from, to) whose character does not satisfy `allowed`.
template<class Allowed>
std::optional<qsizetype> firstOffender(QStringView text, qsizetype from, qsizetype to, Allowed allowed)
{
    for (qsizetype i = from; i < to; ++i) {
        if (!allowed(text.at(i)))
            return i;
    }
    return std::nullopt;
}

} // namespace kuaiban::codes
