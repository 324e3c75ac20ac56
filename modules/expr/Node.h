#pragma once

#include "Functions.h"
#include "Pattern.h"
#include "SourcePosition.h"

#include <vector>

namespace kuaiban::expr {

enum class Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder
};

enum class NodeKind {
    Literal,     // literal
    Variable,    // text
    Local,       // slot: the variable of a macro
    Field,       // children[0].text
    Index,       // children[0][children[1]]
    ListMaker,   // children
    MapMaker,    // children: key, value, key, value …
    Not,         // children[0]
    Negate,      // children[0]
    Binary,      // operation, children[0], children[1]
    Conditional, // children: condition, then, otherwise
    Call,        // text, children; overloads. From the parser also with children[0] as receiver, see hasReceiver
    Matches,     // children[0], pattern
    Has,         // children[0]
    OrElse,      // children: value, otherwise
    Sum,         // children[0]: a list
    All,         // macros: children: list, body; slot
    Exists,
    Filter,
    MapEach,
    SumEach,
};

// One node of the tree: made by the Parser, completed by the Resolver, never changed afterwards.
struct Node
{
    NodeKind kind = NodeKind::Literal;
    SourcePosition position;
    Operator operation = Operator::Or;
    QString text;
    QString path; // of a Variable, Field or Index: how failures name it, "card.name"
    Value literal;
    int slot = -1;
    int depth = 1;
    bool hasReceiver = false;
    Functions::Overloads overloads;
    std::shared_ptr<const Pattern> pattern;
    std::vector<std::unique_ptr<Node>> children;

    Node() = default;
    Node(NodeKind nodeKind, SourcePosition at)
        : kind(nodeKind)
        , position(at)
    {}
};

using NodePtr = std::unique_ptr<Node>;

} // namespace kuaiban::expr
