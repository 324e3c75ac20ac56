#pragma once

#include "modules/base/Result.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace kuaiban::hub {

// What one worker thread owns, a database connection for example. Made, used and destroyed on that thread;
// only interrupt() comes from another one.
class WorkerContext
{
public:
    WorkerContext() = default;
    virtual ~WorkerContext() = default;
    WorkerContext(const WorkerContext&) = delete;
    WorkerContext& operator=(const WorkerContext&) = delete;

    // The hub wants to end and has waited long enough: cut the statement that is running. Any thread.
    virtual void interrupt() {}
};

using WorkerFactory = std::function<Result<std::unique_ptr<WorkerContext>>()>;

// A fixed number of threads before a bounded queue. They may block; the threads that serve the network never do.
class WorkerPool
{
public:
    using Task = std::function<void(WorkerContext&)>;

    WorkerPool(int threads, int queueLimit, WorkerFactory factory);
    ~WorkerPool(); // stops

    Done start(); // waits until every thread has its context; the first failure of the factory ends all
    void stop();  // drops what is queued, waits for what runs

    // False when the queue is full or the pool is not running: the task is not taken. Any thread.
    bool post(Task task);
    void interruptAll();
    int queued() const;

private:
    void run(Done& outcome, int index);

    const int m_threadCount;
    const int m_queueLimit;
    const WorkerFactory m_factory;
    mutable std::mutex m_mutex;
    std::condition_variable m_wakeWorkers;
    std::condition_variable m_wakeStarter;
    std::deque<Task> m_queue;
    std::vector<WorkerContext*> m_contexts; // by thread, null before and after its life
    int m_ready = 0;
    bool m_running = false;
    std::vector<std::thread> m_threads;
};

} // namespace kuaiban::hub
