// sync_chaos: real hubs and counters, and between them a way that delays, cuts, loses, repeats and breaks; programs are
// killed, disks are full, clocks are wrong. In the end everything is mended, and one line an invariant tells whether it
// holds. Exits with 0 only if all do (with --sabotage: only if it was found).
//   sync_chaos --seed N --rounds M --counters K --hubs H [--postgres URL] [--sabotage NAME] [--loud]
#include "Checks.h"

#include <QCommandLineParser>
#include <QGuiApplication>

#include <cstdio>

using namespace kuaiban;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;

namespace {

void print(const QString& line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

QString counted(const QHash<QString, int>& counts)
{
    QStringList parts;
    for (auto one = counts.begin(); one != counts.end(); ++one)
        parts.append(u"%1 %2"_s.arg(one.value()).arg(one.key()));
    parts.sort();
    return parts.join(u", "_s);
}

void tellWhatHappened(const ChaosWorld& world)
{
    QHash<QString, int> deeds;
    int answers = 0;
    int refusals = 0;
    qsizetype entries = 0;
    for (const auto& counter : world.counters()) {
        for (auto deed = counter->deeds.begin(); deed != counter->deeds.end(); ++deed)
            deeds[deed.key()] += deed.value();
        answers += counter->answers;
        refusals += counter->refusals;
        entries += counter->entries.size();
    }
    QHash<QString, int> fates;
    for (const auto fate : AllFates)
        fates.insert(QString::fromLatin1(fateName(fate)), world.relay().count(fate));
    print(u"people: %1; %2 requests answered, %3 refused or unanswered; %4 entries"_s.arg(counted(deeds))
              .arg(answers)
              .arg(refusals)
              .arg(entries));
    print(u"connections: "_s + counted(fates));
    print(u"mishaps: "_s + counted(world.mishaps()));
}

bool tell(const QList<Finding>& findings)
{
    constexpr qsizetype shown = 10;
    bool holds = true;
    for (const auto& finding : findings) {
        const bool good = finding.breaches.isEmpty();
        holds = holds && good;
        print(u"%1 %2: %3"_s.arg(good ? u"holds  "_s : u"BROKEN "_s, finding.name, finding.counts.join(u", "_s)));
        for (const auto& breach : finding.breaches.first(qMin(shown, finding.breaches.size())))
            print(u"    "_s + breach);
        if (finding.breaches.size() > shown)
            print(u"    and %1 more"_s.arg(finding.breaches.size() - shown));
    }
    return holds;
}

int run(const ChaosOptions& options)
{
    ChaosWorld world(options);
    if (const auto problem = world.open(); !problem.isEmpty()) {
        print(u"cannot begin: "_s + problem);
        return 2;
    }
    for (int number = 0; number < options.rounds; ++number)
        world.round(number);
    const auto unrest = world.comeToRest();
    world.close();
    tellWhatHappened(world);
    if (!unrest.isEmpty())
        print(u"BROKEN  comes to rest: "_s + unrest);
    const auto findings = checkWorld(world);
    if (!findings) {
        print(u"cannot be read: "_s + logLine(findings.error()));
        return 2;
    }
    const bool holds = tell(*findings) && unrest.isEmpty();
    if (options.sabotage.isEmpty())
        return holds ? 0 : 1;
    const QString finder = ChaosSabotages.value(options.sabotage);
    const bool found = std::any_of(findings->begin(), findings->end(),
        [&](const Finding& finding) { return finding.name == finder && !finding.breaches.isEmpty(); });
    print(!world.isSpoilt() ? u"the sabotage could not be done"_s
          : found           ? u"the sabotage was found"_s
                            : u"the sabotage was not found"_s);
    return world.isSpoilt() && found ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{u"seed"_s, u"What happens"_s, u"N"_s, u"1"_s}, {u"rounds"_s, u"Of all counters"_s, u"M"_s, u"20"_s},
            {u"counters"_s, u"How many"_s, u"K"_s, u"3"_s}, {u"hubs"_s, u"How many, on one database"_s, u"H"_s, u"1"_s},
            {u"postgres"_s, u"Empty database of the hubs"_s, u"URL"_s},
            {u"sabotage"_s, u"A mistake on purpose: "_s + ChaosSabotages.keys().join(u", "_s), u"name"_s},
            {u"loud"_s, u"Tell every request"_s}});
    parser.addHelpOption();
    parser.process(application);
    ChaosOptions options;
    options.seed = parser.value(u"seed"_s).toUInt();
    options.rounds = parser.value(u"rounds"_s).toInt();
    options.counters = parser.value(u"counters"_s).toInt();
    options.hubs = parser.value(u"hubs"_s).toInt();
    options.postgres = parser.value(u"postgres"_s);
    options.sabotage = parser.value(u"sabotage"_s);
    options.isLoud = parser.isSet(u"loud"_s);
    const bool known = options.sabotage.isEmpty() || ChaosSabotages.contains(options.sabotage);
    if (options.rounds < 1 || options.counters < 1 || options.hubs < 1 || !known)
        parser.showHelp(2);
    print(u"seed %1: %2 rounds, %3 counters, %4 hub(s)%5"_s.arg(options.seed)
              .arg(options.rounds)
              .arg(options.counters)
              .arg(options.hubs)
              .arg(options.sabotage.isEmpty() ? QString() : u", "_s + options.sabotage));
    return run(options);
}
