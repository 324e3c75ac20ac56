#include "tests/support/simulation/Invariants.h"
#include "tests/support/simulation/Shrink.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

namespace {

constexpr int Steps = 60;
constexpr int Seeds = 60; // in every run

int setting(const char* name, int otherwise)
{
    const int value = qEnvironmentVariableIntValue(name);
    return value > 0 ? value : otherwise;
}

// What is wrong after the script, a line each.
// What happened in all runs, so that one in which nothing did is seen.
struct Happened
{
    int commands = 0;
    int merged = 0;
};

QStringList wrongAfter(const Script& script, Sabotage sabotage = Sabotage::None, Happened* happened = nullptr)
{
    VirtualWorld world(sabotage);
    if (const auto opened = world.open(); !opened)
        return {opened.error().code};
    world.play(script);
    const QString restless = world.comeToRest();
    if (happened) {
        happened->commands += world.taken();
        happened->merged += world.merged();
    }
    return (restless.isEmpty() ? QStringList{} : QStringList{restless}) + breaches(world);
}

// The shortest script that still goes wrong, to be read and to be played again.
QString report(quint32 seed, const Script& script)
{
    const auto shortest = shrunk(script, [](const Script& each) { return !wrongAfter(each).isEmpty(); });
    return u"seed %1, %2 of %3 steps:\n%4\n%5"_s.arg(seed)
        .arg(shortest.size())
        .arg(script.size())
        .arg(toText(shortest), wrongAfter(shortest).join(u'\n'));
}

} // namespace

// Counters and a hub whose way, disks and clocks break as a seed says; afterwards nothing may be lost, doubled or
// different. KUAIBAN_SEEDS says how many (a run of minutes: label soak), KUAIBAN_SEED which is the first.
class TestTwoWorlds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void script_asText_isReadBack();
    void sameScript_doesTheSame();
    void script_thatOnceWentWrong_goesWell_data();
    void script_thatOnceWentWrong_goesWell();
    void seeds_whateverHappens_loseNothing();
    void mistake_onPurpose_isFound_data();
    void mistake_onPurpose_isFound();
    void failing_isShrunkToWhatMatters();
};

void TestTwoWorlds::script_asText_isReadBack()
{
    for (quint32 seed = 1; seed < 20; ++seed) {
        const auto script = randomScript(seed, 100);
        QCOMPARE(scriptFrom(toText(script)), script);
    }
}

void TestTwoWorlds::sameScript_doesTheSame()
{
    const auto script = randomScript(5, Steps);
    QStringList journals;
    for (int i = 0; i < 2; ++i) {
        VirtualWorld world;
        QVERIFY(world.open());
        world.play(script);
        QCOMPARE(world.comeToRest(), QString());
        journals.append(world.hub().dumpJournal());
    }
    QVERIFY(journals.constFirst().size() > 1000);
    QVERIFY(journals.constFirst() == journals.constLast());
}

// What seeds found, shrunk; each was a mistake of ours.
void TestTwoWorlds::script_thatOnceWentWrong_goesWell_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("done again while a supervisor admits the first try") << uR"(
        qian take 6 1
        zheng post 1 20
        qian remark 5 14
        qian round 5 23
        qian post 9 6
        qian again 11 16
        qian rule 0 10)"_s;
    QTest::newRow("given up after the hub had said twice that it holds it") << uR"(
        zhao take 4 15
        zhao round 10 9
        sun work 6 9
        zhao edit 1 9
        zhao round 3 9 twice 7
        zhao give-up 2 11)"_s;
    QTest::newRow("merged by somebody who goes on with both") << uR"(
        qian draft 3 11
        zheng take 7 3 full-disk 31
        zhao take 10 6
        zhao round 11 2
        zheng round 9 3
        zheng work 7 20
        zheng work 8 10)"_s;
    QTest::newRow("merged on a counter whose clock is ahead") << uR"(
        zheng clock 5 14
        zhao draft 7 19
        zheng draft 7 7
        zhao round 2 18
        zheng round 4 10 twice 3
        zheng take 11 14 power-cut 13
        zheng work 9 3)"_s;
}

void TestTwoWorlds::script_thatOnceWentWrong_goesWell()
{
    QFETCH(QString, script);
    QCOMPARE(wrongAfter(scriptFrom(script)), QStringList());
}

void TestTwoWorlds::seeds_whateverHappens_loseNothing()
{
    const int seeds = setting("KUAIBAN_SEEDS", Seeds);
    const int first = setting("KUAIBAN_SEED", 1);
    QElapsedTimer timer;
    timer.start();
    Happened happened;
    for (int i = 0; i < seeds; ++i) {
        const auto seed = static_cast<quint32>(first + i);
        const auto script = randomScript(seed, Steps);
        if (const auto wrong = wrongAfter(script, Sabotage::None, &happened); !wrong.isEmpty())
            QFAIL(qPrintable(wrong.join(u'\n') + u'\n' + report(seed, script)));
    }
    const qint64 ms = std::max<qint64>(1, timer.elapsed());
    for (const auto& invariant : Invariants)
        qInfo("%s: holds over %d seeds, %d commands", invariant.name, seeds, happened.commands);
    qInfo("%d cases were merged", happened.merged);
    QVERIFY2(seeds < 200 || happened.merged > 0, "no case was ever merged");
    qInfo("%lld seeds a minute", seeds * 60'000LL / ms);
}

void TestTwoWorlds::mistake_onPurpose_isFound_data()
{
    QTest::addColumn<int>("sabotage");
    QTest::addColumn<QString>("invariant");
    QTest::newRow("naive cursor") << static_cast<int>(Sabotage::SkipRow) << u"feed without gaps"_s;
    QTest::newRow("idempotency beside the transaction")
        << static_cast<int>(Sabotage::ForgetCommand) << u"acknowledged once"_s;
    QTest::newRow("work dropped") << static_cast<int>(Sabotage::DropCommand) << u"nothing lost"_s;
    QTest::newRow("file taken for sent") << static_cast<int>(Sabotage::LoseFile) << u"files complete"_s;
}

void TestTwoWorlds::mistake_onPurpose_isFound()
{
    QFETCH(int, sabotage);
    QFETCH(QString, invariant);
    for (quint32 seed = 1; seed <= 40; ++seed) {
        auto script = randomScript(seed, Steps);
        for (auto& step : script) {
            if (step.act == Act::Round && static_cast<Sabotage>(sabotage) == Sabotage::ForgetCommand)
                step = {Act::Round, step.who, 0, 0, Mishap::Twice, 1}; // the second request is that with the commands
        }
        const auto wrong = wrongAfter(script, static_cast<Sabotage>(sabotage));
        const bool isFound = std::any_of(
            wrong.begin(), wrong.end(), [&](const QString& line) { return line.startsWith(invariant + u':'); });
        if (isFound)
            return;
    }
    QFAIL("nothing noticed it");
}

void TestTwoWorlds::failing_isShrunkToWhatMatters()
{
    const auto fails = [](const Script& script) { return !wrongAfter(script, Sabotage::DropCommand).isEmpty(); };
    auto script = randomScript(1, 30);
    script.insert(20, {Act::Take, 1, 0, 0, Mishap::None, 0});
    script.insert(21, {Act::Remark, 1, 0, 0, Mishap::None, 0});
    QVERIFY(fails(script));
    const auto shortest = shrunk(script, fails, 200);
    QVERIFY2(shortest.size() <= 2, qPrintable(toText(shortest)));
    QVERIFY(fails(shortest));
}

QTEST_GUILESS_MAIN(TestTwoWorlds)
#include "test_two_worlds.moc"
