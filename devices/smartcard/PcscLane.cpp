#include "PcscLane.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace kuaiban::devices {

struct PcscLane::Queue
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<std::function<void()>> calls;
    int running = 0; // given and not yet done
    bool ending = false;

    void work()
    {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return ending || !calls.empty(); });
            if (calls.empty())
                return;
            const auto call = std::move(calls.front());
            calls.pop_front();
            lock.unlock();
            call();
            lock.lock();
            --running;
            changed.notify_all();
        }
    }
};

PcscLane::PcscLane()
    : m_queue(std::make_shared<Queue>())
{
    std::thread([queue = m_queue] { queue->work(); }).detach();
}

PcscLane::~PcscLane()
{
    const std::lock_guard lock(m_queue->mutex);
    m_queue->ending = true;
    m_queue->changed.notify_all();
}

void PcscLane::later(std::function<void()> call)
{
    const std::lock_guard lock(m_queue->mutex);
    m_queue->calls.push_back(std::move(call));
    ++m_queue->running;
    m_queue->changed.notify_all();
}

PcscLane::Outcome PcscLane::run(
    std::function<void()> call, std::chrono::milliseconds limit, const std::stop_token& stop)
{
    if (m_lost)
        return Outcome::TooLong;
    later(std::move(call));
    std::unique_lock lock(m_queue->mutex);
    if (m_queue->changed.wait_for(lock, stop, limit, [this] { return m_queue->running == 0; }))
        return Outcome::Done;
    m_lost = true;
    return stop.stop_requested() ? Outcome::Stopped : Outcome::TooLong;
}

} // namespace kuaiban::devices
