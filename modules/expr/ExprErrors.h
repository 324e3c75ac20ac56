#pragma once

#include "modules/base/Failure.h"
#include "SourcePosition.h"

namespace kuaiban::expr {

// Adds where in the source a failure arose, unless something deeper has already said so.
inline Error at(const Error& error, SourcePosition position)
{
    const QString line = QStringLiteral("line");
    if (error.fields.contains(line))
        return error;
    return error.with(line, position.line).with(QStringLiteral("column"), position.column);
}

// The text is no expression; `expected` names what would have fitted, `near` quotes the text that stands there instead.
inline Error syntaxError(const QString& expected, const QString& near, SourcePosition position)
{
    using namespace Qt::StringLiterals;
    return at(failure("expr.syntax", Origin::Data, "expected %1"_L1.arg(expected))
                  .with(u"expected"_s, expected)
                  .with(u"near"_s, near),
        position);
}

// A variable, field or function that nobody declared.
inline Error unknownName(const QString& name, SourcePosition position)
{
    using namespace Qt::StringLiterals;
    return at(failure("expr.unknown-name", Origin::Data, name).with(u"name"_s, name), position);
}

// Kinds of values that do not go together. `found` names kinds, never values. The caller may add the position later.
inline Error typeMismatch(const QString& expected, const QString& found)
{
    using namespace Qt::StringLiterals;
    return failure("expr.type", Origin::Data, "expected %1, found %2"_L1.arg(expected, found))
        .with(u"expected"_s, expected)
        .with(u"found"_s, found);
}

// One of the limits of expr::Limits is reached.
inline Error limitReached(const QString& limit, qint64 allowed)
{
    using namespace Qt::StringLiterals;
    return failure("expr.limit", Origin::Data, "%1 %2"_L1.arg(limit, QString::number(allowed)))
        .with(u"limit"_s, limit)
        .with(u"allowed"_s, allowed);
}

// A variable, field, key or index that has no value now.
inline Error missingValue(const QString& name)
{
    using namespace Qt::StringLiterals;
    return failure("expr.missing", Origin::Data, name).with(u"name"_s, name);
}

// Overflow or division by zero; `operation` is the operator or function.
inline Error arithmeticError(const QString& operation)
{
    using namespace Qt::StringLiterals;
    return failure("expr.arithmetic", Origin::Data, operation).with(u"operation"_s, operation);
}

// A function got a value of the right kind that it cannot use, such as date("yesterday").
inline Error badArgument(const QString& function, const QString& expected)
{
    using namespace Qt::StringLiterals;
    return failure("expr.argument", Origin::Data, "%1: %2"_L1.arg(function, expected))
        .with(u"function"_s, function)
        .with(u"expected"_s, expected);
}

// A JSON value that cannot become a value of the wanted kind, or the other way round; `path` is dotted, empty at the
// top.
inline Error badJsonValue(const QString& path, const QString& expected)
{
    using namespace Qt::StringLiterals;
    return failure("expr.value", Origin::Data, "%1: %2"_L1.arg(path, expected))
        .with(u"path"_s, path)
        .with(u"expected"_s, expected);
}

} // namespace kuaiban::expr
