#include "MatterDesk.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// In which ways papers come: scanned, later, by a promise, as shared data, from an earlier case, as a file.
class TestPaperWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void paper_byKey_goesThroughItsWays();
    void paper_deferred_hasADay();
    void paper_sharedData_isTakenByItself();
    void paper_ofAnEarlierCase_isReused();
    void paper_ofNoEarlierCase_isSaid();
    void page_scannedAgain_takesItsPlace();
    void page_turned_takesItsPlace();
    void page_removed_comesBack();
    void file_dropped_goesToTheSelectedPaper();
    void file_ofAWrongKind_isToldAndNothingIsLost();
    void files_droppedTogether_keepTheirOrder();

private:
    bool begin();
    bool drop(const QStringList& paths);
    casework::Case onlyCase();

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<MatterDesk> m_desk;
};

void TestPaperWays::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall));
    QVERIFY(m_hall->open());
}

void TestPaperWays::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    m_machine->layPages({u"form"_s, u"household"_s});
    QVERIFY(m_machine->enrol());
}

void TestPaperWays::cleanup()
{
    m_desk.reset();
    m_machine.reset();
    QVERIFY(m_hall->mend());
}

bool TestPaperWays::begin()
{
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    return m_desk->begin();
}

// The one case of this desk, as the hub has it.
casework::Case TestPaperWays::onlyCase()
{
    if (!QTest::qWaitFor([this] { return m_desk->taken().size() == 1; }) || !m_desk->seat.reachesLevel())
        return {};
    return m_hall->state(m_desk->taken().constFirst().stream);
}

bool TestPaperWays::drop(const QStringList& paths)
{
    auto* pane = m_desk->papers()->parentWidget();
    while (pane && !pane->acceptDrops())
        pane = pane->parentWidget();
    if (!pane)
        return false;
    QMimeData files;
    QList<QUrl> urls;
    for (const auto& path : paths)
        urls.append(QUrl::fromLocalFile(path));
    files.setUrls(urls);
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(pane, &enter);
    QDropEvent dropped({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(pane, &dropped);
    return enter.isAccepted();
}

void TestPaperWays::paper_byKey_goesThroughItsWays()
{
    QVERIFY(begin());
    QVERIFY(!m_desk->noteOf(u"Claim form"_s).isEmpty());
    QCOMPARE(m_desk->savedPaper(u"claim"_s).id, QString());
    press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(m_desk->savedPaper(u"claim"_s).state, u"supplied"_s);
    QCOMPARE(m_desk->noteOf(u"Claim form"_s), u"Original, not scanned yet"_s);
    press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(m_desk->savedPaper(u"claim"_s).state, u"deferred"_s);
    QVERIFY(!m_desk->noteOf(u"Promise"_s).isEmpty());
    press(Qt::Key_T, Qt::ControlModifier);
    press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(m_desk->savedPaper(u"promise"_s).state, u"committed"_s);
    QVERIFY(m_desk->scanInto(u"Promise"_s)); // the signed commitment: its pages do not make it something else
    QCOMPARE(m_desk->savedPaper(u"promise"_s).state, u"committed"_s);
}

void TestPaperWays::paper_deferred_hasADay()
{
    QVERIFY(begin());
    m_desk->noteOf(u"Claim form"_s);
    QVERIFY(m_desk->pressButton(u"Deferred"_s));
    QTRY_COMPARE(m_desk->savedPaper(u"claim"_s).state, u"deferred"_s);
    const QDate today = legalDate(m_hall->hub.clock.nowMs());
    QCOMPARE(m_desk->savedPaper(u"claim"_s).dueOn, today.addDays(15).toString(Qt::ISODate));
    auto* day = m_desk->field(u"To be handed in by"_s);
    QVERIFY(day);
    day->setFocus();
    day->selectAll();
    type(today.addDays(7).toString(Qt::ISODate));
    press(Qt::Key_Tab);
    QCOMPARE(m_desk->savedPaper(u"claim"_s).dueOn, today.addDays(7).toString(Qt::ISODate));
    day->setFocus();
    day->selectAll();
    type(today.addDays(30).toString(Qt::ISODate)); // later than the item allows
    press(Qt::Key_Tab);
    QCOMPARE(m_desk->savedPaper(u"claim"_s).dueOn, today.addDays(7).toString(Qt::ISODate));
    QVERIFY(m_desk->scanInto(u"Claim form"_s)); // it came after all
    QCOMPARE(m_desk->savedPaper(u"claim"_s).state, u"supplied"_s);
    QVERIFY(m_desk->savedPaper(u"claim"_s).dueOn.isEmpty());
}

void TestPaperWays::paper_sharedData_isTakenByItself()
{
    QVERIFY(begin()); // a card was read, and the matter takes that for the document
    QCOMPARE(m_desk->noteOf(u"Identity document"_s), u"Shared data, no paper needed"_s);
    QCOMPARE(m_desk->savedPaper(u"identity"_s).state, u"shared"_s);
}

void TestPaperWays::paper_ofAnEarlierCase_isReused()
{
    QVERIFY(begin());
    QVERIFY(m_desk->completeCase());
    QVERIFY(m_desk->submit());
    const auto before = onlyCase();
    m_desk.reset();
    m_machine->layCards({wang().key});
    QVERIFY(begin());
    m_desk->fillForm();
    m_desk->noteOf(u"Claim form"_s);
    QVERIFY(m_desk->pressButton(u"Reuse"_s));
    QTRY_VERIFY2(m_desk->barText().contains(before.number), qPrintable(m_desk->barText()));
    QCOMPARE(m_desk->savedPaper(u"claim"_s).state, u"reused"_s);
    const auto handedIn = std::find_if(before.materials.begin(), before.materials.end(),
        [](const casework::CaseMaterial& material) { return material.id == "claim"_L1; });
    QVERIFY(handedIn != before.materials.end());
    QCOMPARE(m_desk->savedPaper(u"claim"_s).pages, handedIn->pages);
}

void TestPaperWays::paper_ofNoEarlierCase_isSaid()
{
    m_machine->layCards({guan().key});
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    QVERIFY(m_desk->begin(guan()));
    m_desk->noteOf(u"Photograph"_s);
    QVERIFY(m_desk->pressButton(u"Reuse"_s));
    QTRY_COMPARE(m_desk->barText(), u"No earlier case holds this paper."_s);
    QCOMPARE(m_desk->savedPaper(u"photo"_s).id, QString());
}

void TestPaperWays::page_scannedAgain_takesItsPlace()
{
    QVERIFY(begin());
    QVERIFY(m_desk->scanInto(u"Claim form"_s));
    const auto first = m_desk->savedPaper(u"claim"_s).pages.constFirst();
    press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->savedPaper(u"claim"_s).pages.value(0) != first, 10'000);
    QCOMPARE(m_desk->savedPaper(u"claim"_s).pages.size(), 1);
}

void TestPaperWays::page_turned_takesItsPlace()
{
    QVERIFY(begin());
    QVERIFY(m_desk->scanInto(u"Claim form"_s));
    const auto first = m_desk->savedPaper(u"claim"_s).pages.constFirst();
    press(Qt::Key_R, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->savedPaper(u"claim"_s).pages.value(0) != first, 10'000);
    const auto turned = m_desk->savedPaper(u"claim"_s).pages;
    QCOMPARE(turned.size(), 1);
    QCOMPARE(turned.constFirst().width, first.height);
    QCOMPARE(turned.constFirst().height, first.width);
}

void TestPaperWays::page_removed_comesBack()
{
    QVERIFY(begin());
    QVERIFY(m_desk->scanInto(u"Claim form"_s));
    QVERIFY(m_desk->pressButton(u"Remove this page"_s));
    QVERIFY(m_desk->savedPaper(u"claim"_s).pages.isEmpty());
    m_desk->papers()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_desk->savedPaper(u"claim"_s).pages.size(), 1);
}

void TestPaperWays::file_dropped_goesToTheSelectedPaper()
{
    QVERIFY(begin());
    m_desk->noteOf(u"Photograph"_s);
    const QString photo = m_machine->path(u"photo.png"_s);
    QImage image(300, 400, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QVERIFY(image.save(photo));
    QVERIFY(drop({photo}));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->savedPaper(u"photo"_s).pages.size(), 1, 10'000);
    QCOMPARE(m_desk->savedPaper(u"photo"_s).form, u"electronic"_s);
    QCOMPARE(m_desk->savedPaper(u"photo"_s).pages.constFirst().media, u"image/png"_s);
}

void TestPaperWays::file_ofAWrongKind_isToldAndNothingIsLost()
{
    QVERIFY(begin());
    m_desk->fillForm();
    m_desk->noteOf(u"Photograph"_s);
    const QString text = m_machine->path(u"letter.docx"_s);
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("PK no picture");
    file.close();
    QVERIFY(drop({text}));
    QTRY_COMPARE(m_desk->messageCode(), u"papers.file-kind"_s);
    QVERIFY(m_desk->messageText().contains(u"letter.docx"_s));
    QVERIFY(!messageOn(m_desk->page).remedy.isEmpty());
    QCOMPARE(m_desk->value(u"Reason"_s), u"test"_s);
}

void TestPaperWays::files_droppedTogether_keepTheirOrder()
{
    QVERIFY(begin());
    QVERIFY(!m_desk->noteOf(u"Claim form"_s).isEmpty());
    QStringList paths;
    // The first takes by far the longest.
    for (const auto& size : {QSize(2480, 3508), QSize(90, 120), QSize(91, 120), QSize(92, 120), QSize(93, 120)}) {
        QImage page(size, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter(&page).fillRect(QRect(QPoint(), size / 2), Qt::black);
        paths.append(m_machine->path(u"%1.png"_s.arg(size.width())));
        QVERIFY(page.save(paths.constLast()));
    }
    QVERIFY(drop(paths));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->savedPaper(u"claim"_s).pages.size(), 5, 10'000);
    QList<int> widths;
    for (const auto& page : m_desk->savedPaper(u"claim"_s).pages)
        widths.append(page.width);
    QCOMPARE(widths, (QList<int>{2480, 90, 91, 92, 93}));
}

QTEST_MAIN(TestPaperWays)
#include "test_paper_ways.moc"
