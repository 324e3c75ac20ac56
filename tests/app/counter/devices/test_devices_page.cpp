#include "app/counter/devices/DevicesPage.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/TextLabel.h"
#include "modules/base/Json.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPromise>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::DeviceFamily;
using counter::DevicesPage;
using counter::FoundDevices;
using counter::MaterialList;

// 设备: what a technician sees and does at a window, on simulated devices.
class TestDevicesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void list_devices_tellStateInWords();
    void trial_device_hasAVerdict_data();
    void trial_device_hasAVerdict();
    void events_areLoggedAndOutliveTheProgram();
    void search_found_isOffered();
    void address_another_isAskedForOnce();
    void papers_chosen_areAskedForOnce();
    void papers_trayThatIsGone_staysToBeSeen();
    void tasks_chosen_areAskedForOnce();
    void tasks_deviceThatIsMissing_isTold();
    void supportFile_holdsNothingPersonal();
    void supportFile_folderUnusable_isTold();
    void deadDevice_keepsNoOtherWaiting();

private:
    bool sitDown();
    QString noteOf(const QString& family) const;
    void choose(const QString& family) { m_page->show(family); }
    void script(const QString& family, const QJsonObject& content);

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    DevicesPage* m_page = nullptr;
    FoundDevices m_found;
    QString m_folder;
};

void TestDevicesPage::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestDevicesPage::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
    m_folder = m_machine->path(u"support"_s);
    m_found.clear();
}

void TestDevicesPage::cleanup()
{
    m_seat.reset();
    m_machine.reset();
}

void TestDevicesPage::script(const QString& family, const QJsonObject& content)
{
    QFile file(m_machine->path(family + u"-own.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(canonicalBytes(content));
    m_machine->profile.devices.insert(family, u"sim:%1?script=%2"_s.arg(family, file.fileName()));
}

bool TestDevicesPage::sitDown()
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(u"chen"_s))
        return false;
    const auto search = [this] {
        QPromise<FoundDevices> promise;
        promise.start();
        promise.addResult(m_found);
        promise.finish();
        return promise.future();
    };
    m_page = m_seat->add<DevicesPage>(search, DevicesPage::Place{m_folder, {{u"window"_s, u"3"_s}}});
    return m_seat->show();
}

QString TestDevicesPage::noteOf(const QString& family) const
{
    const auto* list = m_page->findChild<MaterialList*>();
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const auto index = list->model()->index(row, 0);
        if (index.data(counter::MaterialRows::IdRole).toString() == family)
            return index.data(counter::MaterialRows::NoteRole).toString();
    }
    return {};
}

void TestDevicesPage::list_devices_tellStateInWords()
{
    script(u"receipt"_s, {{u"state"_s, u"paper-low"_s}});
    m_machine->profile.devices.insert(u"keypad"_s, u"keypad:five-keys.json:serial:/dev/nowhere"_s);
    QVERIFY(sitDown());
    QTRY_COMPARE(noteOf(u"idcard"_s), u"ready"_s);
    QTRY_VERIFY(noteOf(u"receipt"_s).startsWith("needs attention"_L1));
    QTRY_VERIFY(noteOf(u"keypad"_s).startsWith("fault"_L1));
    choose(u"keypad"_s);
    QTRY_VERIFY(shows(m_page, u"fault · The port … does not exist"_s)); // in the log, which keeps no particulars
    QCOMPARE(noteOf(u"caller"_s), u"not set up"_s);
    choose(u"receipt"_s);
    QVERIFY(shows(m_page, u"Put in a new roll"_s) || shows(m_page, u"needs attention"_s));
}

void TestDevicesPage::trial_device_hasAVerdict_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("words");
    QTest::newRow("ID card, masked") << u"idcard"_s << QString() << u"The card of 王*兰 was read."_s;
    QTest::newRow("ID card, none there") << u"idcard"_s << u"sim:idcard?script=EMPTY"_s << u"Answers, but:"_s;
    QTest::newRow("security card") << u"smartcard"_s << u"sim:smartcard"_s << u"Works, in"_s;
    QTest::newRow("scanner") << u"scanner"_s << QString() << u"A page of"_s;
    QTest::newRow("document camera") << u"camera"_s << u"sim:scanner"_s << u"A page of"_s;
    QTest::newRow("camera that is away") << u"camera"_s << u"camera:file:/dev/null/none"_s << u"Does not work:"_s;
    QTest::newRow("slip printer") << u"receipt"_s << u"sim:receipt"_s << u"The test slip is out"_s;
    QTest::newRow("page printer") << u"printer"_s << QString() << u"The test page is out."_s;
    QTest::newRow("queue") << u"caller"_s << u"sim:caller"_s << u"The queue answered"_s;
    QTest::newRow("nothing there") << u"receipt"_s << u"escpos:tcp:127.0.0.1:1"_s << u"Does not work:"_s;
    QTest::newRow("not set up") << u"keypad"_s << QString() << u"Does not work:"_s;
}

void TestDevicesPage::trial_device_hasAVerdict()
{
    QFETCH(QString, family);
    QFETCH(QString, uri);
    QFETCH(QString, words);
    if (uri.endsWith("EMPTY"_L1))
        script(family, {{u"persons"_s, QJsonObject()}});
    else if (!uri.isEmpty())
        m_machine->profile.devices.insert(family, uri);
    QVERIFY(sitDown());
    choose(family);
    press(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(shows(m_page, words), 15'000);
    QCOMPARE(m_seat->context().devices.log().latest(1, family).value(0).what, u"tried"_s);
    QVERIFY(m_seat->drafts().isEmpty()); // a card that was tried begins no case
}

void TestDevicesPage::events_areLoggedAndOutliveTheProgram()
{
    script(u"receipt"_s, {{u"state"_s, u"cover-open"_s}});
    QVERIFY(sitDown());
    QTRY_COMPARE(m_seat->context().devices.log().latest(1, u"receipt"_s).value(0).code, u"receipt.cover-open"_s);
    choose(u"receipt"_s);
    QTRY_VERIFY(shows(m_page, u"cover"_s));
    m_seat->context().devices.refreshStates(); // the same again is no news
    QTest::qWait(100);
    QCOMPARE(m_seat->context().devices.log().latest(10, u"receipt"_s).size(), 1);
    m_seat.reset();
    // A line torn by a power cut spoils no other.
    QFile file(m_machine->profile.dataFolder + u"/devices.log"_s);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
    file.write("{\"at\":17");
    file.close();
    const counter::DeviceLog again(file.fileName(), m_hall->hub.clock);
    QCOMPARE(again.latest(1, u"receipt"_s).value(0).code, u"receipt.cover-open"_s);
}

void TestDevicesPage::search_found_isOffered()
{
    m_found.insert(DeviceFamily::Printer, {{u"cups:hall"_s, u"Hall"_s}, {u"cups:back"_s, u"Back office"_s}});
    m_found.insert(DeviceFamily::Camera, {{u"camera:v4l2:/dev/video0"_s, u"Above the desk"_s}});
    QVERIFY(sitDown());
    choose(u"printer"_s);
    auto* box = m_page->findChild<QComboBox*>();
    QTRY_COMPARE(box->count(), 3);
    QCOMPARE(box->currentText(), m_machine->profile.devices.value(u"printer"_s)); // what is in use stays chosen
    choose(u"camera"_s);
    QTRY_COMPARE(box->count(), 2);
    QCOMPARE(box->itemText(1), u"camera:v4l2:/dev/video0"_s);
}

void TestDevicesPage::address_another_isAskedForOnce()
{
    QVERIFY(sitDown());
    choose(u"printer"_s);
    QSignalSpy asked(m_page, &DevicesPage::addressChosen);
    auto* edit = m_page->findChild<QComboBox*>()->lineEdit();
    edit->setFocus();
    press(Qt::Key_Return); // the same: nothing to do
    QCOMPARE(asked.count(), 0);
    edit->selectAll();
    type(u"cups:hall"_s);
    press(Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).value<DeviceFamily>(), DeviceFamily::Printer);
    QCOMPARE(asked.at(0).at(1).toString(), u"cups:hall"_s);
}

void TestDevicesPage::papers_chosen_areAskedForOnce()
{
    script(u"printer"_s, {{u"trays"_s, QJsonArray{u"tray-1"_s, u"tray-2"_s}}, {u"twoSided"_s, true}});
    QVERIFY(sitDown());
    QSignalSpy chosen(m_page, &DevicesPage::rulesChosen);
    press(Qt::Key_P, Qt::ControlModifier); // leads to the printer
    auto* tray = named<QComboBox>(&m_seat->window(), u"Decisions and notices, Tray"_s);
    QVERIFY(tray);
    QTRY_COMPARE(tray->count(), 3);
    QCOMPARE(tray->itemText(2), u"Tray 2"_s);
    press(Qt::Key_Return); // nothing was changed
    QCOMPARE(chosen.count(), 0);
    press(Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(tray->count(), 3);
    tray->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    named<QComboBox>(&m_seat->window(), u"Lists, Sides"_s)->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    const auto rules = chosen.first().first().value<QHash<QString, counter::PaperRule>>();
    QCOMPARE(rules, (QHash<QString, counter::PaperRule>{
                        {u"decision"_s, {{}, u"tray-2"_s}}, {u"list"_s, {{}, {}, devices::PaperSides::LongEdge}}}));
}

// The printer was exchanged, or is off: what is set up is shown, and goes only when somebody chooses otherwise.
void TestDevicesPage::papers_trayThatIsGone_staysToBeSeen()
{
    script(u"printer"_s, {{u"trays"_s, QJsonArray{u"tray-1"_s}}});
    m_machine->profile.papers.insert(u"decision"_s, {{}, u"tray-7"_s});
    QVERIFY(sitDown());
    QSignalSpy chosen(m_page, &DevicesPage::rulesChosen);
    press(Qt::Key_P, Qt::ControlModifier);
    const auto* tray = named<QComboBox>(&m_seat->window(), u"Decisions and notices, Tray"_s);
    QVERIFY(tray);
    QTRY_COMPARE(tray->count(), 3);
    QCOMPARE(tray->currentData().toString(), u"tray-7"_s);
    press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
}

void TestDevicesPage::tasks_chosen_areAskedForOnce()
{
    m_machine->profile.devices.insert(u"camera"_s, u"sim:scanner"_s);
    m_machine->profile.tasks.insert(u"handout"_s, u"printer"_s);
    QVERIFY(sitDown());
    QSignalSpy chosen(m_page, &DevicesPage::tasksChosen);
    press(Qt::Key_D, Qt::ControlModifier);
    const auto* handout = named<QComboBox>(&m_seat->window(), u"What the applicant takes along"_s);
    QVERIFY(handout);
    QCOMPARE(handout->currentText(), u"The receipt page only"_s);
    press(Qt::Key_Return); // nothing was changed
    QCOMPARE(chosen.count(), 0);
    press(Qt::Key_D, Qt::ControlModifier);
    press(Qt::Key_Down); // the keyboard is in the first line: the pages of a case
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE((chosen.first().first().value<QHash<QString, QString>>()),
        (QHash<QString, QString>{{u"handout"_s, u"printer"_s}, {u"papers"_s, u"camera"_s}}));
}

void TestDevicesPage::tasks_deviceThatIsMissing_isTold()
{
    m_machine->profile.devices.remove(u"receipt"_s);
    QVERIFY(sitDown());
    press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(shows(&m_seat->window(), u"Not set up at this window: Camera"_s));
    QVERIFY(shows(&m_seat->window(), u"Not set up at this window: Slip printer"_s));
}

void TestDevicesPage::supportFile_holdsNothingPersonal()
{
    m_machine->profile.devices.insert(
        u"caller"_s, u"caller:hall-json.json:http://clerk:secret@127.0.0.1:1/q?window=3&token=abc"_s);
    QVERIFY(sitDown());
    choose(u"idcard"_s);
    press(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(shows(m_page, u"was read."_s));
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(shows(m_page, u"The file for support is written."_s));
    const auto names = QDir(m_folder).entryList(QDir::Files);
    QCOMPARE(names.size(), 1);
    QFile file(m_folder + u'/' + names.constFirst());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto bytes = file.readAll();
    const auto report = parseObject(bytes);
    QVERIFY(report);
    QCOMPARE(report->value("devices"_L1).toArray().size(), qsizetype(counter::AllDeviceFamilies.size()));
    QVERIFY(!report->value("events"_L1).toArray().isEmpty());
    for (const auto& secret :
        {wang().name, wang().idNo, wang().address, u"secret"_s, u"abc"_s, u"chen"_s, m_machine->enrolment.token})
        QVERIFY2(secret.isEmpty() || !bytes.contains(secret.toUtf8()), qPrintable(secret));
}

void TestDevicesPage::supportFile_folderUnusable_isTold()
{
    m_folder = u"/proc/nowhere"_s;
    QVERIFY(sitDown());
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(messageOn(m_page).code, u"session.folder"_s);
}

// Every family has a thread of its own: a printer that takes a call and says nothing keeps no card from being read.
void TestDevicesPage::deadDevice_keepsNoOtherWaiting()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    m_machine->profile.devices.insert(u"receipt"_s, u"escpos:tcp:127.0.0.1:%1"_s.arg(silent.serverPort()));
    m_machine->profile.devices.insert(
        u"keypad"_s, u"keypad:framed-ff68.json:tcp:127.0.0.1:%1"_s.arg(silent.serverPort()));
    QVERIFY(sitDown());
    choose(u"receipt"_s);
    press(Qt::Key_T, Qt::ControlModifier);
    test::FairTimer timer;
    timer.start();
    choose(u"idcard"_s);
    press(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(shows(m_page, u"was read."_s));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(TestDevicesPage)
#include "test_devices_page.moc"
