#include "SystemRoutes.h"

#include <mutex>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

struct Document
{
    std::once_flag made;
    HttpResponse page;
};

} // namespace

void addSystemRoutes(Router& router, SchemaRegistry& schemas, const HttpMetrics& metrics, const ApiInfo& info)
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    schemas.add(u"Health"_s, {{u"type"_s, u"object"_s}, {u"required"_s, QJsonArray{u"status"_s}},
                                 {u"properties"_s, QJsonObject{{u"status"_s, text}, {u"version"_s, text}}}});
    schemas.add(u"OpenApiDocument"_s, {{u"type"_s, u"object"_s}});
    router.add({.method = u"GET"_s,
        .path = u"/healthz"_s,
        .access = Access::Public,
        .doc = {.summary = u"The process is alive"_s, .tag = u"system"_s, .responseSchema = u"Health"_s},
        .instant = [version = info.version](const HttpRequest&) {
            return HttpResponse::json({{u"status"_s, u"ok"_s}, {u"version"_s, version}});
        }});
    router.add({.method = u"GET"_s,
        .path = u"/metrics"_s,
        .access = Access::Public,
        .doc = {.summary = u"Counters for Prometheus"_s, .tag = u"system"_s, .responseType = u"text/plain"_s},
        .instant = [&metrics](const HttpRequest&) {
            return HttpResponse::text(metrics.text(), u"text/plain; version=0.0.4; charset=utf-8"_s);
        }});
    auto document = std::make_shared<Document>();
    router.add({.method = u"GET"_s,
        .path = u"/api/v1/openapi.json"_s,
        .access = Access::Public,
        .doc = {.summary = u"This document"_s, .tag = u"system"_s, .responseSchema = u"OpenApiDocument"_s},
        .handler = [&router, &schemas, info, document](HttpRequest&, WorkerContext&) -> Result<HttpReply> {
            std::call_once(document->made, [&] {
                document->page = HttpResponse::json(openApi(router, schemas, info));
                document->page.headers.set(u"Cache-Control"_s, u"max-age=300"_s);
            });
            return document->page;
        }});
}

} // namespace kuaiban::hub
