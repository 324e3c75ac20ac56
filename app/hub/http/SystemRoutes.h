#pragma once

#include "HttpMetrics.h"
#include "OpenApi.h"

namespace kuaiban::hub {

// GET /healthz (the process answers), GET /metrics (Prometheus) and GET /api/v1/openapi.json. The first two answer from
// memory, so that they work when every worker is taken. The document is made at its first request, after all routes are
// in; router, schemas and metrics must outlive the router's use. Readiness depends on the database and is the api's.
void addSystemRoutes(Router& router, SchemaRegistry& schemas, const HttpMetrics& metrics, const ApiInfo& info);

} // namespace kuaiban::hub
