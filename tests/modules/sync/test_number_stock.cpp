#include "modules/sync/NumberStock.h"
#include "tests/support/sync/Counter.h"

#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;
using sync::NumberStock;

namespace {
const QString Area = u"210603"_s;
const QDate Friday{2026, 11, 20};
const QDate Saturday{2026, 11, 21};
} // namespace

class TestNumberStock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void take_areaDayAndSerial_makeTheNumber();
    void take_longAreaCode_countsItsFirstSixDigits();
    void take_untilTheEnd_givesEachNumberOnceAndThenFails();
    void take_secondRange_comesAfterTheFirst();
    void take_anotherDay_beginsTheRangeAgain();
    void take_otherArea_hasNoNumbers();
    void add_sameRangeTwice_countsOnce();
    void take_storeFails_burnsNoNumber();
    void needsRefill_belowAQuarter_only_data();
    void needsRefill_belowAQuarter_only();

private:
    std::unique_ptr<store::Connection> m_machine;
};

void TestNumberStock::init()
{
    auto machine = test::Counter::emptyMachineStore();
    QVERIFY(machine);
    m_machine = std::move(*machine);
}

void TestNumberStock::take_areaDayAndSerial_makeTheNumber()
{
    NumberStock stock(*m_machine);
    QVERIFY(stock.add({Area, 201, 400}));
    QCOMPARE(stock.take(Area, Friday), u"2106032026112000201"_s);
    QCOMPARE(stock.take(Area, Friday), u"2106032026112000202"_s);
    QCOMPARE(stock.left(Area, Friday), 198);
}

void TestNumberStock::take_longAreaCode_countsItsFirstSixDigits()
{
    NumberStock stock(*m_machine);
    QVERIFY(stock.add({Area, 1, 200}));
    QCOMPARE(stock.take(u"210603001001"_s, Friday), u"2106032026112000001"_s);
    QCOMPARE(stock.left(u"210603001001"_s, Friday), 199);
}

void TestNumberStock::take_untilTheEnd_givesEachNumberOnceAndThenFails()
{
    NumberStock stock(*m_machine);
    QVERIFY(stock.add({Area, 1, 120}));
    QVERIFY(stock.add({Area, 99'901, 99'999}));
    QSet<QString> seen;
    for (int i = 0; i < 219; ++i) {
        const auto number = stock.take(Area, Friday);
        QVERIFY(number);
        QCOMPARE(number->size(), 19);
        seen.insert(*number);
    }
    QCOMPARE(seen.size(), 219);
    QCOMPARE(stock.left(Area, Friday), 0);
    const auto none = stock.take(Area, Friday);
    QVERIFY(!none);
    QCOMPARE(none.error().code, u"sync.numbers"_s);
}

void TestNumberStock::take_secondRange_comesAfterTheFirst()
{
    NumberStock stock(*m_machine);
    QVERIFY(stock.add({Area, 401, 402}));
    QVERIFY(stock.add({Area, 1, 1}));
    QCOMPARE(stock.take(Area, Friday), u"2106032026112000001"_s);
    QCOMPARE(stock.take(Area, Friday), u"2106032026112000401"_s);
}

void TestNumberStock::take_anotherDay_beginsTheRangeAgain()
{
    NumberStock stock(*m_machine);
    QVERIFY(stock.add({Area, 1, 1}));
    QCOMPARE(stock.take(Area, Friday), u"2106032026112000001"_s);
    QVERIFY(!stock.take(Area, Friday));
    QCOMPARE(stock.left(Area, Saturday), 1);
    QCOMPARE(stock.take(Area, Saturday), u"2106032026112100001"_s);
}

void TestNumberStock::take_otherArea_hasNoNumbers()
{
    NumberStock stock(*m_machine);
    QVERIFY(stock.add({Area, 1, 200}));
    QCOMPARE(stock.left(u"210682"_s, Friday), 0);
    QCOMPARE(stock.take(u"210682"_s, Friday).error().code, u"sync.numbers"_s);
}

void TestNumberStock::add_sameRangeTwice_countsOnce()
{
    NumberStock stock(*m_machine);
    QVERIFY(stock.add({Area, 1, 200}));
    QVERIFY(stock.add({Area, 1, 200}));
    QCOMPARE(stock.left(Area, Friday), 200);
}

void TestNumberStock::take_storeFails_burnsNoNumber()
{
    QVERIFY(NumberStock(*m_machine).add({Area, 1, 200}));
    test::FailingConnection failing(*m_machine);
    int statement = 1;
    for (;; ++statement) {
        failing.failAt(statement);
        if (NumberStock(failing).take(Area, Friday))
            break;
        QCOMPARE(NumberStock(*m_machine).left(Area, Friday), 200);
    }
    QVERIFY(statement > 1);
    QCOMPARE(NumberStock(*m_machine).left(Area, Friday), 199);
}

void TestNumberStock::needsRefill_belowAQuarter_only_data()
{
    QTest::addColumn<int>("left");
    QTest::addColumn<bool>("needed");
    QTest::newRow("none left") << 0 << true;
    QTest::newRow("one below a quarter") << 49 << true;
    QTest::newRow("a quarter") << 50 << false;
    QTest::newRow("a full range") << 200 << false;
}

void TestNumberStock::needsRefill_belowAQuarter_only()
{
    QFETCH(const int, left);
    QTEST(NumberStock::needsRefill(left), "needed");
}

QTEST_GUILESS_MAIN(TestNumberStock)
#include "test_number_stock.moc"
