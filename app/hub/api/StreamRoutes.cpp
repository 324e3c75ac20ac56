#include "CaseAccess.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/journal/StreamLog.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

Result<HttpReply> readEvents(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    const QString stream = request.pathValues.value(u"id"_s);
    auto& connection = connectionOf(context);
    KB_CHECK(demandReading(signedIn(request), stream, connection, parts));
    KB_TRY(const auto history, journal::StreamLog(connection, parts.random).history(stream));
    QJsonArray events;
    for (const auto& event : history)
        events.append(event.toJson());
    return HttpResponse::json(QJsonObject{{u"events"_s, events}});
}

} // namespace

void addStreamRoutes(RouteBook& book)
{
    const auto text = schema::text();
    const auto integer = schema::integer();
    book.schemas.add(u"Event"_s,
        schema::object({{u"stream"_s, text}, {u"kind"_s, text}, {u"version"_s, integer}, {u"type"_s, text},
            {u"v"_s, integer}, {u"actor"_s, text}, {u"device"_s, text}, {u"command"_s, text},
            {u"at"_s, schema::integer(u"UTC milliseconds"_s)}, {u"uncertain?"_s, schema::flag()},
            {u"body"_s, schema::anyObject()}, {u"personal?"_s, schema::anyObject()}, {u"erased?"_s, schema::flag()}}));
    book.schemas.add(u"Events"_s, schema::object({{u"events"_s, schema::listOf(schema::reference(u"Event"_s))}}));
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/streams/{id}/events"_s,
        .doc = {.summary = u"The whole of a case that the account may read"_s,
            .tag = u"streams"_s,
            .responseSchema = u"Events"_s},
        .handler = [&parts = book.parts](
                       HttpRequest& request, WorkerContext& context) { return readEvents(parts, request, context); }});
}

} // namespace kuaiban::hub
