#include "HubWorld.h"

#include "app/hub/api/HubWorker.h"
#include "modules/base/Digest.h"
#include "modules/base/Json.h"
#include "modules/registry/Persons.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/store/TestDatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// How many statements a request may cost. The handlers are called as the server calls them, with a connection whose
// statements are counted.
class TestBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void request_withinItsBudget_isAnswered_data();
    void request_withinItsBudget_isAnswered();
    void list_withMoreRows_costsTheSame();

private:
    struct Cost
    {
        int status = 0;
        qint64 statements = 0;
    };
    Cost cost(
        const QByteArray& method, const QString& path, const QHash<QString, QString>& query, const QByteArray& body);

    HubWorld m_hub;
    Desk m_clerk;
    QString m_stream;
    QString m_idNo;
    QString m_digest;
};

void TestBudget::initTestCase()
{
    QVERIFY(m_hub.open());
    QVERIFY(m_hub.addAccount(u"chen"_s, {u"window-clerk"_s, u"township-caseworker"_s, u"dispatcher"_s}));
    m_clerk = m_hub.desk(u"chen"_s);
    const auto stored = m_hub.core->parts().blobs.put("a page");
    QVERIFY(stored);
    m_digest = *stored;
    const QJsonObject page{{u"digest"_s, m_digest}, {u"media"_s, u"image/png"_s}, {u"width"_s, 1}, {u"height"_s, 1},
        {u"dpi"_s, 150}, {u"size"_s, 6}};
    const auto opening =
        m_hub.openCase(m_clerk, {QJsonObject{{u"id"_s, u"m"_s}, {u"name"_s, u"材料"_s}, {u"form"_s, u"copy"_s},
                                    {u"state"_s, u"supplied"_s}, {u"copies"_s, 1}, {u"pages"_s, QJsonArray{page}}}});
    QCOMPARE(m_hub.say(m_clerk, opening), u"applied"_s);
    m_stream = opening.stream;
    registry::Person person;
    person.id = m_hub.ids.next();
    person.idNo = m_idNo = citizenId(u"21060319800101002"_s);
    person.name = u"张𠮷秀"_s;
    person.area = u"210603001001"_s;
    QVERIFY(registry::Persons(m_hub.core->main()).put(person));
}

TestBudget::Cost TestBudget::cost(
    const QByteArray& method, const QString& path, const QHash<QString, QString>& query, const QByteArray& body)
{
    auto connection = m_hub.core->connect();
    if (!connection)
        return {};
    hub::HubWorker worker(*std::move(connection));
    hub::HttpRequest request;
    request.method = QString::fromLatin1(method);
    request.path = path;
    request.segments = path.sliced(1).split(u'/');
    request.headers.add(u"Authorization"_s, u"Bearer "_s + m_clerk.token);
    request.headers.add(u"X-Device-Token"_s, m_clerk.deviceToken);
    request.headers.add(
        u"Content-Type"_s, body.startsWith('{') ? u"application/json"_s : u"application/octet-stream"_s);
    request.headers.add(u"Idempotency-Key"_s, m_hub.ids.next());
    for (auto it = query.begin(); it != query.end(); ++it)
        request.query.add(it.key(), it.value());
    request.body = body;
    const auto match = m_hub.server->routes().served().match(request.method, request.segments);
    if (!match.route)
        return {};
    request.pathValues = match.pathValues;
    const auto reply = match.route->handler(request, worker);
    const auto* response = reply ? std::get_if<hub::HttpResponse>(&*reply) : nullptr;
    return {response ? response->status : 0, worker.connection().statementCount()};
}

void TestBudget::request_withinItsBudget_isAnswered_data()
{
    using Query = QHash<QString, QString>;
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<Query>("query");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("statements"); // four of them sign the request in

    const QByteArray get = "GET";
    QTest::newRow("feed") << get << u"/api/v1/feed"_s << Query{{u"after"_s, u"0"_s}} << QByteArray() << 200 << 6;
    QTest::newRow("stream") << get << u"/api/v1/streams/"_s + m_stream + u"/events"_s << Query{} << QByteArray() << 200
                            << 7;
    QTest::newRow("queue") << get << u"/api/v1/tasks"_s << Query{} << QByteArray() << 200 << 6;
    QTest::newRow("counts") << get << u"/api/v1/tasks/counts"_s << Query{} << QByteArray() << 200 << 7;
    QTest::newRow("cases") << get << u"/api/v1/cases"_s << Query{} << QByteArray() << 200 << 6;
    QTest::newRow("person search") << get << u"/api/v1/persons"_s << Query{{u"q"_s, m_idNo.first(12)}} << QByteArray()
                                   << 200 << 6;
    QTest::newRow("person") << get << u"/api/v1/persons/"_s + m_idNo << Query{} << QByteArray() << 200 << 13;
    QTest::newRow("organisations") << get << u"/api/v1/organisations"_s << Query{} << QByteArray() << 403 << 5;
    QTest::newRow("file") << get << u"/api/v1/blobs/"_s + m_digest << Query{} << QByteArray() << 200 << 8;
    QTest::newRow("missing parts") << get << u"/api/v1/blobs/"_s + m_digest + u"/missing"_s
                                   << Query{{u"size"_s, u"6"_s}} << QByteArray() << 200 << 4;
    QTest::newRow("part") << QByteArray("PUT") << u"/api/v1/blobs/"_s + m_digest + u"/parts/0"_s
                          << Query{{u"size"_s, u"6"_s}} << QByteArray("a page") << 204 << 4;
    QTest::newRow("number range") << QByteArray("POST") << u"/api/v1/number-ranges"_s << Query{}
                                  << QByteArray(R"({"area":"210603"})") << 200 << 9;
    QTest::newRow("progress") << get << u"/api/v1/public/progress"_s << Query{{u"n"_s, u"1"_s}, {u"c"_s, u"2"_s}}
                              << QByteArray() << 404 << 1;
    QTest::newRow("session") << QByteArray("POST") << u"/api/v1/sessions"_s << Query{}
                             << canonicalBytes(
                                    {{u"login"_s, u"chen"_s}, {u"password"_s, QString::fromLatin1(HubWorld::Password)}})
                             << 200 << 9;
    QTest::newRow("readiness") << get << u"/readyz"_s << Query{} << QByteArray() << 200 << 1;
    const auto remark = m_hub.command(m_clerk, m_stream, u"AddRemark"_s, {{u"text"_s, u"已电话联系"_s}});
    QTest::newRow("one command") << QByteArray("POST") << u"/api/v1/commands"_s << Query{}
                                 << canonicalBytes({{u"commands"_s, QJsonArray{remark.toJson()}}}) << 200 << 34;
}

void TestBudget::request_withinItsBudget_isAnswered()
{
    using Query = QHash<QString, QString>;
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(Query, query);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(int, statements);
    // Opening a connection takes statements of its own.
    const auto idle = m_hub.core->connect();
    QVERIFY(idle);
    const auto spent = cost(method, path, query, body);
    QCOMPARE(spent.status, status);
    const qint64 used = spent.statements - (*idle)->statementCount();
    const int lock = isOnPostgres() && statements > 0 ? 1 : 0; // writers queue on one there
    QVERIFY2(used <= statements + lock, qPrintable(u"%1 statements"_s.arg(used)));
}

void TestBudget::list_withMoreRows_costsTheSame()
{
    const auto before = cost("GET", u"/api/v1/cases"_s, {}, {}).statements;
    const auto feed = cost("GET", u"/api/v1/feed"_s, {}, {}).statements;
    for (int i = 0; i < 20; ++i)
        QVERIFY(!m_hub.openedCase(m_clerk).isEmpty());
    QCOMPARE(cost("GET", u"/api/v1/cases"_s, {}, {}).statements, before);
    QCOMPARE(cost("GET", u"/api/v1/feed"_s, {}, {}).statements, feed);
}

QTEST_GUILESS_MAIN(TestBudget)
#include "test_Budget.moc"
