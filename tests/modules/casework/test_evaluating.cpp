#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/casework/Evaluating.h"
#include "modules/codes/CodeBook.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

namespace {

const QString CodeFolder = test::inSource(u"resources/codes");

} // namespace

// What the citizen thought of the service.
class TestEvaluating : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void evaluation_isKept_withReasonsAndWords();
    void evaluation_ofEachBody_data();
    void evaluation_ofEachBody();
    void evaluation_twiceInAPhase_isRefused_onceMoreInTheNext();
    void evaluation_byEachAccount_data();
    void evaluation_byEachAccount();
    void evaluation_atCollection_byAnyWindow();
    void evaluation_inAnyPhase_isNotLost_data();
    void evaluation_inAnyPhase_isNotLost();
    void evaluation_meanwhile_standsInNobodysWay();
    void evaluation_changesNothingElse();
    void reasons_ofTheTable_fitTheirGroup();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestEvaluating::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QFile reasons(CodeFolder + u"/evaluation-reason.json"_s);
    QVERIFY(reasons.open(QIODevice::ReadOnly));
    QVERIFY(
        m_world->open({test::sampleMatterDefinition(), {u"codes"_s, u"evaluation-reason"_s, 0, reasons.readAll()}}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestEvaluating::evaluation_isKept_withReasonsAndWords()
{
    const QString stream = m_write->openedFreeIntake();
    auto command = m_write->evaluate(m_world->clerk, stream, 2);
    command.body.insert(u"via"_s, u"screen"_s);
    command.body.insert(u"reasons"_s, QJsonArray{u"102"_s, u"103"_s});
    command.body.insert(u"text"_s, u" 张𠮷秀等了一个小时。 "_s);
    QCOMPARE(say(command), u"applied"_s);
    const auto state = m_world->state(stream);
    const Evaluation expected{Phase::InProgress, 2, {u"102"_s, u"103"_s}, u"张𠮷秀等了一个小时。"_s, u"screen"_s,
        command.times.corrected, u"赵窗口"_s};
    QCOMPARE(state.evaluations, QList<Evaluation>{expected});
    // His words may name people: they are kept where personal data is.
    const auto history = m_world->events(stream);
    QCOMPARE(history.constLast().type, u"ServiceEvaluated"_s);
    QVERIFY(!QJsonDocument(history.constLast().body).toJson().contains("张𠮷秀"));
}

void TestEvaluating::evaluation_ofEachBody_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("answer");
    const auto body = [](const QJsonValue& grade, const QString& via, const QJsonArray& reasons = {},
                          const QString& text = {}) {
        QJsonObject all{{u"grade"_s, grade}, {u"via"_s, via}};
        if (!reasons.isEmpty())
            all.insert(u"reasons"_s, reasons);
        if (!text.isEmpty())
            all.insert(u"text"_s, text);
        return all;
    };
    const QString malformed = u"refused casework.evaluation"_s;
    const QString words = u"refused casework.evaluation-text"_s;
    const QString applied = u"applied"_s;
    for (int grade = 1; grade <= 5; ++grade)
        QTest::addRow("grade %d", grade) << body(grade, u"keypad"_s) << applied;
    QTest::newRow("no grade") << body({}, u"keypad"_s) << malformed;
    QTest::newRow("grade 0") << body(0, u"keypad"_s) << malformed;
    QTest::newRow("grade 6") << body(6, u"keypad"_s) << malformed;
    QTest::newRow("a grade in words") << body(u"5"_s, u"keypad"_s) << malformed;
    QTest::newRow("no way") << body(5, {}) << malformed;
    QTest::newRow("another way") << body(5, u"telephone"_s) << malformed;
    QTest::newRow("reasons of praise") << body(4, u"screen"_s, {u"501"_s, u"503"_s}) << applied;
    QTest::newRow("a reason of the middle") << body(3, u"screen"_s, {u"301"_s}) << applied;
    QTest::newRow("a reason of another grade") << body(5, u"screen"_s, {u"101"_s}) << malformed;
    QTest::newRow("the same reason twice") << body(1, u"screen"_s, {u"101"_s, u"101"_s}) << malformed;
    QTest::newRow("a reason no table knows") << body(1, u"screen"_s, {u"150"_s}) << malformed;
    QTest::newRow("an empty reason") << body(1, u"screen"_s, {u""_s}) << malformed;
    QTest::newRow("words of who is content") << body(3, u"screen"_s, {}, u"还行"_s) << words;
    QTest::newRow("200 characters") << body(1, u"screen"_s, {}, u"𠮷"_s.repeated(200)) << applied;
    QTest::newRow("201 characters") << body(1, u"screen"_s, {}, u"慢"_s.repeated(201)) << words;
}

void TestEvaluating::evaluation_ofEachBody()
{
    QFETCH(QJsonObject, body);
    const QString stream = m_write->openedFreeIntake();
    const QString answer = say(m_write->make(m_world->clerk, stream, u"RecordEvaluation"_s, body));
    QTEST(answer, "answer");
    QCOMPARE(m_world->state(stream).evaluations.size(), answer == "applied"_L1 ? 1 : 0);
}

void TestEvaluating::evaluation_twiceInAPhase_isRefused_onceMoreInTheNext()
{
    const QString stream = m_write->inReview();
    QVERIFY(!isEvaluated(m_world->state(stream)));
    QCOMPARE(say(m_write->evaluate(m_world->clerk, stream, 1)), u"applied"_s);
    QVERIFY(isEvaluated(m_world->state(stream)));
    QCOMPARE(say(m_write->evaluate(m_world->clerk, stream, 5)), u"refused casework.evaluated"_s);
    QCOMPARE(m_world->state(stream).evaluations.constFirst().grade, 1);
    QCOMPARE(say(m_write->approve(m_world->reviewer, stream)), u"applied"_s);
    QVERIFY(!isEvaluated(m_world->state(stream)));
    QCOMPARE(say(m_write->evaluate(m_world->clerk, stream, 5)), u"applied"_s);
    QCOMPARE(say(m_write->evaluate(m_world->secondClerk, stream, 5)), u"refused casework.evaluated"_s);
    QCOMPARE(m_world->state(stream).evaluations.size(), 2);
}

void TestEvaluating::evaluation_byEachAccount_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("answer");
    QTest::newRow("who took the case") << u"clerk"_s << u"applied"_s;
    QTest::newRow("another window") << u"secondClerk"_s << u"refused casework.not-served"_s;
    QTest::newRow("who reviews it") << u"reviewer"_s << u"refused casework.right"_s;
    QTest::newRow("a window elsewhere") << u"outsider"_s << u"refused casework.right"_s;
}

void TestEvaluating::evaluation_byEachAccount()
{
    QFETCH(QString, who);
    const QHash<QString, test::Actor> actors{{u"clerk"_s, m_world->clerk}, {u"secondClerk"_s, m_world->secondClerk},
        {u"reviewer"_s, m_world->reviewer}, {u"outsider"_s, m_world->outsider}};
    const QString answer = say(m_write->evaluate(actors.value(who), m_write->inReview(), 4));
    QTEST(answer, "answer");
}

void TestEvaluating::evaluation_atCollection_byAnyWindow()
{
    const QString stream = m_write->completed();
    QCOMPARE(say(m_write->evaluate(m_world->secondClerk, stream, 3)), u"applied"_s);
    QCOMPARE(m_world->state(stream).evaluations.constFirst().phase, Phase::Completed);
}

void TestEvaluating::evaluation_inAnyPhase_isNotLost_data()
{
    QTest::addColumn<QString>("phase");
    QTest::newRow("voided") << u"voided"_s;
    QTest::newRow("refused") << u"refused"_s;
    QTest::newRow("waiting for a supplement") << u"supplement"_s;
}

// The command may have waited in an outbox while the case went on.
void TestEvaluating::evaluation_inAnyPhase_isNotLost()
{
    QFETCH(QString, phase);
    const QString stream = phase == "supplement"_L1 ? m_write->awaitingSupplement() : m_write->inReview();
    if (phase == "voided"_L1)
        QCOMPARE(say(m_write->voidCase(m_world->supervisor, stream, u"误收"_s)), u"applied"_s);
    else if (phase == "refused"_L1)
        QCOMPARE(say(m_write->refuse(m_world->reviewer, stream, u"不符合条件。"_s)), u"applied"_s);
    QCOMPARE(say(m_write->evaluate(m_world->clerk, stream, 5)), u"applied"_s);
    QCOMPARE(phaseName(m_world->state(stream).evaluations.constFirst().phase), phase);
}

// A decision that was begun before it came is not refused because "the case has changed".
void TestEvaluating::evaluation_meanwhile_standsInNobodysWay()
{
    const QString stream = m_write->inReview();
    const auto approval = m_write->approve(m_world->reviewer, stream);
    QCOMPARE(say(m_write->evaluate(m_world->clerk, stream, 5)), u"applied"_s);
    QCOMPARE(say(approval), u"applied"_s);
}

void TestEvaluating::evaluation_changesNothingElse()
{
    const QString stream = m_write->inReview();
    auto before = m_world->state(stream);
    QCOMPARE(say(m_write->evaluate(m_world->clerk, stream, 1)), u"applied"_s);
    auto after = m_world->state(stream);
    QVERIFY(!after.evaluations.isEmpty());
    after.evaluations.clear();
    before.version = after.version;
    QCOMPARE(after, before);
}

void TestEvaluating::reasons_ofTheTable_fitTheirGroup()
{
    const auto book = codes::readCodeBook(CodeFolder);
    QVERIFY(book && book->find(u"evaluation-reason"_s));
    QHash<QString, QChar> digits;
    for (int grade = 1; grade <= 5; ++grade)
        digits.insert(evaluationGroup(grade), grade >= 4 ? u'5' : grade == 3 ? u'3' : u'1');
    QSet<QString> groups;
    for (const auto& line : book->find(u"evaluation-reason"_s)->entries()) {
        QVERIFY2(digits.contains(line.group), qPrintable(line.code));
        QVERIFY2(line.code.startsWith(digits.value(line.group)), qPrintable(line.code));
        groups.insert(line.group);
    }
    QCOMPARE(groups.size(), 3);
}

QTEST_GUILESS_MAIN(TestEvaluating)
#include "test_evaluating.moc"
