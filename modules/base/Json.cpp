#include "Json.h"

#include "BaseErrors.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace kuaiban {

using namespace Qt::StringLiterals;

QByteArray canonicalBytes(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact); // QJsonObject keeps its keys sorted
}

bool isCanonical(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Double: {
        constexpr qint64 limit = 1LL << 53;
        const qint64 integer = value.toInteger(limit + 1);
        return integer >= -limit && integer <= limit;
    }
    case QJsonValue::Array: {
        const auto array = value.toArray();
        return std::all_of(array.begin(), array.end(), [](const QJsonValue& item) { return isCanonical(item); });
    }
    case QJsonValue::Object: {
        const auto object = value.toObject();
        return std::all_of(object.begin(), object.end(), [](const QJsonValue& item) { return isCanonical(item); });
    }
    default:
        return true;
    }
}

Result<QJsonObject> parseObject(QByteArrayView bytes)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(bytes.toByteArray(), &error);
    if (error.error != QJsonParseError::NoError)
        return fail(jsonMalformed("offset %1: %2"_L1.arg(QString::number(error.offset), error.errorString())));
    if (!document.isObject())
        return fail(jsonMalformed(u"an object is expected"_s));
    return document.object();
}

} // namespace kuaiban
