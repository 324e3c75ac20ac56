#pragma once

#include "modules/store/Connection.h"

#include <QStringList>

namespace kuaiban::journal {

class Signer;

// What `kuaiban-hub verify` found.
struct VerifyReport
{
    qint64 events = 0;
    qint64 streams = 0;
    qint64 positions = 0;
    qint64 checkpoints = 0;
    qint64 unsignedCheckpoints = 0;
    qint64 erasedPersonalParts = 0;
    QStringList problems; // one line each, naming stream, version or position; empty means the journal is sound

    bool sound() const { return problems.isEmpty(); }
};

// Recomputes every chain: events of each stream, the feed over all positions, the checkpoints and their signatures. A
// changed, removed or reordered row, and a whole missing stream, is found. Without `signer` signatures are not checked
// and the report says how many checkpoints carry none.
Result<VerifyReport> verifyJournal(store::Connection& connection, const Signer* signer);

} // namespace kuaiban::journal
