#include "modules/base/Clock.h"
#include "modules/base/FailureManual.h"
#include "modules/journal/Signer.h"
#include "modules/sync/HttpHubLink.h"
#include "tests/support/http/TestCertificate.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;
using sync::HttpHubLink;
using sync::HubResponse;

namespace {

constexpr int LongMs = 15'000;

// Says the same bytes to whoever has sent a whole head, or nothing at all.
class Answering
{
public:
    explicit Answering(QTcpServer& server, QByteArray answer = {})
    {
        QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [this, &server, answer] {
            while (auto* socket = server.nextPendingConnection()) {
                const auto read = [this, socket, answer] {
                    heard += socket->readAll();
                    if (!answer.isEmpty() && heard.contains("\r\n\r\n")) {
                        socket->write(answer);
                        socket->disconnectFromHost();
                    }
                };
                QObject::connect(socket, &QTcpSocket::readyRead, socket, read);
                read();
            }
        });
    }
    Q_DISABLE_COPY_MOVE(Answering)

    QByteArray heard;
};

QUrl at(const QTcpServer& server, const QString& scheme = u"http"_s)
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(server.serverPort()));
}

Result<HubResponse> asked(HttpHubLink& link, const sync::HubRequest& request = {.path = u"/feed?after=0"_s})
{
    const auto future = link.send(request);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, LongMs))
        return fail(Error{u"test.waited-in-vain"_s, Origin::Machine, {}, {}});
    return future.result();
}

} // namespace

// The way over a real network, to servers that are not as they should be.
class TestHttpLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void checkAddress_plainHttp_isForThisMachineOnly_data();
    void checkAddress_plainHttp_isForThisMachineOnly();
    void send_plainHttpToAnotherMachine_isNeverTried();
    void send_goodAnswer_comesWithTimeAndTokens();
    void send_signed_bearsTheMachinesSignature();
    void send_keyThatIsNone_isToldBeforeAnythingIsSent();
    void send_closedPort_isUnreachable();
    void send_silentServer_timesOut();
    void send_notHttp_isUnreachable();
    void send_answerThatIsNotJson_isUnreadable();
    void send_problemPage_becomesItsError();
    void send_errorWithoutProblemPage_isTransientByItsStatus_data();
    void send_errorWithoutProblemPage_isTransientByItsStatus();
    void send_linkDestroyedMeanwhile_isAnswered();
    void tls_certificate_data();
    void tls_certificate();
    void inspect_anyCertificate_isShown();
    void inspect_closedPort_isUnreachable();
    void manual_everyCodeOfTheRoom_hasBothTexts();

private:
    bool serveTls(QSslServer& server) const;

    QTemporaryDir m_folder;
    QSslCertificate m_certificate;
};

void TestHttpLink::initTestCase()
{
    const QString file = m_folder.filePath(u"hub.pem"_s);
    QVERIFY(test::writeTestCertificate(file, m_folder.filePath(u"hub.key"_s)));
    m_certificate = QSslCertificate::fromPath(file).value(0);
    QVERIFY(!m_certificate.isNull());
}

bool TestHttpLink::serveTls(QSslServer& server) const
{
    QFile keyFile(m_folder.filePath(u"hub.key"_s));
    if (!keyFile.open(QIODevice::ReadOnly))
        return false;
    QSslConfiguration configuration;
    configuration.setLocalCertificate(m_certificate);
    configuration.setPrivateKey(QSslKey(keyFile.readAll(), QSsl::Ec));
    server.setSslConfiguration(configuration);
    return server.listen(QHostAddress::LocalHost);
}

void TestHttpLink::checkAddress_plainHttp_isForThisMachineOnly_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("code");
    QTest::newRow("https anywhere") << u"https://hub.example.cn"_s << QString();
    QTest::newRow("https with a port") << u"https://10.0.0.5:8443"_s << QString();
    QTest::newRow("this machine by name") << u"http://localhost:18080"_s << QString();
    QTest::newRow("this machine") << u"http://127.0.0.1:18080"_s << QString();
    QTest::newRow("this machine, IPv6") << u"http://[::1]:18080"_s << QString();
    QTest::newRow("plain to the hall") << u"http://10.0.0.5:18080"_s << u"sync.plain-http"_s;
    QTest::newRow("plain by name") << u"http://hub.example.cn"_s << u"sync.plain-http"_s;
    QTest::newRow("a name that begins like this machine") << u"http://127.0.0.1.example.cn"_s << u"sync.plain-http"_s;
    QTest::newRow("another scheme") << u"ftp://127.0.0.1"_s << u"sync.plain-http"_s;
    QTest::newRow("no host") << u"hub"_s << u"sync.address"_s;
    QTest::newRow("nothing") << QString() << u"sync.address"_s;
}

void TestHttpLink::checkAddress_plainHttp_isForThisMachineOnly()
{
    QFETCH(const QString, address);
    const auto checked = HttpHubLink::checkAddress(QUrl(address));
    QTEST(checked ? QString() : checked.error().code, "code");
}

void TestHttpLink::send_plainHttpToAnotherMachine_isNeverTried()
{
    HttpHubLink link({QUrl(u"http://hub.example.cn"_s), {}, u"device"_s});
    const auto future = link.send({.path = u"/feed"_s});
    QVERIFY(future.isFinished()); // no name was looked up
    QCOMPARE(future.result().error().code, u"sync.plain-http"_s);
}

void TestHttpLink::send_goodAnswer_comesWithTimeAndTokens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Answering hub(server, "HTTP/1.1 200 OK\r\nX-Hub-Time: 2026-11-20T09:00:00.250+08:00\r\n"
                                "Content-Length: 9\r\n\r\n{\"more\":1");
    HttpHubLink link({at(server), {}, u"device-token"_s});
    link.setSessionToken(u"session-token"_s);
    const auto answer =
        asked(link, {.method = "POST", .path = u"/number-ranges"_s, .body = "{}", .idempotencyKey = u"key-1"_s});
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->hubMs, utcMs({2026, 11, 20}, {9, 0}) + 250);
    QVERIFY(answer->roundTripMs >= 0);
    QVERIFY(hub.heard.startsWith("POST /api/v1/number-ranges HTTP/1.1\r\n"));
    for (const auto* header : {"Authorization: Bearer session-token\r\n", "X-Device-Token: device-token\r\n",
             "Idempotency-Key: key-1\r\n", "Content-Type: application/json\r\n"})
        QVERIFY2(hub.heard.contains(header), header);
}

void TestHttpLink::send_signed_bearsTheMachinesSignature()
{
    const auto pem = journal::newSigningKey();
    QVERIFY(pem);
    for (const bool isSigned : {true, false}) {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const Answering hub(server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        HttpHubLink link({at(server), {}, {}, *pem});
        QVERIFY(asked(link, {.method = "POST", .path = u"/commands"_s, .body = "{}", .isSigned = isSigned}));
        const auto name = "X-Device-Signature: "_ba;
        const auto begin = hub.heard.indexOf(name);
        QCOMPARE(begin >= 0, isSigned);
        if (isSigned) {
            const auto from = begin + name.size();
            const auto signature = QByteArray::fromBase64(hub.heard.mid(from, hub.heard.indexOf("\r\n", from) - from));
            QVERIFY((*journal::signerFromPem(*pem))->verifies(journal::pushBytes("{}"), signature));
        }
    }
}

void TestHttpLink::send_keyThatIsNone_isToldBeforeAnythingIsSent()
{
    HttpHubLink link({QUrl(u"http://127.0.0.1:9"_s), {}, {}, "no key"});
    QCOMPARE(asked(link, {.method = "POST", .path = u"/commands"_s, .isSigned = true}).error().code,
        u"journal.signing-key"_s);
}

void TestHttpLink::send_closedPort_isUnreachable()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QUrl address = at(server);
    server.close();
    HttpHubLink link({address, {}, {}});
    const auto answer = asked(link);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"sync.unreachable"_s);
    QVERIFY(sync::isTransient(answer.error()));
}

void TestHttpLink::send_silentServer_timesOut()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Answering hub(server);
    HttpHubLink link({at(server), {}, {}});
    const auto answer = asked(link, {.path = u"/feed"_s, .timeoutMs = 200});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"sync.timeout"_s);
    QVERIFY(sync::isTransient(answer.error()));
}

void TestHttpLink::send_notHttp_isUnreachable()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Answering hub(server, "SSH-2.0-something\r\n\r\n");
    HttpHubLink link({at(server), {}, {}});
    const auto answer = asked(link);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"sync.unreachable"_s);
}

void TestHttpLink::send_answerThatIsNotJson_isUnreadable()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Answering hub(server, "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n<html></html>");
    HttpHubLink link({at(server), {}, {}});
    const auto answer = asked(link);
    QVERIFY(answer);
    QCOMPARE(answer->hubMs, 0);
    QCOMPARE(answer->json().error().code, u"sync.answer"_s);
}

void TestHttpLink::send_problemPage_becomesItsError()
{
    const QByteArray body = R"({"code":"casework.right","origin":"user","status":403,"fields":{"right":"case.open"}})";
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Answering hub(
        server, "HTTP/1.1 403 Forbidden\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    HttpHubLink link({at(server), {}, {}});
    const auto answer = asked(link);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"casework.right"_s);
    QCOMPARE(answer.error().origin, Origin::User);
    QCOMPARE(answer.error().fields.value("right"_L1).toString(), u"case.open"_s);
    QVERIFY(!sync::isTransient(answer.error()));
}

void TestHttpLink::send_errorWithoutProblemPage_isTransientByItsStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("transient");
    QTest::newRow("404 of some other server") << 404 << false;
    QTest::newRow("429 of a proxy") << 429 << true;
    QTest::newRow("502 of a proxy") << 502 << true;
    QTest::newRow("503 of a proxy") << 503 << true;
}

void TestHttpLink::send_errorWithoutProblemPage_isTransientByItsStatus()
{
    QFETCH(const int, status);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Answering hub(server, "HTTP/1.1 " + QByteArray::number(status) + " No\r\nContent-Length: 5\r\n\r\nsorry");
    HttpHubLink link({at(server), {}, {}});
    const auto answer = asked(link);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"sync.answer"_s);
    QTEST(sync::isTransient(answer.error()), "transient");
}

void TestHttpLink::send_linkDestroyedMeanwhile_isAnswered()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Answering hub(server);
    auto link = std::make_unique<HttpHubLink>(HttpHubLink::Address{at(server), {}, {}});
    const auto future = link->send({.path = u"/feed"_s});
    QTRY_VERIFY(!hub.heard.isEmpty());
    link.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, u"sync.unreachable"_s);
}

void TestHttpLink::tls_certificate_data()
{
    QTest::addColumn<QByteArray>("pinned");
    QTest::addColumn<QString>("code");
    QTest::newRow("the pinned one") << m_certificate.digest(QCryptographicHash::Sha256) << QString();
    QTest::newRow("another than the pinned one") << QByteArray(32, 'x') << u"sync.certificate"_s;
    QTest::newRow("none pinned, signed by nobody") << QByteArray() << u"sync.certificate"_s;
}

void TestHttpLink::tls_certificate()
{
    QFETCH(const QByteArray, pinned);
    QFETCH(const QString, code);
    QSslServer server;
    QVERIFY(serveTls(server));
    const Answering hub(server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    HttpHubLink link({at(server, u"https"_s), pinned, u"device-token"_s});
    const auto answer = asked(link);
    QCOMPARE(answer ? QString() : answer.error().code, code);
    QCOMPARE(hub.heard.isEmpty(), !code.isEmpty()); // tokens are told to nobody else
}

void TestHttpLink::inspect_anyCertificate_isShown()
{
    QSslServer server;
    QVERIFY(serveTls(server));
    const auto future = HttpHubLink::inspect(at(server, u"https"_s), this);
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), LongMs);
    QVERIFY(future.result());
    QCOMPARE(*future.result(), m_certificate);
}

void TestHttpLink::inspect_closedPort_isUnreachable()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QUrl address = at(server, u"https"_s);
    server.close();
    const auto future = HttpHubLink::inspect(address, this);
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), LongMs);
    QCOMPARE(future.result().error().code, u"sync.unreachable"_s);
}

void TestHttpLink::manual_everyCodeOfTheRoom_hasBothTexts()
{
    QFile header(test::inSource(u"modules/sync/SyncErrors.h"));
    QVERIFY(header.open(QIODevice::ReadOnly));
    static const QRegularExpression pattern(u"failure\\(\"([^\"]+)\""_s);
    const FailureManual manual;
    int count = 0;
    for (auto match = pattern.globalMatch(QString::fromUtf8(header.readAll())); match.hasNext(); ++count) {
        const QString code = match.next().captured(1);
        QVERIFY2(manual.has(code), qPrintable(code));
        for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
            const auto text = manual.text(Error{code, Origin::User, {}, {}}, language);
            QVERIFY2(!text.what.isEmpty() && !text.cause.isEmpty() && !text.remedy.isEmpty(),
                qPrintable(code + u' ' + language));
        }
    }
    QVERIFY(count > 0); // the pattern still fits the header
}

QTEST_GUILESS_MAIN(TestHttpLink)
#include "test_http_link.moc"
