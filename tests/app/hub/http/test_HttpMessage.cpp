#include "app/hub/http/Gzip.h"
#include "app/hub/http/HttpMessage.h"
#include "app/hub/http/HttpSettings.h"
#include "app/hub/http/RequestTarget.h"
#include "app/hub/http/ResponseHead.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace Qt::StringLiterals;

class TestHttpMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headers_differentCase_areOneField();
    void query_repeatedNames_keepAllValues();
    void attributes_twoTypes_areKeptApart();
    void parseTarget_texts_data();
    void parseTarget_texts();
    void parseTarget_broken_data();
    void parseTarget_broken();
    void clientOrigin_peers_data();
    void clientOrigin_peers();
    void languageOf_fields_data();
    void languageOf_fields();
    void acceptsToken_fields_data();
    void acceptsToken_fields();
    void jsonBody_bodies_data();
    void jsonBody_bodies();
    void gzip_roundTrip_keepsBytes_data();
    void gzip_roundTrip_keepsBytes();
    void gunzipped_atAndOverLimit_isExact();
    void gunzipped_cutOrTrailing_isRefused();
    void responseHead_hostileHeader_startsNoNewOne();
    void responseHead_handlersCacheControl_isKept();
    void settings_goodJson_isRead();
    void settings_badJson_namesField_data();
    void settings_badJson_namesField();
};

void TestHttpMessage::headers_differentCase_areOneField()
{
    HttpHeaders headers;
    headers.add(u"Accept"_s, u"a"_s);
    headers.add(u"ACCEPT"_s, u"b"_s);
    QCOMPARE(headers.value(u"accept"), u"a, b"_s);
    QCOMPARE(headers.count(u"aCCept"), 2);
    headers.set(u"accept"_s, u"c"_s);
    QCOMPARE(headers.value(u"Accept"), u"c"_s);
    QCOMPARE(headers.fields().size(), 1);
    QVERIFY(!headers.has(u"accept-language"));
}

void TestHttpMessage::query_repeatedNames_keepAllValues()
{
    const auto target = parseTarget("/x?a=1&b&a=2&&c=");
    QVERIFY(target);
    QCOMPARE(target->query.values(u"a"), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(target->query.value(u"a"), u"1"_s);
    QVERIFY(target->query.has(u"b"));
    QCOMPARE(target->query.value(u"d", u"none"_s), u"none"_s);
    QCOMPARE(target->query.items().size(), 4);
}

void TestHttpMessage::attributes_twoTypes_areKeptApart()
{
    Attributes attributes;
    attributes.set(QString(u"account"_s));
    attributes.set(7);
    QCOMPARE(*attributes.find<QString>(), u"account"_s);
    QCOMPARE(*attributes.find<int>(), 7);
    QVERIFY(!attributes.find<double>());
    attributes.set(8);
    QCOMPARE(*attributes.find<int>(), 8);
}

void TestHttpMessage::parseTarget_texts_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("segments");
    QTest::addColumn<QString>("q");
    QTest::addRow("plain") << "/a/b"_ba << u"/a/b"_s << QStringList{u"a"_s, u"b"_s} << QString();
    QTest::addRow("root") << "/"_ba << u"/"_s << QStringList{QString()} << QString();
    QTest::addRow("trailing slash") << "/a/"_ba << u"/a/"_s << QStringList{u"a"_s, QString()} << QString();
    QTest::addRow("escaped slash stays in its segment")
        << "/a%2Fb"_ba << u"/a/b"_s << QStringList{u"a/b"_s} << QString();
    QTest::addRow("Chinese") << "/%E5%BC%A0?q=%e5%bc%a0"_ba << u"/张"_s << QStringList{u"张"_s} << u"张"_s;
    QTest::addRow("beyond the basic plane") << "/x?q=%F0%A0%AE%B7"_ba << u"/x"_s << QStringList{u"x"_s} << u"𠮷"_s;
    QTest::addRow("plus of a time zone") << "/x?q=08:00:00+08:00"_ba << u"/x"_s << QStringList{u"x"_s}
                                         << u"08:00:00+08:00"_s;
    QTest::addRow("equals in the value") << "/x?q=a=b"_ba << u"/x"_s << QStringList{u"x"_s} << u"a=b"_s;
    QTest::addRow("absolute form") << "http://hub.test:80/a?q=1"_ba << u"/a"_s << QStringList{u"a"_s} << u"1"_s;
    QTest::addRow("absolute form without path")
        << "http://hub.test"_ba << u"/"_s << QStringList{QString()} << QString();
    QTest::addRow("URL as value") << "/a?q=http://x/y"_ba << u"/a"_s << QStringList{u"a"_s} << u"http://x/y"_s;
    QTest::addRow("asterisk") << "*"_ba << u"*"_s << QStringList{} << QString();
}

void TestHttpMessage::parseTarget_texts()
{
    QFETCH(QByteArray, target);
    const auto parsed = parseTarget(target);
    QVERIFY(parsed);
    QTEST(parsed->path, "path");
    QTEST(parsed->segments, "segments");
    QTEST(parsed->query.value(u"q"), "q");
}

void TestHttpMessage::parseTarget_broken_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addRow("half an escape at the end") << "/a%2"_ba;
    QTest::addRow("lonely percent") << "/a%"_ba;
    QTest::addRow("no hex digits") << "/%zz"_ba;
    QTest::addRow("NUL in the path") << "/a%00"_ba;
    QTest::addRow("NUL in the query") << "/a?q=%00"_ba;
    QTest::addRow("no UTF-8") << "/%ff%fe"_ba;
    QTest::addRow("overlong UTF-8") << "/%c0%af"_ba;
    QTest::addRow("broken query name") << "/a?%=1"_ba;
    QTest::addRow("no slash") << "a/b"_ba;
    QTest::addRow("authority form") << "hub.test:443"_ba;
    QTest::addRow("fragment") << "/a#b"_ba;
    QTest::addRow("empty") << ""_ba;
}

void TestHttpMessage::parseTarget_broken()
{
    QFETCH(QByteArray, target);
    const auto parsed = parseTarget(target);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, u"http.malformed"_s);
}

void TestHttpMessage::clientOrigin_peers_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QString>("forwarded");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("secure");
    QTest::addRow("stranger who claims") << u"10.0.0.9"_s << u"1.2.3.4"_s << u"10.0.0.9"_s << false;
    QTest::addRow("proxy") << u"10.0.0.1"_s << u"1.2.3.4"_s << u"1.2.3.4"_s << true;
    QTest::addRow("two proxies") << u"10.0.0.1"_s << u"1.2.3.4, 10.0.0.2"_s << u"1.2.3.4"_s << true;
    QTest::addRow("client lies to the proxy") << u"10.0.0.1"_s << u"9.9.9.9, 1.2.3.4"_s << u"1.2.3.4"_s << true;
    QTest::addRow("proxy without field") << u"10.0.0.1"_s << QString() << u"10.0.0.1"_s << true;
}

void TestHttpMessage::clientOrigin_peers()
{
    QFETCH(QString, peer);
    QFETCH(QString, forwarded);
    HttpHeaders headers;
    if (!forwarded.isEmpty())
        headers.add(u"X-Forwarded-For"_s, forwarded);
    headers.add(u"X-Forwarded-Proto"_s, u"https"_s);
    const auto origin = clientOrigin(peer, false, headers, {u"10.0.0.1"_s, u"10.0.0.2"_s});
    QTEST(origin.address, "address");
    QTEST(origin.secure, "secure");
}

void TestHttpMessage::languageOf_fields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("language");
    QTest::addRow("nothing said") << QString() << u"zh_CN"_s;
    QTest::addRow("English") << u"en-GB,en;q=0.8"_s << u"en"_s;
    QTest::addRow("Chinese first") << u"zh-CN,zh;q=0.9,en;q=0.8"_s << u"zh_CN"_s;
    QTest::addRow("English preferred") << u"zh;q=0.3, EN;q=0.7"_s << u"en"_s;
    QTest::addRow("neither") << u"fr, de;q=0.5"_s << u"zh_CN"_s;
    QTest::addRow("English refused") << u"en;q=0"_s << u"zh_CN"_s;
    QTest::addRow("nonsense") << u";;q=,,=;q=x"_s << u"zh_CN"_s;
}

void TestHttpMessage::languageOf_fields()
{
    QFETCH(QString, field);
    QTEST(languageOf(field), "language");
}

void TestHttpMessage::acceptsToken_fields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("accepted");
    QTest::addRow("among others") << u"br, gzip;q=0.5"_s << true;
    QTest::addRow("in capitals") << u"GZIP"_s << true;
    QTest::addRow("refused") << u"gzip;q=0, br"_s << false;
    QTest::addRow("not named") << u"br"_s << false;
    QTest::addRow("part of a word") << u"xgzip"_s << false;
    QTest::addRow("empty") << QString() << false;
}

void TestHttpMessage::acceptsToken_fields()
{
    QFETCH(QString, field);
    QTEST(acceptsToken(field, "gzip"_L1), "accepted");
}

void TestHttpMessage::jsonBody_bodies_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addRow("object") << u"application/json"_s << R"({"a":1})"_ba << QString();
    QTest::addRow("with charset") << u"Application/JSON; charset=utf-8"_s << "{}"_ba << QString();
    QTest::addRow("form") << u"application/x-www-form-urlencoded"_s << "a=1"_ba << u"http.media-type"_s;
    QTest::addRow("no type") << QString() << "{}"_ba << u"http.media-type"_s;
    QTest::addRow("cut short") << u"application/json"_s << "{"_ba << u"base.json"_s;
}

void TestHttpMessage::jsonBody_bodies()
{
    QFETCH(QString, type);
    HttpRequest request;
    QFETCH(QByteArray, body);
    request.body = body;
    request.headers.add(u"content-type"_s, type);
    const auto parsed = jsonBody(request);
    QTEST(parsed ? QString() : parsed.error().code, "code");
}

void TestHttpMessage::gzip_roundTrip_keepsBytes_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("short") << "张三"_ba;
    QTest::addRow("large and even") << QByteArray(1'000'000, 'x');
    QByteArray noise(300'000, '\0');
    quint32 state = 1;
    for (auto& c : noise) {
        state = state * 1664525 + 1013904223;
        c = static_cast<char>(state >> 24);
    }
    QTest::addRow("large and uneven") << noise;
}

void TestHttpMessage::gzip_roundTrip_keepsBytes()
{
    QFETCH(QByteArray, plain);
    const auto unpacked = gunzipped(gzipped(plain), 1'000'000);
    QVERIFY(unpacked);
    QCOMPARE(*unpacked, plain);
}

void TestHttpMessage::gunzipped_atAndOverLimit_isExact()
{
    const QByteArray plain(100'000, 'x');
    const auto packed = gzipped(plain);
    QVERIFY(packed.size() < 1000);
    QVERIFY(gunzipped(packed, 100'000));
    const auto over = gunzipped(packed, 99'999);
    QVERIFY(!over);
    QCOMPARE(over.error().code, u"http.body-too-large"_s);
    QCOMPARE(over.error().fields.value("limit"_L1).toInt(), 99'999);
}

void TestHttpMessage::gunzipped_cutOrTrailing_isRefused()
{
    const auto packed = gzipped(QByteArray(5000, 'x'));
    for (const auto& wrong : {packed.chopped(1), packed.first(5), packed + "more", QByteArray(), "plain"_ba}) {
        const auto unpacked = gunzipped(wrong, 100'000);
        QVERIFY(!unpacked);
        QCOMPARE(unpacked.error().code, u"http.malformed"_s);
    }
}

void TestHttpMessage::responseHead_hostileHeader_startsNoNewOne()
{
    auto response = HttpResponse::text("x");
    response.headers.set(u"Location"_s, u"/a\r\nSet-Cookie: evil=1"_s);
    response.headers.set(u"Content-Length"_s, u"999"_s);
    const auto head = responseHead(response, {.keepAlive = true, .http10 = false, .requestId = u"r"_s, .nowMs = 0});
    QVERIFY(!head.contains("\nSet-Cookie"));
    QVERIFY(head.contains("\r\nContent-Length: 1\r\n"));
    QVERIFY(!head.contains("999"));
    QVERIFY(head.contains("\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n"));
    QVERIFY(head.contains("\r\nCache-Control: no-store\r\n"));
    QVERIFY(head.endsWith("\r\n\r\n"));
}

void TestHttpMessage::responseHead_handlersCacheControl_isKept()
{
    auto response = HttpResponse::empty();
    response.headers.set(u"Cache-Control"_s, u"max-age=60"_s);
    const auto head = responseHead(response, {.keepAlive = false, .http10 = true, .requestId = {}, .nowMs = 0});
    QCOMPARE(head.count("Cache-Control"), 1);
    QVERIFY(head.startsWith("HTTP/1.1 204 No Content\r\n"));
    QVERIFY(!head.contains("Content-Length"));
    QVERIFY(head.contains("\r\nConnection: close\r\n"));
}

void TestHttpMessage::settings_goodJson_isRead()
{
    const auto settings = HttpSettings::fromJson({{u"address"_s, u"0.0.0.0"_s}, {u"port"_s, 18080}, {u"workers"_s, 8},
        {u"certificate"_s, u"c.pem"_s}, {u"key"_s, u"k.pem"_s}, {u"idle_timeout"_s, 30}, {u"body_limit"_s, 4096},
        {u"trusted_proxies"_s, QJsonArray{u"10.0.0.1"_s}}});
    QVERIFY(settings);
    QCOMPARE(settings->port, quint16(18080));
    QCOMPARE(settings->workers, 8);
    QCOMPARE(settings->bodyLimit, 4096);
    QCOMPARE(settings->idleTimeout, std::chrono::milliseconds(30'000));
    QCOMPARE(settings->headTimeout, HttpSettings().headTimeout);
    QCOMPARE(settings->trustedProxies, QStringList{u"10.0.0.1"_s});
    QVERIFY(settings->tls());
    QVERIFY(!HttpSettings::fromJson({})->tls());
}

void TestHttpMessage::settings_badJson_namesField_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<QString>("path");
    QTest::addRow("port too high") << QJsonObject{{u"port"_s, 70000}} << u"http.port"_s;
    QTest::addRow("no workers") << QJsonObject{{u"workers"_s, 0}} << u"http.workers"_s;
    QTest::addRow("body over a megabyte") << QJsonObject{{u"body_limit"_s, 2'000'000}} << u"http.body_limit"_s;
    QTest::addRow("time of the wrong kind") << QJsonObject{{u"idle_timeout"_s, u"soon"_s}} << u"http.idle_timeout"_s;
    QTest::addRow("certificate without key") << QJsonObject{{u"certificate"_s, u"c"_s}} << u"http.key"_s;
    QTest::addRow("key without certificate") << QJsonObject{{u"key"_s, u"k"_s}} << u"http.certificate"_s;
}

void TestHttpMessage::settings_badJson_namesField()
{
    QFETCH(QJsonObject, object);
    const auto settings = HttpSettings::fromJson(object);
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, u"base.json-field"_s);
    QTEST(settings.error().fields.value("path"_L1).toString(), "path");
}

QTEST_GUILESS_MAIN(TestHttpMessage)
#include "test_HttpMessage.moc"
