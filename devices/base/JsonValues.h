#pragma once

#include <QDate>
#include <QJsonValue>

namespace kuaiban::devices {

// How cards are told as JSON: null for what a card does not say.

inline QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

inline QJsonValue numberOrNull(const QString& code)
{
    bool ok = false;
    const int number = code.toInt(&ok);
    return ok ? QJsonValue(number) : QJsonValue();
}

inline QJsonValue dateOrNull(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

} // namespace kuaiban::devices
