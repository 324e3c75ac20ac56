#include "TestHub.h"

#include "tests/support/base/FairTimer.h"
#include "tests/support/http/TestCertificate.h"

#include <QTemporaryDir>
#include <QtTest>

#include <openssl/tls1.h>
#include <thread>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace kuaiban::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_hub.reset(); }
    void handshake_versions_data();
    void handshake_versions();
    void requests_keepAliveAndPipelining_work();
    void requests_concurrent_allAnswered();
    void body_tooLarge_stillGetsAnswer();
    void plainHttp_onTlsPort_isClosed();
    void silentClient_isClosed();
    void connectionClose_endsOrderly();
    void stop_idleTlsConnections_closes();
    void start_badFiles_data();
    void start_badFiles();

private:
    QString file(const QString& name) const { return m_directory.filePath(name); }
    HttpTestClient client(int version = 0) const
    {
        return HttpTestClient(m_hub->server->port(), HttpTestClient::Mode::Tls, version);
    }

    QTemporaryDir m_directory;
    std::unique_ptr<TestHub> m_hub;
};

void TestTls::initTestCase()
{
    QVERIFY(writeTestCertificate(file(u"cert.pem"_s), file(u"key.pem"_s)));
    QVERIFY(writeTestCertificate(file(u"other-cert.pem"_s), file(u"other-key.pem"_s)));
    QFile junk(file(u"junk.pem"_s));
    QVERIFY(junk.open(QIODevice::WriteOnly));
    junk.write("not a certificate\n");
}

void TestTls::init()
{
    m_hub = std::make_unique<TestHub>();
    m_hub->settings.certificateFile = file(u"cert.pem"_s);
    m_hub->settings.keyFile = file(u"key.pem"_s);
}

void TestTls::handshake_versions_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("accepted");
    QTest::addRow("TLS 1.3") << TLS1_3_VERSION << true;
    QTest::addRow("TLS 1.2") << TLS1_2_VERSION << true;
    QTest::addRow("TLS 1.1") << TLS1_1_VERSION << false;
}

void TestTls::handshake_versions()
{
    QFETCH(int, version);
    QFETCH(bool, accepted);
    QVERIFY(m_hub->start());
    auto connection = client(version);
    QCOMPARE(connection.isOpen(), accepted);
    if (!accepted)
        return;
    const auto reply = connection.ask("GET", "/things/1");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.json().value("secure"_L1).toBool());
}

void TestTls::requests_keepAliveAndPipelining_work()
{
    QVERIFY(m_hub->start());
    auto connection = client();
    for (int i = 0; i < 20; ++i) { // bodies of one and of several TLS records
        const auto reply = connection.ask("POST", "/echo", QByteArray(i * 5000, 'x'));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body.size(), i * 5000);
    }
    QVERIFY(connection.send(requestBytes("POST", "/echo", "1") + requestBytes("POST", "/echo", "2")));
    QCOMPARE(connection.receive()->body, "1"_ba);
    QCOMPARE(connection.receive()->body, "2"_ba);
}

void TestTls::requests_concurrent_allAnswered()
{
    QVERIFY(m_hub->start());
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 16; ++i) {
        threads.emplace_back([this, &right, i] {
            auto connection = client();
            for (int k = 0; k < 10; ++k) {
                const QByteArray body(1 + i * 1000 + k, 'x');
                right += connection.ask("POST", "/echo", body).body == body ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(right.load(), 160);
}

void TestTls::body_tooLarge_stillGetsAnswer()
{
    QVERIFY(m_hub->start());
    auto connection = client();
    QVERIFY(connection.send(requestBytes("POST", "/echo", QByteArray(4'000'000, 'x'))));
    const auto reply = connection.receive();
    QVERIFY(reply);
    QCOMPARE(reply->status, 413);
    connection.hangUp();
    QTRY_COMPARE(m_hub->metrics.openConnections(), 0);
}

void TestTls::plainHttp_onTlsPort_isClosed()
{
    QVERIFY(m_hub->start());
    auto plain = m_hub->client();
    QVERIFY(plain.send(requestBytes("GET", "/healthz")));
    QVERIFY(plain.closedWithin(3000));
    QTRY_COMPARE(m_hub->metrics.openConnections(), 0);
}

void TestTls::silentClient_isClosed()
{
    m_hub->settings.headTimeout = 200ms;
    QVERIFY(m_hub->start());
    auto silent = m_hub->client(); // connects and never says hello
    QVERIFY(silent.closedWithin(3000));
}

void TestTls::connectionClose_endsOrderly()
{
    QVERIFY(m_hub->start());
    auto connection = client();
    QCOMPARE(connection.ask("GET", "/healthz", {}, "Connection: close\r\n").status, 200);
    QVERIFY(connection.closedWithin(3000));
    connection.hangUp();
    QTRY_COMPARE(m_hub->metrics.openConnections(), 0);
}

void TestTls::stop_idleTlsConnections_closes()
{
    QVERIFY(m_hub->start());
    auto connection = client();
    QCOMPARE(connection.ask("GET", "/healthz").status, 200);
    test::FairTimer timer;
    timer.start();
    m_hub->server->stop();
    QVERIFY(timer.elapsed() < 1500);
    QVERIFY(connection.closedWithin(1000));
}

void TestTls::start_badFiles_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("culprit");
    QTest::addRow("certificate is not there") << u"none.pem"_s << u"key.pem"_s << u"none.pem"_s;
    QTest::addRow("key is not there") << u"cert.pem"_s << u"none.pem"_s << u"none.pem"_s;
    QTest::addRow("certificate is junk") << u"junk.pem"_s << u"key.pem"_s << u"junk.pem"_s;
    QTest::addRow("key is junk") << u"cert.pem"_s << u"junk.pem"_s << u"junk.pem"_s;
    QTest::addRow("key of another certificate") << u"cert.pem"_s << u"other-key.pem"_s << u"other-key.pem"_s;
    QTest::addRow("files exchanged") << u"key.pem"_s << u"cert.pem"_s << u"key.pem"_s;
}

void TestTls::start_badFiles()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, culprit);
    m_hub->settings.certificateFile = file(certificate);
    m_hub->settings.keyFile = file(key);
    const auto started = m_hub->start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, u"http.tls-config"_s);
    QCOMPARE(started.error().fields.value("file"_L1).toString(), file(culprit));
    QVERIFY(started.error().detail != "unknown"_L1);
}

QTEST_GUILESS_MAIN(TestTls)
#include "test_Tls.moc"
