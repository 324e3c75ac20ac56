#include "TimeKeeper.h"

namespace kuaiban::sync {

void TimeKeeper::learn(qint64 hubMs, qint64 roundTripMs)
{
    m_wall = m_clock.nowMs();
    m_monotonic = m_clock.monotonicMs();
    m_offset = hubMs + roundTripMs / 2 - m_wall;
}

journal::CommandTimes TimeKeeper::now() const
{
    const qint64 wall = m_clock.nowMs();
    const qint64 jump = (wall - m_wall) - (m_clock.monotonicMs() - m_monotonic);
    const bool jumped = qAbs(jump) > ToleranceMs;
    // After a jump the monotonic clock is the better witness of how much time has passed.
    const qint64 believed = jumped ? wall - jump : wall;
    const bool uncertain = jumped || !m_offset || qAbs(*m_offset) > ToleranceMs;
    return {wall, believed + m_offset.value_or(0), uncertain};
}

} // namespace kuaiban::sync
