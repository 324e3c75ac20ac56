#include "app/hub/http/HttpErrors.h"
#include "app/hub/http/RateLimiter.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "Parameters.h"
#include "Progress.h"
#include "Schemas.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

HttpResponse html(const QByteArray& bytes, int status)
{
    auto response = HttpResponse::text(bytes, u"text/html; charset=utf-8"_s);
    response.status = status;
    response.headers.set(
        u"Content-Security-Policy"_s, u"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"_s);
    response.headers.set(u"Referrer-Policy"_s, u"no-referrer"_s);
    return response;
}

// A browser names HTML before anything else; programs name JSON or take everything.
bool prefersHtml(const HttpRequest& request)
{
    const QString accept = request.headers.value(u"Accept");
    const auto html = accept.indexOf("text/html"_L1);
    const auto json = accept.indexOf("application/json"_L1);
    return html >= 0 && (json < 0 || html < json);
}

Result<HttpReply> progress(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    const QString number = request.query.value(u"n").trimmed();
    const QString code = request.query.value(u"c").trimmed();
    const bool page = prefersHtml(request);
    const auto found = findProgress(connectionOf(context), parts, number, code, page ? u"zh_CN"_s : request.language);
    if (!found && found.error().is("hub.progress-unknown"_L1) && page)
        return html(progressUnknownPage(), 404);
    if (!found)
        return fail(found.error());
    return page ? html(progressPage(number, *found), 200) : HttpResponse::json(found->toJson());
}

} // namespace

void addProgressRoutes(RouteBook& book)
{
    book.schemas.add(u"Progress"_s,
        schema::object(
            {{u"state"_s,
                 schema::text(u"in-progress, supplement, completed, refused, not-accepted, voided or merged"_s)},
                {u"step"_s, schema::text(u"Name of the step in hand; empty once closed"_s)},
                {u"next"_s, schema::text(u"What comes next"_s)}}));
    auto limiter = std::make_shared<RateLimiter>(RateLimiter::Rule{}, book.parts.clock);
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/public/progress"_s,
        .access = Access::Public,
        .doc = {.summary = u"How far a case is, for whoever holds its receipt"_s,
            .description =
                u"State and next step only. Browsers get a page. An unknown number and a wrong code are the same 404."_s,
            .tag = u"public"_s,
            .responseSchema = u"Progress"_s,
            .problems = {404, 429},
            .parameters = {{.name = u"n"_s, .description = u"Case number"_s, .required = true},
                {.name = u"c"_s, .description = u"Query code of the receipt"_s, .required = true}}},
        .handler = [&parts = book.parts, limiter](HttpRequest& request, WorkerContext& context) -> Result<HttpReply> {
            if (const auto verdict = limiter->take(rateKey(request.remoteAddress)); !verdict.allowed)
                return fail(tooManyRequests(verdict.retryAfterSeconds));
            return progress(parts, request, context);
        }});
}

} // namespace kuaiban::hub
