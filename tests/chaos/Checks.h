#pragma once

#include "World.h"

namespace kuaiban::test {

// What one invariant came to, over all that was looked at.
struct Finding
{
    QString name;
    QStringList breaches; // empty: it holds
    QStringList counts;   // "217 entries", so that a run in which nothing happened is seen
};

// Reads the stores of hub and counters once all programs have ended: invariants 1 to 6 of the design. An Error means
// that something could not be read.
Result<QList<Finding>> checkWorld(ChaosWorld& world);

} // namespace kuaiban::test
