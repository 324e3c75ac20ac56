#pragma once

#include "api/HubRoutes.h"
#include "app/hub/http/HttpServer.h"
#include "Periodic.h"

namespace kuaiban::hub {

// A hub that answers: routes and server over a HubCore, which must outlive it.
class HubServer
{
public:
    explicit HubServer(HubCore& core);
    ~HubServer();

    // Publishes the resources, then listens. What a seeding left behind that was killed is cleared first, and reactions
    // that a hub owed when it died are done. Errors: those of all of them.
    Done start();
    void stop();

    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] const HubRoutes& routes() const { return m_routes; }

private:
    HubCore& m_core;
    FailureManual m_manual;
    Problems m_problems;
    HttpMetrics m_metrics;
    HubRoutes m_routes;
    HttpServer m_server;
    Periodic m_checkpoints;
    Periodic m_reactions;
    Periodic m_leases;
    Periodic m_bell; // for what other hubs on the same database committed
};

} // namespace kuaiban::hub
