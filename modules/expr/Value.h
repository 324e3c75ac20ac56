#pragma once

#include "Decimal.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

#include <concepts>
#include <memory>
#include <variant>

namespace kuaiban::expr {

enum class Kind { Null, Bool, Int, Decimal, String, Date, List, Map };

QString kindName(Kind kind); // as in documentation and failures: "int", "list"

// What an expression reads and yields. Immutable and cheap to copy: lists and maps are shared, so values may cross
// threads freely.
class Value
{
public:
    using List = QList<Value>;
    using Map = QMap<QString, Value>;

    Value(); // null
    // Not inline: GCC 12 with sanitizers takes inlined moves of the variant for reads of uninitialised memory.
    Value(const Value& other);
    Value(Value&& other) noexcept;
    Value& operator=(const Value& other);
    Value& operator=(Value&& other) noexcept;
    ~Value();
    template<std::same_as<bool> Bool>
    Value(Bool value)
        : m_data(value)
    {}
    Value(int value)
        : m_data(qint64(value))
    {}
    Value(qint64 value)
        : m_data(value)
    {}
    Value(Decimal value)
        : m_data(value)
    {}
    Value(const QString& value)
        : m_data(value)
    {}
    Value(QDate value)
        : m_data(value)
    {}
    Value(List items);
    Value(Map entries);

    Kind kind() const { return static_cast<Kind>(m_data.index()); }
    bool isNull() const { return kind() == Kind::Null; }
    bool isNumber() const { return kind() == Kind::Int || kind() == Kind::Decimal; }

    // The caller has asked for the kind before; anything else is a mistake of the program and ends it.
    bool boolean() const { return std::get<bool>(m_data); }
    qint64 integer() const { return std::get<qint64>(m_data); }
    Decimal decimal() const { return std::get<Decimal>(m_data); }
    const QString& string() const { return std::get<QString>(m_data); }
    QDate date() const { return std::get<QDate>(m_data); }
    const List& list() const;
    const Map& map() const;

    // An int or decimal as decimal; nothing for other kinds and for integers beyond its range.
    std::optional<Decimal> asDecimal() const;

    // How much there is to walk through: 1 for plain values, and for texts, lists and maps all that they hold. Computed
    // when the value is made, because the same list may stand in it many times.
    qint64 weight() const;

    // Deep equality; numbers compare by value, so 1 equals 1.0. Other kinds never equal one another.
    friend bool operator==(const Value& left, const Value& right);

private:
    struct ListData;
    struct MapData;

    std::variant<std::monostate, bool, qint64, Decimal, QString, QDate, std::shared_ptr<const ListData>,
        std::shared_ptr<const MapData>>
        m_data;
};

// Order of two numbers, texts (by UTF-16 units) or dates; nothing for kinds that have no order.
std::optional<std::strong_ordering> compare(const Value& left, const Value& right);

} // namespace kuaiban::expr
