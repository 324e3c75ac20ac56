#include "HubWorld.h"

#include "app/hub/api/HubRoutes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// All routes at once: documented, guarded, and with the hub's time on each answer.
class TestRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRoute_ofTheRouter_standsInTheDocument();
    void everyRoute_askedByAStranger_isGuarded();
    void everyAnswer_ofARoute_namesTheHubsTime();
    void everyFailure_withAStatus_hasAPageInTheManual();
    void readiness_withABrokenDatabase_isDenied();

private:
    HubWorld m_hub;
};

void TestRoutes::initTestCase()
{
    QVERIFY(m_hub.open());
}

void TestRoutes::everyRoute_ofTheRouter_standsInTheDocument()
{
    const auto& routes = m_hub.server->routes();
    QCOMPARE(routes.served().mistakes(), QStringList());
    QCOMPARE(hub::openApiMistakes(routes.served(), routes.schemas()), QStringList());
    const auto reply = m_hub.ask("GET", u"/api/v1/openapi.json"_s);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json(), routes.document());
    const auto paths = reply.json().value("paths"_L1).toObject();
    QVERIFY(routes.served().routes().size() >= 20);
    for (const auto& route : routes.served().routes()) {
        const auto operation = paths.value(route.path).toObject().value(route.method.toLower()).toObject();
        QVERIFY2(!operation.value("summary"_L1).toString().isEmpty(), qPrintable(route.method + u' ' + route.path));
        if (route.doc.responseType == "application/json"_L1 && route.doc.responseStatus != 204)
            QVERIFY2(routes.schemas().has(route.doc.responseSchema), qPrintable(route.path));
        if (route.method == "POST"_L1)
            QVERIFY2(operation.contains("requestBody"_L1), qPrintable(route.path));
    }
}

void TestRoutes::everyRoute_askedByAStranger_isGuarded()
{
    const QStringList open{u"/healthz"_s, u"/metrics"_s, u"/readyz"_s, u"/api/v1/openapi.json"_s,
        u"/api/v1/devices/enrol"_s, u"/api/v1/sessions"_s, u"/api/v1/public/progress"_s};
    for (const auto& route : m_hub.server->routes().served().routes()) {
        QString path = route.path;
        path.replace("{id}"_L1, m_hub.ids.next()).replace("{digest}"_L1, "sm3:"_L1 + u"0"_s.repeated(64));
        path.replace("{n}"_L1, "0"_L1).replace("{idNo}"_L1, "21"_L1);
        const auto reply = m_hub.ask(route.method.toLatin1(), path, {}, jsonHeaders());
        QCOMPARE(open.contains(route.path), route.access == hub::Access::Public);
        if (route.access == hub::Access::Bearer) {
            QVERIFY2(reply.status == 401, qPrintable(route.path));
            QCOMPARE(reply.code(), u"identity.session"_s);
        }
    }
}

void TestRoutes::everyAnswer_ofARoute_namesTheHubsTime()
{
    for (const auto& path : {u"/healthz"_s, u"/metrics"_s, u"/readyz"_s, u"/api/v1/openapi.json"_s,
             u"/api/v1/public/progress"_s, u"/api/v1/feed"_s, u"/api/v1/cases"_s}) {
        const auto field = QString::fromLatin1(m_hub.ask("GET", path).headers.value("x-hub-time"));
        QCOMPARE(field.size(), 29); // to the millisecond, with an offset
        QVERIFY(qAbs(fromRfc3339(field) - m_hub.clock.nowMs()) < 2'000);
    }
    const auto before = fromRfc3339(QString::fromLatin1(m_hub.ask("GET", u"/healthz"_s).headers.value("x-hub-time")));
    m_hub.clock.advance(3'600'000);
    const auto after = fromRfc3339(QString::fromLatin1(m_hub.ask("GET", u"/healthz"_s).headers.value("x-hub-time")));
    QVERIFY(after - before >= 3'600'000);
}

void TestRoutes::everyFailure_withAStatus_hasAPageInTheManual()
{
    const FailureManual manual;
    const auto statuses = hub::failureStatuses();
    for (auto it = statuses.begin(); it != statuses.end(); ++it)
        QVERIFY2(manual.has(it.key()), qPrintable(it.key()));
}

void TestRoutes::readiness_withABrokenDatabase_isDenied()
{
    HubWorld ill;
    QVERIFY(ill.open());
    QCOMPARE(ill.ask("GET", u"/readyz"_s).status, 200);
    QVERIFY(ill.core->main().execute("DROP TABLE feed_head"));
    const auto reply = ill.ask("GET", u"/readyz"_s);
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.code(), u"hub.not-ready"_s);
    QCOMPARE(ill.ask("GET", u"/healthz"_s).status, 200);
}

QTEST_GUILESS_MAIN(TestRoutes)
#include "test_Routes.moc"
