#include "HubWorld.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/store/TestDatabase.h"

#include "app/hub/api/HubCommands.h"
#include "modules/catalogue/CatalogueStream.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// GET /api/v1/feed with `wait`: who is woken, by what, and who is not.
class TestFeedWaiting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void waiter_whenACommitConcernsIt_isAnsweredAtOnce();
    void waiter_atAnotherHub_isAnsweredToo();
    void waiter_whenACommitConcernsOthers_goesOnWaiting();
    void waiter_whenEverybodyIsConcerned_isToldToAskAgain();
    void waiter_withoutAnything_isAnsweredEmptyInTime();
    void waiter_whenTheHubStops_isAnswered();
    void waiter_whoLookedBeforeTheLastRing_looksAgain();
    void hubTime_ofAWaitedAnswer_isThatOfTheMiddle();
    void parameters_outOfRange_areRefused_data();
    void parameters_outOfRange_areRefused();

private:
    qint64 level(const Desk& desk)
    {
        return m_hub->get(desk, u"/api/v1/feed?after=0"_s).json().value("upTo"_L1).toInteger();
    }
    HttpTestClient waiting(const Desk& desk, int seconds);

    std::unique_ptr<HubWorld> m_hub;
    Desk m_clerk;
    Desk m_dispatcher;
};

void TestFeedWaiting::init()
{
    m_hub = std::make_unique<HubWorld>();
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(m_hub->addAccount(u"sun"_s, {u"dispatcher"_s}));
    m_clerk = m_hub->desk(u"chen"_s);
    m_dispatcher = m_hub->desk(u"sun"_s);
}

HttpTestClient TestFeedWaiting::waiting(const Desk& desk, int seconds)
{
    HttpTestClient client(m_hub->server->port());
    client.send(requestBytes("GET",
        "/api/v1/feed?limit=500&after=" + QByteArray::number(level(desk)) + "&wait=" + QByteArray::number(seconds), {},
        desk.headers()));
    return client;
}

void TestFeedWaiting::waiter_whenACommitConcernsIt_isAnsweredAtOnce()
{
    auto client = waiting(m_clerk, 20);
    QTRY_COMPARE(m_hub->core->parts().bell.waiting(), 1);
    test::FairTimer timer;
    timer.start();
    QVERIFY(!m_hub->openedCase(m_clerk).isEmpty());
    const auto reply = client.receive(10'000);
    QVERIFY(reply);
    QVERIFY(timer.elapsed() < 5'000);
    QCOMPARE(reply->status, 200);
    QVERIFY(reply->json().value("rows"_L1).toArray().size() >= 2);
    QVERIFY(reply->headers.contains("x-hub-time"));
    QCOMPARE(m_hub->core->parts().bell.waiting(), 0);
}

void TestFeedWaiting::waiter_atAnotherHub_isAnsweredToo()
{
    if (!isOnPostgres())
        QSKIP("one hub alone has a file");
    const auto core = *hub::HubCore::open(m_hub->config, m_hub->clock, m_hub->random);
    hub::HubServer other(*core);
    QVERIFY(other.start());
    HttpTestClient client(other.port());
    client.send(requestBytes("GET", "/api/v1/feed?limit=500&after=" + QByteArray::number(level(m_clerk)) + "&wait=20",
        {}, m_clerk.headers()));
    QTRY_COMPARE(core->parts().bell.waiting(), 1);
    test::FairTimer timer;
    timer.start();
    QVERIFY(!m_hub->openedCase(m_clerk).isEmpty());
    const auto reply = client.receive(15'000);
    QVERIFY(reply);
    QVERIFY(timer.elapsed() < 10'000); // not when its own patience ends
    QVERIFY(!reply->json().value("rows"_L1).toArray().isEmpty());
    other.stop();
}

void TestFeedWaiting::waiter_whenACommitConcernsOthers_goesOnWaiting()
{
    auto client = waiting(m_dispatcher, 20);
    QTRY_COMPARE(m_hub->core->parts().bell.waiting(), 1);
    const QString stream = m_hub->openedCase(m_clerk);
    QVERIFY(!client.receive(300));
    QCOMPARE(m_hub->core->parts().bell.waiting(), 1);
    QCOMPARE(m_hub->say(m_dispatcher, m_hub->onTask(m_dispatcher, stream, u"ClaimTask"_s)), u"applied"_s);
    const auto reply = client.receive(10'000);
    QVERIFY(reply);
    QCOMPARE(reply->json().value("rows"_L1).toArray().last().toObject().value("kind"_L1).toString(), u"enter"_s);
}

void TestFeedWaiting::waiter_whenEverybodyIsConcerned_isToldToAskAgain()
{
    const qint64 before = level(m_clerk);
    auto client = waiting(m_clerk, 20);
    QTRY_COMPARE(m_hub->core->parts().bell.waiting(), 1);
    QVERIFY(hub::submitAsHub(m_hub->core->parts(), m_hub->core->main(),
        {{catalogue::CatalogueStream::kind(), catalogue::CatalogueStream::stream(), u"PublishDefinitions"_s,
            {{u"definitions"_s,
                QJsonArray{QJsonObject{{u"table"_s, u"codes"_s}, {u"key"_s, u"x"_s}, {u"content"_s, u"{}"_s}}}}}}}));
    const auto reply = client.receive(10'000);
    QVERIFY(reply);
    QCOMPARE(reply->json(), (QJsonObject{{u"rows"_s, QJsonArray()}, {u"upTo"_s, before}, {u"more"_s, true}}));
    const auto page = m_hub->get(m_clerk, u"/api/v1/feed?after=%1"_s.arg(before)).json();
    QCOMPARE(page.value("rows"_L1).toArray().size(), 1);
}

void TestFeedWaiting::waiter_withoutAnything_isAnsweredEmptyInTime()
{
    const FairTimer fair;
    QElapsedTimer timer;
    timer.start();
    const auto reply = waiting(m_clerk, 1).receive(10'000);
    QVERIFY(reply);
    QVERIFY(timer.elapsed() >= 950 && fair.elapsed() < 5'000);
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->json().value("rows"_L1).toArray().size(), 0);
    QCOMPARE(reply->json().value("more"_L1).toBool(), false);
    QCOMPARE(reply->json().value("upTo"_L1).toInteger(), level(m_clerk));
}

void TestFeedWaiting::waiter_whenTheHubStops_isAnswered()
{
    auto client = waiting(m_clerk, 20);
    QTRY_COMPARE(m_hub->core->parts().bell.waiting(), 1);
    test::FairTimer timer;
    timer.start();
    m_hub->server->stop();
    QVERIFY(timer.elapsed() < 5'000);
    const auto reply = client.receive(1'000);
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
}

void TestFeedWaiting::waiter_whoLookedBeforeTheLastRing_looksAgain()
{
    auto& bell = m_hub->core->parts().bell;
    const qint64 seen = level(m_clerk);
    QVERIFY(!m_hub->openedCase(m_clerk).isEmpty()); // between looking and waiting
    bool lookedAgain = false;
    const hub::LaterReply reply(std::chrono::seconds(20), hub::HttpResponse::empty());
    reply.attach(
        [&](hub::LaterReply::Outcome outcome) { lookedAgain = std::holds_alternative<hub::ReplyStep>(outcome); });
    bell.wait(
        {m_clerk.account, reply,
            [](hub::HttpRequest&, hub::WorkerContext&) -> Result<hub::HttpReply> { return hub::HttpResponse::empty(); },
            hub::HttpResponse::empty()},
        seen);
    QVERIFY(lookedAgain);
    QCOMPARE(bell.waiting(), 0);
}

void TestFeedWaiting::hubTime_ofAWaitedAnswer_isThatOfTheMiddle()
{
    // A counter adds half the round trip of two seconds and must come to the time of arrival; a trip that a busy
    // machine held up says nothing of it.
    qint64 sent = 0;
    qint64 received = 0;
    std::optional<HttpTestReply> reply;
    for (int trip = 0; trip < 10 && (trip == 0 || received - sent > 2'400); ++trip) {
        sent = m_hub->clock.nowMs();
        reply = waiting(m_clerk, 2).receive(10'000);
        received = m_hub->clock.nowMs();
        QVERIFY(reply);
    }
    const qint64 hub = fromRfc3339(QString::fromLatin1(reply->headers.value("x-hub-time")));
    QVERIFY(qAbs(hub + (received - sent) / 2 - received) < 500);
}

void TestFeedWaiting::parameters_outOfRange_areRefused_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("more rows than a page holds") << u"after=0&limit=501"_s;
    QTest::newRow("no row at all") << u"after=0&limit=0"_s;
    QTest::newRow("before the beginning") << u"after=-1"_s;
    QTest::newRow("no number") << u"after=abc"_s;
    QTest::newRow("waiting too long") << u"after=0&wait=26"_s;
}

void TestFeedWaiting::parameters_outOfRange_areRefused()
{
    QFETCH(QString, query);
    const auto reply = m_hub->get(m_clerk, u"/api/v1/feed?"_s + query);
    QCOMPARE(reply.status, 422);
    QCOMPARE(reply.code(), u"hub.parameter"_s);
}

QTEST_GUILESS_MAIN(TestFeedWaiting)
#include "test_FeedWaiting.moc"
