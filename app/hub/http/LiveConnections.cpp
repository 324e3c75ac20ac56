#include "LiveConnections.h"

namespace kuaiban::hub {

void LiveConnections::add(const std::shared_ptr<LiveConnection>& connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.emplace(connection.get(), connection);
}

void LiveConnections::remove(const LiveConnection* connection)
{
    {
        const std::lock_guard lock(m_mutex);
        m_connections.erase(connection);
    }
    m_changed.notify_all();
}

int LiveConnections::count() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_connections.size());
}

void LiveConnections::finishAll()
{
    for (const auto& connection : all())
        connection->finishSoon();
}

void LiveConnections::abortAll()
{
    for (const auto& connection : all())
        connection->abort();
}

bool LiveConnections::waitUntilNone(std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, timeout, [this] { return m_connections.empty(); });
}

// Copied out first: the last reference to a connection may go here, and it removes itself.
std::vector<std::shared_ptr<LiveConnection>> LiveConnections::all() const
{
    std::vector<std::shared_ptr<LiveConnection>> list;
    const std::lock_guard lock(m_mutex);
    for (const auto& [key, weak] : m_connections) {
        if (auto connection = weak.lock())
            list.push_back(std::move(connection));
    }
    return list;
}

} // namespace kuaiban::hub
