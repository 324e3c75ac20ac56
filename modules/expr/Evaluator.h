#pragma once

#include "Limits.h"
#include "Node.h"
#include "Scope.h"

namespace kuaiban::expr {

// One evaluation of a resolved tree: holds what belongs to it alone, so that the tree itself can be shared by threads.
class Evaluator
{
public:
    Evaluator(const Scope& scope, const Limits& limits)
        : m_scope(scope)
        , m_limits(limits)
    {}

    Result<Value> evaluate(const Node& node);

private:
    Result<Value> dispatch(const Node& node);
    Result<Value> field(const Node& node);
    Result<Value> index(const Node& node);
    Result<Value> listMaker(const Node& node);
    Result<Value> mapMaker(const Node& node);
    Result<Value> binary(const Node& node);
    Result<Value> call(const Node& node);
    Result<Value> has(const Node& node);
    Result<Value> orElse(const Node& node);
    Result<Value> sum(const Value::List& items, const Node& node);
    Result<Value> macro(const Node& node);

    Result<bool> truth(const Node& node);
    Result<Value> listOf(const Node& node);
    Done spend(qint64 steps);
    Done weigh(const Value& value);

    const Scope& m_scope;
    const Limits& m_limits;
    qint64 m_steps = 0;
    std::vector<Value> m_locals;
};

} // namespace kuaiban::expr
