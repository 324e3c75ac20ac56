#include "tests/support/casework/CardCase.h"
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

// What becomes of an application for a card: a branch of the flow, work at a step with fields of its own, effects when
// the result is handed out.
class TestCardMaking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<CardWorld>(); }
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

private:
    std::unique_ptr<CardWorld> m_world;
};

void TestCardMaking::instantCard_staysAtTheWindow_forThirtyMinutes()
{
    const auto stream = m_world->opened(u"first"_s, {}, u"instant"_s);
    QVERIFY(!stream.isEmpty());
    const auto state = m_world->caseOf(stream);
    const auto* task = state.currentTask();
    QVERIFY(task);
    QCOMPARE(task->step, u"make-now"_s);
    QCOMPARE(task->holder, m_world->clerk.id);
    QCOMPARE(task->dueAt, task->openedAt + 30 * 60'000);
    QStringList way;
    for (const auto* step :
        m_world->item()->routing.way(m_world->item()->flow, m_world->item()->form, state, formContext(state)))
        way.append(step->id);
    QCOMPARE(way, (QStringList{u"accept"_s, u"make-now"_s, u"finish"_s}));
    QCOMPARE(m_world->say(m_world->complete(m_world->clerk, stream, made())), u"applied"_s);
    QCOMPARE(m_world->caseOf(stream).phase, Phase::Completed);
    QCOMPARE(m_world->reactions->runDue(*m_world->connection).value_or(-1), 2);
    QCOMPARE(m_world->registered().cards.size(), 1);
    const auto card = m_world->registered().cards.first();
    QCOMPARE(card.state, u"30"_s);
    QCOMPARE(card.cardNo, NewCard);
    QCOMPARE(card.issued, QDate(2026, 11, 20));
    QCOMPARE(card.expires, QDate(2036, 11, 20));
    QCOMPARE(card.bankState, u"0"_s);
}

void TestCardMaking::batchCard_isReviewed_thenMade()
{
    const auto stream = m_world->opened(u"first"_s, {}, u"batch"_s);
    QVERIFY(!stream.isEmpty());
    QCOMPARE(m_world->caseOf(stream).currentTask()->step, u"review"_s);
    QVERIFY(m_world->approved(stream));
    const auto state = m_world->caseOf(stream);
    QCOMPARE(state.currentTask()->step, u"make"_s);
    QVERIFY(state.currentTask()->holder.isEmpty());
    QCOMPARE(m_world->say(m_world->write.claim(m_world->secondClerk, stream)), u"refused casework.right"_s);
    QCOMPARE(m_world->say(m_world->write.claim(m_world->dispatcher, stream)), u"applied"_s);
    QCOMPARE(m_world->say(m_world->complete(m_world->dispatcher, stream, made())), u"applied"_s);
    QCOMPARE(m_world->caseOf(stream).phase, Phase::Completed);
    QCOMPARE(
        m_world->caseOf(stream).values.value("expiresOn"_L1).toString(), u"2036-11-20"_s); // derived again on the hub
}

void TestCardMaking::work_withSomethingWrong_isRefused_data()
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

void TestCardMaking::work_withSomethingWrong_isRefused()
{
    QFETCH(QJsonObject, values);
    const auto stream = m_world->opened(u"first"_s, {}, u"instant"_s);
    const auto before = m_world->caseOf(stream);
    QTEST(m_world->say(m_world->complete(m_world->clerk, stream, values)), "said");
    QVERIFY(m_world->caseOf(stream) == before);
}

void TestCardMaking::fieldsOfAStep_areNotEditedElsewhere()
{
    const auto stream = m_world->opened(u"first"_s, {}, u"instant"_s);
    QCOMPARE(m_world->say(m_world->write.edit(m_world->clerk, stream, u"newCard"_s, QJsonValue::Null, NewCard)),
        u"refused forms.not-editable"_s);
    auto known = holder(Woman, {});
    const auto early = m_world->draft(Woman, known, u"first"_s, {{u"newCard"_s, NewCard}});
    QVERIFY(!early.values.contains("newCard"_L1)); // it is not there yet
}

void TestCardMaking::returnedFromTheMaker_canBeSentAgain()
{
    const auto stream = m_world->opened(u"first"_s, {}, u"instant"_s);
    QCOMPARE(m_world->say(m_world->write.sendBack(m_world->clerk, stream, u"accept"_s, u"照片不清"_s)), u"applied"_s);
    QCOMPARE(m_world->caseOf(stream).currentTask()->step, u"accept"_s);
    // What the maker has to enter is not asked of the window.
    QCOMPARE(m_world->say(m_world->write.resubmit(m_world->clerk, stream)), u"applied"_s);
    QCOMPARE(m_world->caseOf(stream).currentTask()->step, u"make-now"_s);
}

void TestCardMaking::collectedCard_isActivated_andTheOldOneCancelled()
{
    const auto stream = m_world->opened(u"lost"_s, u"52"_s, u"instant"_s);
    QVERIFY(!stream.isEmpty());
    const QString old = m_world->registered().cards.first().cardNo;
    QCOMPARE(m_world->say(m_world->complete(m_world->clerk, stream, made())), u"applied"_s);
    QCOMPARE(m_world->reactions->runDue(*m_world->connection).value_or(-1), 2);
    const auto stateOf = [&](const QString& number) {
        for (const auto& card : m_world->registered().cards) {
            if (card.cardNo == number)
                return card.state;
        }
        return u"none"_s;
    };
    QCOMPARE(stateOf(old), u"52"_s);
    QCOMPARE(stateOf(NewCard), u"30"_s);
    const auto applicant = m_world->caseOf(stream).parties.value("applicant"_L1).toObject();
    QCOMPARE(m_world->say(m_world->write.collect(m_world->clerk, stream, applicant)), u"applied"_s);
    QCOMPARE(m_world->reactions->runDue(*m_world->connection).value_or(-1), 2);
    QCOMPARE(stateOf(old), u"60"_s);
    QCOMPARE(stateOf(NewCard), u"40"_s);
    QCOMPARE(m_world->registered().currentCard()->cardNo, NewCard);
    QCOMPARE(m_world->caseOf(stream).effects.size(), 4);
}

void TestCardMaking::otherStep_isNotCompleted()
{
    const auto stream = m_world->opened(u"first"_s, {}, u"batch"_s);
    QCOMPARE(m_world->say(m_world->write.claim(m_world->reviewer, stream)), u"applied"_s);
    QCOMPARE(m_world->say(m_world->complete(m_world->reviewer, stream, made())), u"refused casework.wrong-step"_s);
    QCOMPARE(m_world->caseOf(stream).currentTask()->step, u"review"_s);
    const auto instant = m_world->write.approve(m_world->clerk, stream);
    QCOMPARE(m_world->say(instant), u"refused casework.not-holder"_s);
}

// Two windows took the same matter: the second must not end at once.
void TestCardMaking::duplicate_isNotMade_untilItIsReleased()
{
    QVERIFY(!m_world->opened(u"first"_s, {}, u"batch"_s).isEmpty());
    const auto second =
        m_world->opening(m_world->draft(Woman, holder(Woman, {}), u"first"_s, {{u"way"_s, u"instant"_s}}));
    QCOMPARE(m_world->say(second), u"applied"_s);
    QVERIFY(!m_world->caseOf(second.stream).duplicateOf.isEmpty());
    QCOMPARE(m_world->say(m_world->complete(m_world->clerk, second.stream, made())), u"refused casework.duplicate"_s);
    QCOMPARE(m_world->say(m_world->write.releaseDuplicate(m_world->supervisor, second.stream)), u"applied"_s);
    QCOMPARE(m_world->say(m_world->complete(m_world->clerk, second.stream, made())), u"applied"_s);
}

void TestCardMaking::approvedCase_isNotChangedWhileItIsMade()
{
    const auto stream = m_world->opened(u"first"_s, {}, u"batch"_s);
    QVERIFY(m_world->approved(stream));
    QCOMPARE(m_world->say(m_world->write.edit(m_world->clerk, stream, u"mailTo"_s, QJsonValue::Null, u"示范路1号"_s)),
        u"refused casework.wrong-step"_s);
    QCOMPARE(m_world->say(m_world->write.setMaterial(
                 m_world->clerk, stream, m_world->write.material(u"photo"_s, u"照片"_s, "another"))),
        u"refused casework.wrong-step"_s);
    QCOMPARE(m_world->say(m_world->write.remark(m_world->clerk, stream, u"请尽快"_s)), u"applied"_s);
}

void TestCardMaking::cardNumber_ofAnotherCard_isRefused()
{
    auto other = holder(Child, u"40"_s);
    other.person.id = u"019aa000-0000-7000-8000-00000000c001"_s;
    for (auto* row : {&other.cards.first()}) {
        row->person = other.person.id;
        row->cardNo = NewCard;
    }
    QVERIFY(registry::Persons(*m_world->connection).put(other.person));
    QVERIFY(registry::Persons(*m_world->connection).put(other.cards.first()));
    const auto stream = m_world->opened(u"first"_s, {}, u"instant"_s);
    QCOMPARE(m_world->say(m_world->complete(m_world->clerk, stream, made())), u"refused casework.card-taken"_s);
    QCOMPARE(
        m_world->say(m_world->complete(m_world->clerk, stream, made({{u"newCard"_s, u"A10000018"_s}}))), u"applied"_s);
}

void TestCardMaking::sentOnByAnotherWindow_staysThere()
{
    const auto stream = m_world->opened(u"first"_s, {}, u"instant"_s);
    QCOMPARE(m_world->say(m_world->write.sendBack(m_world->clerk, stream, u"accept"_s, u"照片不清"_s)), u"applied"_s);
    QCOMPARE(m_world->say(m_world->write.handOver(m_world->clerk, stream, m_world->secondClerk)), u"applied"_s);
    QCOMPARE(m_world->say(m_world->write.resubmit(m_world->secondClerk, stream)), u"applied"_s);
    QCOMPARE(m_world->caseOf(stream).currentTask()->holder, m_world->secondClerk.id);
}

// What the maker has still to enter stands in nobody else's way.
void TestCardMaking::agent_canBeCorrectedWhileTheCardIsMade()
{
    const auto stream = m_world->opened(u"first"_s, {}, u"batch"_s);
    QVERIFY(m_world->approved(stream));
    const auto agent = m_world->write.agentParty("power of attorney");
    QCOMPARE(m_world->say(m_world->write.setParty(m_world->supervisor, stream, u"agent"_s, agent)), u"applied"_s);
}

QTEST_GUILESS_MAIN(TestCardMaking)
#include "test_card_making.moc"
