#include "devices/printer/CupsConnection.h"
#include "devices/printer/PrinterDrivers.h"
#include "tests/support/devices/PythonDouble.h"

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
    const auto job = hall->print(Page, {});
    QVERIFY2(job, job ? "" : qPrintable(logLine(job.error())));
    QCOMPARE(job->state, PrintJobState::Printed);
    QFile file(m_out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), Page.pdf);
}

void TestCupsPrinter::print_printerSwitchedOff_staysQueuedAndTheLightTells()
{
    QVERIFY(addQueue(u"off"_s, u"socket://127.0.0.1:1"_s));
    const auto off = printer(u"off"_s, 1);
    const auto job = off->print(Page, {});
    QVERIFY(job);
    QCOMPARE(job->state, PrintJobState::Queued);
    const auto state = off->state({});
    QCOMPARE(state.health, DeviceHealth::Attention);
    QCOMPARE(state.reason->code, u"printer.job-waiting"_s);
    QVERIFY(run(u"/usr/bin/cancel"_s, {u"-h"_s, m_server, u"-a"_s, u"off"_s}));
    QTRY_COMPARE(off->state({}).health, DeviceHealth::Ready);
}

void TestCupsPrinter::print_backendGivesUp_isAborted()
{
    QVERIFY(
        addQueue(u"giveup"_s, u"socket://127.0.0.1:1/?contimeout=1"_s, {u"-o"_s, u"printer-error-policy=abort-job"_s}));
    const auto job = printer(u"giveup"_s, 30)->print(Page, {});
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
    const auto job = printer(u"waiting"_s, 30)->print(Page, {});
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"printer.job-cancelled"_s);
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
    QElapsedTimer timer;
    timer.start();
    std::ignore = printer(u"slow"_s, 600)->print(Page, source.get_token());
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
