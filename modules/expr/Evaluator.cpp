#include "Evaluator.h"

#include "ExprErrors.h"
#include "Operators.h"

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 WeightPerStep = 64;

bool isMissing(const Error& error)
{
    return error.is("expr.missing"_L1);
}

tl::unexpected<Error> missingAt(const Node& node, const QString& fallback)
{
    return fail(missingValue(node.path.isEmpty() ? fallback : node.path));
}

} // namespace

Result<Value> Evaluator::evaluate(const Node& node)
{
    if (auto done = spend(1); !done)
        return fail(at(done.error(), node.position));
    auto value = dispatch(node);
    if (!value)
        return fail(at(value.error(), node.position));
    return value;
}

Result<Value> Evaluator::dispatch(const Node& node)
{
    switch (node.kind) {
    case NodeKind::Literal:
        return node.literal;
    case NodeKind::Variable:
        if (const auto* value = m_scope.find(node.text))
            return *value;
        return missingAt(node, node.text);
    case NodeKind::Local:
        return m_locals[static_cast<size_t>(node.slot)];
    case NodeKind::Field:
        return field(node);
    case NodeKind::Index:
        return index(node);
    case NodeKind::ListMaker:
        return listMaker(node);
    case NodeKind::MapMaker:
        return mapMaker(node);
    case NodeKind::Not: {
        KB_TRY(const bool value, truth(*node.children[0]));
        return Value(!value);
    }
    case NodeKind::Negate: {
        KB_TRY(const auto value, evaluate(*node.children[0]));
        return negated(value);
    }
    case NodeKind::Binary:
        return binary(node);
    case NodeKind::Conditional: {
        KB_TRY(const bool condition, truth(*node.children[0]));
        return evaluate(*node.children[condition ? 1 : 2]);
    }
    case NodeKind::Call:
        return call(node);
    case NodeKind::Matches: {
        KB_TRY(const auto text, evaluate(*node.children[0]));
        if (text.kind() != Kind::String)
            return fail(typeMismatch(u"matches(string, string)"_s, kindName(text.kind())));
        KB_CHECK(spend(text.weight() / WeightPerStep));
        KB_TRY(const bool matches, node.pattern->matches(text.string()));
        return Value(matches);
    }
    case NodeKind::Has:
        return has(*node.children[0]);
    case NodeKind::OrElse:
        return orElse(node);
    case NodeKind::Sum: {
        KB_TRY(const auto list, listOf(*node.children[0]));
        return sum(list.list(), node);
    }
    case NodeKind::All:
    case NodeKind::Exists:
    case NodeKind::Filter:
    case NodeKind::MapEach:
    case NodeKind::SumEach:
        return macro(node);
    }
    return Value();
}

Result<Value> Evaluator::field(const Node& node)
{
    KB_TRY(const auto base, evaluate(*node.children[0]));
    if (base.isNull())
        return missingAt(node, node.text);
    if (base.kind() != Kind::Map)
        return fail(typeMismatch(u"map"_s, kindName(base.kind())));
    const auto found = base.map().constFind(node.text);
    if (found == base.map().cend())
        return missingAt(node, node.text);
    return *found;
}

Result<Value> Evaluator::index(const Node& node)
{
    KB_TRY(const auto base, evaluate(*node.children[0]));
    KB_TRY(const auto key, evaluate(*node.children[1]));
    if (base.isNull())
        return missingAt(node, u"[]"_s);
    if (base.kind() == Kind::List && key.kind() == Kind::Int) {
        if (key.integer() < 0 || key.integer() >= base.list().size())
            return missingAt(node, "[%1]"_L1.arg(QString::number(key.integer())));
        return base.list().at(key.integer());
    }
    if (base.kind() != Kind::Map || key.kind() != Kind::String)
        return fail(
            typeMismatch(u"list[int], map[string]"_s, "%1[%2]"_L1.arg(kindName(base.kind()), kindName(key.kind()))));
    const auto found = base.map().constFind(key.string());
    if (found == base.map().cend())
        return missingAt(node, u"[]"_s); // the key may be personal data
    return *found;
}

Result<Value> Evaluator::listMaker(const Node& node)
{
    Value::List items;
    items.reserve(static_cast<qsizetype>(node.children.size()));
    for (const auto& child : node.children) {
        KB_TRY(const auto item, evaluate(*child));
        items.append(item);
    }
    const Value list(std::move(items));
    KB_CHECK(weigh(list));
    return list;
}

Result<Value> Evaluator::mapMaker(const Node& node)
{
    Value::Map entries;
    for (size_t i = 0; i < node.children.size(); i += 2) {
        KB_TRY(const auto key, evaluate(*node.children[i]));
        if (key.kind() != Kind::String)
            return fail(typeMismatch(u"string"_s, kindName(key.kind())));
        KB_TRY(const auto value, evaluate(*node.children[i + 1]));
        entries.insert(key.string(), value);
    }
    const Value map(std::move(entries));
    KB_CHECK(weigh(map));
    return map;
}

// && and || stop at the first side that decides, from left to right: what stands behind may then be missing or wrong.
Result<Value> Evaluator::binary(const Node& node)
{
    if (node.operation == Operator::And || node.operation == Operator::Or) {
        KB_TRY(const bool left, truth(*node.children[0]));
        if (left == (node.operation == Operator::Or))
            return Value(left);
        KB_TRY(const bool right, truth(*node.children[1]));
        return Value(right);
    }
    KB_TRY(const auto left, evaluate(*node.children[0]));
    KB_TRY(const auto right, evaluate(*node.children[1]));
    KB_CHECK(spend((left.weight() + right.weight()) / WeightPerStep));
    KB_TRY(const auto value, applied(node.operation, left, right));
    KB_CHECK(weigh(value));
    return value;
}

Result<Value> Evaluator::call(const Node& node)
{
    std::vector<Value> arguments;
    arguments.reserve(node.children.size());
    qint64 weight = 0;
    for (const auto& child : node.children) {
        KB_TRY(const auto argument, evaluate(*child));
        weight += argument.weight() / WeightPerStep;
        arguments.push_back(argument);
    }
    KB_CHECK(spend(weight));
    KB_TRY(const auto value, called(node.text, *node.overloads, std::move(arguments)));
    KB_CHECK(weigh(value));
    return value;
}

Result<Value> Evaluator::has(const Node& node)
{
    const auto value = evaluate(node);
    if (value)
        return Value(!value->isNull());
    if (isMissing(value.error()))
        return Value(false);
    return value;
}

Result<Value> Evaluator::orElse(const Node& node)
{
    auto value = evaluate(*node.children[0]);
    const bool absent = value ? value->isNull() : isMissing(value.error());
    return absent ? evaluate(*node.children[1]) : value;
}

Result<Value> Evaluator::sum(const Value::List& items, const Node& node)
{
    Value total(0);
    for (const auto& item : items) {
        if (auto done = spend(1); !done)
            return fail(at(done.error(), node.position));
        if (!item.isNumber())
            return fail(typeMismatch(u"list(int), list(decimal)"_s, kindName(item.kind())));
        KB_TRY(total, applied(Operator::Add, total, item));
    }
    return total;
}

Result<Value> Evaluator::macro(const Node& node)
{
    KB_TRY(const auto source, listOf(*node.children[0]));
    const Node& body = *node.children[1];
    const auto slot = static_cast<size_t>(node.slot);
    if (m_locals.size() <= slot)
        m_locals.resize(slot + 1);
    Value::List kept;
    for (const auto& item : source.list()) {
        m_locals[slot] = item;
        if (node.kind == NodeKind::MapEach || node.kind == NodeKind::SumEach) {
            KB_TRY(const auto mapped, evaluate(body));
            kept.append(mapped);
            continue;
        }
        KB_TRY(const bool holds, truth(body));
        if (node.kind == NodeKind::All && !holds)
            return Value(false);
        if (node.kind == NodeKind::Exists && holds)
            return Value(true);
        if (node.kind == NodeKind::Filter && holds)
            kept.append(item);
    }
    if (node.kind == NodeKind::All || node.kind == NodeKind::Exists)
        return Value(node.kind == NodeKind::All);
    if (node.kind == NodeKind::SumEach)
        return sum(kept, node);
    const Value list(std::move(kept));
    KB_CHECK(weigh(list));
    return list;
}

Result<bool> Evaluator::truth(const Node& node)
{
    KB_TRY(const auto value, evaluate(node));
    if (value.kind() != Kind::Bool)
        return fail(at(typeMismatch(u"bool"_s, kindName(value.kind())), node.position));
    return value.boolean();
}

Result<Value> Evaluator::listOf(const Node& node)
{
    KB_TRY(const auto value, evaluate(node));
    if (value.kind() != Kind::List)
        return fail(at(typeMismatch(u"list"_s, kindName(value.kind())), node.position));
    return value;
}

Done Evaluator::spend(qint64 steps)
{
    m_steps += steps;
    if (m_steps > m_limits.steps)
        return fail(limitReached(u"steps"_s, m_limits.steps));
    return {};
}

Done Evaluator::weigh(const Value& value)
{
    if (value.weight() > m_limits.weight)
        return fail(limitReached(u"weight"_s, m_limits.weight));
    return {};
}

} // namespace kuaiban::expr
