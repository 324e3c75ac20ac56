#include "app/hub/http/HttpErrors.h"
#include "app/hub/http/Problems.h"

#include <QJsonDocument>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace Qt::StringLiterals;

class TestProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void page_chineseRequest_hasAllMembers();
    void page_englishRequest_isEnglish();
    void page_ownStatus_isUsed();
    void page_busy_saysWhenToComeBack();
    void page_everyCodeOfTheRoom_isInTheManual_data();
    void page_everyCodeOfTheRoom_isInTheManual();
    void statusOf_tableAndOrigins_data();
    void statusOf_tableAndOrigins();

private:
    FailureManual m_manual;
};

void TestProblems::page_chineseRequest_hasAllMembers()
{
    const Problems problems(m_manual);
    HttpRequest request;
    request.id = u"0190a0b0-0000-7000-8000-000000000001"_s;
    const auto page = problems.page(bodyTooLarge(1024 * 1024), request);
    QCOMPARE(page.status, 413);
    QCOMPARE(page.contentType, u"application/problem+json"_s);
    QCOMPARE(page.headers.value(u"Content-Language"), u"zh-CN"_s);
    QCOMPARE(page.failureCode, u"http.body-too-large"_s);
    const auto body = QJsonDocument::fromJson(page.body).object();
    QCOMPARE(body.value("type"_L1).toString(), u"urn:kuaiban:failure:http.body-too-large"_s);
    QCOMPARE(body.value("code"_L1).toString(), u"http.body-too-large"_s);
    QCOMPARE(body.value("status"_L1).toInt(), 413);
    QCOMPARE(body.value("instance"_L1).toString(), u"urn:uuid:"_s + request.id);
    QCOMPARE(body.value("title"_L1).toString(), u"一次提交的内容太多"_s);
    QCOMPARE(body.value("cause"_L1).toString(), u"一次最多提交 1024 KB。"_s);
    QVERIFY(!body.value("remedy"_L1).toString().isEmpty());
    QCOMPARE(body.value("fields"_L1).toObject().value("limit"_L1).toInt(), 1024 * 1024);
}

void TestProblems::page_englishRequest_isEnglish()
{
    const Problems problems(m_manual);
    const auto page = problems.page(requestMalformed(u"Host"_s), u"en"_s, u"id"_s);
    const auto body = QJsonDocument::fromJson(page.body).object();
    QCOMPARE(body.value("title"_L1).toString(), u"The hub could not read the request"_s);
    QCOMPARE(body.value("detail"_L1).toString(), u"Host"_s);
    QCOMPARE(page.headers.value(u"Content-Language"), u"en"_s);
}

void TestProblems::page_ownStatus_isUsed()
{
    const Problems problems(m_manual, {{u"http.media-type"_s, 400}});
    QCOMPARE(problems.page(mediaTypeWrong(u"x"_s), HttpRequest()).status, 400);
    const auto page = problems.page(mediaTypeWrong(u"x"_s), 418, HttpRequest());
    QCOMPARE(page.status, 418);
    QCOMPARE(QJsonDocument::fromJson(page.body).object().value("status"_L1).toInt(), 418);
}

void TestProblems::page_busy_saysWhenToComeBack()
{
    const Problems problems(m_manual);
    QCOMPARE(problems.page(hubBusy(7), HttpRequest()).headers.value(u"Retry-After"), u"7"_s);
    QCOMPARE(problems.page(tooManyRequests(9), HttpRequest()).headers.value(u"Retry-After"), u"9"_s);
    QCOMPARE(problems.page(methodNotAllowed(u"GET, HEAD"_s), HttpRequest()).headers.value(u"Allow"), u"GET, HEAD"_s);
    QVERIFY(!problems.page(routeNotFound(), HttpRequest()).headers.has(u"Retry-After"));
}

void TestProblems::page_everyCodeOfTheRoom_isInTheManual_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("code");
    QTest::newRow("malformed") << requestMalformed({}) << u"http.malformed"_s;
    QTest::newRow("not found") << routeNotFound() << u"http.not-found"_s;
    QTest::newRow("method") << methodNotAllowed(u"GET"_s) << u"http.method-not-allowed"_s;
    QTest::newRow("unknown method") << methodUnknown() << u"http.method-unknown"_s;
    QTest::newRow("body") << bodyTooLarge(1) << u"http.body-too-large"_s;
    QTest::newRow("headers") << headersTooLarge(1) << u"http.headers-too-large"_s;
    QTest::newRow("encoding") << encodingUnknown() << u"http.encoding"_s;
    QTest::newRow("media type") << mediaTypeWrong(u"x"_s) << u"http.media-type"_s;
    QTest::newRow("busy") << hubBusy(1) << u"http.busy"_s;
    QTest::newRow("connections") << tooManyConnections(1) << u"http.too-many-connections"_s;
    QTest::newRow("time") << answerTimedOut() << u"http.timeout"_s;
    QTest::newRow("rate") << tooManyRequests(1) << u"http.too-many-requests"_s;
    QTest::newRow("internal") << handlerFailed({}) << u"http.internal"_s;
    QTest::newRow("port") << portInUse(u"127.0.0.1"_s, 1) << u"http.port-in-use"_s;
    QTest::newRow("listen") << cannotListen(u"127.0.0.1"_s, 1, {}) << u"http.listen"_s;
    QTest::newRow("tls") << tlsConfig(u"f"_s, u"r"_s) << u"http.tls-config"_s;
    QTest::newRow("routes") << routesWrong({}) << u"http.routes"_s;
}

void TestProblems::page_everyCodeOfTheRoom_isInTheManual()
{
    QFETCH(Error, error);
    QTEST(error.code, "code");
    QVERIFY(m_manual.has(error.code));
    QCOMPARE(m_manual.origin(error.code), originName(error.origin));
    for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
        const auto text = m_manual.text(error, language);
        QVERIFY(!text.what.isEmpty() && !text.cause.isEmpty() && !text.remedy.isEmpty());
        QVERIFY2(
            !(text.what + text.cause + text.remedy).contains(u'{'), qPrintable(text.cause)); // every field is filled
    }
}

void TestProblems::statusOf_tableAndOrigins_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<int>("status");
    const auto of = [](Origin origin) { return Error{u"other.room"_s, origin, {}, {}}; };
    QTest::newRow("own code") << routeNotFound() << 404;
    QTest::newRow("code of the table") << Error{u"identity.locked"_s, Origin::User, {}, {}} << 423;
    QTest::newRow("user") << of(Origin::User) << 422;
    QTest::newRow("data") << of(Origin::Data) << 400;
    QTest::newRow("network") << of(Origin::Network) << 503;
    QTest::newRow("hub") << of(Origin::Hub) << 500;
    QTest::newRow("machine") << of(Origin::Machine) << 500;
}

void TestProblems::statusOf_tableAndOrigins()
{
    const Problems problems(m_manual, {{u"identity.locked"_s, 423}});
    QFETCH(Error, error);
    QTEST(problems.statusOf(error), "status");
}

QTEST_GUILESS_MAIN(TestProblems)
#include "test_Problems.moc"
