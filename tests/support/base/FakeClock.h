#pragma once

#include "modules/base/Clock.h"

namespace kuaiban::test {

// A clock that stands still until the test moves it.
class FakeClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_now; }
    qint64 monotonicMs() const override { return m_monotonic; }

    void advance(qint64 ms)
    {
        m_now += ms;
        m_monotonic += ms;
    }
    void setWall(qint64 utcMs) { m_now = utcMs; } // somebody sets the PC's clock

private:
    qint64 m_now = utcMs({2026, 11, 20}, {9, 0});
    qint64 m_monotonic = 1'000'000;
};

} // namespace kuaiban::test
