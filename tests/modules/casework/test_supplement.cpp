#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// What is missing is said once, waited for with the clock at rest, and may be brought to any window.
class TestSupplement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void openIncomplete_waitsAtItsWindow();
    void openIncomplete_whatIsThere_mustBeRight_data();
    void openIncomplete_whatIsThere_mustBeRight();
    void notice_wrongly_isRefused_data();
    void notice_wrongly_isRefused();
    void resubmit_withoutWhatWasMissing_isRefused();
    void resubmit_complete_goesOnToTheCheck();
    void dueOn_afterWaiting_movesByTheWorkingDays_data();
    void dueOn_afterWaiting_movesByTheWorkingDays();
    void dueOn_ofAReturnedCase_staysAsItWas();
    void claim_byAnotherWindow_takesTheCaseOver();
    void claim_byAnother_whileNotWaiting_isRefused_data();
    void claim_byAnother_whileNotWaiting_isRefused();
    void claim_takeOver_needsTheRight();
    void returned_afterTakeOver_goesToTheWindowThatHadItLast();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    void act(const journal::Command& command) { QCOMPARE(say(command), u"applied"_s); }
    void sleepUntil(QDate day) { m_world->clock.advance(utcMs(day, QTime(9, 0)) - m_world->clock.nowMs()); }

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestSupplement::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestSupplement::openIncomplete_waitsAtItsWindow()
{
    auto command = m_write->openIncomplete(m_world->clerk);
    command.body.insert(u"opinion"_s, u"请于期限内补齐。"_s);
    act(command);
    const auto state = m_world->state(command.stream);
    QCOMPARE(state.phase, Phase::Supplement);
    QCOMPARE(state.supplement.deadline, u"2026-12-05"_s);
    QCOMPARE(state.supplement.byName, u"赵窗口"_s);
    QCOMPARE(state.supplement.at, command.times.corrected);
    QCOMPARE(state.supplement.opinion, u"请于期限内补齐。"_s);
    QCOMPARE(state.supplement.missing.size(), 2);
    QCOMPARE(state.supplement.missing.at(0), (MissingThing{u"contract"_s, u"劳动合同"_s, u"未提供"_s}));
    QCOMPARE(state.supplement.missing.at(1).material, QString());
    QCOMPARE(state.currentTask()->step, u"accept"_s);
    QCOMPARE(state.currentTask()->holder, m_world->clerk.id);
    QStringList types;
    for (const auto& event : m_world->events(command.stream))
        types.append(event.type);
    QCOMPARE(types, QStringList({u"CaseOpened"_s, u"TaskOpened"_s, u"SupplementAsked"_s}));
    const auto row = m_world->row(command.stream);
    QCOMPARE(row.phase, u"supplement"_s);
    QCOMPARE(row.supplementDue, u"2026-12-05"_s);
    QCOMPARE(row.step, u"accept"_s);
}

void TestSupplement::openIncomplete_whatIsThere_mustBeRight_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("no applicant") << u"parties"_s << QJsonValue(QJsonObject{}) << u"casework.applicant"_s;
    QTest::newRow("number of another day")
        << u"number"_s << QJsonValue(u"2106032026111900001"_s) << u"casework.number"_s;
    QTest::newRow("unknown item") << u"item"_s << QJsonValue(u"moon-landing"_s) << u"catalogue.item"_s;
    QTest::newRow("a value out of range")
        << u"values"_s << QJsonValue(QJsonObject{{u"months"_s, 481}}) << u"forms.range"_s;
    QTest::newRow("a check of the form") << u"values"_s << QJsonValue(QJsonObject{{u"months"_s, 401}})
                                         << u"forms.check"_s;
    QTest::newRow("a material it does not know")
        << u"materials"_s
        << QJsonValue(
               QJsonArray{CaseMaterial{u"diary"_s, u"日记"_s, u"copy"_s, u"supplied"_s, 1, {}, {}, false}.toJson()})
        << u"casework.material-unknown"_s;
}

void TestSupplement::openIncomplete_whatIsThere_mustBeRight()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(QString, code);
    auto command = m_write->openIncomplete(m_world->clerk);
    command.body.insert(name, value);
    const QString before = m_world->dumpJournal() + m_world->dumpProjections();
    QCOMPARE(say(command), u"refused "_s + code);
    QCOMPARE(m_world->dumpJournal() + m_world->dumpProjections(), before);
}

void TestSupplement::notice_wrongly_isRefused_data()
{
    QTest::addColumn<bool>("opening");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("answer");
    const QJsonArray nameless{QJsonObject{{u"material"_s, u"contract"_s}, {u"name"_s, u" "_s}}};
    for (const bool opening : {true, false}) {
        const auto* where = opening ? "opening" : "sending back";
        const auto row = [&](const char* what, const QString& name, const QJsonValue& value, const QString& answer) {
            QTest::addRow("%s: %s", where, what) << opening << name << value << answer;
        };
        row("something without a name", u"missing"_s, nameless, u"refused casework.missing"_s);
        row("without a deadline", u"deadline"_s, QJsonValue(QJsonValue::Undefined), u"refused casework.deadline"_s);
        row("a deadline that is no date", u"deadline"_s, u"2026-02-30"_s, u"refused casework.deadline"_s);
        row("a deadline of yesterday", u"deadline"_s, u"2026-11-19"_s, u"refused casework.deadline"_s);
        row("a deadline of today", u"deadline"_s, u"2026-11-20"_s, u"applied"_s);
    }
    QTest::addRow("sending back: nothing")
        << false << u"missing"_s << QJsonValue(QJsonArray{}) << u"refused casework.missing"_s;
}

void TestSupplement::notice_wrongly_isRefused()
{
    QFETCH(bool, opening);
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(QString, answer);
    auto command = opening ? m_write->openIncomplete(m_world->clerk)
                           : m_write->requestSupplement(m_world->reviewer, m_write->inReview(), u"请补交。"_s);
    if (value.isUndefined())
        command.body.remove(name);
    else
        command.body.insert(name, value);
    QCOMPARE(say(command), answer);
}

void TestSupplement::resubmit_withoutWhatWasMissing_isRefused()
{
    const auto opening = m_write->openIncomplete(m_world->clerk);
    act(opening);
    const QString stream = opening.stream;
    QCOMPARE(say(m_write->resubmit(m_world->clerk, stream)), u"refused forms.required"_s);
    act(m_write->edit(m_world->clerk, stream, u"reason"_s, QJsonValue::Null, u"合同期满"_s));
    QCOMPARE(say(m_write->resubmit(m_world->clerk, stream)), u"refused casework.material-missing"_s);
    QCOMPARE(m_world->state(stream).phase, Phase::Supplement);
}

void TestSupplement::resubmit_complete_goesOnToTheCheck()
{
    const auto opening = m_write->openIncomplete(m_world->clerk);
    act(opening);
    const QString stream = opening.stream;
    act(m_write->edit(m_world->clerk, stream, u"reason"_s, QJsonValue::Null, u"合同期满"_s));
    act(m_write->setMaterial(m_world->clerk, stream, m_write->material(u"contract"_s, u"劳动合同"_s, "contract")));
    act(m_write->resubmit(m_world->clerk, stream));
    const auto state = m_world->state(stream);
    QCOMPARE(state.phase, Phase::InProgress);
    QCOMPARE(state.currentTask()->step, u"review"_s);
    QCOMPARE(state.supplement.missing.size(), 2); // the reviewer sees what had been asked for
    QCOMPARE(m_world->row(stream).supplementDue, QString());
    QVERIFY(!state.materials.constLast().late);
}

void TestSupplement::dueOn_afterWaiting_movesByTheWorkingDays_data()
{
    QTest::addColumn<QDate>("brought");
    QTest::addColumn<QString>("dueOn");
    // Taken on Friday 2026-11-20 with 20 working days: due on Friday 2026-12-18.
    QTest::newRow("the same day") << QDate(2026, 11, 20) << u"2026-12-18"_s;
    QTest::newRow("on Saturday: no working day passed") << QDate(2026, 11, 21) << u"2026-12-18"_s;
    QTest::newRow("on Monday: one") << QDate(2026, 11, 23) << u"2026-12-21"_s;
    QTest::newRow("a week later: five") << QDate(2026, 11, 27) << u"2026-12-25"_s;
    QTest::newRow("after the deadline") << QDate(2026, 12, 7) << u"2027-01-04"_s;
}

void TestSupplement::dueOn_afterWaiting_movesByTheWorkingDays()
{
    QFETCH(QDate, brought);
    QFETCH(QString, dueOn);
    const auto opening = m_write->openIncomplete(m_world->clerk);
    act(opening);
    const QString stream = opening.stream;
    QCOMPARE(m_world->state(stream).dueOn, u"2026-12-18"_s);
    if (brought > QDate(2026, 11, 20))
        sleepUntil(brought);
    act(m_write->edit(m_world->clerk, stream, u"reason"_s, QJsonValue::Null, u"合同期满"_s));
    act(m_write->setMaterial(m_world->clerk, stream, m_write->material(u"contract"_s, u"劳动合同"_s, "contract")));
    act(m_write->resubmit(m_world->clerk, stream));
    const QDate due = QDate::fromString(m_world->state(stream).dueOn, Qt::ISODate);
    const auto calendar = *m_world->shelf.calendar(*m_world->connection);
    const int waited = calendar->workingDaysBetween(QDate(2026, 11, 20), brought);
    QCOMPARE(calendar->workingDaysBetween(QDate(2026, 12, 18), due), waited);
    if (due.year() == 2026) // the holidays of the next year are not known yet
        QCOMPARE(m_world->state(stream).dueOn, dueOn);
    QCOMPARE(m_world->row(stream).dueOn, m_world->state(stream).dueOn);
}

void TestSupplement::dueOn_ofAReturnedCase_staysAsItWas()
{
    const QString stream = m_write->inReview();
    const QString dueOn = m_world->state(stream).dueOn;
    act(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请核对。"_s));
    sleepUntil(QDate(2026, 11, 25)); // the office's own delay is no reason
    act(m_write->resubmit(m_world->clerk, stream));
    QCOMPARE(m_world->state(stream).dueOn, dueOn);
}

void TestSupplement::claim_byAnotherWindow_takesTheCaseOver()
{
    const QString stream = m_write->awaitingSupplement();
    QCOMPARE(m_world->state(stream).currentTask()->holder, m_world->clerk.id);
    act(m_write->claim(m_world->secondClerk, stream));
    QCOMPARE(m_world->state(stream).currentTask()->holder, m_world->secondClerk.id);
    QCOMPARE(m_world->state(stream).phase, Phase::Supplement);
    QVERIFY(m_world->receives(m_world->secondClerk, stream));
    QVERIFY(m_world->receives(m_world->clerk, stream)); // opened it
    QCOMPARE(say(m_write->resubmit(m_world->clerk, stream)), u"refused casework.not-holder"_s);
    act(m_write->setMaterial(m_world->secondClerk, stream, m_write->material(u"m-2"_s, u"委托书"_s, "proxy")));
    act(m_write->claim(m_world->clerk, stream)); // and back, for whoever the applicant comes to
    QVERIFY(!m_world->receives(m_world->secondClerk, stream));
    act(m_write->claim(m_world->secondClerk, stream));
    act(m_write->resubmit(m_world->secondClerk, stream));
    QVERIFY(!m_world->receives(m_world->secondClerk, stream));
    QCOMPARE(m_world->state(stream).currentTask()->step, u"dispatch"_s);
}

void TestSupplement::claim_byAnother_whileNotWaiting_isRefused_data()
{
    QTest::addColumn<QString>("where");
    QTest::newRow("returned to its window") << u"returned"_s;
    QTest::newRow("in review") << u"review"_s;
}

void TestSupplement::claim_byAnother_whileNotWaiting_isRefused()
{
    QFETCH(QString, where);
    const QString stream = m_write->inReview();
    if (where == "returned"_L1)
        act(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请核对。"_s));
    QCOMPARE(say(m_write->claim(m_world->secondClerk, stream)), u"refused casework.task-taken"_s);
}

void TestSupplement::claim_takeOver_needsTheRight()
{
    const QString stream = m_write->awaitingSupplement();
    QCOMPARE(say(m_write->claim(m_world->reviewer, stream)), u"refused casework.right"_s);
    QCOMPARE(say(m_write->claim(m_world->outsider, stream)), u"refused casework.right"_s);
}

void TestSupplement::returned_afterTakeOver_goesToTheWindowThatHadItLast()
{
    const QString stream = m_write->awaitingSupplement();
    act(m_write->claim(m_world->secondClerk, stream));
    act(m_write->resubmit(m_world->secondClerk, stream));
    act(m_write->claim(m_world->dispatcher, stream));
    act(m_write->sendBack(m_world->dispatcher, stream, u"accept"_s, u"请核对。"_s));
    QCOMPARE(m_world->state(stream).currentTask()->holder, m_world->secondClerk.id);
    QCOMPARE(m_world->state(stream).currentTask()->holderName, u"钱窗口"_s);
    QVERIFY(m_world->receives(m_world->secondClerk, stream));
}

QTEST_GUILESS_MAIN(TestSupplement)
#include "test_supplement.moc"
