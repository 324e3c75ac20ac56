#include "app/hub/Leases.h"
#include "HubWorld.h"
#include "modules/identity/Contacts.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using identity::Contacts;

namespace {

constexpr qint64 DayMs = 24LL * 3600 * 1000;

} // namespace

// Tasks of people who are not heard of, on a whole hub.
class TestLeases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void request_isHeard_atMostEveryTenMinutes();
    void request_whileOthersWrite_isAnswered_andHeardNextTime();
    void holder_away_losesTheTask_othersKeepTheirs();
    void hub_away_nobodyLosesAnything();
    void leases_endedTwiceAtOnce_endOnce();

private:
    qint64 heard(const Desk& desk) { return *Contacts(m_hub->core->main()).of(desk.account); }
    QString holder(const QString& stream);
    QString claimedCase(); // by the dispatcher
    Done endLeases() { return m_hub->endLeases(); }

    std::unique_ptr<HubWorld> m_hub;
    Desk m_clerk;
    Desk m_dispatcher;
};

void TestLeases::init()
{
    m_hub = std::make_unique<HubWorld>();
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(m_hub->addAccount(u"sun"_s, {u"dispatcher"_s}));
    m_clerk = m_hub->desk(u"chen"_s);
    m_dispatcher = m_hub->desk(u"sun"_s);
}

QString TestLeases::holder(const QString& stream)
{
    return m_hub->core->main()
        .first("SELECT COALESCE(holder, '') FROM task_row WHERE stream = ? AND state IN ('open', 'claimed')", {stream},
            [](const store::Row& row) { return row.text(0); })
        .value_or(u"?"_s)
        .value_or(u"?"_s);
}

QString TestLeases::claimedCase()
{
    const QString stream = m_hub->openedCase(m_clerk);
    const auto claim = m_hub->onTask(m_dispatcher, stream, u"ClaimTask"_s);
    return m_hub->say(m_dispatcher, claim) == "applied"_L1 ? stream : QString();
}

void TestLeases::request_isHeard_atMostEveryTenMinutes()
{
    QVERIFY(!m_hub->openedCase(m_clerk).isEmpty());
    const qint64 first = heard(m_clerk);
    QVERIFY(qAbs(first - m_hub->clock.nowMs()) < 60'000);
    m_hub->clock.advance(5 * 60'000);
    QCOMPARE(m_hub->get(m_clerk, u"/api/v1/feed?after=0"_s).status, 200);
    QCOMPARE(heard(m_clerk), first);
    m_hub->clock.advance(6 * 60'000);
    QCOMPARE(m_hub->get(m_clerk, u"/api/v1/feed?after=0"_s).status, 200);
    QVERIFY(heard(m_clerk) > first);
    m_hub->clock.advance(60'000);
    QCOMPARE(m_hub->ask("GET", u"/api/v1/feed?after=0"_s).status, 401); // of nobody
    QCOMPARE(heard(m_dispatcher), 0);
}

// A long list that is loaded must not hold up a window that only reads.
void TestLeases::request_whileOthersWrite_isAnswered_andHeardNextTime()
{
    {
        const std::unique_lock writing(m_hub->core->parts().writing);
        QCOMPARE(m_hub->get(m_clerk, u"/api/v1/feed?after=0"_s).status, 200);
        QCOMPARE(heard(m_clerk), 0);
    }
    QCOMPARE(m_hub->get(m_clerk, u"/api/v1/feed?after=0"_s).status, 200);
    QVERIFY(heard(m_clerk) > 0);
}

void TestLeases::holder_away_losesTheTask_othersKeepTheirs()
{
    const QString stream = claimedCase();
    QVERIFY(!stream.isEmpty());
    QVERIFY(endLeases());
    QCOMPARE(holder(stream), m_dispatcher.account);
    QVERIFY(m_hub->pass(30 * DayMs));
    const QString fresh = claimedCase(); // with a session of long ago nothing is claimed
    QVERIFY(fresh.isEmpty());
    QVERIFY(endLeases());
    QCOMPARE(holder(stream), QString());

    m_dispatcher = m_hub->desk(u"sun"_s);
    m_clerk = m_hub->desk(u"chen"_s);
    const QString later = claimedCase();
    QVERIFY(!later.isEmpty());
    QVERIFY(endLeases());
    QCOMPARE(holder(later), m_dispatcher.account);
    const auto rows = m_hub->get(m_dispatcher, u"/api/v1/feed?after=0"_s).json().value("rows"_L1).toArray();
    const auto told = std::count_if(rows.begin(), rows.end(), [&](const QJsonValue& row) {
        return row["kind"_L1] == "row"_L1 && row["content"_L1]["table"_L1] == "lapsed-task"_L1 &&
               row["content"_L1]["row"_L1]["stream"_L1] == stream;
    });
    QCOMPARE(told, 1);
}

// A power cut of a week: nobody could be heard of.
void TestLeases::hub_away_nobodyLosesAnything()
{
    const QString stream = claimedCase();
    QVERIFY(!stream.isEmpty());
    QVERIFY(endLeases());
    m_hub->clock.advance(30 * DayMs);
    QVERIFY(endLeases());
    QCOMPARE(holder(stream), m_dispatcher.account);
    QCOMPARE(heard(m_dispatcher), heard(m_clerk));
    QVERIFY(m_hub->pass(30 * DayMs));
    QVERIFY(endLeases());
    QCOMPARE(holder(stream), QString());
}

void TestLeases::leases_endedTwiceAtOnce_endOnce()
{
    const QString stream = claimedCase();
    QVERIFY(!stream.isEmpty());
    QVERIFY(m_hub->pass(30 * DayMs));
    const auto other = m_hub->core->connect();
    QVERIFY(other);
    std::thread second([&] { (void)hub::endLeases(m_hub->core->parts(), **other); });
    QVERIFY(endLeases());
    second.join();
    QCOMPARE(holder(stream), QString());
    QCOMPARE(
        m_hub->core->main().integer("SELECT COUNT(*) FROM feed WHERE kind = 'row' AND table_name = 'lapsed-task'", {}),
        1);
}

QTEST_GUILESS_MAIN(TestLeases)
#include "test_Leases.moc"
