#include "CaseAccess.h"
#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/codes/Identifiers.h"
#include "modules/registry/Persons.h"
#include "Parameters.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostPersons = 50;
constexpr int MostOpenCases = 50;

Done demandPersons(const HubParts& parts, const HttpRequest& request, store::Connection& connection)
{
    const auto& who = signedIn(request);
    return demand(who, identity::right::ReadPersons, who.device.area, connection, parts);
}

Result<HttpReply> search(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    auto& connection = connectionOf(context);
    KB_CHECK(demandPersons(parts, request, connection));
    registry::PersonSearch wanted{.text = request.query.value(u"q"), .after = request.query.value(u"after")};
    KB_TRY(const qint64 limit, integerParameter(request, u"limit"_s, wanted.limit, 1, MostPersons));
    wanted.limit = static_cast<int>(limit);
    KB_TRY(const auto page, registry::Persons(connection).search(wanted));
    QJsonArray rows;
    for (const auto& person : page.persons)
        rows.append(registry::masked(person).toJson());
    return HttpResponse::json({{u"rows"_s, rows}, {u"next"_s, page.next}});
}

Result<QJsonArray> openCases(const HubParts& parts, store::Connection& connection, const QString& idNo)
{
    KB_TRY(const auto posts, parts.shelf.posts(connection));
    KB_TRY(const auto open, casework::CaseQueries(connection, posts).ofPerson(idNo, true, MostOpenCases));
    QJsonArray list;
    for (const auto& row : open)
        list.append(caseOfPerson(row));
    return list;
}

Result<HttpReply> record(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    auto& connection = connectionOf(context);
    KB_CHECK(demandPersons(parts, request, connection));
    const QString idNo = codes::normalisedIdentifier(request.pathValues.value(u"idNo"_s));
    KB_TRY(const auto found, registry::Persons(connection).recordByIdNo(idNo));
    if (!found)
        return fail(personUnknown());
    auto json = found->toJson();
    KB_TRY(const auto open, openCases(parts, connection, idNo));
    json.insert(u"openCases"_s, open);
    json.insert(u"formFacts"_s, registry::formFacts(*found));
    return HttpResponse::json(json);
}

void describePersons(SchemaRegistry& schemas)
{
    const auto text = schema::text();
    schemas.add(u"Person"_s,
        schema::anyObject(
            u"A natural person of the register; name, numbers and address are masked in lists. Codes by LD/T 92."_s));
    schemas.add(u"PersonPage"_s, schema::object({{u"rows"_s, schema::listOf(schema::reference(u"Person"_s))},
                                     {u"next"_s, schema::text(u"`after` of the next page; empty at the end"_s)}}));
    schemas.add(u"OpenCase"_s, schema::object({{u"stream"_s, text}, {u"item"_s, text}, {u"number"_s, text},
                                   {u"openedAt"_s, schema::integer(u"UTC milliseconds"_s)}, {u"phase"_s, text}}));
    schemas.add(u"PersonRecord"_s,
        schema::object({{u"openCases"_s, schema::listOf(schema::reference(u"OpenCase"_s))},
                           {u"formFacts"_s, schema::anyObject(u"What forms read under `register`"_s)}},
            u"All that the register holds of a person (person, cards, insurances, pension, terminations, benefits, "
            u"household), "
            "and the cases under way"_s));
}

} // namespace

void addPersonRoutes(RouteBook& book)
{
    describePersons(book.schemas);
    auto& parts = book.parts;
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/persons"_s,
        .doc = {.summary = u"Finds persons by number, name, initials or phone; masked"_s,
            .tag = u"persons"_s,
            .permission = identity::right::ReadPersons,
            .responseSchema = u"PersonPage"_s,
            .problems = {422},
            .parameters = {{.name = u"q"_s, .description = u"As typed"_s, .required = true},
                textDoc(u"after"_s, u"`next` of the page before"_s),
                integerDoc(u"limit"_s, u"Most rows of a page"_s, 1, MostPersons)}},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) { return search(parts, request, context); }});
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/persons/{idNo}"_s,
        .doc = {.summary = u"Everything of one person, by identity number"_s,
            .tag = u"persons"_s,
            .permission = identity::right::ReadPersons,
            .responseSchema = u"PersonRecord"_s,
            .problems = {404}},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) { return record(parts, request, context); }});
}

} // namespace kuaiban::hub
