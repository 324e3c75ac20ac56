#pragma once

// Part of HttpServer.cpp: nothing else may include this, because it brings Asio with it.

#include "LiveConnections.h"
#include "modules/base/Ids.h"
#include "RequestPipeline.h"

#include <boost/asio.hpp>

#include <atomic>
#include <memory>

namespace kuaiban::hub {

namespace net = boost::asio;
using boost::system::error_code;
using Strand = net::strand<net::io_context::executor_type>;

// What all connections of a server share.
struct ConnectionCore
{
    const HttpSettings& settings;
    const RequestPipeline& pipeline;
    LiveConnections& live;
    HttpMetrics& metrics;
    const Clock& clock;
    IdSource& ids;
    std::atomic<bool> stopping = false;
};

// One time limit on a strand. After disarm() or a new arm() the earlier action does not run any more, even if its time
// had come and its handler was on the way.
class Deadline
{
public:
    explicit Deadline(const Strand& strand)
        : m_timer(strand)
    {}

    // `owner` is kept alive until the time is over or disarmed; it holds this object.
    template<class Owner, class Action>
    void arm(std::chrono::milliseconds time, std::shared_ptr<Owner> owner, Action action)
    {
        m_timer.expires_after(time);
        m_timer.async_wait([this, owner = std::move(owner), ticket = ++m_ticket, action](error_code error) {
            if (!error && ticket == m_ticket)
                action();
        });
    }

    void disarm()
    {
        ++m_ticket;
        m_timer.cancel();
    }

private:
    net::steady_timer m_timer;
    quint64 m_ticket = 0;
};

} // namespace kuaiban::hub
