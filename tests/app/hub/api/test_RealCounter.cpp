#include "HubWorld.h"

#include "modules/casework/FormEnvironments.h"
#include "modules/store/Migration.h"
#include "modules/store/SqliteConnection.h"
#include "modules/sync/HttpHubLink.h"
#include "modules/sync/LocalSchema.h"
#include "modules/sync/SyncEngine.h"
#include "tests/support/casework/ClaimCase.h"
#include "tests/support/casework/SampleMatter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

namespace {

// The local half of a counter with its real link to the hub, in the test's thread.
class Counter
{
public:
    Counter(HubWorld& hub, const Desk& who)
        : m_hub(hub)
        , blobs(folder.path())
        , shelf(casework::standardFormEnvironment())
        , time(hub.clock)
        , link({QUrl(u"http://127.0.0.1:%1"_s.arg(hub.server->port())), {}, who.deviceToken})
    {
        link.setSessionToken(who.token);
    }

    Done open(const sync::DeskUser& who)
    {
        KB_TRY(machine, store::SqliteConnection::open(u":memory:"_s, {.durable = false}));
        KB_TRY(user, store::SqliteConnection::open(u":memory:"_s, {.durable = false}));
        KB_CHECK(store::migrate(*machine, sync::machineSchemas()));
        KB_CHECK(store::migrate(*user, sync::userSchemas()));
        desk = std::make_unique<sync::Desk>(
            sync::Desk::Parts{m_hub.clock, m_hub.ids, time, *machine, *user, blobs, shelf}, who);
        engine = std::make_unique<sync::SyncEngine>(*desk, link, m_hub.random);
        return {};
    }

    casework::Case view(const QString& stream) { return desk->view(stream).value_or(casework::Case{}); }

    HubWorld& m_hub;
    QTemporaryDir folder;
    blobs::BlobStore blobs;
    casework::ItemShelf shelf;
    sync::TimeKeeper time;
    sync::HttpHubLink link;
    std::unique_ptr<store::Connection> machine;
    std::unique_ptr<store::Connection> user;
    std::unique_ptr<sync::Desk> desk;
    std::unique_ptr<sync::SyncEngine> engine;
};

sync::DeskUser userOf(HubWorld& hub, const Desk& who)
{
    const auto session =
        hub.ask("POST", u"/api/v1/sessions"_s,
               "{\"login\":\"" + who.login.toUtf8() + "\",\"password\":\"" + HubWorld::Password + "\"}",
               jsonHeaders("X-Device-Token: " + who.deviceToken.toLatin1() + "\r\n"))
            .json();
    return sync::DeskUser::fromJson(session.value("user"_L1).toObject()).value_or(sync::DeskUser{});
}

} // namespace

// Two real counters and a real hub over real connections: what one does, the other sees.
class TestRealCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNewCounter_gettingLevel_knowsItemsNumbersAndTime();
    void aCase_openedAtOneCounter_isFinishedAtTheOthers();
    void aReceipt_ofARealCounter_leadsToItsProgress();
    void aCounter_waitingOnTheFeed_hearsOfAChangeAtOnce();
    void aCounter_signedOut_isToldToSignInAgain();
    void aClaim_withTheRegisterAsItWas_needsAPerson();
    void aClaim_goneThrough_isSeenWithWhatItDidToTheRegister();

private:
    Done openWithClaims(); // instead of init(): with all items of the project
    Result<casework::Case> claimAt(Counter& counter, const registry::PersonRecord& known);
    std::unique_ptr<Counter> counter(const QString& login);
    QString openedAt(Counter& counter, const QByteArray& scan);

    std::unique_ptr<HubWorld> m_hub;
};

void TestRealCounter::init()
{
    m_hub = std::make_unique<HubWorld>();
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(m_hub->addAccount(u"sun"_s, {u"dispatcher"_s}));
    QVERIFY(m_hub->addAccount(u"liu"_s, {u"reviewer"_s}));
}

std::unique_ptr<Counter> TestRealCounter::counter(const QString& login)
{
    const auto desk = m_hub->desk(login);
    auto made = std::make_unique<Counter>(*m_hub, desk);
    if (!made->open(userOf(*m_hub, desk)))
        return {};
    made->engine->start();
    return made;
}

QString TestRealCounter::openedAt(Counter& counter, const QByteArray& scan)
{
    const auto digest = counter.desk->keepFile(scan).value_or(QString());
    const casework::CaseMaterial material{m_hub->ids.next(), u"情况说明"_s, u"copy"_s, u"supplied"_s, 1,
        {{digest, u"image/png"_s, 1240, 1754, 150, scan.size()}}, {}, false};
    const QString draft = m_hub->ids.next();
    const auto opened = counter.desk->open(
        draft, {{u"item"_s, u"free-intake"_s}, {u"revision"_s, 1},
                   {u"parties"_s, QJsonObject{{u"applicant"_s, party()}}}, {u"values"_s, freeIntakeValues()},
                   {u"origins"_s, QJsonObject{}}, {u"materials"_s, QJsonArray{material.toJson()}}});
    if (!opened) {
        qWarning().noquote() << logLine(opened.error());
        return {};
    }
    counter.engine->wake();
    return opened->id;
}

void TestRealCounter::aNewCounter_gettingLevel_knowsItemsNumbersAndTime()
{
    const auto clerk = counter(u"chen"_s);
    QVERIFY(clerk);
    QTRY_VERIFY(clerk->engine->state().online && !clerk->engine->state().busy);
    const auto items = clerk->desk->items();
    QVERIFY(items);
    QCOMPARE(items->size(), 1);
    QCOMPARE(sync::NumberStock(*clerk->machine).left(u"210603"_s, legalDate(m_hub->clock.nowMs())).value_or(0), 200);
    QVERIFY(clerk->time.offset());
    QVERIFY(qAbs(*clerk->time.offset()) < 2'000); // one clock on one machine
}

void TestRealCounter::aCase_openedAtOneCounter_isFinishedAtTheOthers()
{
    const auto clerk = counter(u"chen"_s);
    const auto dispatcher = counter(u"sun"_s);
    const auto reviewer = counter(u"liu"_s);
    QVERIFY(clerk && dispatcher && reviewer);
    for (auto* one : {clerk.get(), dispatcher.get(), reviewer.get()})
        QTRY_VERIFY(one->engine->state().online && !one->engine->state().busy);

    const QByteArray scan(700'000, 's');
    const QString stream = openedAt(*clerk, scan);
    QVERIFY(!stream.isEmpty());
    const QString digest = clerk->view(stream).files().value(0);
    QTRY_VERIFY_WITH_TIMEOUT(m_hub->core->parts().blobs.has(digest), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(clerk->desk->waiting().value_or(-1), 0, 20'000);

    auto fetched = dispatcher->engine->fetchCase(stream);
    QTRY_VERIFY(fetched.isFinished());
    QVERIFY(fetched.result());
    const auto task = [](Counter& at, const QString& id) {
        const auto state = at.view(id);
        return state.currentTask() ? state.currentTask()->id : QString();
    };
    QVERIFY(dispatcher->desk->act(stream, u"ClaimTask"_s, {{u"task"_s, task(*dispatcher, stream)}}));
    QVERIFY(dispatcher->desk->act(
        stream, u"DispatchCase"_s, {{u"task"_s, task(*dispatcher, stream)}, {u"department"_s, u"养老保险科"_s}}));
    dispatcher->engine->wake();
    QTRY_COMPARE_WITH_TIMEOUT(task(*clerk, stream), u"review-1"_s, 20'000);

    auto forReview = reviewer->engine->fetchCase(stream);
    QTRY_VERIFY(forReview.isFinished());
    auto page = reviewer->engine->fetchFile(digest);
    QTRY_VERIFY(page.isFinished());
    QCOMPARE(page.result().value_or(QByteArray()), scan);
    QVERIFY(reviewer->desk->act(stream, u"ClaimTask"_s, {{u"task"_s, task(*reviewer, stream)}}));
    QVERIFY(reviewer->desk->act(
        stream, u"ApproveTask"_s, {{u"task"_s, task(*reviewer, stream)}, {u"opinion"_s, u"同意"_s}}));
    reviewer->engine->wake();
    QTRY_COMPARE_WITH_TIMEOUT(clerk->view(stream).phase, casework::Phase::Completed, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(reviewer->desk->waiting().value_or(-1), 0, 20'000);
}

void TestRealCounter::aReceipt_ofARealCounter_leadsToItsProgress()
{
    const auto clerk = counter(u"chen"_s);
    QVERIFY(clerk);
    QTRY_VERIFY(clerk->engine->state().online && !clerk->engine->state().busy);
    for (int receipt = 0; receipt < 5; ++receipt) { // no two codes have the same characters
        const QString stream = openedAt(*clerk, "scan"_ba);
        QTRY_VERIFY(clerk->desk->outbox()->isEmpty());
        const auto paper = clerk->view(stream);
        for (const auto& code : {paper.queryCode, paper.queryCode.toLower()}) { // off the QR code, and typed by hand
            const auto reply = m_hub->ask("GET", u"/api/v1/public/progress?n=%1&c=%2"_s.arg(paper.number, code));
            QVERIFY2(reply.status == 200, qPrintable(code));
        }
    }
}

void TestRealCounter::aCounter_waitingOnTheFeed_hearsOfAChangeAtOnce()
{
    const auto clerk = counter(u"chen"_s);
    QVERIFY(clerk);
    QTRY_VERIFY(clerk->engine->state().online && !clerk->engine->state().busy);
    const QString stream = openedAt(*clerk, "a page");
    QVERIFY(!stream.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(clerk->desk->waiting().value_or(-1), 0, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_hub->core->parts().bell.waiting(), 1, 20'000);
    const auto dispatcher = m_hub->desk(u"sun"_s);
    QCOMPARE(m_hub->say(dispatcher, m_hub->onTask(dispatcher, stream, u"ClaimTask"_s)), u"applied"_s);
    QTRY_COMPARE_WITH_TIMEOUT(clerk->view(stream).tasks.constLast().holderName, u"测试sun"_s, 5'000);
}

void TestRealCounter::aCounter_signedOut_isToldToSignInAgain()
{
    const auto clerk = counter(u"chen"_s);
    QVERIFY(clerk);
    QTRY_VERIFY(clerk->engine->state().online && !clerk->engine->state().busy);
    bool ended = false;
    connect(clerk->engine.get(), &sync::SyncEngine::sessionEnded, this, [&ended] { ended = true; });
    m_hub->clock.advance(13LL * 3'600'000);
    clerk->engine->wake();
    QTRY_VERIFY(ended);
}

Done TestRealCounter::openWithClaims()
{
    m_hub = std::make_unique<HubWorld>();
    if (!m_hub->copyResources())
        return fail(Error{u"test.resources"_s, Origin::Machine, {}, {}});
    KB_CHECK(m_hub->open());
    for (const auto& [login, post] : {std::pair{u"chen"_s, u"window-clerk"_s}, std::pair{u"liu"_s, u"reviewer"_s},
             std::pair{u"zhou"_s, u"approver"_s}})
        KB_CHECK(m_hub->addAccount(login, {post}));
    return {};
}

Result<casework::Case> TestRealCounter::claimAt(Counter& counter, const registry::PersonRecord& known)
{
    KB_TRY(const auto item, counter.desk->item(u"unemployment-claim"_s, 1));
    const auto today = legalDate(m_hub->clock.nowMs());
    auto draft = claimDraft(*item, &known, today, u"first"_s);
    draft.values.insert(u"endedOn"_s, today.addDays(-2).toString(Qt::ISODate));
    draft.derive(*item, today);
    auto body = claimBody(draft, *item, {});
    body.remove(u"parameters"_s); // the desk says itself what it calculated with
    KB_TRY(const auto opened, counter.desk->open({}, body));
    counter.engine->wake();
    return opened;
}

void TestRealCounter::aClaim_withTheRegisterAsItWas_needsAPerson()
{
    QVERIFY(openWithClaims());
    QVERIFY(keepRecord(m_hub->core->main(), claimant(130)));
    const auto clerk = counter(u"chen"_s);
    QVERIFY(clerk);
    QTRY_VERIFY(clerk->engine->state().online && !clerk->engine->state().busy);
    const auto seen = claimAt(*clerk, claimant(96)); // 18 months; by now it would be 24
    QVERIFY2(seen, seen ? "" : qPrintable(logLine(seen.error())));
    QCOMPARE(seen->values.value("benefitMonths"_L1).toInt(), 18);
    QCOMPARE(seen->parameters, (QJsonObject{{u"retirement"_s, 1}, {u"unemployment"_s, 1}}));
    const auto attention = [&]() -> QString {
        for (const auto& line : clerk->desk->cases(0).value_or(QList<sync::LocalCase>{})) {
            if (line.attention)
                return line.attention->code;
        }
        for (const auto& item : clerk->desk->outbox().value_or(QList<sync::OutboxItem>{})) {
            if (item.answer && item.answer->reason)
                return item.answer->reason->code;
        }
        return {};
    };
    QTRY_COMPARE_WITH_TIMEOUT(attention(), u"casework.facts-differ"_s, 20'000);
    QCOMPARE(m_hub->core->main().integer("SELECT COUNT(*) FROM case_row"), 0);
    QVERIFY(!clerk->desk->outbox()->isEmpty()); // the work is kept
}

void TestRealCounter::aClaim_goneThrough_isSeenWithWhatItDidToTheRegister()
{
    QVERIFY(openWithClaims());
    QVERIFY(keepRecord(m_hub->core->main(), claimant()));
    const auto clerk = counter(u"chen"_s);
    QVERIFY(clerk);
    QTRY_VERIFY(clerk->engine->state().online && !clerk->engine->state().busy);
    const auto opened = claimAt(*clerk, claimant());
    QVERIFY2(opened, opened ? "" : qPrintable(logLine(opened.error())));
    QTRY_COMPARE_WITH_TIMEOUT(clerk->desk->waiting().value_or(-1), 0, 20'000);
    for (const auto& login : {u"liu"_s, u"zhou"_s}) {
        const auto who = m_hub->desk(login);
        QCOMPARE(m_hub->say(who, m_hub->onTask(who, opened->id, u"ClaimTask"_s)), u"applied"_s);
        QCOMPARE(m_hub->say(who, m_hub->onTask(who, opened->id, u"ApproveTask"_s)), u"applied"_s);
    }
    QTRY_COMPARE_WITH_TIMEOUT(clerk->view(opened->id).effects.size(), 2, 20'000);
    const auto state = clerk->view(opened->id);
    QCOMPARE(state.phase, casework::Phase::Completed);
    QCOMPARE(state.effects[1].detail.value("after"_L1).toObject().value("months"_L1).toInt(), 18);
}

QTEST_GUILESS_MAIN(TestRealCounter)
#include "test_RealCounter.moc"
