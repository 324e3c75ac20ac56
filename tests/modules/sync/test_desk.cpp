#include "modules/sync/NumberStock.h"
#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/CaseJson.h"
#include "tests/support/sync/Counter.h"

#include "modules/base/Digest.h"

#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;
using sync::Desk;
using sync::OutboxState;

// The desk without the way to the hub: what a counter knows and keeps while it is alone.
class TestDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void open_offline_isPendingWithNumberAndWithoutDraft();
    void open_wrongForm_keepsDraftAndSendsNothing();
    void open_noNumbers_says();
    void open_fileThatIsNotHere_keepsDraftAndSendsNothing();
    void open_anyStatementOfTheUserStoreFails_nothingHappenedAndARetryWorks();
    void open_anyStatementOfTheMachineStoreFails_nothingHappenedAndARetryWorks();
    void act_onAnUnknownCase_isRefused();
    void act_twice_isAChain();
    void receive_anyStatementOfTheUserStoreFails_aRetryGivesTheSameWorld();
    void receive_anyStatementOfTheMachineStoreFails_aRetryGivesTheSameWorld();
    void receive_eventOfANewerProgram_isKeptAsItIs();
    void receive_twice_changesNothing();
    void receive_leave_purgesTheCaseButKeepsOwnCommands();
    void drafts_savedAgain_lastSavedComesFirst();
    void deskUser_asJson_readsBack();

private:
    void openFails_atAnyStatement(bool ofUser);
    Result<journal::Feed::Page> page(qint64 after);

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::Counter> m_clerk;
};

void TestDesk::init()
{
    m_clerk.reset();
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open());
    m_clerk = std::make_unique<test::Counter>(*m_world, m_world->clerk, 11);
    QVERIFY(m_clerk->open());
    QVERIFY(!m_clerk->sync());
}

Result<journal::Feed::Page> TestDesk::page(qint64 after)
{
    return journal::Feed(*m_world->connection).page({m_world->clerk.id, {}}, after, 500);
}

void TestDesk::open_offline_isPendingWithNumberAndWithoutDraft()
{
    auto desk = m_clerk->desk();
    QVERIFY(desk.saveDraft(u"draft-1"_s, {{u"title"_s, u"半份"_s}}));
    const auto opened = desk.open(u"draft-1"_s, test::Counter::freeIntake());
    QVERIFY(opened);
    QCOMPARE(opened->number, u"2106032026112000001"_s);
    QCOMPARE(opened->openedAt, m_world->clock.nowMs()); // the hub's time, though this clock is a second behind
    QVERIFY(!opened->uncertain);
    QCOMPARE(test::caseToJson(*desk.view(opened->id)), test::caseToJson(*opened));
    QVERIFY(desk.drafts()->isEmpty());

    const auto lines = desk.cases(0);
    QCOMPARE(lines->size(), 1);
    const auto& line = lines->constFirst();
    QCOMPARE(line.number, opened->number);
    QCOMPARE(line.applicant, u"张𠮷秀"_s);
    QCOMPARE(line.phase, u"in-progress"_s);
    QVERIFY(line.pending);
    QVERIFY(!line.attention);
    QCOMPARE(desk.waiting(), 1);
    QVERIFY(sync::LocalStreams(*m_clerk->user).events(opened->id)->isEmpty()); // provisional events are never stored
}

void TestDesk::open_wrongForm_keepsDraftAndSendsNothing()
{
    auto desk = m_clerk->desk();
    QVERIFY(desk.saveDraft(u"draft-1"_s, {}));
    auto body = test::Counter::freeIntake();
    body.insert(u"parties"_s, QJsonObject{});
    const auto refused = desk.open(u"draft-1"_s, body);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"casework.applicant"_s);
    QCOMPARE(desk.drafts()->size(), 1);
    QVERIFY(desk.outbox()->isEmpty());
    QVERIFY(desk.cases(0)->isEmpty());
}

void TestDesk::open_noNumbers_says()
{
    auto desk = m_clerk->desk();
    QVERIFY(m_clerk->machine->execute("DELETE FROM number_stock"));
    QVERIFY(desk.saveDraft(u"draft-1"_s, {}));
    const auto refused = desk.open(u"draft-1"_s, test::Counter::freeIntake());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"sync.numbers"_s);
    QCOMPARE(desk.drafts()->size(), 1);
}

void TestDesk::open_fileThatIsNotHere_keepsDraftAndSendsNothing()
{
    auto desk = m_clerk->desk();
    auto material = m_clerk->scan("a page");
    material.pages[0].digest = digestOf("never scanned");
    QVERIFY(desk.saveDraft(u"draft-1"_s, {}));
    const auto refused = desk.open(u"draft-1"_s, test::Counter::freeIntake({material.toJson()}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"blobs.missing"_s);
    QCOMPARE(desk.drafts()->size(), 1);
    QVERIFY(desk.outbox()->isEmpty());
}

void TestDesk::openFails_atAnyStatement(bool ofUser)
{
    const auto body = test::Counter::freeIntake({m_clerk->scan("a page").toJson()});
    QSet<QString> numbers;
    int statement = 1;
    for (;; ++statement) {
        auto user = test::Counter::emptyUserStore();
        QVERIFY(user);
        test::FailingConnection failing(ofUser ? **user : *m_clerk->machine);
        Desk desk(m_clerk->parts(ofUser ? *m_clerk->machine : failing, ofUser ? failing : **user), m_clerk->deskUser);
        QVERIFY(desk.saveDraft(u"draft-1"_s, {}));
        const QString before = test::Counter::dump(**user);
        failing.failAt(statement);
        const auto first = desk.open(u"draft-1"_s, body);
        const bool through = !failing.failed();
        failing.heal();
        if (through) {
            QVERIFY(first);
            break;
        }
        QVERIFY2(!first, qPrintable(u"statement %1"_s.arg(statement)));
        QCOMPARE(first.error().code, u"store.io"_s);
        QCOMPARE(test::Counter::dump(**user), before);

        const auto again = desk.open(u"draft-1"_s, body);
        QVERIFY(again);
        QVERIFY(!numbers.contains(again->number));
        numbers.insert(again->number);
        QCOMPARE(desk.outbox()->size(), 1);
        QCOMPARE(desk.cases(0)->size(), 1);
        QVERIFY(desk.drafts()->isEmpty());
    }
    QVERIFY2(statement > (ofUser ? 5 : 3), qPrintable(QString::number(statement)));
}

void TestDesk::open_anyStatementOfTheUserStoreFails_nothingHappenedAndARetryWorks()
{
    openFails_atAnyStatement(true);
}

void TestDesk::open_anyStatementOfTheMachineStoreFails_nothingHappenedAndARetryWorks()
{
    openFails_atAnyStatement(false);
}

void TestDesk::act_onAnUnknownCase_isRefused()
{
    auto desk = m_clerk->desk();
    const auto refused = desk.act(m_clerk->ids.next(), u"AddRemark"_s, {{u"text"_s, u"无此办件"_s}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"casework.unknown"_s);
    QVERIFY(desk.outbox()->isEmpty());
}

void TestDesk::act_twice_isAChain()
{
    auto desk = m_clerk->desk();
    const QString stream = desk.open({}, test::Counter::freeIntake())->id;
    QVERIFY(desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"第一条"_s}}));
    QVERIFY(desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"第二条"_s}}));
    const auto items = *desk.outbox();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items.at(0).command.prev, QString());
    QCOMPARE(items.at(1).command.prev, items.at(0).command.id);
    QCOMPARE(items.at(2).command.prev, items.at(1).command.id);
    QCOMPARE(desk.view(stream)->remarks.size(), 2);
}

void TestDesk::receive_anyStatementOfTheUserStoreFails_aRetryGivesTheSameWorld()
{
    test::CaseCommands write(*m_world);
    const qint64 after = *sync::LocalStreams(*m_clerk->user).cursor(m_world->clerk.id);
    const QString stream = write.completed();
    QVERIFY(!stream.isEmpty());
    const auto rows = page(after);
    QVERIFY(rows && rows->rows.size() > 5);

    QString whole;
    int statement = 1;
    for (bool through = false; !through; ++statement) {
        auto user = test::Counter::emptyUserStore();
        QVERIFY(user);
        test::FailingConnection failing(**user);
        Desk desk(m_clerk->parts(*m_clerk->machine, failing), m_clerk->deskUser);
        if (whole.isEmpty()) {
            QVERIFY(desk.receive(*rows));
            whole = test::Counter::dump(**user);
            QCOMPARE(test::caseToJson(*desk.view(stream)), test::caseToJson(m_world->state(stream)));
            continue;
        }
        const QString before = test::Counter::dump(**user);
        failing.failAt(statement - 1); // the first turn made the picture
        const auto first = desk.receive(*rows);
        through = !failing.failed();
        failing.heal();
        QCOMPARE(first.has_value(), through);
        if (!through) {
            QCOMPARE(test::Counter::dump(**user), before);
            QVERIFY(desk.receive(*rows));
        }
        QCOMPARE(test::Counter::dump(**user), whole);
    }
    QVERIFY2(statement > 20, qPrintable(QString::number(statement)));
}

void TestDesk::receive_anyStatementOfTheMachineStoreFails_aRetryGivesTheSameWorld()
{
    const auto rows = page(0); // the catalogue
    QVERIFY(rows && !rows->rows.isEmpty());
    const auto keys = [](store::Connection& machine) {
        return machine.list(
            "SELECT table_name, row_key, revision FROM definition ORDER BY table_name, row_key, revision", {},
            [](const store::Row& row) { return row.text(0) + u'/' + row.text(1) + u'/' + row.text(2); });
    };
    const auto wanted = keys(*m_clerk->machine);
    QVERIFY(wanted && !wanted->isEmpty());
    int statement = 1;
    for (bool through = false; !through; statement += through ? 0 : 1) {
        auto user = test::Counter::emptyUserStore();
        auto machine = test::Counter::emptyMachineStore();
        QVERIFY(user && machine);
        test::FailingConnection failing(**machine);
        Desk desk(m_clerk->parts(failing, **user), m_clerk->deskUser);
        failing.failAt(statement);
        const auto first = desk.receive(*rows);
        through = !failing.failed();
        failing.heal();
        QCOMPARE(first.has_value(), through);
        if (!through) {
            // The definitions were not taken in: the cursor must not have passed them.
            QCOMPARE(sync::LocalStreams(**user).cursor(m_world->clerk.id), 0);
            QVERIFY(desk.receive(*rows));
        }
        QCOMPARE(*keys(**machine), *wanted);
    }
    QVERIFY2(statement > 10, qPrintable(QString::number(statement)));
}

void TestDesk::receive_eventOfANewerProgram_isKeptAsItIs()
{
    test::CaseCommands others(*m_world);
    const QString stream = others.openedFreeIntake();
    auto events = m_world->events(stream);
    for (auto& event : events)
        event.more.insert(u"seal"_s, u"hall"_s);
    QVERIFY(m_clerk->desk().receiveStream(stream, events));
    const auto kept = *sync::LocalStreams(*m_clerk->user).events(stream);
    QCOMPARE(kept.size(), events.size());
    for (qsizetype i = 0; i < kept.size(); ++i)
        QCOMPARE(kept.at(i).toJson(), events.at(i).toJson());
}

void TestDesk::receive_twice_changesNothing()
{
    test::CaseCommands write(*m_world);
    QVERIFY(!write.completed().isEmpty());
    auto desk = m_clerk->desk();
    const auto rows = page(0);
    QVERIFY(desk.receive(*rows));
    const QString once = test::Counter::dump(*m_clerk->user);
    QVERIFY(desk.receive(*rows));
    QCOMPARE(test::Counter::dump(*m_clerk->user), once);
}

void TestDesk::receive_leave_purgesTheCaseButKeepsOwnCommands()
{
    auto desk = m_clerk->desk();
    const QString stream = desk.open({}, test::Counter::freeIntake())->id;
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"还没上传"_s}}));
    QCOMPARE(desk.cases(0)->size(), 1);
    QVERIFY(desk.receive({{{9000, u"leave"_s, stream, {}}}, 9000, false}));
    QVERIFY(desk.cases(0)->isEmpty());
    QVERIFY(!desk.view(stream)->exists());
    QCOMPARE(desk.outbox()->size(), 1);
    QCOMPARE(desk.waiting(), 1);
}

void TestDesk::drafts_savedAgain_lastSavedComesFirst()
{
    auto desk = m_clerk->desk();
    QVERIFY(desk.saveDraft(u"draft-1"_s, {{u"title"_s, u"甲"_s}}));
    m_clerk->clock.advance(10);
    QVERIFY(desk.saveDraft(u"draft-2"_s, {{u"title"_s, u"乙"_s}}));
    m_clerk->clock.advance(10);
    QVERIFY(desk.saveDraft(u"draft-1"_s, {{u"title"_s, u"甲𠮷"_s}}));
    const auto drafts = desk.drafts();
    QCOMPARE(drafts->size(), 2);
    QCOMPARE(drafts->at(0).id, u"draft-1"_s);
    QCOMPARE(drafts->at(0).content.value("title"_L1).toString(), u"甲𠮷"_s);
    QCOMPARE(drafts->at(0).savedAt, m_clerk->clock.nowMs());
    QVERIFY(desk.dropDraft(u"draft-1"_s));
    QCOMPARE(desk.drafts()->size(), 1);
}

void TestDesk::deskUser_asJson_readsBack()
{
    const auto back = sync::DeskUser::fromJson(m_clerk->deskUser.toJson());
    QVERIFY(back);
    QCOMPARE(back->toJson(), m_clerk->deskUser.toJson());
    QVERIFY(!back->grants.isEmpty());
    QVERIFY(!sync::DeskUser::fromJson({{u"account"_s, u"x"_s}}));
}

QTEST_GUILESS_MAIN(TestDesk)
#include "test_desk.moc"
