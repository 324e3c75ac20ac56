#include "Samples.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::registry;
using namespace Qt::StringLiterals;

class TestUnits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void put_unit_isFoundByIdAndCode();
    void put_conflicts_areRefused();
    void search_whatIsTyped_findsTheUnits_data();
    void search_whatIsTyped_findsTheUnits();
    void search_pages_coverAll();
    void search_everyWay_runsAlongAnIndex();

private:
    QStringList namesFor(const UnitSearch& wanted) const;

    std::unique_ptr<store::Connection> m_connection;
};

void TestUnits::initTestCase()
{
    m_connection = test::emptyRegister();
    Units units(*m_connection);
    QVERIFY(units.put(
        test::sampleUnit(1, u"丹东澈镕车桥配件有限公司"_s, u"澈镕车桥配件有限公司"_s, u"91220101MA0Y4XK15A"_s)));
    QVERIFY(units.put(
        test::sampleUnit(2, u"丹东沅垚海产品加工有限公司"_s, u"沅垚海产品加工有限公司"_s, u"12210600463800127P"_s)));
    auto other = test::sampleUnit(3, u"永康澈镕电动工具有限公司"_s, u"澈镕电动工具有限公司"_s, u"91320600MA1N2K3P9E"_s);
    other.area = u"330784001"_s;
    QVERIFY(units.put(other));
}

QStringList TestUnits::namesFor(const UnitSearch& wanted) const
{
    const auto page = Units(*m_connection).search(wanted);
    if (!page)
        return {page.error().code};
    QStringList names;
    for (const auto& unit : page->units)
        names.append(unit.name.left(4));
    return names;
}

void TestUnits::put_unit_isFoundByIdAndCode()
{
    Units units(*m_connection);
    auto unit = test::sampleUnit(1, u"丹东澈镕车桥配件有限公司"_s, u"澈镕车桥配件有限公司"_s, u"91220101MA0Y4XK15A"_s);
    unit.version = 1;
    QCOMPARE(**units.byId(unit.id), unit);
    QCOMPARE(**units.byCreditCode(unit.creditCode), unit);
    QVERIFY(!units.byCreditCode(u"911"_s)->has_value());
}

void TestUnits::put_conflicts_areRefused()
{
    Units units(*m_connection);
    auto unit = **units.byId(test::sampleId(2));
    QCOMPARE(units.put(test::sampleUnit(8, u"另一家"_s, {}, unit.creditCode)).error().code, u"registry.number-taken"_s);
    unit.closedOn = QDate(2026, 10, 1);
    QCOMPARE(units.put(unit)->version, 2);
    QCOMPARE(units.put(unit).error().code, u"registry.changed"_s);
    unit.id = test::sampleId(77);
    QCOMPARE(units.put(unit).error().code, u"registry.unit-unknown"_s);
}

void TestUnits::search_whatIsTyped_findsTheUnits_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("area");
    QTest::addColumn<QStringList>("expected");
    QTest::addRow("name") << u"丹东澈镕"_s << QString() << QStringList{u"丹东澈镕"_s};
    QTest::addRow("town alone") << u"丹东"_s << QString() << QStringList{u"丹东沅垚"_s, u"丹东澈镕"_s};
    QTest::addRow("trade name") << u"澈镕"_s << QString() << QStringList{u"永康澈镕"_s, u"丹东澈镕"_s};
    QTest::addRow("trade name within a city") << u"澈镕"_s << u"2106"_s << QStringList{u"丹东澈镕"_s};
    QTest::addRow("initials") << u"ddcr"_s << QString() << QStringList{u"丹东澈镕"_s};
    QTest::addRow("initials of the trade name") << u"CRDD"_s << QString() << QStringList{u"永康澈镕"_s};
    QTest::addRow("credit code") << u"91320600MA1N2K3P9E"_s << QString() << QStringList{u"永康澈镕"_s};
    QTest::addRow("beginning of a credit code") << u"9122"_s << QString() << QStringList{u"丹东澈镕"_s};
    QTest::addRow("nobody") << u"长春"_s << QString() << QStringList{};
    QTest::addRow("too little") << u"91"_s << QString() << QStringList{u"registry.query"_s};
}

void TestUnits::search_whatIsTyped_findsTheUnits()
{
    QFETCH(QString, typed);
    QFETCH(QString, area);
    QTEST(namesFor({typed, area}), "expected");
}

void TestUnits::search_pages_coverAll()
{
    Units units(*m_connection);
    const auto first = units.search({u"澈镕"_s, {}, 1, {}});
    QCOMPARE(first->units.size(), 1);
    const auto second = units.search({u"澈镕"_s, {}, 1, first->next});
    QCOMPARE(second->units.size(), 1);
    QVERIFY(second->units.first().id != first->units.first().id);
    QVERIFY(second->next.isEmpty());
    QCOMPARE(units.search({u"澈镕"_s, {}, 1, u"9.x"_s}).error().code, u"registry.cursor"_s);
}

void TestUnits::search_everyWay_runsAlongAnIndex()
{
    if (test::isOnPostgres())
        QSKIP("the plans that are read here are SQLite's");
    test::PlanRecorder recorder(*m_connection);
    for (const auto& typed : {u"没有"_s, u"zzz"_s, u"9132"_s})
        QVERIFY(Units(recorder).search({typed}));
    const auto plan = recorder.plan.join(u'\n');
    QCOMPARE(recorder.plan.size(), 5);
    QVERIFY2(!plan.contains(u"SCAN"_s) && !plan.contains(u"TEMP B-TREE"_s), qPrintable(plan));
}

QTEST_GUILESS_MAIN(TestUnits)
#include "test_units.moc"
