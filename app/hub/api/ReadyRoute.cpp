#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "Schemas.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

void addReadyRoute(RouteBook& book)
{
    book.schemas.add(u"Ready"_s, schema::object({{u"status"_s, schema::text()}}));
    book.router.add({.method = u"GET"_s,
        .path = u"/readyz"_s,
        .access = Access::Public,
        .doc = {.summary = u"The hub can serve: its database answers"_s,
            .tag = u"system"_s,
            .responseSchema = u"Ready"_s,
            .problems = {503}},
        .handler = [](HttpRequest&, WorkerContext& context) -> Result<HttpReply> {
            if (const auto answer = connectionOf(context).integer("SELECT COUNT(*) FROM feed_head"); !answer)
                return fail(notReady(answer.error().code));
            return HttpResponse::json(QJsonObject{{u"status"_s, u"ready"_s}});
        }});
}

} // namespace kuaiban::hub
