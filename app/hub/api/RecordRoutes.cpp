#include "CaseAccess.h"
#include "HubCommands.h"
#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/base/ObjectReader.h"
#include "modules/identity/AccountStream.h"
#include "modules/registry/Persons.h"
#include "Parameters.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostCasesOfPerson = 100;

// The cases that concern the person, of those that whoever asks may read; the newest first.
Result<QJsonArray> casesOf(
    const HubParts& parts, const SignedIn& who, store::Connection& connection, const QString& idNo)
{
    KB_TRY(const auto posts, parts.shelf.posts(connection));
    const casework::CaseQueries queries(connection, posts);
    KB_TRY(const auto all, queries.ofPerson(idNo, false, MostCasesOfPerson));
    QJsonArray readable;
    for (const auto& row : all) {
        KB_TRY(const bool may, queries.mayRead(who.account.id, who.account.grants, row.stream, parts.clock.nowMs()));
        if (may)
            readable.append(caseOfPerson(row));
    }
    return readable;
}

Result<registry::PersonRecord> recordOf(HttpRequest& request, store::Connection& connection)
{
    KB_TRY(const auto found, registry::Persons(connection).recordById(request.pathValues.value(u"id"_s)));
    if (!found)
        return fail(personUnknown());
    return *found;
}

Result<HttpReply> maskedRecord(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    const auto& who = signedIn(request);
    auto& connection = connectionOf(context);
    KB_CHECK(demand(who, identity::right::ReadPersons, who.device.area, connection, parts));
    KB_TRY(const auto found, recordOf(request, connection));
    auto json = registry::masked(found).toJson();
    KB_TRY(const auto cases, casesOf(parts, who, connection, found.person.idNo));
    json.insert(u"cases"_s, cases);
    return HttpResponse::json(json);
}

// Whoever sees full values leaves a trace in the journal first: who, whom, why.
Result<HttpReply> reveal(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto json, jsonBody(request));
    KB_TRY(const auto key, idempotencyKey(request));
    Q_UNUSED(key) // seen twice it is noted twice: both times somebody looked
    ObjectReader reader(json);
    const QString reason = reader.text(u"reason"_s).trimmed();
    if (reason.isEmpty())
        reader.reject(u"reason"_s, u"words that say why"_s);
    KB_CHECK(reader.finish());
    const auto& who = signedIn(request);
    auto& connection = connectionOf(context);
    KB_TRY(const auto found, recordOf(request, connection));
    const QString area = found.person.area.isEmpty() ? who.device.area : found.person.area;
    KB_CHECK(demand(who, identity::right::RevealPersons, area, connection, parts));
    KB_CHECK(submitAsHub(parts, connection,
        {{identity::AccountStream::kind(), who.account.id, u"NoteReveal"_s,
            {{u"person"_s, found.person.id}, {u"reason"_s, reason}, {u"device"_s, who.device.id}}}}));
    return HttpResponse::json(found.toJson());
}

} // namespace

void addRecordRoutes(RouteBook& book)
{
    book.schemas.add(u"MaskedPersonRecord"_s,
        schema::object({{u"cases"_s, schema::listOf(schema::reference(u"OpenCase"_s))}},
            u"What the register holds of a person, numbers, name and address masked, and all the person's cases"_s));
    book.schemas.add(u"RevealRequest"_s,
        schema::object({{u"reason"_s, schema::text(u"Why the full values are needed; kept in the journal"_s)}}));
    auto& parts = book.parts;
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/person-records/{id}"_s,
        .doc = {.summary = u"Everything of one person, masked, by the id of the register"_s,
            .tag = u"persons"_s,
            .permission = identity::right::ReadPersons,
            .responseSchema = u"MaskedPersonRecord"_s,
            .problems = {404}},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) {
            return maskedRecord(parts, request, context);
        }});
    book.router.add({.method = u"POST"_s,
        .path = u"/api/v1/person-records/{id}/reveal"_s,
        .doc = {.summary = u"The same with full values, for a reason that is journalled"_s,
            .tag = u"persons"_s,
            .permission = identity::right::RevealPersons,
            .requestSchema = u"RevealRequest"_s,
            .responseSchema = u"PersonRecord"_s,
            .problems = {400, 404, 422},
            .parameters = {idempotencyDoc()}},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) { return reveal(parts, request, context); },
        .bodyLimit = 16 * 1024});
}

} // namespace kuaiban::hub
