#include "modules/casework/CaseTable.h"
#include "modules/casework/NumberRanges.h"
#include "modules/store/Migration.h"
#include "tests/support/store/TestDatabase.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

class TestNumberRanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void issue_devices_neverShareASerial();
    void issue_repeatedRequest_answersTheSame();
    void issue_areas_countForThemselves();
    void issue_lastSerial_isGivenOutAndThenNoMore();

private:
    std::unique_ptr<store::Connection> m_connection;
};

void TestNumberRanges::init()
{
    auto opened = test::testDatabase();
    QVERIFY(opened);
    m_connection = std::move(*opened);
    QVERIFY(store::migrate(*m_connection, {caseSchema()}));
}

void TestNumberRanges::issue_devices_neverShareASerial()
{
    NumberRanges ranges(*m_connection);
    QSet<int> serials;
    for (int i = 0; i < 12; ++i) {
        const auto range = ranges.issue(u"210603"_s, u"desk-%1"_s.arg(i % 3), u"request-%1"_s.arg(i));
        QVERIFY(range);
        QCOMPARE(range->count(), NumberRanges::RangeSize);
        for (int serial = range->first; serial <= range->last; ++serial) {
            QVERIFY(!serials.contains(serial));
            serials.insert(serial);
        }
    }
    QCOMPARE(*std::min_element(serials.begin(), serials.end()), 1);
}

void TestNumberRanges::issue_repeatedRequest_answersTheSame()
{
    NumberRanges ranges(*m_connection);
    const auto first = ranges.issue(u"210603"_s, u"desk-1"_s, u"a"_s);
    const auto between = ranges.issue(u"210603"_s, u"desk-2"_s, u"a"_s); // another machine may use the same key
    const auto again = ranges.issue(u"210603"_s, u"desk-1"_s, u"a"_s);
    QVERIFY(first && between && again);
    QCOMPARE(*again, *first);
    QVERIFY(*between != *first);
}

void TestNumberRanges::issue_areas_countForThemselves()
{
    NumberRanges ranges(*m_connection);
    const auto district = ranges.issue(u"210603"_s, u"desk-1"_s, u"a"_s);
    const auto township =
        ranges.issue(u"210603001"_s, u"desk-2"_s, u"b"_s); // numbers carry six digits: the same district
    const auto elsewhere = ranges.issue(u"210682"_s, u"desk-3"_s, u"c"_s);
    QVERIFY(district && township && elsewhere);
    QCOMPARE(township->area, u"210603"_s);
    QCOMPARE(township->first, district->last + 1);
    QCOMPARE(elsewhere->first, 1);
}

void TestNumberRanges::issue_lastSerial_isGivenOutAndThenNoMore()
{
    NumberRanges ranges(*m_connection);
    int last = 0;
    for (int i = 0;; ++i) {
        QVERIFY(i < 1000);
        const auto range = ranges.issue(u"210603"_s, u"desk-1"_s, QString::number(i));
        if (!range) {
            QCOMPARE(range.error().code, u"casework.numbers-exhausted"_s);
            QCOMPARE(range.error().fields.value("area"_L1).toString(), u"210603"_s);
            break;
        }
        last = range->last;
    }
    QVERIFY(last <= NumberRanges::LastSerial);
    QVERIFY(last > NumberRanges::LastSerial - NumberRanges::RangeSize);
}

QTEST_GUILESS_MAIN(TestNumberRanges)
#include "test_number_ranges.moc"
