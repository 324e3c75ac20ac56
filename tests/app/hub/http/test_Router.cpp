#include "app/hub/http/Router.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace Qt::StringLiterals;

namespace {

Route route(const QString& method, const QString& path)
{
    return {.method = method,
        .path = path,
        .access = Access::Public,
        .doc = {.summary = u"s"_s, .tag = u"t"_s, .responseSchema = u"Any"_s},
        .handler = [](HttpRequest&, WorkerContext&) -> Result<HttpReply> { return HttpResponse::empty(); }};
}

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void match_requests_data();
    void match_requests();
    void match_otherMethod_listsAllowed();
    void mistakes_goodRoutes_none();
    void mistakes_badRoutes_data();
    void mistakes_badRoutes();
    void mistakes_sameShapeTwice_named();
};

void TestRouter::match_requests_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("id");
    QTest::addRow("literal") << u"GET"_s << u"cases"_s << u"/cases"_s << QString();
    QTest::addRow("value") << u"GET"_s << u"cases/7"_s << u"/cases/{id}"_s << u"7"_s;
    QTest::addRow("literal beats value") << u"GET"_s << u"cases/open"_s << u"/cases/open"_s << QString();
    QTest::addRow("value where the literal has another method")
        << u"PUT"_s << u"cases/open"_s << u"/cases/{id}"_s << u"open"_s;
    QTest::addRow("leftmost literal wins") << u"GET"_s << u"cases/open/files"_s << u"/cases/open/{part}"_s << QString();
    QTest::addRow("value in the middle") << u"GET"_s << u"cases/7/files"_s << u"/cases/{id}/files"_s << u"7"_s;
    QTest::addRow("head takes get") << u"HEAD"_s << u"cases/7"_s << u"/cases/{id}"_s << u"7"_s;
    QTest::addRow("other case") << u"GET"_s << u"Cases"_s << QString() << QString();
    QTest::addRow("empty value") << u"GET"_s << u"cases/"_s << QString() << QString();
    QTest::addRow("longer") << u"GET"_s << u"cases/7/files/8"_s << QString() << QString();
    QTest::addRow("lower-case method") << u"get"_s << u"cases"_s << QString() << QString();
}

void TestRouter::match_requests()
{
    Router router;
    for (const auto& path :
        {u"/cases"_s, u"/cases/{id}"_s, u"/cases/open"_s, u"/cases/{id}/files"_s, u"/cases/open/{part}"_s})
        router.add(route(u"GET"_s, path));
    router.add(route(u"PUT"_s, u"/cases/{id}"_s));
    QFETCH(QString, method);
    QFETCH(QString, path);
    const auto match = router.match(method, path.split(u'/'));
    QTEST(match.route ? match.route->path : QString(), "expected");
    QTEST(match.pathValues.value(u"id"_s), "id");
}

void TestRouter::match_otherMethod_listsAllowed()
{
    Router router;
    router.add(route(u"GET"_s, u"/cases/{id}"_s));
    router.add(route(u"DELETE"_s, u"/cases/{id}"_s));
    const auto match = router.match(u"POST"_s, {u"cases"_s, u"7"_s});
    QVERIFY(!match.route);
    QCOMPARE(match.allowed, (QStringList{u"DELETE"_s, u"GET"_s, u"HEAD"_s, u"OPTIONS"_s}));
    QVERIFY(router.match(u"POST"_s, {u"other"_s}).allowed.isEmpty());
}

void TestRouter::mistakes_goodRoutes_none()
{
    Router router;
    router.add(route(u"GET"_s, u"/cases/{id}"_s));
    router.add(route(u"PUT"_s, u"/cases/{id}"_s));
    router.add(route(u"GET"_s, u"/cases/{id}/files/{no}"_s));
    QCOMPARE(router.mistakes(), QStringList());
}

void TestRouter::mistakes_badRoutes_data()
{
    QTest::addColumn<Route>("route");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, Route wrong, const QString& word) { QTest::newRow(name) << wrong << word; };
    row("strange method", route(u"FETCH"_s, u"/a"_s), u"method"_s);
    row("no slash", route(u"GET"_s, u"a"_s), u"malformed"_s);
    row("empty segment", route(u"GET"_s, u"/a//b"_s), u"malformed"_s);
    row("open brace", route(u"GET"_s, u"/a/{id"_s), u"malformed"_s);
    row("value twice", route(u"GET"_s, u"/a/{id}/{id}"_s), u"twice"_s);
    auto wrong = route(u"GET"_s, u"/a"_s);
    wrong.handler = {};
    row("no handler", wrong, u"handler"_s);
    wrong = route(u"GET"_s, u"/a"_s);
    wrong.handler = {};
    wrong.access = Access::Bearer;
    wrong.instant = [](const HttpRequest&) { return HttpResponse::empty(); };
    row("instant but not public", wrong, u"public"_s);
    wrong = route(u"GET"_s, u"/a"_s);
    wrong.doc.summary.clear();
    row("no summary", wrong, u"summary"_s);
    wrong = route(u"GET"_s, u"/a"_s);
    wrong.doc.responseSchema.clear();
    row("no schema", wrong, u"schema"_s);
    wrong = route(u"GET"_s, u"/a"_s);
    wrong.doc.parameters = {{.name = u"id"_s, .in = RouteParameter::In::Path}};
    row("documents a value that is not there", wrong, u"{id}"_s);
}

void TestRouter::mistakes_badRoutes()
{
    QFETCH(Route, route);
    QFETCH(QString, word);
    Router router;
    router.add(route);
    QCOMPARE(router.mistakes().size(), 1);
    QVERIFY2(router.mistakes().first().contains(word), qPrintable(router.mistakes().first()));
}

void TestRouter::mistakes_sameShapeTwice_named()
{
    Router router;
    router.add(route(u"GET"_s, u"/cases/{id}"_s));
    router.add(route(u"GET"_s, u"/cases/{no}"_s));
    QCOMPARE(router.mistakes(), QStringList{u"GET /cases/{no}: registered twice"_s});
}

QTEST_GUILESS_MAIN(TestRouter)
#include "test_Router.moc"
