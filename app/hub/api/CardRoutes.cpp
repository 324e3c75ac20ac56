#include "CardAuthority.h"
#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "Parameters.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

Result<HttpReply> prove(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    // Whoever takes cases may have cards read; nobody else makes the module compute.
    const auto& who = signedIn(request);
    KB_CHECK(demand(who, identity::right::OpenCase, who.device.area, connectionOf(context), parts));
    KB_CHECK(idempotencyKey(request).map(
        [](const QString&) {})); // asked of every POST; the same question has the same answer
    KB_TRY(const auto json, jsonBody(request));
    KB_TRY(const auto challenge, codes::cardChallengeFrom(json));
    if (!parts.cards)
        return fail(cardAuthorityMissing());
    KB_TRY(const auto proof, parts.cards->prove(challenge));
    return HttpResponse::json(codes::toJson(proof));
}

} // namespace

void addCardRoutes(RouteBook& book)
{
    const auto hex = [](const QString& what) { return schema::text(what + u", hexadecimal"_s); };
    book.schemas.add(u"CardChallenge"_s,
        schema::object({{u"atr"_s, hex(u"Answer to reset"_s)}, {u"algorithm"_s, schema::integer()},
            {u"card_id"_s, hex(u"Card identification, 16 bytes"_s)}, {u"internal_factor"_s, hex(u"8 bytes"_s)},
            {u"internal_source"_s, hex(u"8 bytes"_s)}, {u"internal_answer"_s, hex(u"What the card made of both"_s)},
            {u"external_factor"_s, hex(u"8 bytes"_s)}, {u"external_source"_s, hex(u"8 bytes"_s)}}));
    book.schemas.add(u"CardProof"_s, schema::object({{u"internal"_s, hex(u"What a genuine card answers"_s)},
                                         {u"external"_s, hex(u"For EXTERNAL AUTHENTICATE, 16 bytes"_s)}}));
    book.router.add({.method = u"POST"_s,
        .path = u"/api/v1/card-proofs"_s,
        .doc = {.summary = u"What the security module answers a social security card of specification 3.0"_s,
            .tag = u"cards"_s,
            .requestSchema = u"CardChallenge"_s,
            .responseSchema = u"CardProof"_s,
            .problems = {400, 403, 422, 501},
            .parameters = {idempotencyDoc()}},
        .handler = [&parts = book.parts](
                       HttpRequest& request, WorkerContext& context) { return prove(parts, request, context); },
        .bodyLimit = 4 * 1024});
}

} // namespace kuaiban::hub
