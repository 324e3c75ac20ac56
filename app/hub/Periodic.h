#pragma once

#include "HubCore.h"

#include <condition_variable>
#include <thread>

namespace kuaiban::hub {

// Repeats some work of the hub with a pause between on a thread and a connection of its own, and once more at stop().
// What the work fails with is logged under its name.
class Periodic
{
public:
    using Work = std::function<Done(store::Connection& connection)>;

    Periodic(HubCore& core, const QString& name, std::chrono::milliseconds pause, Work work)
        : m_core(core)
        , m_name(name)
        , m_pause(pause)
        , m_work(std::move(work))
    {}
    ~Periodic() { stop(); }
    Q_DISABLE_COPY_MOVE(Periodic)

    Done start();
    void stop();

private:
    void run(std::unique_ptr<store::Connection> connection);

    HubCore& m_core;
    const QString m_name;
    const std::chrono::milliseconds m_pause;
    const Work m_work;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace kuaiban::hub
