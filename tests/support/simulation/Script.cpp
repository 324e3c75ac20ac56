#include "Script.h"

#include <QStringList>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

namespace {

const QStringList People{u"zhao"_s, u"qian"_s, u"zheng"_s, u"sun"_s, u"li"_s, u"wu"_s};
const QStringList Acts{u"take"_s, u"draft"_s, u"edit"_s, u"remark"_s, u"scan"_s, u"work"_s, u"fetch"_s, u"round"_s,
    u"restart"_s, u"clock"_s, u"pass"_s, u"post"_s, u"rule"_s, u"again"_s, u"give-up"_s, u"park"_s, u"settle"_s};
const QStringList Mishaps{u"none"_s, u"cut"_s, u"lose-reply"_s, u"time-out"_s, u"server-error"_s, u"twice"_s,
    u"hub-crash"_s, u"power-cut"_s, u"full-disk"_s};

// How often each act comes, in the order of Act.
constexpr int Weights[] = {10, 3, 12, 10, 7, 20, 4, 22, 2, 1, 3, 2, 3, 3, 2, 2, 3};

Act randomAct(SeededRandom& random)
{
    int sum = 0;
    for (const int weight : Weights)
        sum += weight;
    int left = random.below(sum);
    int act = 0;
    while (left >= Weights[act])
        left -= Weights[act++];
    return static_cast<Act>(act);
}

// A round may meet anything; what is done by hand only what befalls the machine itself.
Mishap randomMishap(SeededRandom& random, Act act)
{
    switch (act) {
    case Act::Round:
        return random.below(10) < 4 ? static_cast<Mishap>(1 + random.below(static_cast<int>(Mishaps.size()) - 1))
                                    : Mishap::None;
    case Act::Take:
    case Act::Draft:
    case Act::Edit:
    case Act::Remark:
    case Act::Scan:
    case Act::Work:
    case Act::Again:
    case Act::GiveUp:
        return random.below(12) == 0 ? (random.below(2) == 0 ? Mishap::PowerCut : Mishap::FullDisk) : Mishap::None;
    default:
        return Mishap::None;
    }
}

} // namespace

Script randomScript(quint32 seed, int steps)
{
    SeededRandom random(seed);
    Script script;
    for (int i = 0; i < steps; ++i) {
        Step step;
        step.act = randomAct(random);
        // Mostly at the counters; the colleagues on the hub only work, edit and remark.
        const bool onHub = random.below(4) == 0 && (step.act == Act::Work || step.act == Act::Edit ||
                                                       step.act == Act::Remark || step.act == Act::Settle);
        step.who = onHub ? 3 + random.below(3) : random.below(3);
        step.a = random.below(12);
        step.b = random.below(24);
        step.mishap = onHub ? Mishap::None : randomMishap(random, step.act);
        step.nth = step.mishap == Mishap::None ? 0 : 1 + random.below(40);
        script.append(step);
    }
    return script;
}

QString toText(const Script& script)
{
    QString text;
    for (const auto& step : script) {
        text += u"%1 %2 %3 %4"_s.arg(People.at(step.who), Acts.at(static_cast<int>(step.act))).arg(step.a).arg(step.b);
        if (step.mishap != Mishap::None)
            text += u" %1 %2"_s.arg(Mishaps.at(static_cast<int>(step.mishap))).arg(step.nth);
        text += u'\n';
    }
    return text;
}

Script scriptFrom(const QString& text)
{
    Script script;
    const auto lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const auto& line : lines) {
        const auto words = line.simplified().split(u' ');
        const auto who = People.indexOf(words.value(0));
        const auto act = Acts.indexOf(words.value(1));
        const auto mishap = Mishaps.indexOf(words.value(4, u"none"_s));
        if (who < 0 || act < 0 || mishap < 0)
            continue;
        script.append({static_cast<Act>(act), static_cast<int>(who), words.value(2).toInt(), words.value(3).toInt(),
            static_cast<Mishap>(mishap), words.value(5).toInt()});
    }
    return script;
}

} // namespace kuaiban::test
