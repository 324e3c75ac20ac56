#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/journal/Feed.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Whose counter receives a case: the clerk's who opened it to the end, others' while they hold a task.
class TestFeedMembers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void clerk_fromOpeningToTheEnd_receivesTheCase();
    void holder_whileHolding_receivesTheCase();
    void holder_afterRelease_receivesItNoMore();
    void clerkWhoAlsoHolds_keepsTheCase();
    void holder_ofAVoidedCase_receivesItNoMore();
    void returnedCase_reachesItsClerkWithoutAnotherEnter();
    void feed_ofReviewer_entersOnceAndLeavesOnce();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    QString members(const QString& stream);

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestFeedMembers::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

QString TestFeedMembers::members(const QString& stream)
{
    QStringList names;
    for (const auto& actor : {m_world->clerk, m_world->secondClerk, m_world->dispatcher, m_world->reviewer,
             m_world->supervisor, m_world->jack}) {
        if (m_world->receives(actor, stream))
            names.append(actor.name);
    }
    return names.join(u' ');
}

void TestFeedMembers::clerk_fromOpeningToTheEnd_receivesTheCase()
{
    const QString stream = m_write->completed();
    QCOMPARE(members(stream), u"赵窗口"_s);
    QCOMPARE(say(m_write->remark(m_world->supervisor, stream, u"已归档。"_s)), u"applied"_s);
    const auto page = journal::Feed(*m_world->connection).page({m_world->clerk.id, {}}, 0, 1000);
    QVERIFY(page);
    QStringList types;
    for (const auto& row : page->rows) {
        if (row.stream == stream && row.kind == "event"_L1)
            types.append(row.content.value("type"_L1).toString());
    }
    QCOMPARE(types, QStringList({u"CaseOpened"_s, u"TaskOpened"_s, u"TaskClaimed"_s, u"TaskDone"_s, u"TaskOpened"_s,
                        u"TaskClaimed"_s, u"TaskDone"_s, u"CaseCompleted"_s, u"RemarkAdded"_s}));
}

void TestFeedMembers::holder_whileHolding_receivesTheCase()
{
    const QString stream = m_write->openedFreeIntake();
    QCOMPARE(members(stream), u"赵窗口"_s);
    QCOMPARE(say(m_write->claim(m_world->dispatcher, stream)), u"applied"_s);
    QCOMPARE(members(stream), u"赵窗口 孙分发"_s);
    QCOMPARE(say(m_write->dispatch(m_world->dispatcher, stream, u"养老保险科"_s)), u"applied"_s);
    QCOMPARE(members(stream), u"赵窗口"_s);
    QCOMPARE(say(m_write->claim(m_world->reviewer, stream)), u"applied"_s);
    QCOMPARE(members(stream), u"赵窗口 李审核"_s);
    QCOMPARE(say(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请补充。"_s)), u"applied"_s);
    QCOMPARE(members(stream), u"赵窗口"_s);
}

void TestFeedMembers::holder_afterRelease_receivesItNoMore()
{
    const QString stream = m_write->inReview();
    QCOMPARE(say(m_write->release(m_world->reviewer, stream)), u"applied"_s);
    QCOMPARE(members(stream), u"赵窗口"_s);
}

void TestFeedMembers::clerkWhoAlsoHolds_keepsTheCase()
{
    const auto opening = m_write->openFreeIntake(m_world->jack);
    QCOMPARE(say(opening), u"applied"_s);
    QCOMPARE(say(m_write->claim(m_world->jack, opening.stream)), u"applied"_s);
    QCOMPARE(say(m_write->dispatch(m_world->jack, opening.stream, u"就业科"_s)), u"applied"_s);
    QCOMPARE(members(opening.stream), u"郑全能"_s);
}

void TestFeedMembers::holder_ofAVoidedCase_receivesItNoMore()
{
    const QString stream = m_write->inReview();
    QCOMPARE(members(stream), u"赵窗口 李审核"_s);
    QCOMPARE(say(m_write->voidCase(m_world->supervisor, stream, u"误收"_s)), u"applied"_s);
    QCOMPARE(members(stream), u"赵窗口"_s);
    const QString returned = m_write->inReview(); // here the clerk holds the task that is cancelled
    QCOMPARE(say(m_write->sendBack(m_world->reviewer, returned, u"accept"_s, u"请补充。"_s)), u"applied"_s);
    QCOMPARE(say(m_write->voidCase(m_world->supervisor, returned, u"误收"_s)), u"applied"_s);
    QCOMPARE(members(returned), u"赵窗口"_s);
}

void TestFeedMembers::returnedCase_reachesItsClerkWithoutAnotherEnter()
{
    const QString stream = m_write->inReview();
    const qint64 head = *journal::Feed(*m_world->connection).head();
    QCOMPARE(say(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请补充。"_s)), u"applied"_s);
    const auto page = journal::Feed(*m_world->connection).page({m_world->clerk.id, {}}, head, 100);
    QVERIFY(page);
    QStringList rows;
    for (const auto& row : page->rows)
        rows.append(row.kind + u' ' + row.content.value("type"_L1).toString());
    QCOMPARE(rows, QStringList({u"event TaskDone"_s, u"event TaskOpened"_s}));
}

void TestFeedMembers::feed_ofReviewer_entersOnceAndLeavesOnce()
{
    const QString stream = m_write->completed();
    const auto page = journal::Feed(*m_world->connection).page({m_world->reviewer.id, {}}, 0, 1000);
    QVERIFY(page);
    QStringList kinds;
    for (const auto& row : page->rows) {
        if (row.stream == stream)
            kinds.append(row.kind);
    }
    QCOMPARE(kinds, QStringList({u"enter"_s, u"leave"_s}));
}

QTEST_GUILESS_MAIN(TestFeedMembers)
#include "test_feed_members.moc"
