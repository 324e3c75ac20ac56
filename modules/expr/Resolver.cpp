#include "Resolver.h"

#include "ExprErrors.h"
#include "Operators.h"

#include <QHash>

#include <algorithm>

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

namespace {

bool isLiteral(const NodePtr& node)
{
    return node->kind == NodeKind::Literal;
}

bool isPathNode(const Node& node)
{
    return node.kind == NodeKind::Variable || node.kind == NodeKind::Local || node.kind == NodeKind::Field ||
           node.kind == NodeKind::Index;
}

void fold(Node& node, const Value& value)
{
    node.kind = NodeKind::Literal;
    node.literal = value;
    node.children.clear();
}

// "a.b.c" for nested plain fields of a variable, else empty.
QString dottedName(const Node& node)
{
    if (node.kind == NodeKind::Variable)
        return node.text;
    if (node.kind != NodeKind::Field)
        return {};
    const QString before = dottedName(*node.children.front());
    return before.isEmpty() ? QString() : before + u'.' + node.text;
}

const Node& leftmost(const Node& node)
{
    return node.kind == NodeKind::Field ? leftmost(*node.children.front()) : node;
}

const QHash<QString, NodeKind>& macros()
{
    static const QHash<QString, NodeKind> table{
        {u"all"_s, NodeKind::All},
        {u"exists"_s, NodeKind::Exists},
        {u"filter"_s, NodeKind::Filter},
        {u"map"_s, NodeKind::MapEach},
        {u"sum"_s, NodeKind::SumEach},
    };
    return table;
}

} // namespace

Result<Type> Resolver::resolve(Node& node)
{
    switch (node.kind) {
    case NodeKind::Literal:
        return Type::of(node.literal.kind());
    case NodeKind::Variable:
    case NodeKind::Field:
    case NodeKind::Index:
        return pathOrValue(node, true);
    case NodeKind::ListMaker:
        return listMaker(node);
    case NodeKind::MapMaker:
        return mapMaker(node);
    case NodeKind::Not: {
        KB_TRY(const auto type, resolve(*node.children[0]));
        if (!type.maybe(Kind::Bool))
            return fail(at(typeMismatch(u"! bool"_s, type.name()), node.position));
        return Type::boolean();
    }
    case NodeKind::Negate: {
        KB_TRY(const auto type, resolve(*node.children[0]));
        if (!type.maybeNumber())
            return fail(at(typeMismatch(u"- int, decimal"_s, type.name()), node.position));
        return type;
    }
    case NodeKind::Binary: {
        KB_TRY(const auto left, resolve(*node.children[0]));
        KB_TRY(const auto right, resolve(*node.children[1]));
        const auto type = appliedType(node.operation, left, right);
        if (!type)
            return fail(at(type.error(), node.position));
        return type;
    }
    case NodeKind::Conditional:
        return conditional(node);
    case NodeKind::Call:
        return call(node);
    default: // the other kinds are made by this class and are resolved already
        return Type::any();
    }
}

// A path is only read as a whole: "card.name" is a reference, the "card" in it is none.
Result<Type> Resolver::pathOrValue(Node& node, bool isWholePath)
{
    if (node.kind == NodeKind::Variable)
        return variable(node, isWholePath);
    if (node.kind == NodeKind::Field || node.kind == NodeKind::Index)
        return access(node, isWholePath);
    return resolve(node);
}

Result<Type> Resolver::variable(Node& node, bool isWholePath)
{
    if (const int slot = slotOf(node.text); slot >= 0) {
        node.kind = NodeKind::Local;
        node.slot = slot;
        return m_bound[static_cast<size_t>(slot)].type;
    }
    node.path = node.text;
    if (isWholePath)
        m_references.insert(node.path);
    if (!m_declarations)
        return Type::any();
    const auto type = m_declarations->find(node.text);
    if (!type)
        return fail(unknownName(node.text, node.position));
    return *type;
}

Result<Type> Resolver::access(Node& node, bool isWholePath)
{
    Node& base = *node.children[0];
    QString key = node.text;
    Type keyType = Type::string();
    bool extends = node.kind == NodeKind::Field; // whether this node makes the path longer
    if (node.kind == NodeKind::Index) {
        KB_TRY(keyType, resolve(*node.children[1]));
        if (isLiteral(node.children[1]) && node.children[1]->literal.kind() == Kind::String) {
            key = node.children[1]->literal.string();
            extends = true;
        }
    }
    KB_TRY(const auto type, pathOrValue(base, !extends));
    if (extends && !base.path.isEmpty()) {
        node.path = base.path + u'.' + key;
        if (isWholePath)
            m_references.insert(node.path);
    }
    if (type.maybe(Kind::List) && keyType.maybe(Kind::Int) && node.kind == NodeKind::Index)
        return type.element();
    if (!type.maybe(Kind::Map))
        return fail(at(typeMismatch(node.kind == NodeKind::Index ? u"list[int], map[string]"_s : u"map"_s, type.name()),
            node.position));
    if (!keyType.maybe(Kind::String))
        return fail(at(typeMismatch(u"map[string]"_s, keyType.name()), node.position));
    if (!extends)
        return type.isRecord() ? Type::any() : type.element();
    const auto found = type.key(key);
    if (!found)
        return fail(unknownName(node.path.isEmpty() ? key : node.path, node.position));
    return *found;
}

Result<Type> Resolver::listMaker(Node& node)
{
    Type element = Type::null();
    for (const auto& child : node.children) {
        KB_TRY(const auto type, resolve(*child));
        const auto common = commonType(element, type);
        if (!common)
            return fail(at(typeMismatch(element.name(), type.name()), child->position));
        element = *common;
    }
    if (std::all_of(node.children.begin(), node.children.end(), isLiteral)) {
        Value::List items;
        for (const auto& child : node.children)
            items.append(child->literal);
        fold(node, Value(items));
    }
    return Type::list(element.is(Kind::Null) ? Type::any() : element);
}

Result<Type> Resolver::mapMaker(Node& node)
{
    QMap<QString, Type> keys;
    bool allKnown = true;
    for (size_t i = 0; i < node.children.size(); i += 2) {
        KB_TRY(const auto key, resolve(*node.children[i]));
        if (!key.maybe(Kind::String))
            return fail(at(typeMismatch(u"string"_s, key.name()), node.children[i]->position));
        KB_TRY(const auto value, resolve(*node.children[i + 1]));
        if (isLiteral(node.children[i]))
            keys.insert(node.children[i]->literal.string(), value);
        else
            allKnown = false;
    }
    return allKnown ? Type::record(keys) : Type::of(Kind::Map);
}

Result<Type> Resolver::conditional(Node& node)
{
    KB_TRY(const auto condition, resolve(*node.children[0]));
    if (!condition.maybe(Kind::Bool))
        return fail(at(typeMismatch(u"bool ?"_s, condition.name()), node.children[0]->position));
    KB_TRY(const auto then, resolve(*node.children[1]));
    KB_TRY(const auto otherwise, resolve(*node.children[2]));
    const auto common = commonType(then, otherwise);
    if (!common)
        return fail(at(typeMismatch(then.name(), otherwise.name()), node.children[2]->position));
    return *common;
}

Result<Type> Resolver::call(Node& node)
{
    if (const auto overloads = dottedFunction(node))
        return functionCall(node, overloads, false);
    if (node.hasReceiver && node.children.size() == 3 && macros().contains(node.text))
        return macro(node, macros().value(node.text));
    if (node.text == "has"_L1)
        return has(node);
    if (node.text == "orElse"_L1)
        return orElse(node);
    if (node.text == "sum"_L1)
        return sum(node);
    if (node.text == "matches"_L1)
        return matches(node);
    if (const auto builtin = builtinFunctions().find(node.text))
        return functionCall(node, builtin, true);
    const auto overloads = m_functions.find(node.text);
    if (!overloads)
        return fail(unknownName(node.text + "()"_L1, node.position));
    return functionCall(node, overloads, false);
}

Result<Type> Resolver::functionCall(Node& node, const Functions::Overloads& overloads, bool isBuiltin)
{
    QList<Type> types;
    QStringList names;
    for (const auto& child : node.children) {
        KB_TRY(const auto type, resolve(*child));
        types.append(type);
        names.append(type.name());
    }
    const auto result = resultOf(*overloads, types);
    if (!result) {
        const auto found = "%1(%2)"_L1.arg(node.text, names.join(", "_L1));
        return fail(at(typeMismatch(signatures(node.text, *overloads), found), node.position));
    }
    node.overloads = overloads;
    if (!isBuiltin || !std::all_of(node.children.begin(), node.children.end(), isLiteral))
        return *result;
    // date("2026-13-01") is found when the catalogue is checked, not when a clerk meets it.
    std::vector<Value> arguments;
    for (const auto& child : node.children)
        arguments.push_back(child->literal);
    const auto value = called(node.text, *overloads, std::move(arguments));
    if (!value)
        return fail(at(value.error(), node.position));
    fold(node, *value);
    return result->isAny() ? Type::of(value->kind()) : *result;
}

Result<Type> Resolver::macro(Node& node, NodeKind kind)
{
    if (node.children[1]->kind != NodeKind::Variable)
        return fail(syntaxError(u"a variable name"_s, node.text, node.children[1]->position));
    const QString variableName = node.children[1]->text;
    KB_TRY(const auto list, resolve(*node.children[0]));
    if (!list.maybe(Kind::List))
        return fail(at(typeMismatch("list.%1()"_L1.arg(node.text), list.name()), node.position));
    node.children.erase(node.children.begin() + 1);
    node.kind = kind;
    node.slot = static_cast<int>(m_bound.size());
    m_bound.push_back({variableName, list.element()});
    const auto body = resolve(*node.children[1]);
    m_bound.pop_back();
    if (!body)
        return body;
    if (kind == NodeKind::MapEach)
        return Type::list(*body);
    const bool wantsNumber = kind == NodeKind::SumEach;
    if (wantsNumber ? !body->maybeNumber() : !body->maybe(Kind::Bool))
        return fail(
            at(typeMismatch(wantsNumber ? u"int, decimal"_s : u"bool"_s, body->name()), node.children[1]->position));
    if (kind == NodeKind::Filter)
        return list.is(Kind::List) ? list : Type::of(Kind::List);
    return wantsNumber ? *body : Type::boolean();
}

Result<Type> Resolver::has(Node& node)
{
    KB_CHECK(needArguments(node, 1));
    KB_CHECK(resolve(*node.children[0]));
    if (!isPathNode(*node.children[0]))
        return fail(syntaxError(u"has(a.b)"_s, node.text, node.children[0]->position));
    node.kind = NodeKind::Has;
    return Type::boolean();
}

Result<Type> Resolver::orElse(Node& node)
{
    KB_CHECK(needArguments(node, 2));
    KB_TRY(const auto value, resolve(*node.children[0]));
    KB_TRY(const auto otherwise, resolve(*node.children[1]));
    const auto common = commonType(value, otherwise);
    if (!common)
        return fail(at(typeMismatch(value.name(), otherwise.name()), node.children[1]->position));
    node.kind = NodeKind::OrElse;
    return *common;
}

Result<Type> Resolver::sum(Node& node)
{
    KB_CHECK(needArguments(node, 1));
    KB_TRY(const auto list, resolve(*node.children[0]));
    if (!list.maybe(Kind::List) || !list.element().maybeNumber())
        return fail(at(typeMismatch(u"list(int), list(decimal)"_s, list.name()), node.position));
    node.kind = NodeKind::Sum;
    return list.element();
}

// The pattern is part of the source, so that it is checked with it and compiled once.
Result<Type> Resolver::matches(Node& node)
{
    KB_CHECK(needArguments(node, 2));
    KB_TRY(const auto text, resolve(*node.children[0]));
    if (!text.maybe(Kind::String))
        return fail(at(typeMismatch(u"matches(string, string)"_s, text.name()), node.position));
    const Node& pattern = *node.children[1];
    if (pattern.kind != NodeKind::Literal || pattern.literal.kind() != Kind::String)
        return fail(syntaxError(u"a pattern in quotation marks"_s, node.text, pattern.position));
    auto compiled = Pattern::compile(pattern.literal.string());
    if (!compiled)
        return fail(at(compiled.error(), pattern.position));
    node.pattern = std::make_shared<const Pattern>(*std::move(compiled));
    node.kind = NodeKind::Matches;
    node.children.pop_back();
    return Type::boolean();
}

// calc.months(x) looks like a call on a variable `calc`; it is the function of that name unless a macro binds `calc`.
Functions::Overloads Resolver::dottedFunction(Node& node) const
{
    if (!node.hasReceiver)
        return {};
    const Node& receiver = *node.children[0];
    const QString before = dottedName(receiver);
    if (before.isEmpty() || slotOf(leftmost(receiver).text) >= 0)
        return {};
    const QString name = before + u'.' + node.text;
    const auto overloads = m_functions.find(name);
    if (overloads) {
        node.text = name;
        node.hasReceiver = false;
        node.children.erase(node.children.begin());
    }
    return overloads;
}

int Resolver::slotOf(const QString& name) const
{
    for (size_t i = m_bound.size(); i > 0; --i) {
        if (m_bound[i - 1].name == name)
            return static_cast<int>(i - 1);
    }
    return -1;
}

Done Resolver::needArguments(const Node& node, size_t count) const
{
    if (node.children.size() == count)
        return {};
    const auto shape = [&node](size_t arguments) { return "%1/%2"_L1.arg(node.text, QString::number(arguments)); };
    return fail(at(typeMismatch(shape(count), shape(node.children.size())), node.position));
}

} // namespace kuaiban::expr
