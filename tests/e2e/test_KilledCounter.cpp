#include "tests/support/programs/CounterProgram.h"

#include <QImage>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

namespace {

constexpr int AnswerMs = 20'000;

// What runs on the hall's one machine, with its clerk.
class Counter : public CounterProgram
{
public:
    explicit Counter(const CounterMachine& machine) { start(machine); }
    bool signIn() { return isOk(login(u"chen"_s)); }
};

} // namespace

// kill -9 at any moment: what the counter answered is there afterwards, and no case is lost or doubled.
class TestKilledCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void draft_counterKilledAfterAnEdit_isThereAgain();
    void submitted_counterKilledOnceItAnswered_reachesTheHubOnce();
    void submitting_counterKilledMeanwhile_isDraftOrCaseButNeverBoth_data();
    void submitting_counterKilledMeanwhile_isDraftOrCaseButNeverBoth();
    void lines_thatAreNoRequests_areAnsweredAndChangeNothing_data();
    void lines_thatAreNoRequests_areAnsweredAndChangeNothing();
    void login_wrongPassword_saysWhyAndWhatToDo();
    void login_hubAway_goesOnWhereHeWas();

private:
    // A draft that lacks nothing; its id.
    QString prepared(Counter& counter, const QString& title);

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    QString m_proof;
};

void TestKilledCounter::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestKilledCounter::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
    QVERIFY(m_machine->profile.write());
    m_proof = m_machine->path(u"proof.png"_s);
    QImage paper(400, 300, QImage::Format_Grayscale8);
    paper.fill(Qt::white);
    for (int i = 40; i < 260; ++i)
        paper.setPixelColor(i, i, Qt::black);
    QVERIFY(paper.save(m_proof));
}

QString TestKilledCounter::prepared(Counter& counter, const QString& title)
{
    const QString draft =
        counter.ask({{u"request"_s, u"open"_s}, {u"item"_s, u"free-intake"_s}, {u"applicant"_s, typedApplicant()}})
            .value("draft"_L1)
            .toString();
    const auto edited = counter.ask({{u"request"_s, u"edit"_s}, {u"draft"_s, draft}, {u"values"_s, freeIntake(title)}});
    const auto proven = counter.ask(
        {{u"request"_s, u"attach"_s}, {u"draft"_s, draft}, {u"role"_s, u"applicant"_s}, {u"file"_s, m_proof}});
    const bool complete = isOk(edited) && edited.value("problems"_L1).toArray().isEmpty() && isOk(proven);
    if (!complete)
        qWarning() << edited << proven;
    return complete ? draft : QString();
}

void TestKilledCounter::draft_counterKilledAfterAnEdit_isThereAgain()
{
    QString draft;
    {
        Counter counter(*m_machine);
        QVERIFY(counter.signIn());
        QVERIFY(isOk(counter.ask({{u"request"_s, u"sync"_s}})));
        draft = prepared(counter, u"视同缴费年限咨询"_s);
        QVERIFY(!draft.isEmpty());
        counter.kill();
    }
    Counter again(*m_machine);
    QVERIFY(again.signIn());
    const auto drafts = again.ask({{u"request"_s, u"state"_s}}).value("drafts"_L1).toArray();
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(drafts[0]["draft"_L1].toString(), draft);
    const auto content = drafts[0]["content"_L1];
    QCOMPARE(content["values"_L1]["title"_L1].toString(), u"视同缴费年限咨询"_s);
    QCOMPARE(content["values"_L1]["content"_L1], freeIntake({}).value("content"_L1));
    QCOMPARE(content["parties"_L1]["applicant"_L1]["proof"_L1].toArray().size(), 1);
}

void TestKilledCounter::submitted_counterKilledOnceItAnswered_reachesTheHubOnce()
{
    const auto before = m_hall->streams();
    QString number;
    {
        Counter counter(*m_machine);
        QVERIFY(counter.signIn());
        QVERIFY(isOk(counter.ask({{u"request"_s, u"sync"_s}})));
        const QString draft = prepared(counter, u"灵活就业登记"_s);
        m_hall->cut(); // the answer must not wait for the network
        const auto submitted = counter.ask({{u"request"_s, u"submit"_s}, {u"draft"_s, draft}});
        number = submitted.value("number"_L1).toString();
        QVERIFY2(!number.isEmpty(), QJsonDocument(submitted).toJson().constData());
        counter.kill();
    }
    QCOMPARE(m_hall->streams(), before);
    QVERIFY(m_hall->mend());
    Counter again(*m_machine);
    QVERIFY(again.signIn());
    QVERIFY(isOk(again.ask({{u"request"_s, u"sync"_s}})));
    const auto after = m_hall->streams();
    QCOMPARE(after.size(), before.size() + 1);
    QCOMPARE(m_hall->state(after.constLast()).number, number);
    QVERIFY(again.ask({{u"request"_s, u"state"_s}}).value("drafts"_L1).toArray().isEmpty());
}

void TestKilledCounter::submitting_counterKilledMeanwhile_isDraftOrCaseButNeverBoth_data()
{
    QTest::addColumn<int>("answers");
    QTest::addColumn<int>("afterMs");
    QTest::newRow("before the first answer") << 0 << 0;
    QTest::newRow("at the first answer") << 1 << 0;
    QTest::newRow("between two answers") << 2 << 3;
    QTest::newRow("while the last ones are sent") << 5 << 10;
}

void TestKilledCounter::submitting_counterKilledMeanwhile_isDraftOrCaseButNeverBoth()
{
    QFETCH(int, answers);
    QFETCH(int, afterMs);
    const auto before = m_hall->streams();
    QStringList titles;
    int acknowledged = 0;
    {
        Counter counter(*m_machine);
        QVERIFY(counter.signIn());
        QVERIFY(isOk(counter.ask({{u"request"_s, u"sync"_s}})));
        QStringList drafts;
        for (int i = 0; i < 6; ++i) {
            titles.append(u"咨询 %1"_s.arg(i));
            drafts.append(prepared(counter, titles.constLast()));
        }
        for (const auto& draft : std::as_const(drafts))
            counter.say({{u"request"_s, u"submit"_s}, {u"draft"_s, draft}});
        for (; acknowledged < answers; ++acknowledged)
            QVERIFY(isOk(counter.answer(AnswerMs)));
        QTest::qSleep(afterMs);
        counter.kill();
    }
    Counter again(*m_machine);
    QVERIFY(again.signIn());
    QVERIFY(isOk(again.ask({{u"request"_s, u"sync"_s}})));
    QStringList found;
    for (const auto& draft : again.ask({{u"request"_s, u"state"_s}}).value("drafts"_L1).toArray())
        found.append(draft["content"_L1]["values"_L1]["title"_L1].toString());
    QVERIFY(found.size() <= titles.size() - acknowledged); // what was answered is a draft no more
    QSet<QString> numbers;
    for (const auto& stream : m_hall->streams()) {
        if (before.contains(stream))
            continue;
        const auto state = m_hall->state(stream);
        found.append(state.values.value("title"_L1).toString());
        numbers.insert(state.number);
    }
    found.sort();
    QCOMPARE(found, titles);
    QCOMPARE(numbers.size(), m_hall->streams().size() - before.size());
}

void TestKilledCounter::lines_thatAreNoRequests_areAnsweredAndChangeNothing_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("code");
    QTest::newRow("no JSON") << "submit now"_ba << u"unattended.request"_s;
    QTest::newRow("a list") << "[1, 2]"_ba << u"unattended.request"_s;
    QTest::newRow("an unknown request") << R"({"request": "sudo"})"_ba << u"unattended.request"_s;
    QTest::newRow("bytes that are no text") << "\xff\xfe\x00{"_ba << u"unattended.request"_s;
    QTest::newRow("a line without end") << QByteArray(1'500'000, 'x') << u"unattended.request"_s;
    QTest::newRow("nobody signed in") << R"({"request": "sync"})"_ba << u"unattended.signed-out"_s;
}

void TestKilledCounter::lines_thatAreNoRequests_areAnsweredAndChangeNothing()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, code);
    Counter counter(*m_machine);
    QVERIFY(counter.write(line));
    const auto refused = counter.answer(AnswerMs);
    QCOMPARE(refused.value("ok"_L1), QJsonValue(false));
    QCOMPARE(refused.value("failure"_L1).toString(), code);
    QVERIFY(!refused.value("message"_L1).toString().isEmpty());
    QVERIFY(!refused.value("remedy"_L1).toString().isEmpty());
    QVERIFY(counter.signIn());
    const auto unknown = counter.ask({{u"request"_s, u"submit"_s}, {u"draft"_s, u"nobody-knows-it"_s}});
    QCOMPARE(unknown.value("failure"_L1).toString(), u"unattended.draft"_s);
    m_hall->cut();
    const auto late = counter.ask({{u"request"_s, u"sync"_s}, {u"timeout_ms"_s, 50}});
    QVERIFY(!isOk(late));
    QVERIFY(QStringList({u"unattended.not-level"_s, u"sync.unreachable"_s}).contains(late.value("failure"_L1)));
    const auto mended = m_hall->mend();
    QVERIFY2(mended, qPrintable(mended ? QString() : logLine(mended.error())));
    QCOMPARE(counter.finish(AnswerMs), 0); // the end of the requests ends the program
}

void TestKilledCounter::login_wrongPassword_saysWhyAndWhatToDo()
{
    Counter counter(*m_machine);
    const auto refused = counter.login(u"zhou"_s, u"wrong"_s);
    QCOMPARE(refused.value("failure"_L1).toString(), u"identity.login"_s);
    QCOMPARE(refused.value("origin"_L1).toString(), u"user"_s);
    QVERIFY(!refused.value("remedy"_L1).toString().isEmpty());
}

void TestKilledCounter::login_hubAway_goesOnWhereHeWas()
{
    QString stream;
    {
        Counter counter(*m_machine);
        QVERIFY(counter.signIn());
        QVERIFY(isOk(counter.ask({{u"request"_s, u"sync"_s}})));
        const QString draft = prepared(counter, u"参保证明"_s);
        stream = counter.ask({{u"request"_s, u"submit"_s}, {u"draft"_s, draft}}).value("case"_L1).toString();
        QVERIFY(!stream.isEmpty());
        QVERIFY(isOk(counter.ask({{u"request"_s, u"sync"_s}})));
        QCOMPARE(counter.finish(AnswerMs), 0); // what it knows of him is kept
    }
    m_hall->cut();
    {
        Counter again(*m_machine);
        const auto wrong = again.login(u"chen"_s, u"another"_s);
        QCOMPARE(wrong.value("failure"_L1).toString(), u"identity.login"_s);
        QVERIFY(again.signIn());
        const auto said = again.ask({{u"request"_s, u"remark"_s}, {u"case"_s, stream}, {u"text"_s, u"家属来电询问"_s}});
        QVERIFY2(isOk(said), QJsonDocument(said).toJson().constData());
        again.kill();
    }
    QVERIFY(m_hall->mend());
    Counter later(*m_machine);
    QVERIFY(later.signIn());
    QVERIFY(isOk(later.ask({{u"request"_s, u"sync"_s}})));
    const auto remarks = m_hall->state(stream).remarks;
    QCOMPARE(remarks.size(), 1);
    QCOMPARE(remarks.constFirst().text, u"家属来电询问"_s);
}

QTEST_MAIN(TestKilledCounter)
#include "test_KilledCounter.moc"
