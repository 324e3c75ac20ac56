#include "WorkingCalendar.h"

#include "CodesErrors.h"
#include "modules/base/ObjectReader.h"

namespace kuaiban::codes {

using namespace Qt::StringLiterals;

namespace {

constexpr int WorkingDaysAWeek = 5;

bool isWeekend(QDate day)
{
    return day.dayOfWeek() >= Qt::Saturday;
}

// The general reader's first error in the words of this room.
Done finish(const ObjectReader& reader)
{
    const auto done = reader.finish();
    if (done)
        return {};
    const auto& fields = done.error().fields;
    return fail(calendarBroken(fields.value("path"_L1).toString(), fields.value("expected"_L1).toString()));
}

// The days of one table of a year, each with the name of its holiday.
Result<QHash<QDate, QString>> readDays(const QJsonObject& table, const QString& place, int year)
{
    QHash<QDate, QString> days;
    for (auto i = table.begin(); i != table.end(); ++i) {
        const auto day = QDate::fromString(i.key(), Qt::ISODate);
        const QString here = place + u'.' + i.key();
        if (!day.isValid() || day.year() != year)
            return fail(calendarBroken(here, "a day YYYY-MM-DD of %1"_L1.arg(QString::number(year))));
        if (!i.value().isString() || i.value().toString().isEmpty())
            return fail(calendarBroken(here, u"the name of the holiday"_s));
        days.insert(day, i.value().toString());
    }
    return days;
}

} // namespace

Result<WorkingCalendar> WorkingCalendar::parse(const QJsonObject& object)
{
    WorkingCalendar calendar;
    ObjectReader reader(object);
    reader.oneOf(u"kind"_s, {u"working-calendar"_s});
    const auto revision = reader.integer(u"revision"_s);
    const auto years = reader.array(u"years"_s);
    if (revision < 1 || revision > std::numeric_limits<int>::max())
        reader.reject(u"revision"_s, u"a number from 1"_s);
    if (years.isEmpty())
        reader.reject(u"years"_s, u"at least one year"_s);
    KB_CHECK(finish(reader));
    calendar.m_revision = static_cast<int>(revision);

    for (qsizetype i = 0; i < years.size(); ++i) {
        const auto place = "years[%1]"_L1.arg(QString::number(i));
        ObjectReader line(years.at(i).toObject(), place);
        const auto year = line.integer(u"year"_s);
        const auto holidays = line.object(u"holidays"_s);
        const auto workdays = line.object(u"workdays"_s);
        if (year < 1949 || year > 9999)
            line.reject(u"year"_s, u"a year of four digits"_s);
        else if (i > 0 && year != calendar.m_lastYear + 1)
            line.reject(u"year"_s, u"the year after the one before"_s);
        KB_CHECK(finish(line));
        if (i == 0)
            calendar.m_firstYear = static_cast<int>(year);
        calendar.m_lastYear = static_cast<int>(year);

        KB_TRY(const auto free, readDays(holidays, line.pathOf(u"holidays"_s), calendar.m_lastYear));
        KB_TRY(const auto worked, readDays(workdays, line.pathOf(u"workdays"_s), calendar.m_lastYear));
        for (const auto& day : worked.keys()) {
            const QString here = line.pathOf(u"workdays"_s) + u'.' + day.toString(Qt::ISODate);
            if (free.contains(day))
                return fail(calendarBroken(here, u"a day that is no holiday as well"_s));
            if (!isWeekend(day))
                return fail(calendarBroken(here, u"a Saturday or Sunday"_s));
            calendar.m_workdays.insert(day);
        }
        calendar.m_holidays.insert(free);
    }
    return calendar;
}

bool WorkingCalendar::isWorkingDay(QDate day) const
{
    if (!day.isValid() || m_holidays.contains(day))
        return false;
    return !isWeekend(day) || m_workdays.contains(day);
}

QString WorkingCalendar::holidayName(QDate day) const
{
    return m_holidays.value(day);
}

WorkingDay WorkingCalendar::addWorkingDays(QDate from, int days) const
{
    if (!from.isValid())
        return {{}, false};
    const int step = days < 0 ? -1 : 1;
    qint64 left = qAbs(static_cast<qint64>(days));
    QDate day = from;
    bool certain = left > 0 || knows(from);
    while (left > 0) {
        // Where nothing more is known in the direction of counting, every week is alike and whole weeks can be skipped.
        const bool beyond = step > 0 ? day.year() > m_lastYear : day.year() < m_firstYear;
        if (beyond && left > WorkingDaysAWeek) {
            const qint64 weeks = (left - 1) / WorkingDaysAWeek;
            day = day.addDays(step * weeks * 7);
            left -= weeks * WorkingDaysAWeek;
            certain = false;
        }
        day = day.addDays(step);
        certain = certain && knows(day);
        if (isWorkingDay(day))
            --left;
    }
    return {day, certain};
}

int WorkingCalendar::workingDaysBetween(QDate from, QDate to) const
{
    if (!from.isValid() || !to.isValid())
        return 0;
    const int step = to < from ? -1 : 1;
    int count = 0;
    for (QDate day = from; day != to;) {
        day = day.addDays(step);
        if (isWorkingDay(day))
            count += step;
    }
    return count;
}

} // namespace kuaiban::codes
