#include "app/counter/kit/EntryTree.h"
#include "KitTest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

// Trees that are in memory.
class TestTrees : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entries_inAnyOrder_standUnderTheirParents();
    void entries_inARing_areAllThere();
    void entries_anew_keepWhatWasChosenAndClosed();
    void keys_walkTheTree_pageKeysStayWithThePage();

private:
    static QVector<TreeEntry> sample()
    {
        return {{u"hall"_s, u"city"_s, u"振兴区大厅"_s}, {u"city"_s, {}, u"丹东市人社局"_s},
            {u"street"_s, u"hall"_s, u"站前街道"_s}, {u"lost"_s, u"moon"_s, u"无上级"_s}};
    }
};

void TestTrees::entries_inAnyOrder_standUnderTheirParents()
{
    EntryTreeRows rows(lookAt());
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.setEntries(sample());
    QCOMPARE(rows.rowCount(), 2); // the city, and the one whose parent is not there
    const auto city = rows.indexOf(u"city"_s);
    QCOMPARE(city.row(), 0);
    QCOMPARE(rows.rowCount(city), 1);
    QCOMPARE(rows.index(0, 0, city).data().toString(), u"振兴区大厅"_s);
    QCOMPARE(rows.indexOf(u"street"_s).parent().parent(), city);
    QVERIFY(!rows.indexOf(u"gone"_s).isValid());
    rows.setEntries({});
    QCOMPARE(rows.rowCount(), 0);
}

void TestTrees::entries_inARing_areAllThere()
{
    EntryTreeRows rows(lookAt());
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.setEntries({{u"a"_s, u"b"_s, u"甲"_s}, {u"b"_s, u"a"_s, u"乙"_s}, {u"c"_s, u"c"_s, u"丙"_s}});
    for (const auto& id : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(rows.indexOf(id).isValid());
    QCOMPARE(rows.rowCount(), 2);
}

void TestTrees::entries_anew_keepWhatWasChosenAndClosed()
{
    EntryTree tree(lookAt(), u"机构"_s);
    tree.setEntries(sample());
    const auto* rows = qobject_cast<const EntryTreeRows*>(tree.model());
    QVERIFY(tree.isExpanded(rows->indexOf(u"city"_s))); // what is new is open
    QSignalSpy selected(&tree, &EntryTree::entrySelected);
    QVERIFY(tree.setCurrentId(u"lost"_s));
    QCOMPARE(selected.size(), 1);
    tree.collapse(rows->indexOf(u"hall"_s));
    auto more = sample();
    more.prepend({u"new"_s, u"hall"_s, u"新社区"_s});
    tree.setEntries(more);
    QCOMPARE(tree.currentId(), u"lost"_s);
    QCOMPARE(selected.size(), 1); // the page must not load it again
    QVERIFY(!tree.isExpanded(rows->indexOf(u"hall"_s)));
    QVERIFY(tree.isExpanded(rows->indexOf(u"city"_s)));
    QVERIFY(!tree.setCurrentId(u"gone"_s));
    QVERIFY(tree.setCurrentId(u"street"_s));
    QVERIFY(tree.isExpanded(rows->indexOf(u"hall"_s))); // what stands above opens
}

void TestTrees::keys_walkTheTree_pageKeysStayWithThePage()
{
    EntryTree tree(lookAt(), u"机构"_s);
    tree.resize(300, 200);
    tree.setEntries(sample());
    QVERIFY(showActive(&tree));
    tree.setCurrentId(u"city"_s);
    QTest::keyClick(&tree, Qt::Key_Down);
    QCOMPARE(tree.currentId(), u"hall"_s);
    QTest::keyClick(&tree, Qt::Key_Left); // closes
    QTest::keyClick(&tree, Qt::Key_Down);
    QCOMPARE(tree.currentId(), u"lost"_s);
    QTest::keyClick(&tree, Qt::Key_PageUp);
    QCOMPARE(tree.currentId(), u"lost"_s);
    QVERIFY(!tree.grab().isNull());
}

QTEST_MAIN(TestTrees)
#include "test_trees.moc"
