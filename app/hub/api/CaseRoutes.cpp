#include "CaseAccess.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/casework/CaseQueries.h"
#include "modules/casework/HeldWork.h"
#include "Parameters.h"
#include "Schemas.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostCases = 200;
constexpr int MostHeld = 200; // cases, with all that was to be done
constexpr qint64 LatestMs = (1LL << 53) - 1;

HttpResponse rowsOf(const QList<casework::CaseRow>& list)
{
    QJsonArray rows;
    for (const auto& row : list)
        rows.append(row.toJson());
    return HttpResponse::json(QJsonObject{{u"rows"_s, rows}});
}

Result<HttpReply> queue(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    const auto& who = signedIn(request);
    casework::QueueFilter filter;
    filter.mine = request.query.value(u"mine") == "true"_L1;
    filter.held = request.query.value(u"held") == "true"_L1;
    filter.text = request.query.value(u"text");
    filter.afterStream = request.query.value(u"afterStream");
    KB_TRY(filter.afterOpenedAt, integerParameter(request, u"afterOpenedAt"_s, 0, 0, LatestMs));
    KB_TRY(const qint64 limit, integerParameter(request, u"limit"_s, filter.limit, 1, MostCases));
    filter.limit = static_cast<int>(limit);
    auto& connection = connectionOf(context);
    KB_TRY(const auto posts, parts.shelf.posts(connection));
    KB_TRY(const auto rows, casework::CaseQueries(connection, posts)
                                .queue(who.account.id, who.account.grants, filter, parts.clock.nowMs()));
    return rowsOf(rows);
}

Result<HttpReply> cases(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    const auto& who = signedIn(request);
    casework::CaseFilter filter;
    if (request.query.value(u"openedBy") == "me"_L1)
        filter.openedBy = who.account.id;
    filter.phase = request.query.value(u"phase");
    filter.text = request.query.value(u"text");
    filter.beforeStream = request.query.value(u"beforeStream");
    KB_TRY(filter.beforeOpenedAt, integerParameter(request, u"beforeOpenedAt"_s, 0, 0, LatestMs));
    KB_TRY(const qint64 limit, integerParameter(request, u"limit"_s, filter.limit, 1, MostCases));
    filter.limit = static_cast<int>(limit);
    auto& connection = connectionOf(context);
    KB_TRY(const auto posts, parts.shelf.posts(connection));
    KB_TRY(const auto rows, casework::CaseQueries(connection, posts)
                                .cases(who.account.id, who.account.grants, filter, parts.clock.nowMs()));
    return rowsOf(rows);
}

Result<HttpReply> counts(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto counted, countTasks(signedIn(request), connectionOf(context), parts));
    return HttpResponse::json({{u"open"_s, counted.open}, {u"mine"_s, counted.mine}});
}

Result<HttpReply> held(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    const auto& who = signedIn(request);
    auto& connection = connectionOf(context);
    KB_TRY(const auto posts, parts.shelf.posts(connection));
    KB_TRY(const auto list,
        casework::heldWork(connection, posts, who.account.id, who.account.grants, parts.clock.nowMs(), MostHeld));
    QJsonArray rows;
    for (const auto& work : list)
        rows.append(work.toJson());
    return HttpResponse::json(QJsonObject{{u"rows"_s, rows}});
}

void describeCases(SchemaRegistry& schemas)
{
    const auto text = schema::text();
    const auto time = schema::integer(u"UTC milliseconds"_s);
    schemas.add(u"CaseRow"_s,
        schema::object({{u"id"_s, text}, {u"number"_s, text}, {u"item"_s, text}, {u"revision"_s, schema::integer()},
            {u"phase"_s,
                schema::text(u"in-progress, supplement, completed, refused, not-accepted, voided or merged"_s)},
            {u"step"_s, text}, {u"applicant"_s, text}, {u"idNo"_s, text}, {u"office"_s, text}, {u"window"_s, text},
            {u"openedBy"_s, text}, {u"openedAt"_s, time}, {u"dueOn"_s, text}, {u"outcome"_s, text},
            {u"uncertain"_s, schema::flag()}, {u"changedAt"_s, time}, {u"collected"_s, schema::flag()},
            {u"supplementDue?"_s, schema::text(u"YYYY-MM-DD, while it waits for the applicant"_s)},
            {u"duplicateOf?"_s, schema::text(u"Stream of the earlier open case of the same person and item"_s)},
            {u"ticket?"_s, schema::text(u"Number of the citizen in the hall's queue"_s)}, {u"task?"_s, text},
            {u"holder?"_s, text}, {u"holderName?"_s, text}, {u"taskOpenedAt?"_s, time}}));
    schemas.add(u"CaseRows"_s, schema::object({{u"rows"_s, schema::listOf(schema::reference(u"CaseRow"_s))}}));
    schemas.add(u"HeldWork"_s,
        schema::object({{u"stream"_s, text}, {u"number"_s, text}, {u"item"_s, text}, {u"revision"_s, schema::integer()},
            {u"area"_s, text}, {u"applicant"_s, text}, {u"idNo"_s, text},
            {u"opens"_s, schema::flag(u"There is no such case yet: the work would open it"_s)}, {u"actor"_s, text},
            {u"actorName"_s, text}, {u"reason"_s, schema::anyObject(u"code, origin, detail, fields"_s)},
            {u"arrivedAt"_s, time},
            {u"commands"_s, schema::listOf(schema::object({{u"id"_s, text}, {u"type"_s, text}, {u"at"_s, time},
                                {u"body"_s, schema::anyObject()}}))}}));
    schemas.add(u"HeldWorks"_s, schema::object({{u"rows"_s, schema::listOf(schema::reference(u"HeldWork"_s))}}));
    schemas.add(u"TaskCounts"_s,
        schema::object({{u"open"_s, schema::integer(u"Held by nobody, and the account could take them"_s)},
            {u"mine"_s, schema::integer(u"Held by the account"_s)}}));
}

} // namespace

void addCaseRoutes(RouteBook& book)
{
    describeCases(book.schemas);
    auto& parts = book.parts;
    const auto text = textDoc(u"text"_s, u"Beginning of a case or identity number, or part of a name"_s);
    const auto limit = integerDoc(u"limit"_s, u"Most rows of a page"_s, 1, MostCases);
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/tasks"_s,
        .doc = {.summary = u"The queue: tasks the account holds or could take, oldest first"_s,
            .tag = u"cases"_s,
            .responseSchema = u"CaseRows"_s,
            .problems = {422},
            .parameters = {textDoc(u"mine"_s, u"true: only tasks the account holds"_s),
                textDoc(u"held"_s, u"true: instead the tasks that colleagues hold and the account supervises"_s), text,
                integerDoc(u"afterOpenedAt"_s, u"taskOpenedAt of the last row of the page before"_s, 0, LatestMs),
                textDoc(u"afterStream"_s, u"id of that row"_s), limit}},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) { return queue(parts, request, context); }});
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/tasks/counts"_s,
        .doc = {.summary = u"How many tasks there are for the account"_s,
            .tag = u"cases"_s,
            .responseSchema = u"TaskCounts"_s},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) { return counts(parts, request, context); }});
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/held"_s,
        .doc = {.summary = u"Work of others that is held and the account may admit or refuse, newest first"_s,
            .description = u"AdmitWork or RefuseWork on its stream, with the ids of its `commands`, rule on it."_s,
            .tag = u"cases"_s,
            .responseSchema = u"HeldWorks"_s},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) { return held(parts, request, context); }});
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/cases"_s,
        .doc = {.summary = u"Cases the account may find, newest first"_s,
            .tag = u"cases"_s,
            .responseSchema = u"CaseRows"_s,
            .problems = {422},
            .parameters = {textDoc(u"openedBy"_s, u"me: only those the account entered"_s),
                textDoc(u"phase"_s, u"Only in this phase"_s), text,
                integerDoc(u"beforeOpenedAt"_s, u"openedAt of the last row of the page before"_s, 0, LatestMs),
                textDoc(u"beforeStream"_s, u"id of that row"_s), limit}},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) { return cases(parts, request, context); }});
}

} // namespace kuaiban::hub
