#include "modules/base/Json.h"
#include "modules/codes/WorkingCalendar.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/places/Places.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::codes;
using namespace Qt::StringLiterals;

class TestWorkingCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isWorkingDay_days_data();
    void isWorkingDay_days();
    void isWorkingDay_year2026_hasTheDaysOfTheNotice();
    void holidayName_days_areNamed();
    void addWorkingDays_limits_data();
    void addWorkingDays_limits();
    void addWorkingDays_invalidDate_isUncertain();
    void addWorkingDays_farBeyond_countsWeeksQuickly();
    void addWorkingDays_noYearKnown_usesWeekends();
    void workingDaysBetween_spans_data();
    void workingDaysBetween_spans();
    void workingDaysBetween_everyStart_reversesAdding();
    void parse_brokenCalendar_namesPlaceAndRule_data();
    void parse_brokenCalendar_namesPlaceAndRule();

private:
    WorkingCalendar m_calendar;
};

void TestWorkingCalendar::initTestCase()
{
    QFile file(test::inSource(u"resources/codes/calendar.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto object = parseObject(file.readAll());
    QVERIFY(object);
    const auto head = object->value(u"head"_s).toObject();
    QVERIFY(!head.value(u"source"_s).toString().isEmpty() && !head.value(u"licence"_s).toString().isEmpty());
    const auto calendar = WorkingCalendar::parse(*object);
    QVERIFY2(calendar, calendar ? "" : qPrintable(logLine(calendar.error())));
    m_calendar = *calendar;
    QCOMPARE(m_calendar.firstYear(), 2024);
    QCOMPARE(m_calendar.lastYear(), 2026);
    QCOMPARE(m_calendar.revision(), 1);
}

void TestWorkingCalendar::isWorkingDay_days_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("working");
    QTest::addRow("ordinary Friday") << QDate(2026, 11, 20) << true;
    QTest::addRow("ordinary Saturday") << QDate(2026, 11, 21) << false;
    QTest::addRow("New Year, a Thursday") << QDate(2026, 1, 1) << false;
    QTest::addRow("make-up Sunday after New Year") << QDate(2026, 1, 4) << true;
    QTest::addRow("make-up Saturday before the Spring Festival") << QDate(2026, 2, 14) << true;
    QTest::addRow("Spring Festival, last day") << QDate(2026, 2, 23) << false;
    QTest::addRow("day after the Spring Festival") << QDate(2026, 2, 24) << true;
    QTest::addRow("make-up in 2025") << QDate(2025, 10, 11) << true;
    QTest::addRow("2024 Labour Day in lieu") << QDate(2024, 5, 3) << false;
    QTest::addRow("unknown year, Friday 1 October") << QDate(2027, 10, 1) << true;
    QTest::addRow("unknown year, Saturday") << QDate(2027, 10, 2) << false;
    QTest::addRow("no date") << QDate() << false;
}

void TestWorkingCalendar::isWorkingDay_days()
{
    QFETCH(QDate, day);
    QTEST(m_calendar.isWorkingDay(day), "working");
}

void TestWorkingCalendar::isWorkingDay_year2026_hasTheDaysOfTheNotice()
{
    const QList<QDate> madeUp{{2026, 1, 4}, {2026, 2, 14}, {2026, 2, 28}, {2026, 5, 9}, {2026, 9, 20}, {2026, 10, 10}};
    const QList<std::pair<QDate, QDate>> holidays{{{2026, 1, 1}, {2026, 1, 3}}, {{2026, 2, 15}, {2026, 2, 23}},
        {{2026, 4, 4}, {2026, 4, 6}}, {{2026, 5, 1}, {2026, 5, 5}}, {{2026, 6, 19}, {2026, 6, 21}},
        {{2026, 9, 25}, {2026, 9, 27}}, {{2026, 10, 1}, {2026, 10, 7}}};
    int working = 0;
    for (QDate day(2026, 1, 1); day.year() == 2026; day = day.addDays(1)) {
        const bool holiday = std::any_of(holidays.begin(), holidays.end(),
            [day](const auto& span) { return span.first <= day && day <= span.second; });
        const bool expected = !holiday && (day.dayOfWeek() < 6 || madeUp.contains(day));
        QVERIFY2(m_calendar.isWorkingDay(day) == expected, qPrintable(day.toString(Qt::ISODate)));
        QCOMPARE(m_calendar.holidayName(day).isEmpty(), !holiday);
        working += expected;
    }
    QCOMPARE(working, 248);
}

void TestWorkingCalendar::holidayName_days_areNamed()
{
    QCOMPARE(m_calendar.holidayName({2026, 2, 17}), u"春节"_s);
    QCOMPARE(m_calendar.holidayName({2026, 10, 7}), u"国庆节"_s);
    QCOMPARE(m_calendar.holidayName({2026, 2, 14}), QString()); // a make-up day is no holiday
    QCOMPARE(m_calendar.holidayName({2026, 11, 21}), QString());
}

void TestWorkingCalendar::addWorkingDays_limits_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<int>("days");
    QTest::addColumn<QDate>("due");
    QTest::addColumn<bool>("certain");
    QTest::addRow("Monday and one day") << QDate(2026, 11, 16) << 1 << QDate(2026, 11, 17) << true;
    QTest::addRow("Friday and one day") << QDate(2026, 11, 20) << 1 << QDate(2026, 11, 23) << true;
    QTest::addRow("received on a Saturday") << QDate(2026, 11, 21) << 1 << QDate(2026, 11, 23) << true;
    QTest::addRow("zero days") << QDate(2026, 11, 21) << 0 << QDate(2026, 11, 21) << true;
    QTest::addRow("over the Spring Festival") << QDate(2026, 2, 13) << 2 << QDate(2026, 2, 24) << true;
    QTest::addRow("ten days over the festival and a make-up day")
        << QDate(2026, 2, 13) << 10 << QDate(2026, 3, 5) << true;
    QTest::addRow("twenty days over the National Day") << QDate(2026, 9, 24) << 20 << QDate(2026, 10, 29) << true;
    QTest::addRow("into the next year") << QDate(2025, 12, 30) << 3 << QDate(2026, 1, 5) << true;
    QTest::addRow("last known day") << QDate(2026, 12, 30) << 1 << QDate(2026, 12, 31) << true;
    QTest::addRow("beyond the known years") << QDate(2026, 12, 30) << 3 << QDate(2027, 1, 4) << false;
    QTest::addRow("far beyond") << QDate(2026, 12, 31) << 261 << QDate(2027, 12, 31) << false;
    QTest::addRow("before the known years") << QDate(2023, 12, 28) << 2 << QDate(2024, 1, 2) << false;
    QTest::addRow("zero days in an unknown year") << QDate(2027, 3, 1) << 0 << QDate(2027, 3, 1) << false;
    QTest::addRow("one day back over a weekend") << QDate(2026, 11, 23) << -1 << QDate(2026, 11, 20) << true;
    QTest::addRow("back over the festival") << QDate(2026, 2, 24) << -1 << QDate(2026, 2, 14) << true;
    QTest::addRow("back out of the known years") << QDate(2024, 1, 2) << -2 << QDate(2023, 12, 28) << false;
}

void TestWorkingCalendar::addWorkingDays_limits()
{
    QFETCH(QDate, from);
    QFETCH(int, days);
    const auto due = m_calendar.addWorkingDays(from, days);
    QTEST(due.date, "due");
    QTEST(due.certain, "certain");
}

void TestWorkingCalendar::addWorkingDays_invalidDate_isUncertain()
{
    const auto due = m_calendar.addWorkingDays({}, 5);
    QVERIFY(!due.date.isValid());
    QVERIFY(!due.certain);
}

void TestWorkingCalendar::addWorkingDays_farBeyond_countsWeeksQuickly()
{
    test::FairTimer timer;
    timer.start();
    const auto due = m_calendar.addWorkingDays({2026, 11, 21}, 100'000'000);
    QVERIFY(due.date.isValid() && !due.certain);
    QVERIFY(timer.elapsed() < 1000); // day by day this would take many seconds
    // 1000 weeks of five days after a Friday are 7000 days, wherever the counting starts inside them.
    const auto thousandWeeks = m_calendar.addWorkingDays({2027, 1, 1}, 5000);
    QCOMPARE(thousandWeeks.date, QDate(2027, 1, 1).addDays(7000));
}

void TestWorkingCalendar::addWorkingDays_noYearKnown_usesWeekends()
{
    const WorkingCalendar empty;
    const WorkingDay expected{QDate(2026, 10, 2), false};
    QVERIFY(empty.addWorkingDays({2026, 9, 25}, 5) == expected);
}

void TestWorkingCalendar::workingDaysBetween_spans_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<int>("days");
    QTest::addRow("same day") << QDate(2026, 11, 20) << QDate(2026, 11, 20) << 0;
    QTest::addRow("to the next day") << QDate(2026, 11, 19) << QDate(2026, 11, 20) << 1;
    QTest::addRow("over a weekend") << QDate(2026, 11, 20) << QDate(2026, 11, 23) << 1;
    QTest::addRow("ending on a Sunday") << QDate(2026, 11, 20) << QDate(2026, 11, 22) << 0;
    QTest::addRow("over the Spring Festival") << QDate(2026, 2, 13) << QDate(2026, 3, 5) << 10;
    QTest::addRow("the whole year") << QDate(2025, 12, 31) << QDate(2026, 12, 31) << 248;
    QTest::addRow("overdue by two days") << QDate(2026, 11, 24) << QDate(2026, 11, 20) << -2;
    QTest::addRow("no date") << QDate() << QDate(2026, 11, 20) << 0;
}

void TestWorkingCalendar::workingDaysBetween_spans()
{
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    QTEST(m_calendar.workingDaysBetween(from, to), "days");
}

void TestWorkingCalendar::workingDaysBetween_everyStart_reversesAdding()
{
    for (QDate from(2025, 12, 1); from < QDate(2026, 10, 15); from = from.addDays(1)) {
        for (const int days : {1, 5, 10, 20, -1, -10}) {
            const auto due = m_calendar.addWorkingDays(from, days);
            QVERIFY(m_calendar.isWorkingDay(due.date));
            QCOMPARE(m_calendar.workingDaysBetween(from, due.date), days);
        }
    }
}

void TestWorkingCalendar::parse_brokenCalendar_namesPlaceAndRule_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const QByteArray& years, const QString& place) {
        QTest::addRow("%s", name) << R"({"kind":"working-calendar","revision":1,"years":)" + years + '}' << place;
    };
    QTest::addRow("another kind") << R"({"kind":"code-table","revision":1,"years":[]})"_ba << u"kind"_s;
    QTest::addRow("no revision") << R"({"kind":"working-calendar","years":[1]})"_ba << u"revision"_s;
    row("no years", "[]", u"years"_s);
    row("year is no object", "[2026]", u"years[0].year"_s);
    row("year of two digits", R"([{"year":26,"holidays":{},"workdays":{}}])", u"years[0].year"_s);
    row("gap", R"([{"year":2024,"holidays":{},"workdays":{}},{"year":2026,"holidays":{},"workdays":{}}])",
        u"years[1].year"_s);
    row("no make-up days", R"([{"year":2026,"holidays":{}}])", u"years[0].workdays"_s);
    row("no such day", R"([{"year":2026,"holidays":{"2026-02-30":"春节"},"workdays":{}}])",
        u"years[0].holidays.2026-02-30"_s);
    row("day of another year", R"([{"year":2026,"holidays":{"2027-01-01":"元旦"},"workdays":{}}])",
        u"years[0].holidays.2027-01-01"_s);
    row("no name", R"([{"year":2026,"holidays":{"2026-01-01":""},"workdays":{}}])", u"years[0].holidays.2026-01-01"_s);
    row("make-up on a weekday", R"([{"year":2026,"holidays":{},"workdays":{"2026-01-05":"元旦"}}])",
        u"years[0].workdays.2026-01-05"_s);
    row("free and worked", R"([{"year":2026,"holidays":{"2026-01-04":"元旦"},"workdays":{"2026-01-04":"元旦"}}])",
        u"years[0].workdays.2026-01-04"_s);
}

void TestWorkingCalendar::parse_brokenCalendar_namesPlaceAndRule()
{
    QFETCH(QByteArray, json);
    const auto object = parseObject(json);
    QVERIFY(object);
    const auto calendar = WorkingCalendar::parse(*object);
    QVERIFY(!calendar);
    QCOMPARE(calendar.error().code, u"codes.calendar"_s);
    QTEST(calendar.error().fields.value(u"place"_s).toString(), "place");
    QVERIFY(!calendar.error().fields.value(u"rule"_s).toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestWorkingCalendar)
#include "test_working_calendar.moc"
