#include "TimeKeeper.h"

namespace kuaiban::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LongestAgeMs = 30LL * 24 * 3600 * 1000; // clocks of PCs drift by seconds a day

} // namespace

void TimeKeeper::learn(qint64 hubMs, qint64 roundTripMs)
{
    m_wall = m_clock.nowMs();
    m_monotonic = m_clock.monotonicMs();
    m_offset = hubMs + roundTripMs / 2 - m_wall;
}

QJsonObject TimeKeeper::learnt() const
{
    if (!m_offset)
        return {};
    return {{u"offset"_s, *m_offset}, {u"wall"_s, m_wall}, {u"monotonic"_s, m_monotonic},
        {u"boot"_s, QString::fromLatin1(m_boot)}};
}

void TimeKeeper::restore(const QJsonObject& learnt)
{
    const auto wall = learnt.value("wall"_L1);
    const auto offset = learnt.value("offset"_L1);
    if (!offset.isDouble() || !wall.isDouble())
        return;
    if (learnt.value("boot"_L1).toString().toLatin1() == m_boot) {
        m_wall = wall.toInteger();
        m_monotonic = learnt.value("monotonic"_L1).toInteger();
    } else if (const qint64 age = m_clock.nowMs() - wall.toInteger(); age < -ToleranceMs || age > LongestAgeMs) {
        return;
    }
    m_offset = offset.toInteger();
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
