#include "Periodic.h"

#include <QDebug>

namespace kuaiban::hub {

Done Periodic::start()
{
    KB_TRY(auto connection, m_core.connect());
    m_stopping = false;
    m_thread = std::thread([this, connection = std::move(connection)]() mutable { run(std::move(connection)); });
    return {};
}

void Periodic::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Periodic::run(std::unique_ptr<store::Connection> connection)
{
    std::unique_lock lock(m_mutex);
    for (bool last = false; !last;) {
        last = m_wake.wait_for(lock, m_pause, [this] { return m_stopping; });
        lock.unlock();
        if (const auto done = m_work(*connection); !done)
            qWarning().noquote() << m_name << ':' << logLine(done.error());
        lock.lock();
    }
}

} // namespace kuaiban::hub
