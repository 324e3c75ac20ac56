#pragma once

#include "VirtualWorld.h"

namespace kuaiban::test {

// What holds once everybody has talked to the hub, whatever happened before. Each check gives one line a breach.
struct Invariant
{
    const char* name;
    QStringList (*check)(VirtualWorld& world);
};

// What was acknowledged stands in the journal with that verdict, and its effect once.
QStringList acknowledgedOnce(VirtualWorld& world);
// A counter has every row of its feed, and every event of its streams as the hub wrote it.
QStringList feedWithoutGaps(VirtualWorld& world);
// A counter follows what the hub shows it, and sees the same.
QStringList sameOnBothSides(VirtualWorld& world);
// What one counter did to a case stands there in the order it was done.
QStringList orderKept(VirtualWorld& world);
// Nothing that was taken is gone: it is at the hub, waits for a person, was needless, or was left alone on purpose. A
// value that was entered stands, or stands in a conflict.
QStringList nothingLost(VirtualWorld& world);
// Every file of what reached the hub is there and whole.
QStringList filesComplete(VirtualWorld& world);
// What a case brought that was merged stands in the one it goes on as, once: remarks, pages, its number, its makers.
QStringList survivorsHaveAll(VirtualWorld& world);
// Chains, numbers and the receipt: what left the counter was not changed behind its back.
QStringList journalSound(VirtualWorld& world);

inline constexpr Invariant Invariants[] = {{"acknowledged once", acknowledgedOnce},
    {"feed without gaps", feedWithoutGaps}, {"same on both sides", sameOnBothSides}, {"order kept", orderKept},
    {"nothing lost", nothingLost}, {"survivors have all", survivorsHaveAll}, {"files complete", filesComplete},
    {"journal sound", journalSound}};

// All breaches, each with the name of its invariant.
QStringList breaches(VirtualWorld& world);

} // namespace kuaiban::test
