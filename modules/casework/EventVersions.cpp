#include "EventVersions.h"

#include <QHash>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using journal::Event;

namespace {

// 1: only who holds a task gave it back. 2: `from` says whose it was, for others may take it back too.
void releasedByItsHolder(Event& event)
{
    event.body.insert(u"from"_s, event.actor);
}

// Type → the steps from version 1 to the current one, in their order.
using Lifts = QList<void (*)(Event&)>;

const QHash<QString, Lifts>& lifts()
{
    static const QHash<QString, Lifts> table{
        {u"TaskReleased"_s, {releasedByItsHolder}},
    };
    return table;
}

} // namespace

int currentVersion(const QString& type)
{
    return 1 + static_cast<int>(lifts().value(type).size());
}

Event lifted(Event event)
{
    const auto steps = lifts().value(event.type);
    for (; event.v <= steps.size(); ++event.v)
        steps.at(event.v - 1)(event);
    return event;
}

bool isBeyond(const Event& event)
{
    return event.v > currentVersion(event.type);
}

} // namespace kuaiban::casework
