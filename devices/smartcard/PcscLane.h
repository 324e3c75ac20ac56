#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace kuaiban::devices {

// A thread in which calls into the card service run one after another. Such a call cannot be ended from outside and
// lasts as long as the reader or the service likes; whoever waits for it here can leave. A lane that was left busy is
// of no use any more: its thread ends by itself once the call comes back, and takes nothing of the caller's with it.
class PcscLane
{
public:
    PcscLane();
    ~PcscLane(); // returns at once, whatever the running call does
    PcscLane(const PcscLane&) = delete;
    PcscLane& operator=(const PcscLane&) = delete;

    enum class Outcome { Done, Stopped, TooLong };

    // Runs the call in the lane. It must own what it works with: it may run on when this has returned.
    Outcome run(std::function<void()> call, std::chrono::milliseconds limit, const std::stop_token& stop);
    // Runs the call when the lane is free, without anybody waiting for it: for closing.
    void later(std::function<void()> call);
    bool isLost() const { return m_lost; }

private:
    struct Queue;

    std::shared_ptr<Queue> m_queue; // shared with the thread
    bool m_lost = false;
};

} // namespace kuaiban::devices
