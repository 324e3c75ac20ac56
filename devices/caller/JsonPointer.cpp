#include "JsonPointer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

// RFC 6901 knows whole numbers without leading zeros only.
QJsonValue elementOf(const QJsonArray& array, const QString& step)
{
    static const QRegularExpression index(u"^(0|[1-9][0-9]{0,5})$"_s);
    return index.match(step).hasMatch() ? array.at(step.toInt()) : QJsonValue(QJsonValue::Undefined);
}

} // namespace

std::optional<JsonPointer> JsonPointer::parse(const QString& text)
{
    static const QRegularExpression pointer(u"^(/([^~]|~[01])*)$"_s);
    if (!pointer.match(text).hasMatch())
        return {};
    JsonPointer parsed;
    for (auto step : text.mid(1).split(u'/'))
        parsed.m_steps.append(step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1));
    return parsed;
}

QString JsonPointer::text() const
{
    QString text;
    for (auto step : m_steps)
        text += u'/' + step.replace("~"_L1, "~0"_L1).replace("/"_L1, "~1"_L1);
    return text;
}

QJsonValue JsonPointer::in(const QJsonValue& root) const
{
    auto value = root;
    for (const auto& step : m_steps)
        value = value.isArray() ? elementOf(value.toArray(), step) : value.toObject().value(step);
    return value;
}

} // namespace kuaiban::devices
