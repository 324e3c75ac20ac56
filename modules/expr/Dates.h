#pragma once

#include <QDate>
#include <QString>

namespace kuaiban::expr {

// Calendar helpers of the expression language, for years 1 to 9999. Invalid dates stand for "none".
QDate dateFromText(QStringView text);  // exactly YYYY-MM-DD
QDate monthFromText(QStringView text); // exactly YYYY-MM; the first day of that month
QString dateText(QDate date);
QString monthText(QDate date);
bool inCalendar(QDate date); // valid and within the years above

// Whole months from one day to another: the largest n for which from + n months is not after `to`, so that a period
// which starts on the 31st ends on the last day of a shorter month (民法典 art. 202). Negative when `to` comes first.
int monthsBetween(QDate from, QDate to);

} // namespace kuaiban::expr
