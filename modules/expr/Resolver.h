#pragma once

#include "Declarations.h"
#include "Node.h"

#include <QSet>

#include <optional>

namespace kuaiban::expr {

// Gives names their meaning: binds macro variables to slots and calls to functions, checks types as far as they are
// known, folds constants, and collects which variables are read. A receiver that fits is the first argument, so that
// s.size() and size(s) are the same.
class Resolver
{
public:
    Resolver(const std::optional<Declarations>& declarations, const Functions& functions)
        : m_declarations(declarations)
        , m_functions(functions)
    {}

    Result<Type> resolve(Node& node);
    const QSet<QString>& references() const { return m_references; }

private:
    struct Bound
    {
        QString name;
        Type type;
    };

    Result<Type> variable(Node& node, bool isWholePath);
    Result<Type> access(Node& node, bool isWholePath);
    Result<Type> pathOrValue(Node& node, bool isWholePath);
    Result<Type> listMaker(Node& node);
    Result<Type> mapMaker(Node& node);
    Result<Type> conditional(Node& node);
    Result<Type> call(Node& node);
    Result<Type> functionCall(Node& node, const Functions::Overloads& overloads, bool isBuiltin);
    Result<Type> macro(Node& node, NodeKind kind);
    Result<Type> has(Node& node);
    Result<Type> orElse(Node& node);
    Result<Type> sum(Node& node);
    Result<Type> matches(Node& node);

    Functions::Overloads dottedFunction(Node& node) const;
    int slotOf(const QString& name) const;
    Done needArguments(const Node& node, size_t count) const;

    const std::optional<Declarations>& m_declarations;
    const Functions& m_functions;
    std::vector<Bound> m_bound;
    QSet<QString> m_references;
};

} // namespace kuaiban::expr
