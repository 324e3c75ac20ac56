#pragma once

#include "HubCore.h"

#include <condition_variable>
#include <thread>

namespace kuaiban::hub {

// Checkpoints the feed every so many seconds on a thread and a connection of its own, and once more at stop().
class Checkpointer
{
public:
    explicit Checkpointer(HubCore& core)
        : m_core(core)
    {}
    ~Checkpointer() { stop(); }
    Q_DISABLE_COPY_MOVE(Checkpointer)

    Done start();
    void stop();

private:
    void run(std::unique_ptr<store::Connection> connection);

    HubCore& m_core;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace kuaiban::hub
