#include "tests/support/casework/CaseJson.h"
#include "tests/support/casework/RandomCommands.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/store/FailingConnection.h"

#include "modules/base/Json.h"
#include "modules/casework/CaseDecision.h"
#include "modules/casework/CaseEvolution.h"
#include "modules/casework/Duplicates.h"
#include "modules/journal/JournalVerifier.h"
#include "modules/registry/PersonRecord.h"

#include <QLoggingCategory>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;
using journal::Decision;

// What must hold after any sequence of commands. A row is named after its seed, so a failure names it too.
class TestRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdict_ofDesk_equalsTheHubs_data() { seeds(14); }
    void verdict_ofDesk_equalsTheHubs();
    void refusal_ofAnyCommand_touchesNothing_data() { seeds(8); }
    void refusal_ofAnyCommand_touchesNothing();
    void crash_atAnyStatement_resendGivesTheSameWorld_data() { seeds(8); }
    void crash_atAnyStatement_resendGivesTheSameWorld();
    void fold_ofAnyCase_agreesWithItsRowsAndRules_data() { seeds(16); }
    void fold_ofAnyCase_agreesWithItsRowsAndRules();
    void commands_ofAllSeeds_reachEveryCorner();

    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"kuaiban.store.warning=false"_s);
    } // crashes are meant here

private:
    struct World
    {
        test::CaseWorld hub;
        test::CaseCommands write{hub};
        std::unique_ptr<test::RandomCommands> random;
    };

    static void seeds(int count);
    std::unique_ptr<World> begin(quint32 seed);
    void checkCase(World& world, const QString& stream);
    void checkRow(World& world, const Case& state);
    void checkMembers(World& world, const Case& state);
    void checkKeys(World& world);
    void checkEveryEvent(const QList<journal::Event>& events);

    QHash<QString, int> m_answers; // how often each answer came in the whole run
};

void TestRandom::seeds(int count)
{
    QTest::addColumn<quint32>("seed");
    for (int seed = 1; seed <= count; ++seed)
        QTest::addRow("seed %d", seed) << static_cast<quint32>(seed);
}

std::unique_ptr<TestRandom::World> TestRandom::begin(quint32 seed)
{
    auto world = std::make_unique<World>();
    if (!world->hub.open({test::sampleMatterDefinition(), test::uniqueMatterDefinition()}))
        return {};
    world->random = std::make_unique<test::RandomCommands>(world->hub, world->write, seed);
    return world;
}

void TestRandom::verdict_ofDesk_equalsTheHubs()
{
    QFETCH(quint32, seed);
    const auto world = begin(seed);
    QVERIFY(world);
    for (int i = 0; i < 90; ++i) {
        QVERIFY(world->random->lifeGoesOn());
        const auto command = world->random->next();
        const auto events = world->hub.events(command.stream);
        const auto state = fold(events);
        auto facts = world->hub.deskFacts(state, command);
        facts.registered = registry::unknownFormFacts(); // the desk has asked, and nobody here is in the register
        const auto decision = decide(state, command, facts);
        const bool stale = comparesAndSets(command.type) && events.size() > command.base;
        const QString expected = stale                                     ? u"conflict journal.changed"_s
                                 : decision.kind == Decision::Kind::Accept ? u"applied"_s
                                 : decision.kind == Decision::Kind::Refuse ? u"refused "_s + decision.reason.code
                                                                           : u"held "_s + decision.reason.code;
        const auto answer = world->hub.send(command);
        QVERIFY(answer);
        const QString actual =
            journal::verdictName(answer->verdict) + (answer->reason ? u' ' + answer->reason->code : QString());
        QVERIFY2(actual == expected,
            qPrintable(u"command %1 (%2): hub “%3”, desk “%4”"_s.arg(i).arg(command.type, actual, expected)));
        ++m_answers[actual];
        if (actual != "applied"_L1)
            continue;
        const auto now = world->hub.events(command.stream);
        QCOMPARE(now.size() - events.size(), decision.events.size());
        for (qsizetype e = 0; e < decision.events.size(); ++e) {
            const auto& stored = now.at(events.size() + e);
            QCOMPARE(stored.type, decision.events.at(e).type);
            QCOMPARE(canonicalBytes(stored.body), canonicalBytes(decision.events.at(e).body));
            QCOMPARE(canonicalBytes(stored.personal), canonicalBytes(decision.events.at(e).personal));
        }
    }
}

void TestRandom::refusal_ofAnyCommand_touchesNothing()
{
    QFETCH(quint32, seed);
    const auto world = begin(seed + 100);
    QVERIFY(world);
    int untouched = 0;
    for (int i = 0; i < 70; ++i) {
        QVERIFY(world->random->lifeGoesOn());
        const auto command = world->random->next();
        const QString before = world->hub.dumpJournal() + world->hub.dumpProjections();
        const QString answer = world->hub.say(command);
        if (answer == "applied"_L1)
            continue;
        ++untouched;
        ++m_answers[answer];
        QVERIFY2(world->hub.dumpJournal() + world->hub.dumpProjections() == before,
            qPrintable(command.type + u' ' + answer));
    }
    QVERIFY(untouched > 5);
}

void TestRandom::crash_atAnyStatement_resendGivesTheSameWorld()
{
    QFETCH(quint32, seed);
    const auto world = begin(seed + 200);
    QVERIFY(world);
    test::FailingConnection failing(*world->hub.connection);
    int crashes = 0;
    for (int i = 0; i < 70; ++i) {
        QVERIFY(world->random->lifeGoesOn());
        const auto command = world->random->next();
        if (world->random->below(3) > 0) {
            const QString before = world->hub.dumpJournal() + world->hub.dumpProjections();
            failing.failAt(1 + world->random->below(30));
            const auto broken = world->hub.send(command, &failing);
            if (!broken) {
                ++crashes;
                QCOMPARE(broken.error().code, u"store.io"_s);
                QVERIFY2(world->hub.dumpJournal() + world->hub.dumpProjections() == before, qPrintable(command.type));
            }
        }
        const auto answer = world->hub.send(command);
        QVERIFY(answer);
        const QString once = world->hub.dumpJournal();
        QCOMPARE(world->hub.send(command)->verdict, journal::Verdict::AlreadyApplied);
        QCOMPARE(world->hub.dumpJournal(), once);
    }
    QVERIFY2(crashes > 10, qPrintable(QString::number(crashes)));
    const auto report = journal::verifyJournal(*world->hub.connection, nullptr);
    QVERIFY(report);
    QVERIFY2(report->sound(), qPrintable(report->problems.join(u'\n')));

    const QString live = world->hub.dumpProjections();
    QVERIFY(world->hub.connection->execute("UPDATE case_row SET phase = 'lost', outcome = 'lost'"));
    QVERIFY(world->hub.connection->execute("DELETE FROM task_row"));
    QVERIFY(journal::rebuild(*world->hub.connection, world->hub.gate->projections()));
    QCOMPARE(world->hub.dumpProjections(), live);
}

void TestRandom::fold_ofAnyCase_agreesWithItsRowsAndRules()
{
    QFETCH(quint32, seed);
    const auto world = begin(seed + 300);
    QVERIFY(world);
    for (int i = 0; i < 120; ++i) {
        QVERIFY(world->random->lifeGoesOn());
        const auto command = world->random->next();
        ++m_answers[world->hub.say(command)];
        checkCase(*world, command.stream);
        checkKeys(*world);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestRandom::checkCase(World& world, const QString& stream)
{
    const auto events = world.hub.events(stream);
    checkEveryEvent(events);
    const auto state = fold(events);
    if (state.exists())
        checkRow(world, state);
}

// Folding is the same one by one, from JSON as the feed brings it, and by itself keeps the rules of the house.
void TestRandom::checkEveryEvent(const QList<journal::Event>& events)
{
    Case state;
    QList<journal::Event> travelled;
    for (const auto& event : events) {
        if (event.type == "TaskDone"_L1 &&
            QStringList{u"approved"_s, u"refused"_s}.contains(event.body.value("outcome"_L1).toString())) {
            QVERIFY2(!state.makers.contains(event.actor), "a maker checked the case");
            QVERIFY2(state.conflicts.isEmpty() && !state.uncertain, "decided over a conflict or an uncertain date");
            QVERIFY2(state.duplicateOf.isEmpty(), "decided over a duplicate");
        }
        if ((event.type == "TaskClaimed"_L1 || event.type == "TaskTransferred"_L1) &&
            state.currentTask()->step != "accept"_L1 && state.currentTask()->step != "dispatch"_L1)
            QVERIFY2(!state.makers.contains(event.body.value("holder"_L1).toString()), "a maker was given the check");
        if (event.type == "ServiceEvaluated"_L1)
            QVERIFY2(std::none_of(state.evaluations.begin(), state.evaluations.end(),
                         [&](const Evaluation& one) { return one.phase == state.phase; }),
                "evaluated twice in one phase");
        const bool isAddition = event.type == "MaterialSet"_L1 || event.type == "RemarkAdded"_L1 ||
                                event.type == "ServiceEvaluated"_L1 ||
                                (event.type == "ResultCollected"_L1 && state.collection.at == 0);
        QVERIFY2(!isClosed(state.phase) || isAddition, qPrintable(event.type));
        state = evolve(state, event);
        const auto back = journal::Event::fromJson(event.toJson());
        QVERIFY(back);
        travelled.append(*back);
        QCOMPARE(state.version, event.version);
    }
    QCOMPARE(test::caseToJson(fold(events)), test::caseToJson(state));
    QVERIFY(fold(travelled) == state);
}

void TestRandom::checkRow(World& world, const Case& state)
{
    const auto row = world.hub.row(state.id);
    QCOMPARE(row.phase, phaseName(state.phase));
    QCOMPARE(row.step, state.currentTask() ? state.currentTask()->step : QString());
    QCOMPARE(row.number, state.number);
    QCOMPARE(row.applicant, state.applicantName());
    QCOMPARE(row.uncertain, state.uncertain);
    QCOMPARE(row.dueOn, state.dueOn);
    QCOMPARE(row.supplementDue, state.phase == Phase::Supplement ? state.supplement.deadline : QString());
    QCOMPARE(row.collected, state.collection.at != 0);
    QCOMPARE(row.duplicateOf, state.duplicateOf);
    QCOMPARE(row.idNo, state.applicantIdNo());
    QString outcome;
    for (const auto& task : state.tasks) {
        if (task.state == TaskState::Done)
            outcome = task.outcome;
    }
    QCOMPARE(row.outcome, outcome);

    QStringList tasks;
    QVERIFY(world.hub.connection->run(
        "SELECT task, state, COALESCE(holder, '') FROM task_row WHERE stream = ? AND state IN ('open', 'claimed')",
        {state.id},
        [&](const store::Row& task) { tasks.append(task.text(0) + u' ' + task.text(1) + u' ' + task.text(2)); }));
    const auto* current = state.currentTask();
    QCOMPARE(current == nullptr, isClosed(state.phase));
    QCOMPARE(tasks, current ? QStringList{current->id + (current->holder.isEmpty() ? u" open "_s : u" claimed "_s) +
                                          current->holder}
                            : QStringList{});

    const auto missing = [&](const QString& digest) {
        return *world.hub.connection->integer(
                   "SELECT COUNT(*) FROM case_file WHERE stream = ? AND digest = ?", {state.id, digest}) == 0;
    };
    const auto files = state.files();
    QVERIFY(std::none_of(files.begin(), files.end(), missing));
    checkMembers(world, state);
}

// Whoever opened it and whoever holds its task receive a case, nobody else.
void TestRandom::checkMembers(World& world, const Case& state)
{
    const auto* current = state.currentTask();
    QSet<QString> expected{state.openedBy};
    if (current && !current->holder.isEmpty())
        expected.insert(current->holder);
    QSet<QString> members;
    QVERIFY(world.hub.connection->run("SELECT account FROM feed_member WHERE stream = ?", {state.id},
        [&](const store::Row& row) { members.insert(row.text(0)); }));
    QCOMPARE(members, expected);
}

// Each key with open cases is held by exactly one of them, and no key by a case that is closed.
void TestRandom::checkKeys(World& world)
{
    QHash<QString, QStringList> open;
    for (const auto& stream : world.random->streams()) {
        const auto state = world.hub.state(stream);
        const auto item = state.item == "unique-matter"_L1 ? u"person-item"_s : u"none"_s;
        const QString key = uniquenessKey(state.item, item, state.parties);
        if (state.exists() && !isClosed(state.phase) && !key.isEmpty())
            open[key].append(stream);
    }
    QHash<QString, QString> held;
    QVERIFY(world.hub.connection->run("SELECT open_key, stream FROM open_case", {},
        [&](const store::Row& row) { held.insert(row.text(0), row.text(1)); }));
    QCOMPARE(held.size(), open.size());
    for (auto holder = held.begin(); holder != held.end(); ++holder)
        QVERIFY2(open.value(holder.key()).contains(holder.value()), qPrintable(holder.key()));
}

// Without this the properties above could hold because nothing ever happened.
void TestRandom::commands_ofAllSeeds_reachEveryCorner()
{
    for (const auto& answer :
        {u"applied"_s, u"conflict journal.changed"_s, u"held casework.right-withdrawn"_s, u"refused casework.right"_s,
            u"refused casework.maker-checks"_s, u"refused casework.closed"_s, u"refused casework.not-holder"_s,
            u"refused casework.wrong-step"_s, u"refused casework.conflict-open"_s, u"refused casework.opinion"_s,
            u"refused casework.time-uncertain"_s, u"refused casework.material-missing"_s,
            u"refused forms.not-editable"_s, u"refused casework.duplicate"_s, u"refused casework.colleague-right"_s,
            u"refused casework.colleague-maker"_s, u"refused casework.missing"_s, u"refused casework.deadline"_s,
            u"refused casework.not-overdue"_s, u"refused casework.refusal-reason"_s, u"refused casework.typed-proof"_s,
            u"refused casework.relation"_s, u"refused casework.party-role"_s, u"refused casework.nothing-to-collect"_s,
            u"refused casework.collected"_s, u"refused casework.evaluation"_s, u"refused casework.evaluated"_s,
            u"refused casework.not-served"_s})
        QVERIFY2(m_answers.value(answer) > 0, qPrintable(answer));
}

QTEST_GUILESS_MAIN(TestRandom)
#include "test_random.moc"
