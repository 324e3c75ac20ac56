#pragma once

#include "modules/base/Clock.h"
#include "modules/journal/Command.h"

#include <optional>

namespace kuaiban::sync {

// Legal time on a machine whose clock may be wrong: the device clock corrected by the last known offset to the hub, and
// checked against monotonic time. Used from one thread.
class TimeKeeper
{
public:
    static constexpr qint64 ToleranceMs = 5 * 60 * 1000;

    explicit TimeKeeper(const Clock& clock)
        : m_clock(clock)
        , m_wall(clock.nowMs())
        , m_monotonic(clock.monotonicMs())
    {}

    // The hub said its time in an answer that took `roundTripMs`.
    void learn(qint64 hubMs, qint64 roundTripMs);
    // An offset remembered from an earlier day; good until the clock is seen to jump.
    void restore(qint64 offsetMs) { m_offset = offsetMs; }
    std::optional<qint64> offset() const { return m_offset; }

    // The times of an act of now. Uncertain (时间存疑) when the offset is unknown or over five minutes, or when the
    // clock jumped by more than that since the offset was learnt.
    journal::CommandTimes now() const;

private:
    const Clock& m_clock;
    std::optional<qint64> m_offset;
    qint64 m_wall;
    qint64 m_monotonic;
};

} // namespace kuaiban::sync
