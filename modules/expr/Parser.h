#pragma once

#include "Lexer.h"
#include "Limits.h"
#include "Node.h"

namespace kuaiban::expr {

// Turns tokens into a tree, without looking at what names mean. Precedence from weak to strong: ?: (to the right), ||,
// &&, == != < <= > >= in, + -, * / %, ! and -, then . [] and calls.
class Parser
{
public:
    Parser(QList<Token> tokens, const Limits& limits)
        : m_tokens(std::move(tokens))
        , m_limits(limits)
    {}

    Result<NodePtr> parse();

private:
    Result<NodePtr> conditional();
    Result<NodePtr> binary(int weakest);
    Result<NodePtr> unary();
    Result<NodePtr> negative(SourcePosition position);
    Result<NodePtr> postfix();
    Result<NodePtr> primary();
    Result<NodePtr> number(const Token& token, bool negative);
    Result<NodePtr> named(const Token& token);
    Result<NodePtr> member(NodePtr receiver);
    Result<NodePtr> listMaker(SourcePosition position);
    Result<NodePtr> mapMaker(SourcePosition position);
    Done arguments(Node& call, QLatin1StringView closing);

    Done adopt(Node& parent, NodePtr child);
    Done expect(QLatin1StringView symbol);
    bool take(QLatin1StringView symbol);
    const Token& peek() const { return m_tokens[m_at]; }
    Token next();
    tl::unexpected<Error> unexpectedToken(const QString& expected) const;

    QList<Token> m_tokens;
    Limits m_limits;
    qsizetype m_at = 0;
    int m_nesting = 0;
};

} // namespace kuaiban::expr
