#pragma once

#include "app/hub/http/HttpMetrics.h"
#include "app/hub/http/OpenApi.h"
#include "app/hub/http/Problems.h"
#include "app/hub/http/Router.h"
#include "HubParts.h"

namespace kuaiban::hub {

// Routes as the files of this room add them.
struct RouteBook
{
    Router& router;
    SchemaRegistry& schemas;
    HubParts& parts;
};

void addReadyRoute(RouteBook& book);
void addDeviceRoutes(RouteBook& book);
void addSessionRoutes(RouteBook& book);
void addCarriedRoutes(RouteBook& book);
void addCommandRoutes(RouteBook& book);
void addFeedRoutes(RouteBook& book);
void addStreamRoutes(RouteBook& book);
void addCaseRoutes(RouteBook& book);
void addCardRoutes(RouteBook& book);
void addColleagueRoutes(RouteBook& book);
void addAccountRoutes(RouteBook& book);
void addAnnouncementRoutes(RouteBook& book);
void addOrganisationRoutes(RouteBook& book);
void addPersonRoutes(RouteBook& book);
void addRecordRoutes(RouteBook& book);
void addUnitRoutes(RouteBook& book);
void addBlobRoutes(RouteBook& book);
void addNumberRoutes(RouteBook& book);
void addProgressRoutes(RouteBook& book);

ApiInfo hubApiInfo();

// All routes of the hub: documented as they were added, served with the sign-in before each handler and the hub's time
// on each answer. What is handed in must outlive it.
class HubRoutes
{
public:
    HubRoutes(HubParts parts, const Problems& problems, const HttpMetrics& metrics);

    [[nodiscard]] const Router& served() const { return m_served; }
    [[nodiscard]] const SchemaRegistry& schemas() const { return m_schemas; }
    [[nodiscard]] QJsonObject document() const { return openApi(m_served, m_schemas, hubApiInfo()); }

private:
    HttpHandler guarded(const Route& route);
    Result<HttpReply> answered(const Route& route, HttpRequest& request, WorkerContext& context);

    HubParts m_parts;
    const Problems& m_problems;
    Router m_plain;
    Router m_served;
    SchemaRegistry m_schemas;
};

// The HTTP status of the failures that rooms below the hub raise.
QHash<QString, int> failureStatuses();

} // namespace kuaiban::hub
