#include "devices/scanner/DrawnPage.h"
#include "IntakeDesk.h"
#include "modules/base/Json.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::MaterialList;

namespace {

// Of their pages: the scanner's are A4 at the dots the counter asks for, the camera's as large as the picture below it.
constexpr int ScannerDpi = 300;
constexpr int CameraDpi = 75;

} // namespace

// A document camera beside the scanner: each takes its pages by its own key, and neither waits for the other.
class TestDocumentCamera : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void photograph_besideAScanner_isTheCameras();
    void photograph_whileTheScannerWorks_comesFirstAndGoesToItsPaper();
    void photograph_whileThePileRuns_isNotSortedWithIt();
    void photograph_takenAgain_isTheCamerasAgain();
    void proof_ofATypedPerson_isPhotographed_data();
    void proof_ofATypedPerson_isPhotographed();
    void cameraThatHangs_delaysNoScan();
    void cameraThatFails_isTold_andTheScannerGoesOn_data();
    void cameraThatFails_isTold_andTheScannerGoesOn();
    void scan_withACameraOnly_isAPhotograph();
    void task_givenToTheCamera_isItsByTheScanKey();
    void task_givenToADeviceThatIsGone_isDoneAsUsual();
    void feeder_withACameraOnly_isToldAsMissing();
    void key_withAndWithoutACamera_isThereOrNot_data();
    void key_withAndWithoutACamera_isThereOrNot();

private:
    bool sit();
    void layBelow(const QString& page); // a picture of it is what the camera sees
    QString script(const QJsonObject& script);
    bool addPaper(const QString& name);
    QList<int> dpiOf(const QString& paper); // of its pages, as the store has them

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<IntakeDesk> m_desk;
};

void TestDocumentCamera::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestDocumentCamera::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
    layBelow(u"household"_s);
}

void TestDocumentCamera::cleanup()
{
    m_desk.reset();
    m_machine.reset();
}

bool TestDocumentCamera::sit()
{
    m_desk = std::make_unique<IntakeDesk>(*m_machine);
    return m_desk->sitDown() && m_desk->readCard(wang());
}

void TestDocumentCamera::layBelow(const QString& page)
{
    const QString view = m_machine->path(u"view.png"_s);
    QVERIFY(devices::drawPage(page, CameraDpi).save(view));
    m_machine->profile.devices.insert(u"camera"_s, "camera:file:"_L1 + view);
}

QString TestDocumentCamera::script(const QJsonObject& script)
{
    QFile file(m_machine->path(u"camera.json"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(canonicalBytes(script));
    return u"sim:scanner?script="_s + file.fileName();
}

bool TestDocumentCamera::addPaper(const QString& name)
{
    const auto* papers = named<MaterialList>(m_desk->page, u"Papers of this case"_s);
    const int before = papers ? papers->model()->rowCount() : 0; // an empty list is not shown
    m_desk->field(u"Add a paper"_s)->setFocus();
    type(name);
    press(Qt::Key_Return);
    papers = named<MaterialList>(m_desk->page, u"Papers of this case"_s);
    return papers && papers->model()->rowCount() == before + 1;
}

QList<int> TestDocumentCamera::dpiOf(const QString& paper)
{
    press(Qt::Key_S, Qt::ControlModifier);
    QList<int> dpi;
    for (const auto& draft : m_desk->seat.drafts()) {
        for (const auto& entry : draft.content.value("materials"_L1).toArray()) {
            const auto material = casework::CaseMaterial::fromJson(entry.toObject());
            for (const auto& page : material.pages) {
                if (material.name == paper)
                    dpi.append(page.dpi);
            }
        }
    }
    return dpi;
}

void TestDocumentCamera::photograph_besideAScanner_isTheCameras()
{
    QVERIFY(sit());
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"proof"_s), QList<int>{ScannerDpi}, 10'000);
    press(Qt::Key_F4, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"proof"_s), (QList<int>{ScannerDpi, CameraDpi}), 10'000);
}

// Both stations give the first of their tickets.
void TestDocumentCamera::photograph_whileTheScannerWorks_comesFirstAndGoesToItsPaper()
{
    m_machine->layPages({u"form"_s}, 2000);
    QVERIFY(sit());
    QVERIFY(addPaper(u"form"_s));
    press(Qt::Key_F4);
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"proof"_s), QList<int>{CameraDpi}, 10'000);
    QCOMPARE(dpiOf(u"form"_s), QList<int>());
    press(Qt::Key_F9);
    QCOMPARE(m_desk->barText(), u"The scanner is still at work."_s);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"form"_s), QList<int>{ScannerDpi}, 10'000);
    QCOMPARE(dpiOf(u"proof"_s), QList<int>{CameraDpi});
}

void TestDocumentCamera::photograph_whileThePileRuns_isNotSortedWithIt()
{
    m_machine->layPages({u"form"_s, u"separator"_s, u"certificate"_s, u"form"_s}, 500);
    QVERIFY(sit());
    QVERIFY(addPaper(u"first"_s));
    QVERIFY(addPaper(u"second"_s));
    named<MaterialList>(m_desk->page, u"Papers of this case"_s)->setFocus();
    press(Qt::Key_Up);
    press(Qt::Key_F4, Qt::ShiftModifier);
    press(Qt::Key_F4, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(u"3 page(s) sorted"_s), 20'000);
    auto first = dpiOf(u"first"_s);
    std::sort(first.begin(), first.end());
    QCOMPARE(first, (QList<int>{CameraDpi, ScannerDpi}));
    QCOMPARE(dpiOf(u"second"_s), (QList<int>{ScannerDpi, ScannerDpi}));
}

// Turned meanwhile, so that it is another page than the one that came.
void TestDocumentCamera::photograph_takenAgain_isTheCamerasAgain()
{
    QVERIFY(sit());
    const QSignalSpy scanned(&m_desk->seat.context().devices.scanner(), &devices::ScanStation::pageScanned);
    const QSignalSpy taken(&m_desk->seat.context().devices.camera(), &devices::ScanStation::pageScanned);
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"proof"_s), QList<int>{CameraDpi}, 10'000);
    press(Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(m_desk->barText(), u"Turned right"_s);
    press(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 2, 10'000);
    QTRY_COMPARE(dpiOf(u"proof"_s), QList<int>{CameraDpi});
    QCOMPARE(scanned.size(), 0);
}

void TestDocumentCamera::proof_ofATypedPerson_isPhotographed_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("device");
    QTest::addColumn<Qt::KeyboardModifier>("photograph");
    QTest::addColumn<Qt::KeyboardModifier>("scan");
    QTest::newRow("as usual") << u"papers"_s << u"camera"_s << Qt::ControlModifier << Qt::NoModifier;
    QTest::newRow("the camera's") << u"identity"_s << u"camera"_s << Qt::NoModifier << Qt::ControlModifier;
}

// Whatever the window takes for the pages of a case.
void TestDocumentCamera::proof_ofATypedPerson_isPhotographed()
{
    QFETCH(QString, task);
    QFETCH(QString, device);
    QFETCH(Qt::KeyboardModifier, photograph);
    QFETCH(Qt::KeyboardModifier, scan);
    m_machine->profile.tasks.insert(task, device);
    m_desk = std::make_unique<IntakeDesk>(*m_machine);
    QVERIFY(m_desk->sitDown());
    press(Qt::Key_I, Qt::ControlModifier);
    type(li().name);
    press(Qt::Key_Return);
    type(li().idNo);
    press(Qt::Key_Return);
    QVERIFY(named<MaterialList>(m_desk->page, u"Papers of this person"_s));
    press(Qt::Key_F4, photograph);
    const auto proof = [this] {
        press(Qt::Key_S, Qt::ControlModifier);
        const auto drafts = m_desk->seat.drafts();
        return drafts.isEmpty() ? QJsonArray()
                                : drafts.constFirst().content["typing"_L1]["party"_L1]["proof"_L1].toArray();
    };
    QTRY_COMPARE_WITH_TIMEOUT(proof().size(), 1, 10'000);
    QCOMPARE(casework::pagesFrom(proof()).constFirst().dpi, CameraDpi);
    press(Qt::Key_F4, scan);
    QTRY_COMPARE_WITH_TIMEOUT(proof().size(), 2, 10'000);
    QCOMPARE(casework::pagesFrom(proof()).constLast().dpi, ScannerDpi);
}

void TestDocumentCamera::cameraThatHangs_delaysNoScan()
{
    m_machine->profile.devices.insert(
        u"camera"_s, script({{u"steps"_s, QJsonArray{QJsonObject{{u"feed"_s, u"form"_s}}}}, {u"pageMs"_s, 120'000}}));
    QVERIFY(sit());
    QSignalSpy progress(&m_desk->seat.context().devices.camera(), &devices::ScanStation::progressed);
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4, Qt::ControlModifier);
    QTRY_VERIFY(!progress.isEmpty());
    press(Qt::Key_F4);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"proof"_s), QList<int>{ScannerDpi}, 10'000);
    QVERIFY(m_desk->seat.context().devices.camera().isBusy());
}

void TestDocumentCamera::cameraThatFails_isTold_andTheScannerGoesOn_data()
{
    QTest::addColumn<QString>("uri"); // "unplugged": a script that says so
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing at its address") << u"camera:file:/dev/null/none"_s << u"device.port-missing"_s;
    QTest::newRow("no camera there") << u"camera:v4l2:/dev/null"_s << u"device.port"_s;
    QTest::newRow("unplugged") << QString() << u"scanner.unplugged"_s;
}

void TestDocumentCamera::cameraThatFails_isTold_andTheScannerGoesOn()
{
    QFETCH(QString, uri);
    QFETCH(QString, code);
    m_machine->profile.devices.insert(
        u"camera"_s, uri.isEmpty() ? script({{u"steps"_s, QJsonArray{QJsonObject{{u"fault"_s, u"unplug"_s}}}}}) : uri);
    QVERIFY(sit());
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->messageCode(), code);
    QVERIFY(!messageOn(m_desk->page).remedy.isEmpty());
    QTRY_COMPARE(
        m_desk->seat.context().devices.state(counter::DeviceFamily::Camera).health, devices::DeviceHealth::Fault);
    press(Qt::Key_F4);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"proof"_s), QList<int>{ScannerDpi}, 10'000);
}

void TestDocumentCamera::scan_withACameraOnly_isAPhotograph()
{
    m_machine->profile.devices.remove(u"scanner"_s);
    QVERIFY(sit());
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"proof"_s), QList<int>{CameraDpi}, 10'000);
    press(Qt::Key_F4, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"proof"_s), (QList<int>{CameraDpi, CameraDpi}), 10'000);
}

// This window photographs the pages of its cases; what shows who somebody is stays with the scanner.
void TestDocumentCamera::task_givenToTheCamera_isItsByTheScanKey()
{
    m_machine->profile.tasks.insert(u"papers"_s, u"camera"_s);
    QVERIFY(sit());
    const QSignalSpy taken(&m_desk->seat.context().devices.camera(), &devices::ScanStation::pageScanned);
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"proof"_s), QList<int>{CameraDpi}, 10'000);
    press(Qt::Key_R, Qt::ControlModifier); // again with the device that took it
    QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 2, 10'000);
    press(Qt::Key_F4, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"proof"_s), (QList<int>{CameraDpi, ScannerDpi}), 10'000);
    press(Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(shows(&m_desk->seat.window(), u"Take the page with the other device"_s)); // which one, the paper tells
}

void TestDocumentCamera::task_givenToADeviceThatIsGone_isDoneAsUsual()
{
    m_machine->profile.tasks.insert(u"papers"_s, u"camera"_s);
    m_machine->profile.devices.remove(u"camera"_s);
    QVERIFY(sit());
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4);
    QTRY_COMPARE_WITH_TIMEOUT(dpiOf(u"proof"_s), QList<int>{ScannerDpi}, 10'000);
}

// No camera takes in a pile.
void TestDocumentCamera::feeder_withACameraOnly_isToldAsMissing()
{
    m_machine->profile.devices.remove(u"scanner"_s);
    QVERIFY(sit());
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4, Qt::ShiftModifier);
    QTRY_COMPARE(m_desk->messageCode(), u"device.not-configured"_s);
    QCOMPARE(dpiOf(u"proof"_s), QList<int>());
}

void TestDocumentCamera::key_withAndWithoutACamera_isThereOrNot_data()
{
    QTest::addColumn<bool>("camera");
    QTest::newRow("with a camera") << true;
    QTest::newRow("without") << false;
}

void TestDocumentCamera::key_withAndWithoutACamera_isThereOrNot()
{
    QFETCH(bool, camera);
    if (!camera)
        m_machine->profile.devices.remove(u"camera"_s);
    QVERIFY(sit());
    QVERIFY(addPaper(u"proof"_s));
    press(Qt::Key_F4, Qt::ControlModifier);
    QTest::qWait(1000);
    QCOMPARE(dpiOf(u"proof"_s).size(), camera ? 1 : 0);
    press(Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(shows(&m_desk->seat.window(), u"Scan all in the feeder"_s));
    QCOMPARE(shows(&m_desk->seat.window(), u"Photograph with the document camera"_s), camera);
}

QTEST_MAIN(TestDocumentCamera)
#include "test_document_camera.moc"
