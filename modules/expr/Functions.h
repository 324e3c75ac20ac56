#pragma once

#include "modules/base/Result.h"
#include "Type.h"

#include <QHash>

#include <functional>
#include <span>
#include <vector>

namespace kuaiban::expr {

// A function body gets exactly as many arguments as declared, of the declared kinds (an int is already converted where
// a decimal was declared). It must be pure and thread-safe; its failures get the position of the call added.
using FunctionBody = std::function<Result<Value>(std::span<const Value>)>;

struct Overload
{
    QList<Type> parameters;
    Type result;
    FunctionBody body;
};

// Functions by name; a name may be dotted ("calc.unemploymentMonths") and may have several overloads, tried in the
// order in which they were added. Copies share their contents; compiled expressions keep the functions they use alive.
class Functions
{
public:
    using Overloads = std::shared_ptr<const QList<Overload>>;

    void add(const QString& name, const QList<Type>& parameters, const Type& result, FunctionBody body);
    Overloads find(const QString& name) const; // null when there is none
    QStringList names() const;

private:
    QHash<QString, Overloads> m_functions;
};

// The functions of the language itself; they cannot be replaced.
const Functions& builtinFunctions();

// All shapes of a function, as failures name them: "min(int, int) min(list)".
QString signatures(const QString& name, const QList<Overload>& overloads);
// Calls the overload whose parameters take these values, `expr.type` if there is none. An int is taken as decimal only
// if no overload wants an int.
Result<Value> called(const QString& name, const QList<Overload>& overloads, std::vector<Value> arguments);
// The type a call yields, or nothing when no overload may take arguments of these types.
std::optional<Type> resultOf(const QList<Overload>& overloads, const QList<Type>& arguments);

} // namespace kuaiban::expr
