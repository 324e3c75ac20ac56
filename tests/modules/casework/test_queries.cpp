#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Queues, lists and the right to open a case.
class TestQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void queue_ofEachPost_showsWhatItCouldTake_data();
    void queue_ofEachPost_showsWhatItCouldTake();
    void queue_claimedTask_showsOnlyToItsHolder();
    void queue_mine_showsHeldTasksWhateverTheRights();
    void queue_withdrawnRight_isEmpty();
    void queue_grantForOneItem_showsOnlyThat();
    void queue_pages_goOnWhereTheyStopped();
    void queue_text_findsNamesAndNumbers_data();
    void queue_text_findsNamesAndNumbers();
    void cases_ofEachAccount_followTheRights_data();
    void cases_ofEachAccount_followTheRights();
    void cases_ofAnotherClerk_needTheRight();
    void cases_byPhase_showsOnlyThose();
    void cases_pages_goOnWhereTheyStopped();
    void cases_ofAnotherWindow_areFoundByTheirNumbers_data();
    void cases_ofAnotherWindow_areFoundByTheirNumbers();
    void mayRead_everybody_byPartAndRight();
    void mayRead_anyWindow_whatAwaitsOne();
    void row_json_readsBackTheSame();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    QStringList queue(const test::Actor& actor, const QueueFilter& filter = {});
    QStringList cases(const test::Actor& actor, const CaseFilter& filter = {});
    bool mayRead(const test::Actor& actor, const QString& stream);

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
    identity::Posts m_posts;
    QHash<QString, QString> m_names; // stream → what the tests call it
    QHash<QString, QString> m_streams;
    QHash<QString, test::Actor> m_actors;
};

void TestQueries::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
    m_posts = *m_world->shelf.posts(*m_world->connection);
    m_names.clear();
    m_streams.clear();
    const auto name = [&](const QString& what, const QString& stream) {
        m_names.insert(stream, what);
        m_streams.insert(what, stream);
        m_world->clock.advance(1000);
    };
    name(u"new"_s, m_write->openedFreeIntake());
    name(u"held"_s, m_write->inReview());
    name(u"matter"_s, m_write->openedMatter());
    name(u"done"_s, m_write->completed());
    auto other = m_write->openFreeIntake(m_world->secondClerk);
    other.body.insert(u"parties"_s, QJsonObject{{u"applicant"_s, test::party(u"欧阳小明"_s, u"21060319910505119"_s)}});
    QCOMPARE(say(other), u"applied"_s);
    name(u"other"_s, other.stream);
    m_actors = {{u"clerk"_s, m_world->clerk}, {u"second clerk"_s, m_world->secondClerk},
        {u"dispatcher"_s, m_world->dispatcher}, {u"reviewer"_s, m_world->reviewer}, {u"approver"_s, m_world->approver},
        {u"supervisor"_s, m_world->supervisor}, {u"outsider"_s, m_world->outsider}};
}

QStringList TestQueries::queue(const test::Actor& actor, const QueueFilter& filter)
{
    const auto rows = CaseQueries(*m_world->connection, m_posts)
                          .queue(actor.id, m_world->account(actor).grants, filter, m_world->clock.nowMs());
    QStringList names;
    for (const auto& row : rows.value_or(QList<CaseRow>{}))
        names.append(m_names.value(row.stream) + u':' + row.task);
    return rows ? names : QStringList{rows.error().code + rows.error().detail};
}

QStringList TestQueries::cases(const test::Actor& actor, const CaseFilter& filter)
{
    const auto rows = CaseQueries(*m_world->connection, m_posts)
                          .cases(actor.id, m_world->account(actor).grants, filter, m_world->clock.nowMs());
    QStringList names;
    for (const auto& row : rows.value_or(QList<CaseRow>{}))
        names.append(m_names.value(row.stream));
    return rows ? names : QStringList{rows.error().code + rows.error().detail};
}

bool TestQueries::mayRead(const test::Actor& actor, const QString& stream)
{
    return *CaseQueries(*m_world->connection, m_posts)
                .mayRead(actor.id, m_world->account(actor).grants, stream, m_world->clock.nowMs());
}

void TestQueries::queue_ofEachPost_showsWhatItCouldTake_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QStringList>("tasks");
    QTest::newRow("clerk") << u"clerk"_s << QStringList{};
    QTest::newRow("dispatcher") << u"dispatcher"_s << QStringList{u"new:dispatch-1"_s, u"other:dispatch-1"_s};
    QTest::newRow("reviewer") << u"reviewer"_s << QStringList{u"held:review-1"_s, u"matter:review-1"_s};
    QTest::newRow("approver") << u"approver"_s << QStringList{};
    QTest::newRow("supervisor") << u"supervisor"_s
                                << QStringList{u"new:dispatch-1"_s, u"matter:review-1"_s, u"other:dispatch-1"_s};
    QTest::newRow("outsider") << u"outsider"_s << QStringList{};
}

void TestQueries::queue_ofEachPost_showsWhatItCouldTake()
{
    QFETCH(QString, who);
    QFETCH(QStringList, tasks);
    QCOMPARE(queue(m_actors.value(who)), tasks);
}

void TestQueries::queue_claimedTask_showsOnlyToItsHolder()
{
    QCOMPARE(say(m_write->claim(m_world->dispatcher, m_streams.value(u"new"_s))), u"applied"_s);
    QVERIFY(queue(m_world->dispatcher).contains(u"new:dispatch-1"_s));
    QVERIFY(!queue(m_world->supervisor).contains(u"new:dispatch-1"_s));
    QCOMPARE(say(m_write->release(m_world->dispatcher, m_streams.value(u"new"_s))), u"applied"_s);
    QVERIFY(queue(m_world->supervisor).contains(u"new:dispatch-1"_s));
}

void TestQueries::queue_mine_showsHeldTasksWhateverTheRights()
{
    QueueFilter mine;
    mine.mine = true;
    QCOMPARE(queue(m_world->reviewer, mine), QStringList{u"held:review-1"_s});
    QCOMPARE(queue(m_world->supervisor, mine), QStringList{});
    QVERIFY(m_world->withdraw(m_world->reviewer, u"reviewer"_s));
    m_world->clock.advance(1000);
    QCOMPARE(queue(m_world->reviewer, mine), QStringList{u"held:review-1"_s}); // it must be possible to give it back
}

void TestQueries::queue_withdrawnRight_isEmpty()
{
    QVERIFY(m_world->withdraw(m_world->dispatcher, u"dispatcher"_s));
    m_world->clock.advance(1000);
    QCOMPARE(queue(m_world->dispatcher), QStringList{});
}

void TestQueries::queue_grantForOneItem_showsOnlyThat()
{
    QVERIFY(m_world->grant(m_world->approver, u"reviewer"_s, u"2106"_s, {u"sample-matter"_s}));
    QCOMPARE(queue(m_world->approver), QStringList{u"matter:review-1"_s});
    QVERIFY(m_world->grant(m_world->approver, u"dispatcher"_s, u"210603001"_s)); // only a township: these are not there
    QCOMPARE(queue(m_world->approver), QStringList{u"matter:review-1"_s});
}

void TestQueries::queue_pages_goOnWhereTheyStopped()
{
    QueueFilter filter;
    filter.limit = 1;
    QStringList read;
    for (int i = 0; i < 10; ++i) {
        const auto rows = *CaseQueries(*m_world->connection, m_posts)
                               .queue(m_world->supervisor.id, m_world->account(m_world->supervisor).grants, filter,
                                   m_world->clock.nowMs());
        if (rows.isEmpty())
            break;
        read.append(m_names.value(rows.constLast().stream));
        filter.afterOpenedAt = rows.constLast().taskOpenedAt;
        filter.afterStream = rows.constLast().stream;
    }
    QCOMPARE(read, QStringList({u"new"_s, u"matter"_s, u"other"_s}));
}

void TestQueries::queue_text_findsNamesAndNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const QStringList other{u"other"_s};
    QTest::newRow("part of a name") << u"小明"_s << other;
    QTest::newRow("whole ID number") << test::citizenId(u"21060319910505119"_s) << other;
    QTest::newRow("whole ID number in small letters")
        << test::citizenId(u"21060319910505119"_s).toLower() << other; // it ends in X
    QTest::newRow("start of an ID number") << u"21060319910505"_s << other;
    QTest::newRow("end of a case number finds nothing") << u"00005"_s << QStringList{};
    QTest::newRow("start of the case numbers") << u"2106032026"_s << QStringList{u"new"_s, u"matter"_s, u"other"_s};
    QTest::newRow("wild cards mean nothing") << u"小%明"_s << other;
    QTest::newRow("a quote is only a quote") << u"' OR 1=1 --"_s << QStringList{};
    QTest::newRow("nobody") << u"诸葛"_s << QStringList{};
}

void TestQueries::queue_text_findsNamesAndNumbers()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    QueueFilter filter;
    filter.text = text;
    auto tasks = queue(m_world->supervisor, filter);
    for (auto& task : tasks)
        task = task.section(u':', 0, 0);
    QCOMPARE(tasks, found);
}

void TestQueries::cases_ofEachAccount_followTheRights_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QStringList>("seen");
    const QStringList all{u"other"_s, u"done"_s, u"matter"_s, u"held"_s, u"new"_s}; // newest first
    QTest::newRow("clerk: own cases") << u"clerk"_s << QStringList{u"done"_s, u"matter"_s, u"held"_s, u"new"_s};
    QTest::newRow("second clerk: own cases") << u"second clerk"_s << QStringList{u"other"_s};
    QTest::newRow("reviewer: the area") << u"reviewer"_s << all;
    QTest::newRow("supervisor: the area") << u"supervisor"_s << all;
    QTest::newRow("outsider: nothing here") << u"outsider"_s << QStringList{};
}

void TestQueries::cases_ofEachAccount_followTheRights()
{
    QFETCH(QString, who);
    QFETCH(QStringList, seen);
    QCOMPARE(cases(m_actors.value(who)), seen);
}

void TestQueries::cases_ofAnotherClerk_needTheRight()
{
    CaseFilter filter;
    filter.openedBy = m_world->secondClerk.id;
    QCOMPARE(cases(m_world->clerk, filter), QStringList{});
    QCOMPARE(cases(m_world->outsider, filter), QStringList{});
    QCOMPARE(cases(m_world->secondClerk, filter), QStringList{u"other"_s});
    QCOMPARE(cases(m_world->supervisor, filter), QStringList{u"other"_s});
}

void TestQueries::cases_byPhase_showsOnlyThose()
{
    CaseFilter filter;
    filter.phase = phaseName(Phase::Completed);
    QCOMPARE(cases(m_world->supervisor, filter), QStringList{u"done"_s});
    filter.phase = phaseName(Phase::Voided);
    QCOMPARE(cases(m_world->supervisor, filter), QStringList{});
}

void TestQueries::cases_pages_goOnWhereTheyStopped()
{
    CaseFilter filter;
    filter.limit = 2;
    QStringList read;
    for (int i = 0; i < 10; ++i) {
        const auto rows = *CaseQueries(*m_world->connection, m_posts)
                               .cases(m_world->supervisor.id, m_world->account(m_world->supervisor).grants, filter,
                                   m_world->clock.nowMs());
        for (const auto& row : rows)
            read.append(m_names.value(row.stream));
        if (rows.isEmpty())
            break;
        filter.beforeOpenedAt = rows.constLast().openedAt;
        filter.beforeStream = rows.constLast().stream;
    }
    QCOMPARE(read, QStringList({u"other"_s, u"done"_s, u"matter"_s, u"held"_s, u"new"_s}));
}

void TestQueries::mayRead_everybody_byPartAndRight()
{
    const QString held = m_streams.value(u"held"_s);
    QVERIFY(mayRead(m_world->clerk, held));        // opened it
    QVERIFY(!mayRead(m_world->secondClerk, held)); // has nothing to do with it
    QVERIFY(mayRead(m_world->dispatcher, held));
    QVERIFY(mayRead(m_world->reviewer, held));
    QVERIFY(!mayRead(m_world->outsider, held));
    QVERIFY(!mayRead(m_world->supervisor, m_world->ids.next()));
    QVERIFY(m_world->withdraw(m_world->dispatcher, u"dispatcher"_s));
    m_world->clock.advance(1000);
    QVERIFY(mayRead(m_world->dispatcher, held));                       // once held a task on it
    QVERIFY(!mayRead(m_world->dispatcher, m_streams.value(u"new"_s))); // never did
}

void TestQueries::cases_ofAnotherWindow_areFoundByTheirNumbers_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("completed, by its number") << u"done"_s << u"number"_s << true;
    QTest::newRow("completed, by the beginning of its number") << u"done"_s << u"part"_s << false;
    QTest::newRow("completed, by the name") << u"done"_s << u"name"_s << false;
    QTest::newRow("completed, by the ID number") << u"done"_s << u"id"_s << true;
    QTest::newRow("completed, without a text") << u"done"_s << u"none"_s << false;
    QTest::newRow("in progress, by its number") << u"held"_s << u"number"_s << false;
    QTest::newRow("waiting for a supplement, by its number") << u"waiting"_s << u"number"_s << true;
    QTest::newRow("collected, by its number") << u"collected"_s << u"number"_s << false;
    QTest::newRow("voided, by its number") << u"voided"_s << u"number"_s << false;
}

void TestQueries::cases_ofAnotherWindow_areFoundByTheirNumbers()
{
    QFETCH(QString, what);
    QFETCH(QString, how);
    QFETCH(bool, isFound);
    const QString waiting = m_write->awaitingSupplement();
    const QString collected = m_write->completed();
    QCOMPARE(say(m_write->collect(m_world->clerk, collected, test::party())), u"applied"_s);
    const QString voided = m_write->openedFreeIntake();
    QCOMPARE(say(m_write->voidCase(m_world->supervisor, voided, u"误收"_s)), u"applied"_s);
    const QHash<QString, QString> more{{u"waiting"_s, waiting}, {u"collected"_s, collected}, {u"voided"_s, voided}};
    const QString stream = more.value(what, m_streams.value(what));
    m_names.insert(stream, what);
    const QString number = m_world->state(stream).number;
    CaseFilter filter;
    filter.text = how == "number"_L1 ? number
                  : how == "part"_L1 ? number.chopped(1)
                  : how == "name"_L1 ? u"张𠮷秀"_s
                  : how == "id"_L1   ? test::citizenId(u"21060319800101002"_s)
                                     : QString();
    QCOMPARE(cases(m_world->secondClerk, filter).contains(what), isFound);
    QVERIFY(!cases(m_world->outsider, filter).contains(what));
    QVERIFY(!cases(m_world->dispatcher, filter).isEmpty()); // who may search is asked for no more than before
}

void TestQueries::mayRead_anyWindow_whatAwaitsOne()
{
    const QString waiting = m_write->awaitingSupplement();
    QVERIFY(mayRead(m_world->secondClerk, waiting));
    QVERIFY(mayRead(m_world->secondClerk, m_streams.value(u"done"_s)));
    QCOMPARE(say(m_write->collect(m_world->clerk, m_streams.value(u"done"_s), test::party())), u"applied"_s);
    QVERIFY(!mayRead(m_world->secondClerk, m_streams.value(u"done"_s)));
    QCOMPARE(say(m_write->resubmit(m_world->clerk, waiting)), u"applied"_s);
    QVERIFY(!mayRead(m_world->secondClerk, waiting));
}

void TestQueries::row_json_readsBackTheSame()
{
    for (const auto& stream : {m_streams.value(u"held"_s), m_write->awaitingSupplement()}) {
        const auto row = m_world->row(stream);
        QCOMPARE(CaseRow::fromJson(row.toJson()), row);
    }
    auto flagged = m_world->row(m_streams.value(u"held"_s));
    flagged.duplicateOf = m_streams.value(u"new"_s);
    flagged.collected = true;
    flagged.ticket = u"A012"_s;
    QCOMPARE(CaseRow::fromJson(flagged.toJson()), flagged);
    QueueFilter mine;
    mine.mine = true;
    const auto queued =
        *CaseQueries(*m_world->connection, m_posts).queue(m_world->reviewer.id, {}, mine, m_world->clock.nowMs());
    QCOMPARE(queued.size(), 1);
    QCOMPARE(queued.constFirst().holderName, u"李审核"_s);
    QCOMPARE(CaseRow::fromJson(queued.constFirst().toJson()), queued.constFirst());
}

QTEST_GUILESS_MAIN(TestQueries)
#include "test_queries.moc"
