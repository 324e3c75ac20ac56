#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/base/ObjectReader.h"
#include "modules/casework/NumberRanges.h"
#include "modules/store/Transaction.h"
#include "Parameters.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

Result<HttpReply> issue(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto json, jsonBody(request));
    KB_TRY(const auto key, idempotencyKey(request));
    ObjectReader reader(json);
    const QString area = reader.text(u"area"_s);
    KB_CHECK(reader.finish());
    const auto& who = signedIn(request);
    if (area != who.device.area)
        return fail(foreignArea());
    auto& connection = connectionOf(context);
    const std::lock_guard lock(parts.writing);
    KB_TRY(const auto range, store::inTransaction(connection,
                                 [&] { return casework::NumberRanges(connection).issue(area, who.device.id, key); }));
    return HttpResponse::json({{u"area"_s, range.area}, {u"first"_s, range.first}, {u"last"_s, range.last}});
}

} // namespace

void addNumberRoutes(RouteBook& book)
{
    const auto text = schema::text();
    book.schemas.add(u"NumberRangeRequest"_s, schema::object({{u"area"_s, schema::text(u"That of the device"_s)}}));
    book.schemas.add(
        u"NumberRange"_s, schema::object({{u"area"_s, schema::text(u"The first six digits of the case numbers"_s)},
                              {u"first"_s, schema::integer()}, {u"last"_s, schema::integer()}}));
    book.router.add({.method = u"POST"_s,
        .path = u"/api/v1/number-ranges"_s,
        .doc = {.summary = u"Serials of case numbers for the device, good on every date"_s,
            .tag = u"numbers"_s,
            .requestSchema = u"NumberRangeRequest"_s,
            .responseSchema = u"NumberRange"_s,
            .problems = {400, 409, 422},
            .parameters = {idempotencyDoc()}},
        .handler = [&parts = book.parts](
                       HttpRequest& request, WorkerContext& context) { return issue(parts, request, context); },
        .bodyLimit = 16 * 1024});
}

} // namespace kuaiban::hub
