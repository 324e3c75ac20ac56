#include "tests/support/journal/CounterStream.h"
#include "tests/support/store/FailingConnection.h"

#include "modules/journal/Feed.h"
#include "modules/journal/JournalVerifier.h"
#include "modules/journal/Reactions.h"
#include "modules/journal/StreamLog.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::journal;
using namespace Qt::StringLiterals;

namespace {

// Writes a row for each piece of work and says so on the stream; stubborn until it is told otherwise.
class Bookkeeper final : public Reaction
{
public:
    QString name() const override { return u"books"_s; }
    Done react(ReactionScope& scope, const QString& key) override
    {
        ++calls;
        KB_CHECK(scope.connection().execute("INSERT INTO book(entry) VALUES(?)", {scope.cause().stream + key}));
        if (key == "stubborn"_L1 && isStubborn)
            return fail(Error{u"test.stubborn"_s, Origin::Hub, {}, {}});
        return scope.append({u"Booked"_s, {{u"key"_s, key}, {u"amount"_s, 0}}, {}});
    }
    int calls = 0;
    bool isStubborn = true;
};

} // namespace

// Work that follows from events: never lost, never done twice.
class TestReactions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runDue_once_doesTheWorkAndSaysSo();
    void runDue_failing_undoesTheWorkAndTriesLater();
    void runDue_unknownHandler_isAFailureOfThatReactionOnly();
    void add_twice_isOnePieceOfWork();
    void runDue_anyStatementFails_isDoneExactlyOnce();
    void compareAndSet_afterAReaction_isNoConflict();

private:
    Event added();
    qint64 entries() { return m_hub->connection->integer("SELECT COUNT(*) FROM book").value_or(-1); }
    Done note(const Event& event, const QString& name, const QString& key)
    {
        return ReactionQueue(*m_hub->connection).add(event, name, key, m_hub->clock.nowMs());
    }

    std::unique_ptr<test::CounterHub> m_hub;
    std::unique_ptr<ReactionRunner> m_runner;
    Bookkeeper* m_books = nullptr;
    QString m_stream;
};

void TestReactions::init()
{
    m_hub = std::make_unique<test::CounterHub>();
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->connection->execute("CREATE TABLE book(entry TEXT PRIMARY KEY)"));
    auto books = std::make_unique<Bookkeeper>();
    m_books = books.get();
    std::vector<std::unique_ptr<Reaction>> handlers;
    handlers.push_back(std::move(books));
    m_runner =
        std::make_unique<ReactionRunner>(m_hub->clock, m_hub->random, m_hub->gate->projections(), std::move(handlers));
    m_stream = m_hub->ids.next();
}

Event TestReactions::added()
{
    if (!m_hub->send(m_hub->command(m_stream, u"Add"_s, 3)))
        return {};
    return StreamLog(*m_hub->connection, m_hub->random).history(m_stream).value_or(QList<Event>{}).constLast();
}

void TestReactions::runDue_once_doesTheWorkAndSaysSo()
{
    const auto cause = added();
    QVERIFY(note(cause, u"books"_s, u"entry"_s));
    QCOMPARE(m_runner->runDue(*m_hub->connection), 1);
    QCOMPARE(m_runner->runDue(*m_hub->connection), 0);
    QCOMPARE(entries(), 1);
    const auto history = StreamLog(*m_hub->connection, m_hub->random).history(m_stream);
    QVERIFY(history);
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->constLast().type, u"Booked"_s);
    QCOMPARE(history->constLast().actor, u"hub"_s);
    QCOMPARE(history->constLast().command, reactionCommand(cause.command, u"books"_s, u"entry"_s));
    QCOMPARE(m_hub->total(m_stream), 3); // projected like any other event
    const auto report = verifyJournal(*m_hub->connection, nullptr);
    QVERIFY(report && report->sound());
    QCOMPARE(report->positions, 2); // stamped for the feed
}

void TestReactions::runDue_failing_undoesTheWorkAndTriesLater()
{
    const auto cause = added();
    QVERIFY(note(cause, u"books"_s, u"stubborn"_s));
    QVERIFY(note(cause, u"books"_s, u"easy"_s));
    QCOMPARE(m_runner->runDue(*m_hub->connection), 1); // the other one does not wait
    QCOMPARE(entries(), 1);
    QCOMPARE(m_runner->runDue(*m_hub->connection), 0);
    QCOMPARE(m_books->calls, 2);
    m_hub->clock.advance(1000);
    QCOMPARE(m_runner->runDue(*m_hub->connection), 0);
    QCOMPARE(m_books->calls, 3);
    m_hub->clock.advance(1000); // now it waits two seconds
    QCOMPARE(m_runner->runDue(*m_hub->connection), 0);
    QCOMPARE(m_books->calls, 3);
    m_books->isStubborn = false;
    m_hub->clock.advance(1000);
    QCOMPARE(m_runner->runDue(*m_hub->connection), 1);
    QCOMPARE(entries(), 2);
    QCOMPARE(ReactionQueue(*m_hub->connection).waiting(), 0);
}

void TestReactions::runDue_unknownHandler_isAFailureOfThatReactionOnly()
{
    const auto cause = added();
    QVERIFY(note(cause, u"oracle"_s, u"entry"_s));
    QVERIFY(note(cause, u"books"_s, u"entry"_s));
    QCOMPARE(m_runner->runDue(*m_hub->connection), 1);
    const auto failure = m_hub->connection->first(
        "SELECT failure FROM reaction WHERE state = 'due'", {}, [](const store::Row& row) { return row.text(0); });
    QVERIFY(failure && *failure);
    QCOMPARE(**failure, u"journal.reaction"_s);
}

void TestReactions::add_twice_isOnePieceOfWork()
{
    const auto cause = added();
    QVERIFY(note(cause, u"books"_s, u"entry"_s));
    QVERIFY(note(cause, u"books"_s, u"entry"_s));
    QCOMPARE(m_runner->runDue(*m_hub->connection), 1);
    QVERIFY(note(cause, u"books"_s, u"entry"_s)); // also once it is done
    QCOMPARE(m_runner->runDue(*m_hub->connection), 0);
    QCOMPARE(entries(), 1);
}

void TestReactions::runDue_anyStatementFails_isDoneExactlyOnce()
{
    for (qint64 at = 1;; ++at) {
        init();
        QVERIFY(note(added(), u"books"_s, u"entry"_s));
        test::FailingConnection failing(*m_hub->connection);
        failing.failAt(at);
        [[maybe_unused]] const auto first = m_runner->runDue(failing);
        m_hub->clock.advance(10 * 60 * 1000);
        QVERIFY(m_runner->runDue(*m_hub->connection));
        QCOMPARE(entries(), 1);
        QCOMPARE(m_hub->connection->integer("SELECT version FROM stream"), 2);
        const auto report = verifyJournal(*m_hub->connection, nullptr);
        QVERIFY(report && report->sound());
        if (!failing.failed())
            break;
    }
}

void TestReactions::compareAndSet_afterAReaction_isNoConflict()
{
    QVERIFY(note(added(), u"books"_s, u"entry"_s));
    QCOMPARE(m_runner->runDue(*m_hub->connection), 1);
    // The writer saw what he did himself, and not yet what the hub said of it.
    const auto answer = m_hub->send(m_hub->command(m_stream, u"Set"_s, 7, 1));
    QVERIFY(answer);
    QCOMPARE(answer->verdict, Verdict::Applied);
    QCOMPARE(answer->version, 3);
}

QTEST_GUILESS_MAIN(TestReactions)
#include "test_reactions.moc"
