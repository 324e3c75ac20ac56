#include "WorkerPool.h"

namespace kuaiban::hub {

WorkerPool::WorkerPool(int threads, int queueLimit, WorkerFactory factory)
    : m_threadCount(threads)
    , m_queueLimit(queueLimit)
    , m_factory(std::move(factory))
{}

WorkerPool::~WorkerPool()
{
    stop();
}

Done WorkerPool::start()
{
    std::vector<Done> outcomes(static_cast<size_t>(m_threadCount));
    {
        std::unique_lock lock(m_mutex);
        if (m_running)
            return {};
        m_running = true;
        m_ready = 0;
        m_contexts.assign(outcomes.size(), nullptr);
        for (int i = 0; i < m_threadCount; ++i)
            m_threads.emplace_back([this, &outcomes, i] { run(outcomes[static_cast<size_t>(i)], i); });
        m_wakeStarter.wait(lock, [this] { return m_ready == m_threadCount; });
    }
    for (auto& outcome : outcomes) {
        if (outcome)
            continue;
        stop();
        return outcome;
    }
    return {};
}

void WorkerPool::stop()
{
    {
        std::deque<Task>
            dropped; // destroyed after the lock below is released: tasks may hold the last reference to a connection
        const std::lock_guard lock(m_mutex);
        m_running = false;
        dropped.swap(m_queue);
    }
    m_wakeWorkers.notify_all();
    for (auto& thread : m_threads)
        thread.join();
    m_threads.clear();
}

bool WorkerPool::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_running || std::ssize(m_queue) >= m_queueLimit)
            return false;
        m_queue.push_back(std::move(task));
    }
    m_wakeWorkers.notify_one();
    return true;
}

void WorkerPool::interruptAll()
{
    const std::lock_guard lock(m_mutex); // a context is taken from the list under this lock before it dies
    for (auto* context : m_contexts) {
        if (context)
            context->interrupt();
    }
}

int WorkerPool::queued() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_queue.size());
}

void WorkerPool::run(Done& outcome, int index)
{
    auto made = m_factory ? m_factory() : std::make_unique<WorkerContext>();
    auto context = made ? std::move(*made) : nullptr;
    if (made && !context)
        context = std::make_unique<WorkerContext>();
    std::unique_lock lock(m_mutex);
    if (!made)
        outcome = fail(made.error());
    m_contexts[static_cast<size_t>(index)] = context.get();
    ++m_ready;
    m_wakeStarter.notify_one(); // from here on `outcome` may be gone
    while (context) {
        m_wakeWorkers.wait(lock, [this] { return !m_running || !m_queue.empty(); });
        if (!m_running)
            break;
        auto task = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        task(*context);
        task = {};
        lock.lock();
    }
    m_contexts[static_cast<size_t>(index)] = nullptr;
    lock.unlock();
}

} // namespace kuaiban::hub
