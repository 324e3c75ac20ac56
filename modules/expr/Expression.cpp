#include "Expression.h"

#include "Evaluator.h"
#include "ExprErrors.h"
#include "Parser.h"
#include "Resolver.h"

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

struct CompiledExpression
{
    QString source;
    Limits limits;
    Type type;
    QSet<QString> references;
    NodePtr root;
};

Result<Expression> Expression::compile(const QString& source, const Environment& environment)
{
    if (source.size() > environment.limits.length)
        return fail(at(limitReached(u"length"_s, environment.limits.length), {}));
    KB_TRY(auto list, tokens(source));
    KB_TRY(auto root, Parser(std::move(list), environment.limits).parse());
    Resolver resolver(environment.declarations, environment.functions);
    KB_TRY(const auto type, resolver.resolve(*root));
    if (!environment.expected.accepts(type))
        return fail(at(typeMismatch(environment.expected.name(), type.name()), root->position));
    auto compiled = std::make_shared<CompiledExpression>();
    compiled->source = source;
    compiled->limits = environment.limits;
    compiled->type = type;
    compiled->references = resolver.references();
    compiled->root = std::move(root);
    return Expression(std::move(compiled));
}

Result<Value> Expression::evaluate(const Scope& scope) const
{
    return Evaluator(scope, m_compiled->limits).evaluate(*m_compiled->root);
}

Result<bool> Expression::holds(const Scope& scope) const
{
    KB_TRY(const auto value, evaluate(scope));
    if (value.kind() != Kind::Bool)
        return fail(at(typeMismatch(u"bool"_s, kindName(value.kind())), m_compiled->root->position));
    return value.boolean();
}

const QString& Expression::source() const
{
    return m_compiled->source;
}

const Type& Expression::type() const
{
    return m_compiled->type;
}

const QSet<QString>& Expression::references() const
{
    return m_compiled->references;
}

} // namespace kuaiban::expr
