#pragma once

#include "modules/base/Clock.h"
#include "modules/journal/Command.h"

#include <QJsonObject>
#include <QSysInfo>

#include <optional>

namespace kuaiban::sync {

// Legal time on a machine whose clock may be wrong: the device clock corrected by the last known offset to the hub, and
// checked against monotonic time. Used from one thread.
class TimeKeeper
{
public:
    static constexpr qint64 ToleranceMs = 5 * 60 * 1000;

    // `boot`: names this run of the operating system, whose monotonic clock begins anew with the next.
    explicit TimeKeeper(const Clock& clock, QByteArray boot = QSysInfo::bootUniqueId())
        : m_clock(clock)
        , m_boot(std::move(boot))
        , m_wall(clock.nowMs())
        , m_monotonic(clock.monotonicMs())
    {}

    // The hub said its time in an answer that took `roundTripMs`.
    void learn(qint64 hubMs, qint64 roundTripMs);
    std::optional<qint64> offset() const { return m_offset; }

    // What was learnt, for the next start of the program; empty before anything was. Taken up again, it is good until
    // the clock is seen to jump: since it was learnt, or, after the machine was started anew, by standing before that
    // time or a month after it. What cannot be read is as if nothing had been learnt.
    QJsonObject learnt() const;
    void restore(const QJsonObject& learnt);

    // The times of an act of now. Uncertain (时间存疑) when the offset is unknown or over five minutes, or when the
    // clock jumped by more than that since the offset was learnt.
    journal::CommandTimes now() const;

private:
    const Clock& m_clock;
    QByteArray m_boot;
    std::optional<qint64> m_offset;
    qint64 m_wall;
    qint64 m_monotonic;
};

} // namespace kuaiban::sync
