#include "modules/casework/CaseStream.h"
#include "modules/casework/Leases.h"
#include "modules/identity/Contacts.h"
#include "modules/journal/Feed.h"
#include "tests/support/casework/CardCase.h"
#include "tests/support/casework/CaseCommands.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;
using identity::Contacts;

namespace {

constexpr qint64 HourMs = 3600 * 1000;

} // namespace

// Who is not heard of gives his tasks back.
class TestLeases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void leaseEnd_isTheEndOfTheNextWorkingDay_data();
    void leaseEnd_isTheEndOfTheNextWorkingDay();
    void holder_notHeardOf_losesTheTaskAtTheEnd();
    void holder_heardOf_keepsIt();
    void holder_givenTheTaskLately_keepsIt();
    void holder_whoseClockRanAhead_losesTheTaskAllTheSame();
    void holder_neverHeardOf_countsFromNow();
    void case_atItsWindow_isNotLent();
    void endLease_tooEarly_isRefused();
    void endLease_ofAnotherTask_isRefused();
    void endLease_saidByAPerson_isRefused();
    void lapse_isToldToItsHolderOnly();
    void lapse_standsOnTheTaskUntilItIsDone();

private:
    void hear(const test::Actor& who) { QVERIFY(Contacts(*m_world->connection).note(who.id, m_world->clock.nowMs())); }
    QList<LapsedLease> lapsed() { return *lapsedLeases(*m_world->connection, m_world->shelf, m_world->clock.nowMs()); }
    journal::Command endLease(const QString& stream, qint64 heardMs);
    QString lapsedCase(); // in review, taken from the reviewer

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestLeases::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open());
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

journal::Command TestLeases::endLease(const QString& stream, qint64 heardMs)
{
    return m_world->hubCommand(CaseStream::kind(), stream, u"EndLease"_s,
        {{u"task"_s, m_world->state(stream).currentTask()->id}, {u"heardAt"_s, heardMs}});
}

QString TestLeases::lapsedCase()
{
    const QString stream = m_write->inReview();
    const qint64 heard = m_world->clock.nowMs();
    m_world->clock.setWall(utcMs({2026, 11, 24}, {0, 0}));
    return m_world->say(endLease(stream, heard)) == "applied"_L1 ? stream : QString();
}

void TestLeases::leaseEnd_isTheEndOfTheNextWorkingDay_data()
{
    QTest::addColumn<QDate>("heard");
    QTest::addColumn<QDate>("end");
    QTest::newRow("Thursday, so until Friday night") << QDate(2026, 11, 19) << QDate(2026, 11, 21);
    QTest::newRow("Friday, so over the weekend") << QDate(2026, 11, 20) << QDate(2026, 11, 24);
    QTest::newRow("Sunday") << QDate(2026, 11, 22) << QDate(2026, 11, 24);
    QTest::newRow("before National Day") << QDate(2026, 9, 30) << QDate(2026, 10, 9);
}

void TestLeases::leaseEnd_isTheEndOfTheNextWorkingDay()
{
    QFETCH(const QDate, heard);
    QFETCH(const QDate, end);
    const auto calendar = *m_world->shelf.calendar(*m_world->connection);
    QCOMPARE(leaseEnd(*calendar, utcMs(heard, {0, 0})), utcMs(end, {0, 0}));
    QCOMPARE(leaseEnd(*calendar, utcMs(heard, {23, 59, 59, 999})), utcMs(end, {0, 0}));
}

void TestLeases::holder_notHeardOf_losesTheTaskAtTheEnd()
{
    const QString stream = m_write->inReview();
    hear(m_world->reviewer);
    const qint64 heard = m_world->clock.nowMs(); // a Friday
    m_world->clock.setWall(utcMs({2026, 11, 23}, {23, 59, 59, 999}));
    QVERIFY(lapsed().isEmpty());
    m_world->clock.setWall(utcMs({2026, 11, 24}, {0, 0}));
    const auto list = lapsed();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.constFirst().stream, stream);
    QCOMPARE(list.constFirst().holder, m_world->reviewer.id);
    QCOMPARE(list.constFirst().heardMs, heard);

    QCOMPARE(m_world->say(endLease(stream, heard)), u"applied"_s);
    const auto state = m_world->state(stream);
    QVERIFY(state.currentTask()->holder.isEmpty());
    QCOMPARE(m_world->row(stream).phase, u"in-progress"_s);
    QVERIFY(!m_world->receives(m_world->reviewer, stream));
    QVERIFY(lapsed().isEmpty());
    const auto event = m_world->events(stream).constLast();
    QCOMPARE(event.actor, journal::HubActor);
    QCOMPARE(event.body.value("from"_L1).toString(), m_world->reviewer.id);
    QCOMPARE(m_world->say(m_write->claim(m_world->jack, stream)), u"applied"_s);
}

void TestLeases::holder_heardOf_keepsIt()
{
    m_write->inReview();
    hear(m_world->reviewer);
    m_world->clock.setWall(utcMs({2026, 11, 23}, {18, 0}));
    hear(m_world->reviewer);
    m_world->clock.setWall(utcMs({2026, 11, 24}, {23, 59}));
    QVERIFY(lapsed().isEmpty());
    m_world->clock.setWall(utcMs({2026, 11, 25}, {0, 0}));
    QCOMPARE(lapsed().size(), 1);
}

// A supervisor gave it to somebody who has been away for a week: his time begins with the task.
void TestLeases::holder_givenTheTaskLately_keepsIt()
{
    hear(m_world->reviewer);
    m_world->clock.setWall(utcMs({2026, 11, 27}, {9, 0})); // a Friday
    m_write->inReview();
    QVERIFY(lapsed().isEmpty());
    m_world->clock.setWall(utcMs({2026, 11, 30}, {23, 59}));
    QVERIFY(lapsed().isEmpty());
    m_world->clock.setWall(utcMs({2026, 12, 1}, {0, 0}));
    QCOMPARE(lapsed().size(), 1);
}

void TestLeases::holder_whoseClockRanAhead_losesTheTaskAllTheSame()
{
    const QString stream = m_write->openedFreeIntake();
    QCOMPARE(m_world->say(m_write->claim(m_world->dispatcher, stream)), u"applied"_s);
    QCOMPARE(m_world->say(m_write->dispatch(m_world->dispatcher, stream, u"养老保险科"_s)), u"applied"_s);
    auto claim = m_write->claim(m_world->reviewer, stream);
    claim.times.corrected = utcMs({2027, 11, 20}, {9, 0});
    QCOMPARE(m_world->say(claim), u"applied"_s);
    hear(m_world->reviewer);
    const qint64 heard = m_world->clock.nowMs();
    m_world->clock.setWall(utcMs({2026, 11, 24}, {0, 0}));
    QCOMPARE(lapsed().size(), 1);
    QCOMPARE(lapsed().constFirst().heardMs, heard);
    QCOMPARE(m_world->say(endLease(stream, heard)), u"applied"_s);
}

void TestLeases::holder_neverHeardOf_countsFromNow()
{
    m_write->inReview();
    m_world->clock.setWall(utcMs({2026, 12, 4}, {9, 0})); // a Friday
    QVERIFY(lapsed().isEmpty());
    QCOMPARE(*Contacts(*m_world->connection).of(m_world->reviewer.id), m_world->clock.nowMs());
    m_world->clock.setWall(utcMs({2026, 12, 8}, {0, 0}));
    QCOMPARE(lapsed().size(), 1);
}

void TestLeases::case_atItsWindow_isNotLent()
{
    const QString stream = m_write->awaitingSupplement();
    QVERIFY(!m_world->state(stream).currentTask()->holder.isEmpty());
    hear(m_world->clerk);
    m_world->clock.setWall(utcMs({2026, 12, 24}, {9, 0}));
    QVERIFY(lapsed().isEmpty());
    QCOMPARE(m_world->say(endLease(stream, 1)), u"refused casework.wrong-step"_s);
}

void TestLeases::endLease_tooEarly_isRefused()
{
    const QString stream = m_write->inReview();
    m_world->clock.setWall(utcMs({2026, 11, 23}, {23, 59}));
    QCOMPARE(
        m_world->say(endLease(stream, 1)), u"refused casework.lease-runs"_s); // claimed on Friday, whatever is said
    QCOMPARE(m_world->state(stream).currentTask()->holder, m_world->reviewer.id);
}

void TestLeases::endLease_ofAnotherTask_isRefused()
{
    const QString stream = m_write->inReview();
    auto command = endLease(stream, 1);
    QCOMPARE(m_world->say(m_write->approve(m_world->reviewer, stream)), u"applied"_s);
    m_world->clock.setWall(utcMs({2026, 12, 24}, {9, 0}));
    command.times.corrected = m_world->clock.nowMs();
    QVERIFY(m_world->say(command).startsWith("refused "_L1));
    QCOMPARE(m_world->state(stream).phase, Phase::Completed);

    const QString open = m_write->openedFreeIntake(); // nobody holds it
    QCOMPARE(m_world->say(endLease(open, 1)), u"refused casework.task"_s);
}

void TestLeases::endLease_saidByAPerson_isRefused()
{
    const QString stream = m_write->inReview();
    m_world->clock.setWall(utcMs({2026, 12, 24}, {9, 0}));
    for (const auto& who : {m_world->supervisor, m_world->reviewer})
        QCOMPARE(m_world->say(m_write->onTask(who, stream, u"EndLease"_s, {{u"heardAt"_s, 1}})),
            u"refused casework.command"_s);
}

void TestLeases::lapse_isToldToItsHolderOnly()
{
    const QString stream = lapsedCase();
    QVERIFY(!stream.isEmpty());
    const journal::Feed feed(*m_world->connection);
    const auto rowsFor = [&](const test::Actor& who) {
        QList<QJsonObject> rows;
        const auto page = *feed.page({who.id, {}}, 0, 500);
        for (const auto& row : page.rows) {
            if (row.kind == "row"_L1)
                rows.append(row.content);
        }
        return rows;
    };
    const auto told = rowsFor(m_world->reviewer);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.constFirst().value("table"_L1).toString(), u"lapsed-task"_s);
    const auto row = told.constFirst().value("row"_L1).toObject();
    QCOMPARE(row.value("stream"_L1).toString(), stream);
    QCOMPARE(row.value("number"_L1).toString(), m_world->state(stream).number);
    QCOMPARE(row.value("at"_L1).toInteger(), m_world->clock.nowMs());
    for (const auto& who : {m_world->clerk, m_world->jack, m_world->supervisor})
        QVERIFY(rowsFor(who).isEmpty());
}

void TestLeases::lapse_standsOnTheTaskUntilItIsDone()
{
    const QString stream = lapsedCase();
    QCOMPARE(m_world->state(stream).currentTask()->lapsedFrom, m_world->reviewer.name);
    QVERIFY(m_world->state(stream).currentTask()->heardAt > 0);
    QCOMPARE(m_world->say(m_write->claim(m_world->jack, stream)), u"applied"_s);
    QCOMPARE(m_world->state(stream).currentTask()->lapsedFrom, m_world->reviewer.name); // the next one should know
    QCOMPARE(m_world->say(m_write->release(m_world->jack, stream)), u"applied"_s);
    QVERIFY(m_world->state(stream).currentTask()->lapsedFrom.isEmpty());
}

QTEST_GUILESS_MAIN(TestLeases)
#include "test_leases.moc"
