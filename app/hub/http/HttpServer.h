#pragma once

#include "HttpSettings.h"
#include "modules/base/Ids.h"
#include "RequestPipeline.h"

#include <memory>

namespace kuaiban::hub {

// The hub's HTTP/1.1 server (RFC 9110, 9112), plain or TLS: a few network threads that never block, a pool of workers
// that may. One connection answers one request after the other, in the order they came, also when they are pipelined.
// Start and stop belong to one thread; everything handed in must outlive the server.
class HttpServer
{
public:
    struct Parts
    {
        const Router& router;
        const Problems& problems;
        HttpMetrics& metrics;
        const Clock& clock;
        IdSource& ids;
        WorkerFactory makeContext = {}; // once on each worker thread
        RequestFilter filter = {};
        AccessLog accessLog = {};
    };

    HttpServer(HttpSettings settings, Parts parts);
    ~HttpServer(); // stops

    // http.port-in-use, http.listen, http.tls-config, http.routes, or what the worker factory failed with.
    Done start();
    [[nodiscard]] quint16 port() const; // the one really taken; 0 unless running
    [[nodiscard]] bool running() const;

    // Takes nothing new, answers waiting long polls with what they hold for their time limit, lets requests that run
    // finish for HttpSettings::drainTimeout, then cuts. Blocks until every thread has ended.
    void stop();

private:
    class Engine;

    const HttpSettings m_settings;
    const Parts m_parts;
    std::unique_ptr<Engine> m_engine; // while running
};

} // namespace kuaiban::hub
