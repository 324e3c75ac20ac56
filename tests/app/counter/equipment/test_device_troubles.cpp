#include "app/counter/equipment/DeviceSet.h"
#include "devices/receipt/SlipJson.h"
#include "devices/scanner/DrawnPage.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/devices/Persons.h"
#include "tests/support/devices/PythonDouble.h"
#include "tests/support/places/Places.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

const QString Host = test::inBuild(u"app/device/kuaiban-device");

// The longest time the window would have stood still since it was made, while the machine went on.
class Stalls
{
public:
    Stalls()
    {
        m_tick.callOnTimeout([this] {
            const qint64 now = m_time.elapsed();
            m_longest = std::max(m_longest, now - std::exchange(m_last, now));
        });
        m_tick.start(5);
    }
    qint64 longestMs() const { return m_longest; }

private:
    QTimer m_tick;
    test::FairTimer m_time;
    qint64 m_last = 0;
    qint64 m_longest = 0;
};

constexpr qint64 AllowedStallMs = 250;

// The process in which the scanner's driver runs: the only child of this test with that role.
qint64 driverHost()
{
    for (const auto& thread : QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile children(u"/proc/self/task/%1/children"_s.arg(thread));
        if (!children.open(QIODevice::ReadOnly))
            continue;
        for (const auto& child : children.readAll().split(' ')) {
            QFile words(u"/proc/%1/cmdline"_s.arg(QString::fromLatin1(child.trimmed())));
            if (!child.trimmed().isEmpty() && words.open(QIODevice::ReadOnly) &&
                words.readAll().contains("--driver-host"))
                return child.trimmed().toLongLong();
        }
    }
    return 0;
}

} // namespace

// The stations of a counter when its devices fail: real drivers, real lines, doubles at their other end.
class TestDeviceTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void slip_printerOff_isToldAndPrintsOnceItIsOn();
    void slip_obstacle_printsNothingUntilItIsGone_data();
    void slip_obstacle_printsNothingUntilItIsGone();
    void state_paperRunsLow_showsByItself();
    void slip_silentPrinter_isSentUnconfirmed();
    void slip_lineDropsInTheMiddle_isInterruptedAndTheNextPrints();
    void card_queueOfPeople_isReadOneByOne();
    void card_readerUnpluggedInTheMiddle_isToldAndReadsOnceItIsBack();
    void scan_driverHostKilled_failsAndTheNextScanWorks();
    void camera_unplugged_isToldAndTurnsGreenOnceItIsBack();

private:
    Profile m_profile;
    test::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDeviceTroubles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = {};
}

void TestDeviceTroubles::slip_printerOff_isToldAndPrintsOnceItIsOn()
{
    QTcpServer door; // finds a port where nobody listens once it is closed
    QVERIFY(door.listen(QHostAddress::LocalHost));
    const QString port = QString::number(door.serverPort());
    door.close();
    m_profile.devices.insert(u"receipt"_s, u"escpos:tcp:127.0.0.1:%1"_s.arg(port));
    DeviceSet devices(m_profile, m_clock, Host);
    const Stalls stalls;
    QSignalSpy failed(&devices.receipt(), &ReceiptStation::failed);
    QSignalSpy printed(&devices.receipt(), &ReceiptStation::printed);
    const int ticket = devices.receipt().print(testSlip());
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 10'000);
    QCOMPARE(failed.first().first().toInt(), ticket);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"device.unreachable"_s);
    QTRY_COMPARE(devices.state(DeviceFamily::Receipt).health, DeviceHealth::Fault);
    const QString paper = m_folder->filePath(u"paper.bin"_s);
    test::PythonDouble printer(u"receipt_printer.py"_s, {paper, port});
    devices.refreshStates();
    QTRY_COMPARE_WITH_TIMEOUT(devices.state(DeviceFamily::Receipt).health, DeviceHealth::Ready, 10'000);
    devices.receipt().print(testSlip());
    QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, 10'000);
    QVERIFY(QFileInfo(paper).size() > 100);
    QVERIFY2(stalls.longestMs() < AllowedStallMs, qPrintable(QString::number(stalls.longestMs())));
}

void TestDeviceTroubles::slip_obstacle_printsNothingUntilItIsGone_data()
{
    QTest::addColumn<QJsonObject>("trouble");
    QTest::addColumn<QJsonObject>("cure");
    QTest::addColumn<QString>("code");
    QTest::addRow("out of paper") << QJsonObject{{"paper"_L1, "out"_L1}} << QJsonObject{{"paper"_L1, "ok"_L1}}
                                  << u"receipt.paper-out"_s;
    QTest::addRow("cover open") << QJsonObject{{"cover"_L1, true}} << QJsonObject{{"cover"_L1, false}}
                                << u"receipt.cover-open"_s;
    QTest::addRow("knife stuck") << QJsonObject{{"cutter"_L1, true}} << QJsonObject{{"cutter"_L1, false}}
                                 << u"receipt.cutter"_s;
}

void TestDeviceTroubles::slip_obstacle_printsNothingUntilItIsGone()
{
    QFETCH(QJsonObject, trouble);
    QFETCH(QJsonObject, cure);
    QFETCH(QString, code);
    const QString paper = m_folder->filePath(u"paper.bin"_s);
    test::PythonDouble printer(u"receipt_printer.py"_s, {paper});
    QVERIFY(printer.obey(trouble));
    m_profile.devices.insert(
        u"receipt"_s, u"escpos:tcp:127.0.0.1:%1"_s.arg(printer.greeting().value("port"_L1).toInt()));
    DeviceSet devices(m_profile, m_clock, Host);
    QSignalSpy failed(&devices.receipt(), &ReceiptStation::failed);
    QSignalSpy printed(&devices.receipt(), &ReceiptStation::printed);
    devices.receipt().print(testSlip());
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 10'000);
    QCOMPARE(failed.first().at(1).value<Error>().code, code);
    QTRY_COMPARE(devices.state(DeviceFamily::Receipt).health, DeviceHealth::Fault);
    QCOMPARE(devices.state(DeviceFamily::Receipt).reason->code, code);
    QCOMPARE(QFileInfo(paper).size(), 0);
    QVERIFY(printer.obey(cure));
    devices.receipt().print(testSlip());
    QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, 10'000);
    QTRY_COMPARE(devices.state(DeviceFamily::Receipt).health, DeviceHealth::Ready);
}

// Nobody prints and nobody asks: the light changes all the same, and is in the log once.
void TestDeviceTroubles::state_paperRunsLow_showsByItself()
{
    test::PythonDouble printer(u"receipt_printer.py"_s, {m_folder->filePath(u"paper.bin"_s)});
    m_profile.devices.insert(
        u"receipt"_s, u"escpos:tcp:127.0.0.1:%1"_s.arg(printer.greeting().value("port"_L1).toInt()));
    DeviceSet devices(m_profile, m_clock, Host);
    QTRY_COMPARE(devices.state(DeviceFamily::Receipt).health, DeviceHealth::Ready);
    QVERIFY(printer.obey({{"paper"_L1, "near-end"_L1}}));
    test::FairTimer timer;
    timer.start();
    QTRY_COMPARE(devices.state(DeviceFamily::Receipt).health, DeviceHealth::Attention);
    qInfo("the light changed after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 3000);
    QTest::qWait(2500); // asked again and again meanwhile
    QCOMPARE(devices.log().latest(10, u"receipt"_s).size(), 2);
}

void TestDeviceTroubles::slip_silentPrinter_isSentUnconfirmed()
{
    const QString paper = m_folder->filePath(u"paper.bin"_s);
    test::PythonDouble printer(u"receipt_printer.py"_s, {paper});
    QVERIFY(printer.obey({{"silent"_L1, true}}));
    m_profile.devices.insert(
        u"receipt"_s, u"escpos:tcp:127.0.0.1:%1"_s.arg(printer.greeting().value("port"_L1).toInt()));
    DeviceSet devices(m_profile, m_clock, Host);
    QSignalSpy printed(&devices.receipt(), &ReceiptStation::printed);
    devices.receipt().print(testSlip());
    QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, 10'000);
    QCOMPARE(printed.first().at(1).value<ReceiptJob>(), ReceiptJob::Sent);
    QTRY_VERIFY(QFileInfo(paper).size() > 100);
    QTRY_VERIFY(devices.state(DeviceFamily::Receipt).reason.has_value());
    QCOMPARE(devices.state(DeviceFamily::Receipt).reason->code, u"receipt.status-unknown"_s);
    QCOMPARE(devices.state(DeviceFamily::Receipt).health, DeviceHealth::Ready); // it may well print
}

void TestDeviceTroubles::slip_lineDropsInTheMiddle_isInterruptedAndTheNextPrints()
{
    const QString paper = m_folder->filePath(u"paper.bin"_s);
    test::PythonDouble printer(u"receipt_printer.py"_s, {paper});
    QVERIFY(printer.obey({{"after"_L1, 20}, {"then"_L1, QJsonObject{{"drop"_L1, true}}}}));
    m_profile.devices.insert(
        u"receipt"_s, u"escpos:tcp:127.0.0.1:%1"_s.arg(printer.greeting().value("port"_L1).toInt()));
    DeviceSet devices(m_profile, m_clock, Host);
    const Stalls stalls;
    QSignalSpy failed(&devices.receipt(), &ReceiptStation::failed);
    QSignalSpy printed(&devices.receipt(), &ReceiptStation::printed);
    devices.receipt().print(testSlip());
    devices.receipt().print(testSlip());
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 15'000);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"receipt.interrupted"_s);
    QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, 15'000);
    QVERIFY2(stalls.longestMs() < AllowedStallMs, qPrintable(QString::number(stalls.longestMs())));
}

// The reader of the demonstration: who is next lays the card down when the clerk asks for it, and never before.
void TestDeviceTroubles::card_queueOfPeople_isReadOneByOne()
{
    test::PythonDouble reader(u"sam_emulator.py"_s);
    QVERIFY(
        reader.obey({{"queue"_L1, QJsonArray{test::demoPerson(u"wang-guilan"_s), test::demoPerson(u"zhang-xiumei"_s)}},
            {"stay"_L1, 1}}));
    m_profile.devices.insert(u"idcard"_s, u"ga450:serial:"_s + reader.greeting().value("path"_L1).toString());
    DeviceSet devices(m_profile, m_clock, Host);
    QSignalSpy read(&devices.idCard(), &IdCardStation::cardRead);
    QSignalSpy removed(&devices.idCard(), &IdCardStation::cardRemoved);
    devices.idCard().startWatching();
    QTest::qWait(1500); // nobody was asked
    QCOMPARE(read.size(), 0);
    devices.idCard().readNow();
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.last().first().value<IdCard>().name, u"王桂兰"_s);
    QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, 10'000);
    QTest::qWait(1500); // the next one waits too
    QCOMPARE(read.size(), 1);
    devices.idCard().readNow();
    QTRY_COMPARE(read.size(), 2);
    QCOMPARE(read.last().first().value<IdCard>().name, u"张秀梅"_s);
}

void TestDeviceTroubles::card_readerUnpluggedInTheMiddle_isToldAndReadsOnceItIsBack()
{
    const QString port = m_folder->filePath(u"reader"_s); // a name that stays, as udev gives one
    auto reader = std::make_unique<test::PythonDouble>(u"sam_emulator.py"_s);
    QVERIFY(QFile::link(reader->greeting().value("path"_L1).toString(), port));
    QVERIFY(reader->obey({{"place"_L1, test::demoPerson(u"wang-guilan"_s)}}));
    QVERIFY(reader->obey({{"fault"_L1, "unplug"_L1}, {"only"_L1, "3001"_L1}}));
    m_profile.devices.insert(u"idcard"_s, u"ga450:serial:"_s + port);
    DeviceSet devices(m_profile, m_clock, Host);
    const Stalls stalls;
    QSignalSpy failed(&devices.idCard(), &IdCardStation::failed);
    QSignalSpy read(&devices.idCard(), &IdCardStation::cardRead);
    devices.idCard().readNow();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 15'000);
    QCOMPARE(failed.first().first().value<Error>().code, u"device.unplugged"_s);
    QTRY_COMPARE(devices.state(DeviceFamily::IdCard).health, DeviceHealth::Fault);
    QCOMPARE(read.size(), 0); // half a frame is no card
    reader = std::make_unique<test::PythonDouble>(u"sam_emulator.py"_s);
    QVERIFY(reader->obey({{"place"_L1, test::demoPerson(u"zhang-xiumei"_s)}}));
    QVERIFY(QFile::remove(port));
    QVERIFY(QFile::link(reader->greeting().value("path"_L1).toString(), port));
    devices.idCard().readNow();
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, 15'000);
    QCOMPARE(read.first().first().value<IdCard>().name, u"张秀梅"_s);
    QCOMPARE(devices.state(DeviceFamily::IdCard).health, DeviceHealth::Ready);
    QVERIFY2(stalls.longestMs() < AllowedStallMs, qPrintable(QString::number(stalls.longestMs())));
}

void TestDeviceTroubles::scan_driverHostKilled_failsAndTheNextScanWorks()
{
    QFile list(m_folder->filePath(u"dll.conf"_s));
    QFile options(m_folder->filePath(u"test.conf"_s));
    QFile defaults(test::inSource(u"installer/demo/sane/test.conf"));
    QVERIFY(
        list.open(QIODevice::WriteOnly) && options.open(QIODevice::WriteOnly) && defaults.open(QIODevice::ReadOnly));
    list.write("test\n");
    options.write(defaults.readAll() + "\nread-limit true\nread-limit-size 16384\nread-delay true\n"
                                       "read-delay-duration 20000\n"); // some seconds a page
    list.close();
    options.close();
    m_profile.devices.insert(u"scanner"_s, u"sane:test:0?config="_s + m_folder->path());
    DeviceSet devices(m_profile, m_clock, Host);
    const Stalls stalls;
    auto& scanner = devices.scanner();
    QSignalSpy progressed(&scanner, &ScanStation::progressed);
    QSignalSpy failed(&scanner, &ScanStation::failed);
    QSignalSpy finished(&scanner, &ScanStation::finished);
    const ScanJob job{ScanSource::Flatbed, ScanMode::Gray, 100, 1};
    const int ticket = scanner.scan(job);
    QTRY_VERIFY_WITH_TIMEOUT(progressed.size() > 0, 15'000); // in the middle of a page
    const auto host = driverHost();
    QVERIFY(host > 0);
    QCOMPARE(::kill(static_cast<pid_t>(host), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 10'000);
    QCOMPARE(failed.first().first().toInt(), ticket);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"scanner.driver-crashed"_s);
    QTRY_COMPARE(devices.state(DeviceFamily::Scanner).health, DeviceHealth::Fault);
    QVERIFY(!scanner.isBusy());
    scanner.scan(job);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    QCOMPARE(finished.first().at(1).toInt(), 1);
    QTRY_COMPARE(devices.state(DeviceFamily::Scanner).health, DeviceHealth::Ready);
    QVERIFY(driverHost() != host);
    QVERIFY2(stalls.longestMs() < AllowedStallMs, qPrintable(QString::number(stalls.longestMs())));
}

// The camera is away, the scanner beside it goes on; what is plugged in again is seen without a photograph.
void TestDeviceTroubles::camera_unplugged_isToldAndTurnsGreenOnceItIsBack()
{
    const QString view = m_folder->filePath(u"view.png"_s);
    m_profile.devices = {{u"scanner"_s, u"sim:scanner"_s}, {u"camera"_s, "camera:file:"_L1 + view}};
    DeviceSet devices(m_profile, m_clock, Host);
    QTRY_COMPARE(devices.state(DeviceFamily::Camera).health, DeviceHealth::Fault);
    QCOMPARE(devices.state(DeviceFamily::Camera).reason->code, u"device.port-missing"_s);
    QSignalSpy failed(&devices.camera(), &ScanStation::failed);
    QSignalSpy finished(&devices.camera(), &ScanStation::finished);
    QSignalSpy scanned(&devices.scanner(), &ScanStation::finished);
    const ScanJob job{ScanSource::Flatbed, ScanMode::Gray, 100, 1};
    devices.camera().scan(job);
    devices.scanner().scan(job);
    QTRY_COMPARE(failed.size(), 1);
    QTRY_COMPARE(scanned.size(), 1);
    QCOMPARE(devices.state(DeviceFamily::Scanner).health, DeviceHealth::Ready);
    QVERIFY(drawPage(u"form"_s, 50).save(view));
    QTRY_COMPARE_WITH_TIMEOUT(devices.state(DeviceFamily::Camera).health, DeviceHealth::Ready, 20'000);
    devices.camera().scan(job);
    QTRY_COMPARE(finished.size(), 1);
    const auto events = devices.log().latest(10, u"camera"_s);
    QCOMPARE(events.constFirst().what, u"ready"_s);
    QCOMPARE(events.constLast().what, u"fault"_s);
}

QTEST_GUILESS_MAIN(TestDeviceTroubles)
#include "test_device_troubles.moc"
