#pragma once

#include "modules/codes/WorkingCalendar.h"
#include "modules/flow/FlowDefinition.h"
#include "modules/store/Connection.h"

namespace kuaiban::casework {

class ItemShelf;

// The table of the feed in which the holder of a task is told that it went back to the queue.
inline const QString LapsedTaskTable = QStringLiteral("lapsed-task");

// A task taken from a queue is lent. Who is not heard of until the end of the next working day gives it back, so that
// no case waits for somebody who fell ill or sits in a village without a network. What belongs to a window is not lent.
bool isLent(const flow::Step& step);

// The first moment at which a task of somebody who was last heard of then may be given to others. UTC milliseconds; the
// days are legal days (Asia/Shanghai).
qint64 leaseEnd(const codes::WorkingCalendar& calendar, qint64 heardMs);

struct LapsedLease
{
    QString stream;
    QString task;
    QString holder;
    qint64 heardMs = 0;
};

// On the hub: the leases that are over at that time. A holder who was never heard of, as before there were leases, is
// noted as heard of then. Writes, so to be called under the writers' lock.
Result<QList<LapsedLease>> lapsedLeases(store::Connection& connection, ItemShelf& shelf, qint64 nowMs);

} // namespace kuaiban::casework
