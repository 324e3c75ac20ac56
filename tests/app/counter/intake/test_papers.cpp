#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/ThumbnailStrip.h"
#include "app/counter/shell/DocumentPreview.h"
#include "IntakeDesk.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::MaterialList;
using counter::MaterialRows;
using counter::ThumbnailStrip;

namespace {

// Kills the child in which a driver runs; false while there is none.
bool killDriverHost()
{
    for (const auto& pid : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        QFile stat(u"/proc/%1/stat"_s.arg(pid));
        QFile words(u"/proc/%1/cmdline"_s.arg(pid));
        if (!stat.open(QIODevice::ReadOnly) || !words.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        const auto parent = line.mid(line.lastIndexOf(')') + 2).split(' ').value(1).toLongLong();
        if (parent == ::getpid() && words.readAll().contains("--driver-host"))
            return ::kill(pid.toInt(), SIGKILL) == 0;
    }
    return false;
}

} // namespace

// The papers of a case and the receipt: every page goes where it belongs, and none is lost on the way.
class TestPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void scan_goesToTheSelectedPaper();
    void scan_withoutAPaper_asksForItsName();
    void scan_ofATypedName_needsNoEnter();
    void page_ofABlurredSheet_isWarnedAbout();
    void pages_byKey_areMovedAndRemoved();
    void scannerThatFails_isTold_andKeepsEarlierPages_data();
    void scannerThatFails_isTold_andKeepsEarlierPages();
    void driverHost_killedDuringAScan_costsThePageOnly();
    void submit_whileScanning_waits();
    void submit_rightAfterTheScan_carriesThePage();
    void anotherCase_begunWhileScanning_leavesThePageToTheFirst();
    void pages_ofARestoredDraft_showTheirPictures();
    void models_ofTheLists_areSound();
    void receipt_isPrinted_againAndPreviewed();
    void printerThatFails_doesNotHideTheCase();

private:
    bool sit();
    MaterialList* papers() const;
    QStringList paperLines() const; // "name: 2 page(s)"
    QList<casework::CaseMaterial> savedMaterials();
    bool addPaper(const QString& name);
    bool scanOne();

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<IntakeDesk> m_desk;
};

void TestPapers::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestPapers::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestPapers::cleanup()
{
    m_desk.reset();
    m_machine.reset();
}

bool TestPapers::sit()
{
    m_desk = std::make_unique<IntakeDesk>(*m_machine);
    return m_desk->sitDown();
}

MaterialList* TestPapers::papers() const
{
    return named<MaterialList>(m_desk->page, u"Papers of this case"_s);
}

QStringList TestPapers::paperLines() const
{
    QStringList lines;
    const auto* list = papers();
    for (int row = 0; list && row < list->model()->rowCount(); ++row) {
        const auto index = list->model()->index(row, 0);
        lines.append(index.data().toString() + u':' + index.data(MaterialRows::AsideRole).toString());
    }
    return lines;
}

QList<casework::CaseMaterial> TestPapers::savedMaterials()
{
    press(Qt::Key_S, Qt::ControlModifier);
    QList<casework::CaseMaterial> materials;
    for (const auto& draft : m_desk->seat.drafts()) {
        for (const auto& material : draft.content.value("materials"_L1).toArray())
            materials.append(casework::CaseMaterial::fromJson(material.toObject()));
    }
    return materials;
}

bool TestPapers::addPaper(const QString& name)
{
    const auto before = paperLines().size();
    m_desk->field(u"Add a paper"_s)->setFocus();
    type(name);
    press(Qt::Key_Return);
    return paperLines().size() == before + 1;
}

// Until the page lies in its paper.
bool TestPapers::scanOne()
{
    const auto count = [this] {
        qsizetype pages = 0;
        for (const auto& material : savedMaterials())
            pages += material.pages.size();
        return pages;
    };
    const auto before = count();
    press(Qt::Key_F4);
    return QTest::qWaitFor([&] { return count() == before + 1; }, 10'000);
}

void TestPapers::scan_goesToTheSelectedPaper()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    QVERIFY(addPaper(u"form"_s));
    QVERIFY(addPaper(u"proof"_s));
    QVERIFY(addPaper(u"photo"_s));
    papers()->setFocus();
    press(Qt::Key_Up); // from the last, which was just added, to the middle
    QVERIFY(scanOne());
    QVERIFY(scanOne());
    QCOMPARE(paperLines(), (QStringList{u"form:"_s, u"proof:2 page(s)"_s, u"photo:"_s}));
    QCOMPARE(only<ThumbnailStrip>(m_desk->page)->model()->rowCount(), 3); // two pages and the tile for the next
    press(Qt::Key_Down);
    QCOMPARE(only<ThumbnailStrip>(m_desk->page)->model()->rowCount(), 1);
}

void TestPapers::scan_withoutAPaper_asksForItsName()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    press(Qt::Key_F4);
    QCOMPARE(m_desk->barText(), u"Name the paper first, then scan."_s);
    QCOMPARE(focusName(), u"Add a paper"_s);
}

void TestPapers::scan_ofATypedName_needsNoEnter()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->field(u"Add a paper"_s)->setFocus();
    type(u"proof"_s);
    QVERIFY(scanOne());
    QCOMPARE(paperLines(), QStringList{u"proof:1 page(s)"_s});
}

void TestPapers::page_ofABlurredSheet_isWarnedAbout()
{
    m_machine->layPages({u"blurred"_s});
    QVERIFY(sit());
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4);
    QTRY_VERIFY2(m_desk->barText().contains(u"hard to read"_s), qPrintable(m_desk->barText()));
    const auto* pages = only<ThumbnailStrip>(m_desk->page);
    QCOMPARE(pages->model()->index(0, 0).data(counter::PageThumbs::NoteRole).toString(),
        u"blurred"_s); // and it stays marked
}

void TestPapers::pages_byKey_areMovedAndRemoved()
{
    m_machine->layPages({u"form"_s, u"household"_s});
    QVERIFY(sit());
    QVERIFY(addPaper(u"proof"_s));
    QVERIFY(scanOne());
    QVERIFY(scanOne());
    const auto before = savedMaterials().constFirst().pages;
    QVERIFY(before.at(0).digest != before.at(1).digest);
    auto* pages = only<ThumbnailStrip>(m_desk->page);
    pages->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Right, Qt::ControlModifier);
    auto after = savedMaterials().constFirst().pages;
    QCOMPARE(after.at(0).digest, before.at(1).digest);
    QCOMPARE(after.at(1).digest, before.at(0).digest);
    press(Qt::Key_Delete);
    after = savedMaterials().constFirst().pages;
    QCOMPARE(after.size(), 1);
}

void TestPapers::scannerThatFails_isTold_andKeepsEarlierPages_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("code");
    QTest::newRow("paper jam") << u"jam"_s << u"scanner.jam"_s;
    QTest::newRow("cover open") << u"cover-open"_s << u"scanner.cover-open"_s;
    QTest::newRow("unplugged") << u"unplug"_s << u"scanner.unplugged"_s;
    QTest::newRow("empty feeder") << u"empty"_s << u"scanner.feeder-empty"_s;
}

void TestPapers::scannerThatFails_isTold_andKeepsEarlierPages()
{
    QFETCH(QString, fault);
    QFETCH(QString, code);
    m_machine->scriptScanner(
        {{u"steps"_s, QJsonArray{QJsonObject{{u"feed"_s, u"form"_s}}, QJsonObject{{u"fault"_s, fault}}}},
            {u"pageMs"_s, 0}});
    QVERIFY(sit());
    QVERIFY(addPaper(u"proof"_s));
    QVERIFY(scanOne());
    press(Qt::Key_F4);
    QTRY_COMPARE(m_desk->messageCode(), code);
    QVERIFY(!messageOn(m_desk->page).remedy.isEmpty());
    QCOMPARE(paperLines(), QStringList{u"proof:1 page(s)"_s});
    QVERIFY(scanOne()); // put right, it goes on
}

void TestPapers::driverHost_killedDuringAScan_costsThePageOnly()
{
    m_machine->layPages({u"form"_s}, 1500);
    m_machine->profile.devices[u"scanner"_s].replace(u'?', u"?hosted=1&"_s);
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"request"_s);
    QVERIFY(addPaper(u"proof"_s));
    QSignalSpy progress(&m_desk->seat.context().devices.scanner(), &devices::ScanStation::progressed);
    press(Qt::Key_F4);
    QTRY_VERIFY(!progress.isEmpty());
    QVERIFY(killDriverHost());
    QTRY_COMPARE(m_desk->messageCode(), u"scanner.driver-crashed"_s);
    QCOMPARE(m_desk->value(u"Matter"_s), u"request"_s);
    QVERIFY(m_desk->shows(wang().name));
    QTRY_COMPARE(m_desk->seat.drafts().size(), 1);
    QCOMPARE(m_desk->seat.drafts().constFirst().content["values"_L1]["title"_L1].toString(), u"request"_s);
    press(Qt::Key_F4); // a new host
    QTRY_COMPARE_WITH_TIMEOUT(paperLines(), QStringList{u"proof:1 page(s)"_s}, 15'000);
}

void TestPapers::submit_whileScanning_waits()
{
    m_machine->layPages({u"form"_s}, 800);
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"request"_s);
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4);
    press(Qt::Key_F9);
    QCOMPARE(m_desk->barText(), u"The scanner is still at work."_s);
    QVERIFY(m_desk->taken().isEmpty());
}

void TestPapers::submit_rightAfterTheScan_carriesThePage()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"request"_s);
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4);
    // The clerk presses again and again; the first one that is obeyed must have the page.
    QVERIFY(QTest::qWaitFor(
        [this] {
            press(Qt::Key_F9);
            return !m_desk->taken().isEmpty();
        },
        10'000));
    QVERIFY(m_desk->seat.reachesLevel());
    const auto state = m_hall->state(m_desk->taken().constFirst().stream);
    QCOMPARE(state.materials.size(), 1);
    QCOMPARE(state.materials.constFirst().pages.size(), 1);
}

void TestPapers::anotherCase_begunWhileScanning_leavesThePageToTheFirst()
{
    m_machine->layPages({u"form"_s}, 500);
    m_machine->layCards({wang().key, zhang().key});
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"first"_s);
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4);
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_desk->readCard(zhang()));
    QTRY_VERIFY(m_desk->barText().contains(u"1 page"_s));
    QTest::qWait(1000);
    QVERIFY(paperLines().isEmpty());
    press(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->value(u"Matter"_s), u"first"_s);
    QCOMPARE(paperLines(), QStringList{u"proof:1 page(s)"_s});
}

void TestPapers::pages_ofARestoredDraft_showTheirPictures()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    QVERIFY(addPaper(u"proof"_s));
    QVERIFY(scanOne());
    const auto picture = [this] {
        const auto* pages = only<ThumbnailStrip>(m_desk->page);
        return pages ? pages->model()->index(0, 0).data(counter::PageThumbs::ImageRole).value<QImage>() : QImage();
    };
    QVERIFY(!picture().isNull());
    m_desk.reset();
    QVERIFY(sit());
    QTRY_COMPARE(paperLines(), QStringList{u"proof:1 page(s)"_s});
    QTRY_VERIFY(!picture().isNull());
}

void TestPapers::models_ofTheLists_areSound()
{
    m_machine->layPages({u"form"_s, u"household"_s});
    QVERIFY(sit());
    const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    for (auto* list : m_desk->page->findChildren<QListView*>())
        new QAbstractItemModelTester(list->model(), mode, list);
    QVERIFY(m_desk->readCard(wang()));
    QVERIFY(addPaper(u"form"_s));
    QVERIFY(addPaper(u"proof"_s));
    QVERIFY(scanOne());
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(paperLines().size(), 2);
}

void TestPapers::receipt_isPrinted_againAndPreviewed()
{
    QVERIFY(sit());
    press(Qt::Key_F7);
    QVERIFY(!only<counter::DocumentPreview>(&m_desk->seat.window()));
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"request"_s);
    QVERIFY(m_desk->submit());
    const QString number = m_desk->taken().constFirst().number;
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 1, 10'000);
    QTRY_VERIFY(m_desk->barText().contains(number));
    const QSignalSpy printed(&m_desk->seat.context().devices.printer(), &counter::PageDesk::printed);
    press(Qt::Key_F8);
    QTRY_COMPARE(printed.size(), 1);
    QCOMPARE(m_machine->printed().size(), 2);
    press(Qt::Key_F7);
    QTRY_VERIFY(only<counter::DocumentPreview>(&m_desk->seat.window()));
    press(Qt::Key_N, Qt::ControlModifier); // no key of the page below acts
    QCOMPARE(m_desk->strip()->count(), 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_machine->printed().size(), 3);
    QTRY_VERIFY(!only<counter::DocumentPreview>(&m_desk->seat.window()));
    press(Qt::Key_F7);
    QTRY_VERIFY(only<counter::DocumentPreview>(&m_desk->seat.window()));
    press(Qt::Key_Escape);
    QVERIFY(!only<counter::DocumentPreview>(&m_desk->seat.window()));
    QVERIFY(m_desk->page->isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == m_desk->page);
    QCOMPARE(m_machine->printed().size(), 3);
}

void TestPapers::printerThatFails_doesNotHideTheCase()
{
    m_machine->profile.devices.insert(u"printer"_s, u"pdf:/dev/null/none"_s);
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"request"_s);
    QVERIFY(m_desk->submit());
    const QString number = m_desk->taken().constFirst().number;
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"printer.folder"_s, 10'000);
    const auto message = messageOn(m_desk->page);
    QVERIFY2((message.what + message.remedy + m_desk->barText()).contains(number), qPrintable(message.what));
}

QTEST_MAIN(TestPapers)
#include "test_papers.moc"
