#pragma once

#include "Declarations.h"
#include "Functions.h"
#include "Limits.h"
#include "Scope.h"

#include <QSet>

namespace kuaiban::expr {

struct CompiledExpression;

// The language, a subset of the Common Expression Language (CEL):
//
//   values      true  12  -1.5  "text"  'text'  [1, 2]  {"a": 1}  null  // comment to the end of the line
//   operators   c ? a : b   ||  &&   == != < <= > >= in   + -   * / %   ! -   a.b  a["b"]  list[0]  f(x)  x.f()
//   macros      list.all(x, …)  list.exists(x, …)  list.filter(x, …)  list.map(x, …)  list.sum(x, …)  sum(list)
//   absence     has(a.b)  orElse(a.b, otherwise)
//   numbers     min max abs  round(n, decimals) floor ceil  int() decimal() string()
//   texts       size contains startsWith endsWith trim  substring(s, start, count)  matches(s, "whole-text pattern")
//   dates       date("2026-11-21") date(y, m, d)  year month day  addDays addMonths monthStart monthEnd
//               daysBetween(from, to) monthsBetween(from, to)  age(birth, on)
//
// int has 64 bits and overflow is an error; / of two ints cuts toward zero. decimal is exact to six decimals and rounds
// half up; an int next to a decimal becomes one. Texts are measured and cut in code points. && and || work from left to
// right and skip the right side once decided. Reading what is absent is `expr.missing`, unless has() or orElse() asks;
// null counts as absent there. == of different kinds is an error, except that anything may be compared with null.
// A birthday counts as reached on the day itself; see monthsBetween() for months of different length.
// Unlike CEL: decimals instead of doubles, dates instead of timestamps, numbers of both kinds mix, an error on the left
// of && or || is an error whatever stands on the right, and the pattern of matches() is a literal for the whole text.

// What a compiler knows beforehand.
struct Environment
{
    std::optional<Declarations> declarations; // none: any variable may be read, and is looked up at evaluation
    Functions functions;                      // in addition to those of the language
    Type expected = Type::any();              // what the whole expression must yield
    Limits limits;
};

// A compiled expression. Immutable, shared by copies, safe to evaluate from several threads at once.
class Expression
{
public:
    // Mistakes carry "line" and "column" (from 1, columns in code points): `expr.syntax`, `expr.unknown-name`,
    // `expr.type`, `expr.limit`, and `expr.argument` or `expr.arithmetic` for constant parts that cannot be.
    static Result<Expression> compile(const QString& source, const Environment& environment = {});

    // Fails with `expr.missing`, `expr.type`, `expr.arithmetic`, `expr.argument`, `expr.limit` or what a function of
    // the environment reports; always with the position.
    Result<Value> evaluate(const Scope& scope) const;
    Result<bool> holds(const Scope& scope) const; // for conditions; another kind of value is `expr.type`

    const QString& source() const;
    const Type& type() const; // as far as it is known without values
    // The variables it may read, as dotted paths as deep as the source names them: "today", "card.name".
    const QSet<QString>& references() const;

private:
    explicit Expression(std::shared_ptr<const CompiledExpression> compiled)
        : m_compiled(std::move(compiled))
    {}

    std::shared_ptr<const CompiledExpression> m_compiled;
};

} // namespace kuaiban::expr
