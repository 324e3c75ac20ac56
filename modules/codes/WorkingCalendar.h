#pragma once

#include "modules/base/Result.h"

#include <QDate>
#include <QHash>
#include <QSet>

namespace kuaiban::codes {

// A day found by counting working days.
struct WorkingDay
{
    QDate date;
    bool certain =
        true; // false when the count left the years whose holidays are known: recompute after the next notice
    friend bool operator==(const WorkingDay&, const WorkingDay&) = default;
};

// The working-day calendar (工作日历) after the yearly holiday notices of the State Council: weekends and holidays are
// free, make-up days (调休上班) are worked. Outside the known years only the weekend is free, and answers are not
// certain. All dates are legal days (Asia/Shanghai). Immutable after construction, so any thread may read it.
class WorkingCalendar
{
public:
    WorkingCalendar() = default; // knows no year: weekends only

    // Reads the form of resources/codes/calendar.json: {"kind":"working-calendar", "revision":1, "head":{…},
    //  "years":[{"year":2026, "holidays":{"2026-01-01":"元旦"}, "workdays":{"2026-01-04":"元旦"}}]}, years without
    //  gaps.
    // Errors: `codes.calendar` names the place and the rule.
    static Result<WorkingCalendar> parse(const QJsonObject& object);

    int revision() const { return m_revision; }
    int firstYear() const { return m_firstYear; } // 0 when no year is known
    int lastYear() const { return m_lastYear; }

    bool knows(QDate day) const { return day.isValid() && day.year() >= m_firstYear && day.year() <= m_lastYear; }
    bool isWorkingDay(QDate day) const;   // false for an invalid date
    QString holidayName(QDate day) const; // 春节; empty on other days, ordinary weekends included

    // The day on which a limit of `days` working days ends: counting starts the day after `from`, so a matter received
    // on Monday with a limit of one day is due on Tuesday. Zero gives `from` itself, whatever day it is; negative
    // counts back. An invalid `from` gives an invalid, uncertain day. The time taken grows with the known years, not
    // with `days`.
    WorkingDay addWorkingDays(QDate from, int days) const;

    // Working days after `from` up to and including `to`, the reverse of addWorkingDays; negative when `to` is earlier
    // (then those from `to` on before `from`). 0 for invalid dates.
    int workingDaysBetween(QDate from, QDate to) const;

private:
    int m_revision = 0;
    int m_firstYear = 0;
    int m_lastYear = 0;
    QHash<QDate, QString> m_holidays;
    QSet<QDate> m_workdays;
};

} // namespace kuaiban::codes
