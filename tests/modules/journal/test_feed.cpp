#include "tests/support/journal/CounterStream.h"

#include "modules/journal/Feed.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::journal;
using namespace Qt::StringLiterals;

class TestFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void page_streamOfOthers_isNotShown();
    void page_enterAndLeave_reachOnlyThatAccount();
    void page_rowsForAll_reachEverybody();
    void page_smallLimit_walksTheWholeFeedOnce();
    void page_event_carriesItsPersonalPart();
    void page_unstampedRows_areNotServed();

private:
    std::unique_ptr<test::CounterHub> m_hub;
    QString m_stream;
    Feed feed() { return Feed(*m_hub->connection); }
};

void TestFeed::init()
{
    m_hub = std::make_unique<test::CounterHub>();
    QVERIFY(m_hub->open());
    m_stream = m_hub->ids.next();
    QVERIFY(m_hub->send(m_hub->command(m_stream, u"Add"_s, 3)));
}

void TestFeed::page_streamOfOthers_isNotShown()
{
    const auto page = feed().page({u"clerk"_s, {}}, 0, 100);
    QVERIFY(page);
    QVERIFY(page->rows.isEmpty());
    QCOMPARE(page->upTo, 1);
}

void TestFeed::page_enterAndLeave_reachOnlyThatAccount()
{
    QVERIFY(feed().enter(m_stream, u"clerk"_s));
    QVERIFY(feed().enter(m_stream, u"clerk"_s));
    QVERIFY(feed().stamp());
    QVERIFY(m_hub->send(m_hub->command(m_stream, u"Add"_s, 1)));
    QVERIFY(feed().leave(m_stream, u"clerk"_s));
    QVERIFY(feed().stamp());
    QVERIFY(m_hub->send(m_hub->command(m_stream, u"Add"_s, 1)));
    auto page = feed().page({u"clerk"_s, {}}, 1, 100);
    QVERIFY(page);
    QStringList kinds;
    for (const auto& row : page->rows)
        kinds.append(row.kind);
    QCOMPARE(
        kinds, (QStringList{u"enter"_s, u"leave"_s})); // no longer a member: the event between is not shown any more
    QVERIFY(feed().page({u"other"_s, {}}, 0, 100)->rows.isEmpty());
    QCOMPARE(*feed().isMember(m_stream, u"clerk"_s), false);
}

void TestFeed::page_rowsForAll_reachEverybody()
{
    QVERIFY(feed().addRow(u"item"_s, u"free-intake"_s, {{u"name"_s, u"纯接件"_s}}));
    QVERIFY(feed().stamp());
    for (const auto& account : {u"clerk"_s, u"other"_s}) {
        const auto page = feed().page({account, {}}, 0, 100);
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 1);
        QCOMPARE(page->rows.constFirst().content.value(u"row"_s).toObject().value(u"name"_s).toString(), u"纯接件"_s);
    }
}

void TestFeed::page_smallLimit_walksTheWholeFeedOnce()
{
    QVERIFY(feed().enter(m_stream, u"clerk"_s));
    for (int i = 0; i < 20; ++i)
        QVERIFY(m_hub->send(m_hub->command(m_stream, u"Add"_s, 1)));
    QList<qint64> seen;
    for (qint64 after = 0;;) {
        const auto page = feed().page({u"clerk"_s, {}}, after, 3);
        QVERIFY(page);
        for (const auto& row : page->rows)
            seen.append(row.pos);
        after = page->upTo;
        if (!page->more)
            break;
    }
    QCOMPARE(seen.size(), 22);
    for (int i = 0; i < seen.size(); ++i)
        QCOMPARE(seen.at(i), i + 1);
}

void TestFeed::page_event_carriesItsPersonalPart()
{
    QVERIFY(feed().enter(m_stream, u"clerk"_s));
    auto page = feed().page({u"clerk"_s, {}}, 0, 1);
    QVERIFY(page);
    auto event = Event::fromJson(page->rows.constFirst().content);
    QVERIFY(event);
    QCOMPARE(event->personal.value(u"who"_s).toString(), u"王·𠮷"_s);
    QVERIFY(m_hub->connection->execute("DELETE FROM event_personal"));
    page = feed().page({u"clerk"_s, {}}, 0, 1);
    event = Event::fromJson(page->rows.constFirst().content);
    QVERIFY(event->personal.isEmpty());
    QVERIFY(event->erased);
}

void TestFeed::page_unstampedRows_areNotServed()
{
    QVERIFY(feed().addRow(u"item"_s, u"a"_s, {}));
    QVERIFY(feed().page({u"clerk"_s, {}}, 0, 100)->rows.isEmpty());
    QCOMPARE(*feed().stamp(), 1);
    QCOMPARE(*feed().stamp(), 0);
    QCOMPARE(feed().page({u"clerk"_s, {}}, 0, 100)->rows.size(), 1);
}

QTEST_GUILESS_MAIN(TestFeed)
#include "test_feed.moc"
