#include "KitTest.h"

#include "app/counter/kit/ComparisonTable.h"
#include "app/counter/kit/PagedRows.h"
#include "app/counter/kit/PagedTableView.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnAnyWarning(); }
    void paged_halfAMillionRows_asksOnlyForWhatIsSeen();
    void paged_lateAnswer_isDropped();
    void paged_manyPages_forgetsTheOldest();
    void table_refresh_findsTheRowAgainWhenItComesIn();
    void table_keys_openCopyAndJump();
    void table_reachedByTab_showsWhichRowItTellsOf();
    void table_headClick_asksForTheOrder();
    void table_columnState_isRemembered();
    void comparison_differences_areMarkedAndFound();
    void comparison_givenMoreRoom_needsNoMoreLines_data();
    void comparison_givenMoreRoom_needsNoMoreLines();

private:
    static QVector<TableHead> heads()
    {
        return {{u"no"_s, u"受理号"_s}, {u"name"_s, u"申请人"_s}, {u"sum"_s, u"金额"_s, true}};
    }

    static QVector<TableLine> lines(int first, int count)
    {
        QVector<TableLine> rows;
        for (int i = first; i < first + count; ++i)
            rows.append(
                {u"id%1"_s.arg(i), {{u"no%1"_s.arg(i)}, {u"王*兰"_s, Tone::Bad, Mark::Cross}, {QString::number(i)}}});
        return rows;
    }

    static void answer(PagedRows* rows)
    {
        connect(rows, &PagedRows::rowsWanted, rows,
            [rows](int generation, int first, int count) { rows->deliver(generation, first, lines(first, count)); });
    }
};

void TestTables::initTestCase()
{
    dress(lookAt());
    QVERIFY(gallery::speakChinese());
}

void TestTables::paged_halfAMillionRows_asksOnlyForWhatIsSeen()
{
    PagedTableView table(lookAt(), u"办件列表"_s);
    PagedRows rows(heads());
    answer(&rows);
    QSignalSpy wanted(&rows, &PagedRows::rowsWanted);
    QSignalSpy selected(&table, &PagedTableView::rowSelected);
    table.setModel(&rows);
    rows.start(500'000);
    table.resize(500, 300);
    QVERIFY(showActive(&table));
    QTRY_COMPARE(rows.idAt(0), u"id0"_s);
    QVERIFY2(wanted.size() <= 2, qPrintable(QString::number(wanted.size())));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_End);
    QTRY_COMPARE(table.currentId(), u"id499999"_s);
    QCOMPARE(selected.back().front().toString(), u"id499999"_s); // told as soon as the row is there
    QVERIFY2(wanted.size() <= 5, qPrintable(QString::number(wanted.size())));
    QCOMPARE(wanted.back().at(1).toInt() % PagedRows::pageSize, 0);
    QVERIFY(!table.isEverythingSelected());
    const qsizetype asked = wanted.size();
    table.selectAll();
    QVERIFY(table.isEverythingSelected());
    QVERIFY(table.copyText().count(u'\n') < 1000); // does not load half a million rows
    QTest::qWait(0);
    QCOMPARE(wanted.size(), asked);
}

void TestTables::paged_lateAnswer_isDropped()
{
    PagedRows rows(heads());
    const int old = rows.start(100);
    const int now = rows.start(50);
    rows.deliver(old, 0, lines(0, 100));
    QVERIFY(rows.idAt(0).isEmpty());
    rows.deliver(now, 0, lines(0, 50));
    QCOMPARE(rows.idAt(49), u"id49"_s);
    QVERIFY(rows.idAt(50).isEmpty());
}

void TestTables::paged_manyPages_forgetsTheOldest()
{
    PagedRows rows(heads());
    const int generation = rows.start(100'000);
    for (int page = 0; page < 100; ++page)
        rows.deliver(generation, page * PagedRows::pageSize, lines(page * PagedRows::pageSize, PagedRows::pageSize));
    QVERIFY(rows.idAt(0).isEmpty());
    QCOMPARE(rows.idAt(9'999), u"id9999"_s);
    QSignalSpy wanted(&rows, &PagedRows::rowsWanted);
    QCOMPARE(rows.index(5, 0).data().toString(), QString()); // touching it asks again, later, once
    QCOMPARE(rows.index(6, 0).data().toString(), QString());
    QCOMPARE(wanted.size(), 0);
    QTRY_COMPARE(wanted.size(), 1);
}

void TestTables::table_refresh_findsTheRowAgainWhenItComesIn()
{
    PagedTableView table(lookAt(), u"办件列表"_s);
    PagedRows rows(heads());
    table.setModel(&rows);
    int generation = rows.start(300);
    rows.deliver(generation, 100, lines(100, 100));
    QSignalSpy selected(&table, &PagedTableView::rowSelected);
    table.setCurrentIndex(rows.index(105, 0));
    QCOMPARE(table.currentId(), u"id105"_s);
    QCOMPARE(selected.size(), 1);
    generation = rows.start(301);
    QVERIFY(table.currentId().isEmpty());
    QVector<TableLine> shifted = lines(99, 100); // one new row above pushed everything down
    rows.deliver(generation, 100, shifted);
    QCOMPARE(table.currentIndex().row(), 106);
    QCOMPARE(table.currentId(), u"id105"_s);
    QCOMPARE(selected.size(), 1);
}

void TestTables::table_keys_openCopyAndJump()
{
    PagedTableView table(lookAt(), u"办件列表"_s);
    PagedRows rows(heads());
    table.setModel(&rows);
    rows.deliver(rows.start(5), 0, lines(0, 5));
    table.resize(500, 300);
    QVERIFY(showActive(&table));
    table.setFocus();
    table.selectRow(1);
    QSignalSpy chosen(&table, &PagedTableView::rowChosen);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(chosen.front().front().toString(), u"id1"_s);
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table.selectedIds(), (QStringList{u"id1"_s, u"id2"_s}));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"no1\t王*兰\t1\nno2\t王*兰\t2"_s); // as shown: masked
    table.setColumnHidden(1, true);
    table.horizontalHeader()->moveSection(2, 0);
    QCOMPARE(table.copyText(), u"1\tno1\n2\tno2"_s);
    QTest::keyClick(&table, Qt::Key_Home);
    QCOMPARE(table.currentId(), u"id0"_s);
    QTest::keyClick(&table, Qt::Key_End);
    QCOMPARE(table.currentId(), u"id4"_s);
    QVERIFY(!table.grab().isNull());
}

void TestTables::table_reachedByTab_showsWhichRowItTellsOf()
{
    QWidget page;
    auto* line = new QLineEdit;
    auto* table = new PagedTableView(lookAt(), u"办件列表"_s);
    auto* column = new QVBoxLayout(&page);
    column->addWidget(line);
    column->addWidget(table);
    PagedRows rows(heads());
    table->setModel(&rows);
    rows.deliver(rows.start(5), 0, lines(0, 5));
    QVERIFY(showActive(&page));
    line->setFocus();
    QSignalSpy selected(table, &PagedTableView::rowSelected);
    QTest::keyClick(line, Qt::Key_Tab);
    QVERIFY(table->hasFocus());
    QCOMPARE(selected.size(), 1);
    QCOMPARE(table->selectedIds(), QStringList{selected.front().front().toString()});
}

void TestTables::table_headClick_asksForTheOrder()
{
    PagedTableView table(lookAt(), u"办件列表"_s);
    PagedRows rows(heads());
    QSignalSpy sorted(&rows, &PagedRows::sortWanted);
    table.setModel(&rows);
    rows.deliver(rows.start(5), 0, lines(0, 5));
    table.resize(500, 300);
    QVERIFY(showActive(&table));
    sorted.clear();
    const int x = table.columnViewportPosition(1) + 20;
    QTest::mouseClick(table.horizontalHeader()->viewport(), Qt::LeftButton, {}, QPoint(x, 10));
    QCOMPARE(sorted.size(), 1);
    QCOMPARE(sorted.front().front().toString(), u"name"_s);
    QTest::mouseClick(table.horizontalHeader()->viewport(), Qt::LeftButton, {}, QPoint(x, 10));
    QVERIFY(sorted.at(0).at(1) != sorted.at(1).at(1));
}

void TestTables::table_columnState_isRemembered()
{
    PagedRows rows(heads());
    rows.start(0);
    PagedTableView before(lookAt(), u"办件列表"_s);
    before.setModel(&rows);
    before.setColumnHidden(1, true);
    before.setColumnWidth(0, 222);
    QSignalSpy sorted(&rows, &PagedRows::sortWanted);
    PagedTableView after(lookAt(), u"办件列表"_s);
    after.setModel(&rows);
    sorted.clear();
    QVERIFY(after.restoreColumnState(before.columnState()));
    QVERIFY(after.isColumnHidden(1));
    QCOMPARE(after.columnWidth(0), 222);
    QCOMPARE(sorted.size(), 0);
    QVERIFY(!after.restoreColumnState("nonsense"));
}

void TestTables::comparison_differences_areMarkedAndFound()
{
    ComparisonTable table(lookAt(), u"对比"_s);
    table.setHeads(u"项目"_s, u"申报"_s, u"登记库"_s);
    table.setRows({{u"姓名"_s, u"王桂兰"_s, u"王桂兰"_s}, {u"电话"_s, u"13898712206"_s, u"13304150087"_s, true},
        {u"原因"_s, u"甲"_s, u"乙"_s, true}});
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table.differences(), 2);
    QVERIFY(table.goToNextDifference());
    QCOMPARE(table.currentIndex().row(), 1);
    QVERIFY(table.currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"不一致"_s));
    QVERIFY(table.currentIndex().data(TableMarkRole).isValid());
    QVERIFY(table.goToNextDifference());
    QVERIFY(table.goToNextDifference());
    QCOMPARE(table.currentIndex().row(), 1); // round again
    table.resize(400, table.sizeHint().height());
    QVERIFY(showActive(&table));
    QCOMPARE(table.rowAt(table.viewport()->height() - 2), 2); // all rows are seen
    table.setRows({{u"姓名"_s, u"王桂兰"_s, u"王桂兰"_s}});
    QVERIFY(!table.goToNextDifference());
}

void TestTables::comparison_givenMoreRoom_needsNoMoreLines_data()
{
    QTest::addColumn<bool>("head");
    QTest::newRow("with its head") << true;
    QTest::newRow("below another table, without one") << false;
}

// Rows that wrapped while the table was narrow take one line again as soon as their words fit.
void TestTables::comparison_givenMoreRoom_needsNoMoreLines()
{
    QFETCH(bool, head);
    const Look look = lookAt();
    ComparisonTable table(look, u"对比"_s);
    table.setHeads(u"项目"_s, u"申报"_s, u"登记库"_s, u"来源"_s);
    table.setFirstColumnCharacters(7);
    table.horizontalHeader()->setVisible(head);
    table.setRows({{u"证件号码"_s, u"210603198001010022"_s, u"210603198001010022"_s, false, u"登记库"_s}});
    table.resize(300, 200);
    QVERIFY(showActive(&table));
    QTRY_VERIFY(table.rowHeight(0) > look.metrics().rowHeight);
    table.resize(900, 200);
    QTRY_COMPARE(table.rowHeight(0), look.metrics().rowHeight);
    QTRY_COMPARE(table.sizeHint().height(), look.metrics().rowHeight + (head ? table.horizontalHeader()->height() : 0));
    table.resize(300, 200);
    QTRY_VERIFY(table.rowHeight(0) > look.metrics().rowHeight);
}

QTEST_MAIN(TestTables)
#include "test_tables.moc"
