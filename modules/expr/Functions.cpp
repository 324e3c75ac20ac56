#include "Functions.h"

#include "ExprErrors.h"

#include <algorithm>

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

void Functions::add(const QString& name, const QList<Type>& parameters, const Type& result, FunctionBody body)
{
    const auto before = m_functions.value(name);
    auto overloads = before ? *before : QList<Overload>();
    overloads.append(Overload{parameters, result, std::move(body)});
    m_functions.insert(name, std::make_shared<const QList<Overload>>(std::move(overloads)));
}

Functions::Overloads Functions::find(const QString& name) const
{
    return m_functions.value(name);
}

QStringList Functions::names() const
{
    auto list = m_functions.keys();
    list.sort();
    return list;
}

QString signatures(const QString& name, const QList<Overload>& overloads)
{
    QStringList list;
    for (const auto& overload : overloads) {
        QStringList parameters;
        for (const auto& parameter : overload.parameters)
            parameters.append(parameter.name());
        list.append("%1(%2)"_L1.arg(name, parameters.join(", "_L1)));
    }
    return list.join(u' ');
}

namespace {

const Overload* matching(const QList<Overload>& overloads, std::span<const Value> arguments)
{
    const auto fits = [arguments](const Overload& overload, bool promote) {
        return std::equal(overload.parameters.begin(), overload.parameters.end(), arguments.begin(), arguments.end(),
            [promote](const Type& parameter, const Value& value) {
                return parameter.isAny() || parameter.is(value.kind()) || (promote && parameter.accepts(value));
            });
    };
    for (const bool promote : {false, true}) {
        for (const auto& overload : overloads) {
            if (fits(overload, promote))
                return &overload;
        }
    }
    return nullptr;
}

} // namespace

Result<Value> called(const QString& name, const QList<Overload>& overloads, std::vector<Value> arguments)
{
    const auto* overload = matching(overloads, arguments);
    if (!overload) {
        QStringList kinds;
        for (const auto& argument : arguments)
            kinds.append(kindName(argument.kind()));
        return fail(typeMismatch(signatures(name, overloads), "%1(%2)"_L1.arg(name, kinds.join(", "_L1))));
    }
    for (size_t i = 0; i < arguments.size(); ++i) {
        if (!overload->parameters[static_cast<qsizetype>(i)].is(Kind::Decimal) || arguments[i].kind() != Kind::Int)
            continue;
        const auto decimal = arguments[i].asDecimal();
        if (!decimal)
            return fail(arithmeticError(name));
        arguments[i] = *decimal;
    }
    return overload->body(arguments);
}

std::optional<Type> resultOf(const QList<Overload>& overloads, const QList<Type>& arguments)
{
    const auto exact = [](const Type& parameter, const Type& argument) {
        return parameter.accepts(argument) && !(parameter.is(Kind::Decimal) && argument.is(Kind::Int));
    };
    const auto loose = [](const Type& parameter, const Type& argument) { return parameter.accepts(argument); };
    const auto result = [&](const auto& takes) -> std::optional<Type> {
        std::optional<Type> type;
        for (const auto& overload : overloads) {
            if (!std::equal(
                    overload.parameters.begin(), overload.parameters.end(), arguments.begin(), arguments.end(), takes))
                continue;
            // Several may fit while argument types are unknown: then only what they share is known of the result.
            type = type ? commonType(*type, overload.result).value_or(Type::any()) : overload.result;
        }
        return type;
    };
    if (const auto type = result(exact))
        return type;
    return result(loose);
}

} // namespace kuaiban::expr
