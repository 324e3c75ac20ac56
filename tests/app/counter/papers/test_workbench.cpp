#include "devices/scanner/PageSkew.h"
#include "PageDesk.h"

#include <QAbstractItemModelTester>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using Pages = QList<casework::Page>;

// The workbench for scanned pages, by its keys and by the mouse, on the real page and the simulated scanner.
class TestWorkbench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void bench_withoutPages_staysClosed();
    void bench_opened_goesThroughThePages();
    void tool_changesThePage_data();
    void tool_changesThePage();
    void tool_thatCannot_saysWhy_data();
    void tool_thatCannot_saysWhy();
    void faults_areTold_withWhatToDo_data();
    void faults_areTold_withWhatToDo();
    void page_straightened_isStraight();
    void pages_areMoved_andRemoved();
    void blankPages_areRemoved();
    void lastPage_removed_closes();
    void cards_joined_areOneSheet();
    void page_scannedAgain_takesItsPlace();
    void document_staysAsItCame();
    void buttons_doTheSame();
    void zoom_makesThePageLarger();
    void pageOfAPerson_isWorkedOn();

private:
    bool work(const QStringList& pages, int count = -1);
    bool drop(const QString& path);

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<PageDesk> m_desk;
};

void TestWorkbench::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall));
    QVERIFY(m_hall->open());
}

void TestWorkbench::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestWorkbench::cleanup()
{
    m_desk.reset();
    m_machine.reset();
}

bool TestWorkbench::work(const QStringList& pages, int count)
{
    m_machine->layPages(pages);
    m_desk = std::make_unique<PageDesk>(*m_machine);
    return m_desk->beginWork(count < 0 ? int(pages.size()) : count);
}

// Lets the file fall on the papers.
bool TestWorkbench::drop(const QString& path)
{
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(path)});
    auto* pane = m_desk->papers()->parentWidget();
    while (pane && !pane->acceptDrops())
        pane = pane->parentWidget();
    if (!pane)
        return false;
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(pane, &enter);
    QDropEvent dropped({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(pane, &dropped);
    return enter.isAccepted();
}

void TestWorkbench::bench_withoutPages_staysClosed()
{
    m_desk = std::make_unique<PageDesk>(*m_machine);
    QVERIFY(m_desk->begin());
    m_desk->noteOf(u"Claim form"_s);
    press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!m_desk->bench());
    QCOMPARE(m_desk->barText(), u"This paper has no page yet."_s);
}

void TestWorkbench::bench_opened_goesThroughThePages()
{
    QVERIFY(work({u"form"_s, u"household"_s, u"certificate"_s}));
    QAbstractItemModelTester tester(m_desk->strip()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(m_desk->says(u"Claim form"_s));
    QVERIFY(m_desk->says(u"1 / 3"_s));
    press(Qt::Key_PageDown);
    QVERIFY(m_desk->says(u"2 / 3"_s));
    press(Qt::Key_PageDown);
    press(Qt::Key_PageDown); // there is no fourth
    QVERIFY(m_desk->says(u"3 / 3"_s));
    press(Qt::Key_PageUp);
    QVERIFY(m_desk->says(u"2 / 3"_s));
    press(Qt::Key_F9); // no key of the page below acts
    QVERIFY(m_desk->bench());
    press(Qt::Key_Escape);
    QVERIFY(!m_desk->bench());
    QVERIFY(m_desk->page->isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == m_desk->page);
}

void TestWorkbench::tool_changesThePage_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QSize>("size"); // of a page of 2480×3508 pixels; to half a millimetre
    QTest::newRow("turn left") << u"form"_s << Qt::Key_L << u"Turned left"_s << QSize(3508, 2480);
    QTest::newRow("turn right") << u"form"_s << Qt::Key_R << u"Turned right"_s << QSize(3508, 2480);
    QTest::newRow("straighten") << u"skewed"_s << Qt::Key_S << u"Straightened by 3.4°"_s << QSize(2480, 3508);
    QTest::newRow("cut to the paper") << u"small"_s << Qt::Key_P << u"Cut to the paper"_s << QSize(1240, 1754);
}

void TestWorkbench::tool_changesThePage()
{
    QFETCH(QString, page);
    QFETCH(Qt::Key, key);
    QFETCH(QString, words);
    QFETCH(QSize, size);
    QVERIFY(work({page}));
    const auto before = m_desk->digests();
    QCOMPARE(before.size(), 1);
    press(key);
    QVERIFY(m_desk->says(words));
    QVERIFY(
        m_desk->becomes([&](const Pages& pages) { return pages.size() == 1 && pages.at(0).digest != before.at(0); }));
    const auto after = m_desk->pages().constFirst();
    QVERIFY2(qAbs(after.width - size.width()) <= 6 && qAbs(after.height - size.height()) <= 6,
        qPrintable(u"%1×%2"_s.arg(after.width).arg(after.height)));
    QCOMPARE(after.dpi, 300);
    QVERIFY(m_desk->sees()); // and the changed page is shown
}

void TestWorkbench::tool_thatCannot_saysWhy_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("words");
    QTest::newRow("straight already") << u"form"_s << Qt::Key_S << u"lies straight already"_s;
    QTest::newRow("no lines") << u"blank"_s << Qt::Key_S << u"how crooked"_s;
    QTest::newRow("no border") << u"form"_s << Qt::Key_P << u"Crop it by hand"_s;
    QTest::newRow("nothing blank") << u"form"_s << Qt::Key_B << u"no blank page"_s;
    QTest::newRow("one page is no card") << u"card-front"_s << Qt::Key_J << u"Select the two pages"_s;
    QTest::newRow("nothing to take back") << u"form"_s << Qt::Key_Z << u"nothing to take back"_s;
}

void TestWorkbench::tool_thatCannot_saysWhy()
{
    QFETCH(QString, page);
    QFETCH(Qt::Key, key);
    QFETCH(QString, words);
    QVERIFY(work({page}));
    const auto before = m_desk->digests();
    press(key, key == Qt::Key_Z ? Qt::ControlModifier : Qt::NoModifier);
    QVERIFY(m_desk->says(words));
    QCOMPARE(m_desk->digests(), before);
}

void TestWorkbench::faults_areTold_withWhatToDo_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("words");
    QTest::newRow("blank") << u"blank"_s << u"The page is blank. Remove it"_s;
    QTest::newRow("blurred") << u"blurred"_s << u"Lay the paper flat and scan it again."_s;
    QTest::newRow("dark") << u"dark"_s << u"Close the lid"_s;
    QTest::newRow("cut") << u"cut"_s << u"Move the paper further in and scan it again."_s;
    QTest::newRow("crooked") << u"skewed"_s << u"crooked by 3.4°. S straightens it."_s;
}

void TestWorkbench::faults_areTold_withWhatToDo()
{
    QFETCH(QString, page);
    QFETCH(QString, words);
    QVERIFY(work({page, u"form"_s}));
    QVERIFY(m_desk->says(words));
    press(Qt::Key_PageDown);
    QVERIFY(m_desk->says(u"2 / 2"_s));
    QVERIFY(!shows(m_desk->bench(), words)); // the next page is good
}

void TestWorkbench::page_straightened_isStraight()
{
    QVERIFY(work({u"skewed"_s}));
    const auto before = m_desk->digests();
    press(Qt::Key_S);
    QVERIFY(m_desk->says(u"Straightened"_s));
    QVERIFY(m_desk->becomes([&](const Pages&) { return m_desk->digests() != before; }));
    const auto skew = devices::skewOf(m_desk->picture(m_desk->digests().constFirst()));
    QVERIFY(skew && qAbs(*skew) <= 0.2);
    QTRY_VERIFY_WITH_TIMEOUT(!shows(m_desk->bench(), u"crooked"_s), 20'000);
}

void TestWorkbench::pages_areMoved_andRemoved()
{
    QVERIFY(work({u"form"_s, u"household"_s, u"certificate"_s}));
    const auto before = m_desk->digests();
    press(Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(m_desk->says(u"2 / 3"_s)); // the page that was moved stays in front
    press(Qt::Key_Down, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ControlModifier); // it is the last
    QVERIFY(m_desk->says(u"3 / 3"_s));
    QVERIFY(m_desk->becomes([&](const Pages&) {
        return m_desk->digests() == QStringList{before.at(1), before.at(2), before.at(0)};
    }));
    press(Qt::Key_Up, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QVERIFY(m_desk->becomes([&](const Pages&) {
        return m_desk->digests() == QStringList{before.at(1), before.at(2)};
    }));
}

void TestWorkbench::blankPages_areRemoved()
{
    QVERIFY(work({u"form"_s, u"blank"_s, u"household"_s, u"blank"_s}));
    const auto before = m_desk->digests();
    press(Qt::Key_B);
    QVERIFY(m_desk->says(u"2 blank page(s) removed"_s));
    QVERIFY(m_desk->becomes([&](const Pages&) {
        return m_desk->digests() == QStringList{before.at(0), before.at(2)};
    }));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_desk->becomes([&](const Pages&) { return m_desk->digests() == before; }));
}

void TestWorkbench::lastPage_removed_closes()
{
    QVERIFY(work({u"form"_s}));
    press(Qt::Key_Delete);
    QVERIFY(!m_desk->bench());
    QVERIFY(m_desk->becomes([](const Pages& pages) { return pages.isEmpty(); }));
    m_desk->papers()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier); // as the page below says
    QVERIFY(m_desk->becomes([](const Pages& pages) { return pages.size() == 1; }));
}

void TestWorkbench::cards_joined_areOneSheet()
{
    QVERIFY(work({u"card-front"_s, u"card-back"_s, u"form"_s}));
    const auto before = m_desk->digests();
    press(Qt::Key_Down, Qt::ShiftModifier); // two are selected
    QCOMPARE(m_desk->strip()->selectionModel()->selectedRows().size(), 2);
    press(Qt::Key_J);
    QVERIFY(m_desk->says(u"Both sides are on one sheet"_s));
    QVERIFY(m_desk->becomes([](const Pages& pages) { return pages.size() == 2; }));
    const auto sheet = m_desk->pages().constFirst();
    QCOMPARE(QSize(sheet.width, sheet.height), QSize(2480, 3508));
    QCOMPARE(m_desk->digests().at(1), before.at(2));
    press(Qt::Key_Z, Qt::ControlModifier); // one step
    QVERIFY(m_desk->becomes([&](const Pages&) { return m_desk->digests() == before; }));
    press(Qt::Key_End);
    press(Qt::Key_Up, Qt::ShiftModifier); // the back of the card and the form
    press(Qt::Key_J);
    QVERIFY(m_desk->says(u"do not show a card each"_s));
    QCOMPARE(m_desk->digests(), before);
}

void TestWorkbench::page_scannedAgain_takesItsPlace()
{
    QVERIFY(work({u"blurred"_s, u"household"_s, u"form"_s}, 2));
    const auto before = m_desk->digests();
    press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(m_desk->becomes([&](const Pages& pages) {
        return pages.size() == 2 && pages.at(0).digest != before.at(0) && pages.at(1).digest == before.at(1);
    }));
    QTRY_VERIFY_WITH_TIMEOUT(!shows(m_desk->bench(), u"blurred"_s), 20'000);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_desk->becomes([&](const Pages&) { return m_desk->digests() == before; }));
}

void TestWorkbench::document_staysAsItCame()
{
    m_desk = std::make_unique<PageDesk>(*m_machine);
    QVERIFY(m_desk->begin());
    m_desk->noteOf(u"Claim form"_s);
    const QString path = m_machine->path(u"a.pdf"_s);
    {
        QPdfWriter writer(path);
        QPainter painter(&writer);
        painter.drawText(1000, 1000, u"claim"_s);
    }
    QVERIFY(drop(path));
    QVERIFY(m_desk->becomes([](const Pages& pages) { return pages.size() == 1; }));
    const auto before = m_desk->digests();
    press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(m_desk->sees());
    for (const auto key : {Qt::Key_R, Qt::Key_S, Qt::Key_P}) {
        press(key);
        QVERIFY(m_desk->says(u"A PDF cannot be changed"_s));
    }
    QCOMPARE(m_desk->digests(), before);
}

void TestWorkbench::buttons_doTheSame()
{
    QVERIFY(work({u"form"_s}));
    auto* turn = named<QAbstractButton>(m_desk->bench(), u"Turn left"_s);
    QVERIFY(turn);
    turn->setFocus();
    press(Qt::Key_Return);
    QVERIFY(m_desk->says(u"Turned left"_s));
    QTest::mouseClick(named<QAbstractButton>(m_desk->bench(), u"Crop"_s), Qt::LeftButton);
    QVERIFY(m_desk->canvas()->isCropping());
    QTest::mouseClick(named<QAbstractButton>(m_desk->bench(), u"Do not crop"_s), Qt::LeftButton);
    QVERIFY(!m_desk->canvas()->isCropping());
    QTest::mouseClick(named<QAbstractButton>(m_desk->bench(), u"Take back"_s), Qt::LeftButton);
    QVERIFY(m_desk->says(u"Taken back"_s));
    QTest::mouseClick(named<QAbstractButton>(m_desk->bench(), u"Back to the case"_s), Qt::LeftButton);
    QVERIFY(!m_desk->bench());
}

void TestWorkbench::zoom_makesThePageLarger()
{
    QVERIFY(work({u"form"_s}));
    const int width = m_desk->canvas()->width();
    press(Qt::Key_Plus);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->canvas()->width() > width, 20'000);
    press(Qt::Key_Minus);
    press(Qt::Key_Minus);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->canvas()->width(), width, 20'000);
}

// A typed identity has a scanned proof, which belongs to nobody's list of papers.
void TestWorkbench::pageOfAPerson_isWorkedOn()
{
    m_machine->layPages({u"skewed"_s});
    m_desk = std::make_unique<PageDesk>(*m_machine);
    QVERIFY(m_desk->sitDown());
    press(Qt::Key_I, Qt::ControlModifier);
    press(Qt::Key_F4);
    const auto proof = [this] {
        for (const auto& draft : m_desk->seat.drafts()) {
            const auto typing = draft.content.value("typing"_L1).toObject();
            const auto pages = typing.value("party"_L1).toObject().value("proof"_L1).toArray();
            if (!pages.isEmpty())
                return casework::Page::fromJson(pages.first().toObject());
        }
        return casework::Page{};
    };
    QTRY_VERIFY_WITH_TIMEOUT(proof().width > 0, 10'000);
    const auto before = proof();
    auto* sheets = only<counter::ThumbnailStrip>(m_desk->page);
    QVERIFY(sheets);
    sheets->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    QVERIFY(m_desk->bench() && m_desk->sees());
    press(Qt::Key_R);
    QTRY_COMPARE_WITH_TIMEOUT(proof().width, before.height, 10'000);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(proof(), before, 10'000);
}

QTEST_MAIN(TestWorkbench)
#include "test_workbench.moc"
