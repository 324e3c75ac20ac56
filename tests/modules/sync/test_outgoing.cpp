#include "tests/support/casework/CaseCommands.h"
#include "tests/support/sync/Counter.h"

#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;
using sync::OutboxState;
using test::Fault;

// The outbox as a person sees it and acts on it: set aside, done again, how far a file has come.
class TestOutgoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void outgoing_isOneForEachCase_withItsFiles();
    void parked_isNotSent_untilItIsLetGo();
    void parked_survivesTheEndOfTheProgram();
    void parked_andGivenUp_isForgotten();
    void needless_isShownForAWeek_andForgottenAfterThreeMonths();
    void file_onItsWay_tellsHowFarItIs();
    void doAgain_afterTheReasonIsGone_isTakenWithTheSameNumber();
    void doAgain_whatFollowed_goesInItsOrder();
    void doAgain_stillWrong_changesNothing();
    void doAgain_nothingLeft_leavesANote();
    void doAgain_ofWhatWasSetAside_goesOn();
    void numberTaken_cannotBeDoneAgain();
    void carried_isWhatWouldBeSent_andMayBeThereAfterwards();
    void scope_isWhatIsKeptHere();

private:
    void refuseAll(); // the hub does not even read what is waiting

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
    std::unique_ptr<test::Counter> m_clerk;
};

void TestOutgoing::init()
{
    m_clerk.reset();
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open());
    m_write = std::make_unique<test::CaseCommands>(*m_world);
    m_clerk = std::make_unique<test::Counter>(*m_world, m_world->clerk, 11);
    QVERIFY(m_clerk->open());
    QVERIFY(!m_clerk->sync());
}

void TestOutgoing::refuseAll()
{
    m_clerk->link.problem = [](const sync::HubRequest& request) {
        std::optional<Error> error;
        if (request.path.contains("/commands"_L1))
            error = Error{u"http.body-too-large"_s, Origin::Data, {}, {{u"status"_s, 413}}};
        return error;
    };
    QVERIFY(!m_clerk->sync());
    m_clerk->link.problem = nullptr;
}

void TestOutgoing::outgoing_isOneForEachCase_withItsFiles()
{
    auto desk = m_clerk->desk();
    const auto first = desk.open({}, test::Counter::freeIntake({m_clerk->scan("a page").toJson()}));
    const auto second = desk.open({}, test::Counter::freeIntake());
    QVERIFY(first && second);
    QVERIFY(desk.act(first->id, u"AddRemark"_s, {{u"text"_s, u"下午再来"_s}}));
    const auto list = *desk.outgoing();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(0).stream, first->id);
    QCOMPARE(list.at(0).items.size(), 2);
    QCOMPARE(list.at(0).line->number, first->number);
    QCOMPARE(list.at(0).files.size(), 1);
    QCOMPARE(list.at(0).fileBytes(), 6);
    QCOMPARE(list.at(0).sentBytes(), 0);
    QVERIFY(!list.at(0).needsPerson() && !list.at(0).parked);
    QVERIFY(list.at(1).files.isEmpty());
    QCOMPARE(desk.waiting(), 2); // cases, not what belongs to them
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.outgoing()->isEmpty());
}

void TestOutgoing::parked_isNotSent_untilItIsLetGo()
{
    auto desk = m_clerk->desk();
    const auto aside = desk.open({}, test::Counter::freeIntake({m_clerk->scan("a large page").toJson()}));
    const auto other = desk.open({}, test::Counter::freeIntake({m_clerk->scan("a page").toJson()}));
    QVERIFY(aside && other);
    QVERIFY(desk.setParked(aside->id, true));
    QVERIFY(desk.setParked(aside->id, true)); // pressed twice
    QVERIFY(!m_clerk->sync());
    QVERIFY(!m_world->state(aside->id).exists());
    QCOMPARE(m_clerk->difference(other->id), QString());
    const auto list = *desk.outgoing();
    QCOMPARE(list.size(), 1);
    QVERIFY(list.constFirst().parked);
    QCOMPARE(list.constFirst().files.size(), 1);

    QVERIFY(desk.setParked(aside->id, false));
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_clerk->difference(aside->id), QString());
    QVERIFY(desk.outgoing()->isEmpty());
}

void TestOutgoing::parked_survivesTheEndOfTheProgram()
{
    const auto aside = m_clerk->desk().open({}, test::Counter::freeIntake());
    QVERIFY(aside);
    QVERIFY(m_clerk->desk().setParked(aside->id, true));
    m_clerk->close();
    QVERIFY(m_clerk->open());
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_clerk->desk().outgoing()->constFirst().parked);
    QVERIFY(!m_world->state(aside->id).exists());
}

// Otherwise the next thing that is done with the case would stay here, and nobody would have set it aside.
void TestOutgoing::parked_andGivenUp_isForgotten()
{
    auto desk = m_clerk->desk();
    const QString stream = desk.open({}, test::Counter::freeIntake())->id;
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"一"_s}}));
    refuseAll();
    QVERIFY(desk.setParked(stream, true));
    QVERIFY(desk.giveUp(desk.outbox()->constFirst().command.id));
    QVERIFY(desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"二"_s}}));
    QVERIFY(!desk.outgoing()->constFirst().parked);
    QVERIFY(desk.setParked(stream, true));
    QVERIFY(desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"三"_s}}));
    QVERIFY(desk.outgoing()->constFirst().parked); // more of the same stays where it is
}

void TestOutgoing::needless_isShownForAWeek_andForgottenAfterThreeMonths()
{
    constexpr qint64 DayMs = 24LL * 3600 * 1000;
    auto desk = m_clerk->desk();
    const auto opened = desk.open({}, test::Counter::freeIntake());
    QVERIFY(!m_clerk->sync());
    const QJsonObject edit{
        {u"path"_s, u"phone"_s}, {u"base"_s, opened->values.value("phone"_L1)}, {u"value"_s, u"13900000002"_s}};
    QVERIFY(desk.act(opened->id, u"EditFields"_s, {{u"edits"_s, QJsonArray{edit}}}));
    const auto elsewhere =
        m_write->edit(m_world->secondClerk, opened->id, u"phone"_s, opened->values.value("phone"_L1), u"13900000002"_s);
    QCOMPARE(m_world->say(elsewhere), u"applied"_s);
    QVERIFY(!m_clerk->sync());
    const auto later = desk.open({}, test::Counter::freeIntake());
    auto list = *desk.outgoing();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(0).stream, later->id); // what is on its way comes first
    QCOMPARE(list.at(1).stream, opened->id);
    QCOMPARE(list.at(1).needless.size(), 1);
    QVERIFY(!list.at(1).isWaiting() && !list.at(1).needsPerson());
    QCOMPARE(desk.waiting(), 1);
    QVERIFY(!m_clerk->sync());

    m_clerk->clock.advance(8 * DayMs);
    QVERIFY(desk.outgoing()->isEmpty());
    QVERIFY(desk.redecide());
    QCOMPARE(desk.needlessWork()->size(), 1);
    m_clerk->clock.advance(83 * DayMs);
    QVERIFY(desk.redecide());
    QVERIFY(desk.needlessWork()->isEmpty());
}

void TestOutgoing::file_onItsWay_tellsHowFarItIs()
{
    const QByteArray page = m_clerk->random.bytes(600'000); // three parts
    auto desk = m_clerk->desk();
    const auto opened = desk.open({}, test::Counter::freeIntake({m_clerk->scan(page).toJson()}));
    QVERIFY(opened);
    QList<qint64> steps;
    connect(m_clerk->engine.get(), &sync::SyncEngine::progressed, this,
        [&] { steps.append(m_clerk->desk().outgoing()->constFirst().sentBytes()); });
    m_clerk->link.failOnce(u"PUT /blobs"_s, Fault::Cut, 3);
    QVERIFY(m_clerk->sync());
    QCOMPARE(steps, (QList<qint64>{600'000 - 2 * blobs::BlobStore::PartSize, 600'000 - blobs::BlobStore::PartSize}));
    QCOMPARE(desk.outgoing()->constFirst().stream, opened->id); // the command is confirmed, the file still its own
    QVERIFY(!m_clerk->sync());
    QCOMPARE(steps.constLast(), 600'000);
    QVERIFY(desk.outgoing()->isEmpty());
}

void TestOutgoing::doAgain_afterTheReasonIsGone_isTakenWithTheSameNumber()
{
    auto desk = m_clerk->desk();
    const auto opened = desk.open({}, test::Counter::freeIntake());
    QVERIFY(opened);
    QVERIFY(m_world->withdraw(m_world->clerk, u"window-clerk"_s));
    m_world->clock.advance(60'000);
    m_clerk->clock.advance(60'000);
    const auto late = desk.act(opened->id, u"AddRemark"_s, {{u"text"_s, u"下午再来"_s}});
    QVERIFY(late);
    refuseAll();
    QVERIFY(m_world->grant(m_world->clerk, u"window-clerk"_s, u"210603"_s));
    auto list = *desk.outgoing();
    QCOMPARE(list.size(), 1);
    QVERIFY(list.constFirst().needsPerson());
    QVERIFY(list.constFirst().line->unopened);

    QVERIFY(desk.doAgain(opened->id));
    QVERIFY(!desk.outgoing()->constFirst().needsPerson());
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.outgoing()->isEmpty());
    QCOMPARE(m_world->state(opened->id).number, opened->number);
    QCOMPARE(m_world->state(opened->id).remarks.size(), 1);
    QCOMPARE(m_clerk->difference(opened->id), QString());
}

void TestOutgoing::doAgain_whatFollowed_goesInItsOrder()
{
    auto desk = m_clerk->desk();
    const QString stream = desk.open({}, test::Counter::freeIntake())->id;
    QVERIFY(!m_clerk->sync());
    for (const auto& text : {u"一"_s, u"二"_s, u"三"_s})
        QVERIFY(desk.act(stream, u"AddRemark"_s, {{u"text"_s, text}}));
    const auto before = *desk.outbox();
    refuseAll();
    const auto refused = *desk.outbox();
    for (const auto& item : refused)
        QCOMPARE(item.state, OutboxState::Attention);
    QVERIFY(desk.doAgain(stream));
    const auto items = *desk.outbox();
    QCOMPARE(items.size(), 3);
    for (qsizetype i = 0; i < items.size(); ++i) {
        QCOMPARE(items.at(i).command.body, before.at(i).command.body);
        QVERIFY(items.at(i).command.id != before.at(i).command.id);
        QCOMPARE(items.at(i).command.instead, before.at(i).command.id);
        QCOMPARE(items.at(i).command.prev, i == 0 ? QString() : items.at(i - 1).command.id);
    }
    QVERIFY(!m_clerk->sync());
    QCOMPARE(m_world->state(stream).remarks.size(), 3);
}

void TestOutgoing::doAgain_stillWrong_changesNothing()
{
    auto desk = m_clerk->desk();
    const QString stream = m_write->awaitingSupplement();
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.act(stream, u"Resubmit"_s, {{u"task"_s, desk.view(stream)->currentTask()->id}}));
    QVERIFY(desk.act(stream, u"AddRemark"_s, {{u"text"_s, u"已补齐"_s}}));
    QCOMPARE(m_world->say(m_write->claim(m_world->secondClerk, stream)), u"applied"_s); // meanwhile
    QVERIFY(!m_clerk->sync());
    QVERIFY(desk.outgoing()->constFirst().needsPerson());
    const QString before = test::Counter::dump(*m_clerk->user);
    QVERIFY(!desk.doAgain(stream));
    QCOMPARE(test::Counter::dump(*m_clerk->user), before);
}

void TestOutgoing::doAgain_nothingLeft_leavesANote()
{
    auto desk = m_clerk->desk();
    const auto opened = desk.open({}, test::Counter::freeIntake());
    QVERIFY(!m_clerk->sync());
    const auto phone = opened->values.value("phone"_L1);
    const QJsonObject edit{{u"path"_s, u"phone"_s}, {u"base"_s, phone}, {u"value"_s, u"13900000002"_s}};
    QVERIFY(desk.act(opened->id, u"EditFields"_s, {{u"edits"_s, QJsonArray{edit}}}));
    refuseAll();
    QCOMPARE(m_world->say(m_write->edit(m_world->secondClerk, opened->id, u"phone"_s, phone, u"13900000002"_s)),
        u"applied"_s);
    QVERIFY(!m_clerk->sync());
    const QString command = desk.outbox()->constFirst().command.id;
    QVERIFY(desk.doAgain(opened->id));
    QVERIFY(desk.outbox()->isEmpty());
    QCOMPARE(desk.needlessWork()->constFirst().command.id, command);
    QVERIFY(!desk.outgoing()->constFirst().line->attention);
}

void TestOutgoing::doAgain_ofWhatWasSetAside_goesOn()
{
    auto desk = m_clerk->desk();
    const QString stream = desk.open({}, test::Counter::freeIntake())->id;
    refuseAll();
    QVERIFY(desk.setParked(stream, true));
    QVERIFY(desk.doAgain(stream));
    QVERIFY(!m_clerk->sync());
    QVERIFY(m_world->state(stream).exists());
}

void TestOutgoing::numberTaken_cannotBeDoneAgain()
{
    auto desk = m_clerk->desk();
    const auto opened = desk.open({}, test::Counter::freeIntake());
    auto thief = m_write->openFreeIntake(m_world->secondClerk);
    thief.body.insert(u"number"_s, opened->number);
    QCOMPARE(m_world->say(thief), u"applied"_s);
    QVERIFY(!m_clerk->sync());
    const auto one = desk.outgoing()->constFirst();
    QVERIFY(one.needsPerson());
    QVERIFY(!one.canBeDoneAgain());
}

// Into a file for another machine: not what was set aside, and nothing is marked before the file is written.
void TestOutgoing::carried_isWhatWouldBeSent_andMayBeThereAfterwards()
{
    auto desk = m_clerk->desk();
    const auto signer = journal::signerFromPem(*journal::newSigningKey());
    QCOMPARE(desk.carryOut(**signer).error().code, u"carried.nothing"_s);
    m_clerk->link.cut = true;
    const QString goes = desk.open({}, test::Counter::freeIntake({m_clerk->scan("a page").toJson()}))->id;
    const QString stays = desk.open({}, test::Counter::freeIntake({m_clerk->scan("another page").toJson()}))->id;
    QVERIFY(desk.setParked(stays, true));
    const auto work = desk.carryOut(**signer);
    QVERIFY(work);
    QCOMPARE(work->commands, 1);
    QVERIFY(work->pushes.constFirst().body.contains(goes.toLatin1()));
    QVERIFY(!work->pushes.constFirst().body.contains(stays.toLatin1()));
    QCOMPARE(work->files.size(), 1);
    QCOMPARE(work->files.constFirst().stream, goes);
    const auto before = *desk.outbox();
    for (const auto& item : before)
        QCOMPARE(item.tries, 0);
    QVERIFY(desk.noteCarried());
    const auto after = *desk.outbox();
    for (const auto& item : after)
        QCOMPARE(item.tries, item.command.stream == goes ? 1 : 0);
}

void TestOutgoing::scope_isWhatIsKeptHere()
{
    auto desk = m_clerk->desk();
    QCOMPARE(desk.scope()->cases, 0);
    QVERIFY(desk.open({}, test::Counter::freeIntake()));
    QVERIFY(desk.open({}, test::Counter::freeIntake()));
    QVERIFY(!m_clerk->sync());
    const auto scope = *desk.scope();
    QCOMPARE(scope.cases, 2);
    QVERIFY(scope.events >= 4);
    QVERIFY(scope.bytes > 500);
}

QTEST_GUILESS_MAIN(TestOutgoing)
#include "test_outgoing.moc"
