#include "modules/sync/NumberStock.h"
#include "tests/support/casework/CaseCommands.h"
#include "tests/support/sync/Counter.h"

#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;
using test::Fault;

// One counter and the hub: what the rounds of the engine bring, keep and plan.
class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void offlineCase_onceConnected_isTheSameOnBothSides();
    void pending_whileOthersChangeTheCase_isShownOnTopOfWhatIsConfirmed();
    void streams_thatTheFeedBringsFromTheirBeginning_areNotFetched();
    void restart_withPendingWork_losesNothing();
    void refill_belowAQuarter_asksOnceForMore();
    void refill_replyLost_getsTheSameRangeAgain();
    void fetchFile_fromHereOrFromTheHub_isCheckedAgainstItsDigest();
    void session_ended_saysSoAndPlansNoTry();
    void wayBroken_again_pausesLonger();
    void waitingOnTheFeed_hubRings_bringsTheChange();
    void clock_fastByTenMinutes_makesTheCaseUncertain();

private:
    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_others;
    std::unique_ptr<test::Counter> m_clerk;
};

void TestEngine::init()
{
    m_clerk.reset();
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open());
    m_others = std::make_unique<test::CaseCommands>(*m_world);
    m_clerk = std::make_unique<test::Counter>(*m_world, m_world->clerk, 11);
    QVERIFY(m_clerk->open());
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_clerk->engine->state().online);
    m_clerk->link.calls.clear();
}

void TestEngine::offlineCase_onceConnected_isTheSameOnBothSides()
{
    auto desk = m_clerk->desk();
    m_clerk->link.cut = true;
    QVERIFY(desk.saveDraft(u"draft-1"_s, {}));
    const auto opened = desk.open(u"draft-1"_s, test::Counter::freeIntake({m_clerk->scan("a page").toJson()}));
    QVERIFY(opened);
    QVERIFY(desk.act(opened->id, u"AddRemark"_s, {{u"text"_s, u"本人已签字"_s}}));
    QVERIFY(m_clerk->sync());
    QVERIFY(!m_clerk->engine->state().online);
    QCOMPARE(m_clerk->engine->state().waiting, 1); // the case, and its file
    QVERIFY(m_world->events(opened->id).isEmpty());

    m_clerk->link.cut = false;
    const QSignalSpy changed(m_clerk->engine.get(), &sync::SyncEngine::casesChanged);
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_clerk->engine->state().online);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_world->state(opened->id).number, opened->number);
    QCOMPARE(m_world->state(opened->id).remarks.size(), 1);
    QCOMPARE(m_clerk->difference(opened->id), QString());
    QVERIFY(desk.outbox()->isEmpty());
    QCOMPARE(m_clerk->engine->state().waiting, 0);
    QVERIFY(!desk.cases(0)->constFirst().pending);
    QVERIFY(m_world->blobs.has(opened->files().constFirst()));
}

// An own case, and all there is on a counter that comes anew; what somebody claims later was not there before.
void TestEngine::streams_thatTheFeedBringsFromTheirBeginning_areNotFetched()
{
    QStringList streams;
    for (int i = 0; i < 5; ++i)
        streams.append(m_clerk->desk().open({}, test::Counter::freeIntake())->id);
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->link.count(u"GET /streams"_s), 0);
    test::Counter anew(*m_world, m_world->clerk, 12);
    QVERIFY(anew.open());
    QVERIFY(!anew.sync());
    QCOMPARE(anew.link.count(u"GET /streams"_s), 0);
    for (const auto& stream : std::as_const(streams))
        QCOMPARE(anew.difference(stream), QString());
    QCOMPARE(anew.desk().cases(0)->size(), 5);

    test::Counter dispatcher(*m_world, m_world->dispatcher, 13);
    QVERIFY(dispatcher.open());
    QVERIFY(!dispatcher.sync());
    QCOMPARE(m_world->say(m_others->claim(m_world->dispatcher, streams.constFirst())), u"applied"_s);
    QVERIFY(!dispatcher.sync());
    QCOMPARE(dispatcher.link.count(u"GET /streams"_s), 1);
    QCOMPARE(dispatcher.difference(streams.constFirst()), QString());
}

void TestEngine::pending_whileOthersChangeTheCase_isShownOnTopOfWhatIsConfirmed()
{
    auto desk = m_clerk->desk();
    const QString stream = desk.open({}, test::Counter::freeIntake())->id;
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"窗口补充"_s}}));
    QCOMPARE(m_world->say(m_others->remark(m_world->jack, stream, u"科室补充"_s)), u"applied"_s);

    m_clerk->link.failOnce(u"POST /commands"_s, Fault::Cut); // the feed is read, the own command stays
    QVERIFY(m_clerk->sync());
    const auto shown = *desk.view(stream);
    QCOMPARE(shown.remarks.size(), 2);
    QCOMPARE(shown.remarks.at(0).text, u"科室补充"_s);
    QCOMPARE(shown.remarks.at(1).text, u"窗口补充"_s);
    QCOMPARE(m_world->state(stream).remarks.size(), 1);
    QVERIFY(desk.cases(0)->constFirst().pending);

    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->difference(stream), QString());
    QCOMPARE(desk.view(stream)->remarks.size(), 2);
}

void TestEngine::restart_withPendingWork_losesNothing()
{
    m_clerk->link.cut = true;
    QString stream;
    QString number;
    QString before;
    {
        auto desk = m_clerk->desk();
        const auto opened = desk.open({}, test::Counter::freeIntake({m_clerk->scan("a page").toJson()}));
        QVERIFY(opened);
        stream = opened->id;
        number = opened->number;
        QVERIFY(desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"断电前"_s}}));
        QVERIFY(desk.saveDraft(u"draft-1"_s, {{u"title"_s, u"半份"_s}}));
        before = test::Counter::dump(*m_clerk->user);
    }
    m_clerk->close();
    QVERIFY(m_clerk->open());
    QCOMPARE(test::Counter::dump(*m_clerk->user), before);
    QCOMPARE(m_clerk->desk().view(stream)->remarks.size(), 1);
    const auto next = m_clerk->desk().open({}, test::Counter::freeIntake());
    QVERIFY(next);
    QVERIFY(next->number != number);

    m_clerk->link.cut = false;
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->difference(stream), QString());
    QCOMPARE(m_clerk->difference(next->id), QString());
    QCOMPARE(m_world->state(stream).number, number);
    QCOMPARE(m_clerk->desk().drafts()->size(), 1);
    QVERIFY(m_clerk->desk().outbox()->isEmpty());
}

void TestEngine::refill_belowAQuarter_asksOnceForMore()
{
    const QString area = m_clerk->deskUser.area;
    const QDate day = legalDate(m_world->clock.nowMs());
    QSet<QString> numbers;
    sync::NumberStock stock(*m_clerk->machine);
    for (int i = 0; i < 150; ++i)
        numbers.insert(*stock.take(area, day));
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->link.count(u"POST /number-ranges"_s), 0); // a quarter is left
    numbers.insert(*stock.take(area, day));
    QVERIFY(!m_clerk->sync());
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->link.count(u"POST /number-ranges"_s), 1);
    QCOMPARE(stock.left(area, day), 249);
    while (const auto number = stock.take(area, day))
        numbers.insert(*number);
    QCOMPARE(numbers.size(), 400);
}

void TestEngine::refill_replyLost_getsTheSameRangeAgain()
{
    test::Counter fresh(*m_world, m_world->secondClerk, 12);
    QVERIFY(fresh.open());
    fresh.link.failOnce(u"POST /number-ranges"_s, Fault::LoseReply);
    QVERIFY(fresh.sync());
    QVERIFY(!fresh.sync());
    QCOMPARE(fresh.link.count(u"POST /number-ranges"_s), 2);
    QCOMPARE(m_world->connection->integer("SELECT COUNT(*) FROM number_range WHERE device = ?", {fresh.who.device}), 1);
    QCOMPARE(sync::NumberStock(*fresh.machine).left(fresh.deskUser.area, legalDate(fresh.clock.nowMs())), 200);
}

void TestEngine::fetchFile_fromHereOrFromTheHub_isCheckedAgainstItsDigest()
{
    const QByteArray page = "a page of somebody else";
    const QString digest = *m_world->blobs.put(page);
    m_clerk->link.instead = [&](const sync::HubRequest& request) {
        std::optional<sync::HubResponse> answer;
        if (request.path.startsWith("/blobs/"_L1))
            answer = sync::HubResponse{200, "other bytes", 0, 0};
        return answer;
    };
    const auto wrong = m_clerk->fetchFile(digest);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, u"sync.file"_s);
    m_clerk->link.instead = nullptr;
    QCOMPARE(m_clerk->fetchFile(digest), page);
    m_clerk->link.cut = true;
    QCOMPARE(m_clerk->fetchFile(digest), page); // from here
}

void TestEngine::session_ended_saysSoAndPlansNoTry()
{
    const QSignalSpy ended(m_clerk->engine.get(), &sync::SyncEngine::sessionEnded);
    m_clerk->link.problem = [](const sync::HubRequest&) {
        return std::optional(Error{u"identity.session"_s, Origin::User, {}, {{u"status"_s, 401}}});
    };
    QVERIFY(m_clerk->sync());
    QCOMPARE(ended.size(), 1);
    QCOMPARE(m_clerk->engine->state().nextTry, 0);
}

void TestEngine::wayBroken_again_pausesLonger()
{
    m_clerk->link.cut = true;
    qint64 ceiling = 1000;
    for (int failures = 1; failures <= 12; ++failures) {
        QVERIFY(m_clerk->sync());
        const auto& state = m_clerk->engine->state();
        QCOMPARE(state.failures, failures);
        const qint64 pause = state.nextTry - m_clerk->clock.nowMs();
        QVERIFY2(pause >= 1000 && pause < 1000 + ceiling, qPrintable(QString::number(pause)));
        ceiling = qMin<qint64>(ceiling * 2, 300'000);
    }
    m_clerk->link.cut = false;
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->engine->state().failures, 0);
    QCOMPARE(m_clerk->engine->state().nextTry, 0);
}

void TestEngine::waitingOnTheFeed_hubRings_bringsTheChange()
{
    auto desk = m_clerk->desk();
    const QString stream = desk.open({}, test::Counter::freeIntake())->id;
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_world->say(m_others->remark(m_world->jack, stream, u"科室补充"_s)), u"applied"_s);
    m_clerk->link.ring();
    QTRY_COMPARE(desk.view(stream)->remarks.size(), 1);
    QCOMPARE(m_clerk->difference(stream), QString());
}

void TestEngine::clock_fastByTenMinutes_makesTheCaseUncertain()
{
    m_clerk->close();
    m_clerk->clock.setWall(m_world->clock.nowMs() + 600'000);
    QVERIFY(m_clerk->open());
    QVERIFY(!m_clerk->sync());
    auto desk = m_clerk->desk();
    const auto opened = desk.open({}, test::Counter::freeIntake());
    QVERIFY(opened);
    QCOMPARE(opened->openedAt, m_world->clock.nowMs());
    QVERIFY(opened->uncertain);
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_world->state(opened->id).uncertain);
    QCOMPARE(m_clerk->difference(opened->id), QString());
}

QTEST_GUILESS_MAIN(TestEngine)
#include "test_engine.moc"
