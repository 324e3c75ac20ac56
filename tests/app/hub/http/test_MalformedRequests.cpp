#include "TestHub.h"

#include <QtTest>

#include <random>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace kuaiban::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestMalformedRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request_malformed_is400AndClosed_data();
    void request_malformed_is400AndClosed();
    void request_smuggling_isRefused_data();
    void request_smuggling_isRefused();
    void requests_5000mutated_serverStaysWhole();
};

void TestMalformedRequests::request_malformed_is400AndClosed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("no HTTP at all") << "hello there\r\n\r\n"_ba;
    QTest::addRow("binary") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15);
    QTest::addRow("no version") << "GET /\r\n\r\n"_ba;
    QTest::addRow("HTTP/2.0") << "GET / HTTP/2.0\r\nHost: h\r\n\r\n"_ba;
    QTest::addRow("preface of HTTP/2") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba;
    QTest::addRow("no Host") << "GET /healthz HTTP/1.1\r\n\r\n"_ba;
    QTest::addRow("two Hosts") << "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"_ba;
    QTest::addRow("blank before the colon") << "GET /healthz HTTP/1.1\r\nHost : h\r\n\r\n"_ba;
    QTest::addRow("line without colon") << "GET /healthz HTTP/1.1\r\nHost: h\r\nnonsense\r\n\r\n"_ba;
    QTest::addRow("control character in a value") << "GET /healthz HTTP/1.1\r\nHost: h\r\nX: a\x01z\r\n\r\n"_ba;
    QTest::addRow("blank in the target") << "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n"_ba;
    QTest::addRow("broken escape") << "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n"_ba;
    QTest::addRow("NUL in the target") << "GET /%00 HTTP/1.1\r\nHost: h\r\n\r\n"_ba;
    QTest::addRow("length is no number") << "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: ten\r\n\r\n"_ba;
    QTest::addRow("negative length") << "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n"_ba;
    QTest::addRow("length of 30 digits") << "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: " + QByteArray(30, '9') +
                                                "\r\n\r\n";
    QTest::addRow("broken chunk")
        << "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n"_ba;
}

void TestMalformedRequests::request_malformed_is400AndClosed()
{
    QFETCH(QByteArray, bytes);
    TestHub hub;
    QVERIFY(hub.start());
    auto client = hub.client();
    QVERIFY(client.send(bytes));
    const auto reply = client.receive();
    QVERIFY(reply);
    QCOMPARE(reply->status, 400);
    QCOMPARE(reply->code(), u"http.malformed"_s);
    QCOMPARE(reply->headers["content-type"], "application/problem+json"_ba);
    QCOMPARE(reply->headers["connection"], "close"_ba);
    QVERIFY(client.closedWithin(5000));
    client.hangUp();
    QTRY_COMPARE(hub.metrics.openConnections(), 0);
    QCOMPARE(hub.metrics.inFlight(), 0);
}

void TestMalformedRequests::request_smuggling_isRefused_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addRow("two lengths") << "Content-Length: 5\r\nContent-Length: 6\r\n"_ba;
    QTest::addRow("length and chunked") << "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"_ba;
    QTest::addRow("chunked and length") << "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"_ba;
    QTest::addRow("chunked is not last") << "Transfer-Encoding: chunked, identity\r\n"_ba;
    QTest::addRow("unknown transfer coding") << "Transfer-Encoding: gzip\r\n"_ba;
    QTest::addRow("chunked twice") << "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"_ba;
    QTest::addRow("lengths in a list") << "Content-Length: 5, 5\r\n"_ba;
    QTest::addRow("length with a sign") << "Content-Length: +5\r\n"_ba;
}

void TestMalformedRequests::request_smuggling_isRefused()
{
    QFETCH(QByteArray, headers);
    TestHub hub;
    QVERIFY(hub.start());
    auto client = hub.client();
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\n" + headers +
                        "\r\n0\r\n\r\nGET /things/smuggled HTTP/1.1\r\nHost: h\r\n\r\n"));
    const auto reply = client.receive();
    QVERIFY(reply);
    QCOMPARE(reply->status, 400);
    QVERIFY(!client.receive(300)); // nothing behind it was taken for a request
    QCOMPARE(hub.metrics.requests(u"GET"_s, u"/things/{id}"_s, 200), 0);
}

// Takes good requests apart: bytes changed, dropped, doubled, swapped, cut. Whatever comes of it, each connection ends,
// only real statuses come back, and the server serves on.
void TestMalformedRequests::requests_5000mutated_serverStaysWhole()
{
    TestHub hub;
    hub.settings.headTimeout = 2s;
    hub.settings.transferTimeout = 2s;
    QVERIFY(hub.start());
    const QList<QByteArray> seeds{
        requestBytes(
            "GET", "/things/1?q=%E5%BC%A0", {}, "Accept-Language: zh-CN,en;q=0.5\r\nAccept-Encoding: gzip\r\n"),
        requestBytes("POST", "/echo", "0123456789", "Content-Type: application/json\r\n"),
        "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n"_ba,
        requestBytes("POST", "/small", "x", "Expect: 100-continue\r\n"),
        requestBytes("GET", "/healthz") + requestBytes("OPTIONS", "/echo") + requestBytes("DELETE", "/healthz"),
    };
    const QList<QByteArray> spices{"\r\n"_ba, "\r\n\r\n"_ba, ":"_ba, " "_ba, "\0"_ba, "%"_ba,
        "Content-Length: 99\r\n"_ba, "\t"_ba, "\xff\xfe"_ba, "chunked"_ba, "ffffffffffffffff\r\n"_ba, "HTTP/1.1"_ba,
        ";"_ba, QByteArray(2000, 'A')};
    std::mt19937 random(20240607);
    const auto below = [&random](qsizetype n) { return static_cast<qsizetype>(random() % static_cast<unsigned>(n)); };
    int answers = 0;
    for (int i = 0; i < 5000; ++i) {
        auto bytes = seeds[below(seeds.size())];
        for (qsizetype edits = 1 + below(4); edits > 0; --edits) {
            const auto at = below(bytes.size());
            switch (below(6)) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes.remove(at, 1 + below(8));
                break;
            case 2:
                bytes.insert(at, spices[below(spices.size())]);
                break;
            case 3:
                bytes.insert(at, bytes.mid(at, below(40)));
                break;
            case 4:
                std::swap(bytes[at], bytes[below(bytes.size())]);
                break;
            default:
                bytes.truncate(std::max<qsizetype>(1, at));
            }
            if (bytes.isEmpty())
                bytes = " "_ba;
        }
        auto client = hub.client();
        client.send(bytes);
        client.stopSending(); // whoever lacks bytes now will never get them
        while (const auto reply = client.receive(5000)) {
            QVERIFY2(reply->status == 100 || (reply->status >= 200 && reply->status < 600), bytes.toHex().constData());
            ++answers;
            if (reply->headers.value("connection") == "close")
                break;
        }
        if (i % 4 == 0)
            client.cut();
    }
    QVERIFY(answers > 2000);
    QTRY_COMPARE(hub.metrics.openConnections(), 0);
    QCOMPARE(hub.metrics.inFlight(), 0);
    auto client = hub.client();
    QCOMPARE(client.ask("POST", "/echo", "still here").body, "still here"_ba);
}

QTEST_GUILESS_MAIN(TestMalformedRequests)
#include "test_MalformedRequests.moc"
