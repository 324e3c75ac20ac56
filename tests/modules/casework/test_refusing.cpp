#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// 不予受理: the window does not accept an application, at once or after waiting in vain.
class TestRefusing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void atOnce_makesAClosedCaseWithReason();
    void atOnce_whatItNeeds_isAskedFor_data();
    void atOnce_whatItNeeds_isAskedFor();
    void atOnce_onAnOpenCase_isAnotherCommand();
    void returnedCase_byItsMaker_isNotAccepted();
    void existingCase_wrongly_isRefused_data();
    void existingCase_wrongly_isRefused();
    void overdue_dependsOnTheDeadline_data();
    void overdue_dependsOnTheDeadline();
    void overdue_afterItWasBrought_isRefused();
    void overdue_withADoubtfulClock_isRefused();
    void notAccepted_leavesTheCounterThatHeldIt();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    void act(const journal::Command& command) { QCOMPARE(say(command), u"applied"_s); }
    void sleepUntil(QDate day, QTime time) { m_world->clock.advance(utcMs(day, time) - m_world->clock.nowMs()); }

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestRefusing::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestRefusing::atOnce_makesAClosedCaseWithReason()
{
    const auto command = m_write->refuseAtOnce(m_world->clerk, u"10"_s);
    act(command);
    const auto state = m_world->state(command.stream);
    QCOMPARE(state.phase, Phase::NotAccepted);
    QCOMPARE(state.refusalReason, u"10"_s);
    QCOMPARE(state.refusalOrgan, u"虚构市社会保险中心"_s);
    QCOMPARE(state.closingReason, u"申请人要求办理的事项不在本区。"_s);
    QCOMPARE(state.closedByName, u"赵窗口"_s);
    QCOMPARE(state.closedAt, command.times.corrected);
    QCOMPARE(state.number, command.body.value("number"_L1).toString());
    QVERIFY(state.tasks.isEmpty());
    QCOMPARE(m_world->row(command.stream).phase, u"not-accepted"_s);
    QVERIFY(m_world->receives(m_world->clerk, command.stream));
    // The number is used: it stands on the notice.
    auto next = m_write->openFreeIntake(m_world->secondClerk);
    next.body.insert(u"number"_s, state.number);
    QCOMPARE(say(next), u"refused casework.number-taken"_s);
}

void TestRefusing::atOnce_whatItNeeds_isAskedFor_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("answer");
    QTest::newRow("no reason") << u"reason"_s << QJsonValue(u" "_s) << u"refused casework.refusal-reason"_s;
    QTest::newRow("a reason nobody knows")
        << u"reason"_s << QJsonValue(u"98"_s) << u"refused casework.refusal-reason"_s;
    QTest::newRow("overdue, though nothing was asked for")
        << u"reason"_s << QJsonValue(u"40"_s) << u"refused casework.not-overdue"_s;
    QTest::newRow("a listed reason needs no words") << u"reasonText"_s << QJsonValue(u""_s) << u"applied"_s;
    QTest::newRow("no organ") << u"organ"_s << QJsonValue(QJsonValue::Null) << u"applied"_s;
    QTest::newRow("no applicant") << u"parties"_s << QJsonValue(QJsonObject{}) << u"refused casework.applicant"_s;
    QTest::newRow("a wrong value") << u"values"_s << QJsonValue(QJsonObject{{u"months"_s, 481}})
                                   << u"refused forms.range"_s;
    QTest::newRow("number of another area")
        << u"number"_s << QJsonValue(u"2106822026112000001"_s) << u"refused casework.number"_s;
}

void TestRefusing::atOnce_whatItNeeds_isAskedFor()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(QString, answer);
    auto command = m_write->refuseAtOnce(m_world->clerk, u"10"_s);
    command.body.insert(name, value);
    const QString before = m_world->dumpJournal() + m_world->dumpProjections();
    QCOMPARE(say(command), answer);
    if (answer != "applied"_L1)
        QCOMPARE(m_world->dumpJournal() + m_world->dumpProjections(), before);
}

void TestRefusing::atOnce_onAnOpenCase_isAnotherCommand()
{
    auto command = m_write->refuseAtOnce(m_world->clerk, u"10"_s);
    command.stream = m_write->openedFreeIntake(); // its task is with the dispatcher
    command.base = m_world->version(command.stream);
    QCOMPARE(say(command), u"refused casework.task"_s);
    auto nobody = m_write->refuseAtOnce(m_world->reviewer, u"10"_s);
    QCOMPARE(say(nobody), u"refused casework.right"_s);
}

void TestRefusing::returnedCase_byItsMaker_isNotAccepted()
{
    const QString stream = m_write->inReview();
    act(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"不属于本区。"_s));
    auto command = m_write->refuseAcceptance(m_world->clerk, stream, u"10"_s, u"应向市级申请。"_s);
    command.body.insert(u"organ"_s, u"虚构市社会保险中心"_s);
    act(command);
    const auto state = m_world->state(stream);
    QCOMPARE(state.phase, Phase::NotAccepted);
    QCOMPARE(state.refusalOrgan, u"虚构市社会保险中心"_s);
    QVERIFY(!state.currentTask());
    QCOMPARE(say(m_write->resubmit(m_world->clerk, stream)), u"refused casework.closed"_s);
    QCOMPARE(say(m_write->refuseAcceptance(m_world->clerk, stream, u"10"_s)), u"refused casework.closed"_s);
}

void TestRefusing::existingCase_wrongly_isRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<bool>("atWindow");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("code");
    QTest::newRow("by another window") << u"second clerk"_s << true << u"10"_s << u"casework.not-holder"_s;
    QTest::newRow("by a supervisor") << u"supervisor"_s << true << u"10"_s << u"casework.not-holder"_s;
    QTest::newRow("by the reviewer in review") << u"reviewer"_s << false << u"10"_s << u"casework.wrong-step"_s;
    QTest::newRow("without reason") << u"clerk"_s << true << QString() << u"casework.refusal-reason"_s;
    QTest::newRow("other, without words") << u"clerk"_s << true << u"90"_s << u"casework.reason"_s;
    QTest::newRow("overdue, though it was only returned") << u"clerk"_s << true << u"40"_s << u"casework.not-overdue"_s;
}

void TestRefusing::existingCase_wrongly_isRefused()
{
    QFETCH(QString, who);
    QFETCH(bool, atWindow);
    QFETCH(QString, reason);
    QFETCH(QString, code);
    const QHash<QString, test::Actor> actors{{u"clerk"_s, m_world->clerk}, {u"second clerk"_s, m_world->secondClerk},
        {u"reviewer"_s, m_world->reviewer}, {u"supervisor"_s, m_world->supervisor}};
    const QString stream = m_write->inReview();
    if (atWindow)
        act(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请核对。"_s));
    QCOMPARE(say(m_write->refuseAcceptance(actors.value(who), stream, reason)), u"refused "_s + code);
}

void TestRefusing::overdue_dependsOnTheDeadline_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QTime>("time");
    QTest::addColumn<QString>("answer");
    const QString early = u"refused casework.not-overdue"_s;
    QTest::newRow("on the next day") << QDate(2026, 11, 21) << QTime(9, 0) << early;
    QTest::newRow("late on the last day") << QDate(2026, 12, 5) << QTime(23, 59, 59) << early;
    QTest::newRow("on the first minute after it") << QDate(2026, 12, 6) << QTime(0, 0) << u"applied"_s;
}

void TestRefusing::overdue_dependsOnTheDeadline()
{
    QFETCH(QDate, day);
    QFETCH(QTime, time);
    QFETCH(QString, answer);
    const auto opening = m_write->openIncomplete(m_world->clerk, u"2026-12-05"_s);
    act(opening);
    const QString sentBack = m_write->awaitingSupplement();
    sleepUntil(day, time);
    QCOMPARE(say(m_write->refuseAcceptance(m_world->clerk, opening.stream, u"40"_s)), answer);
    QCOMPARE(say(m_write->refuseAcceptance(m_world->clerk, sentBack, u"40"_s)), answer);
    if (answer == "applied"_L1)
        QCOMPARE(m_world->row(opening.stream).supplementDue, QString());
}

void TestRefusing::overdue_afterItWasBrought_isRefused()
{
    const QString stream = m_write->awaitingSupplement();
    act(m_write->resubmit(m_world->clerk, stream));
    act(m_write->claim(m_world->dispatcher, stream));
    act(m_write->sendBack(m_world->dispatcher, stream, u"accept"_s, u"请核对。"_s));
    sleepUntil(QDate(2026, 12, 10), QTime(9, 0));
    QCOMPARE(say(m_write->refuseAcceptance(m_world->clerk, stream, u"40"_s)), u"refused casework.not-overdue"_s);
}

void TestRefusing::overdue_withADoubtfulClock_isRefused()
{
    const QString stream = m_write->awaitingSupplement();
    sleepUntil(QDate(2026, 12, 10), QTime(9, 0));
    auto command = m_write->refuseAcceptance(m_world->clerk, stream, u"40"_s);
    command.times.uncertain = true;
    QCOMPARE(say(command), u"refused casework.time-uncertain"_s);
    command = m_write->refuseAcceptance(m_world->clerk, stream, u"20"_s); // any other reason does not go by the clock
    command.times.uncertain = true;
    QCOMPARE(say(command), u"applied"_s);
}

void TestRefusing::notAccepted_leavesTheCounterThatHeldIt()
{
    const QString stream = m_write->awaitingSupplement();
    act(m_write->claim(m_world->secondClerk, stream));
    act(m_write->refuseAcceptance(m_world->secondClerk, stream, u"50"_s));
    QVERIFY(!m_world->receives(m_world->secondClerk, stream));
    QVERIFY(m_world->receives(m_world->clerk, stream));
}

QTEST_GUILESS_MAIN(TestRefusing)
#include "test_refusing.moc"
