#pragma once

#include "app/hub/http/WorkerPool.h"
#include "modules/store/Connection.h"

#include <memory>

namespace kuaiban::hub {

// What one worker thread owns: its own connection to the database.
class HubWorker final : public WorkerContext
{
public:
    explicit HubWorker(std::unique_ptr<store::Connection> connection)
        : m_connection(std::move(connection))
    {}

    store::Connection& connection() { return *m_connection; }

private:
    std::unique_ptr<store::Connection> m_connection;
};

// Every worker of the hub is made by HubCore, so it is a HubWorker.
inline store::Connection& connectionOf(WorkerContext& context)
{
    return static_cast<HubWorker&>(context).connection();
}

} // namespace kuaiban::hub
