#include "devices/base/ByteStream.h"
#include "devices/base/FileStream.h"
#include "devices/base/SerialStream.h"
#include "devices/base/TcpStream.h"
#include "tests/support/base/FairTimer.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include <fcntl.h>
#include <pty.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A pseudo terminal: the test holds the far end.
struct Pty
{
    int master = -1;
    int slave = -1;
    QString path;

    Pty()
    {
        char name[128] = {};
        termios raw{};
        ::cfmakeraw(&raw);
        if (::openpty(&master, &slave, name, &raw, nullptr) == 0)
            path = QString::fromLocal8Bit(name);
    }
    ~Pty() { hangUp(); }
    Q_DISABLE_COPY_MOVE(Pty)

    void hangUp()
    {
        if (slave >= 0)
            ::close(slave);
        if (master >= 0)
            ::close(master);
        master = slave = -1;
    }
};

QString codeOf(const Done& done)
{
    return done ? u"no error"_s : done.error().code;
}

} // namespace

class TestStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open_impossiblePort_tellsWhy_data();
    void open_impossiblePort_tellsWhy();
    void serial_openedTwice_isBusy();
    void serial_bytes_travelBothWays();
    void serial_silence_isNothingAfterTheLimit();
    void serial_hangUp_isUnplugged();
    void serial_stopRequested_endsTheWait();
    void tcp_bytes_travelBothWays();
    void tcp_peerGone_isUnplugged();
    void tcp_stopRequested_endsTheWait();
    void file_ordinary_isAppendedToAndPrivate();
    void file_nobodyReads_isWriteTimeout();
    void file_pipe_travels();
};

void TestStreams::open_impossiblePort_tellsWhy_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("code");
    QTest::addRow("no such serial port") << u"ga450:serial:/dev/ttyNone"_s << u"device.port-missing"_s;
    QTest::addRow("no serial port at all") << u"ga450:serial:/dev/null"_s << u"device.port"_s;
    QTest::addRow("no such device file") << u"escpos:file:/dev/usb/none"_s << u"device.port-missing"_s;
    QTest::addRow("a folder") << u"escpos:file:/"_s << u"device.port"_s;
    QTest::addRow("not allowed") << u"escpos:file:/proc/sys/kernel/ostype"_s << u"device.port-access"_s;
    QTest::addRow("nobody listens") << u"escpos:tcp:127.0.0.1:1"_s << u"device.unreachable"_s;
    QTest::addRow("no such host") << u"escpos:tcp:printer.invalid:9100"_s << u"device.unreachable"_s;
}

void TestStreams::open_impossiblePort_tellsWhy()
{
    QFETCH(QString, uri);
    const auto stream = makeByteStream(parseDeviceUri(uri).value(), 9600);
    QVERIFY(stream);
    const auto opened = (*stream)->open({});
    QTEST(codeOf(opened), "code");
    QVERIFY(!opened.error().fields.value("port"_L1).toString().isEmpty());
    QVERIFY(!(*stream)->isOpen());
}

void TestStreams::serial_openedTwice_isBusy()
{
    const Pty pty;
    SerialStream first(pty.path, 115'200);
    SerialStream second(pty.path, 115'200);
    QVERIFY(first.open({}));
    QCOMPARE(codeOf(second.open({})), u"device.port-busy"_s);
}

void TestStreams::serial_bytes_travelBothWays()
{
    const Pty pty;
    SerialStream stream(pty.path, 115'200);
    QVERIFY(stream.open({}));
    QVERIFY(stream.write("ping", 1s, {}));
    char buffer[8] = {};
    QCOMPARE(::read(pty.master, buffer, sizeof buffer), 4);
    QCOMPARE(QByteArrayView(buffer), "ping"_ba);
    QCOMPARE(::write(pty.master, "pong", 4), 4);
    QCOMPARE(stream.read(1s, {}).value(), "pong"_ba);
    QCOMPARE(::write(pty.master, "late", 4), 4);
    QTest::qWait(20);
    stream.discardInput();
    QCOMPARE(stream.read(30ms, {}).value(), QByteArray());
}

void TestStreams::serial_silence_isNothingAfterTheLimit()
{
    const Pty pty;
    SerialStream stream(pty.path, 115'200);
    QVERIFY(stream.open({}));
    const test::FairTimer fair;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(stream.read(100ms, {}).value(), QByteArray());
    QVERIFY(timer.elapsed() >= 95 && fair.elapsed() < 1000);
}

void TestStreams::serial_hangUp_isUnplugged()
{
    Pty pty;
    SerialStream stream(pty.path, 115'200);
    QVERIFY(stream.open({}));
    pty.hangUp();
    const auto read = stream.read(2s, {});
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"device.unplugged"_s);
}

void TestStreams::serial_stopRequested_endsTheWait()
{
    const Pty pty;
    SerialStream stream(pty.path, 115'200);
    QVERIFY(stream.open({}));
    std::stop_source source;
    source.request_stop();
    test::FairTimer timer;
    timer.start();
    const auto read = stream.read(20s, source.get_token());
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"device.cancelled"_s);
    QVERIFY(timer.elapsed() < 500);
}

void TestStreams::tcp_bytes_travelBothWays()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    TcpStream stream(u"127.0.0.1"_s, server.serverPort());
    QVERIFY(stream.open({}));
    QVERIFY(server.waitForNewConnection(1000));
    const std::unique_ptr<QTcpSocket> peer(server.nextPendingConnection());
    QVERIFY(stream.write("ping", 1s, {}));
    QVERIFY(peer->waitForReadyRead(1000));
    QCOMPARE(peer->readAll(), "ping"_ba);
    peer->write("pong");
    QVERIFY(peer->waitForBytesWritten(1000));
    QCOMPARE(stream.read(1s, {}).value(), "pong"_ba);
}

void TestStreams::tcp_peerGone_isUnplugged()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    TcpStream stream(u"127.0.0.1"_s, server.serverPort());
    QVERIFY(stream.open({}));
    QVERIFY(server.waitForNewConnection(1000));
    delete server.nextPendingConnection();
    const auto read = stream.read(2s, {});
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"device.unplugged"_s);
    QCOMPARE(codeOf(stream.write("x", 1s, {})), u"device.unplugged"_s);
}

void TestStreams::tcp_stopRequested_endsTheWait()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    TcpStream stream(u"127.0.0.1"_s, server.serverPort());
    QVERIFY(stream.open({}));
    std::stop_source source;
    source.request_stop();
    QCOMPARE(stream.read(20s, source.get_token()).error().code, u"device.cancelled"_s);
}

void TestStreams::file_ordinary_isAppendedToAndPrivate()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"receipt.bin"_s);
    for (const auto* part : {"one", "two"}) {
        FileStream stream(path);
        QVERIFY(stream.open({}));
        QVERIFY(!stream.canAnswer());
        QVERIFY(stream.write(part, 1s, {}));
        QCOMPARE(stream.read(20s, {}).value(), QByteArray());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "onetwo"_ba);
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestStreams::file_nobodyReads_isWriteTimeout()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    FileStream stream(path);
    QVERIFY(stream.open({}));
    QCOMPARE(codeOf(stream.write(QByteArray(1 << 20, 'x'), 100ms, {})), u"device.write-timeout"_s);
}

void TestStreams::file_pipe_travels()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    FileStream stream(path);
    QVERIFY(stream.open({}));
    QVERIFY(stream.write("abc", 1s, {}));
    QCOMPARE(stream.read(1s, {}).value(), "abc"_ba);
    QCOMPARE(stream.read(30ms, {}).value(), QByteArray());
    QVERIFY(stream.write("late", 1s, {}));
    stream.discardInput();
    QCOMPARE(stream.read(30ms, {}).value(), QByteArray());
}

QTEST_GUILESS_MAIN(TestStreams)
#include "test_streams.moc"
