#include "HubRoutes.h"

#include "app/hub/http/SystemRoutes.h"
#include "HubWorker.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

// The counter takes the hub's time for that of the middle of its round trip, so an answer that waited names the middle
// of its wait; for all others that is now.
void stamp(HttpResponse& response, qint64 hubMs)
{
    response.headers.set(u"X-Hub-Time"_s, rfc3339(hubMs));
}

} // namespace

ApiInfo hubApiInfo()
{
    return {u"Kuaiban hub"_s, u"1"_s,
        u"Central backend of the service-hall counter. Streams change only through POST /api/v1/commands; resources "
        u"are read only. "
        "Every answer names the hub's time in X-Hub-Time."_s};
}

QHash<QString, int> failureStatuses()
{
    return {
        {u"identity.session"_s, 401},
        {u"identity.device"_s, 401},
        {u"identity.login"_s, 401},
        {u"identity.locked"_s, 403},
        {u"identity.too-many-tries"_s, 429},
        {u"identity.right"_s, 403},
        {u"identity.enrol-code"_s, 403},
        {u"journal.id-reused"_s, 422},
        {u"journal.command"_s, 422},
        {u"blobs.missing"_s, 404},
        {u"blobs.digest"_s, 422},
        {u"blobs.part"_s, 422},
        {u"registry.query"_s, 422},
        {u"casework.numbers-exhausted"_s, 409},
        {u"store.busy"_s, 503},
        {u"store.full"_s, 503},
        {u"hub.not-ready"_s, 503},
        {u"hub.parameter"_s, 422},
        {u"hub.key-reused"_s, 422},
        {u"hub.command-count"_s, 422},
        {u"identity.account"_s, 404},
        {u"identity.organisation"_s, 404},
        {u"identity.window"_s, 404},
        {u"identity.window-own"_s, 422},
        {u"announcements.unknown"_s, 404},
        {u"hub.import-size"_s, 422},
        {u"hub.card-authority"_s, 501},
        {u"hub.card-refused"_s, 422},
        {u"hub.foreign-area"_s, 403},
        {u"hub.device-signature"_s, 403},
        {u"hub.carried"_s, 422},
        {u"hub.person-unknown"_s, 404},
        {u"hub.progress-unknown"_s, 404},
    };
}

HubRoutes::HubRoutes(HubParts parts, const Problems& problems, const HttpMetrics& metrics)
    : m_parts(std::move(parts))
    , m_problems(problems)
{
    RouteBook book{m_plain, m_schemas, m_parts};
    addSystemRoutes(m_plain, m_schemas, metrics, hubApiInfo());
    addReadyRoute(book);
    addDeviceRoutes(book);
    addSessionRoutes(book);
    addCommandRoutes(book);
    addCarriedRoutes(book);
    addFeedRoutes(book);
    addStreamRoutes(book);
    addCaseRoutes(book);
    addCardRoutes(book);
    addColleagueRoutes(book);
    addAccountRoutes(book);
    addAnnouncementRoutes(book);
    addOrganisationRoutes(book);
    addPersonRoutes(book);
    addRecordRoutes(book);
    addUnitRoutes(book);
    addBlobRoutes(book);
    addNumberRoutes(book);
    addProgressRoutes(book);
    for (const auto& route : m_plain.routes()) {
        Route served = route;
        if (route.handler)
            served.handler = guarded(route);
        if (route.instant) {
            served.instant = [this, instant = route.instant](const HttpRequest& request) {
                auto response = instant(request);
                stamp(response, m_parts.clock.nowMs());
                return response;
            };
        }
        m_served.add(std::move(served));
    }
}

HttpHandler HubRoutes::guarded(const Route& route)
{
    return [this, &route](HttpRequest& request, WorkerContext& context) -> Result<HttpReply> {
        auto reply = answered(route, request, context);
        // The problem page is made here and not by the server, so that it too carries the hub's time.
        if (!reply)
            reply = m_problems.page(reply.error(), request);
        if (auto* response = std::get_if<HttpResponse>(&*reply); response && !response->headers.has(u"X-Hub-Time"))
            stamp(*response, m_parts.clock.nowMs());
        return reply;
    };
}

Result<HttpReply> HubRoutes::answered(const Route& route, HttpRequest& request, WorkerContext& context)
{
    if (route.access == Access::Bearer)
        KB_CHECK(signIn(request, connectionOf(context), m_parts));
    return route.handler(request, context);
}

} // namespace kuaiban::hub
