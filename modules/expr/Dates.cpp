#include "Dates.h"

#include <algorithm>

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

namespace {

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

QDate dateFromText(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-' || !allDigits(text.first(4)) ||
        !allDigits(text.sliced(5, 2)) || !allDigits(text.sliced(8)))
        return {};
    return QDate(text.first(4).toInt(), text.sliced(5, 2).toInt(), text.sliced(8).toInt());
}

QDate monthFromText(QStringView text)
{
    if (text.size() != 7 || text[4] != u'-' || !allDigits(text.first(4)) || !allDigits(text.sliced(5)))
        return {};
    return QDate(text.first(4).toInt(), text.sliced(5).toInt(), 1);
}

QString dateText(QDate date)
{
    return date.toString(u"yyyy-MM-dd"_s);
}

QString monthText(QDate date)
{
    return date.toString(u"yyyy-MM"_s);
}

bool inCalendar(QDate date)
{
    return date.isValid() && date.year() >= 1 && date.year() <= 9999;
}

int monthsBetween(QDate from, QDate to)
{
    if (to < from)
        return -monthsBetween(to, from);
    int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    if (from.addMonths(months) > to)
        --months;
    return months;
}

} // namespace kuaiban::expr
