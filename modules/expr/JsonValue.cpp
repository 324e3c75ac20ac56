#include "JsonValue.h"

#include "Dates.h"
#include "ExprErrors.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestJsonInteger = 1LL << 53; // what every JSON reader keeps exactly, see base/Json.h
constexpr int DeepestJson = 32;

QString below(const QString& path, const QString& name)
{
    return path.isEmpty() ? name : path + u'.' + name;
}

std::optional<qint64> integerOf(const QJsonValue& json)
{
    if (!json.isDouble())
        return {};
    const qint64 integer = json.toInteger(LargestJsonInteger + 1);
    if (integer > LargestJsonInteger || integer < -LargestJsonInteger)
        return {};
    return integer;
}

Result<Value> read(const QJsonValue& json, const Type& type, const QString& path, int depth);

Result<Value> readArray(const QJsonArray& array, const Type& type, const QString& path, int depth)
{
    Value::List items;
    items.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        KB_TRY(const auto item, read(array[i], type.element(), "%1[%2]"_L1.arg(path, QString::number(i)), depth + 1));
        items.append(item);
    }
    return Value(std::move(items));
}

Result<Value> readObject(const QJsonObject& object, const Type& type, const QString& path, int depth)
{
    Value::Map entries;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto keyType = type.is(Kind::Map) ? type.key(it.key()) : Type::any();
        if (!keyType || it.value().isNull())
            continue;
        KB_TRY(const auto value, read(it.value(), *keyType, below(path, it.key()), depth + 1));
        entries.insert(it.key(), value);
    }
    return Value(std::move(entries));
}

Result<Value> readAny(const QJsonValue& json, const QString& path, int depth)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return Value(json.toBool());
    case QJsonValue::Double:
        if (const auto integer = integerOf(json))
            return Value(*integer);
        return fail(badJsonValue(path, u"int"_s));
    case QJsonValue::String:
        return Value(json.toString());
    case QJsonValue::Array:
        return readArray(json.toArray(), Type::any(), path, depth);
    case QJsonValue::Object:
        return readObject(json.toObject(), Type::any(), path, depth);
    default:
        return Value();
    }
}

Result<Value> read(const QJsonValue& json, const Type& type, const QString& path, int depth)
{
    if (depth > DeepestJson)
        return fail(limitReached(u"depth"_s, DeepestJson));
    if (type.isAny() || json.isNull() || json.isUndefined())
        return readAny(json, path, depth);
    if (type.is(Kind::Bool) && json.isBool())
        return Value(json.toBool());
    if (type.is(Kind::String) && json.isString())
        return Value(json.toString());
    if (type.is(Kind::List) && json.isArray())
        return readArray(json.toArray(), type, path, depth);
    if (type.is(Kind::Map) && json.isObject())
        return readObject(json.toObject(), type, path, depth);
    if (type.is(Kind::Int)) {
        if (const auto integer = integerOf(json))
            return Value(*integer);
    }
    if (type.is(Kind::Decimal)) {
        const auto integer = integerOf(json);
        const auto decimal = integer ? Decimal::fromInteger(*integer) : Decimal::fromText(json.toString());
        if (decimal)
            return Value(*decimal);
    }
    if (type.is(Kind::Date)) {
        const QDate date = type.isMonth() ? monthFromText(json.toString()) : dateFromText(json.toString());
        if (inCalendar(date))
            return Value(date);
    }
    return fail(badJsonValue(path, type.isMonth() ? u"month"_s : type.name()));
}

Result<QJsonValue> write(const Value& value, const Type& type, const QString& path)
{
    if (!type.accepts(value) && !value.isNull())
        return fail(badJsonValue(path, type.name()));
    switch (value.kind()) {
    case Kind::Null:
        return QJsonValue();
    case Kind::Bool:
        return QJsonValue(value.boolean());
    case Kind::Int:
        if (value.integer() > LargestJsonInteger || value.integer() < -LargestJsonInteger)
            return fail(badJsonValue(path, u"an integer of at most 53 bits"_s));
        return type.is(Kind::Decimal) ? QJsonValue(QString::number(value.integer())) : QJsonValue(value.integer());
    case Kind::Decimal:
        return QJsonValue(value.decimal().text());
    case Kind::String:
        return QJsonValue(value.string());
    case Kind::Date:
        return QJsonValue(type.isMonth() ? monthText(value.date()) : dateText(value.date()));
    case Kind::List: {
        QJsonArray array;
        for (const auto& item : value.list()) {
            KB_TRY(const auto json, write(item, type.element(), "%1[%2]"_L1.arg(path, QString::number(array.size()))));
            array.append(json);
        }
        return QJsonValue(array);
    }
    case Kind::Map: {
        QJsonObject object;
        for (auto it = value.map().cbegin(); it != value.map().cend(); ++it) {
            const auto keyType = type.is(Kind::Map) ? type.key(it.key()) : Type::any();
            if (!keyType || it.value().isNull())
                continue;
            KB_TRY(const auto json, write(it.value(), *keyType, below(path, it.key())));
            object.insert(it.key(), json);
        }
        return QJsonValue(object);
    }
    }
    return QJsonValue();
}

} // namespace

Result<Value> valueFromJson(const QJsonValue& json, const Type& type)
{
    return read(json, type, {}, 0);
}

Result<QJsonValue> jsonFromValue(const Value& value, const Type& type)
{
    return write(value, type, {});
}

} // namespace kuaiban::expr
