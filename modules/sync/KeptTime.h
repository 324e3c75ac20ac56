#pragma once

#include "modules/store/Connection.h"
#include "TimeKeeper.h"

namespace kuaiban::sync {

// Keeps what a machine has learnt of the hub's time from one start of the program to the next: whoever begins his day
// without the hub must not have every case marked 时间存疑.
class KeptTime
{
public:
    KeptTime(store::Connection& machine, const Clock& clock, TimeKeeper& time)
        : m_machine(machine)
        , m_clock(clock)
        , m_time(time)
    {}

    Done restore();
    Done keep(); // at most every few minutes, unless the clock turned out to be another second off

private:
    store::Connection& m_machine;
    const Clock& m_clock;
    TimeKeeper& m_time;
    std::optional<qint64> m_keptOffset;
    qint64 m_keptAt = 0; // monotonic
};

} // namespace kuaiban::sync
