#include "Type.h"

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

Type Type::any()
{
    return {};
}

Type Type::of(Kind kind)
{
    Type type;
    type.m_kind = kind;
    return type;
}

Type Type::month()
{
    Type type = date();
    type.m_month = true;
    return type;
}

Type Type::list(const Type& element)
{
    Type type = of(Kind::List);
    type.m_element = std::make_shared<const Type>(element);
    return type;
}

Type Type::map(const Type& element)
{
    Type type = of(Kind::Map);
    type.m_element = std::make_shared<const Type>(element);
    return type;
}

Type Type::record(const QMap<QString, Type>& keys)
{
    Type type = of(Kind::Map);
    type.m_keys = std::make_shared<const QMap<QString, Type>>(keys);
    return type;
}

Type Type::element() const
{
    return m_element ? *m_element : any();
}

std::optional<Type> Type::key(const QString& name) const
{
    if (!m_keys)
        return element();
    const auto found = m_keys->constFind(name);
    if (found == m_keys->cend())
        return {};
    return *found;
}

QMap<QString, Type> Type::keys() const
{
    return m_keys ? *m_keys : QMap<QString, Type>();
}

bool Type::accepts(const Type& other) const
{
    if (isAny() || other.isAny() || other.is(Kind::Null))
        return true;
    if (is(Kind::Decimal) && other.is(Kind::Int))
        return true;
    if (m_kind != other.m_kind)
        return false;
    if (is(Kind::List) || (is(Kind::Map) && !isRecord() && !other.isRecord()))
        return element().accepts(other.element());
    return true;
}

bool Type::accepts(const Value& value) const
{
    return isAny() || is(value.kind()) || (is(Kind::Decimal) && value.kind() == Kind::Int);
}

QString Type::name() const
{
    if (isAny())
        return u"any"_s;
    const bool nested = m_element && !m_element->isAny();
    return nested ? "%1(%2)"_L1.arg(kindName(*m_kind), m_element->name()) : kindName(*m_kind);
}

std::optional<Type> commonType(const Type& left, const Type& right)
{
    if (left.isAny() || right.is(Kind::Null))
        return left;
    if (right.isAny() || left.is(Kind::Null))
        return right;
    if (left.is(Kind::Int) && right.is(Kind::Int))
        return left;
    if (left.maybeNumber() && right.maybeNumber())
        return Type::decimal();
    if (left.is(Kind::List) && right.is(Kind::List)) {
        if (const auto element = commonType(left.element(), right.element()))
            return Type::list(*element);
        return {};
    }
    if (left.is(Kind::Map) && right.is(Kind::Map))
        return left.isRecord() && right.isRecord() && left.keys().keys() == right.keys().keys() ? left
                                                                                                : Type::of(Kind::Map);
    if (left.is(Kind::Date) && right.is(Kind::Date))
        return left.isMonth() == right.isMonth() ? left : Type::date();
    for (const Kind kind : {Kind::Bool, Kind::String}) {
        if (left.is(kind) && right.is(kind))
            return left;
    }
    return {};
}

} // namespace kuaiban::expr
