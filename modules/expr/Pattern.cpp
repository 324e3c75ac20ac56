#include "Pattern.h"

#include "ExprErrors.h"

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

Result<Pattern> Pattern::compile(const QString& pattern)
{
    if (pattern.size() > MaxPatternLength)
        return fail(limitReached(u"pattern length"_s, MaxPatternLength));
    // PCRE2 reads its own bounds from the very start of a pattern, before the anchors that wrap the author's part.
    const QString bounded =
        "(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=5000)"_L1 + QRegularExpression::anchoredPattern(pattern);
    QRegularExpression expression(bounded);
    // The author's part must be whole in itself: "a)|(b" is only balanced inside the wrapper.
    if (!expression.isValid() || !QRegularExpression(pattern).isValid())
        return fail(badArgument(u"matches"_s, u"a regular expression"_s));
    expression.optimize();
    return Pattern(std::move(expression));
}

Result<bool> Pattern::matches(const QString& text) const
{
    if (text.size() > MaxTextLength)
        return fail(limitReached(u"length of a matched text"_s, MaxTextLength));
    const auto match = m_expression.match(text);
    if (!match.isValid()) // the bounds above were hit
        return fail(limitReached(u"matching steps"_s, 100'000));
    return match.hasMatch();
}

} // namespace kuaiban::expr
