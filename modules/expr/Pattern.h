#pragma once

#include "modules/base/Result.h"

#include <QRegularExpression>

namespace kuaiban::expr {

// A regular expression (PCRE2 syntax, ASCII classes) that must match a whole text, with bounded work: a pattern that
// backtracks without end is an error, not a hanging counter. Immutable; matching is thread-safe.
class Pattern
{
public:
    static constexpr qsizetype MaxPatternLength = 500;
    static constexpr qsizetype MaxTextLength = 10'000; // UTF-16 units

    static Result<Pattern> compile(const QString& pattern); // `expr.argument` for a pattern that is none
    Result<bool> matches(const QString& text) const;        // `expr.limit` when the work or the text is too long

private:
    explicit Pattern(QRegularExpression expression)
        : m_expression(std::move(expression))
    {}

    QRegularExpression m_expression;
};

} // namespace kuaiban::expr
