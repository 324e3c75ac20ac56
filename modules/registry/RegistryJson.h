#pragma once

#include "modules/base/ObjectReader.h"

#include <QCalendar>
#include <QDate>

namespace kuaiban::registry {

// YYYY-MM-DD, empty for no date. Written by hand because Qt's way costs a third of a mass load.
inline QString dateText(QDate date)
{
    if (!date.isValid())
        return {};
    const auto parts = QCalendar().partsFromDate(date);
    QString text = QStringLiteral("0000-00-00");
    const auto write = [&text](int number, qsizetype last, int digits) {
        for (; digits > 0; --digits, --last, number /= 10)
            text[last] = QChar(u'0' + number % 10);
    };
    write(parts.year, 3, 4);
    write(parts.month, 6, 2);
    write(parts.day, 9, 2);
    return text;
}

// An optional date; an empty text is none.
inline QDate dateOr(ObjectReader& reader, const QString& name)
{
    const auto text = reader.textOr(name);
    const auto date = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !date.isValid())
        reader.reject(name, QStringLiteral("a date YYYY-MM-DD"));
    return date;
}

} // namespace kuaiban::registry
