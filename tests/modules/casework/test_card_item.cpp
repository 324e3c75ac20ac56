#include "tests/support/casework/ClaimCase.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/casework/CaseDecision.h"
#include "modules/casework/CaseEvolution.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/registry/Persons.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::casework;
using namespace kuaiban::test;

namespace {

const CardHolder Woman{
    u"林素梅"_s, u"21060319760221028"_s, u"2"_s, QDate(1976, 2, 21), u"辽宁省丹东市振安区示范路9号"_s};
const CardHolder Child{
    u"林小满"_s, u"21060320160601034"_s, u"1"_s, QDate(2016, 6, 1), u"辽宁省丹东市振安区示范路9号"_s};
const QString NewCard = u"A10000017"_s;

// What the maker of a card enters.
QJsonObject made(const QJsonObject& other = {})
{
    QJsonObject values{{u"newCard"_s, NewCard}, {u"cardId"_s, u"0123456789ABCDEF0123456789ABCDEF"_s},
        {u"newAccount"_s, u"6217990000000000121"_s}, {u"madeOn"_s, u"2026-11-20"_s}, {u"quality"_s, true}};
    for (auto it = other.begin(); it != other.end(); ++it)
        values.insert(it.key(), it.value());
    return values;
}

registry::PersonRecord holder(const CardHolder& person, const QString& cardState)
{
    auto record = worker(person, u"female-50"_s, 250);
    if (cardState.isEmpty())
        record.cards.clear();
    else
        record.cards.first().state = cardState;
    return record;
}

} // namespace

// 申领社会保障卡 as data, and what it needs of a flow: a branch, work at a step with fields of its own, effects when
// the result is handed out. Today is 2026-11-20.
class TestCardItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void application_withSomethingWrong_isRefused_data();
    void application_withSomethingWrong_isRefused();
    void papers_followThePerson_data();
    void papers_followThePerson();
    void instantCard_staysAtTheWindow_forThirtyMinutes();
    void batchCard_isReviewed_thenMade();
    void work_withSomethingWrong_isRefused_data();
    void work_withSomethingWrong_isRefused();
    void fieldsOfAStep_areNotEditedElsewhere();
    void returnedFromTheMaker_canBeSentAgain();
    void collectedCard_isActivated_andTheOldOneCancelled();
    void otherStep_isNotCompleted();
    void duplicate_isNotMade_untilItIsReleased();
    void approvedCase_isNotChangedWhileItIsMade();
    void cardNumber_ofAnotherCard_isRefused();
    void sentOnByAnotherWindow_staysThere();
    void agent_canBeCorrectedWhileTheCardIsMade();
    void unknownPerson_hasNoCardToReplace();

private:
    std::shared_ptr<const PreparedItem> item();
    QDate today() { return legalDate(m_world->clock.nowMs()); }
    ClaimDraft draft(const CardHolder& person, const registry::PersonRecord& known, const QString& scenario,
        const QJsonObject& typed = {});
    journal::Command opening(const ClaimDraft& draft)
    {
        return m_write->make(
            m_world->clerk, m_world->ids.next(), u"OpenCase"_s, claimBody(draft, *item(), m_write->freshNumber()));
    }
    journal::Command complete(const Actor& by, const QString& stream, const QJsonObject& values)
    {
        return m_write->onTask(by, stream, u"CompleteTask"_s, {{u"values"_s, values}});
    }
    Case caseOf(const QString& stream);
    QString opened(const QString& scenario, const QString& cardState, const QString& way);
    registry::PersonRecord registered();
    bool approved(const QString& stream);

    std::unique_ptr<CaseWorld> m_world;
    std::unique_ptr<CaseCommands> m_write;
};

void TestCardItem::init()
{
    m_world = std::make_unique<CaseWorld>();
    const auto opened = m_world->open();
    QVERIFY2(opened, opened ? "" : qPrintable(logLine(opened.error())));
    m_write = std::make_unique<CaseCommands>(*m_world);
    QVERIFY(m_world->grant(m_world->dispatcher, u"card-maker"_s, u"2106"_s));
}

std::shared_ptr<const PreparedItem> TestCardItem::item()
{
    const auto found = m_world->shelf.currentItem(*m_world->connection, u"card-application"_s);
    if (!found || !*found)
        qFatal("%s", found ? "no such item" : qPrintable(logLine(found.error())));
    return *found;
}

ClaimDraft TestCardItem::draft(
    const CardHolder& person, const registry::PersonRecord& known, const QString& scenario, const QJsonObject& typed)
{
    QJsonObject all{{u"promise"_s, true}, {u"way"_s, u"batch"_s}, {u"delivery"_s, u"window"_s},
        {u"bank"_s, u"虚构银行"_s}, {u"phone"_s, u"13900000001"_s}};
    if (scenario == "lost"_L1)
        all.insert(u"reason"_s, u"lost"_s);
    for (auto it = typed.begin(); it != typed.end(); ++it)
        all.insert(it.key(), it.value());
    return itemDraft(*item(), person, &known, today(), scenario, all);
}

Case TestCardItem::caseOf(const QString& stream)
{
    const auto history = m_world->events(stream);
    return fold(history);
}

QString TestCardItem::opened(const QString& scenario, const QString& cardState, const QString& way)
{
    const auto known = holder(Woman, cardState);
    if (!keepRecord(*m_world->connection, known))
        return {};
    const auto command = opening(draft(Woman, known, scenario, {{u"way"_s, way}}));
    return m_world->say(command) == "applied"_L1 ? command.stream : QString();
}

registry::PersonRecord TestCardItem::registered()
{
    const auto found = registry::Persons(*m_world->connection).recordByIdNo(citizenId(Woman.digits17));
    return found && *found ? **found : registry::PersonRecord();
}

bool TestCardItem::approved(const QString& stream)
{
    return m_world->say(m_write->claim(m_world->reviewer, stream)) == "applied"_L1 &&
           m_world->say(m_write->approve(m_world->reviewer, stream)) == "applied"_L1;
}

void TestCardItem::application_withSomethingWrong_isRefused_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("cardState");
    QTest::addColumn<QJsonObject>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("first card") << u"first"_s << QString() << QJsonObject() << u"accepted"_s;
    QTest::newRow("first card, but has one") << u"first"_s << u"40"_s << QJsonObject() << u"forms.check has-card"_s;
    QTest::newRow("first card after a cancelled one") << u"first"_s << u"60"_s << QJsonObject() << u"accepted"_s;
    QTest::newRow("lost and reported") << u"lost"_s << u"52"_s << QJsonObject() << u"accepted"_s;
    QTest::newRow("lost by word only") << u"lost"_s << u"51"_s << QJsonObject() << u"forms.check not-reported"_s;
    QTest::newRow("lost, never had one") << u"lost"_s << QString() << QJsonObject() << u"forms.check no-card"_s;
    QTest::newRow("lost, but waits at the window")
        << u"lost"_s << u"30"_s << QJsonObject() << u"forms.check card-pending"_s;
    QTest::newRow("first card, one is being made")
        << u"first"_s << u"20"_s << QJsonObject() << u"forms.check card-pending"_s;
    QTest::newRow("lost as damaged") << u"lost"_s << u"52"_s << QJsonObject{{u"reason"_s, u"damaged"_s}}
                                     << u"forms.check reason-lost"_s;
    QTest::newRow("exchange") << u"exchange"_s << u"40"_s
                              << QJsonObject{{u"reason"_s, u"damaged"_s}, {u"oldReturned"_s, true}} << u"accepted"_s;
    QTest::newRow("exchange, card kept") << u"exchange"_s << u"40"_s << QJsonObject{{u"reason"_s, u"damaged"_s}}
                                         << u"forms.required oldReturned"_s;
    QTest::newRow("made at once, by mail")
        << u"first"_s << QString()
        << QJsonObject{{u"way"_s, u"instant"_s}, {u"delivery"_s, u"mail"_s}, {u"mailTo"_s, u"示范路9号"_s}}
        << u"forms.check instant-mail"_s;
    QTest::newRow("by mail, nowhere") << u"first"_s << QString() << QJsonObject{{u"delivery"_s, u"mail"_s}}
                                      << u"forms.required mailTo"_s;
}

void TestCardItem::application_withSomethingWrong_isRefused()
{
    QFETCH(QString, scenario);
    QFETCH(QString, cardState);
    QFETCH(QJsonObject, typed);
    const auto application = draft(Woman, holder(Woman, cardState), scenario, typed);
    QTEST(refusalOf(*m_world, opening(application)), "said");
}

void TestCardItem::papers_followThePerson_data()
{
    QTest::addColumn<bool>("isChild");
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QStringList>("papers");
    QTest::newRow("grown-up") << false << u"first"_s << QStringList{u"identity"_s, u"photo"_s, u"application"_s};
    QTest::newRow("grown-up, exchange") << false << u"exchange"_s
                                        << QStringList{u"identity"_s, u"photo"_s, u"application"_s, u"old-card"_s};
    QTest::newRow("child of ten") << true << u"first"_s
                                  << QStringList{u"identity"_s, u"photo"_s, u"application"_s, u"household"_s,
                                         u"guardian-identity"_s};
}

void TestCardItem::papers_followThePerson()
{
    QFETCH(bool, isChild);
    QFETCH(QString, scenario);
    const auto& person = isChild ? Child : Woman;
    QStringList papers;
    const auto state = scenario == "first"_L1 ? QString() : u"40"_s;
    for (const auto& entry : draft(person, holder(person, state), scenario).materials)
        papers.append(entry.toObject().value("id"_L1).toString());
    QTEST(papers, "papers");
    QCOMPARE(item()->item.material(u"photo"_s)->capture, u"photo"_s);
    if (isChild) {
        QCOMPARE(refusalOf(*m_world, opening(draft(person, holder(person, {}), u"first"_s))),
            u"forms.required guardianName"_s);
    }
}

void TestCardItem::instantCard_staysAtTheWindow_forThirtyMinutes()
{
    const auto stream = opened(u"first"_s, {}, u"instant"_s);
    QVERIFY(!stream.isEmpty());
    const auto state = caseOf(stream);
    const auto* task = state.currentTask();
    QVERIFY(task);
    QCOMPARE(task->step, u"make-now"_s);
    QCOMPARE(task->holder, m_world->clerk.id);
    QCOMPARE(task->dueAt, task->openedAt + 30 * 60'000);
    QStringList way;
    for (const auto* step : item()->routing.way(item()->flow, item()->form, state, formContext(state)))
        way.append(step->id);
    QCOMPARE(way, (QStringList{u"accept"_s, u"make-now"_s, u"finish"_s}));
    QCOMPARE(m_world->say(complete(m_world->clerk, stream, made())), u"applied"_s);
    QCOMPARE(caseOf(stream).phase, Phase::Completed);
    QCOMPARE(m_world->reactions->runDue(*m_world->connection).value_or(-1), 2);
    QCOMPARE(registered().cards.size(), 1);
    const auto& card = registered().cards.first();
    QCOMPARE(card.state, u"30"_s);
    QCOMPARE(card.cardNo, NewCard);
    QCOMPARE(card.issued, QDate(2026, 11, 20));
    QCOMPARE(card.expires, QDate(2036, 11, 20));
    QCOMPARE(card.bankState, u"0"_s);
}

void TestCardItem::batchCard_isReviewed_thenMade()
{
    const auto stream = opened(u"first"_s, {}, u"batch"_s);
    QVERIFY(!stream.isEmpty());
    QCOMPARE(caseOf(stream).currentTask()->step, u"review"_s);
    QVERIFY(approved(stream));
    const auto state = caseOf(stream);
    QCOMPARE(state.currentTask()->step, u"make"_s);
    QVERIFY(state.currentTask()->holder.isEmpty());
    QCOMPARE(m_world->say(m_write->claim(m_world->secondClerk, stream)), u"refused casework.right"_s);
    QCOMPARE(m_world->say(m_write->claim(m_world->dispatcher, stream)), u"applied"_s);
    QCOMPARE(m_world->say(complete(m_world->dispatcher, stream, made())), u"applied"_s);
    QCOMPARE(caseOf(stream).phase, Phase::Completed);
    QCOMPARE(caseOf(stream).values.value("expiresOn"_L1).toString(), u"2036-11-20"_s); // derived again on the hub
}

void TestCardItem::work_withSomethingWrong_isRefused_data()
{
    QTest::addColumn<QJsonObject>("values");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QJsonObject() << u"refused forms.required"_s;
    QTest::newRow("a number too short") << made({{u"newCard"_s, u"A1"_s}}) << u"refused forms.pattern"_s;
    QTest::newRow("not checked") << made({{u"quality"_s, false}}) << u"refused forms.required"_s;
    QTest::newRow("made before it was asked for") << made({{u"madeOn"_s, u"2026-11-19"_s}}) << u"refused forms.check"_s;
    QTest::newRow("a field of the application")
        << made({{u"phone"_s, u"13900000009"_s}}) << u"refused forms.not-editable"_s;
    QTest::newRow("what is derived") << made({{u"expiresOn"_s, u"2046-11-20"_s}}) << u"refused forms.not-editable"_s;
    QTest::newRow("an unknown field") << made({{u"colour"_s, u"blue"_s}}) << u"refused forms.unknown-field"_s;
}

void TestCardItem::work_withSomethingWrong_isRefused()
{
    QFETCH(QJsonObject, values);
    const auto stream = opened(u"first"_s, {}, u"instant"_s);
    const auto before = caseOf(stream);
    QTEST(m_world->say(complete(m_world->clerk, stream, values)), "said");
    QVERIFY(caseOf(stream) == before);
}

void TestCardItem::fieldsOfAStep_areNotEditedElsewhere()
{
    const auto stream = opened(u"first"_s, {}, u"instant"_s);
    QCOMPARE(m_world->say(m_write->edit(m_world->clerk, stream, u"newCard"_s, QJsonValue::Null, NewCard)),
        u"refused forms.not-editable"_s);
    auto known = holder(Woman, {});
    const auto early = draft(Woman, known, u"first"_s, {{u"newCard"_s, NewCard}});
    QVERIFY(!early.values.contains("newCard"_L1)); // it is not there yet
}

void TestCardItem::returnedFromTheMaker_canBeSentAgain()
{
    const auto stream = opened(u"first"_s, {}, u"instant"_s);
    QCOMPARE(m_world->say(m_write->sendBack(m_world->clerk, stream, u"accept"_s, u"照片不清"_s)), u"applied"_s);
    QCOMPARE(caseOf(stream).currentTask()->step, u"accept"_s);
    // What the maker has to enter is not asked of the window.
    QCOMPARE(m_world->say(m_write->resubmit(m_world->clerk, stream)), u"applied"_s);
    QCOMPARE(caseOf(stream).currentTask()->step, u"make-now"_s);
}

void TestCardItem::collectedCard_isActivated_andTheOldOneCancelled()
{
    const auto stream = opened(u"lost"_s, u"52"_s, u"instant"_s);
    QVERIFY(!stream.isEmpty());
    const QString old = registered().cards.first().cardNo;
    QCOMPARE(m_world->say(complete(m_world->clerk, stream, made())), u"applied"_s);
    QCOMPARE(m_world->reactions->runDue(*m_world->connection).value_or(-1), 2);
    const auto stateOf = [&](const QString& number) {
        for (const auto& card : registered().cards) {
            if (card.cardNo == number)
                return card.state;
        }
        return u"none"_s;
    };
    QCOMPARE(stateOf(old), u"52"_s);
    QCOMPARE(stateOf(NewCard), u"30"_s);
    const auto applicant = caseOf(stream).parties.value("applicant"_L1).toObject();
    QCOMPARE(m_world->say(m_write->collect(m_world->clerk, stream, applicant)), u"applied"_s);
    QCOMPARE(m_world->reactions->runDue(*m_world->connection).value_or(-1), 2);
    QCOMPARE(stateOf(old), u"60"_s);
    QCOMPARE(stateOf(NewCard), u"40"_s);
    QCOMPARE(registered().currentCard()->cardNo, NewCard);
    QCOMPARE(caseOf(stream).effects.size(), 4);
}

void TestCardItem::otherStep_isNotCompleted()
{
    const auto stream = opened(u"first"_s, {}, u"batch"_s);
    QCOMPARE(m_world->say(m_write->claim(m_world->reviewer, stream)), u"applied"_s);
    QCOMPARE(m_world->say(complete(m_world->reviewer, stream, made())), u"refused casework.wrong-step"_s);
    QCOMPARE(caseOf(stream).currentTask()->step, u"review"_s);
    const auto instant = m_write->approve(m_world->clerk, stream);
    QCOMPARE(m_world->say(instant), u"refused casework.not-holder"_s);
}

// Two windows took the same matter: the second must not end at once.
void TestCardItem::duplicate_isNotMade_untilItIsReleased()
{
    QVERIFY(!opened(u"first"_s, {}, u"batch"_s).isEmpty());
    const auto second = opening(draft(Woman, holder(Woman, {}), u"first"_s, {{u"way"_s, u"instant"_s}}));
    QCOMPARE(m_world->say(second), u"applied"_s);
    QVERIFY(!caseOf(second.stream).duplicateOf.isEmpty());
    QCOMPARE(m_world->say(complete(m_world->clerk, second.stream, made())), u"refused casework.duplicate"_s);
    QCOMPARE(m_world->say(m_write->releaseDuplicate(m_world->supervisor, second.stream)), u"applied"_s);
    QCOMPARE(m_world->say(complete(m_world->clerk, second.stream, made())), u"applied"_s);
}

void TestCardItem::approvedCase_isNotChangedWhileItIsMade()
{
    const auto stream = opened(u"first"_s, {}, u"batch"_s);
    QVERIFY(approved(stream));
    QCOMPARE(m_world->say(m_write->edit(m_world->clerk, stream, u"mailTo"_s, QJsonValue::Null, u"示范路1号"_s)),
        u"refused casework.wrong-step"_s);
    QCOMPARE(
        m_world->say(m_write->setMaterial(m_world->clerk, stream, m_write->material(u"photo"_s, u"照片"_s, "another"))),
        u"refused casework.wrong-step"_s);
    QCOMPARE(m_world->say(m_write->remark(m_world->clerk, stream, u"请尽快"_s)), u"applied"_s);
}

void TestCardItem::cardNumber_ofAnotherCard_isRefused()
{
    auto other = holder(Child, u"40"_s);
    other.person.id = u"019aa000-0000-7000-8000-00000000c001"_s;
    for (auto* row : {&other.cards.first()}) {
        row->person = other.person.id;
        row->cardNo = NewCard;
    }
    QVERIFY(registry::Persons(*m_world->connection).put(other.person));
    QVERIFY(registry::Persons(*m_world->connection).put(other.cards.first()));
    const auto stream = opened(u"first"_s, {}, u"instant"_s);
    QCOMPARE(m_world->say(complete(m_world->clerk, stream, made())), u"refused casework.card-taken"_s);
    QCOMPARE(m_world->say(complete(m_world->clerk, stream, made({{u"newCard"_s, u"A10000018"_s}}))), u"applied"_s);
}

void TestCardItem::sentOnByAnotherWindow_staysThere()
{
    const auto stream = opened(u"first"_s, {}, u"instant"_s);
    QCOMPARE(m_world->say(m_write->sendBack(m_world->clerk, stream, u"accept"_s, u"照片不清"_s)), u"applied"_s);
    QCOMPARE(m_world->say(m_write->handOver(m_world->clerk, stream, m_world->secondClerk)), u"applied"_s);
    QCOMPARE(m_world->say(m_write->resubmit(m_world->secondClerk, stream)), u"applied"_s);
    QCOMPARE(caseOf(stream).currentTask()->holder, m_world->secondClerk.id);
}

// What the maker has still to enter stands in nobody else's way.
void TestCardItem::agent_canBeCorrectedWhileTheCardIsMade()
{
    const auto stream = opened(u"first"_s, {}, u"batch"_s);
    QVERIFY(approved(stream));
    const auto agent = m_write->agentParty("power of attorney");
    QCOMPARE(m_world->say(m_write->setParty(m_world->supervisor, stream, u"agent"_s, agent)), u"applied"_s);
}

void TestCardItem::unknownPerson_hasNoCardToReplace()
{
    const auto stranger = itemDraft(*item(), Woman, nullptr, today(), u"lost"_s,
        {{u"promise"_s, true}, {u"way"_s, u"batch"_s}, {u"delivery"_s, u"window"_s}, {u"bank"_s, u"虚构银行"_s},
            {u"phone"_s, u"13900000001"_s}, {u"address"_s, u"示范路9号"_s}, {u"reason"_s, u"lost"_s}});
    QCOMPARE(refusalOf(*m_world, opening(stranger)), u"accepted"_s); // the desk could not ask
    QCOMPARE(m_world->say(opening(stranger)), u"refused forms.check"_s);
}

QTEST_GUILESS_MAIN(TestCardItem)
#include "test_card_item.moc"
