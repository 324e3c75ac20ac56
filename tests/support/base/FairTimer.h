#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <thread>

namespace kuaiban::test {

// Time as a busy machine deals it out: counted in short sleeps of a thread of its own, so that what other guests of the
// machine take away does not count. For "it did not wait for that"; never for how fast something is.
class FairTimer
{
public:
    void start() { m_sleeps = 0; }
    qint64 elapsed() const { return m_sleeps * SleepMs; } // milliseconds

private:
    static constexpr int SleepMs = 5;

    std::atomic<qint64> m_sleeps = 0;
    std::jthread m_counter{[this](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(SleepMs));
            ++m_sleeps;
        }
    }};
};

} // namespace kuaiban::test
