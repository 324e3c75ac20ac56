#include "devices/printer/CupsConnection.h"
#include "devices/printer/PageStation.h"
#include "devices/printer/PrinterDrivers.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/devices/PythonDouble.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

#include <unistd.h>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

const PrintRequest Page{"%PDF-1.4\n" + QByteArray(3000, 'x') + "\n%%EOF\n", u"SY2026-0001"_s, 1};

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

// A CUPS server of the test's own, with queues that send to a printer double on TCP. Needs root, as cupsd does.
class TestCupsPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void print_queue_deliversThePageAndIsDone();
    void print_printerSwitchedOff_staysQueuedAndTheLightTells();
    void print_backendGivesUp_isAborted();
    void print_cancelledInTheQueue_isToldSo();
    void print_heldJob_isToldUntilItIsLetGo();
    void follow_jobTheServerForgot_isOut();
    void print_trayAndSides_reachTheDriver();
    void print_twoSidesUnknownToTheQueue_comeOnOne();
    void print_stoppedQueue_isRefused();
    void print_rejectingQueue_isRefused();
    void print_userNotAllowed_isRefused();
    void print_unknownQueue_isToldSo();
    void print_noServer_isToldSo();
    void print_stopRequested_endsQuickly();
    void queues_server_listsThem();

private:
    bool run(const QString& program, const QStringList& arguments);
    bool addQueue(const QString& name, const QString& device, const QStringList& more = {});
    bool addDrivenQueue(const QString& name);
    std::unique_ptr<PagePrinter> printer(const QString& queue, int patience = 10) const;

    QTemporaryDir m_folder;
    QString m_server;
    QProcess m_cupsd;
    std::unique_ptr<test::PythonDouble> m_double;
    QString m_out;
    int m_runs = 0;
};

void TestCupsPrinter::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("A private cupsd can be started by root only");
    if (!QFile::exists(u"/usr/sbin/cupsd"_s))
        QSKIP("cups-daemon is not installed");
    m_server = "127.0.0.1:%1"_L1.arg(QString::number(freePort()));
    const auto root = m_folder.path();
    for (const auto& name : {u"spool"_s, u"cache"_s, u"state"_s, u"tmp"_s})
        QVERIFY(QDir(root).mkpath(name));
    QVERIFY(run(u"/usr/bin/chown"_s, {u"-R"_s, u"lp:lp"_s, root}));
    QVERIFY(run(u"/usr/bin/chmod"_s, {u"0755"_s, root}));
    QFile files(root + "/cups-files.conf"_L1);
    QVERIFY(files.open(QIODevice::WriteOnly));
    files.write(("User lp\nGroup lp\nServerRoot %1\nRequestRoot %1/spool\nCacheDir %1/cache\nStateDir %1/state\n"
                 "TempDir %1/tmp\nErrorLog %1/error_log\nAccessLog %1/access_log\nPageLog %1/page_log\n"_L1)
                    .arg(root)
                    .toUtf8());
    files.close();
    QFile settings(root + "/cupsd.conf"_L1);
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(
        ("Listen %1\nDefaultAuthType None\nWebInterface No\nBrowsing No\nLogLevel debug\nJobRetryInterval 1\n"
         "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
         "<Location /admin>\nOrder allow,deny\nAllow all\n</Location>\n"
         "<Policy default>\n<Limit All>\nOrder deny,allow\nAllow all\n</Limit>\n</Policy>\n"_L1)
            .arg(m_server)
            .toUtf8());
    settings.close();
    m_cupsd.setProcessChannelMode(QProcess::ForwardedChannels);
    m_cupsd.start(u"/usr/sbin/cupsd"_s, {u"-f"_s, u"-c"_s, settings.fileName(), u"-s"_s, files.fileName()});
    QVERIFY(m_cupsd.waitForStarted());
    QTRY_VERIFY(CupsConnection::open(m_server, {}).has_value());
}

void TestCupsPrinter::cleanupTestCase()
{
    m_cupsd.terminate();
    if (!m_cupsd.waitForFinished(5000))
        m_cupsd.kill();
    m_cupsd.waitForFinished(5000);
}

void TestCupsPrinter::init()
{
    m_out = m_folder.filePath("out-%1.bin"_L1.arg(QString::number(++m_runs)));
    m_double = std::make_unique<test::PythonDouble>(u"receipt_printer.py"_s, QStringList{m_out});
    QVERIFY(m_double->obey({{"silent"_L1, true}}));
}

bool TestCupsPrinter::run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    return process.waitForFinished(10'000) && process.exitCode() == 0;
}

bool TestCupsPrinter::addQueue(const QString& name, const QString& device, const QStringList& more)
{
    const auto target = device.isEmpty() ? "socket://127.0.0.1:%1/?waiteof=false"_L1.arg(
                                               QString::number(m_double->greeting().value("port"_L1).toInt()))
                                         : device;
    // lpadmin warns that raw queues will go some day; that is what a test without printer drivers needs.
    QProcess process;
    process.start(u"/usr/sbin/lpadmin"_s,
        QStringList{u"-h"_s, m_server, u"-p"_s, name, u"-E"_s, u"-v"_s, target, u"-m"_s, u"raw"_s} + more);
    return process.waitForFinished(10'000) && process.exitCode() == 0;
}

// With a description (PPD) of two trays and a duplex unit, and a driver that writes down what it is told.
bool TestCupsPrinter::addDrivenQueue(const QString& name)
{
    const QString filter = m_folder.filePath(u"driver.sh"_s);
    QFile driver(filter);
    if (!driver.open(QIODevice::WriteOnly))
        return false;
    driver.write("#!/bin/sh\nprintf '%s copies:%s' \"$5\" \"$4\" > \"$TMPDIR/options.txt\"\ncat \"$6\"\n");
    driver.close();
    driver.setPermissions(QFile::Permissions(0x7555));
    const auto description = m_folder.filePath(u"hall.ppd"_s);
    QFile ppd(description);
    if (!ppd.open(QIODevice::WriteOnly))
        return false;
    ppd.write("*PPD-Adobe: \"4.3\"\n*FormatVersion: \"4.3\"\n*FileVersion: \"1.0\"\n*LanguageVersion: English\n"
              "*LanguageEncoding: ISOLatin1\n*PCFileName: \"HALL.PPD\"\n*Manufacturer: \"Hall\"\n"
              "*Product: \"(Hall)\"\n*ModelName: \"Hall\"\n*ShortNickName: \"Hall\"\n*NickName: \"Hall\"\n"
              "*PSVersion: \"(3010.000) 0\"\n*LanguageLevel: \"3\"\n*ColorDevice: False\n*cupsVersion: 2.4\n"
              "*cupsFilter2: \"application/pdf application/octet-stream 0 " +
              filter.toUtf8() +
              "\"\n"
              "*OpenUI *PageSize: PickOne\n*DefaultPageSize: A4\n*PageSize A4/A4: \"\"\n*CloseUI: *PageSize\n"
              "*OpenUI *PageRegion: PickOne\n*DefaultPageRegion: A4\n*PageRegion A4/A4: \"\"\n"
              "*CloseUI: *PageRegion\n*DefaultImageableArea: A4\n*ImageableArea A4/A4: \"0 0 595 842\"\n"
              "*DefaultPaperDimension: A4\n*PaperDimension A4/A4: \"595 842\"\n"
              "*OpenUI *InputSlot: PickOne\n*DefaultInputSlot: Tray1\n*InputSlot Tray1/Tray 1: \"\"\n"
              "*InputSlot Tray2/Tray 2: \"\"\n*CloseUI: *InputSlot\n"
              "*OpenUI *Duplex: PickOne\n*DefaultDuplex: None\n*Duplex None/Off: \"\"\n"
              "*Duplex DuplexNoTumble/Long edge: \"\"\n*Duplex DuplexTumble/Short edge: \"\"\n"
              "*CloseUI: *Duplex\n");
    ppd.close();
    const auto target =
        "socket://127.0.0.1:%1/?waiteof=false"_L1.arg(QString::number(m_double->greeting().value("port"_L1).toInt()));
    return run(
        u"/usr/sbin/lpadmin"_s, {u"-h"_s, m_server, u"-p"_s, name, u"-E"_s, u"-v"_s, target, u"-P"_s, description});
}

std::unique_ptr<PagePrinter> TestCupsPrinter::printer(const QString& queue, int patience) const
{
    return printerDrivers()
        .make("cups:%1?server=%2&patience=%3"_L1.arg(queue, m_server, QString::number(patience)))
        .value();
}

void TestCupsPrinter::print_queue_deliversThePageAndIsDone()
{
    QVERIFY(addQueue(u"hall"_s, {}));
    const auto hall = printer(u"hall"_s);
    QCOMPARE(hall->state({}).health, DeviceHealth::Ready);
    const auto job = printAndFollow(*hall, Page, {});
    QVERIFY2(job, job ? "" : qPrintable(logLine(job.error())));
    QCOMPARE(job->state, PrintJobState::Printed);
    QFile file(m_out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), Page.pdf);
}

void TestCupsPrinter::print_printerSwitchedOff_staysQueuedAndTheLightTells()
{
    QVERIFY(addQueue(u"off"_s, u"socket://127.0.0.1:1"_s));
    PageStation station(printer(u"off"_s, 1));
    QSignalSpy waits(&station, &PageStation::waits);
    QSignalSpy failed(&station, &PageStation::failed);
    QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
    const int ticket = station.print(Page);
    QTRY_VERIFY(!waits.isEmpty());
    QCOMPARE(waits.first().at(0).toInt(), ticket);
    QVERIFY(waits.first().at(1).value<Error>().code.startsWith("printer."_L1));
    QTRY_VERIFY(station.state().reason);
    station.takeBack(ticket);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"printer.job-cancelled"_s);
    QTRY_VERIFY((station.refreshState(), station.state().health == DeviceHealth::Ready));
}

void TestCupsPrinter::print_backendGivesUp_isAborted()
{
    QVERIFY(
        addQueue(u"giveup"_s, u"socket://127.0.0.1:1/?contimeout=1"_s, {u"-o"_s, u"printer-error-policy=abort-job"_s}));
    const auto giveUp = printer(u"giveup"_s, 30);
    const auto job = printAndFollow(*giveUp, Page, {});
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"printer.job-aborted"_s);
}

void TestCupsPrinter::print_cancelledInTheQueue_isToldSo()
{
    QVERIFY(addQueue(u"waiting"_s, u"socket://127.0.0.1:1"_s));
    const std::jthread later([this] {
        QThread::msleep(1500);
        run(u"/usr/bin/cancel"_s, {u"-h"_s, m_server, u"-a"_s, u"waiting"_s});
    });
    const auto waiting = printer(u"waiting"_s, 30);
    const auto job = printAndFollow(*waiting, Page, {});
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"printer.job-cancelled"_s);
}

// A job is held at the queue and let go there, as an administrator does it.
void TestCupsPrinter::print_heldJob_isToldUntilItIsLetGo()
{
    QVERIFY(addQueue(u"holding"_s, {}, {u"-o"_s, u"job-hold-until-default=indefinite"_s}));
    PageStation station(printer(u"holding"_s));
    QSignalSpy waits(&station, &PageStation::waits);
    QSignalSpy printed(&station, &PageStation::printed);
    station.print(Page);
    QTRY_COMPARE(waits.size(), 1);
    const auto why = waits.first().at(1).value<Error>();
    QCOMPARE(why.code, u"printer.job-held"_s);
    QTRY_COMPARE(station.state().reason.value_or(Error()).code, u"printer.job-held"_s);
    QVERIFY(run(
        u"/usr/bin/lp"_s, {u"-h"_s, m_server, u"-i"_s, why.fields.value(u"job"_s).toString(), u"-H"_s, u"resume"_s}));
    QTRY_COMPARE(printed.size(), 1);
    QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
}

// A server without a history (PreserveJobHistory No) forgets a job the moment it is out.
void TestCupsPrinter::follow_jobTheServerForgot_isOut()
{
    QVERIFY(addQueue(u"hall"_s, {}));
    const auto job = printer(u"hall"_s)->follow({PrintJobState::Queued, u"99999"_s}, {});
    QVERIFY2(job, job ? "" : qPrintable(logLine(job.error())));
    QCOMPARE(job->state, PrintJobState::Printed);
}

// What the printer's own driver is told: the options of the queue's description for tray and sides.
void TestCupsPrinter::print_trayAndSides_reachTheDriver()
{
    QVERIFY(addDrivenQueue(u"trays"_s));
    const auto trays = printer(u"trays"_s);
    const auto abilities = trays->abilities({}).value();
    QCOMPARE(abilities.trays, (QStringList{u"tray-1"_s, u"tray-2"_s}));
    QVERIFY(abilities.twoSided);
    auto request = Page;
    request.copies = 2;
    request.tray = u"tray-2"_s;
    request.sides = PaperSides::LongEdge;
    const auto job = printAndFollow(*trays, request, {});
    QVERIFY2(job, job ? "" : qPrintable(logLine(job.error())));
    QCOMPARE(job->state, PrintJobState::Printed);
    QFile told(m_folder.filePath(u"tmp/options.txt"_s));
    QVERIFY(told.open(QIODevice::ReadOnly));
    const auto options = QString::fromUtf8(told.readAll()).split(u' ');
    QVERIFY2(options.contains("InputSlot=Tray2"_L1), qPrintable(options.join(u' ')));
    QVERIFY2(options.contains("Duplex=DuplexNoTumble"_L1), qPrintable(options.join(u' ')));
    QVERIFY2(options.contains("copies:2"_L1), qPrintable(options.join(u' ')));
    request.tray = u"tray-7"_s;
    QCOMPARE(trays->print(request, {}).error().code, u"printer.tray-unknown"_s);
}

// A queue without a description tells no trays; two sides are more than it knows, and the page comes all the same.
void TestCupsPrinter::print_twoSidesUnknownToTheQueue_comeOnOne()
{
    QVERIFY(addQueue(u"plain"_s, {}));
    const auto plain = printer(u"plain"_s);
    QVERIFY(!plain->abilities({})->twoSided);
    auto request = Page;
    request.sides = PaperSides::LongEdge;
    QCOMPARE(printAndFollow(*plain, request, {})->state, PrintJobState::Printed);
}

void TestCupsPrinter::print_stoppedQueue_isRefused()
{
    QVERIFY(addQueue(u"stopped"_s, {}));
    QVERIFY(run(u"/usr/sbin/cupsdisable"_s, {u"-h"_s, m_server, u"stopped"_s}));
    const auto job = printer(u"stopped"_s)->print(Page, {});
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"printer.stopped"_s);
}

void TestCupsPrinter::print_rejectingQueue_isRefused()
{
    QVERIFY(addQueue(u"rejecting"_s, {}));
    QVERIFY(run(u"/usr/sbin/cupsreject"_s, {u"-h"_s, m_server, u"rejecting"_s}));
    const auto job = printer(u"rejecting"_s)->print(Page, {});
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"printer.rejecting"_s);
}

void TestCupsPrinter::print_userNotAllowed_isRefused()
{
    QVERIFY(addQueue(u"closed"_s, {}, {u"-u"_s, u"deny:root"_s}));
    const auto job = printer(u"closed"_s)->print(Page, {});
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"printer.refused"_s);
}

void TestCupsPrinter::print_unknownQueue_isToldSo()
{
    const auto job = printer(u"nowhere"_s)->print(Page, {});
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"printer.queue-unknown"_s);
    QCOMPARE(printer(u"nowhere"_s)->state({}).reason->code, u"printer.queue-unknown"_s);
}

void TestCupsPrinter::print_noServer_isToldSo()
{
    const auto lost = printerDrivers().make(u"cups:hall?server=127.0.0.1:1"_s).value();
    const auto job = lost->print(Page, {});
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"printer.server"_s);
}

void TestCupsPrinter::print_stopRequested_endsQuickly()
{
    QVERIFY(addQueue(u"slow"_s, u"socket://127.0.0.1:1"_s));
    std::stop_source source;
    const std::jthread later([&source] {
        QThread::msleep(500);
        source.request_stop();
    });
    test::FairTimer timer;
    timer.start();
    const auto slow = printer(u"slow"_s, 600);
    std::ignore = printAndFollow(*slow, Page, source.get_token());
    QVERIFY(timer.elapsed() < 3000);
}

void TestCupsPrinter::queues_server_listsThem()
{
    QVERIFY(addQueue(u"listed"_s, {}));
    const auto connection = CupsConnection::open(m_server, {}).value();
    QVERIFY(connection->queues()->contains(u"listed"_s));
}

QTEST_GUILESS_MAIN(TestCupsPrinter)
#include "test_cups_printer.moc"
