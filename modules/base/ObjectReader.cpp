#include "ObjectReader.h"

#include "BaseErrors.h"

namespace kuaiban {

using namespace Qt::StringLiterals;

ObjectReader::ObjectReader(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path))
{}

QString ObjectReader::pathOf(const QString& name) const
{
    return m_path.isEmpty() ? name : m_path + u'.' + name;
}

void ObjectReader::reject(const QString& name, const QString& expected)
{
    if (!m_error)
        m_error = jsonField(pathOf(name), expected);
}

QJsonValue ObjectReader::required(const QString& name)
{
    const auto value = m_object.value(name);
    if (value.isUndefined() || value.isNull())
        reject(name, u"required"_s);
    return value;
}

QString ObjectReader::text(const QString& name)
{
    const auto value = required(name);
    if (!value.isString() || value.toString().isEmpty())
        reject(name, u"a text"_s);
    return value.toString();
}

QString ObjectReader::textOr(const QString& name, const QString& otherwise)
{
    const auto value = m_object.value(name);
    if (value.isUndefined() || value.isNull())
        return otherwise;
    if (!value.isString())
        reject(name, u"a text"_s);
    return value.toString();
}

qint64 ObjectReader::integer(const QString& name)
{
    const auto value = required(name);
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(none);
    if (number == none)
        reject(name, u"an integer"_s);
    return number;
}

qint64 ObjectReader::integerOr(const QString& name, qint64 otherwise)
{
    return m_object.value(name).isUndefined() || m_object.value(name).isNull() ? otherwise : integer(name);
}

bool ObjectReader::flagOr(const QString& name, bool otherwise)
{
    const auto value = m_object.value(name);
    if (value.isUndefined())
        return otherwise;
    if (!value.isBool())
        reject(name, u"true or false"_s);
    return value.toBool();
}

QDate ObjectReader::date(const QString& name)
{
    const auto day = QDate::fromString(required(name).toString(), Qt::ISODate);
    if (!day.isValid())
        reject(name, u"a date YYYY-MM-DD"_s);
    return day;
}

QJsonObject ObjectReader::object(const QString& name)
{
    const auto value = required(name);
    if (!value.isObject())
        reject(name, u"an object"_s);
    return value.toObject();
}

QJsonObject ObjectReader::objectOr(const QString& name)
{
    return m_object.value(name).isUndefined() || m_object.value(name).isNull() ? QJsonObject{} : object(name);
}

QJsonArray ObjectReader::array(const QString& name)
{
    const auto value = required(name);
    if (!value.isArray())
        reject(name, u"a list"_s);
    return value.toArray();
}

QJsonArray ObjectReader::arrayOr(const QString& name)
{
    return m_object.value(name).isUndefined() || m_object.value(name).isNull() ? QJsonArray{} : array(name);
}

QStringList ObjectReader::textsOr(const QString& name)
{
    QStringList texts;
    for (const auto& value : arrayOr(name)) {
        if (!value.isString())
            reject(name, u"a list of texts"_s);
        texts.append(value.toString());
    }
    return texts;
}

QString ObjectReader::oneOf(const QString& name, const QStringList& allowed)
{
    const auto value = text(name);
    if (!m_error && !allowed.contains(value))
        reject(name, "one of %1"_L1.arg(allowed.join(", "_L1)));
    return value;
}

Done ObjectReader::finish() const
{
    if (m_error)
        return fail(*m_error);
    return {};
}

} // namespace kuaiban
