#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace kuaiban::hub {

// What the server must be able to ask of an open connection. Both may be called from any thread.
class LiveConnection
{
public:
    virtual ~LiveConnection() = default;
    virtual void finishSoon() = 0; // the hub stops: answer what runs, take nothing new
    virtual void abort() = 0;      // close now
};

// All open connections, for the limit and for stop(). Thread-safe.
class LiveConnections
{
public:
    void add(const std::shared_ptr<LiveConnection>& connection);
    void remove(const LiveConnection* connection);
    [[nodiscard]] int count() const;
    void finishAll();
    void abortAll();
    bool waitUntilNone(std::chrono::milliseconds timeout); // false: some are still open

private:
    std::vector<std::shared_ptr<LiveConnection>> all() const;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unordered_map<const LiveConnection*, std::weak_ptr<LiveConnection>> m_connections;
};

} // namespace kuaiban::hub
