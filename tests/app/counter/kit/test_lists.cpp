#include "KitTest.h"

#include "app/counter/kit/CaseStrip.h"
#include "app/counter/kit/EntryView.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/NavigationRail.h"
#include "app/counter/kit/PagedRows.h"
#include "app/counter/kit/ThumbnailStrip.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnAnyWarning(); }
    void models_all_keepTheRules();
    void rail_keys_moveAndOpen();
    void rail_countChanged_isSpoken();
    void materials_refresh_keepsTheSelectedPaper();
    void materials_everyState_hasItsOwnMark();
    void thumbnails_keys_openMoveRemoveAdd();
    void thumbnails_pageRemoved_selectsItsNeighbour();
    void entries_refresh_keepsTheSelectionSilently();
    void entries_pageKeys_stayWithThePage();
    void cases_step_goesRound();

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

void TestLists::initTestCase()
{
    dress(lookAt());
    QVERIFY(gallery::speakChinese());
}

void TestLists::models_all_keepTheRules()
{
    const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    NavigationRows navigation;
    QAbstractItemModelTester navigationTester(&navigation, mode);
    navigation.setItems({{u"home"_s, Glyph::Home, u"工作台"_s}, {u"todo"_s, Glyph::ClipboardCheck, u"待办"_s, 3}});
    navigation.setCount(u"todo"_s, 4);
    navigation.setOpen(u"home"_s);
    MaterialRows materials;
    QAbstractItemModelTester materialsTester(&materials, mode);
    materials.setRows({{u"id"_s, u"身份证"_s, u"免交"_s, {}, MaterialState::Complete}});
    PageThumbs thumbs;
    QAbstractItemModelTester thumbsTester(&thumbs, mode);
    thumbs.setPages({{u"1"_s, {}, {}, Tone::Normal}});
    thumbs.setAddText(u"扫描"_s);
    QCOMPARE(thumbs.rowCount(), 2);
    EntryRows entries;
    QAbstractItemModelTester entriesTester(&entries, mode);
    entries.setEntries({{u"1"_s, u"王桂兰"_s, u"剩 10 天"_s, Tone::Normal, u"失业"_s, u"11-21"_s}});
    PagedRows paged(heads());
    QAbstractItemModelTester pagedTester(&paged, mode);
    answer(&paged);
    paged.start(250);
    QTRY_COMPARE(paged.idAt(1), u"id1"_s);
}

void TestLists::rail_keys_moveAndOpen()
{
    NavigationRail rail(lookAt());
    rail.setItems({{u"home"_s, Glyph::Home, u"工作台"_s}, {u"intake"_s, Glyph::FilePlus, u"受理"_s},
        {u"todo"_s, Glyph::ClipboardCheck, u"待办"_s}});
    rail.setOpenPage(u"home"_s);
    QSignalSpy chosen(&rail, &NavigationRail::pageChosen);
    rail.resize(84, 300);
    QVERIFY(showActive(&rail));
    rail.setFocus();
    QTest::keyClick(&rail, Qt::Key_Down);
    QTest::keyClick(&rail, Qt::Key_Down);
    QCOMPARE(chosen.size(), 0); // moving is not opening
    QCOMPARE(rail.openPage(), u"home"_s);
    QTest::keyClick(&rail, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toString(), u"todo"_s);
    QCOMPARE(rail.openPage(), u"todo"_s);
    QTest::mouseClick(rail.viewport(), Qt::LeftButton, {}, rail.visualRect(rail.model()->index(1, 0)).center());
    QCOMPARE(rail.openPage(), u"intake"_s);
}

void TestLists::rail_countChanged_isSpoken()
{
    NavigationRail rail(lookAt());
    rail.setItems({{u"todo"_s, Glyph::ClipboardCheck, u"待办"_s}});
    QCOMPARE(rail.model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"待办"_s);
    rail.setCount(u"todo"_s, 5);
    QCOMPARE(rail.model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"待办，5 条新消息"_s);
}

void TestLists::materials_refresh_keepsTheSelectedPaper()
{
    MaterialList list(lookAt());
    const MaterialRow id{u"id"_s, u"身份证"_s, u"免交"_s, {}, MaterialState::Complete};
    const MaterialRow form{u"form"_s, u"申领表"_s, u"待签字"_s, u"必需"_s, MaterialState::Attention};
    const MaterialRow photo{u"photo"_s, u"照片"_s, u"可容缺"_s, {}, MaterialState::Open};
    list.setRows({id, form, photo});
    list.setCurrentId(u"form"_s);
    list.setRows({id, photo, form});
    QCOMPARE(list.currentId(), u"form"_s);
    QCOMPARE(list.currentIndex().row(), 2);
    QVERIFY(list.currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"待签字"_s)); // the state in words
    QSignalSpy chosen(&list, &MaterialList::rowChosen);
    list.resize(280, 200);
    QVERIFY(showActive(&list));
    QTest::keyClick(&list, Qt::Key_Up);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(chosen.front().front().toString(), u"photo"_s);
    QCOMPARE(list.sizeHint().height(), 3 * list.sizeHintForRow(0)); // as tall as its rows
}

void TestLists::materials_everyState_hasItsOwnMark()
{
    QList<Mark> marks;
    for (const auto state :
        {MaterialState::Open, MaterialState::Complete, MaterialState::Attention, MaterialState::Refused}) {
        QVERIFY(!marks.contains(markOf(state)));
        marks.append(markOf(state));
    }
}

void TestLists::thumbnails_keys_openMoveRemoveAdd()
{
    ThumbnailStrip strip(lookAt());
    strip.setPages(
        {{u"a"_s, {}, {}, Tone::Normal}, {u"b"_s, QImage(60, 80, QImage::Format_RGB32), u"偏斜"_s, Tone::Attention}});
    strip.setAddText(u"扫描 F4"_s);
    strip.resize(300, 130);
    QVERIFY(showActive(&strip));
    QSignalSpy chosen(&strip, &ThumbnailStrip::pageChosen);
    QSignalSpy moved(&strip, &ThumbnailStrip::moveRequested);
    QSignalSpy removed(&strip, &ThumbnailStrip::removeRequested);
    QSignalSpy added(&strip, &ThumbnailStrip::addRequested);
    strip.setFocus();
    strip.setCurrentIndex(strip.model()->index(0, 0));
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.currentId(), u"b"_s);
    QVERIFY(strip.currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"第 2 页，共 2 页"_s));
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QTest::keyClick(&strip, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.front().at(1).toInt(), 0);
    QTest::keyClick(&strip, Qt::Key_Right, Qt::ControlModifier); // there is nowhere to go
    QCOMPARE(moved.size(), 1);
    QTest::keyClick(&strip, Qt::Key_Delete);
    QCOMPARE(removed.front().front().toString(), u"b"_s);
    QTest::keyClick(&strip, Qt::Key_Right);
    QTest::keyClick(&strip, Qt::Key_Delete); // the last tile is no page
    QCOMPARE(removed.size(), 1);
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(added.size(), 1);
    QVERIFY(!strip.grab().isNull());
}

void TestLists::thumbnails_pageRemoved_selectsItsNeighbour()
{
    ThumbnailStrip strip(lookAt());
    const PageThumb a{u"a"_s, {}, {}, Tone::Normal};
    const PageThumb b{u"b"_s, {}, {}, Tone::Normal};
    const PageThumb c{u"c"_s, {}, {}, Tone::Normal};
    strip.setPages({a, b, c});
    strip.setCurrentIndex(strip.model()->index(1, 0));
    strip.setPages({a, c});
    QCOMPARE(strip.currentId(), u"c"_s);
    strip.setPages({c, a});
    QCOMPARE(strip.currentId(), u"c"_s);
    QCOMPARE(strip.currentIndex().row(), 0);
}

void TestLists::entries_refresh_keepsTheSelectionSilently()
{
    EntryView view(lookAt(), u"待审核队列"_s);
    EntryRows rows;
    view.setModel(&rows);
    const Entry a{u"a"_s, u"李成林"_s, {}, Tone::Bad, {}, {}};
    const Entry b{u"b"_s, u"王桂兰"_s, {}, Tone::Normal, {}, {}};
    rows.setEntries({a, b});
    QSignalSpy selected(&view, &EntryView::entrySelected);
    QVERIFY(view.setCurrentId(u"b"_s));
    QCOMPARE(selected.size(), 1);
    rows.setEntries({b, a});
    QCOMPARE(view.currentId(), u"b"_s);
    QCOMPARE(selected.size(), 1); // the page must not load the case again
    QVERIFY(view.step(1));
    QCOMPARE(view.currentId(), u"a"_s);
    QVERIFY(!view.step(1));
    QVERIFY(!view.setCurrentId(u"gone"_s));
}

void TestLists::entries_pageKeys_stayWithThePage()
{
    EntryView view(lookAt(), u"待审核队列"_s);
    EntryRows rows;
    view.setModel(&rows);
    QVector<Entry> many;
    for (int i = 0; i < 30; ++i)
        many.append({QString::number(i), u"王桂兰"_s, {}, Tone::Normal, {}, {}});
    rows.setEntries(many);
    view.setCurrentId(u"3"_s);
    view.resize(300, 300);
    QVERIFY(showActive(&view));
    QTest::keyClick(&view, Qt::Key_PageDown);
    QCOMPARE(view.currentId(), u"3"_s);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentId(), u"4"_s);
    QSignalSpy chosen(&view, &EntryView::entryChosen);
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(chosen.size(), 1);
}

void TestLists::cases_step_goesRound()
{
    CaseStrip strip(lookAt());
    const QVector<OpenCase> cases{
        {u"1"_s, u"王桂兰"_s, u"失业保险金申领"_s, false}, {u"2"_s, u"赵金花"_s, u"社保卡申领"_s, true}};
    QSignalSpy chosen(&strip, &CaseStrip::caseChosen);
    strip.setCases(cases, u"2"_s);
    QCOMPARE(strip.currentId(), u"2"_s);
    QCOMPARE(chosen.size(), 0);
    strip.step(1);
    QCOMPARE(strip.currentId(), u"1"_s);
    strip.step(-1);
    QCOMPARE(strip.currentId(), u"2"_s);
    QCOMPARE(chosen.size(), 2);
    QSignalSpy closing(&strip, &CaseStrip::closeRequested);
    QVERIFY(showActive(&strip));
    QTest::keyClick(&strip, Qt::Key_Delete);
    QCOMPARE(closing.front().front().toString(), u"2"_s);
    QVERIFY(strip.tabToolTip(1).contains(u"尚未暂存"_s));
    QVERIFY(!strip.grab().isNull());
    strip.setCases({}, {});
    QVERIFY(strip.isHidden());
}

QTEST_MAIN(TestLists)
#include "test_lists.moc"
