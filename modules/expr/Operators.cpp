#include "Operators.h"

#include "ExprErrors.h"

#include <limits>

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

namespace {

QString both(const QString& left, const QString& right)
{
    return "%1, %2"_L1.arg(left, right);
}

tl::unexpected<Error> mismatch(Operator operation, const QString& expected, const QString& left, const QString& right)
{
    return fail(typeMismatch("%1 %2"_L1.arg(symbolOf(operation), expected), both(left, right)));
}

Result<Value> onIntegers(Operator operation, qint64 left, qint64 right)
{
    qint64 result = 0;
    switch (operation) {
    case Operator::Add:
        if (qAddOverflow(left, right, &result))
            return fail(arithmeticError(symbolOf(operation)));
        return result;
    case Operator::Subtract:
        if (qSubOverflow(left, right, &result))
            return fail(arithmeticError(symbolOf(operation)));
        return result;
    case Operator::Multiply:
        if (qMulOverflow(left, right, &result))
            return fail(arithmeticError(symbolOf(operation)));
        return result;
    default:
        if (right == 0 || (left == std::numeric_limits<qint64>::min() && right == -1))
            return fail(arithmeticError(symbolOf(operation)));
        return operation == Operator::Divide ? left / right : left % right;
    }
}

std::optional<Decimal> onDecimals(Operator operation, Decimal left, Decimal right)
{
    switch (operation) {
    case Operator::Add:
        return left.plus(right);
    case Operator::Subtract:
        return left.minus(right);
    case Operator::Multiply:
        return left.times(right);
    default:
        return left.over(right);
    }
}

Result<Value> arithmetic(Operator operation, const Value& left, const Value& right)
{
    if (left.kind() == Kind::Int && right.kind() == Kind::Int)
        return onIntegers(operation, left.integer(), right.integer());
    if (left.isNumber() && right.isNumber() && operation != Operator::Remainder) {
        const auto leftDecimal = left.asDecimal();
        const auto rightDecimal = right.asDecimal();
        const auto result =
            leftDecimal && rightDecimal ? onDecimals(operation, *leftDecimal, *rightDecimal) : std::nullopt;
        if (!result)
            return fail(arithmeticError(symbolOf(operation)));
        return Value(*result);
    }
    if (operation == Operator::Add && left.kind() == Kind::String && right.kind() == Kind::String)
        return Value(left.string() + right.string());
    return mismatch(operation, operation == Operator::Remainder ? u"int"_s : u"int, decimal"_s, kindName(left.kind()),
        kindName(right.kind()));
}

Result<Value> isIn(const Value& left, const Value& right)
{
    if (right.kind() == Kind::List)
        return Value(right.list().contains(left));
    if (right.kind() == Kind::Map && left.kind() == Kind::String)
        return Value(right.map().contains(left.string()));
    return mismatch(Operator::In, u"list, map"_s, kindName(left.kind()), kindName(right.kind()));
}

bool mayBeEqual(const Type& left, const Type& right)
{
    return left.is(Kind::Null) || right.is(Kind::Null) || left.accepts(right) || right.accepts(left);
}

bool mayBeOrdered(const Type& left, const Type& right)
{
    if (left.maybeNumber() && right.maybeNumber())
        return true;
    return (left.maybe(Kind::String) && right.maybe(Kind::String)) ||
           (left.maybe(Kind::Date) && right.maybe(Kind::Date));
}

Result<Type> arithmeticType(Operator operation, const Type& left, const Type& right)
{
    const bool texts = operation == Operator::Add && left.maybe(Kind::String) && right.maybe(Kind::String);
    const bool numbers = left.maybeNumber() && right.maybeNumber();
    if (operation == Operator::Remainder && left.maybe(Kind::Int) && right.maybe(Kind::Int))
        return Type::integer();
    if (operation == Operator::Remainder || (!texts && !numbers)) {
        const auto expected = operation == Operator::Remainder ? u"int"_s : u"int, decimal"_s;
        return mismatch(operation, expected, left.name(), right.name());
    }
    if (!numbers)
        return Type::string();
    if (left.is(Kind::Int) && right.is(Kind::Int))
        return Type::integer();
    if (left.is(Kind::Decimal) || right.is(Kind::Decimal))
        return Type::decimal();
    return Type::any();
}

} // namespace

QString symbolOf(Operator operation)
{
    switch (operation) {
    case Operator::Or:
        return u"||"_s;
    case Operator::And:
        return u"&&"_s;
    case Operator::Equal:
        return u"=="_s;
    case Operator::NotEqual:
        return u"!="_s;
    case Operator::Less:
        return u"<"_s;
    case Operator::LessEqual:
        return u"<="_s;
    case Operator::Greater:
        return u">"_s;
    case Operator::GreaterEqual:
        return u">="_s;
    case Operator::In:
        return u"in"_s;
    case Operator::Add:
        return u"+"_s;
    case Operator::Subtract:
        return u"-"_s;
    case Operator::Multiply:
        return u"*"_s;
    case Operator::Divide:
        return u"/"_s;
    case Operator::Remainder:
        return u"%"_s;
    }
    return {};
}

Result<Value> applied(Operator operation, const Value& left, const Value& right)
{
    switch (operation) {
    case Operator::Equal:
    case Operator::NotEqual: {
        // A text that looks like a number is not a number: saying "not equal" would hide the mistake.
        const bool sameKind = left.kind() == right.kind() || (left.isNumber() && right.isNumber());
        if (!sameKind && !left.isNull() && !right.isNull())
            return mismatch(operation, u"two values of one kind"_s, kindName(left.kind()), kindName(right.kind()));
        return Value((left == right) == (operation == Operator::Equal));
    }
    case Operator::Less:
    case Operator::LessEqual:
    case Operator::Greater:
    case Operator::GreaterEqual: {
        const auto order = compare(left, right);
        if (!order)
            return mismatch(
                operation, u"two numbers, strings or dates"_s, kindName(left.kind()), kindName(right.kind()));
        if (operation == Operator::Less)
            return Value(*order < 0);
        if (operation == Operator::LessEqual)
            return Value(*order <= 0);
        return Value(operation == Operator::Greater ? *order > 0 : *order >= 0);
    }
    case Operator::In:
        return isIn(left, right);
    default:
        return arithmetic(operation, left, right);
    }
}

Result<Value> negated(const Value& value)
{
    if (value.kind() == Kind::Int)
        return onIntegers(Operator::Subtract, 0, value.integer());
    if (value.kind() != Kind::Decimal)
        return fail(typeMismatch(u"- int, decimal"_s, kindName(value.kind())));
    const auto result = value.decimal().negated();
    if (!result)
        return fail(arithmeticError(u"-"_s));
    return Value(*result);
}

Result<Type> appliedType(Operator operation, const Type& left, const Type& right)
{
    switch (operation) {
    case Operator::Or:
    case Operator::And:
        if (!left.maybe(Kind::Bool) || !right.maybe(Kind::Bool))
            return mismatch(operation, u"bool"_s, left.name(), right.name());
        return Type::boolean();
    case Operator::Equal:
    case Operator::NotEqual:
        if (!mayBeEqual(left, right))
            return mismatch(operation, u"two values of one kind"_s, left.name(), right.name());
        return Type::boolean();
    case Operator::Less:
    case Operator::LessEqual:
    case Operator::Greater:
    case Operator::GreaterEqual:
        if (!mayBeOrdered(left, right))
            return mismatch(operation, u"two numbers, strings or dates"_s, left.name(), right.name());
        return Type::boolean();
    case Operator::In: {
        const bool inList = right.maybe(Kind::List) && mayBeEqual(left, right.element());
        const bool inMap = right.maybe(Kind::Map) && left.maybe(Kind::String);
        if (!inList && !inMap)
            return mismatch(operation, u"list, map"_s, left.name(), right.name());
        return Type::boolean();
    }
    default:
        return arithmeticType(operation, left, right);
    }
}

} // namespace kuaiban::expr
