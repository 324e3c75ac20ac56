#include "Value.h"

#include <array>

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

struct Value::ListData
{
    List items;
    qint64 weight = 1;
};

struct Value::MapData
{
    Map entries;
    qint64 weight = 1;
};

namespace {

constexpr std::array<QLatin1StringView, 8> KindNames{
    "null"_L1, "bool"_L1, "int"_L1, "decimal"_L1, "string"_L1, "date"_L1, "list"_L1, "map"_L1};

// Weights of shared parts add up exponentially; they stop here instead of overflowing.
qint64 saturatedSum(qint64 left, qint64 right)
{
    constexpr qint64 most = 1LL << 60;
    return std::min(most, left + right);
}

} // namespace

QString kindName(Kind kind)
{
    return KindNames.at(static_cast<size_t>(kind));
}

Value::Value() = default;
Value::Value(const Value& other) = default;
Value::Value(Value&& other) noexcept = default;
Value& Value::operator=(const Value& other) = default;
Value& Value::operator=(Value&& other) noexcept = default;
Value::~Value() = default;

Value::Value(List items)
{
    auto data = std::make_shared<ListData>();
    for (const auto& item : items)
        data->weight = saturatedSum(data->weight, item.weight());
    data->items = std::move(items);
    m_data = std::shared_ptr<const ListData>(std::move(data));
}

Value::Value(Map entries)
{
    auto data = std::make_shared<MapData>();
    for (auto it = entries.cbegin(); it != entries.cend(); ++it)
        data->weight = saturatedSum(data->weight, saturatedSum(it.key().size(), it.value().weight()));
    data->entries = std::move(entries);
    m_data = std::shared_ptr<const MapData>(std::move(data));
}

const Value::List& Value::list() const
{
    return std::get<std::shared_ptr<const ListData>>(m_data)->items;
}

const Value::Map& Value::map() const
{
    return std::get<std::shared_ptr<const MapData>>(m_data)->entries;
}

std::optional<Decimal> Value::asDecimal() const
{
    switch (kind()) {
    case Kind::Int:
        return Decimal::fromInteger(integer());
    case Kind::Decimal:
        return decimal();
    default:
        return {};
    }
}

qint64 Value::weight() const
{
    switch (kind()) {
    case Kind::String:
        return 1 + string().size();
    case Kind::List:
        return std::get<std::shared_ptr<const ListData>>(m_data)->weight;
    case Kind::Map:
        return std::get<std::shared_ptr<const MapData>>(m_data)->weight;
    default:
        return 1;
    }
}

bool operator==(const Value& left, const Value& right)
{
    if (left.kind() != right.kind())
        return left.isNumber() && right.isNumber() && compare(left, right) == std::strong_ordering::equal;
    switch (left.kind()) {
    case Kind::List:
        return &left.list() == &right.list() || left.list() == right.list();
    case Kind::Map:
        return &left.map() == &right.map() || left.map() == right.map();
    default:
        return left.m_data == right.m_data;
    }
}

std::optional<std::strong_ordering> compare(const Value& left, const Value& right)
{
    if (left.kind() == Kind::Int && right.kind() == Kind::Decimal)
        return 0 <=> right.decimal().compare(left.integer());
    if (left.kind() == Kind::Decimal && right.kind() == Kind::Int)
        return left.decimal().compare(right.integer());
    if (left.kind() != right.kind())
        return {};
    switch (left.kind()) {
    case Kind::Int:
        return left.integer() <=> right.integer();
    case Kind::Decimal:
        return left.decimal() <=> right.decimal();
    case Kind::String:
        return left.string().compare(right.string()) <=> 0;
    case Kind::Date:
        return left.date().toJulianDay() <=> right.date().toJulianDay();
    default:
        return {};
    }
}

} // namespace kuaiban::expr
