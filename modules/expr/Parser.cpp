#include "Parser.h"

#include "ExprErrors.h"

#include <QScopeGuard>

#include <array>

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

namespace {

struct BinaryOperator
{
    QLatin1StringView symbol;
    Operator operation;
    int strength;
};

constexpr int Weakest = 1;
constexpr std::array<BinaryOperator, 13> BinaryOperators{{
    {"||"_L1, Operator::Or, 1},
    {"&&"_L1, Operator::And, 2},
    {"=="_L1, Operator::Equal, 3},
    {"!="_L1, Operator::NotEqual, 3},
    {"<="_L1, Operator::LessEqual, 3},
    {">="_L1, Operator::GreaterEqual, 3},
    {"<"_L1, Operator::Less, 3},
    {">"_L1, Operator::Greater, 3},
    {"+"_L1, Operator::Add, 4},
    {"-"_L1, Operator::Subtract, 4},
    {"*"_L1, Operator::Multiply, 5},
    {"/"_L1, Operator::Divide, 5},
    {"%"_L1, Operator::Remainder, 5},
}};

std::optional<BinaryOperator> binaryOperator(const Token& token)
{
    if (token.kind == TokenKind::Name && token.text == "in"_L1)
        return BinaryOperator{"in"_L1, Operator::In, 3};
    for (const auto& candidate : BinaryOperators) {
        if (token.isSymbol(candidate.symbol))
            return candidate;
    }
    return {};
}

NodePtr literalNode(const Value& value, SourcePosition position)
{
    auto node = std::make_unique<Node>(NodeKind::Literal, position);
    node->literal = value;
    return node;
}

} // namespace

Result<NodePtr> Parser::parse()
{
    KB_TRY(auto node, conditional());
    if (peek().kind != TokenKind::End)
        return unexpectedToken(u"an operator or the end"_s);
    return node;
}

Result<NodePtr> Parser::conditional()
{
    if (++m_nesting > m_limits.depth)
        return fail(at(limitReached(u"depth"_s, m_limits.depth), peek().position));
    const auto leave = qScopeGuard([this] { --m_nesting; });
    KB_TRY(auto condition, binary(Weakest));
    const auto position = peek().position;
    if (!take("?"_L1))
        return condition;
    auto node = std::make_unique<Node>(NodeKind::Conditional, position);
    KB_CHECK(adopt(*node, std::move(condition)));
    KB_TRY(auto then, conditional());
    KB_CHECK(adopt(*node, std::move(then)));
    KB_CHECK(expect(":"_L1));
    KB_TRY(auto otherwise, conditional());
    KB_CHECK(adopt(*node, std::move(otherwise)));
    return node;
}

// Precedence climbing: takes operators that bind at least as strongly as `weakest`; all of them associate to the left.
Result<NodePtr> Parser::binary(int weakest)
{
    KB_TRY(auto left, unary());
    for (;;) {
        const auto found = binaryOperator(peek());
        if (!found || found->strength < weakest)
            return left;
        auto node = std::make_unique<Node>(NodeKind::Binary, next().position);
        node->operation = found->operation;
        KB_TRY(auto right, binary(found->strength + 1));
        KB_CHECK(adopt(*node, std::move(left)));
        KB_CHECK(adopt(*node, std::move(right)));
        left = std::move(node);
    }
}

Result<NodePtr> Parser::unary()
{
    const auto position = peek().position;
    if (take("-"_L1))
        return negative(position);
    if (!take("!"_L1))
        return postfix();
    if (++m_nesting > m_limits.depth)
        return fail(at(limitReached(u"depth"_s, m_limits.depth), position));
    const auto leave = qScopeGuard([this] { --m_nesting; });
    auto node = std::make_unique<Node>(NodeKind::Not, position);
    KB_TRY(auto operand, unary());
    KB_CHECK(adopt(*node, std::move(operand)));
    return node;
}

Result<NodePtr> Parser::negative(SourcePosition position)
{
    // The sign belongs to the number: the smallest integer has no positive counterpart.
    if (peek().kind == TokenKind::Integer || peek().kind == TokenKind::Decimal)
        return number(next(), true);
    if (++m_nesting > m_limits.depth)
        return fail(at(limitReached(u"depth"_s, m_limits.depth), position));
    const auto leave = qScopeGuard([this] { --m_nesting; });
    auto node = std::make_unique<Node>(NodeKind::Negate, position);
    KB_TRY(auto operand, unary());
    KB_CHECK(adopt(*node, std::move(operand)));
    return node;
}

Result<NodePtr> Parser::postfix()
{
    KB_TRY(auto node, primary());
    for (;;) {
        const auto position = peek().position;
        if (take("."_L1)) {
            KB_TRY(node, member(std::move(node)));
        } else if (take("["_L1)) {
            auto index = std::make_unique<Node>(NodeKind::Index, position);
            KB_CHECK(adopt(*index, std::move(node)));
            KB_TRY(auto key, conditional());
            KB_CHECK(adopt(*index, std::move(key)));
            KB_CHECK(expect("]"_L1));
            node = std::move(index);
        } else {
            return node;
        }
    }
}

Result<NodePtr> Parser::member(NodePtr receiver)
{
    const Token name = peek();
    if (name.kind != TokenKind::Name)
        return unexpectedToken(u"a field name"_s);
    next();
    const bool call = take("("_L1);
    auto node = std::make_unique<Node>(call ? NodeKind::Call : NodeKind::Field, name.position);
    node->text = name.text;
    node->hasReceiver = call;
    KB_CHECK(adopt(*node, std::move(receiver)));
    if (call)
        KB_CHECK(arguments(*node, ")"_L1));
    return node;
}

Result<NodePtr> Parser::primary()
{
    const Token token = peek();
    switch (token.kind) {
    case TokenKind::Integer:
    case TokenKind::Decimal:
        return number(next(), false);
    case TokenKind::String:
        return literalNode(next().text, token.position);
    case TokenKind::Name:
        if (token.text != "in"_L1)
            return named(next());
        break;
    case TokenKind::Symbol:
        if (take("("_L1)) {
            KB_TRY(auto node, conditional());
            KB_CHECK(expect(")"_L1));
            return node;
        }
        if (take("["_L1))
            return listMaker(token.position);
        if (take("{"_L1))
            return mapMaker(token.position);
        break;
    case TokenKind::End:
        break;
    }
    return unexpectedToken(u"a value"_s);
}

Result<NodePtr> Parser::number(const Token& token, bool negative)
{
    const QString text = negative ? u'-' + token.text : token.text;
    if (token.kind == TokenKind::Integer) {
        bool ok = false;
        const qint64 integer = text.toLongLong(&ok, 10);
        if (!ok)
            return fail(syntaxError(u"an integer of at most 64 bits"_s, token.text, token.position));
        return literalNode(integer, token.position);
    }
    const auto decimal = Decimal::fromText(text);
    if (!decimal)
        return fail(syntaxError(u"a number with at most 6 decimals"_s, token.text, token.position));
    return literalNode(*decimal, token.position);
}

Result<NodePtr> Parser::named(const Token& token)
{
    if (token.text == "true"_L1 || token.text == "false"_L1)
        return literalNode(token.text == "true"_L1, token.position);
    if (token.text == "null"_L1)
        return literalNode({}, token.position);
    const bool call = take("("_L1);
    auto node = std::make_unique<Node>(call ? NodeKind::Call : NodeKind::Variable, token.position);
    node->text = token.text;
    if (call)
        KB_CHECK(arguments(*node, ")"_L1));
    return node;
}

Result<NodePtr> Parser::listMaker(SourcePosition position)
{
    auto node = std::make_unique<Node>(NodeKind::ListMaker, position);
    KB_CHECK(arguments(*node, "]"_L1));
    return node;
}

Result<NodePtr> Parser::mapMaker(SourcePosition position)
{
    auto node = std::make_unique<Node>(NodeKind::MapMaker, position);
    if (take("}"_L1))
        return node;
    do {
        KB_TRY(auto key, conditional());
        KB_CHECK(adopt(*node, std::move(key)));
        KB_CHECK(expect(":"_L1));
        KB_TRY(auto value, conditional());
        KB_CHECK(adopt(*node, std::move(value)));
    } while (take(","_L1));
    KB_CHECK(expect("}"_L1));
    return node;
}

Done Parser::arguments(Node& call, QLatin1StringView closing)
{
    if (take(closing))
        return {};
    do {
        KB_TRY(auto argument, conditional());
        KB_CHECK(adopt(call, std::move(argument)));
    } while (take(","_L1));
    return expect(closing);
}

// A long chain such as a + b + … nests to the left without nesting here, so the depth of the tree counts as well.
Done Parser::adopt(Node& parent, NodePtr child)
{
    parent.depth = std::max(parent.depth, child->depth + 1);
    const auto position = child->position;
    parent.children.push_back(std::move(child));
    if (parent.depth > m_limits.depth)
        return fail(at(limitReached(u"depth"_s, m_limits.depth), position));
    return {};
}

Done Parser::expect(QLatin1StringView symbol)
{
    if (!take(symbol))
        return unexpectedToken(symbol);
    return {};
}

bool Parser::take(QLatin1StringView symbol)
{
    if (!peek().isSymbol(symbol))
        return false;
    next();
    return true;
}

Token Parser::next()
{
    return peek().kind == TokenKind::End ? peek() : m_tokens[m_at++];
}

tl::unexpected<Error> Parser::unexpectedToken(const QString& expected) const
{
    const QString near = peek().kind == TokenKind::End ? u"…"_s : peek().text.left(20);
    return fail(syntaxError(expected, near, peek().position));
}

} // namespace kuaiban::expr
